//! Work that waits for the browser.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Runs a future on the page's own thread.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Lets the browser paint before going on.
pub async fn paint() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// Where an answer is left for somebody who waits for it. The first one counts.
pub struct Teller<T>(Rc<RefCell<Waited<T>>>);

impl<T> Clone for Teller<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

struct Waited<T> {
    answer: Option<T>,
    told: bool,
    waker: Option<Waker>,
}

impl<T> Teller<T> {
    /// Leaves the answer.
    pub fn tell(&self, answer: T) {
        let waker = {
            let mut waited = self.0.borrow_mut();
            if waited.told {
                return;
            }
            waited.told = true;
            waited.answer = Some(answer);
            waited.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// A place for one answer, and the waiting for it: from whatever calls back instead of being waited for. If nobody ever
/// tells, the waiting does not end.
pub fn answer<T>() -> (Teller<T>, impl Future<Output = T>) {
    let place = Rc::new(RefCell::new(Waited { answer: None, told: false, waker: None }));
    let teller = Teller(place.clone());
    let waiting = poll_fn(move |context| {
        let mut waited = place.borrow_mut();
        match waited.answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                waited.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    });
    (teller, waiting)
}
