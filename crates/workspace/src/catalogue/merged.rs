//! What two copies of a catalogue differ in, in words: what stood there, what one side made of it, what the other.

use itsm::ServiceId;
use itsm::catalogue::merge::{Cell, Side, Value, joined, value};
use itsm::catalogue::{Catalogue, Content, Listed};

use super::diff::{self, Difference, Kept, Piece, What};
use super::page::for_customers;
use super::told::Told;

/// A cell in which copies differ, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The service it is in, by the name that this copy knows it by; `None` for what holds for all of it.
    pub service: Option<String>,
    /// Where it is.
    pub place: String,
    /// What stood there; empty where that is told with the change.
    pub before: Vec<String>,
    /// What this copy says.
    pub mine: Vec<String>,
    /// What the other copy says.
    pub theirs: Vec<String>,
}

/// What a side says that says what stood there.
const AS_BEFORE: &str = "As before";
/// What a side says that has no such thing.
const NOT_THERE: &str = "Not there";
/// What stands where a text is empty.
const EMPTY: &str = "Nothing";

/// A cell in words.
pub fn lines(base: &Catalogue, mine: &Catalogue, theirs: &Catalogue, cell: Cell) -> Lines {
    match cell.service() {
        Some(id) => of_service(base, mine, theirs, id, cell),
        None => {
            let said = |copy: &Catalogue| vec![plain(copy, cell)];
            Lines {
                service: None,
                place: place(mine, theirs, cell),
                before: said(base),
                mine: said(mine),
                theirs: said(theirs),
            }
        }
    }
}

/// What a copy says of what holds for all services.
fn plain(copy: &Catalogue, cell: Cell) -> String {
    let or_empty = |text: &str| if text.trim().is_empty() { EMPTY.to_owned() } else { text.to_owned() };
    match value(copy, cell) {
        None => NOT_THERE.to_owned(),
        Some(Value::Text(text)) if text.starts_with("data:") => "A picture".to_owned(),
        Some(Value::Text(text)) => or_empty(&text),
        Some(Value::Category(category)) => {
            let parent = category.parent.and_then(|id| copy.categories.get(&id));
            let within = parent.map(|parent| [" in ", &parent.name].concat()).unwrap_or_default();
            or_empty([&*category.name, &within, ": ", &category.summary].concat().trim_end_matches([':', ' ']))
        }
        Some(_) => EMPTY.to_owned(),
    }
}

/// What the place is called that copies differ in.
fn place(mine: &Catalogue, theirs: &Catalogue, cell: Cell) -> String {
    let category = |id| mine.categories.get(&id).or(theirs.categories.get(&id)).map(|one| &*one.name);
    let audience = |id| mine.audiences.get(&id).or(theirs.audiences.get(&id)).map(|name| &**name);
    match cell {
        Cell::Setting(setting) => setting.label().to_owned(),
        Cell::Category(id) => ["Category ", category(id).unwrap_or_default()].concat(),
        Cell::Audience(id) => ["Audience ", audience(id).unwrap_or_default()].concat(),
        Cell::Service(_) => "The whole service".to_owned(),
        Cell::Slot(_, slot) => slot.label().to_owned(),
        Cell::Section(..) | Cell::Field(..) => "Form".to_owned(),
        Cell::FormOrder(..) => "Order of the questions".to_owned(),
        Cell::Step(..) => "Workflow".to_owned(),
        Cell::StepOrder(..) => "Order of the steps".to_owned(),
    }
}

fn of_service(base: &Catalogue, mine: &Catalogue, theirs: &Catalogue, id: ServiceId, cell: Cell) -> Lines {
    let names = [mine, theirs, base].into_iter().find_map(|copy| copy.content(id));
    let service = names.map(|content| content.name.to_string());
    if let Cell::Service(_) = cell {
        let said = |copy: &Catalogue| {
            vec![copy.content(id).map_or(NOT_THERE.to_owned(), |content| {
                [&*content.name, ": ", &content.summary].concat().trim_end_matches([':', ' ']).to_owned()
            })]
        };
        let place = place(mine, theirs, cell);
        return Lines { service, place, before: said(base), mine: said(mine), theirs: said(theirs) };
    }
    let mine = changed(base, mine, id, cell);
    let theirs = changed(base, theirs, id, cell);
    let place = [&mine, &theirs].into_iter().flatten().find_map(|found| found.first()).map(|(place, ..)| place.clone());
    let before = [&mine, &theirs].into_iter().flatten().flatten().find_map(|(_, before, _)| before.clone());
    let said = |found: Option<Vec<Told3>>| match found {
        None => vec![NOT_THERE.to_owned()],
        Some(found) if found.is_empty() => vec![AS_BEFORE.to_owned()],
        Some(found) => found.into_iter().flat_map(|(.., after)| after).collect(),
    };
    Lines {
        service,
        place: place.unwrap_or_else(|| plain_place(cell)),
        before: before.into_iter().collect(),
        mine: said(mine),
        theirs: said(theirs),
    }
}

fn plain_place(cell: Cell) -> String {
    place(&Catalogue::default(), &Catalogue::default(), cell)
}

/// A difference: where, what stood there (where that can be told apart), what stands there now.
type Told3 = (String, Option<String>, Vec<String>);

/// What a side changed at one cell of a service; `None` if it does not have the service.
fn changed(base: &Catalogue, side: &Catalogue, id: ServiceId, cell: Cell) -> Option<Vec<Told3>> {
    let listed = side.services.get(&id)?;
    let before = base.services.get(&id).map_or_else(|| nameless(listed), |known| known.content.clone());
    let one = |content: Content| Catalogue {
        services: [(id, Listed { content, ..Listed::default() })].into(),
        ..Catalogue::default()
    };
    let (old, new) = (one(before.clone()), one(listed.content.clone()));
    let only = |other: Cell| Some(if other == cell { Side::Theirs } else { Side::Mine });
    let after = joined(&old, &old, &new, only);
    let after = after.content(id).cloned().unwrap_or_default();
    let found = diff::contents(Told::of_catalogue(side), &before, &after);
    Some(found.into_iter().map(in_words).collect())
}

/// What stands for a service that the older copy does not have: nothing, under the offerings of the side, so that their
/// parts can be told one by one.
fn nameless(listed: &Listed) -> Content {
    let offerings = listed.content.offerings.iter().map(|offering| itsm::catalogue::Offering {
        form: Default::default(),
        workflow: Default::default(),
        ..offering.clone()
    });
    Content { offerings: offerings.collect(), ..Content::default() }
}

fn in_words(difference: Difference) -> Told3 {
    let label = match difference.offering {
        Some(offering) => [&*offering, ": ", difference.label].concat(),
        None => difference.label.to_owned(),
    };
    let or_empty = |text: String| if text.trim().is_empty() { EMPTY.to_owned() } else { text };
    match difference.what {
        What::Instead { before, after } => (label, Some(or_empty(before)), vec![or_empty(after)]),
        What::Text(pieces) => {
            let without = |left_out: Kept| -> String {
                pieces.iter().filter(|piece| piece.kept != left_out).map(|Piece { text, .. }| &**text).collect()
            };
            (label, Some(or_empty(without(Kept::New))), vec![or_empty(without(Kept::Gone))])
        }
        What::Told(sentences) => (label, None, sentences),
    }
}

/// A published copy says nothing of what is meant for colleagues, which does not mean that somebody emptied it: there, it
/// says what `known` says. Anything else is given back as it is. Both name things alike.
pub fn with_internal(copy: Catalogue, known: &Catalogue) -> Catalogue {
    if !is_for_customers(&copy) {
        return copy;
    }
    let mut copy = copy;
    for (id, listed) in &mut copy.services {
        if let Some(known) = known.content(*id) {
            let own = &mut listed.content;
            own.technical = known.technical.clone();
            own.cost = known.cost;
            own.rank = known.rank;
            own.supporting = known.supporting.clone();
            own.items = known.items.clone();
            own.review_on = known.review_on;
        }
    }
    copy
}

/// Whether nothing in a copy is meant for colleagues only: it was published.
pub fn is_for_customers(copy: &Catalogue) -> bool {
    for_customers(copy).services == copy.services
}
