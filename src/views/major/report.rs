//! The post-incident report: read here, printed, or taken along as a file.

use itsm::IncidentId;
use leptos::prelude::*;
use workspace::major::{self, Block, Report, Section};

use super::shown;
use crate::browser::{files, page as window};
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Button, EmptyState, Fact, Facts, Kind, LinkButton, Toaster};
use crate::views::page;

/// The page.
pub fn page(id: IncidentId) -> AnyView {
    view! { <ReportPage id /> }.into_any()
}

#[component]
fn ReportPage(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    page::title(move || "Report of ".to_owned() + &shown::number(session, id));
    page::announce();
    let report = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| major::report(workspace, id, now)).flatten()
    });
    let number = shown::number(session, id);
    let file = "post-incident-report-".to_owned() + &number;
    let save = move |ending: &'static str, mime: &'static str, write: fn(&Report) -> String| {
        let text = report.with_untracked(|report| report.as_ref().map(write)).unwrap_or_default();
        if files::download(&[&*file, ending].concat(), mime, &text) {
            toaster.ok("The report is saved");
        } else {
            toaster.bad("The browser did not take the file. Nothing was changed.");
        }
    };
    let (as_markdown, as_html) = (save.clone(), save);
    let (as_markdown, as_html) = (StoredValue::new_local(as_markdown), StoredValue::new_local(as_html));
    let lead = shown::lead(&number);
    let (crumb, back) = (lead.clone(), StoredValue::new(lead.href()));
    let body = move || {
        match report.get() {
        Some(report) => view! { {written(report)} }.into_any(),
        None => view! {
            <EmptyState title="It was never a major incident" text="Propose it on its page. The report is made of what happens then.">
                <LinkButton label="Go to its page" href=back.get_value() />
            </EmptyState>
        }
        .into_any(),
    }
    };
    let title = move || {
        report
            .with(|report| report.as_ref().map(|report| report.title.clone()))
            .unwrap_or_else(|| "Post-incident report".to_owned())
    };
    view! {
        <article class="page page-narrow report-paper">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Major.list().href()>"Major incidents"</a>
                <span aria-hidden="true">"/"</span>
                <a href=crumb.href()>{number}</a>
                <span aria-hidden="true">"/"</span>
                <span>"Report"</span>
            </nav>
            <header class="page-head"><h1>{title}</h1></header>
            <div class="form-actions report-actions">
                <Button label="Print" kind=Kind::Plain on_press=move |()| window::print() />
                <Button label="Save as Markdown" kind=Kind::Quiet on_press=move |()| as_markdown.with_value(|save| save(".md", "text/markdown", Report::markdown)) />
                <Button label="Save as HTML" kind=Kind::Quiet on_press=move |()| as_html.with_value(|save| save(".html", "text/html", Report::html)) />
            </div>
            {body}
        </article>
    }
    .into_any()
}

fn written(report: Report) -> AnyView {
    let fact = |(label, value): (String, String)| view! { <Fact label>{value}</Fact> };
    view! {
        <Facts>{report.facts.into_iter().map(fact).collect_view()}</Facts>
        {report.sections.into_iter().map(section).collect_view()}
    }
    .into_any()
}

fn section(section: Section) -> AnyView {
    let block = |block: Block| {
        match block {
        Block::Text(text) => view! { <p class="path-text">{text}</p> }.into_any(),
        Block::Nothing(text) => view! { <p class="hint">{text}</p> }.into_any(),
        Block::Step { at, what, text } => view! {
            <div class="report-step"><span class="report-at">{at}</span><div><strong>{what}</strong>{(!text.is_empty()).then(|| view! { <p class="path-text">{text}</p> })}</div></div>
        }
        .into_any(),
        Block::Record { number, title, state } => {
            let href = record(&number);
            view! { <p><a href=href>{number}</a>" "{title}" ("{state}")"</p> }.into_any()
        }
    }
    };
    view! {
        <section>
            <h2>{section.title}</h2>
            {section.blocks.into_iter().map(block).collect_view()}
        </section>
    }
    .into_any()
}

/// The page of the record of that number.
fn record(number: &str) -> String {
    let session = expect_context::<Session>();
    let card = session.peek(|workspace| {
        let desk = workspace.desk();
        desk.find_record(number).and_then(|id| desk.card(id))
    });
    card.flatten().map(|card| Route::record(&card).href()).unwrap_or_default()
}
