//! One change of what is written of a service, as our own journal keeps it: which field, and what it says from now on,
//! in the same form as in a file.

use std::sync::Arc;

use itsm::catalogue::{Day, Edit, Text, Texts};
use serde_json::Value;

use super::content::{cost, document, rank, target, write_cost, write_document, write_rank, write_target};
use super::cursor::{Cursor, Notes, Source};
use super::form::{form, write_form};
use super::offering::{offering, write_offering};
use super::values::{Fields, day, from_day, from_key, key, line, list, yes};
use super::workflow::{workflow, write_workflow};

const TEXTS: [(&str, Text); 11] = [
    ("name", Text::Name),
    ("summary", Text::Summary),
    ("forWhom", Text::ForWhom),
    ("howToAsk", Text::HowToAsk),
    ("description", Text::Description),
    ("purpose", Text::Purpose),
    ("utility", Text::Utility),
    ("warranty", Text::Warranty),
    ("entitlement", Text::Entitlement),
    ("hours", Text::Hours),
    ("technical", Text::Technical),
];

const LISTS: [(&str, Texts); 3] =
    [("outcomes", Texts::Outcomes), ("channels", Texts::Channels), ("keywords", Texts::Keywords)];

const DAYS: [(&str, Day); 3] = [("reviewOn", Day::Review), ("validFrom", Day::From), ("validTo", Day::To)];

/// How many entries a list of our own journal may have; they are read as they are.
const ANY_NUMBER: usize = usize::MAX;

fn word_of<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    words.iter().find(|(_, one)| one == of).map_or("", |(word, _)| word)
}

fn of_word<T: Copy>(words: &[(&'static str, T)], of: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == of).map(|(_, one)| *one)
}

pub(crate) fn write_edit(edit: &Edit) -> Value {
    let set = |field: &str| Fields::default().put("set", field);
    match edit {
        Edit::Text(which, text) => set(word_of(&TEXTS, which)).put("to", &**text),
        Edit::Texts(which, texts) => set(word_of(&LISTS, which)).put("to", list(texts, |text| (&**text).into())),
        Edit::Day(which, day) => set(word_of(&DAYS, which)).optional("to", day.map(from_day)),
        Edit::Owner(owner) => set("owner").optional("to", owner.map(from_key)),
        Edit::Audiences(ids) => set("audiences").put("to", list(ids, |id| from_key(*id))),
        Edit::Targets(targets) => set("targets").put("to", list(targets, write_target)),
        Edit::Cost(cost) => set("cost").put("to", write_cost(*cost)),
        Edit::Categories(ids) => set("categories").put("to", list(ids, |id| from_key(*id))),
        Edit::Pinned(pinned) => set("pinned").put("to", *pinned),
        Edit::Documents(documents) => set("documents").put("to", list(documents, write_document)),
        Edit::Rank(rank) => set("rank").put("to", write_rank(*rank)),
        Edit::Supporting(ids) => set("supporting").put("to", list(ids, |id| from_key(*id))),
        Edit::Items(ids) => set("items").put("to", list(ids, |id| from_key(*id))),
        Edit::Support(group) => set("support").optional("to", group.map(from_key)),
        Edit::Offering(offering) => set("offering").put("to", write_offering(offering)),
        Edit::OfferingGone(key) => set("offeringGone").put("of", from_key(*key)),
        Edit::OfferingOrder(keys) => set("offeringOrder").put("to", list(keys, |key| from_key(*key))),
        Edit::Form(key, form) => set("form").put("of", from_key(*key)).put("to", write_form(form)),
        Edit::Workflow(key, workflow) => set("workflow").put("of", from_key(*key)).put("to", write_workflow(workflow)),
    }
    .done()
}

/// See [`write_edit`].
pub(crate) fn read_edit(value: &Value) -> Option<Edit> {
    of_journal(value, edit)?
}

/// What a part of our own journal says; `None` if anything in it cannot be read.
pub(crate) fn of_journal<T>(value: &Value, read: impl Fn(&Cursor<'_>) -> T) -> Option<T> {
    let notes = Notes::new(Source::Journal);
    let read = read(&Cursor::top(value, &notes));
    notes.is_sound().then_some(read)
}

fn edit(at: &Cursor<'_>) -> Option<Edit> {
    let set = at.field("set")?.value.as_str()?;
    if let Some(which) = of_word(&TEXTS, set) {
        return Some(Edit::Text(which, at.take("to", line)));
    }
    if let Some(which) = of_word(&LISTS, set) {
        return Some(Edit::Texts(which, all::<Arc<str>>(at, line)));
    }
    if let Some(which) = of_word(&DAYS, set) {
        return Some(Edit::Day(which, at.maybe("to", day)));
    }
    let of = || at.take("of", key);
    Some(match set {
        "owner" => Edit::Owner(at.maybe("to", key)),
        "audiences" => Edit::Audiences(all(at, key)),
        "targets" => Edit::Targets(all(at, target)),
        "cost" => Edit::Cost(at.take("to", cost)),
        "categories" => Edit::Categories(all(at, key)),
        "pinned" => Edit::Pinned(at.take("to", yes)),
        "documents" => Edit::Documents(all(at, document)),
        "rank" => Edit::Rank(at.take("to", rank)),
        "supporting" => Edit::Supporting(all(at, key)),
        "items" => Edit::Items(all(at, key)),
        "support" => Edit::Support(at.maybe("to", key)),
        "offering" => Edit::Offering(Box::new(at.take("to", offering))),
        "offeringGone" => Edit::OfferingGone(of()),
        "offeringOrder" => Edit::OfferingOrder(all(at, key)),
        "form" => Edit::Form(of(), Box::new(at.take("to", form))),
        "workflow" => Edit::Workflow(of(), Box::new(at.take("to", workflow))),
        _ => return None,
    })
}

fn all<T>(at: &Cursor<'_>, read: impl FnMut(&Cursor<'_>) -> T) -> Vec<T> {
    at.needed("to").map(|list| list.each(ANY_NUMBER, read)).unwrap_or_default()
}
