//! What the measure says before, what is wanted, and what it says since: as a picture and as a table.

use itsm::ImprovementId;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::improving::{self, Comparison, Point};
use workspace::measures::csv;

use crate::browser::files;
use crate::session::Session;
use crate::ui::chart::{BarRow, Bars, Chart, Datum, Plot, Saved, Sheet};
use crate::ui::{Badge, Panel, Picture, Toaster, Tone};
use crate::views::improvement::shown;

#[derive(Clone, PartialEq)]
struct Known {
    number: String,
    measure: String,
    unit: String,
    compared: Comparison,
}

fn known(workspace: &Workspace, id: ImprovementId, now: chrono::DateTime<chrono::Utc>) -> Option<Known> {
    let desk = workspace.desk();
    let one = desk.improvements().get(id).ok()?;
    let measure = one.measure.as_ref()?;
    Some(Known {
        number: desk.improvements().number(id),
        measure: workspace::say::improvement::measure(desk, measure),
        unit: workspace::say::improvement::unit(measure).to_owned(),
        compared: improving::comparison(workspace, one, now)?,
    })
}

/// A row of the picture and of the table: what it is, of when, how much.
type Row = (&'static str, String, Option<itsm::improvement::Amount>);

fn rows(compared: &Comparison) -> Vec<Row> {
    let of = |name, point: &Point| (name, shown::when(point.reading), point.amount);
    let before = compared.baseline.as_ref().map(|point| of("Before", point));
    let wanted = compared.target.map(|target| ("Target", String::new(), Some(target)));
    let after = compared.after.iter().map(|point| of("After", point));
    before.into_iter().chain(wanted).chain(after).collect()
}

/// The panel.
#[component]
pub fn Compared(id: ImprovementId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let found = Memo::new(move |_| {
        let now = session.turned.get();
        session.read(|workspace| known(workspace, id, now)).flatten()
    });
    let is_known = Memo::new(move |_| found.with(Option::is_some));
    let plot =
        Signal::derive(move || found.with(|found| found.as_ref().map_or_else(blank, |known| Plot::Bars(bars(known)))));
    let sheet = Signal::derive(move || found.with(|found| found.as_ref().map(table).unwrap_or_default()));
    let label = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|known| known.measure.clone()).unwrap_or_default())
    });
    let summary = Signal::derive(move || found.with(|found| found.as_ref().map(spoken).unwrap_or_default()));
    let save = move |saved: Saved| {
        let number = found.with_untracked(|found| found.as_ref().map(|known| known.number.clone())).unwrap_or_default();
        let name = |ending: &str| ["comparison-", &number, ending].concat();
        let given = match saved {
            Saved::Svg(text) => files::download(&name(".svg"), "image/svg+xml", &text),
            Saved::Table(rows) => files::download(&name(".csv"), "text/csv", &csv::text(&rows)),
        };
        if !given {
            toaster.bad("The browser did not take the file. Nothing was saved.");
        }
    };
    let verdict = move || {
        let (reached, progress) =
            found.with(|found| found.as_ref().map(|known| (known.compared.is_reached, known.compared.progress)))?;
        let way = progress.map(|percent| percent.to_string() + " % of the way from baseline to target.");
        let badge = match reached? {
            true => view! { <Badge tone=Tone::Ok picture=Some(Picture::Met) label="Target reached" /> }.into_any(),
            false => {
                view! { <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label="Target not reached" /> }.into_any()
            }
        };
        Some(view! { <p class="comparison-verdict">{badge}<span>{way}</span></p> })
    };
    let body = move || {
        if is_known.get() {
            view! {
                {verdict}
                <Chart label summary plot sheet on_save=save />
                <p class="hint">"One value before and one after show a difference, not its cause: what else changed?"</p>
            }
            .into_any()
        } else {
            view! { <p class="hint">"Choose a measure under “Edit details”. Then before and after can be compared."</p> }.into_any()
        }
    };
    view! { <Panel title="Before and after">{body}</Panel> }.into_any()
}

fn blank() -> Plot {
    Plot::Bars(Bars::default())
}

fn said(amount: Option<itsm::improvement::Amount>, unit: &str) -> String {
    amount.map_or_else(|| "nothing to count".to_owned(), |amount| shown::amount(amount, unit))
}

fn bars(known: &Known) -> Bars {
    let row = |(name, when, amount): Row| {
        let text = said(amount, &known.unit);
        let dated = if when.is_empty() { String::new() } else { [" (", &when, ")"].concat() };
        BarRow {
            label: name.to_owned(),
            value: amount.map(|amount| amount.0.max(0) as f64),
            spot: [name, &dated, ": ", &text].concat(),
            text,
            beside: None,
            href: None,
        }
    };
    Bars { rows: rows(&known.compared).into_iter().map(row).collect(), most: None }
}

fn table(known: &Known) -> Sheet {
    let line = |(name, when, amount): Row| {
        let raw = amount.map(itsm::improvement::Amount::plain).unwrap_or_default();
        vec![Datum::word(name), Datum::word(when), Datum::number(said(amount, &known.unit), raw)]
    };
    Sheet {
        headings: vec!["What".to_owned(), "When".to_owned(), known.measure.clone()],
        rows: rows(&known.compared).into_iter().map(line).collect(),
    }
}

fn spoken(known: &Known) -> String {
    let one = |(name, when, amount): Row| [name, " ", &when, ": ", &said(amount, &known.unit), ". "].concat();
    rows(&known.compared).into_iter().map(one).collect()
}
