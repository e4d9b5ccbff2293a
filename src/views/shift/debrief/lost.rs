//! One sentence and a dot strip: the minutes users lost, beside what others would have got out of the same shift.

use std::sync::Arc;

use leptos::prelude::*;
use simulation::debrief::{Debrief, Range, Ranges};
use simulation::shift::Policy;
use workspace::catalogue::price::money_in;
use workspace::measures::csv;

use super::look::{Compared, Look, RESULT};
use super::words;
use crate::browser::files;
use crate::session::format::format;
use crate::ui::chart::{Datum, DotRow, Dots, Saved};
use crate::ui::{Chart, Plot, Sheet, Toaster};
use crate::views::words as plain;

/// The sentence with its strip.
pub fn lost(look: Look) -> AnyView {
    let debrief = look.debrief();
    let toaster = Toaster::of_context();
    let sentence = {
        let debrief = debrief.clone();
        move || look.compared.with(|compared| sentence(&debrief, here(compared).as_deref()))
    };
    let rows = {
        let debrief = debrief.clone();
        Memo::new(move |_| look.compared.with(|compared| rows(&debrief, here(compared).as_deref())))
    };
    let plot = Signal::derive(move || {
        Plot::Dots(Dots {
            rows: rows.get().into_iter().map(|row| row.shown).collect(),
            unit: "Minutes lost".to_owned(),
        })
    });
    let sheet = Signal::derive(move || rows.with(|rows| sheet(rows)));
    let spoken = sentence.clone();
    let save = move |saved: Saved| {
        let given = match saved {
            Saved::Svg(text) => files::download("minutes-lost.svg", "image/svg+xml", &text),
            Saved::Table(rows) => files::download("minutes-lost.csv", "text/csv", &csv::text(&rows)),
        };
        if !given {
            toaster.bad("The browser did not take the file. Nothing was saved.");
        }
    };
    let (amount, currency) = debrief.money.clone();
    let money = (amount > 0.0).then(|| {
        // Cents of a sum that is worked out from averages would pretend to be exact.
        let cents = (amount.round() as u64).saturating_mul(100);
        ["In working time that is about ", &money_in(format(), cents, &currency), "."].concat()
    });
    view! {
        <section class="debrief-lost" aria-labelledby=RESULT>
            <h2 class="debrief-sentence" id=RESULT tabindex="-1">{sentence}</h2>
            <p class="debrief-lead">
                "Counted is the time in which people could not work as usual, with the aftermath of what was left undone. "
                {money}
            </p>
            <Chart label="Working minutes lost" summary=Signal::derive(spoken) plot sheet on_save=save />
            {move || look.compared.with(beside)}
        </section>
    }
    .into_any()
}

fn here(compared: &Compared) -> Option<Arc<Ranges>> {
    match compared {
        Compared::Here(ranges) => Some(ranges.clone()),
        Compared::Playing(..) | Compared::Failed(_) => None,
    }
}

fn of_policy(ranges: &Ranges, policy: Policy) -> Option<Range> {
    ranges.policies.iter().find(|range| range.policy == policy).copied()
}

fn sentence(debrief: &Debrief, ranges: Option<&Ranges>) -> String {
    let mut text = ["Your users lost ", &words::whole(debrief.lost_minutes), " working minutes"].concat();
    let others = [(Policy::Expert, "an expert loses "), (Policy::FirstCome, "first come, first served ")];
    for (policy, name) in others {
        if let Some(range) = ranges.and_then(|ranges| of_policy(ranges, policy)) {
            text.push_str("; ");
            text.push_str(name);
            text.push_str(&words::range(range.low, range.high));
        }
    }
    text.push('.');
    text
}

/// A row of the strip, and its numbers.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    shown: DotRow,
    low_middle_high: Option<[f64; 3]>,
}

fn rows(debrief: &Debrief, ranges: Option<&Ranges>) -> Vec<Row> {
    let yours = words::whole(debrief.lost_minutes);
    let own = DotRow {
        label: "You".to_owned(),
        dot: debrief.lost_minutes,
        range: None,
        text: yours.clone(),
        spot: ["You: ", &yours, " minutes"].concat(),
        own: true,
    };
    let own = Row { shown: own, low_middle_high: None };
    let order = [Policy::Expert, Policy::CarefulNovice, Policy::ByPriority, Policy::FirstCome, Policy::Nothing];
    let others = order.into_iter().filter_map(|policy| {
        let (name, range) = (words::policy(policy)?, of_policy(ranges?, policy)?);
        let (day, span) = (words::whole(range.same_seed), words::range(range.low, range.high));
        let shown = DotRow {
            label: name.to_owned(),
            dot: range.same_seed,
            range: Some([range.low, range.middle, range.high]),
            text: if day == span { day.clone() } else { [day.as_str(), " (", &span, ")"].concat() },
            spot: [name, ": ", &day, " minutes on your day, mostly ", &span].concat(),
            own: false,
        };
        Some(Row { shown, low_middle_high: Some([range.low, range.middle, range.high]) })
    });
    std::iter::once(own).chain(others).collect()
}

fn sheet(rows: &[Row]) -> Sheet {
    let headings = ["Who", "On your day", "Low", "Middle", "High"].map(str::to_owned).to_vec();
    let number = |value: f64| Datum::number(words::whole(value), value.round());
    let row = |row: &Row| {
        let span = match row.low_middle_high {
            Some(numbers) => numbers.map(number),
            None => [(); 3].map(|()| Datum::word("–")),
        };
        [Datum::word(row.shown.label.clone()), number(row.shown.dot)].into_iter().chain(span).collect()
    };
    Sheet { headings, rows: rows.iter().map(row).collect() }
}

/// What stands under the strip: how to read it, how far it is, or why it is not there.
fn beside(compared: &Compared) -> AnyView {
    match compared {
        Compared::Here(ranges) => {
            let days = plain::number(ranges.seeds as usize);
            view! {
                <dl class="debrief-legend">
                    <div><dt>"Dot"</dt><dd>"The same day as yours: the same people, faults and chances. The difference to you comes from decisions."</dd></div>
                    <div><dt>"Band"</dt><dd>"Where eight in ten of "{days}" days of this scenario end, the line at the middle. How wide it is comes from luck."</dd></div>
                </dl>
            }
            .into_any()
        }
        Compared::Playing(done, of) => {
            let (done, of) = (*done as usize, *of as usize);
            let so_far = (of > 0).then(|| [" ", &plain::number(done), " of ", &plain::number(of), " played."].concat());
            view! {
                <p class="debrief-working">
                    <span class="spinner" aria-hidden="true"></span>
                    <span>"Others play the same shift, so that luck and decisions can be told apart."{so_far}</span>
                </p>
            }
            .into_any()
        }
        Compared::Failed(why) => view! {
            <p class="debrief-working" role="status">{["What others get out of this shift cannot be shown. ", why].concat()}</p>
        }
        .into_any(),
    }
}
