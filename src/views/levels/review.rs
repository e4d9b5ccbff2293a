//! Review meetings: what was said, what is to be done; and the dialogs of an agreement.

use itsm::promise::{Command as Ask, Health, Review, ReviewAction};
use itsm::{Command, PersonId, PromiseId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::{key_of, key_text};
use workspace::rules::promises::{date_of, first_instant};
use workspace::rules::targets::{moment, write_moment};

use super::words;
use crate::session::{Session, Zone};
use crate::ui::{
    Badge, Button, Choice, ComboBox, DateInput, DateTimeInput, Field, Kind, Panel, Picture, RadioGroup, TextArea,
    TextInput, Toaster, Tone,
};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::undo;
use crate::views::words as plain;

/// What needs a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Note a review.
    Review,
    /// End the agreement.
    End,
}

impl Wanted {
    /// The dialog's heading.
    pub fn title(self) -> &'static str {
        match self {
            Wanted::Review => "Note a review meeting",
            Wanted::End => "End it",
        }
    }
}

/// The form of what is wanted.
pub fn form(id: PromiseId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Review => view! { <ReviewForm id asking /> }.into_any(),
        Wanted::End => view! { <EndForm id asking /> }.into_any(),
    }
}

/// The zone in which dates are typed.
pub fn zone_name(session: Session) -> String {
    let zone = session.peek(|workspace| workspace.desk().agreement().agreement().calendar.zone.to_string());
    zone.unwrap_or_default()
}

#[component]
fn EndForm(id: PromiseId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let reason = RwSignal::new(String::new());
    let day = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move || {
        let from = match first_instant(&day.get_untracked(), &zone_name(session)) {
            // A moment later than now: who ends it today ends it now.
            Ok(at) => at.unwrap_or_else(|| session.now.get_untracked() + chrono::TimeDelta::minutes(1)),
            Err(sentence) => return error.set(Some(sentence)),
        };
        error.set(None);
        let because = reason.get_untracked().into();
        asking.give(Command::Promise(Ask::End { promise: id, from, because }), "Ended");
    };
    let day_error = Signal::derive(move || error.get().or_else(|| asking.error_of("end").get()));
    view! {
        <FormFrame form=asking label="End it" error=asking.error_beside(&["reason", "end"]) submit>
            <Field label="Reason" hint="Why does it end, and what comes after it?" required=true error=asking.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
            <Field label="First day without it" hint="Empty: from now on." error=day_error><DateInput value=day /></Field>
        </FormFrame>
    }
    .into_any()
}

/// Most meetings decide few things; who needs more notes the meeting and then another.
const ACTIONS: usize = 3;

#[derive(Clone, Copy)]
struct Todo {
    what: RwSignal<String>,
    owner: RwSignal<String>,
    due: RwSignal<String>,
}

#[component]
fn ReviewForm(id: PromiseId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = zone_name(session);
    let now = session.now.get_untracked();
    let held = RwSignal::new(write_moment(now, &zone));
    let (attendees, minutes) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let outcome = RwSignal::new(String::new());
    let me = key_text(session.me().0);
    let next = date_of(now + chrono::TimeDelta::days(14), &zone);
    let todos: [Todo; ACTIONS] = std::array::from_fn(|_| Todo {
        what: RwSignal::new(String::new()),
        owner: RwSignal::new(me.clone()),
        due: RwSignal::new(next.clone()),
    });
    let error = RwSignal::new(None::<String>);
    let zone = StoredValue::new(zone);
    let submit = move || {
        let zone = zone.get_value();
        let held_at = match moment(&held.get_untracked(), &zone) {
            Ok(at) => at.unwrap_or(now),
            Err(sentence) => return error.set(Some(sentence)),
        };
        let mut actions = vec![];
        for todo in todos.into_iter().filter(|todo| todo.what.with_untracked(|what| !what.trim().is_empty())) {
            let due = match first_instant(&todo.due.get_untracked(), &zone) {
                Ok(Some(due)) => due,
                Ok(None) => return error.set(Some("Choose by when the action is to be done.".to_owned())),
                Err(sentence) => return error.set(Some(sentence)),
            };
            let Some(owner) = todo.owner.with_untracked(|text| key_of(text)).map(PersonId) else {
                return error.set(Some("Choose who sees to the action.".to_owned()));
            };
            actions.push(ReviewAction { what: todo.what.get_untracked().into(), owner, due });
        }
        error.set(None);
        let outcome = outcome.with_untracked(|word| Health::ALL.into_iter().find(|health| health.word() == word));
        let review = Review {
            held_at,
            attendees: attendees.get_untracked().into(),
            minutes: minutes.get_untracked().into(),
            outcome,
            actions,
        };
        asking.give(Command::Promise(Ask::Review { promise: id, review: Box::new(review) }), "The review is noted");
    };
    let healths = vec![
        Choice::new("", "Not asked"),
        Choice::new(Health::Green.word(), "Green").with_detail("Business runs as it should."),
        Choice::new(Health::Amber.word(), "Amber").with_detail("Something hurts."),
        Choice::new(Health::Red.word(), "Red").with_detail("Business is harmed."),
    ];
    let todo = move |(place, todo): (usize, Todo)| {
        let number = (place + 1).to_string();
        view! {
            <div class="form-row levels-todo">
                <Field label="Action ".to_owned() + &number><TextInput value=todo.what /></Field>
                <Field label="Who sees to it"><ComboBox choices=choices::people(session, todo.owner) list_label="People" value=todo.owner /></Field>
                <Field label="By"><DateInput value=todo.due /></Field>
            </div>
        }
    };
    let general =
        Signal::derive(move || error.get().or_else(|| asking.error_beside(&["date", "attendees", "minutes"]).get()));
    view! {
        <FormFrame form=asking label="Note the review" error=general submit>
            <Field label="Held" required=true error=asking.error_of("date")><DateTimeInput value=held /></Field>
            <Field label="Attendees" hint="From both sides." required=true error=asking.error_of("attendees")>
                <TextInput value=attendees />
            </Field>
            <Field label="Minutes" hint="What was said of the targets, and of what they do not show." required=true error=asking.error_of("minutes")>
                <TextArea value=minutes rows=4 />
            </Field>
            <Field label="Business outcome, as the customer sees it" group=true>
                <RadioGroup choices=healths value=outcome />
            </Field>
            {todos.into_iter().enumerate().map(todo).collect_view()}
        </FormFrame>
    }
    .into_any()
}

/// A review in words.
#[derive(Clone, PartialEq)]
struct Said {
    held: String,
    attendees: String,
    minutes: String,
    outcome: Option<Health>,
    actions: Vec<Todone>,
}

/// An action in words.
#[derive(Clone, PartialEq)]
struct Todone {
    place: (u16, u16),
    text: String,
    done: bool,
    late: bool,
}

fn said(workspace: &Workspace, id: PromiseId, zone: Zone) -> Vec<Said> {
    let desk = workspace.desk();
    let Ok(promise) = desk.promises().get(id) else { return vec![] };
    let now = workspace.now().unwrap_or_default();
    let date = |at| plain::date(zone.local(at));
    let mut all: Vec<_> = promise.reviews.iter().enumerate().collect();
    all.sort_by_key(|(_, held)| std::cmp::Reverse(held.review.held_at));
    let review = |(place, held): (usize, &itsm::promise::Held)| {
        let action = |(at, (action, done)): (usize, (&ReviewAction, &Option<chrono::DateTime<chrono::Utc>>))| {
            let owner = desk.directory().person(action.owner);
            let when = match done {
                Some(done) => ", done ".to_owned() + &date(*done),
                None => ", by ".to_owned() + &date(action.due),
            };
            let place = (u16::try_from(place).unwrap_or(u16::MAX), u16::try_from(at).unwrap_or(u16::MAX));
            let text = [&action.what, " (", owner, ")", &when].concat();
            Todone { place, text, done: done.is_some(), late: done.is_none() && action.due <= now }
        };
        Said {
            held: date(held.review.held_at),
            attendees: held.review.attendees.to_string(),
            minutes: held.review.minutes.to_string(),
            outcome: held.review.outcome,
            actions: held.review.actions.iter().zip(&held.done).enumerate().map(action).collect(),
        }
    };
    all.into_iter().map(review).collect()
}

/// The panel with all reviews, the latest first.
#[component]
pub fn Reviews(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let zone = session.zone();
    let all = Memo::new(move |_| session.read(|workspace| said(workspace, id, zone)).unwrap_or_default());
    let finish = move |(review, action): (u16, u16)| match session.give(Command::Promise(Ask::FinishAction {
        promise: id,
        review,
        action,
    })) {
        Ok(_) => undo::confirm(session, toaster, "Done"),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let action = move |todo: Todone| {
        let label = "Done: ".to_owned() + &todo.text;
        let place = todo.place;
        view! {
            <li class="levels-action">
                <span>
                    {if todo.done { "✓ " } else { "" }}{todo.text}
                    {todo.late.then(|| view! { " "<Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label="Late" /> })}
                </span>
                {(!todo.done).then(|| view! {
                    <Button label picture=Picture::Check icon_only=true kind=Kind::Quiet on_press=move |()| finish(place) />
                })}
            </li>
        }
    };
    let one = move |said: Said| {
        let outcome = said.outcome.map(|health| {
            let (tone, picture) = words::health_mark(health);
            view! { <Badge tone picture=Some(picture) label="Outcome ".to_owned() + &health.word().to_lowercase() /> }
        });
        view! {
            <article class="review">
                <div class="look-head"><h3>{said.held}</h3>{outcome}</div>
                <p class="hint">{said.attendees}</p>
                <p class="review-minutes">{said.minutes}</p>
                <ul class="plain">{said.actions.into_iter().map(action).collect_view()}</ul>
            </article>
        }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            let text = "No review meeting yet. Targets say what was agreed; the meeting says whether it still helps.";
            return view! { <p class="hint">{text}</p> }.into_any();
        }
        all.into_iter().map(one).collect_view().into_any()
    };
    view! { <Panel title="Reviews">{body}</Panel> }.into_any()
}
