//! What is different between two contents or two catalogues, for people: field by field, with the words that changed
//! inside long texts, and forms and workflows told in sentences.

mod forms;
mod words;
mod workflows;

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::{Catalogue, Content, Cost, Day, Document, Offering, OfferingKey, Text, Texts};

use super::told::{self, Told, listed, or_nothing, quoted};
pub use words::{Kept, Piece, pieces};

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The offering it is about; `None` for the service itself.
    pub offering: Option<String>,
    /// What the field is called on its form.
    pub label: &'static str,
    /// In which way.
    pub what: What,
}

/// In which way something is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One value stands in the place of another; an empty one says that there is none.
    Instead {
        /// Before.
        before: String,
        /// After.
        after: String,
    },
    /// Words of a text: those that stayed, went and came, in order.
    Text(Vec<Piece>),
    /// Sentences that say it.
    Told(Vec<String>),
}

/// What became of a service from one catalogue to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It says something else.
    Changed(Vec<Difference>),
}

/// What is different between two contents, in the order of their forms. Empty only where they say the same.
pub fn contents(told: Told<'_>, before: &Content, after: &Content) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut note = |label, what| found.push(Difference { offering: None, label, what });
    for text in Text::ALL {
        if text.of(before) != text.of(after) {
            note(text.label(), What::Text(pieces(text.of(before), text.of(after))));
        }
    }
    for list in Texts::ALL {
        if let Some(what) = of_lists(&strings(list.of(before)), &strings(list.of(after))) {
            note(list.label(), what);
        }
    }
    for day in Day::ALL {
        let said = |content| day.of(content).map(told::date).unwrap_or_default();
        if day.of(before) != day.of(after) {
            note(day.label(), What::Instead { before: said(before), after: said(after) });
        }
    }
    for (label, said) in values(told) {
        let (before, after) = (said(before), said(after));
        if before != after {
            note(label, What::Instead { before, after });
        }
    }
    for (label, said) in lists(told) {
        if let Some(what) = of_lists(&said(before), &said(after)) {
            note(label, what);
        }
    }
    offerings(told, before, after, &mut found);
    found
}

type Said<'a, T> = Box<dyn Fn(&Content) -> T + 'a>;

/// Fields of one value.
fn values(told: Told<'_>) -> [(&'static str, Said<'_, String>); 5] {
    [
        ("Owner", Box::new(move |one| one.owner.map(|id| told.directory.person(id).to_owned()).unwrap_or_default())),
        (
            "Supported by",
            Box::new(move |one| one.support.map(|id| told.directory.group(id).to_owned()).unwrap_or_default()),
        ),
        ("Cost", Box::new(move |one| cost(told, one.cost))),
        ("Pinned", Box::new(|one| if one.pinned { "stands first" } else { "stands with the others" }.to_owned())),
        ("Value, cost, demand and risk", Box::new(|one| told::rank(&one.rank))),
    ]
}

/// Fields of several values.
fn lists(told: Told<'_>) -> [(&'static str, Said<'_, Vec<String>>); 6] {
    let document = |one: &Document| [&*one.title, " (", &one.link, ")"].concat();
    [
        ("Audience", Box::new(move |one| one.audiences.iter().map(|id| told.audience(*id)).collect())),
        ("Targets", Box::new(move |one| one.targets.iter().map(|target| told.target(target)).collect())),
        ("Categories", Box::new(move |one| one.categories.iter().map(|id| told.category(*id)).collect())),
        ("Documents", Box::new(move |one| one.documents.iter().map(document).collect())),
        (
            "Supporting services",
            Box::new(move |one| one.supporting.iter().map(|id| told.directory.service(*id).to_owned()).collect()),
        ),
        (
            "Configuration items",
            Box::new(move |one| one.items.iter().map(|id| told.directory.item(*id).to_owned()).collect()),
        ),
    ]
}

fn cost(told: Told<'_>, cost: Cost) -> String {
    [&told.money(cost.monthly), " a month and ", &told.money(cost.per_order), " an order"].concat()
}

fn strings(list: &[Arc<str>]) -> Vec<String> {
    list.iter().map(|text| text.to_string()).collect()
}

/// What came to a list and what left it; another order of the same is said to be that.
fn of_lists(before: &[String], after: &[String]) -> Option<What> {
    if before == after {
        return None;
    }
    let mut sentences = Vec::new();
    let mut rest: Vec<&String> = before.iter().collect();
    let mut new = Vec::new();
    for one in after {
        match rest.iter().position(|other| *other == one) {
            Some(place) => drop(rest.remove(place)),
            None => new.push(one),
        }
    }
    sentences.extend(new.iter().map(|one| ["New: ", &or_nothing((*one).clone())].concat()));
    sentences.extend(rest.iter().map(|one| ["Gone: ", &or_nothing((*one).clone())].concat()));
    if sentences.is_empty() {
        let now: Vec<String> = after.iter().map(|one| quoted(one)).collect();
        sentences.push("In another order: ".to_owned() + &listed(&now));
    }
    Some(What::Told(sentences))
}

fn offerings(told: Told<'_>, before: &Content, after: &Content, found: &mut Vec<Difference>) {
    let name = |offering: &Offering| offering.name.to_string();
    let mut note = |of: &Offering, label, what| found.push(Difference { offering: Some(name(of)), label, what });
    for gone in before.offerings.iter().filter(|one| after.offering(one.key).is_none()) {
        note(gone, "Offering", What::Told(vec!["It can no longer be ordered.".to_owned()]));
    }
    for offering in &after.offerings {
        match before.offering(offering.key) {
            None => note(offering, "Offering", What::Told(whole(told, offering))),
            Some(known) => {
                for (label, what) in offering_differences(told, known, offering) {
                    note(offering, label, what);
                }
            }
        }
    }
    let order = |content: &Content, other: &Content| -> Vec<OfferingKey> {
        content.offerings.iter().map(|one| one.key).filter(|key| other.offering(*key).is_some()).collect()
    };
    let is_moved = order(before, after) != order(after, before) || has_come_between(before, after);
    if is_moved {
        let names: Vec<String> = after.offerings.iter().map(|one| quoted(&one.name)).collect();
        let what = What::Told(vec!["The order is now: ".to_owned() + &listed(&names) + "."]);
        found.push(Difference { offering: None, label: "Order of the offerings", what });
    }
}

/// Whether a new offering stands before one that was there: the rest is told by the offering itself.
fn has_come_between(before: &Content, after: &Content) -> bool {
    let is_new = |offering: &Offering| before.offering(offering.key).is_none();
    let first_new = after.offerings.iter().position(is_new);
    let last_known = after.offerings.iter().rposition(|offering| !is_new(offering));
    first_new.zip(last_known).is_some_and(|(new, known)| new < known)
}

/// All that is said of a new offering.
fn whole(told: Told<'_>, offering: &Offering) -> Vec<String> {
    let mut sentences =
        vec![["It is new: ", &offering.kind.word().to_lowercase(), ", ", &told.price(&offering.price), "."].concat()];
    if !offering.summary.trim().is_empty() {
        sentences.push(offering.summary.to_string());
    }
    if offering.opens_incident() {
        sentences.push("An order opens an incident.".to_owned());
    }
    sentences.extend(offering.target.map(|target| ["It is fulfilled within ", &told::hours(target), "."].concat()));
    sentences.extend(forms::differences(told, &itsm::catalogue::form::Form::default(), &offering.form));
    sentences.extend(workflows::differences(told, &Offering::default(), offering));
    sentences
}

fn offering_differences(told: Told<'_>, before: &Offering, after: &Offering) -> Vec<(&'static str, What)> {
    let mut found = Vec::new();
    if before.name != after.name {
        found.push(("Offering’s name", instead(before.name.to_string(), after.name.to_string())));
    }
    if before.summary != after.summary {
        found.push(("What one gets", What::Text(pieces(&before.summary, &after.summary))));
    }
    if before.kind != after.kind {
        found.push(("Kind", instead(before.kind.word().to_owned(), after.kind.word().to_owned())));
    }
    if before.opens != after.opens {
        found.push(("An order opens", instead(told::opens(before.opens), told::opens(after.opens))));
    }
    if before.price != after.price {
        found.push(("Price", instead(told.price(&before.price), told.price(&after.price))));
    }
    if before.target != after.target {
        let said = |one: &Offering| one.target.map(told::hours).unwrap_or_default();
        found.push(("Fulfilled within", instead(said(before), said(after))));
    }
    if before.order_by != after.order_by {
        found.push(("Where orders go", instead(told::order_by(&before.order_by), told::order_by(&after.order_by))));
    }
    let contained = |one: &Offering| -> Vec<String> {
        one.includes.iter().map(|(service, key)| part(told, *service, *key)).collect()
    };
    if let Some(what) = of_lists(&contained(before), &contained(after)) {
        found.push(("Contains", what));
    }
    if before.form != after.form {
        found.push(("Form", What::Told(forms::differences(told, &before.form, &after.form))));
    }
    if before.workflow != after.workflow {
        found.push(("Workflow", What::Told(workflows::differences(told, before, after))));
    }
    found
}

/// A part of a bundle; two offerings of one service are told apart by their numbers.
fn part(told: Told<'_>, service: ServiceId, key: OfferingKey) -> String {
    [told.directory.service(service), ", offering ", &key.0.number.to_string()].concat()
}

fn instead(before: String, after: String) -> What {
    What::Instead { before, after }
}

/// What is different between two catalogues, service by service; those that say the same are left out.
pub fn catalogues(before: &Catalogue, after: &Catalogue) -> Vec<(ServiceId, String, Fate)> {
    let told = Told::of_catalogue(after);
    let gone = before.services.iter().filter(|(id, _)| !after.services.contains_key(id));
    let mut found: Vec<(ServiceId, String, Fate)> =
        gone.map(|(id, listed)| (*id, listed.content.name.to_string(), Fate::Gone)).collect();
    for (id, listed) in &after.services {
        let name = listed.content.name.to_string();
        match before.services.get(id) {
            None => found.push((*id, name, Fate::New)),
            Some(known) => {
                let differences = contents(told, &known.content, &listed.content);
                if !differences.is_empty() {
                    found.push((*id, name, Fate::Changed(differences)));
                }
            }
        }
    }
    found.sort_by_key(|(id, ..)| *id);
    found
}
