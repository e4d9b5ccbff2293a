//! What a published page says of a service: in one place, so that the static site, its data and the list of what goes
//! where say the same. Nothing here asks a desk or the person's own formats: a published page reads the same for all.

mod order;
mod public;
mod then;
mod words;

pub use order::{Ordering, is_address, is_document_link, is_https, ordering};
pub use public::for_customers;
pub use then::{happens, promise};
pub use words::{date, level, money, price, surcharge, within, working_time};
