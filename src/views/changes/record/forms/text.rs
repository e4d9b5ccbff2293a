//! Forms that ask for a reason: to withdraw, to cancel, to raise a number of the risk.

use itsm::change::risk::HIGHEST;
use itsm::change::{Amendment, Command as Ask, Factor};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use super::Wanted;
use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup, Select, TextArea};
use crate::views::asking::{Asking, FormFrame};

/// Withdraw and cancel: each needs a reason.
#[component]
pub fn ReasonForm(id: ChangeId, asking: Asking, wanted: Wanted) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let is_cancel = wanted == Wanted::Cancel;
    let submit = move || {
        let (change, because) = (id, reason.get_untracked().into());
        if is_cancel {
            asking.give(Command::Change(Ask::Cancel { change, because }), "Cancelled");
        } else {
            asking.give(Command::Change(Ask::Withdraw { change, because }), "Withdrawn");
        }
    };
    let (label, hint) = if is_cancel {
        ("Cancel this change", "Why is it not wanted any more? Its open work orders are cancelled with it.")
    } else {
        ("Withdraw", "Why has it to be worked on again? It goes back to Assess.")
    };
    view! {
        <FormFrame form=asking label error=asking.error_beside(&["reason"]) submit>
            <Field label="Reason" hint required=true error=asking.error_of("reason")><TextArea value=reason rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}

const LIKELIHOOD: &str = "likelihood";
const IMPACT: &str = "impact";
/// The choice that takes a raise away.
const AS_ANSWERED: &str = "0";

/// Raise likelihood or impact above what the answers say.
#[component]
pub fn RaiseRiskForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let factor = RwSignal::new(LIKELIHOOD.to_owned());
    let level = RwSignal::new(HIGHEST.to_string());
    let reason = RwSignal::new(String::new());
    let chosen = move || if factor.with(|factor| factor == IMPACT) { Factor::Impact } else { Factor::Likelihood };
    let levels = Memo::new(move |_| {
        let factor = chosen();
        let read = session.read(|workspace| {
            let risk = workspace.desk().changes().get(id).ok()?.risk.clone();
            Some((risk.answers?.level(factor), risk.raised(factor).is_some()))
        });
        let (least, is_raised) = read.flatten().unwrap_or((HIGHEST, false));
        let choice = |level: u8| Choice::new(level.to_string(), level.to_string());
        let back = is_raised.then(|| Choice::new(AS_ANSWERED, "As the answers say"));
        (least.saturating_add(1)..=HIGHEST).map(choice).chain(back).collect::<Vec<Choice>>()
    });
    let submit = move || {
        let to = level.with_untracked(|level| level.parse().ok()).filter(|level: &u8| *level > 0);
        let raise = Amendment::Raise { factor: untrack(chosen), to, because: reason.get_untracked().into() };
        asking.give(Command::Change(Ask::Amend { change: id, changes: vec![raise] }), "Saved");
    };
    let sides = vec![Choice::new(LIKELIHOOD, "Likelihood"), Choice::new(IMPACT, "Impact")];
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["reason", "level"]) submit>
            <p class="form-note">"You may know what six questions do not ask. A number can only go up: what the answers say is not talked down."</p>
            <Field label="Which number?" group=true required=true><RadioGroup choices=sides value=factor beside=true /></Field>
            <Field label="To" required=true error=asking.error_of("level")><Select choices=levels value=level /></Field>
            <Field label="Reason" required=true error=asking.error_of("reason")><TextArea value=reason rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}
