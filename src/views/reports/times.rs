//! How long things take: to the resolution, and to the first answer.

use chrono::TimeDelta;
use workspace::Workspace;
use workspace::measures::{self, Band, Spread, ask};

use super::asked::Asked;
use super::shown::{self, Number, Pictured, Shown, queue};
use crate::ui::chart::{BarRow, Bars, Datum, Plot, RangeRow, Ranges, Sheet};
use crate::views::words;

/// What the time to resolve is.
pub const RESOLVE_COUNTS: &str = "Mean time to resolve a ticket: opened → resolved, for what was resolved on these days (by its latest resolution; the gap of a reopened one counts). In calendar time, and in business time: the hours of the desk’s agreement. Pending is time on hold for which the agreement stops the clock. 90 % is the nearest rank: nine in ten took no longer. It is not v3’s MTTR (failure → repair) nor MTRS (failure → service restored): those are shown per service from outage records.";
/// Where it misleads.
pub const RESOLVE_PITFALL: &str = "Times are skewed: a few very long ones pull the mean far above the median, so the mean describes hardly anybody’s wait. Say the median for the usual case and the 90 % for what you could promise. What is still open is not in it: closing the easy ones makes it look better.";
/// What the bands are.
pub const BANDS_COUNTS: &str = "What was resolved on these days, by calendar time from opened to resolved, pending included. A band begins with its first number and ends before the next.";
/// Where they mislead.
pub const BANDS_PITFALL: &str = "The bands are not equally wide, so a long bar need not mean that this time is the most likely one. Nights and weekends count here: an incident logged on a Friday evening takes two days before anybody sees it.";
/// What the first reply is.
pub const REPLY_COUNTS: &str = "First reply: creation → first public reply, in both times, for what was opened on these days. The first reaction is what stops the response clock: a public reply, or work began. What has neither yet is in none of these times.";
/// Where it misleads.
pub const REPLY_PITFALL: &str = "Who starts work in silence has reacted, but the caller knows nothing of it; an automatic receipt would make the first reply look perfect and help nobody. First contact resolution is something else again: resolved in the first contact ÷ contacts.";

/// A row of a picture of spans: its name, its span, and whether it is of business time.
type Row<'a> = (&'a str, Option<Spread>, bool);

/// The time to resolve.
pub fn resolve(workspace: &Workspace, asked: &Asked) -> Shown {
    let resolve = measures::resolve(workspace, &asked.period);
    let typed = ask::resolved(&asked.period);
    let rows = [
        ("Calendar time", resolve.calendar, false),
        ("Calendar time, pending taken out", resolve.calendar_active, false),
        ("Business time", resolve.business, true),
        ("Business time, pending taken out", resolve.business_active, true),
    ];
    let nothing = "Nothing was resolved on these days. Choose other days above.";
    let Some(all) = resolve.calendar else { return Shown { numbers: vec![], picture: None, nothing } };
    let numbers = vec![
        Number::new("Resolved", words::number(all.n), "").to(&typed),
        Number::new("Half within", words::short_span(all.median), "median, calendar time"),
        Number::new("On average", words::short_span(all.mean), "mean, calendar time"),
    ];
    let picture = ranges("Time to resolve", &rows, queue(&typed));
    Shown { numbers, picture: Some(picture), nothing }
}

/// The time to the first answer.
pub fn reply(workspace: &Workspace, asked: &Asked) -> Shown {
    let reply = measures::reply(workspace, &asked.period);
    let typed = ask::opened(&asked.period);
    let rows = [
        ("First reaction, calendar time", reply.reaction, false),
        ("First reaction, business time", reply.reaction_business, true),
        ("First public reply, calendar time", reply.public, false),
        ("First public reply, business time", reply.public_business, true),
    ];
    let public = reply.public.map_or(0, |public| public.n);
    let replied = if public == 0 { "this log has none, or nobody wrote one" } else { "to the caller" };
    let numbers = vec![
        Number::new("Opened", words::number(reply.opened), "").to(&typed),
        Number::new("With a public reply", words::number(public), replied),
        Number::new("Without any reaction", words::number(reply.waiting), "open, and still waiting"),
    ];
    let nothing = "Nobody has reacted to anything opened on these days.";
    let any = reply.reaction.or(reply.public).is_some();
    let picture = any.then(|| ranges("Time to the first answer", &rows, queue(&typed)));
    Shown { numbers, picture, nothing }
}

fn read(span: TimeDelta, business: bool) -> String {
    if business { shown::business(span) } else { words::short_span(span) }
}

fn ranges(label: &str, rows: &[Row<'_>], href: Option<String>) -> Pictured {
    let known: Vec<(&str, Spread, bool)> =
        rows.iter().filter_map(|(name, spread, business)| Some((*name, (*spread)?, *business))).collect();
    let seconds = |span: TimeDelta| span.num_seconds() as f64;
    let row = |(name, spread, business): &(&str, Spread, bool)| {
        let spans = [spread.median, spread.mean, spread.p90];
        let texts = spans.map(|span| read(span, *business));
        let [median, mean, p90] = &texts;
        let count = words::number(spread.n);
        let spot = [name, ": median ", median, ", mean ", mean, ", nine in ten within ", p90, ", of ", &count].concat();
        RangeRow { label: (*name).to_owned(), values: spans.map(seconds), texts, spot, href: href.clone() }
    };
    let rows: Vec<RangeRow> = known.iter().map(row).collect();
    let most = rows.iter().flat_map(|row| row.values).fold(0.0, f64::max);
    let summary = rows.iter().map(|row| row.spot.clone()).collect::<Vec<_>>().join(". ") + ".";
    let headings = ["Time", "Of", "Median, hours", "Mean, hours", "90 %, hours", "Longest, hours"];
    let line = |(name, spread, _): &(&str, Spread, bool)| {
        let spans = [spread.median, spread.mean, spread.p90, spread.longest].map(shown::hours);
        let count = Datum::number(words::number(spread.n), spread.n).to(href.clone());
        let spans = spans.map(|hours| Datum::number(words::decimal(&hours), hours));
        [Datum::word(*name), count].into_iter().chain(spans).collect()
    };
    let sheet = Sheet { headings: headings.map(str::to_owned).to_vec(), rows: known.iter().map(line).collect() };
    Pictured { label: label.to_owned(), summary, plot: Plot::Ranges(Ranges { rows, ticks: ticks(most) }), sheet }
}

/// Ticks at round spans of time: minutes, hours, days.
fn ticks(most_seconds: f64) -> Vec<(f64, String)> {
    const STEPS_MINUTES: [u32; 22] = [
        5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 7200, 10_080, 14_400, 20_160, 43_200, 86_400, 129_600,
        259_200, 525_600, 2_628_000,
    ];
    const MOST_STEPS: f64 = 5.0;
    let fits = |minutes: &&u32| most_seconds <= f64::from(**minutes) * 60.0 * MOST_STEPS;
    let step = f64::from(STEPS_MINUTES.iter().find(fits).copied().unwrap_or(26_280_000)) * 60.0;
    let count = (most_seconds / step).ceil().max(1.0) as usize;
    let text = |seconds: f64| match seconds {
        0.0 => "0".to_owned(),
        _ => words::span(TimeDelta::seconds(seconds as i64)),
    };
    (0..=count).map(|tick| tick as f64 * step).map(|at| (at, text(at))).collect()
}

/// How many took how long.
pub fn bands(workspace: &Workspace, asked: &Asked) -> Shown {
    let resolve = measures::resolve(workspace, &asked.period);
    let nothing = "Nothing was resolved on these days. Choose other days above.";
    let Some(all) = resolve.calendar else { return Shown { numbers: vec![], picture: None, nothing } };
    let share = |count: usize| workspace::figures::Share { part: count, whole: all.n };
    let name = |band: &Band| match band.until {
        None => words::span(band.from) + " or more",
        Some(until) if band.from.is_zero() => "Under ".to_owned() + &words::span(until),
        Some(until) => [words::span(band.from), words::span(until)].join(" – "),
    };
    let row = |band: &Band| BarRow {
        label: name(band),
        value: Some(band.count as f64),
        text: words::number(band.count),
        beside: None,
        spot: [&name(band), ": ", &words::number(band.count), " resolved, ", &shown::percent(share(band.count))]
            .concat(),
        href: None,
    };
    let rows: Vec<BarRow> = resolve.bands.iter().map(row).collect();
    let line = |band: &Band| {
        vec![
            Datum::word(name(band)),
            Datum::number(words::number(band.count), band.count),
            shown::percent_cell(share(band.count)),
        ]
    };
    let headings = ["Time to resolve", "Resolved", "Share, percent"];
    let sheet =
        Sheet { headings: headings.map(str::to_owned).to_vec(), rows: resolve.bands.iter().map(line).collect() };
    let day: usize = resolve.bands.iter().take(4).map(|band| band.count).sum();
    let numbers = vec![
        Number::new("Within a day", shown::percent(share(day)), shown::of(share(day))),
        Number::new("Nine in ten within", words::short_span(all.p90), ""),
        Number::new("The longest", words::short_span(all.longest), ""),
    ];
    let summary = [
        &shown::percent(share(day)),
        " were resolved within a day, nine in ten within ",
        &words::short_span(all.p90),
        ".",
    ]
    .concat();
    let label = "Resolved by calendar time from the opening".to_owned();
    Shown {
        numbers,
        picture: Some(Pictured { label, summary, plot: Plot::Bars(Bars { rows, most: None }), sheet }),
        nothing,
    }
}
