//! Service management itself: records, rules, calendars and service level clocks.
//!
//! Pure: no browser, no clock of its own, no randomness, no panic on input, nothing about how things are
//! stored. State changes only through [`decide`] and [`apply`].

mod apply;
mod decide;
mod desk;
mod directory;
mod ids;
mod priority;
mod refusal;
mod retire;
mod template;
mod view;

pub mod calendar;
pub mod incident;
pub mod service_level;

pub use apply::apply;
pub use decide::decide;
pub use desk::{Command, Context, Desk, Event, Happening};
pub use directory::{Directory, Entry, EntryId};
pub use ids::{CategoryId, GroupId, IncidentId, ItemId, Key, PersonId, ServiceId, TemplateId, ViewId};
pub use priority::{Level, Matrix, MatrixFault, Priority};
pub use refusal::Refusal;
pub use retire::why_not_retire;
pub use template::{Fill, Template};
pub use view::View;
