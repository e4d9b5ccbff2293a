//! Taking in a whole catalogue: new services are drafted, known ones edited, all in one command.

use crate::catalogue::document::Catalogue;
use crate::desk::{Context, Desk, Happening};
use crate::refusal::Refusal;

pub(super) fn take_in(_desk: &Desk, catalogue: Catalogue, _context: &Context) -> Result<Vec<Happening>, Refusal> {
    if catalogue.services.is_empty() {
        return Err(Refusal::Missing { field: "a service", because: "there is nothing in it to take in" });
    }
    Err(Refusal::NoSuch { what: "service" })
}
