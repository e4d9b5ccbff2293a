//! The approvals of a change or a template: who is asked, under which rule, what they said, and one's own answer.

use std::sync::Arc;

use itsm::approval::{self, Outcome, Round};
use itsm::{Command, Desk, PersonId};
use leptos::prelude::*;

use super::parts::needed;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, Field, Kind, Panel, Picture, TextArea, Toaster, Tone};
use crate::views::undo;
use crate::views::words;

/// One approver of a round.
#[derive(Clone, PartialEq)]
struct Seat {
    name: String,
    delegate: Option<String>,
    answer: Answer,
}

#[derive(Clone, PartialEq)]
enum Answer {
    Awaited,
    /// The round, or the whole matter, is decided without them.
    NotNeeded,
    /// Another round comes first.
    Later,
    Given {
        approves: bool,
        because: String,
        by: Option<String>,
        at: String,
    },
}

/// One round, ready to be shown.
#[derive(Clone, PartialEq)]
struct Shown {
    name: String,
    rule: String,
    count: String,
    outcome: Outcome,
    is_asked: bool,
    seats: Vec<Seat>,
}

fn shown(desk: &Desk, rounds: &[Round], is_asked: bool, zone: Zone) -> Vec<Shown> {
    let name = |id: PersonId| desk.directory().person(id).to_owned();
    let now = approval::asked(rounds).map(|(place, _)| place).filter(|_| is_asked);
    let one = |(place, round): (usize, &Round)| {
        let is_now = now == Some(place);
        let seat = |id: &PersonId| {
            let answer = match round.votes.get(id) {
                Some(vote) => Answer::Given {
                    approves: vote.approves,
                    because: vote.because.to_string(),
                    by: (vote.by != *id).then(|| name(vote.by)),
                    at: words::date_time(zone.local(vote.at)),
                },
                None if is_now => Answer::Awaited,
                None if now.is_some_and(|now| now < place) => Answer::Later,
                None => Answer::NotNeeded,
            };
            Seat { name: name(*id), delegate: round.delegates.get(id).map(|id| name(*id)), answer }
        };
        let (given, wanted) = (words::number(round.approvals()), words::number(round.needed()));
        Shown {
            name: round.name.to_string(),
            rule: needed(round.rule),
            count: [&given, " of ", &wanted, " needed"].concat(),
            outcome: round.outcome(),
            is_asked: is_now,
            seats: round.approvers.iter().map(seat).collect(),
        }
    };
    rounds.iter().enumerate().map(one).collect()
}

/// What the panel says of a record.
#[derive(Clone, Default, PartialEq)]
pub struct Approval {
    /// Whether somebody is asked now.
    pub is_asked: bool,
    /// Who was asked last.
    pub rounds: Vec<Round>,
    /// What stands in the place of rounds, or before them.
    pub note: String,
    /// Why the person at this browser cannot answer.
    pub why_not: Option<String>,
}

/// The panel.
#[component]
pub fn Approvals(
    /// What it says; follows the workspace.
    approval: Memo<Option<Approval>>,
    /// The command of an answer.
    make: impl Fn(bool, Arc<str>) -> Command + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let rounds = Memo::new(move |_| {
        let zone = session.zone();
        let read = |approval: &Approval| {
            session.peek(|workspace| shown(workspace.desk(), &approval.rounds, approval.is_asked, zone))
        };
        approval.with(|approval| approval.as_ref().and_then(read)).unwrap_or_default()
    });
    let note = move || {
        let note = approval.with(|approval| approval.as_ref().map(|one| one.note.clone())).unwrap_or_default();
        (!note.is_empty()).then(|| view! { <p class="prose">{note}</p> })
    };
    let is_asked = Memo::new(move |_| approval.with(|approval| approval.as_ref().is_some_and(|one| one.is_asked)));
    let why_not = Memo::new(move |_| approval.with(|approval| approval.as_ref().and_then(|one| one.why_not.clone())));
    let answer = move || {
        if !is_asked.get() {
            return ().into_any();
        }
        match why_not.get() {
            Some(why) => view! { <p class="hint">{why}</p> }.into_any(),
            None => view! { <AnswerForm make /> }.into_any(),
        }
    };
    view! {
        <Panel title="Approvals">
            {note}
            {move || rounds.get().into_iter().map(round).collect_view()}
            {answer}
        </Panel>
    }
    .into_any()
}

fn round(shown: Shown) -> AnyView {
    let (tone, picture, word) = match (shown.outcome, shown.is_asked) {
        (Outcome::Approved, _) => (Tone::Ok, Picture::Met, "Approved"),
        (Outcome::Refused, _) => (Tone::Bad, Picture::Breached, "Refused"),
        (Outcome::Asked, true) => (Tone::Warn, Picture::Paused, "Awaited"),
        (Outcome::Asked, false) => (Tone::Neutral, Picture::Paused, "Not asked"),
    };
    view! {
        <div class="round">
            <h3>{shown.name}</h3>
            <p class="record-line">
                <Badge tone picture=Some(picture) label=word />
                <span>{shown.count}</span>
                <span>{shown.rule}</span>
            </p>
            <ul class="plain">{shown.seats.into_iter().map(seat).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn seat(seat: Seat) -> AnyView {
    let delegate = seat.delegate.map(|name| view! { <span class="hint">" (delegate: "{name}")"</span> });
    let said = match seat.answer {
        Answer::Awaited => view! { <span>"awaited"</span> }.into_any(),
        Answer::Later => view! { <span class="hint">"asked after that"</span> }.into_any(),
        Answer::NotNeeded => view! { <span class="hint">"not needed any more"</span> }.into_any(),
        Answer::Given { approves, because, by, at } => {
            let word = if approves { "approved" } else { "refused" };
            let by = by.map(|by| ", answered by ".to_owned() + &by).unwrap_or_default();
            view! {
                <span><strong>{word}</strong>{by}", "{at}</span>
                {(!because.is_empty()).then(|| view! { <p class="prose seat-reason">{because}</p> })}
            }
            .into_any()
        }
    };
    view! { <li>{seat.name}{delegate}": "{said}</li> }.into_any()
}

#[component]
fn AnswerForm(make: impl Fn(bool, Arc<str>) -> Command + Copy + 'static) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let give = move |approves: bool| match session.give(make(approves, reason.get_untracked().into())) {
        Ok(_) => undo::confirm(session, toaster, if approves { "Approved" } else { "Refused" }),
        Err(refusal) => error.set(Some(refusal.sentence())),
    };
    view! {
        <form
            class="form"
            novalidate
            aria-label="Your answer"
            on:submit=move |event| {
                event.prevent_default();
                give(true);
            }
        >
            <Field label="Your reason" hint="Needed to refuse: say what would have to be different." error>
                <TextArea value=reason rows=2 />
            </Field>
            <div class="form-actions">
                <button type="submit" class="button">"Approve"</button>
                <Button label="Refuse" kind=Kind::Danger on_press=move |()| give(false) />
            </div>
        </form>
    }
    .into_any()
}
