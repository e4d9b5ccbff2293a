//! Scenarios as data: a world, a pool of what scenarios share, and one shift. Pure forms; what they mean is in `shift`.
//!
//! The forms mirror `public/scenario.schema.json`; `public/content/scenarios/README.md` explains them. Reading forgives
//! nothing: an unknown field is an error.

mod change;
mod clock;
mod condition;
/// Parts of conditions.
pub mod condition_parts {
    pub use super::condition::{Linked, Ticket};
}
mod contact;
mod effect;
mod fault;
mod files;
mod key;
mod pool;
mod story;
mod truth;
mod world;

pub use change::{Change, ChangeState, ChangeType, Does, Freeze, Plan, Reason, Verdict};
pub use clock::{LocalTime, Moment, Span};
pub use condition::{ChangeIs, Condition, Did, FaultIs, Field, LinkKind, PromiseIs, Value, With};
pub use contact::{Contact, Demand, DemandAbout, On, Severity, Stake};
pub use effect::{About as FindingAbout, Effect, ItemState, Timing, What};
pub use fault::{Clicks, Diagnosis, Fault, Heats, ProblemBehind, Recurs, Remedy, StopsAt, Symptom, Works};
pub use files::Files;
pub use key::Key;
pub use pool::{
    ActForm, Answer, Approval, Article, ArticleState, Diagnostic, Fix, Minutes, Offer, Person, Pool, Profile, Rules,
    Supplier, Task, Texts, Voiced,
};
pub use story::{
    ActsOffered, Begins, Clock, Crew, Fixing, Handover, Help, Hidden, HiddenFault, Length, Pace, Report, Scenario,
    Start, StartKind, StartState, Status, Step, Trap, Turn, TutorKey, Variant, When, You,
};
pub use truth::{ContactKind, Refuse, Truth};
pub use world::{Channel, Group, Item, ItemKind, Need, Place, Service, Spread, Target, Team, World};
