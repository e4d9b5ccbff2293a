//! What a service's content says, in words: prices, targets, conditions, steps. For differences and for the history;
//! names come from whoever keeps them, so it works for a desk and for a catalogue that stands alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Condition, FieldKind, Form};
use itsm::catalogue::workflow::{Approver, StepKind, Task, When};
use itsm::catalogue::{
    AudienceId, Catalogue, Cents, ChoiceKey, FieldKey, Opens, OrderBy, Price, Rank, ServiceCategory, ServiceCategoryId,
    Surcharge, Target, TargetLevel,
};
use itsm::{Desk, Directory};

use super::price::{money, surcharge_words};

/// Names of all that contents refer to.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// People, groups, services and items.
    pub directory: &'a Directory,
    /// The shelves.
    pub categories: &'a BTreeMap<ServiceCategoryId, ServiceCategory>,
    /// Who there is to see and order things.
    pub audiences: &'a BTreeMap<AudienceId, Arc<str>>,
    /// The currency of all prices.
    pub currency: &'a str,
}

/// What stands where nothing is said.
pub const NOTHING: &str = "nothing";

impl<'a> Told<'a> {
    /// By the names of a desk.
    pub fn of_desk(desk: &'a Desk) -> Self {
        let portfolio = desk.portfolio();
        Self {
            directory: desk.directory(),
            categories: portfolio.categories(),
            audiences: portfolio.audiences(),
            currency: &portfolio.settings().currency,
        }
    }

    /// By the names that a catalogue brings.
    pub fn of_catalogue(catalogue: &'a Catalogue) -> Self {
        Self {
            directory: &catalogue.directory,
            categories: &catalogue.categories,
            audiences: &catalogue.audiences,
            currency: &catalogue.settings.currency,
        }
    }

    /// "EUR 1,200.00".
    pub fn money(&self, cents: Cents) -> String {
        money(cents, self.currency)
    }

    /// "+ EUR 120.00"; nothing for nought.
    pub fn surcharge(&self, cents: Surcharge) -> String {
        surcharge_words(cents, self.currency)
    }

    /// A price in words.
    pub fn price(&self, price: &Price) -> String {
        match price {
            Price::Unsaid => "not said".to_owned(),
            Price::Free => "free".to_owned(),
            Price::Fixed(amount) => self.money(*amount) + " an order",
            Price::PerUnit { amount, unit } if unit.trim().is_empty() => self.money(*amount) + " a unit",
            Price::PerUnit { amount, unit } => [&self.money(*amount), " for each ", unit.trim()].concat(),
            Price::Subscription { amount, period } => [&self.money(*amount), " a ", period.word()].concat(),
            Price::ChargeBack { estimate, basis } if basis.trim().is_empty() => {
                ["at cost, about ", &self.money(*estimate)].concat()
            }
            Price::ChargeBack { estimate, basis } => {
                ["at cost (", basis.trim(), "), about ", &self.money(*estimate)].concat()
            }
        }
    }

    /// A promise in words: "Availability: 99.5 %, Monday to Friday".
    pub fn target(&self, target: &Target) -> String {
        let level = match &target.level {
            TargetLevel::Share(share) => self::share(*share),
            TargetLevel::Time(time) => hours(*time),
            TargetLevel::Words(words) => words.to_string(),
        };
        let within = if target.within.trim().is_empty() { String::new() } else { ", ".to_owned() + &target.within };
        [&target.what, ": ", &level, &within].concat()
    }

    /// The name of a category; one that is gone is said to be so.
    pub fn category(&self, id: ServiceCategoryId) -> String {
        self.categories.get(&id).map_or_else(|| "a category that is gone".to_owned(), |one| one.name.to_string())
    }

    /// The name of an audience.
    pub fn audience(&self, id: AudienceId) -> String {
        self.audiences.get(&id).map_or_else(|| "an audience that is gone".to_owned(), |name| name.to_string())
    }

    /// Who is asked for approval.
    pub fn approver(&self, approver: Approver) -> String {
        match approver {
            Approver::Manager => "the manager".to_owned(),
            Approver::Owner => "the owner".to_owned(),
            Approver::Person(id) => self.directory.person(id).to_owned(),
        }
    }

    /// What a step is, as the end of "It …".
    pub fn step(&self, what: &StepKind) -> String {
        match what {
            StepKind::Approval { by, rule, takes } => {
                let asked: Vec<String> = by.iter().map(|one| self.approver(*one)).collect();
                let how = match rule {
                    _ if by.len() < 2 => String::new(),
                    Rule::All => " (all of them)".to_owned(),
                    Rule::Majority => " (more than half)".to_owned(),
                    Rule::Quorum(least) => [" (at least ", &least.to_string(), ")"].concat(),
                    Rule::Any => " (any one)".to_owned(),
                };
                ["asks ", &or_nobody(listed(&asked)), &how, usually(*takes).as_str()].concat()
            }
            StepKind::Tasks(tasks) => {
                let tasks: Vec<String> = tasks.iter().map(|task| self.task(task)).collect();
                "has the work done: ".to_owned() + &or_nothing(listed(&tasks))
            }
            StepKind::Automatic => "happens by itself".to_owned(),
        }
    }

    /// A task in words: "Hand it out (Workplace), usually 2 hours".
    pub fn task(&self, task: &Task) -> String {
        let group = task.group.map(|id| [" (", self.directory.group(id), ")"].concat()).unwrap_or_default();
        [&task.name, group.as_str(), &usually(task.takes)].concat()
    }

    /// When a step is taken, as the end of "It is taken …".
    pub fn when(&self, when: &When, form: &Form) -> String {
        match when {
            When::Always => "with every order".to_owned(),
            When::Answers(condition) => "only if ".to_owned() + &self.condition(condition, form),
            When::CostsMoreThan(limit) => "only if the order costs more than ".to_owned() + &self.money(*limit),
        }
    }

    /// A condition in words, by what questions and choices are called in the form.
    pub fn condition(&self, condition: &Condition, form: &Form) -> String {
        self.condition_within(condition, form, itsm::catalogue::form::CONDITION_DEPTH)
    }

    fn condition_within(&self, condition: &Condition, form: &Form, levels: usize) -> String {
        let Some(below) = levels.checked_sub(1) else { return "…".to_owned() };
        let question = |key: &FieldKey| question(form, *key);
        let joined = |all: &[Condition], word: &str| {
            let told: Vec<String> = all
                .iter()
                .map(|one| match one {
                    Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => {
                        ["(", &self.condition_within(one, form, below), ")"].concat()
                    }
                    _ => self.condition_within(one, form, below),
                })
                .collect();
            told.join(word)
        };
        match condition {
            Condition::Answered(key) => question(key) + " is answered",
            Condition::Chosen(key, choice) => [&question(key), " is ", &self::choice(form, *choice)].concat(),
            Condition::AtLeast(key, least) => [&question(key), " is at least ", &least.to_string()].concat(),
            Condition::AtMost(key, most) => [&question(key), " is at most ", &most.to_string()].concat(),
            Condition::Says(key, words) => [&question(key), " says ", &quoted(words)].concat(),
            Condition::Not(inner) => ["not (", &self.condition_within(inner, form, below), ")"].concat(),
            Condition::All(all) if all.is_empty() => "in every case".to_owned(),
            Condition::Any(all) if all.is_empty() => "in no case".to_owned(),
            Condition::All(all) => joined(all, " and "),
            Condition::Any(all) => joined(all, " or "),
        }
    }

    /// What a question is answered with, as the end of "It is answered with …".
    pub fn kind(&self, kind: &FieldKind) -> String {
        match kind {
            FieldKind::Number { least, most, unit, each } => {
                let limits = match (least, most) {
                    (None, None) => String::new(),
                    (Some(least), None) => [", at least ", &least.to_string()].concat(),
                    (None, Some(most)) => [", at most ", &most.to_string()].concat(),
                    (Some(least), Some(most)) => [", ", &least.to_string(), " to ", &most.to_string()].concat(),
                };
                let unit = if unit.trim().is_empty() { String::new() } else { " of ".to_owned() + unit };
                let each = match self.surcharge(*each) {
                    none if none.is_empty() => none,
                    each => [", ", &each, " each"].concat(),
                };
                ["a number", &unit, &limits, &each].concat()
            }
            FieldKind::Choices { most, .. } if *most > 0 => ["at most ", &most.to_string(), " choices"].concat(),
            FieldKind::Date { future, notice_days } => match (*notice_days, *future) {
                (0, false) => "a date".to_owned(),
                (0, true) => "a date that is not over".to_owned(),
                (days, _) => ["a date at least ", &days.to_string(), " days ahead"].concat(),
            },
            kind => kind.word().to_lowercase(),
        }
    }

    /// An answer in words.
    pub fn answer(&self, answer: &Answer, form: &Form) -> String {
        match answer {
            Answer::Text(text) | Answer::Person(text) | Answer::Item(text) => quoted(text),
            Answer::Number(number) => number.to_string(),
            Answer::Choice(key) => choice(form, *key),
            Answer::Choices(keys) => or_nothing(listed(&keys.iter().map(|key| choice(form, *key)).collect::<Vec<_>>())),
            Answer::Date(day) => date(*day),
        }
    }
}

/// A question by its label, in quotes.
pub fn question(form: &Form, key: FieldKey) -> String {
    form.field(key).map_or_else(|| "a question that is gone".to_owned(), |field| quoted(&field.label))
}

/// A choice by its label, in quotes.
pub fn choice(form: &Form, key: ChoiceKey) -> String {
    let mut choices = form.fields().flat_map(|field| field.kind.choices());
    let found = choices.find(|choice| choice.key == key);
    found.map_or_else(|| "a choice that is gone".to_owned(), |choice| quoted(&choice.label))
}

/// “Model”.
pub fn quoted(text: &str) -> String {
    ["“", text.trim(), "”"].concat()
}

/// "one, two and three"; empty for none.
pub fn listed(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => [&rest.join(", "), " and ", last].concat(),
    }
}

pub(super) fn or_nothing(text: String) -> String {
    if text.trim().is_empty() { NOTHING.to_owned() } else { text }
}

fn or_nobody(text: String) -> String {
    if text.is_empty() { "nobody".to_owned() } else { text }
}

/// ", usually 2 hours".
fn usually(takes: TimeDelta) -> String {
    if takes <= TimeDelta::zero() { String::new() } else { ", usually ".to_owned() + &hours(takes) }
}

/// Working time in hours and minutes: "2 hours 30 minutes". Days are not said, as they are not equally long.
pub fn hours(time: TimeDelta) -> String {
    let minutes = time.num_minutes();
    let count = |number: i64, one: &str, many: &str| match number {
        0 => None,
        1 => Some("1 ".to_owned() + one),
        number => Some([&preferences::format::current().number(number.unsigned_abs()), " ", many].concat()),
    };
    let parts = [count(minutes / 60, "hour", "hours"), count(minutes % 60, "minute", "minutes")];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if said.is_empty() { "less than a minute".to_owned() } else { said }
}

/// A share from thousandths of a per cent: "99.5 %".
pub fn share(thousandths: u32) -> String {
    let fraction = (thousandths % 1000).to_string();
    let fraction = ["0".repeat(3_usize.saturating_sub(fraction.len())), fraction].concat();
    let fraction = fraction.trim_end_matches('0');
    let whole = (thousandths / 1000).to_string();
    let machine = if fraction.is_empty() { whole } else { [&whole, ".", fraction].concat() };
    preferences::format::current().decimal(&machine) + " %"
}

/// A day in the form in force.
pub fn date(day: NaiveDate) -> String {
    preferences::format::current().date(day.and_time(NaiveTime::MIN))
}

/// "4 of 5", or "not said".
pub fn dots(dots: Option<u8>) -> String {
    dots.map_or_else(|| "not said".to_owned(), |dots| [&dots.to_string(), " of 5"].concat())
}

/// What a rank says: "value 4 of 5, risk 2 of 5".
pub fn rank(rank: &Rank) -> String {
    let all = [("value", rank.value), ("cost", rank.cost), ("demand", rank.demand), ("risk", rank.risk)];
    let said = all.into_iter().filter(|(_, dots)| dots.is_some());
    or_nothing(said.map(|(name, value)| [name, " ", &dots(value)].concat()).collect::<Vec<_>>().join(", "))
}

/// What an order opens on the desk.
pub fn opens(opens: Opens) -> String {
    opens.word().to_lowercase()
}

/// Where orders from a published page go.
pub fn order_by(order_by: &OrderBy) -> String {
    match order_by {
        OrderBy::Information => "nowhere, the page only informs".to_owned(),
        OrderBy::Email(address) => "by e-mail to ".to_owned() + address,
        OrderBy::Link(link) => "to ".to_owned() + link,
    }
}
