//! The worker's side: one job, then silence.

use std::ops::ControlFlow;

use chrono::DateTime;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use workspace::base::Scope;
use workspace::import::{Options, Progress, Step, import};

use super::protocol::{Answer, ImportOrder};

/// Waits for an order and carries it out. Called once, by the worker's `main`.
pub fn serve() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let answer = match ImportOrder::from_message(&event.data()) {
                Some((order, bytes)) => carry_out(&order, &bytes, &scope),
                None => Answer::Fault("The page and its worker are of different versions. Reload the page.".to_owned()),
            };
            tell(&scope, &answer);
        })
    };
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    tell(&scope, &Answer::Ready);
}

fn tell(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    let _ = scope.post_message(&answer.to_message());
}

/// What a step does, for people.
fn words(step: Step) -> &'static str {
    match step {
        Step::Reading => "Reading rows",
        Step::Ordering => "Ordering rows and choosing those that are taken",
        Step::Packing => "Packing them for this browser",
    }
}

fn carry_out(order: &ImportOrder, bytes: &[u8], scope: &DedicatedWorkerGlobalScope) -> Answer {
    let as_of = order.as_of_millis.and_then(DateTime::from_timestamp_millis);
    let options = Options {
        scope: as_of.map_or(Scope::AsItWas, Scope::AsOf),
        file_name: order.file_name.clone(),
        imported_at: DateTime::from_timestamp_millis(order.imported_at_millis).unwrap_or_default(),
    };
    let mut report = |progress: Progress| {
        tell(scope, &Answer::Progress { fraction: progress.fraction, step: words(progress.step).to_owned() });
        ControlFlow::Continue(())
    };
    match import(bytes, &options, &mut report) {
        Ok(imported) => Answer::Done { kind: imported.segment.kind, bytes: imported.segment.bytes },
        Err(fault) => Answer::Fault(fault.to_string()),
    }
}
