//! Days: reviews, and since and until when a service is offered.

use chrono::Months;

use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Day, Edit, Slot};

/// Until the next review, in months: services change at least with the yearly budget.
const REVIEW_MONTHS: u32 = 12;

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "no-review",
        Level::Should,
        "No review is planned",
        "What is written of a service grows old unseen. A date in the calendar makes somebody look.",
        |here| {
            if here.listed.content.review_on.is_some() {
                return Vec::new();
            }
            let fix = here
                .today
                .checked_add_months(Months::new(REVIEW_MONTHS))
                .map(|day| Fix::edit("Plan it in a year", here.id, Edit::Day(Day::Review, Some(day))));
            vec![at(Day::Review).fix(fix)]
        },
    ),
    Rule::service(
        "review-overdue",
        Level::Should,
        "The review is overdue",
        "Nobody has looked whether it still holds. Look first; then plan the next review.",
        |here| {
            let overdue = here.listed.content.review_on.filter(|day| *day < here.today);
            overdue.map(|day| at(Day::Review).about(format!("It was due on {day}"))).into_iter().collect()
        },
    ),
    Rule::service(
        "valid-reversed",
        Level::Must,
        "It ends before it begins",
        "No day lies in between, so it is never offered to anybody.",
        |here| {
            let content = &here.listed.content;
            let (Some(from), Some(to)) = (content.valid_from, content.valid_to) else { return Vec::new() };
            if from <= to {
                return Vec::new();
            }
            let edits = vec![Edit::Day(Day::From, Some(to)), Edit::Day(Day::To, Some(from))];
            let fix = Fix { label: "Swap the two days".into(), change: super::Change::Edits(here.id, edits) };
            // Swapped days may both be over, which is another finding; then only people know what is meant.
            vec![at(Day::To).fix((from >= here.today).then_some(fix))]
        },
    ),
    Rule::service(
        "valid-over",
        Level::Must,
        "Its last day is over",
        "Customers do not see it any more. Retire it, so that its users, data and contracts are looked after, or let it go on.",
        |here| {
            let content = &here.listed.content;
            let is_ordered = content.valid_from.is_none_or(|from| content.valid_to.is_none_or(|to| from <= to));
            let over = content.valid_to.filter(|day| *day < here.today && is_ordered);
            over.map(|day| at(Day::To).about(format!("It was {day}")).fix(go_on(here))).into_iter().collect()
        },
    ),
];

fn at(day: Day) -> Found {
    Found::new(Part::Slot(Slot::Day(day)))
}

fn go_on(here: &Here) -> Fix {
    Fix::edit("Let it go on without a last day", here.id, Edit::Day(Day::To, None))
}
