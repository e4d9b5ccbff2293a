//! What is done twice: handed on, and reopened.

use workspace::Workspace;
use workspace::figures::Share;
use workspace::measures::{self, ask};

use super::asked::Asked;
use super::shown::{self, Number, Pictured, Shown};
use crate::ui::chart::{BarRow, Bars, Datum, Plot, Sheet};
use crate::views::words;

/// What is counted.
pub const COUNTS: &str = "Reopen rate: reopened ÷ resolved. Of the incidents resolved at least once on these days, those that came back at least once, before or since; an incident that is open again counts here, and is found by the queue once it is resolved again. Reassigned: handed from one team or person to another at least once, by the other tool’s count where it has one; a first assignment is none.";
/// Where it misleads.
pub const PITFALL: &str = "The denominator decides: divided by what was opened, the same reopenings look rarer while much is open. What was resolved yesterday had no time to come back. Neither handed on nor reopened is not first contact resolution (resolved in the first contact ÷ contacts), and that in turn is not first-level resolution.";

/// The picture.
pub fn rework(workspace: &Workspace, asked: &Asked) -> Shown {
    let rework = measures::rework(workspace, &asked.period);
    let resolved = ask::resolved(&asked.period);
    let whole = rework.reassigned.whole;
    let nothing = "Nothing was resolved on these days. Choose other days above.";
    let Some(mean) = rework.mean_reassignments() else { return Shown { numbers: vec![], picture: None, nothing } };
    let rate = |name, share: Share| Number::new(name, shown::percent(share), shown::of(share) + " resolved");
    let numbers = vec![
        rate("Reopened", rework.reopened).to(&ask::and(&resolved, "reopened:yes")),
        rate("Reassigned", rework.reassigned).to(&ask::and(&resolved, "reassigned:yes")),
        Number::new("Hands an incident went through", shown::hundredths(mean), "reassignments, on average"),
        rate("Neither", rework.straight),
    ];
    let name = |times: usize| match times {
        0 => "Not reassigned".to_owned(),
        1 => "Once".to_owned(),
        2 => "Twice".to_owned(),
        5 => "5 times or more".to_owned(),
        times => times.to_string() + " times",
    };
    let share = |count: usize| Share { part: count, whole };
    let row = |(times, count): (usize, &usize)| BarRow {
        label: name(times),
        value: Some(*count as f64),
        text: words::number(*count),
        beside: None,
        spot: [&name(times), ": ", &words::number(*count), " resolved, ", &shown::percent(share(*count))].concat(),
        href: None,
    };
    let line = |(times, count): (usize, &usize)| {
        vec![Datum::word(name(times)), Datum::number(words::number(*count), count), shown::percent_cell(share(*count))]
    };
    let counts = || rework.by_reassignments.iter().enumerate();
    let sheet = Sheet {
        headings: ["Reassigned", "Resolved", "Share, percent"].map(str::to_owned).to_vec(),
        rows: counts().map(line).collect(),
    };
    let summary = [
        &shown::percent(rework.reassigned),
        " were reassigned at least once, ",
        &shown::percent(rework.reopened),
        " reopened.",
    ]
    .concat();
    let label = "Resolved, by how often they were reassigned".to_owned();
    let plot = Plot::Bars(Bars { rows: counts().map(row).collect(), most: None });
    Shown { numbers, picture: Some(Pictured { label, summary, plot, sheet }), nothing }
}
