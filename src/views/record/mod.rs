//! What the pages of all records share: the list, the frame of one record, its actions and their dialogs, what it is
//! linked to. A page of a practice brings what is its own.

mod actions;
mod dialog;
mod facts;
mod found;
mod frame;
mod list;
mod nav;
mod note;
mod rating;
mod related;

pub use actions::{Act, ActionRow};
pub use dialog::FormDialog;
pub use facts::FactsPanel;
pub use found::RecordAt;
pub use frame::RecordFrame;
pub use list::{Line, Mark, RecordList};
pub use nav::DeskNav;
pub use note::NoteForm;
pub use rating::RatingPanel;
pub use related::Related;
