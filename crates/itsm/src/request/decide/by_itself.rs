//! Automatic tasks: they happen by themselves, in the same command as what makes their turn come, so that none ever waits
//! for somebody.

use std::sync::Arc;

use super::{Steps, on};
use crate::desk::{Context, Desk, Happening};
use crate::ids::RequestId;
use crate::request::apply::logged;
use crate::request::event::Event;
use crate::request::record::Request;

/// The steps, and what happens by itself after them.
pub(super) fn follow(desk: &Desk, mut steps: Steps, context: &Context) -> Steps {
    let Some(id) = steps.iter().find_map(about) else { return steps };
    let Some(mut request) = after(desk, id, &steps, context) else { return steps };
    while let Some((item, task)) = request.due_by_itself() {
        let event = Event::TaskDone { item, task, words: Arc::from("") };
        request.change(&event, context.now, context.actor);
        steps.push(on(id, event));
    }
    steps
}

fn about(step: &Happening) -> Option<RequestId> {
    match step {
        Happening::Request(id, _) => Some(*id),
        _ => None,
    }
}

/// The request as these steps leave it.
fn after(desk: &Desk, id: RequestId, steps: &Steps, context: &Context) -> Option<Request> {
    let mut request = desk.requests.get(id).ok().cloned();
    for step in steps {
        let Happening::Request(of, event) = step else { continue };
        match (&mut request, event) {
            (None, Event::Logged(form)) => request = Some(logged(id, form, context.now, context.actor)),
            (Some(request), event) if *of == id => request.change(event, context.now, context.actor),
            _ => {}
        }
    }
    request
}
