//! Drafting an agreement.

use itsm::promise::{Command as Ask, Event};
use itsm::{Command, Happening};
use leptos::prelude::*;
use workspace::rules::promises::{self, Ground};

use super::fields::{AgreementFields, Form};
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Kind, LinkButton, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

/// The page.
#[component]
pub fn DraftPage() -> impl IntoView {
    view! { <WithDesk><Draft /></WithDesk> }.into_any()
}

#[component]
fn Draft() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let blank = session
        .peek(|workspace| promises::blank(workspace.desk().agreement().agreement(), session.now.get_untracked()));
    let form = Form::holding(&blank.unwrap_or_default());
    let kept = session.keep_draft("agreement", form.kept(), Some("name"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.refusal.set(None);
        let read = session.peek(|workspace| {
            let ground = Ground { desk: workspace.desk().agreement().agreement(), before: None };
            promises::read(&form.typed(), ground)
        });
        let terms = match read {
            Some(Ok(terms)) => terms,
            Some(Err(faults)) => return form.faults.set(faults),
            None => return,
        };
        form.faults.set(vec![]);
        match session.give(Command::Promise(Ask::Draft(Box::new(terms)))) {
            Ok(events) => {
                let id = events.iter().find_map(|event| match event.what {
                    Happening::Promise(id, Event::Drafted(_)) => Some(id),
                    _ => None,
                });
                let number = id.and_then(|id| session.peek(|workspace| workspace.desk().promises().number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is drafted");
                location.go(&Practice::Levels.at(number));
            }
            Err(why) => form.refusal.set(Some(why)),
        }
    };
    view! {
        <Page title="Draft an agreement" note="A draft binds nobody. It is in force from its first day on, once both sides have agreed." class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                <AgreementFields form party_stands=false has_hours=false />
                <div class="form-error" role="alert">{move || form.general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Save draft"</button>
                    <LinkButton label="Back to the service levels" kind=Kind::Quiet href=Practice::Levels.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
