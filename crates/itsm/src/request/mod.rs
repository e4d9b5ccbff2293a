//! Service request management: what users may ask for, and how it reaches them.
//!
//! A request has items, each with tasks. What is kept of a request is what was asked for, what approvers said and what
//! became of each task: the states of items and of the whole request follow from that and are worked out on reading, so
//! that they can never contradict each other. Item states are ServiceNow's for requested items; the kinds of requests are
//! those of ITIL 4. The files are those of [`crate::incident`], with `reading` for what is worked out.

mod apply;
mod command;
mod decide;
mod event;
mod reading;
mod record;
mod state;
mod words;

pub(crate) use apply::apply;
pub use command::{Amendment, Command, Form, Ordered, Origin, Plan, Step, Target, Wanted};
pub use decide::{Action, TaskAction, why_not, why_not_answer, why_not_rate, why_not_task};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use reading::Standing;
pub use record::{Ending, Item, Progress, Request, Task, TaskId, Wait};
pub use state::{Destination, ItemState, Kind, PendingReason, State, TaskState};

use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::RequestId;
use crate::register::Numbered;

impl Numbered for RequestId {
    const PREFIX: &'static str = "REQ";
    const WHAT: &'static str = "request";
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: RequestId) -> Option<Card> {
    let request = desk.requests.get(id).ok()?;
    let state = request.state();
    Some(Card {
        id: RecordId::Request(id),
        number: desk.requests.number(id),
        title: request.summary.to_string(),
        state: state.word(),
        is_open: state.is_open(),
    })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.requests.all().any(|request| request.mentions(entry))
}

/// Whether an open request waits for a group or a person, which then cannot be retired.
pub(crate) fn waits_for(desk: &Desk, entry: EntryId) -> bool {
    desk.requests.all().any(|request| request.state().is_open() && request.waits_for(entry))
}
