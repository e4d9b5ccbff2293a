//! The worker's side: one file, whatever is asked about it; or one shift; or how fast it is.

use std::cell::RefCell;
use std::ops::ControlFlow;

use chrono::DateTime;
use simulation::queue::busy_desk;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use workspace::base::Scope;
use workspace::import::{ImportFault, Imported, Mapping, Options, Progress, Sheet, Step, import};

use super::look;
use super::protocol::{Answer, ImportOrder, Order};
use super::shift::{self, Playing};

/// What the worker holds between two orders.
#[derive(Default)]
struct Held {
    bytes: Vec<u8>,
    sheet: Option<Sheet>,
    shift: Option<Playing>,
}

const OTHER_VERSION: &str = "The page and its worker are of different versions. Reload the page.";
const NO_TABLE: &str = "The file is no longer at hand. Choose it again; nothing was changed.";

/// Waits for orders and carries them out. Called once, by the worker's `main`.
pub fn serve() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let held = RefCell::new(Held::default());
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let answer = match Order::from_message(&event.data()) {
                Some(order) => carry_out(order, &mut held.borrow_mut(), &scope),
                None => Answer::Fault(OTHER_VERSION.to_owned()),
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

fn carry_out(order: Order, held: &mut Held, scope: &DedicatedWorkerGlobalScope) -> Answer {
    let mut report = |progress: Progress| {
        tell(scope, &Answer::Progress { fraction: progress.fraction, step: words(progress.step).to_owned() });
        ControlFlow::Continue(())
    };
    match order {
        Order::Import(order, bytes) => imported(import(&bytes.to_vec(), &options(&order), &mut report)),
        Order::Open(bytes) => {
            held.bytes = bytes.to_vec();
            open(held, "", &mut report)
        }
        Order::Reopen(separator) => open(held, &separator, &mut report),
        Order::Check(mapping, serial) => match (&held.sheet, read(&mapping)) {
            (Some(sheet), Some(mapping)) => {
                let checked = serde_json::to_string(&sheet.check(&mapping)).unwrap_or_default();
                Answer::Checked { serial, checked }
            }
            (None, _) => Answer::Fault(NO_TABLE.to_owned()),
            (_, None) => Answer::Fault(OTHER_VERSION.to_owned()),
        },
        Order::Take(order) if order.mapping.is_empty() => imported(import(&held.bytes, &options(&order), &mut report)),
        Order::Take(order) => match (&held.sheet, read(&order.mapping)) {
            (Some(sheet), Some(mapping)) => imported(sheet.import(&mapping, &options(&order), &mut report)),
            (None, _) => Answer::Fault(NO_TABLE.to_owned()),
            (_, None) => Answer::Fault(OTHER_VERSION.to_owned()),
        },
        Order::ShiftBegin(order, serial) => shift::begin(&mut held.shift, &order, serial),
        Order::ShiftAct(act, serial) => shift::act(&mut held.shift, &act, serial),
        Order::ShiftCoach(case, serial) => shift::coach(held.shift.as_ref(), &case, serial),
        Order::ShiftLook(look, serial) => look::look(held.shift.as_mut(), look, serial),
        Order::Queue(customers) => Answer::Queued(busy_desk(u64::from(customers), 1).visits as u32),
    }
}

fn read(mapping: &str) -> Option<Mapping> {
    Mapping::read(mapping)
}

fn open(held: &mut Held, separator: &str, report: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Answer {
    match Sheet::open(&held.bytes, separator, report) {
        Ok(sheet) => {
            let inspection = sheet.inspect();
            held.sheet = Some(sheet);
            Answer::Opened {
                straight: inspection.straight,
                inspection: serde_json::to_string(&inspection).unwrap_or_default(),
            }
        }
        Err(fault) => Answer::Fault(fault.to_string()),
    }
}

fn options(order: &ImportOrder) -> Options {
    let as_of = order.as_of_millis.and_then(DateTime::from_timestamp_millis);
    Options {
        scope: as_of.map_or(Scope::AsItWas, Scope::AsOf),
        file_name: order.file_name.clone(),
        imported_at: DateTime::from_timestamp_millis(order.imported_at_millis).unwrap_or_default(),
    }
}

fn imported(result: Result<Imported, ImportFault>) -> Answer {
    match result {
        Ok(imported) => Answer::Done { kind: imported.segment.kind, bytes: imported.segment.bytes },
        Err(fault) => Answer::Fault(fault.to_string()),
    }
}
