//! What somebody wants to order and has not ordered yet. It is kept in this browser as a text, so that a reload loses
//! nothing; it is nobody's work yet, so it is no part of the journal.

use std::sync::Arc;

use itsm::PersonId;
use itsm::ServiceId;
use itsm::catalogue::form::{Answer, Answers};
use itsm::catalogue::{Catalogue, ChoiceKey, FieldKey, Offering, OfferingKey};
use serde::{Deserialize, Serialize};

use crate::query::{key_of, key_text};

/// More is no order any more, but a list.
pub const MOST_LINES: usize = 50;

/// The most of one thing in one order.
pub const MOST_OF_ONE: u16 = 999;

/// Some orders, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basket {
    /// See above.
    pub lines: Vec<Line>,
}

/// One order.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// From which service.
    pub service: ServiceId,
    /// What.
    pub offering: OfferingKey,
    /// How many, from 1.
    pub quantity: u16,
    /// What its form was answered with.
    pub answers: Answers,
    /// For whom, if it is somebody else.
    pub beneficiary: Option<PersonId>,
    /// Who decides for them, where the workflow asks their manager.
    pub manager: Option<PersonId>,
}

impl Basket {
    /// Adds an order; `false` if the basket is full. The same thing with the same answers becomes more of it.
    pub fn add(&mut self, line: Line) -> bool {
        let alike = self.lines.iter_mut().find(|known| Line { quantity: line.quantity, ..(*known).clone() } == line);
        if let Some(known) = alike {
            known.quantity = known.quantity.saturating_add(line.quantity).min(MOST_OF_ONE);
            return true;
        }
        let has_room = self.lines.len() < MOST_LINES;
        if has_room {
            self.lines.push(line);
        }
        has_room
    }

    /// Says how many of a line are wanted: at least one.
    pub fn set_quantity(&mut self, place: usize, quantity: u16) {
        if let Some(line) = self.lines.get_mut(place) {
            line.quantity = quantity.clamp(1, MOST_OF_ONE);
        }
    }

    /// Takes a line out.
    pub fn remove(&mut self, place: usize) {
        if place < self.lines.len() {
            self.lines.remove(place);
        }
    }

    /// How many things are in it.
    pub fn count(&self) -> u32 {
        self.lines.iter().map(|line| u32::from(line.quantity)).sum()
    }

    /// The basket as it is kept.
    pub fn to_text(&self) -> String {
        serde_json::to_string(&self.lines.iter().map(KeptLine::of).collect::<Vec<_>>()).unwrap_or_default()
    }

    /// The basket that was kept. Lines that cannot be read are left out: a basket is quickly filled again.
    pub fn read(text: &str) -> Self {
        let values: Vec<serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
        let lines = values.into_iter().filter_map(|value| serde_json::from_value::<KeptLine>(value).ok()?.line());
        Self { lines: lines.take(MOST_LINES).collect() }
    }
}

impl Line {
    /// What is ordered, if the catalogue still has it.
    pub fn offering<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Offering> {
        catalogue.offering(self.service, self.offering)
    }
}

/// A line as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptLine {
    service: String,
    offering: String,
    quantity: u16,
    #[serde(default)]
    answers: Vec<(String, KeptAnswer)>,
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    beneficiary: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    manager: Option<String>,
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KeptAnswer {
    Text(String),
    Number(i64),
    Choice(String),
    Choices(Vec<String>),
    Date(String),
    Person(String),
    Item(String),
}

impl KeptLine {
    fn of(line: &Line) -> Self {
        Self {
            service: key_text(line.service.0),
            offering: key_text(line.offering.0),
            quantity: line.quantity,
            answers: line.answers.iter().map(|(field, answer)| (key_text(field.0), KeptAnswer::of(answer))).collect(),
            beneficiary: line.beneficiary.map(|person| key_text(person.0)),
            manager: line.manager.map(|person| key_text(person.0)),
        }
    }

    fn line(self) -> Option<Line> {
        let answers =
            self.answers.into_iter().filter_map(|(field, answer)| Some((FieldKey(key_of(&field)?), answer.answer()?)));
        let person = |text: Option<String>| text.as_deref().and_then(key_of).map(PersonId);
        Some(Line {
            service: ServiceId(key_of(&self.service)?),
            offering: OfferingKey(key_of(&self.offering)?),
            quantity: self.quantity.clamp(1, MOST_OF_ONE),
            answers: answers.collect(),
            beneficiary: person(self.beneficiary),
            manager: person(self.manager),
        })
    }
}

impl KeptAnswer {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Text(text) => KeptAnswer::Text(text.to_string()),
            Answer::Number(number) => KeptAnswer::Number(*number),
            Answer::Choice(choice) => KeptAnswer::Choice(key_text(choice.0)),
            Answer::Choices(choices) => KeptAnswer::Choices(choices.iter().map(|choice| key_text(choice.0)).collect()),
            Answer::Date(date) => KeptAnswer::Date(date.to_string()),
            Answer::Person(name) => KeptAnswer::Person(name.to_string()),
            Answer::Item(name) => KeptAnswer::Item(name.to_string()),
        }
    }

    fn answer(self) -> Option<Answer> {
        let choice = |text: &String| key_of(text).map(ChoiceKey);
        Some(match self {
            KeptAnswer::Text(text) => Answer::Text(Arc::from(text)),
            KeptAnswer::Number(number) => Answer::Number(number),
            KeptAnswer::Choice(text) => Answer::Choice(choice(&text)?),
            KeptAnswer::Choices(texts) => Answer::Choices(texts.iter().filter_map(choice).collect()),
            KeptAnswer::Date(date) => Answer::Date(date.parse().ok()?),
            KeptAnswer::Person(name) => Answer::Person(Arc::from(name)),
            KeptAnswer::Item(name) => Answer::Item(Arc::from(name)),
        })
    }
}
