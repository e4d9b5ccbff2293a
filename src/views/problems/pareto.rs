//! Causes by weight: which few explain most of the incidents.

use itsm::Desk;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::measures::{ask, csv};
use workspace::pareto::{self, Bar, By, Cause, MARK_PERCENT};
use workspace::query::key_text;

use crate::browser::files;
use crate::route::Route;
use crate::session::Session;
use crate::ui::chart::{Chart, Datum, Pareto, ParetoRow, Plot, Saved, Sheet};
use crate::ui::{FilterChip, Panel, Toaster};
use crate::views::words;

/// The chart in words and numbers.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    rows: Vec<ParetoRow>,
    whole: usize,
    vital: usize,
    unexplained: usize,
}

fn shown(workspace: &Workspace, by: By) -> Shown {
    let chart = pareto::pareto(workspace, by, None);
    let whole = chart.whole;
    let rows = chart.bars.iter().map(|bar| row(workspace.desk(), bar, whole)).collect();
    Shown { rows, whole, vital: chart.vital, unexplained: chart.unexplained }
}

fn row(desk: &Desk, bar: &Bar, whole: usize) -> ParetoRow {
    let (label, href) = match bar.cause {
        Cause::Problem(id) => {
            let number = desk.problem_number(id);
            let cause = desk.problem(id).map(|problem| problem.analysis.cause.to_string()).unwrap_or_default();
            let first = cause.lines().next().unwrap_or_default().to_owned();
            let href = Route::Problem(number.clone()).href();
            (number + " " + &first, Some(href))
        }
        Cause::Category(category) => {
            let name = category.map_or("No category", |id| desk.directory().category(id));
            let value = category.map_or_else(|| "none".to_owned(), |id| "#".to_owned() + &key_text(id.0));
            let typed = ["category:", &value, " -state:cancelled"].concat();
            (name.to_owned(), Some(Route::Desk(ask::parameters(&typed)).href()))
        }
        Cause::Others(count) => (words::count(count, "other", "others"), None),
    };
    let share = |count: usize| words::number((count * 100 + whole / 2).checked_div(whole).unwrap_or(0)) + " %";
    let text = words::number(bar.incidents) + " \u{b7} " + &share(bar.cumulative);
    let incidents = words::count(bar.incidents, "incident", "incidents");
    let spot = [&*label, ": ", &incidents, ", with those before it ", &share(bar.cumulative)].concat();
    ParetoRow { label, value: bar.incidents as f64, cumulative: bar.cumulative as f64, text, spot, href }
}

fn table(shown: &Shown) -> Sheet {
    let line = |row: &ParetoRow| {
        let (incidents, cumulative) = (row.value as usize, row.cumulative as usize);
        let percent = (cumulative * 100 + shown.whole / 2).checked_div(shown.whole).unwrap_or(0);
        vec![
            Datum::word(row.label.clone()).to(row.href.clone()),
            Datum::number(words::number(incidents), incidents),
            Datum::number(words::number(cumulative), cumulative),
            Datum::number(words::number(percent) + " %", percent),
        ]
    };
    Sheet {
        headings: ["Cause", "Incidents", "Together", "Share"].map(str::to_owned).to_vec(),
        rows: shown.rows.iter().map(line).collect(),
    }
}

fn spoken(shown: &Shown, by: By) -> String {
    let what = match by {
        By::Causes => words::count(shown.vital, "cause explains", "causes explain"),
        By::Categories => words::count(shown.vital, "category has", "categories have"),
    };
    let mark = words::number(MARK_PERCENT);
    [&*what, " at least ", &mark, " % of ", &words::count(shown.whole, "incident", "incidents"), "."].concat()
}

/// The panel; nothing on a desk without incidents.
#[component]
pub fn ParetoPanel() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let any = Memo::new(move |_| session.read(|workspace| workspace.incident_count() > 0) == Some(true));
    let usual = Memo::new(move |_| session.read(pareto::usual).unwrap_or(By::Categories));
    let wanted = RwSignal::new(None::<By>);
    let by = Memo::new(move |_| wanted.get().unwrap_or(usual.get()));
    let found = Memo::new(move |_| {
        let by = by.get();
        session.read(|workspace| shown(workspace, by)).unwrap_or_default()
    });
    let plot = Signal::derive(move || {
        let mark = MARK_PERCENT as f64 / 100.0;
        let mark_text = words::number(MARK_PERCENT) + " %";
        found
            .with(|shown| Plot::Pareto(Pareto { rows: shown.rows.clone(), whole: shown.whole as f64, mark, mark_text }))
    });
    let sheet = Signal::derive(move || found.with(table));
    let summary = Signal::derive(move || found.with(|shown| spoken(shown, by.get())));
    let label = Signal::derive(move || {
        match by.get() {
            By::Causes => "Incidents by known cause",
            By::Categories => "Incidents by category",
        }
        .to_owned()
    });
    let save = move |saved: Saved| {
        let given = match saved {
            Saved::Svg(text) => files::download("pareto-of-causes.svg", "image/svg+xml", &text),
            Saved::Table(rows) => files::download("pareto-of-causes.csv", "text/csv", &csv::text(&rows)),
        };
        if !given {
            toaster.bad("The browser did not take the file. Nothing was saved.");
        }
    };
    let chip = move |of: By, label: &'static str| {
        let pressed = Signal::derive(move || by.get() == of);
        view! { <FilterChip label pressed on_toggle=move |()| wanted.set(Some(of)) /> }
    };
    let is_empty = Memo::new(move |_| found.with(|shown| shown.rows.is_empty()));
    let note = move || {
        let (by, unexplained) = (by.get(), found.with(|shown| shown.unexplained));
        match by {
            By::Causes => {
                "Problems with a known cause, open and closed, by the incidents they explain. ".to_owned()
                    + &words::count(unexplained, "incident has", "incidents have")
                    + " no known cause yet."
            }
            By::Categories => {
                "Categories stand in for causes as long as few are known: they say where it hurts, not why.".to_owned()
            }
        }
    };
    let body = move || {
        if is_empty.get() {
            view! { <p class="hint">"No known cause explains an incident yet. Write down the root cause of a problem, or look at the categories."</p> }
                .into_any()
        } else {
            view! { <p>{summary}</p><Chart label summary plot sheet on_save=save /> }.into_any()
        }
    };
    move || {
        any.get().then(|| {
            view! {
                <Panel title="What causes most of it" class="pareto">
                    <div class="records-chips" role="group" aria-label="Count by">{chip(By::Causes, "Causes")}{chip(By::Categories, "Categories")}</div>
                    <p class="hint">{note}</p>
                    {body}
                </Panel>
            }
        })
    }
}
