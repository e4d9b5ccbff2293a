//! Review and close: what came of it, and under which code.

use itsm::change::{CloseCode, Command as Ask, Findings, caused};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};

const YES: &str = "yes";
const NO: &str = "no";

fn yes_or_no() -> Vec<Choice> {
    vec![Choice::new(YES, "Yes"), Choice::new(NO, "No")]
}

/// What the review found.
#[component]
pub fn ReviewForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = session.peek(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        let late = change.ended_at.zip(change.planned).map(|(ended, planned)| ended > planned.end);
        Some((change.review.clone(), caused(desk, id).count(), late))
    });
    let (review, incidents, late) = known.flatten().unwrap_or_default();
    let found = review.map(|review| review.findings);
    let word = |answer: Option<bool>| {
        RwSignal::new(answer.map(|answer| if answer { YES } else { NO }).unwrap_or_default().to_owned())
    };
    let met = word(found.as_ref().map(|found| found.objectives_met));
    let caused_some = word(found.as_ref().map(|found| found.caused_incidents).or((incidents > 0).then_some(true)));
    let backed_out = word(found.as_ref().map(|found| found.backed_out));
    let on_time = word(found.as_ref().map(|found| found.on_time).or(late.map(|late| !late)));
    let lessons = RwSignal::new(found.map(|found| found.lessons.to_string()).unwrap_or_default());
    let unanswered = RwSignal::new(None::<String>);
    let submit = move || {
        let read = |answer: RwSignal<String>| {
            answer.with_untracked(|answer| match answer.as_str() {
                YES => Some(true),
                NO => Some(false),
                _ => None,
            })
        };
        let (Some(objectives_met), Some(caused_incidents), Some(backed_out), Some(on_time)) =
            (read(met), read(caused_some), read(backed_out), read(on_time))
        else {
            return unanswered.set(Some("Needs all four answers: reports count on each.".to_owned()));
        };
        unanswered.set(None);
        let lessons = lessons.get_untracked().into();
        let findings = Findings { objectives_met, caused_incidents, backed_out, on_time, lessons };
        asking.give(Command::Change(Ask::Review { change: id, findings }), "The review is written");
    };
    let beside = asking.error_beside(&["incidents caused"]);
    let error = Signal::derive(move || unanswered.get().or_else(|| beside.get()));
    view! {
        <FormFrame form=asking label="Save review" error submit>
            <Field label="Does it do what it was for?" group=true required=true>
                <RadioGroup choices=yes_or_no() value=met beside=true />
            </Field>
            <Field label="Did it cause incidents?" group=true required=true error=asking.error_of("incidents caused")
                hint="Link them as caused by it: then they are counted.">
                <RadioGroup choices=yes_or_no() value=caused_some beside=true />
            </Field>
            <Field label="Was it backed out?" group=true required=true>
                <RadioGroup choices=yes_or_no() value=backed_out beside=true />
            </Field>
            <Field label="Was it on time?" group=true required=true>
                <RadioGroup choices=yes_or_no() value=on_time beside=true />
            </Field>
            <Field label="Lessons" hint="What to do otherwise next time. It is about the work, not about who did it.">
                <TextArea value=lessons rows=4 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

fn code_of(text: &str) -> Option<CloseCode> {
    CloseCode::ALL.into_iter().find(|code| code.word() == text)
}

/// How it turned out.
#[component]
pub fn CloseForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let code = RwSignal::new(String::new());
    let notes = RwSignal::new(String::new());
    let missing = RwSignal::new(None::<String>);
    let submit = move || match code.with_untracked(|code| code_of(code)) {
        Some(code) => {
            missing.set(None);
            let close = Ask::Close { change: id, code, notes: notes.get_untracked().into() };
            asking.give(Command::Change(close), "Closed");
        }
        None => missing.set(Some("Needs close code: reports count how changes turn out.".to_owned())),
    };
    let detail = |code| match code {
        CloseCode::Successful => "As planned.",
        CloseCode::SuccessfulWithIssues => "It does what it should, but not all went as planned.",
        CloseCode::Failed => "It does not do what it should, and was not undone.",
        CloseCode::BackedOut => "It was undone by its back-out plan.",
    };
    let choices = CloseCode::ALL.map(|code| Choice::new(code.word(), code.word()).with_detail(detail(code))).to_vec();
    let refused = asking.error_of("close code");
    let error = Signal::derive(move || missing.get().or_else(|| refused.get()));
    view! {
        <FormFrame form=asking label="Close" error=asking.error_beside(&["close code", "close notes"]) submit>
            <Field label="Close code" group=true required=true error><RadioGroup choices value=code /></Field>
            <Field label="Close notes" hint="What was done, and what is left." required=true error=asking.error_of("close notes")>
                <TextArea value=notes rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
