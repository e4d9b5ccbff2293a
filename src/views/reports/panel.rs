//! The panel of a report: the question, the numbers, the picture, what is counted and where it misleads.

use leptos::prelude::*;
use workspace::Workspace;
use workspace::measures::csv;

use super::asked::Asked;
use super::shown::{Number, Shown};
use crate::browser::{files, tasks};
use crate::session::Session;
use crate::session::format::format;
use crate::ui::chart::{Chart, Saved};
use crate::ui::{Skeleton, Toaster, id};

/// Works out what to show.
pub type Measured = fn(&Workspace, &Asked) -> Shown;

/// What is shown; `None` until it is worked out. That is done after the page is painted, one report after the other;
/// until the new numbers are there, the old ones stay.
fn later(session: Session, asked: Memo<Option<Asked>>, turn: u32, measure: Measured) -> RwSignal<Option<Shown>> {
    let shown = RwSignal::new(None);
    Effect::new(move |_| {
        session.revision.track();
        // Worked out later, where nothing is followed.
        format();
        let wanted = asked.get();
        tasks::spawn(async move {
            for _ in 0..turn {
                tasks::paint().await;
            }
            // Somebody has chosen other days in the meantime, or gone.
            if asked.try_get_untracked() != Some(wanted) {
                return;
            }
            let now = wanted.and_then(|asked| session.peek(|workspace| measure(workspace, &asked)));
            let _ = shown.try_update(|shown| {
                if *shown != now {
                    *shown = now
                }
            });
        });
    });
    shown
}

/// A report.
#[component]
pub fn Report(
    asked: Memo<Option<Asked>>,
    /// When it is worked out, from 1.
    turn: u32,
    /// Whether it takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// For files.
    name: &'static str,
    question: &'static str,
    measure: Measured,
    counts: &'static str,
    pitfall: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let shown = later(session, asked, turn, measure);
    let stage = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| shown.picture.is_some())));
    let pictured = move |read: fn(&super::shown::Pictured) -> String| {
        Signal::derive(move || {
            shown.with(|shown| shown.as_ref().and_then(|shown| shown.picture.as_ref()).map(read)).unwrap_or_default()
        })
    };
    let save = move |saved: Saved| {
        let days = asked
            .get_untracked()
            .map(|asked| [asked.period.first().to_string(), asked.period.last().to_string()].join("-to-"));
        let file = |ending: &str| [name, "-", &days.unwrap_or_default(), ending].concat();
        let given = match saved {
            Saved::Svg(text) => files::download(&file(".svg"), "image/svg+xml", &text),
            Saved::Table(rows) => files::download(&file(".csv"), "text/csv", &csv::text(&rows)),
        };
        if !given {
            toaster.bad("The browser did not take the file. Nothing was saved.");
        }
    };
    let chart = move || {
        let plot = Signal::derive(move || {
            let plot = shown.with(|shown| Some(shown.as_ref()?.picture.as_ref()?.plot.clone()));
            plot.unwrap_or(crate::ui::Plot::Bars(crate::ui::chart::Bars::default()))
        });
        let sheet = Signal::derive(move || {
            shown.with(|shown| Some(shown.as_ref()?.picture.as_ref()?.sheet.clone())).unwrap_or_default()
        });
        view! { <Chart label=pictured(|one| one.label.clone()) summary=pictured(|one| one.summary.clone()) plot sheet on_save=save /> }
    };
    let body = move || match stage.get() {
        None => view! { <Skeleton lines=7 label="Working it out" /> }.into_any(),
        Some(true) => chart().into_any(),
        Some(false) => {
            let nothing = move || shown.with(|shown| shown.as_ref().map(|shown| shown.nothing));
            view! { <p class="report-nothing">{nothing}</p> }.into_any()
        }
    };
    let numbers = move || {
        let numbers = shown.with(|shown| shown.as_ref().map(|shown| shown.numbers.clone())).unwrap_or_default();
        (!numbers.is_empty())
            .then(|| view! { <dl class="report-numbers">{numbers.into_iter().map(number).collect_view()}</dl> })
    };
    let heading = id::fresh("report");
    let labelled_by = heading.clone();
    view! {
        <section class=if wide { "panel report-panel report-wide" } else { "panel report-panel" } aria-labelledby=labelled_by>
            <h2 id=heading>{question}</h2>
            {numbers}
            {body}
            <details class="report-counts">
                <summary>"What this counts, and where it misleads"</summary>
                <p>{counts}</p>
                <p>{pitfall}</p>
            </details>
        </section>
    }
    .into_any()
}

fn number(number: Number) -> AnyView {
    let Number { name, value, note, href } = number;
    let value = match href {
        Some(href) => view! { <a href=href>{value}</a> }.into_any(),
        None => value.into_any(),
    };
    view! {
        <div class="report-number">
            <dt>{name}</dt>
            <dd><span class="report-value">{value}</span><span class="report-note">{note}</span></dd>
        </div>
    }
    .into_any()
}
