//! Forms that ask for what a step of the life needs.

use std::sync::Arc;

use itsm::improvement::{Amendment, Command as Ask, Improvement};
use itsm::{Command, ImprovementId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Session;
use crate::ui::{Button, ComboBox, DateInput, Field, Kind, RadioGroup, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::improvement::fields::{Judging, MeasureFields, ReadingFields, Unread, last_weeks};
use crate::views::improvement::new::{chosen_scale, scale};

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Amend,
    Hold,
    Measure,
    Continue,
    Close,
    Cancel,
}

impl Wanted {
    /// The dialog's heading.
    pub fn title(self) -> &'static str {
        match self {
            Wanted::Amend => "Edit details",
            Wanted::Hold => "Put on hold",
            Wanted::Measure => "What does the measure say?",
            Wanted::Continue => "Not done yet",
            Wanted::Close => "Close this improvement",
            Wanted::Cancel => "Cancel this improvement",
        }
    }
}

/// The form of what is wanted.
pub fn form(id: ImprovementId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Amend => view! { <AmendForm id asking /> }.into_any(),
        Wanted::Measure => view! { <MeasureForm id asking /> }.into_any(),
        Wanted::Hold | Wanted::Continue | Wanted::Close | Wanted::Cancel => {
            view! { <WordsForm id wanted asking /> }.into_any()
        }
    }
}

fn of_record<T>(session: Session, id: ImprovementId, read: impl FnOnce(&Improvement) -> T) -> Option<T> {
    session.peek(|workspace| workspace.desk().improvements().get(id).ok().map(read)).flatten()
}

#[component]
fn WordsForm(id: ImprovementId, wanted: Wanted, asking: Asking) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let submit = move || {
        let words: Arc<str> = text.get_untracked().into();
        let (ask, done) = match wanted {
            Wanted::Hold => (Ask::Hold { improvement: id, because: words }, "On hold"),
            Wanted::Continue => (Ask::Continue { improvement: id, because: words }, "Work goes on"),
            Wanted::Close => (Ask::Close { improvement: id, lessons: words }, "Closed"),
            _ => (Ask::Cancel { improvement: id, because: words }, "Cancelled"),
        };
        asking.give(Command::Improvement(ask), done);
    };
    const NAMES: &[&str] = &["reason", "what was learned"];
    let (verb, label, hint) = match wanted {
        Wanted::Hold => ("Put on hold", "Reason", "What does it wait for, and who says when it goes on?"),
        Wanted::Continue => ("Go on with it", "Reason", "What is still missing?"),
        Wanted::Close => (
            "Close improvement",
            "What was learned",
            "Whether or not the target was reached: what should others know, and how does it stay so?",
        ),
        _ => ("Cancel this improvement", "Reason", "Why is it not worth doing? Whoever proposed it will ask."),
    };
    let error = Signal::derive(move || asking.error_of("reason").get().or_else(|| asking.error_of("learned").get()));
    view! {
        <FormFrame form=asking label=verb error=asking.error_beside(NAMES) submit>
            <Field label hint required=true error><TextArea value=text rows=4 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn MeasureForm(id: ImprovementId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let measure = of_record(session, id, |one| one.measure.clone()).flatten();
    let weeks = last_weeks(session, session.turned.get_untracked());
    let days = weeks.map(|(first, last)| itsm::improvement::Reading::Days { first, last });
    let judging = Judging::of(measure.as_ref(), days, None, None);
    if let Some((_, today)) = weeks {
        judging.on.set(today.to_string());
    }
    let unread = RwSignal::new(None::<Unread>);
    let submit = move || match untrack(|| judging.reading()) {
        Ok(Some(reading)) => {
            asking.give(Command::Improvement(Ask::Measure { improvement: id, reading }), "Measured");
        }
        Ok(None) => unread.set(Some(("value", "Needs a value: without one there is nothing to compare."))),
        Err(wrong) => unread.set(Some(wrong)),
    };
    let error = Signal::derive(move || {
        let unread = unread.get().map(|(_, text)| text.to_owned());
        unread.or_else(|| asking.error_of("value").get()).or_else(|| asking.error_of("day").get())
    });
    view! {
        <FormFrame form=asking label="Note it" error=asking.error_beside(&["value", "day"]) submit>
            <p class="form-note">"Take days of the same length and the same kind as the baseline: a quiet week proves nothing."</p>
            <ReadingFields judging label="Since then" error />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn AmendForm(id: ImprovementId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let Some(now) = of_record(session, id, Improvement::clone) else { return ().into_any() };
    let weeks = last_weeks(session, session.turned.get_untracked());
    let is_fixed = now.state.stage() >= itsm::improvement::Stage::Approved;
    let days = now.baseline.or(weeks.map(|(first, last)| itsm::improvement::Reading::Days { first, last }));
    let judging = Judging::of(now.measure.as_ref(), days, now.target, now.due);
    let (summary, why) = (RwSignal::new(now.summary.to_string()), RwSignal::new(now.why.to_string()));
    let effort = RwSignal::new(now.effort.step().to_string());
    let benefit = RwSignal::new(now.benefit.step().to_string());
    let owner = RwSignal::new(now.owner.map(|id| key_text(id.0)).unwrap_or_default());
    let unread = RwSignal::new(None::<Unread>);
    let submit = move || {
        let mut changes = vec![
            Amendment::Summary(summary.get_untracked().into()),
            Amendment::Why(why.get_untracked().into()),
            Amendment::Effort(untrack(|| chosen_scale(effort))),
            Amendment::Benefit(untrack(|| chosen_scale(benefit))),
            Amendment::Owner(owner.with_untracked(|text| key_of(text)).map(PersonId)),
            Amendment::Due(untrack(|| judging.dated())),
        ];
        if !is_fixed {
            let measure = untrack(|| judging.measured());
            let read = untrack(|| Ok::<_, Unread>((judging.reading()?, judging.targeted()?)));
            let (reading, target) = match read {
                Ok(read) => read,
                Err(wrong) => return unread.set(Some(wrong)),
            };
            let has_measure = measure.is_some();
            changes.push(Amendment::Measure(measure));
            changes.push(Amendment::Baseline(reading.filter(|_| has_measure)));
            changes.push(Amendment::Target(target.filter(|_| has_measure)));
        }
        unread.set(None);
        asking.give(Command::Improvement(Ask::Amend { improvement: id, changes }), "Corrected");
    };
    const NAMES: &[&str] = &["summary", "owner", "measure", "baseline", "target", "due"];
    let error_of = move |names: &'static [&'static str]| {
        Signal::derive(move || {
            let unread = unread.get().filter(|(field, _)| names.contains(field)).map(|(_, text)| text.to_owned());
            unread.or_else(|| names.iter().find_map(|name| asking.error_of(name).get()))
        })
    };
    let has_measure = Memo::new(move |_| judging.measure.with(|word| !word.is_empty()));
    let judged = move || {
        if is_fixed {
            view! { <p class="form-note">"Measure, baseline and target were approved and stay: a target that moves can always be met."</p> }
                .into_any()
        } else {
            view! {
                <MeasureFields judging error=error_of(&["measure"]) />
                {move || has_measure.get().then(|| view! {
                    <ReadingFields judging label="Baseline" error=error_of(&["baseline", "value", "days"]) />
                    <Field label="Target" hint="A number in the measure’s unit." error=error_of(&["target"])><TextInput value=judging.target /></Field>
                })}
            }
            .into_any()
        }
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(NAMES) submit>
            <Field label="Summary" required=true error=error_of(&["summary"])><TextInput value=summary /></Field>
            <Field label="Why"><TextArea value=why rows=3 /></Field>
            <Field label="Effort" group=true required=true><RadioGroup choices=scale("little", "a great deal") value=effort beside=true /></Field>
            <Field label="Benefit" group=true required=true><RadioGroup choices=scale("little", "a great deal") value=benefit beside=true /></Field>
            <Field label="Owner" error=error_of(&["owner"])><ComboBox choices=choices::people(session, owner) list_label="People" value=owner /></Field>
            <Button label="I own it" kind=Kind::Quiet on_press=move |()| owner.set(key_text(session.me().0)) />
            {judged()}
            <Field label="Due date" error=error_of(&["due"])><DateInput value=judging.due /></Field>
        </FormFrame>
    }
    .into_any()
}
