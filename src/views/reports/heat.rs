//! When incidents come in.

use chrono::Weekday;
use workspace::Workspace;
use workspace::measures::{self, ask};

use super::asked::Asked;
use super::shown::{Number, Pictured, Shown, queue};
use crate::session::format::format;
use crate::ui::chart::{Datum, HeatCell, HeatMap, HeatRow, Plot, Sheet};
use crate::views::words;

/// What is counted.
pub const COUNTS: &str = "Incidents opened on these days, by the day of the week and the hour at the desk (its agreement’s time zone). The darkest fifth is the busiest; an empty hour is never shaded.";
/// Where it misleads.
pub const PITFALL: &str = "It shows when incidents were logged, not when things broke: a quiet night may only mean that nobody was there to write it down. Days cut off by the period count less, and a public holiday looks like a quiet Monday.";

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The map.
pub fn heat(workspace: &Workspace, asked: &Asked) -> Shown {
    let heat = measures::heat(workspace, &asked.period);
    let opened = ask::opened(&asked.period);
    let nothing = "Nothing was opened on these days. Choose other days above.";
    let Some((day, hour, count)) = heat.peak() else { return Shown { numbers: vec![], picture: None, nothing } };
    let weekday = |day: usize| words::WEEKDAYS.get(day).copied().unwrap_or_default();
    let link =
        |day: usize, hour: usize| DAYS.get(day).and_then(|day| queue(&ask::and(&opened, &ask::hour(*day, hour))));
    let span = |day: usize, hour: usize| [weekday(day), ", ", &clock(hour), " to ", &clock(hour + 1)].concat();
    let busiest =
        Number { href: link(day, hour), ..Number::new("In the busiest hour", words::number(count), span(day, hour)) };
    let numbers = vec![Number::new("Opened", words::number(heat.total()), "").to(&opened), busiest];
    let order = format().first_day.week();
    let days = || order.iter().filter_map(|day| heat.days.get(*day).map(|hours| (*day, hours)));
    let row = |(day, hours): (usize, &[usize; 24])| {
        let cell = |(hour, count): (usize, &usize)| HeatCell {
            count: *count,
            text: [&span(day, hour), ": ", &words::number(*count), " opened"].concat(),
            href: link(day, hour).filter(|_| *count > 0),
        };
        let short = weekday(day).get(..3).unwrap_or_default();
        HeatRow { name: [weekday(day), short].map(str::to_owned), cells: hours.iter().enumerate().map(cell).collect() }
    };
    let columns = (0..24_usize)
        .map(|hour| if hour.is_multiple_of(3) { format().short_hour(hour as u32) } else { String::new() })
        .collect();
    let map = HeatMap { rows: days().map(row).collect(), columns, unit: "opened".to_owned() };
    let sums = heat.by_day();
    let table_row = |(day, hours): (usize, &[usize; 24])| {
        let cells = hours.iter().enumerate().map(|(hour, count)| {
            Datum::number(words::number(*count), count).to(link(day, hour).filter(|_| *count > 0))
        });
        let sum = sums.get(day).copied().unwrap_or(0);
        let whole =
            DAYS.get(day).map(|day| ask::and(&opened, &["weekday:", &day.to_string().to_ascii_lowercase()].concat()));
        let sum = Datum::number(words::number(sum), sum).to(whole.and_then(|typed| queue(&typed)));
        std::iter::once(Datum::word(weekday(day))).chain([sum]).chain(cells).collect()
    };
    let headings = ["Day".to_owned(), "All".to_owned()].into_iter().chain((0..24).map(clock)).collect();
    let sheet = Sheet { headings, rows: days().map(table_row).collect() };
    let summary =
        [&words::number(heat.total()), " opened; most on ", &span(day, hour), ": ", &words::number(count), "."]
            .concat();
    let label = "Opened by day of the week and hour".to_owned();
    Shown { numbers, picture: Some(Pictured { label, summary, plot: Plot::Heat(map), sheet }), nothing }
}

/// `09:00`.
fn clock(hour: usize) -> String {
    format().hour(hour as u32)
}
