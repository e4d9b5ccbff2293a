//! The figures of the open workspace. Each opens what it counts, where the queue can show it.

use itsm::incident::Stage;
use leptos::prelude::*;
use workspace::figures::{self, Share};
use workspace::query::Query;

use crate::route::Route;
use crate::session::Session;
use crate::ui::{Bar, BarList};
use crate::views::words;

/// A figure: its name, its value, what it means, and the queue that it counts.
#[derive(Clone, PartialEq)]
struct Figure {
    name: &'static str,
    value: String,
    meaning: &'static str,
    href: Option<String>,
}

fn share(share: Share) -> String {
    share.ratio().map_or_else(|| "–".to_owned(), words::percent)
}

fn all(of: &figures::Figures) -> Vec<Figure> {
    let queue = |query: Query| Some(Route::Desk(query.to_params()).href());
    let stage = |stage: Stage| of.stages.get(&stage).copied().unwrap_or(0);
    let in_stage = |stage: Stage| queue(Query { stages: [stage].into(), ..Query::default() });
    let open = stage(Stage::New) + stage(Stage::InProgress) + stage(Stage::OnHold);
    vec![
        Figure {
            name: "Incidents",
            value: words::number(of.incidents),
            meaning: "Everything in this workspace.",
            href: queue(Query::default()),
        },
        Figure {
            name: "Events",
            value: words::number(of.events),
            meaning: "Each thing that happened to an incident.",
            href: None,
        },
        Figure {
            name: "Open",
            value: words::number(open),
            meaning: "New, in progress or on hold.",
            href: queue(crate::session::queue_query::open()),
        },
        Figure {
            name: "Resolved",
            value: words::number(stage(Stage::Resolved)),
            meaning: "Restored, and not closed yet.",
            href: in_stage(Stage::Resolved),
        },
        Figure {
            name: "Closed",
            value: words::number(stage(Stage::Closed)),
            meaning: "Finished for good.",
            href: in_stage(Stage::Closed),
        },
        Figure {
            name: "Within agreement, by the source",
            value: share(of.source_verdict),
            meaning: "The other tool’s own verdict in its last row of each incident. It cannot be worked out from the log and is kept as it was.",
            href: None,
        },
        Figure {
            name: "Within agreement, by our clocks",
            value: share(of.attainment),
            meaning: "Resolved within the target of this desk’s agreement, of those resolved or already beyond it.",
            href: None,
        },
        Figure {
            name: "Reopened",
            value: share(of.reopened),
            meaning: "At least once; by the other tool’s count where it has one.",
            href: None,
        },
        Figure {
            name: "Reassigned",
            value: share(of.reassigned),
            meaning: "At least once from one team or person to another.",
            href: None,
        },
    ]
}

fn weekdays(of: &figures::Figures) -> Vec<Bar> {
    let days = words::WEEKDAYS.iter().zip(of.opened_by_weekday);
    days.map(|(day, count)| Bar {
        label: (*day).to_owned(),
        value: count as f64,
        text: words::number(count),
        href: None,
    })
    .collect()
}

/// The panel.
#[component]
pub fn Figures() -> impl IntoView {
    let session = expect_context::<Session>();
    let of = Memo::new(move |_| {
        session.turned.track();
        session.read(figures::figures)
    });
    let span = move || {
        let zone = session.zone();
        let (first, last) = of.get()?.span?;
        Some("From ".to_owned() + &words::date(zone.local(first)) + " to " + &words::date(zone.local(last)) + ".")
    };
    let bars = Signal::derive(move || of.with(|of| of.as_ref().map(weekdays).unwrap_or_default()));
    let figure = |figure: Figure| {
        let Figure { name, value, meaning, href } = figure;
        let value = match href {
            Some(href) => view! { <a href=href>{value}</a> }.into_any(),
            None => view! { <span>{value}</span> }.into_any(),
        };
        view! { <div class="figure"><dt>{name}</dt><dd><span class="figure-value">{value}</span><span class="figure-meaning">{meaning}</span></dd></div> }
    };
    view! {
        <section class="panel" aria-labelledby="figures">
            <h2 id="figures">"Figures"</h2>
            <p class="hint">{span}</p>
            <dl class="figures">{move || of.with(|of| of.as_ref().map(all)).unwrap_or_default().into_iter().map(figure).collect_view()}</dl>
            <h3>"Opened by day of the week"</h3>
            <BarList label="Incidents opened by day of the week, in UTC" bars />
            <p><a href=Route::Reports.href()>"See the reports over time"</a></p>
        </section>
    }
    .into_any()
}
