//! Major incidents: what a failure needs that the usual way is too slow for.
//!
//! A major incident is an incident with a procedure of its own: somebody proposes it (a candidate), a manager accepts
//! or rejects it, and it is led with named parts, a plan of who is told what, and a timeline. It ends when its incident
//! is resolved, which is therefore not stored. Source: ServiceNow's major incident workbench, and ITIL's rule that major
//! incidents have a separate procedure.

mod allowed;
mod apply;
mod command;
mod decide;
mod event;
mod hints;
mod record;

pub use allowed::{Action, Phase, standing, why_not};
pub(crate) use allowed::{legal, looked_back};
pub(crate) use apply::{apply, forget};
pub use command::Command;
pub(crate) use decide::decide;
pub use event::Event;
pub use hints::{Hints, MANY_LINKED, MANY_OF_SERVICE, hints, linked};
pub use record::{LookBack, Major, Moment, Part, Plan, Review, Standing, Status, Update, What};

use crate::desk::Desk;
use crate::directory::EntryId;

/// Whether what is known here names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    let EntryId::Person(id) = entry else { return false };
    let swarmed = |moment: &Moment| matches!(&moment.what, What::Swarmed(people) if people.contains(&id));
    desk.majors.values().any(|major| {
        Part::ALL.into_iter().any(|part| major.who(part) == Some(id))
            || major.updates.iter().any(|update| update.by == id)
            || major.moments.iter().any(|moment| moment.by == id || swarmed(moment))
    })
}
