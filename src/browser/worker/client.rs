//! The page's side: starting a worker, giving it its job, hearing its answers, ending it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::protocol::{Answer, ImportOrder};
use crate::browser::page;

type Heard = Rc<dyn Fn(Answer)>;

struct Running {
    worker: Worker,
    // Kept alive for as long as the worker may call them.
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(web_sys::Event)>,
}

/// A job in a worker of its own. Dropping or [cancelling](Self::cancel) it ends the worker.
#[derive(Clone)]
pub struct Job {
    running: Rc<RefCell<Option<Running>>>,
}

const NO_WORKER: &str = "The part of Service Dojo that does long work could not be loaded. Reload the page and try again; nothing was changed.";

impl Job {
    /// Starts an import. `heard` gets progress and then exactly one `Done` or `Fault`, unless cancelled.
    pub fn import(order: ImportOrder, bytes: Uint8Array, heard: impl Fn(Answer) + 'static) -> Self {
        let job = Self { running: Rc::new(RefCell::new(None)) };
        let heard: Heard = Rc::new(heard);
        if job.start(order, bytes, heard.clone()).is_none() {
            heard(Answer::Fault(NO_WORKER.to_owned()));
        }
        job
    }

    /// Ends the worker at once.
    pub fn cancel(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
        }
    }

    fn start(&self, order: ImportOrder, bytes: Uint8Array, heard: Heard) -> Option<()> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&page::worker_address()?, &options).ok()?;
        let on_message = {
            let (job, worker, heard) = (self.clone(), worker.clone(), heard.clone());
            let work = RefCell::new(Some((order, bytes)));
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match Answer::from_message(&event.data()) {
                Some(Answer::Ready) => {
                    if let Some((order, bytes)) = work.borrow_mut().take() {
                        let transfer = Array::of1(&bytes.buffer());
                        let _ = worker.post_message_with_transfer(&order.to_message(&bytes), &transfer);
                    }
                }
                Some(answer) => job.tell(answer, &heard),
                None => {}
            })
        };
        let on_error = {
            let (job, heard) = (self.clone(), heard);
            Closure::<dyn Fn(web_sys::Event)>::new(move |_| job.tell(Answer::Fault(NO_WORKER.to_owned()), &heard))
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.running.borrow_mut() = Some(Running { worker, _on_message: on_message, _on_error: on_error });
        Some(())
    }

    fn tell(&self, answer: Answer, heard: &Heard) {
        if matches!(answer, Answer::Done { .. } | Answer::Fault(_)) {
            let job = self.clone();
            // Not at once: the closure that is running now belongs to what would be dropped.
            crate::browser::clock::after(0, move || job.cancel());
        }
        heard(answer);
    }
}
