//! The page's side: starting a worker, giving it its job, hearing its answers, ending it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::protocol::{Answer, ImportOrder, Order, ShiftOrder};
use crate::browser::page;

type Heard = Rc<dyn Fn(Answer)>;

struct Running {
    worker: Worker,
    // Kept alive for as long as the worker may call them.
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(web_sys::Event)>,
}

/// A job in a worker of its own. [Cancelling](Self::cancel) it ends the worker.
#[derive(Clone)]
pub struct Job {
    running: Rc<RefCell<Option<Running>>>,
    heard: Rc<RefCell<Heard>>,
}

const NO_WORKER: &str = "The part of Service Dojo that does long work could not be loaded. Reload the page and try again; nothing was changed.";

impl Job {
    /// Imports an incident log. `heard` gets progress and then exactly one `Done` or `Fault`, unless cancelled.
    pub fn import(order: ImportOrder, bytes: Uint8Array, heard: impl Fn(Answer) + 'static) -> Self {
        Self::begin(Order::Import(order, bytes), Rc::new(heard))
    }

    /// Reads a table. `heard` gets progress and then `Opened` or `Fault`; after that the job can be [asked](Self::ask)
    /// about the table, until it is `Done` or cancelled.
    pub fn open(bytes: Uint8Array, heard: impl Fn(Answer) + 'static) -> Self {
        Self::begin(Order::Open(bytes), Rc::new(heard))
    }

    /// Begins a shift; after the answer it can be [asked](Self::ask) to act in it, until it is cancelled.
    pub fn shift(order: ShiftOrder, serial: u32, heard: impl Fn(Answer) + 'static) -> Self {
        Self::begin(Order::ShiftBegin(order, serial), Rc::new(heard))
    }

    /// From now on somebody else hears the answers.
    pub fn listen(&self, heard: impl Fn(Answer) + 'static) {
        *self.heard.borrow_mut() = Rc::new(heard);
    }

    /// Asks for something about the table that was opened, or in the shift that was begun.
    pub fn ask(&self, order: &Order) {
        let sent = self.running.borrow().as_ref().map(|running| post(&running.worker, order));
        if sent.is_none() {
            self.tell(Answer::Fault(NO_WORKER.to_owned()));
        }
    }

    /// Ends the worker at once.
    pub fn cancel(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
        }
    }

    fn begin(order: Order, heard: Heard) -> Self {
        let job = Self { running: Rc::new(RefCell::new(None)), heard: Rc::new(RefCell::new(heard)) };
        if job.start(order).is_none() {
            job.tell(Answer::Fault(NO_WORKER.to_owned()));
        }
        job
    }

    fn start(&self, order: Order) -> Option<()> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&page::worker_address()?, &options).ok()?;
        let on_message = {
            let (job, worker) = (self.clone(), worker.clone());
            let work = RefCell::new(Some(order));
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match Answer::from_message(&event.data()) {
                Some(Answer::Ready) => {
                    if let Some(order) = work.borrow_mut().take() {
                        post(&worker, &order);
                    }
                }
                Some(answer) => job.tell(answer),
                None => {}
            })
        };
        let on_error = {
            let job = self.clone();
            Closure::<dyn Fn(web_sys::Event)>::new(move |_| {
                job.end();
                job.tell(Answer::Fault(NO_WORKER.to_owned()));
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.running.borrow_mut() = Some(Running { worker, _on_message: on_message, _on_error: on_error });
        Some(())
    }

    fn tell(&self, answer: Answer) {
        if matches!(answer, Answer::Done { .. }) {
            self.end();
        }
        let heard = self.heard.borrow().clone();
        heard(answer);
    }

    /// Not at once: the closure that is running now belongs to what would be dropped.
    fn end(&self) {
        let job = self.clone();
        crate::browser::clock::after(0, move || job.cancel());
    }
}

fn post(worker: &Worker, order: &Order) {
    let message = order.to_message();
    let _ = match order.bytes() {
        Some(bytes) => worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer())),
        None => worker.post_message(&message),
    };
}
