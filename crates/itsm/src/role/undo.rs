//! Taking back: what one did oneself, or what one's role may do.

use super::{
    Allowed, Role, availability, catalogue, change, configuration, desk, link, major, monitoring, promise, supplier,
};
use crate::desk::{Context, Event, Happening};
use crate::refusal::Refusal;

const WHAT: &str = "take back what others did";
const BECAUSE: &str = "they would not know why it is gone";
const COLLEAGUES: Allowed = Allowed::only(&[Role::Agent, Role::ChangeManager, Role::ServiceOwner], WHAT, BECAUSE);
const DESK: Allowed = Allowed::only(&[Role::Agent], WHAT, BECAUSE);

/// Whether the one who acts may take an event back, or bring it back: it was their own doing, or their role does such
/// things.
pub fn may_take_back(event: &Event, context: &Context) -> Result<(), Refusal> {
    if event.by == context.actor { Ok(()) } else { of(&event.what).check_own(context.role, context.actor, None) }
}

/// Who may do what has happened.
fn of(what: &Happening) -> Allowed {
    match what {
        Happening::Incident(..) | Happening::Problem(..) => DESK,
        Happening::Alert(..) | Happening::EventRulesSet(_) => monitoring::WATCH,
        Happening::Promise(..) => promise::AGREE,
        Happening::Supplier(..) => supplier::CONTRACT,
        Happening::Item(..) | Happening::Needs(..) | Happening::Baseline(..) => configuration::RECORD,
        Happening::ChangeTemplate(..) => change::AUTHORISE,
        Happening::Schedule(_) => change::PLAN,
        Happening::Service(..) => availability::MEASURE,
        Happening::Catalogue(..) | Happening::CatalogueShared(_) => catalogue::WRITE,
        Happening::Major(..) => major::LEAD,
        Happening::Link(..) => link::LINK,
        Happening::Entered(entry) => desk::of_name(entry.id()),
        Happening::Retired(id, _) => desk::of_name(*id),
        Happening::MatrixSet(_) => desk::MATRIX,
        Happening::AgreementSet(_) => desk::AGREEMENT,
        Happening::Change(..)
        | Happening::Request(..)
        | Happening::Article(..)
        | Happening::Improvement(..)
        | Happening::ViewSaved(..)
        | Happening::ViewDropped(_)
        | Happening::TemplateSaved(..)
        | Happening::TemplateDropped(_)
        | Happening::ClockMoved(_) => COLLEAGUES,
    }
}
