//! Forms that ask for words: a reason, a fix, a message, the number of another problem.

use itsm::problem::{Command as Ask, Message};
use leptos::prelude::*;
use workspace::Workspace;

use super::{Form, Wanted};
use crate::session::Session;
use crate::ui::{Checkbox, Choice, Field, RadioGroup, TextArea, TextInput};
use crate::views::asking::FormFrame;
use crate::views::words;

/// Accept the risk, cancel, analyse again: each needs a reason.
#[component]
pub fn ReasonForm(form: Form, wanted: Wanted) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let (problem, because) = (form.id, reason.get_untracked().into());
        match wanted {
            Wanted::AcceptRisk => form.give(Ask::AcceptRisk { problem, because }, "Closed, the risk is accepted"),
            Wanted::Cancel => form.give(Ask::Cancel { problem, because }, "Cancelled"),
            _ => form.give(Ask::Reanalyse { problem, because }, "The analysis has begun again"),
        }
    };
    let (label, ask) = match wanted {
        Wanted::AcceptRisk => (
            "Accept the risk",
            "Why is a fix not worth its cost, and who agreed? A known error stays one, so that its workaround is found.",
        ),
        Wanted::Cancel => ("Cancel this problem", "Why is it not needed? Its incidents may go on without an answer."),
        _ => ("Analyse again", "What showed that the cause or the fix was not the right one?"),
    };
    view! {
        <FormFrame form label error=form.error_beside(&["reason"]) submit>
            <Field label="Reason" hint=ask required=true error=form.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

/// Resolve: what removed the cause, and whether those that wait for it are resolved with it.
#[component]
pub fn ResolveForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let fix = RwSignal::new(String::new());
    let awaiting = |w: &Workspace| w.desk().incidents_of_problem(form.id).filter(|one| one.awaits_problem()).count();
    let waiting = session.peek(awaiting).unwrap_or(0);
    let cascade = RwSignal::new(waiting > 0);
    let submit = move || {
        let resolve = Ask::Resolve {
            problem: form.id,
            fix: fix.get_untracked().into(),
            resolve_awaiting: cascade.get_untracked(),
        };
        form.give(resolve, "Resolved");
    };
    let detail = words::count(waiting, "incident waits", "incidents wait")
        + " for this problem. The fix becomes their solution.";
    view! {
        <FormFrame form label="Resolve" error=form.error_beside(&["fix"]) submit>
            <p class="form-note">"A problem is resolved when its cause is gone. Incidents need not wait for that: a workaround restores the service, too."</p>
            <Field label="Fix" hint="What was done, so that it can be done again elsewhere." required=true error=form.error_of("fix")>
                <TextArea value=fix rows=4 />
            </Field>
            {(waiting > 0).then(|| view! {
                <Checkbox label="Resolve what waits for it, too" detail value=cascade />
            })}
        </FormFrame>
    }
    .into_any()
}

const WORKAROUND: &str = "workaround";
const FIX: &str = "fix";

/// Tell the callers of every linked open incident.
#[component]
pub fn CommunicateForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = session.peek(|workspace| {
        let desk = workspace.desk();
        let problem = desk.problem(form.id).ok()?;
        let open = desk.incidents_of_problem(form.id).filter(|incident| incident.state.is_open()).count();
        let fix = problem.resolution.as_ref().map(|end| end.notes.to_string());
        Some((problem.analysis.workaround.to_string(), fix, open))
    });
    let (workaround, fix, open) = known.flatten().unwrap_or_default();
    let is_fixed = fix.is_some();
    let what = RwSignal::new(if is_fixed { FIX } else { WORKAROUND }.to_owned());
    let text = RwSignal::new(fix.unwrap_or(workaround));
    let submit = move || {
        let message = if what.with_untracked(|what| what == FIX) { Message::Fix } else { Message::Workaround };
        let done = words::count(open, "caller is told", "callers are told");
        form.give(Ask::Communicate { problem: form.id, what: message, text: text.get_untracked().into() }, done);
    };
    let choices = vec![
        Choice::new(WORKAROUND, "The workaround").with_detail("How they can work on until the cause is gone."),
        Choice::new(FIX, "The fix").with_detail("That the cause is gone, and what they have to do, if anything."),
    ];
    let hint = "It becomes a public reply in each of ".to_owned()
        + &words::count(open, "open incident", "open incidents")
        + ".";
    view! {
        <FormFrame form label="Tell them" error=form.error_beside(&["text"]) submit>
            <Field label="What do you tell?" group=true required=true><RadioGroup choices value=what /></Field>
            <Field label="Text" hint required=true error=form.error_of("text")><TextArea value=text rows=5 /></Field>
        </FormFrame>
    }
    .into_any()
}

/// The same as another problem.
#[component]
pub fn DuplicateForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = RwSignal::new(String::new());
    let unknown = RwSignal::new(None::<String>);
    let submit = move || {
        let text = number.get_untracked();
        match session.peek(|workspace| workspace.desk().find_problem(&text)).flatten() {
            Some(of) => form.give(Ask::MarkDuplicate { problem: form.id, of }, "Closed as a duplicate"),
            None => {
                unknown.set(Some("There is no problem of this number here. Write it like PRB0000012.".to_owned()));
            }
        }
    };
    let error = Signal::derive(move || {
        unknown.get().or_else(|| form.error_of("original").get()).or_else(|| form.error_of("problem").get())
    });
    view! {
        <FormFrame form label="Close as a duplicate" error=form.error_beside(&["original", "problem"]) submit>
            <Field label="Number of the original" hint="Like PRB0000012. The incidents of this problem are linked to that one." required=true error>
                <TextInput value=number />
            </Field>
        </FormFrame>
    }
    .into_any()
}
