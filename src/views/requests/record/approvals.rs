//! Who is asked, what they said, and answering if one is asked oneself.

use itsm::approval::{Outcome, Rule};
use itsm::request::{Request, why_not_answer};
use itsm::{PersonId, RequestId};
use leptos::prelude::*;
use workspace::Workspace;

use super::forms::Wanted;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, CommandButton, Kind, Panel, Picture, Tone};
use crate::views::words;

/// An approver in a step.
#[derive(Clone, PartialEq)]
struct Seat {
    person: PersonId,
    name: String,
    said: String,
    tone: Tone,
    picture: Picture,
    because: String,
    stands_in: String,
    is_asked: bool,
}

/// A step.
#[derive(Clone, PartialEq)]
struct Round {
    place: usize,
    name: String,
    rule: String,
    seats: Vec<Seat>,
}

fn rounds(workspace: &Workspace, request: &Request, zone: Zone) -> Vec<Round> {
    let directory = workspace.desk().directory();
    let asked = request.asked().map(|(place, ..)| place);
    let seat = |place: usize, round: &itsm::approval::Round, person: PersonId| {
        let is_asked = asked == Some(place) && round.waiting().any(|one| one == person);
        let (said, tone, picture) = match round.votes.get(&person) {
            Some(vote) => {
                let by = if vote.by == person { String::new() } else { " by ".to_owned() + directory.person(vote.by) };
                let at = words::date_time(zone.local(vote.at));
                let (word, tone, picture) = match vote.approves {
                    true => ("Approved", Tone::Ok, Picture::Met),
                    false => ("Refused", Tone::Bad, Picture::Close),
                };
                ([word, &by, ", ", &at].concat(), tone, picture)
            }
            None if is_asked => ("Asked".to_owned(), Tone::Slate, Picture::Paused),
            None if round.outcome() == Outcome::Asked && asked.is_some() => {
                ("Not asked yet".to_owned(), Tone::Neutral, Picture::New)
            }
            None => ("Not asked any more".to_owned(), Tone::Neutral, Picture::Check),
        };
        let because = round.votes.get(&person).map(|vote| vote.because.to_string()).unwrap_or_default();
        let stands_in = round.delegates.get(&person).filter(|_| is_asked).map(|one| directory.person(*one).to_owned());
        let name = directory.person(person).to_owned();
        Seat { person, name, said, tone, picture, because, stands_in: stands_in.unwrap_or_default(), is_asked }
    };
    let round = |(place, round): (usize, &itsm::approval::Round)| Round {
        place,
        name: round.name.to_string(),
        rule: rule(round),
        seats: round.approvers.iter().map(|person| seat(place, round, *person)).collect(),
    };
    request.rounds.iter().enumerate().map(round).collect()
}

/// What the rule asks for, where there is more than one to ask.
fn rule(round: &itsm::approval::Round) -> String {
    match (round.approvers.len(), round.rule) {
        (0 | 1, _) => String::new(),
        (_, Rule::All) => "All must approve".to_owned(),
        (_, Rule::Any) => "Any one is enough".to_owned(),
        (all, Rule::Majority | Rule::Quorum(_)) => {
            [words::number(round.needed()), words::number(all)].join(" of ") + " must approve"
        }
    }
}

/// The panel.
#[component]
pub fn Approvals(id: RequestId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let shown = Memo::new(move |_| {
        let read = |workspace: &Workspace| Some(rounds(workspace, workspace.desk().requests().get(id).ok()?, zone));
        session.read(read).flatten().unwrap_or_default()
    });
    let is_asked =
        Memo::new(move |_| shown.with(|rounds| rounds.iter().any(|one| one.seats.iter().any(|seat| seat.is_asked))));
    let refusal = Signal::derive(move || {
        let me = session.me();
        session.read(|workspace| why_not_answer(workspace.desk(), id, me).map(|why| why.sentence())).flatten()
    });
    let may_answer = Memo::new(move |_| refusal.with(Option::is_none));
    let answer = move || {
        is_asked.get().then(|| {
            if !may_answer.get() {
                // The one reason for both.
                return view! {
                    <CommandButton label="Approve or refuse" refusal on_press=move |()| {} />
                }
                .into_any();
            }
            view! {
                <div class="ticket-actions">
                    <CommandButton label="Approve" kind=Kind::Primary refusal on_press=move |()| open.set(Some(Wanted::Approve)) />
                    <CommandButton label="Refuse" refusal on_press=move |()| open.set(Some(Wanted::Refuse)) />
                </div>
            }
            .into_any()
        })
    };
    let seat = move |seat: Seat| {
        let person = seat.person;
        let label = "Let somebody stand in for ".to_owned() + &seat.name;
        view! {
            <li class="seat">
                <span class="seat-name">{seat.name}</span>
                <Badge tone=seat.tone picture=Some(seat.picture) label=seat.said plain=true />
                {(!seat.stands_in.is_empty()).then(|| view! { <span class="hint">{seat.stands_in}" may answer, too"</span> })}
                {(!seat.because.is_empty()).then(|| view! { <p class="seat-because">{seat.because}</p> })}
                {seat.is_asked.then(|| view! {
                    <Button label kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted::Delegate(person))) />
                })}
            </li>
        }
    };
    let round = move |round: Round| {
        view! {
            <li class="round">
                <div class="round-head">
                    <h3>{round.place + 1}". "{round.name}</h3>
                    <span class="hint">{round.rule}</span>
                </div>
                <ul class="plain">{round.seats.into_iter().map(seat).collect_view()}</ul>
            </li>
        }
    };
    let body = move || {
        let rounds = shown.get();
        if rounds.is_empty() {
            view! { <p class="hint">"Pre-authorised: nobody has to be asked for this."</p> }.into_any()
        } else {
            view! { <ol class="rounds">{rounds.into_iter().map(round).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <Panel title="Approval">
            {body}
            {answer}
        </Panel>
    }
    .into_any()
}
