//! The dialogs of an article's actions.

use itsm::knowledge::Command as Ask;
use itsm::{ArticleId, Command, PersonId};
use leptos::prelude::*;
use workspace::query::key_of;

use super::super::dates;
use crate::session::Session;
use crate::ui::{Choice, ComboBox, DateInput, DateTimeInput, Field, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::record::FormDialog;

/// What a dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Give it to a reviewer.
    Submit,
    /// Send it back.
    SendBack,
    /// Approve it.
    Approve,
    /// Say that it is no longer needed.
    ProposeRetirement,
    /// Take it out of view.
    Retire,
    /// Another owner.
    HandOver,
    /// Still right.
    Confirm,
    /// Say what is wrong.
    Flag,
    /// Say what was done about a flag.
    Answer(u32),
    /// It did not help.
    NotHelpful,
}

fn title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Submit => "Give to review",
        Wanted::SendBack => "Send back to its writer",
        Wanted::Approve => "Approve",
        Wanted::ProposeRetirement => "Propose retirement",
        Wanted::Retire => "Retire",
        Wanted::HandOver => "Hand over",
        Wanted::Confirm => "Still right",
        Wanted::Flag => "Flag for correction",
        Wanted::Answer(_) => "Answer the flag",
        Wanted::NotHelpful => "It did not help",
    }
}

/// The dialog; open while something is wanted.
#[component]
pub fn ArticleDialog(id: ArticleId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let form = move |wanted, asking: Asking| match wanted {
        Wanted::Submit | Wanted::HandOver => view! { <PersonForm id wanted asking /> }.into_any(),
        Wanted::Approve => view! { <ApproveForm id asking /> }.into_any(),
        Wanted::Confirm => view! { <ConfirmForm id asking /> }.into_any(),
        _ => view! { <WordsForm id wanted asking /> }.into_any(),
    };
    view! { <FormDialog open title form /> }.into_any()
}

#[component]
fn PersonForm(id: ArticleId, wanted: Wanted, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let person = RwSignal::new(String::new());
    let nobody = RwSignal::new(None::<String>);
    let submit = move || {
        let Some(chosen) = person.with_untracked(|text| key_of(text)).map(PersonId) else {
            nobody.set(Some("Choose somebody from the list.".to_owned()));
            return;
        };
        nobody.set(None);
        let (command, done) = if wanted == Wanted::Submit {
            (Ask::Submit { article: id, reviewer: chosen }, "Given to review")
        } else {
            (Ask::HandOver { article: id, owner: chosen }, "Handed over")
        };
        asking.give(Command::Article(command), done);
    };
    let (label, field, hint) = if wanted == Wanted::Submit {
        ("Give to review", "Reviewer", "Somebody who has not written in it: nobody finds their own mistakes.")
    } else {
        ("Hand over", "Owner", "Who sees to it that it stays right.")
    };
    let error = Signal::derive(move || {
        nobody.get().or_else(|| asking.error_of("reviewer").get()).or_else(|| asking.error_of("owner").get())
    });
    view! {
        <FormFrame form=asking label error=asking.error_beside(&["reviewer", "owner"]) submit>
            <Field label=field hint required=true error>
                <ComboBox choices=choices::people(session, person) list_label="People" value=person />
            </Field>
        </FormFrame>
    }
    .into_any()
}

const NOW: &str = "now";
const LATER: &str = "later";

#[component]
fn ApproveForm(id: ArticleId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let when = RwSignal::new(NOW.to_owned());
    let from = RwSignal::new(String::new());
    let review = RwSignal::new(dates::next_review(session));
    let unread = RwSignal::new(None::<String>);
    let submit = move || {
        let zone = session.zone();
        let later = when.with_untracked(|when| when == LATER);
        let from = from.with_untracked(|text| dates::moment(zone, text)).filter(|_| later);
        if later && from.is_none() {
            unread.set(Some("Choose the day and the time.".to_owned()));
            return;
        }
        unread.set(None);
        let review_by = review.with_untracked(|text| dates::day(zone, text));
        let done = if later { "Approved; it appears at its time" } else { "Published" };
        asking.give(Command::Article(Ask::Approve { article: id, from, review_by }), done);
    };
    let choices = vec![
        Choice::new(NOW, "At once"),
        Choice::new(LATER, "Later")
            .with_detail("For what only holds from a day on, such as a new version of a program."),
    ];
    let error = Signal::derive(move || unread.get().or_else(|| asking.error_of("publication").get()));
    view! {
        <FormFrame form=asking label="Approve" error=asking.error_beside(&["publication", "review date"]) submit>
            <p class="form-note">"Approving says that the reviewer has read it and finds it right. You note it in their name."</p>
            <Field label="When does it appear?" group=true required=true><RadioGroup choices value=when /></Field>
            <Show when=move || when.with(|when| when == LATER)>
                <Field label="From" required=true error><DateTimeInput value=from /></Field>
            </Show>
            <Field label="Next review" hint="From this day on it counts as outdated until somebody has looked." required=true error=asking.error_of("review date")>
                <DateInput value=review />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn ConfirmForm(id: ArticleId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let review = RwSignal::new(dates::next_review(session));
    let submit = move || {
        let review_by = review.with_untracked(|text| dates::day(session.zone(), text));
        asking.give(Command::Article(Ask::Confirm { article: id, review_by }), "Noted as still right");
    };
    view! {
        <FormFrame form=asking label="It is still right" error=asking.error_beside(&["review date"]) submit>
            <Field label="Look again on" required=true error=asking.error_of("review date")><DateInput value=review /></Field>
        </FormFrame>
    }
    .into_any()
}

/// The button, the field with its hint, and the refusal's name for it.
fn words_of(wanted: Wanted) -> (&'static str, &'static str, &'static str, &'static str) {
    match wanted {
        Wanted::SendBack => ("Send back", "What should change?", "Its writer reads it.", "reason"),
        Wanted::ProposeRetirement => {
            ("Propose it", "Reason", "Why is it no longer needed? Whoever still needs it can object.", "reason")
        }
        Wanted::Retire => (
            "Retire",
            "Reason",
            "Left empty, the proposed reason stands. It stays in the history, and can be brought back.",
            "reason",
        ),
        Wanted::Flag => {
            ("Flag it", "What is wrong?", "Say which sentence, and what would be right if you know.", "what is wrong")
        }
        Wanted::NotHelpful => ("Send", "What was missing?", "Its owner reads it and can mend it.", "what was missing"),
        _ => ("Answer", "What was done?", "“Corrected in version 3”, or why it is right as it is.", "answer"),
    }
}

#[component]
fn WordsForm(id: ArticleId, wanted: Wanted, asking: Asking) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let submit = move || {
        let text = words.get_untracked().into();
        let (command, done) = match wanted {
            Wanted::SendBack => (Ask::SendBack { article: id, because: text }, "Sent back"),
            Wanted::ProposeRetirement => (Ask::ProposeRetirement { article: id, because: text }, "Retirement proposed"),
            Wanted::Retire => (Ask::Retire { article: id, because: text }, "Retired"),
            Wanted::Flag => (Ask::Flag { article: id, text }, "Flagged"),
            Wanted::Answer(flag) => (Ask::AnswerFlag { article: id, flag, answer: text }, "Answered"),
            _ => (Ask::Rate { article: id, helpful: false, words: text }, "Thank you: its owner can mend it"),
        };
        asking.give(Command::Article(command), done);
    };
    let (label, field, hint, name) = words_of(wanted);
    let names: &'static [&'static str] = &["reason", "what is wrong", "what was missing", "answer"];
    view! {
        <FormFrame form=asking label error=asking.error_beside(names) submit>
            <Field label=field hint required=wanted != Wanted::Retire error=asking.error_of(name)>
                <TextArea value=words rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
