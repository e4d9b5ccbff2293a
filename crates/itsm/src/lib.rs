//! Service management itself: records, rules, calendars and service level clocks.
//!
//! Pure: no browser, no clock of its own, no randomness, no panic on input, nothing about how things are
//! stored. State changes only through [`decide`] and [`apply`].

mod apply;
mod card;
mod decide;
mod desk;
mod directory;
mod fields;
mod happening;
mod ids;
mod numbering;
mod priority;
mod refusal;
mod register;
mod retire;
mod template;
mod view;

pub mod approval;
pub mod availability;
pub mod calendar;
pub mod catalogue;
pub mod change;
pub mod configuration;
pub mod improvement;
pub mod incident;
pub mod knowledge;
pub mod link;
pub mod major;
pub mod monitoring;
pub mod problem;
pub mod promise;
pub mod request;
pub mod role;
pub mod satisfaction;
pub mod schedule;
pub mod service_level;
pub mod supplier;

pub use apply::apply;
pub use card::Card;
pub use decide::decide;
pub use desk::{Command, Context, Desk, Event, Happening, RecordId};
pub use directory::{Directory, Entry, EntryId};
pub use ids::{
    AlertId, ArticleId, BaselineId, CategoryId, ChangeId, ChangeTemplateId, FreezeId, GroupId, ImprovementId,
    IncidentId, ItemId, Key, PersonId, ProblemId, PromiseId, RequestId, ServiceId, SupplierId, TemplateId, ViewId,
    WindowId,
};
pub use priority::{Level, Matrix, MatrixFault, Priority};
pub use refusal::Refusal;
pub use register::{Numbered, Register};
pub use retire::why_not_retire;
pub use role::{Role, may};
pub use template::{Fill, Template};
pub use view::View;
