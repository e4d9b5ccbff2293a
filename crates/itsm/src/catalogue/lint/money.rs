//! Prices.

use super::offerings::at;
use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::form::{Field, FieldKind, Form};
use crate::catalogue::money::Price;
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::When;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "price-unsaid",
        Level::Should,
        "The price is not said",
        "Who does not know the price either does not order or is surprised by the bill. “Free” is a price, too.",
        |_, offering| {
            let is_missed = offering.price == Price::Unsaid && !offering.opens_incident();
            if is_missed { vec![at(offering.key)] } else { Vec::new() }
        },
    ),
    Rule::offering(
        "price-no-unit",
        Level::Must,
        "A price for each unit names no unit",
        "Nobody knows what is counted: a gigabyte, a user, a day. The bill is a surprise for both sides.",
        |_, offering| match &offering.price {
            Price::PerUnit { unit, .. } if is_blank(unit) => vec![at(offering.key)],
            _ => Vec::new(),
        },
    ),
    Rule::offering(
        "charge-no-basis",
        Level::Must,
        "A charge-back does not say what is charged",
        "The customer's cost centre pays what it costs. Without the basis nobody can check that, or plan for it.",
        |_, offering| match &offering.price {
            Price::ChargeBack { basis, .. } if is_blank(basis) => vec![at(offering.key)],
            _ => Vec::new(),
        },
    ),
    Rule::offering(
        "price-zero",
        Level::Should,
        "A price is nothing",
        "A price of zero reads like a price that somebody forgot. Say that it is free, if it is.",
        zero,
    ),
    Rule::offering(
        "free-priced",
        Level::Must,
        "A free offering has answers that cost",
        "Customers see “free” first and a price at the end. Either the offering has a price, or the answers have none.",
        |here, offering| {
            if offering.price != Price::Free || !has_surcharge(&offering.form) {
                return Vec::new();
            }
            // A step for what costs more than a limit would never be taken then: that is for people to decide.
            let has_limit = offering.workflow.steps.iter().any(|step| matches!(step.when, When::CostsMoreThan(_)));
            let fix = (!has_limit).then(|| here.form("Make every answer free", offering, make_free));
            vec![at(offering.key).fix(fix)]
        },
    ),
    Rule::offering(
        "price-below-zero",
        Level::Must,
        "An answer takes away more than is paid",
        "The order would cost less than nothing, so it counts as free. One of the two amounts is wrong.",
        |_, offering| {
            let first = i64::try_from(offering.price.first()).unwrap_or(i64::MAX);
            let has_price = !matches!(offering.price, Price::Unsaid | Price::Free);
            let choices = offering.form.fields().flat_map(|field| {
                field
                    .kind
                    .choices()
                    .iter()
                    .map(move |choice| (Part::Choice(offering.key, field.key, choice.key), choice))
            });
            let below = choices.filter(|(_, choice)| has_price && choice.price.saturating_add(first) < 0);
            below.map(|(part, _)| Found::new(part)).collect()
        },
    ),
];

fn zero(here: &Here, offering: &Offering) -> Vec<Found> {
    let amount = match &offering.price {
        Price::Fixed(amount) | Price::PerUnit { amount, .. } | Price::Subscription { amount, .. } => *amount,
        Price::Unsaid | Price::Free | Price::ChargeBack { .. } => return Vec::new(),
    };
    // A base of nothing with priced answers is a price by answers.
    if amount > 0 || has_surcharge(&offering.form) {
        return Vec::new();
    }
    let fix: Fix = here.facts("Say that it is free", offering, |facts| facts.price = Price::Free);
    vec![at(offering.key).fix(fix)]
}

/// Whether any answer adds to the price, or takes from it.
pub(super) fn has_surcharge(form: &Form) -> bool {
    form.fields().any(costs)
}

/// Whether an answer to a field changes the price.
pub(super) fn costs(field: &Field) -> bool {
    match &field.kind {
        FieldKind::Number { each, .. } => *each != 0,
        kind => kind.choices().iter().any(|choice| choice.price != 0),
    }
}

fn make_free(form: &mut Form) {
    for field in form.sections.iter_mut().flat_map(|section| &mut section.fields) {
        match &mut field.kind {
            FieldKind::Number { each, .. } => *each = 0,
            FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } => {
                choices.iter_mut().for_each(|choice| choice.price = 0);
            }
            _ => {}
        }
    }
}
