//! How targets were kept.

use itsm::Priority;
use workspace::Workspace;
use workspace::figures::Share;
use workspace::measures::{self, Kept, ask};

use super::asked::Asked;
use super::shown::{self, Number, Pictured, Shown, queue};
use crate::ui::chart::{BarRow, Bars, Datum, Plot, Sheet};
use crate::views::words;

/// What is counted.
pub const COUNTS: &str = "Attainment: met ÷ due, of what was opened on these days, by our clocks (the desk’s agreement, priority by its matrix). Due are the resolved and those already beyond their target; what is open and in time is not due yet, and what waits on hold or has no target is not counted. The source is the other tool’s own verdict, kept as it was: it stands beside ours and is never mixed with it.";
/// Where it misleads.
pub const PITFALL: &str = "All priorities together hide the few urgent ones: look at each. Recent days look better than they will be, because the late ones are still open and in time. A target may be met on paper while the users wait: targets that stop during holds invite holds. The queue’s “breached” counts the response target too, so it may show more than the resolution target missed.";

/// The picture.
pub fn kept(workspace: &Workspace, asked: &Asked) -> Shown {
    let attainment = measures::attainment(workspace, &asked.period, asked.now);
    let all = attainment.all;
    let opened = ask::opened(&asked.period);
    let missed = ask::and(&opened, "clock:breached");
    let numbers = vec![
        Number::new("By our clocks", shown::percent(all.resolution), shown::of(all.resolution) + " due").to(&opened),
        Number::new("By the source", shown::percent(all.source), source_note(all.source)),
        Number::new("Breached", words::number(all.breached), "either target missed").to(&missed),
    ];
    let nothing = "Nothing was due on these days: no target was met or missed yet.";
    if all.resolution.whole + all.source.whole == 0 {
        return Shown { numbers, picture: None, nothing };
    }
    let rows: Vec<(String, Option<Priority>, Kept)> = std::iter::once(("All".to_owned(), None, all))
        .chain(
            attainment
                .by_priority
                .iter()
                .map(|(priority, kept)| ("P".to_owned() + &priority.0.to_string(), Some(*priority), *kept)),
        )
        .collect();
    let typed = |priority: Option<Priority>| {
        priority.map_or_else(|| opened.clone(), |priority| ask::and(&opened, &ask::priority(priority)))
    };
    let bar = |(name, priority, kept): &(String, Option<Priority>, Kept)| {
        let ours = ["ours ", &shown::percent(kept.resolution)].concat();
        let source = kept.source.ratio().map(|ratio| (ratio, ["source ", &shown::percent(kept.source)].concat()));
        let beside = source.as_ref().map(|(_, text)| ["; ", text, " of ", &words::number(kept.source.whole)].concat());
        BarRow {
            label: name.clone(),
            value: kept.resolution.ratio(),
            spot: [name, ": ", &ours, ", ", &shown::of(kept.resolution), " due", &beside.unwrap_or_default()].concat(),
            text: ours,
            beside: source,
            href: queue(&typed(*priority)),
        }
    };
    let line = |(name, priority, kept): &(String, Option<Priority>, Kept)| {
        let typed = typed(*priority);
        let number = |count: usize| Datum::number(words::number(count), count);
        let rate = shown::percent_cell;
        vec![
            Datum::word(name.clone()),
            number(kept.incidents).to(queue(&typed)),
            number(kept.resolution.part),
            number(kept.resolution.whole),
            rate(kept.resolution),
            rate(kept.response),
            number(kept.breached).to(queue(&ask::and(&typed, "clock:breached"))),
            number(kept.source.part),
            number(kept.source.whole),
            rate(kept.source),
        ]
    };
    let headings = [
        "Priority",
        "Opened",
        "Met",
        "Due",
        "Ours, percent",
        "Response met, percent",
        "Breached",
        "Source: met",
        "Source: judged",
        "Source, percent",
    ];
    let sheet = Sheet { headings: headings.map(str::to_owned).to_vec(), rows: rows.iter().map(line).collect() };
    let bars: Vec<BarRow> = rows.iter().map(bar).collect();
    let summary = bars.iter().map(|row| row.spot.clone()).collect::<Vec<_>>().join(". ") + ".";
    let label = "Resolution targets met, by priority".to_owned();
    let plot = Plot::Bars(Bars { rows: bars, most: Some(1.0) });
    Shown { numbers, picture: Some(Pictured { label, summary, plot, sheet }), nothing }
}

fn source_note(source: Share) -> String {
    if source.whole == 0 { "no verdict was brought along".to_owned() } else { shown::of(source) + " judged" }
}
