//! What was found: symptom, root cause, workaround, error code. Each is written where it is read.

use itsm::problem::{Action, Amendment, Command as Ask};
use itsm::{Command, ProblemId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Field, Kind, Panel, TextArea, TextInput, Toaster};
use crate::views::undo;

/// The four texts.
#[derive(Clone, Default, PartialEq)]
struct Texts {
    symptom: String,
    cause: String,
    workaround: String,
    error_code: String,
}

fn texts(session: Session, id: ProblemId) -> Texts {
    let read = session.read(|workspace| {
        let analysis = &workspace.desk().problem(id).ok()?.analysis;
        Some(Texts {
            symptom: analysis.symptom.to_string(),
            cause: analysis.cause.to_string(),
            workaround: analysis.workaround.to_string(),
            error_code: analysis.error_code.to_string(),
        })
    });
    read.flatten().unwrap_or_default()
}

/// The panel.
#[component]
pub fn Findings(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = Memo::new(move |_| texts(session, id));
    let editing = RwSignal::new(false);
    let refusal = Memo::new(move |_| session.refuses(id, Action::Amend).map(|refusal| refusal.sentence()));
    let line = move |label: &'static str, hint: &'static str, pick: fn(&Texts) -> &str| {
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
    let shown = move || {
        view! {
            <dl class="findings">
                {line("Symptom", "How does it show to those affected?", |known| &known.symptom)}
                {line("Root cause", "Not known yet. The boards below help to find it.", |known| &known.cause)}
                {line("Workaround", "None known. What lets people work until the cause is gone?", |known| &known.workaround)}
                {line("Error code", "What users report, to be searched for.", |known| &known.error_code)}
            </dl>
            <Show when=move || refusal.with(Option::is_none)>
                <Button label="Write down findings" on_press=move |()| editing.set(true) />
            </Show>
        }
        .into_any()
    };
    view! {
        <Panel title="What is known">
            {move || if editing.get() { view! { <FindingsForm id editing /> }.into_any() } else { shown() }}
        </Panel>
    }
    .into_any()
}

#[component]
fn FindingsForm(id: ProblemId, editing: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let now = untrack(|| texts(session, id));
    let symptom = RwSignal::new(now.symptom);
    let cause = RwSignal::new(now.cause);
    let workaround = RwSignal::new(now.workaround);
    let error_code = RwSignal::new(now.error_code);
    let error = RwSignal::new(None::<String>);
    let kept = session.keep_draft(
        &("problem-found-".to_owned() + &workspace::query::key_text(id.0)),
        vec![("symptom", symptom), ("cause", cause), ("workaround", workaround), ("code", error_code)],
        None,
    );
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let changes = vec![
            Amendment::Symptom(symptom.get_untracked().into()),
            Amendment::Cause(cause.get_untracked().into()),
            Amendment::Workaround(workaround.get_untracked().into()),
            Amendment::ErrorCode(error_code.get_untracked().into()),
        ];
        match session.give(Command::Problem(Ask::Amend { problem: id, changes })) {
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
        <form class="form" novalidate on:submit=submit>
            <Field label="Symptom" hint="How does it show to those affected?"><TextArea value=symptom rows=2 /></Field>
            <Field label="Root cause" hint="What really causes it, so far down that removing it ends the incidents."><TextArea value=cause rows=3 /></Field>
            <Field label="Workaround" hint="What lets people work until the cause is gone, step by step."><TextArea value=workaround rows=3 /></Field>
            <Field label="Error code" hint="What users report, to be searched for."><TextInput value=error_code /></Field>
            <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Save findings"</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=leave />
            </div>
        </form>
    }
    .into_any()
}
