//! What a service has to say and does not.

use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Edit, Slot, Text, Texts};

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "no-summary",
        Level::Must,
        "It does not say what you get",
        "Customers decide by this one sentence whether to read on. Without it they ask, or look elsewhere.",
        |here| match here.blank(Text::Summary) {
            Some(found) => vec![found.fix(first_sentence(here))],
            None => Vec::new(),
        },
    ),
    Rule::service(
        "no-for-whom",
        Level::Must,
        "It does not say who it is for",
        "Those who may not have it waste their time, and those who may have it do not dare to ask.",
        |here| match here.blank(Text::ForWhom) {
            Some(found) => vec![found.fix(audiences_in_words(here))],
            None => Vec::new(),
        },
    ),
    Rule::service(
        "no-how-to-ask",
        Level::Must,
        "It does not say how to ask for it",
        "A service that nobody knows how to ask for is asked for by e-mail to whoever seems to know.",
        |here| match here.blank(Text::HowToAsk) {
            Some(found) => vec![found.fix(ask_here(here))],
            None => Vec::new(),
        },
    ),
    Rule::service(
        "no-owner",
        Level::Must,
        "Nobody owns it",
        "One person answers for the whole service, whoever does the work. Without an owner nobody decides, improves or retires it.",
        |here| here.unless(here.listed.content.owner.is_some(), Slot::Owner),
    ),
    Rule::service(
        "no-outcome",
        Level::Should,
        "No outcome is named",
        "A service helps customers to achieve something. Without the outcome, what is described is only an output.",
        |here| {
            let has = here.listed.content.outcomes.iter().any(|outcome| !is_blank(outcome));
            here.unless(has, Slot::Texts(Texts::Outcomes))
        },
    ),
    Rule::service(
        "no-utility",
        Level::Should,
        "Utility is missing",
        "Utility says what the service does: whether it is fit for purpose. Without it, no value is promised.",
        |here| here.blank(Text::Utility).into_iter().collect(),
    ),
    Rule::service(
        "no-warranty",
        Level::Should,
        "Warranty is missing",
        "Warranty says how well it is assured: available, with capacity, secure, continuous. Utility alone makes no value.",
        |here| here.blank(Text::Warranty).into_iter().collect(),
    ),
    Rule::service(
        "no-hours",
        Level::Should,
        "It does not say its hours",
        "Customers plan by when a service can be used and when somebody helps. Targets are counted in these hours.",
        |here| here.blank(Text::Hours).into_iter().collect(),
    ),
    Rule::service(
        "no-channel",
        Level::Should,
        "No way to reach support is named",
        "When it fails, customers need one known way to get help, or they call whom they know.",
        |here| {
            let has = here.listed.content.channels.iter().any(|channel| !is_blank(channel));
            here.unless(has, Slot::Texts(Texts::Channels))
        },
    ),
    Rule::service(
        "no-support",
        Level::Should,
        "No team supports it",
        "Incidents and orders go to the supporting team. Without one they wait until somebody finds out whose they are.",
        |here| here.unless(here.listed.content.support.is_some(), Slot::Support),
    ),
    Rule::service(
        "no-category",
        Level::Could,
        "It stands in no category",
        "Who browses looks on the shelves. What stands on none is found only by those who know its name.",
        |here| {
            let has = !here.listed.content.categories.is_empty() || here.catalogue.categories.is_empty();
            here.unless(has, Slot::Categories)
        },
    ),
];

impl Here<'_> {
    fn unless(&self, has: bool, slot: Slot) -> Vec<Found> {
        if has { Vec::new() } else { vec![Found::new(Part::Slot(slot))] }
    }

    fn blank(&self, text: Text) -> Option<Found> {
        is_blank(text.of(&self.listed.content)).then(|| Found::new(Part::Slot(Slot::Text(text))))
    }

    fn say(&self, label: &str, text: Text, words: &str) -> Fix {
        Fix::edit(label, self.id, Edit::Text(text, words.into()))
    }
}

/// The first sentence of the longer description, where it is short enough to be read at a glance.
fn first_sentence(here: &Here) -> Option<Fix> {
    const MOST: usize = 200;
    let text = here.listed.content.description.trim();
    let line = text.lines().next()?;
    let is_prose = !line.starts_with(['#', '-', '*', '>', '|', '`', '1']);
    let end = line.find(". ").map_or(line.len(), |at| at + 1);
    let sentence = line.get(..end)?.trim();
    (is_prose && !sentence.is_empty() && sentence.chars().count() <= MOST)
        .then(|| here.say("Use the first sentence of the description", Text::Summary, sentence))
}

/// The audiences by name. A service without one may be seen and ordered by everybody, so that can be said.
fn audiences_in_words(here: &Here) -> Option<Fix> {
    let audiences = &here.listed.content.audiences;
    if audiences.is_empty() {
        return Some(here.say("Write “Everybody”, as no audience is chosen", Text::ForWhom, "Everybody"));
    }
    let names: Option<Vec<&str>> =
        audiences.iter().map(|id| here.catalogue.audiences.get(id).map(|name| &**name)).collect();
    Some(here.say("Write down the chosen audiences", Text::ForWhom, &names?.join(", ")))
}

/// Where something can be ordered, the catalogue itself is the way.
fn ask_here(here: &Here) -> Option<Fix> {
    let can_order = !here.listed.content.offerings.is_empty();
    can_order.then(|| here.say("Write that it is ordered here", Text::HowToAsk, "Order it here, in the catalogue."))
}
