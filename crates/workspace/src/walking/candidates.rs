//! Records that are there already and would do for a decision, so that nobody writes the same thing twice.

use itsm::configuration::Node;
use itsm::promise::{Kind, Promise};
use itsm::{Desk, RecordId, ServiceId};

use super::form::Form;
use super::reference::Reference;

/// What could be chosen for a decision about a service, with how it is called. Before the service has its entry, only
/// services can be chosen.
pub fn candidates(desk: &Desk, form: Form, service: Option<ServiceId>) -> Vec<(Reference, String)> {
    let mut found: Vec<(Reference, String)> = match (form, service) {
        (Form::Entry, _) => {
            desk.portfolio().listings().map(|listing| named(desk, Reference::Service(listing.id))).collect()
        }
        (_, None) => vec![],
        (Form::Listing | Form::Ending, Some(service)) => vec![named(desk, Reference::Service(service))],
        (Form::Offering, Some(service)) => offerings(desk, service),
        (Form::CustomerAgreement, Some(service)) => agreements(desk, service, Kind::Customer),
        (Form::InsideAgreement, Some(service)) => agreements(desk, service, Kind::Inside),
        (Form::Review, Some(service)) => reviews(desk, service),
        (Form::Supplier, Some(_)) => {
            desk.suppliers().all().map(|one| named(desk, Reference::Supplier(one.id))).collect()
        }
        (Form::Item, Some(service)) => items(desk, service),
        (Form::Change, Some(service)) => {
            let about = desk.changes().all().filter(|one| one.services.contains(&service));
            about.map(|one| named(desk, Reference::Change(one.id))).collect()
        }
        (Form::Article, Some(service)) => {
            let about = desk.articles().all().filter(|one| {
                let draft = one.draft.iter().map(|draft| &draft.content);
                let content = one.versions.iter().map(|version| &version.content);
                draft.chain(content).any(|content| content.service == Some(service))
            });
            about.map(|one| named(desk, Reference::Article(one.id))).collect()
        }
        (Form::Improvement, Some(_)) => {
            desk.improvements().all().map(|one| named(desk, Reference::Improvement(one.id))).collect()
        }
    };
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

fn named(desk: &Desk, reference: Reference) -> (Reference, String) {
    let called = desk.card(reference.record()).map(|card| match reference {
        Reference::Service(_) | Reference::Item(_) => card.number,
        _ => [card.number, card.title].join(" "),
    });
    (reference, called.unwrap_or_default())
}

fn covers(promise: &Promise, service: ServiceId) -> bool {
    promise.latest().is_some_and(|version| version.terms.covers(service))
}

fn agreements(desk: &Desk, service: ServiceId, kind: Kind) -> Vec<(Reference, String)> {
    let fit = desk.promises().all().filter(|one| one.kind() == kind && covers(one, service));
    fit.map(|one| named(desk, Reference::Agreement(one.id))).collect()
}

fn reviews(desk: &Desk, service: ServiceId) -> Vec<(Reference, String)> {
    let about = desk.promises().all().filter(|one| one.kind() == Kind::Customer && covers(one, service));
    let of = |promise: &Promise| {
        let places = 0..u16::try_from(promise.reviews.len()).unwrap_or(u16::MAX);
        let title = promise.title().to_owned();
        let id = promise.id;
        places.map(move |place| {
            let number = (place + 1).to_string();
            (Reference::Review(id, place), ["Review ", &number, " of ", &title].concat())
        })
    };
    about.flat_map(of).collect()
}

fn offerings(desk: &Desk, service: ServiceId) -> Vec<(Reference, String)> {
    let listing = desk.portfolio().listing(service);
    let all = listing.into_iter().flat_map(|listing| &listing.draft.offerings);
    all.map(|one| (Reference::Offering(service, one.key), one.name.to_string())).collect()
}

/// What the service needs first, then every other item.
fn items(desk: &Desk, service: ServiceId) -> Vec<(Reference, String)> {
    let needed: Vec<_> = desk.configuration().needs(Node::Service(service)).iter().flat_map(|need| need.of()).collect();
    let own: Vec<_> = needed.into_iter().filter_map(|node| node.item()).collect();
    let ids = if own.is_empty() { desk.configuration().items().map(|item| item.id).collect() } else { own };
    ids.into_iter()
        .filter(|id| desk.card(RecordId::Item(*id)).is_some())
        .map(|id| named(desk, Reference::Item(id)))
        .collect()
}
