//! Writing a draft anew, or agreeing on a new version.

use itsm::promise::{Command as Ask, Stage};
use itsm::{Command, PromiseId};
use leptos::prelude::*;
use workspace::rules::promises::{self, Ground, Typed};

use super::fields::{AgreementFields, Form};
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Field, Kind, LinkButton, TextArea, Toaster};
use crate::views::page::Page;
use crate::views::record::RecordAt;
use crate::views::undo;

/// The page of the agreement of that number.
#[component]
pub fn EditPage(number: String) -> impl IntoView {
    let page = |id: PromiseId| view! { <Edit id /> }.into_any();
    view! { <RecordAt number what="agreement" list=Practice::Levels.list() find=|desk, number| desk.promises().find(number) page /> }
        .into_any()
}

/// What the form begins with.
#[derive(Default)]
struct Before {
    number: String,
    typed: Typed,
    is_draft: bool,
}

#[component]
fn Edit(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let before = session.peek(|workspace| {
        let desk = workspace.desk();
        let promise = desk.promises().get(id).ok()?;
        let zone = &desk.agreement().agreement().calendar.zone;
        let mut typed = promises::fields(&promise.latest()?.terms, zone);
        let is_draft = promise.stage == Stage::Draft;
        if !is_draft {
            // A new version begins today unless somebody says later.
            typed.insert(
                "from".to_owned(),
                promises::date_of(session.now.get_untracked() + chrono::TimeDelta::days(1), zone),
            );
        }
        Some(Before { number: desk.promises().number(id), typed, is_draft })
    });
    let Before { number, typed, is_draft } = before.flatten().unwrap_or_default();
    let form = Form::holding(&typed);
    let because = RwSignal::new(String::new());
    let back = Practice::Levels.at(number.clone());
    let back_href = back.href();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.refusal.set(None);
        let read = session.peek(|workspace| {
            let desk = workspace.desk();
            let before =
                desk.promises().get(id).ok().and_then(|promise| promise.latest()).map(|version| &version.terms);
            promises::read(&form.typed(), Ground { desk: desk.agreement().agreement(), before })
        });
        let terms = match read {
            Some(Ok(terms)) => Box::new(terms),
            Some(Err(faults)) => return form.faults.set(faults),
            None => return,
        };
        form.faults.set(vec![]);
        let (ask, done) = if is_draft {
            (Ask::Redraft { promise: id, terms }, "The draft is written anew")
        } else {
            let because = because.get_untracked().into();
            (Ask::Revise { promise: id, terms, because }, "A new version is agreed on")
        };
        match session.give(Command::Promise(ask)) {
            Ok(_) => {
                undo::confirm(session, toaster, done);
                location.go(&back);
            }
            Err(why) => form.refusal.set(Some(why)),
        }
    };
    let (title, note, label) = if is_draft {
        ("Edit the draft", "Nobody has agreed to it yet, so all of it may still change.", "Save draft")
    } else {
        (
            "Agree on a new version",
            "What was agreed before stays as it was, and judges what was opened under it.",
            "Agree on this version",
        )
    };
    let title = [title, " of ", &number].concat();
    view! {
        <Page title=title note=note class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                {(!is_draft).then(|| view! {
                    <Field label="Reason" hint="What changed, and why?" required=true>
                        <TextArea value=because rows=2 />
                    </Field>
                })}
                <AgreementFields form party_stands=!is_draft has_hours=true />
                <div class="form-error" role="alert">{move || form.general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">{label}</button>
                    <LinkButton label="Keep as it is" kind=Kind::Quiet href=back_href />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
