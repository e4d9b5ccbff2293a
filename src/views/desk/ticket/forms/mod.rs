//! The forms of the actions: each asks for what its command needs, and shows what the command refuses.

mod amend;
mod assign;
mod hold;
mod link;
mod reason;
mod resolve;

pub use amend::AmendForm;
pub use assign::AssignForm;
pub use hold::HoldForm;
pub use link::LinkForm;
pub use reason::ReasonForm;
pub use resolve::ResolveForm;
