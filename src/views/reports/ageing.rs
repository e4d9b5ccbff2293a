//! How old the open incidents are.

use workspace::Workspace;
use workspace::measures::{self, AgeBand, ask};

use super::asked::Asked;
use super::shown::{Number, Pictured, Shown, queue};
use crate::ui::chart::{BarRow, Bars, Datum, Plot, Sheet};
use crate::views::words;

/// What is counted.
pub const COUNTS: &str = "Backlog age: now − opened, over what is open now, whatever period is chosen above. The bars go by the day of opening at the desk, the median by the clock.";
/// Where it misleads.
pub const PITFALL: &str = "The median can fall while the oldest grow older: a flood of new incidents makes the backlog look young. Age is calendar time, with holds in it; it says how long somebody has been waiting, not whose turn it is.";

/// The picture.
pub fn ageing(workspace: &Workspace, asked: &Asked) -> Shown {
    let ageing = measures::ageing(workspace, asked.now);
    let nothing = "Nothing is open now: every incident is resolved, closed or cancelled.";
    let Some(age) = ageing.age else { return Shown { numbers: vec![], picture: None, nothing } };
    let numbers = vec![
        Number::new("Open now", words::number(age.n), "").to("state:open"),
        Number::new("Half are younger than", words::short_span(age.median), "median age"),
        Number::new("The oldest", words::short_span(age.longest), ""),
    ];
    let typed = |band: &AgeBand| {
        queue(&ask::and("state:open", &["opened:", &ask::days(band.first, band.last)].concat()))
            .filter(|_| band.count > 0)
    };
    let row = |band: &AgeBand| BarRow {
        label: name(band),
        value: Some(band.count as f64),
        text: words::number(band.count),
        beside: None,
        spot: ["Opened ", &name(band).to_lowercase(), ": ", &words::number(band.count), " open"].concat(),
        href: typed(band),
    };
    let line = |band: &AgeBand| {
        vec![Datum::word(name(band)), Datum::number(words::number(band.count), band.count).to(typed(band))]
    };
    let sheet = Sheet {
        headings: ["Opened", "Open now"].map(str::to_owned).to_vec(),
        rows: ageing.bands.iter().map(line).collect(),
    };
    let summary =
        [&words::number(age.n), " are open, half of them for more than ", &words::short_span(age.median), "."].concat();
    let label = "Open now, by age".to_owned();
    let plot = Plot::Bars(Bars { rows: ageing.bands.iter().map(row).collect(), most: None });
    Shown { numbers, picture: Some(Pictured { label, summary, plot, sheet }), nothing }
}

fn name(band: &AgeBand) -> String {
    let last = band.until_days.map(|until| until - 1);
    match (band.from_days, last) {
        (0, Some(0)) => "Today".to_owned(),
        (from, Some(last)) => [from.to_string(), last.to_string()].join("–") + " days ago",
        (from, None) => from.to_string() + " days ago or more",
    }
}
