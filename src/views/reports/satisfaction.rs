//! How content callers and requesters are.

use workspace::Workspace;
use workspace::measures::{self, Answers};

use super::asked::Asked;
use super::shown::{self, Number, Pictured, Shown};
use crate::ui::chart::{BarRow, Bars, Datum, Plot, Sheet};
use crate::views::words;

/// What is counted.
pub const COUNTS: &str = "CSAT: positive ÷ answered. Positive is 4 or 5 of 5. Of the incidents whose latest resolution lies on these days and that have a caller, and of the requests that were done on them. Response rate: answered ÷ those that could be asked. What was cancelled, refused or re-routed is not asked about; an answer given before a reopening no longer counts.";
/// Where it misleads.
pub const PITFALL: &str = "Only those who answered are in it, and they are seldom like the others: the delighted and the angry write first. Below about a third, say the response rate beside every CSAT. A share of few answers jumps: with four of them, one person is 25 %. Targets may be green while this is red: that is the watermelon.";

/// The picture by month.
pub fn by_month(workspace: &Workspace, asked: &Asked) -> Shown {
    let measured = measures::satisfaction(workspace, &asked.period);
    let months = measured.by_month.iter().map(|((year, month), answers)| (name_of(*year, *month), *answers)).collect();
    shown("Satisfaction by month of the end", "Month", &measured.all, months)
}

/// The picture by service.
pub fn by_service(workspace: &Workspace, asked: &Asked) -> Shown {
    let measured = measures::satisfaction(workspace, &asked.period);
    let directory = workspace.desk().directory();
    let name = |service: Option<itsm::ServiceId>| service.map_or("No service", |id| directory.service(id)).to_owned();
    let mut services: Vec<(String, Answers)> =
        measured.by_service.iter().map(|(service, answers)| (name(*service), *answers)).collect();
    // Most answers first: a share of many says more.
    services.sort_by_key(|(_, answers)| std::cmp::Reverse(answers.positive.whole));
    let mut shown = shown("Satisfaction by service", "Service", &measured.all, services);
    let kinds = [("Incidents", measured.incidents), ("Requests", measured.requests)];
    shown.numbers = kinds.map(|(name, answers)| csat(name, &answers)).into();
    shown
}

fn csat(name: &'static str, answers: &Answers) -> Number {
    Number::new(name, shown::percent(answers.positive), shown::of(answers.positive) + " answers positive")
}

fn shown(label: &str, what: &str, all: &Answers, rows: Vec<(String, Answers)>) -> Shown {
    let nothing = "Nobody has answered about anything that ended on these days. Ask from the page of a resolved incident or a request that is done.";
    let rate = Number::new("Response rate", shown::percent(all.answered), shown::of(all.answered) + " answered");
    let numbers = vec![csat("CSAT", all), rate];
    let answered: Vec<&(String, Answers)> = rows.iter().filter(|(_, answers)| answers.positive.whole > 0).collect();
    if answered.is_empty() {
        return Shown { numbers: vec![], picture: None, nothing };
    }
    let bar = |(name, answers): &&(String, Answers)| BarRow {
        label: name.clone(),
        value: answers.positive.ratio().map(|ratio| ratio * 100.0),
        text: shown::percent(answers.positive),
        // How many answered at all belongs beside every share of answers.
        beside: answers.answered.ratio().map(|ratio| (ratio * 100.0, shown::percent(answers.answered) + " answered")),
        spot: [
            name,
            ": ",
            &shown::of(answers.positive),
            " answers positive, ",
            &shown::of(answers.answered),
            " answered",
        ]
        .concat(),
        href: None,
    };
    let line = |(name, answers): &(String, Answers)| {
        let count = |count: usize| Datum::number(words::number(count), count);
        let scores = answers.by_score.iter().map(|score| count(*score));
        [
            Datum::word(name.clone()),
            count(answers.answered.whole),
            count(answers.answered.part),
            shown::percent_cell(answers.answered),
            shown::percent_cell(answers.positive),
        ]
        .into_iter()
        .chain(scores)
        .collect()
    };
    let headings = [what, "Ended", "Answered", "Response rate, percent", "CSAT, percent", "1", "2", "3", "4", "5"];
    let sheet = Sheet { headings: headings.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() };
    let summary = [
        &shown::of(all.positive),
        " answers are positive; ",
        &shown::of(all.answered),
        " that could be asked answered.",
    ]
    .concat();
    let plot = Plot::Bars(Bars { rows: answered.iter().map(bar).collect(), most: Some(100.0) });
    Shown { numbers, picture: Some(Pictured { label: label.to_owned(), summary, plot, sheet }), nothing }
}

fn name_of(year: i32, month: u32) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).unwrap_or(&"");
    [name, " ", &year.to_string()].concat()
}
