//! What walking a service through its lifecycle leaves behind: real records. `form` says which fields each is written
//! from, `wish` reads what was typed, `carry` gives the commands, `facts` says what a record shows when somebody asks
//! whether a decision holds, `candidates` which records are there already, `reference` is how a record is named in a walk.

mod candidates;
mod carry;
mod facts;
mod form;
mod reference;
mod wish;

pub use candidates::candidates;
pub use carry::{carry_out, pass};
pub use facts::{Known, known};
pub use form::{Control, Field, Form};
pub use reference::Reference;
pub use wish::{Spot, Typed, Wish, read};
