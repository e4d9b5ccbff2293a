//! How a change is done, tested and undone. Written where it is read.

use itsm::change::{Action, Amendment, ChangeType, Command as Ask, Plans};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use super::risk::{SENT_BACK, would_send_back};
use crate::session::Session;
use crate::ui::{Button, Field, Kind, Panel, TextArea, Toaster};
use crate::views::undo;

fn plans(session: Session, id: ChangeId) -> Plans {
    let read = session.read(|workspace| workspace.desk().changes().get(id).ok().map(|change| change.plans.clone()));
    read.flatten().unwrap_or_default()
}

/// The panel.
#[component]
pub fn PlansPanel(id: ChangeId) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = Memo::new(move |_| plans(session, id));
    let editing = RwSignal::new(false);
    let may_edit = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let is_standard = desk.changes().get(id).is_ok_and(|change| change.kind == ChangeType::Standard);
            session.refuses(id, Action::Plan).is_none() && !is_standard
        });
        read.unwrap_or(false)
    });
    let line = move |label: &'static str, hint: &'static str, pick: fn(&Plans) -> &str| {
        let text = move || known.with(|known| pick(known).to_owned());
        view! {
            <div class="finding">
                <dt>{label}</dt>
                <dd>{move || match text() {
                    text if text.is_empty() => view! { <span class="hint">{hint}</span> }.into_any(),
                    text => view! { <p class="prose">{text}</p> }.into_any(),
                }}</dd>
            </div>
        }
        .into_any()
    };
    let calm = move || {
        view! {
            <dl class="findings">
                {line("Implementation", "How is it done, step by step, and by whom?", |known| &known.implementation)}
                {line("Test", "How does one see that it worked?", |known| &known.test)}
                {line("Back-out", "How is it undone? If it cannot be, why?", |known| &known.back_out)}
            </dl>
            <Show when=move || may_edit.get()>
                <Button label="Write the plans" on_press=move |()| editing.set(true) />
            </Show>
        }
        .into_any()
    };
    view! {
        <Panel title="Plans">
            {move || if editing.get() { view! { <PlansForm id editing /> }.into_any() } else { calm() }}
        </Panel>
    }
    .into_any()
}

#[component]
fn PlansForm(id: ChangeId, editing: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let now = untrack(|| plans(session, id));
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (implementation, test, back_out) = (text(&now.implementation), text(&now.test), text(&now.back_out));
    let error = RwSignal::new(None::<String>);
    let draft = "change-plans-".to_owned() + &workspace::query::key_text(id.0);
    let kept = session.keep_draft(&draft, vec![("plan", implementation), ("test", test), ("backout", back_out)], None);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let changes = vec![
            Amendment::Implementation(implementation.get_untracked().into()),
            Amendment::Test(test.get_untracked().into()),
            Amendment::BackOut(back_out.get_untracked().into()),
        ];
        match session.give(Command::Change(Ask::Amend { change: id, changes })) {
            Ok(_) => {
                kept.forget();
                editing.set(false);
                undo::confirm(session, toaster, "Saved");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let leave = move |()| {
        kept.forget();
        editing.set(false);
    };
    view! {
        <form class="form" novalidate on:submit=submit aria-label="Plans">
            {would_send_back(session, id).then(|| view! { <p class="form-note">{SENT_BACK}</p> })}
            <Field label="Implementation plan" hint="How is it done, step by step, and by whom?"><TextArea value=implementation rows=4 /></Field>
            <Field label="Test plan" hint="How does one see that it worked?"><TextArea value=test rows=3 /></Field>
            <Field label="Back-out plan" hint="How is it undone, and until when? If it cannot be, why?"><TextArea value=back_out rows=3 /></Field>
            <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Save plans"</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=leave />
            </div>
        </form>
    }
    .into_any()
}
