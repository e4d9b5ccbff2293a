//! What if: another price, target or demand, before and after. Nothing is stored until it is used.

mod chart;
mod result;
mod row;

use chrono::TimeDelta;
use itsm::catalogue::Command as Ask;
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::catalogue::what_if::{Outcome, Trial, edits, outcome, typed};
use workspace::query::key_text;

use self::row::{Row, rows};
use crate::route::{Route, Shelf};
use crate::session::{KeptDraft, Session};
use crate::ui::{Button, EmptyState, Field, Kind, LinkButton, Panel, TextInput, Toaster};
use crate::views::catalogue::gate::WithCatalogue;
use crate::views::catalogue::nav::CatalogueNav;
use crate::views::page;
use crate::views::undo;
use crate::views::words;

/// The page.
#[component]
pub fn WhatIfPage() -> impl IntoView {
    view! { <WithCatalogue><WhatIf /></WithCatalogue> }.into_any()
}

#[component]
fn WhatIf() -> impl IntoView {
    // Begins anew once what was tried out is used.
    let round = RwSignal::new(0_u32);
    let body = move || {
        round.get();
        view! { <Trying round /> }
    };
    let note = "Change a price, a target or a demand and see what would follow. Nothing is stored until you use it.";
    page::title(|| "What if …".to_owned());
    page::announce();
    view! {
        <div class="page what-if">
            <CatalogueNav />
            <header class="page-head"><h1>"What if …"</h1></header>
            <p class="page-note">{note}</p>
            {body}
        </div>
    }
    .into_any()
}

/// The incidents of a service: within how much working time they are to be resolved.
#[derive(Clone)]
struct Resolving {
    service: ServiceId,
    name: String,
    hours: RwSignal<String>,
}

#[component]
fn Trying(round: RwSignal<u32>) -> impl IntoView {
    let session = expect_context::<Session>();
    let as_is = session.peek(|workspace| {
        let desk = workspace.desk();
        let now = workspace.now().unwrap_or_default();
        let as_is = outcome(desk, &Trial::default(), now);
        (rows(&as_is), resolving(&as_is))
    });
    let (rows, resolving) = as_is.unwrap_or_default();
    if rows.is_empty() {
        let text = "There are no offerings to try anything with. Write one: it has a price, a target, and people who order it.";
        return view! {
            <EmptyState title="Nothing to try out yet" text>
                <LinkButton label="Go to the services" kind=Kind::Primary href=Route::Catalogue(Shelf::List).href() />
            </EmptyState>
        }
        .into_any();
    }
    let kept = keep(session, &rows, &resolving);
    let rows = StoredValue::new(rows);
    let resolving = StoredValue::new(resolving);
    let trial = Memo::new(move |_| {
        let wishes = rows.with_value(|rows| {
            let wished = rows.iter().map(|row| ((row.service, row.offering), row.wish()));
            wished.filter(|(_, wish)| *wish != Default::default()).collect()
        });
        let resolution = resolving.with_value(|all| {
            let hours = |one: &Resolving| one.hours.with(|text| typed::hours(text).ok().flatten());
            all.iter().filter_map(|one| Some((one.service, hours(one)?))).collect()
        });
        Trial { wishes, resolution }
    });
    let found = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| trial.with(|trial| outcome(workspace.desk(), trial, now))).unwrap_or_default()
    });
    let shown =
        rows.with_value(|rows| rows.iter().map(|row| view! { <row::RowForm row=row.clone() found /> }).collect_view());
    let incidents = resolving
        .with_value(|all| all.iter().map(|one| view! { <ResolvingForm one=one.clone() found /> }).collect_view());
    let has_incidents = resolving.with_value(|all| !all.is_empty());
    view! {
        <result::Result found />
        <Use trial round kept />
        <Panel title="Offerings"><ul class="plain what-if-rows">{shown}</ul></Panel>
        {has_incidents.then(|| view! {
            <Panel title="Incidents of these services">
                <p class="hint">"Incidents of the last year that were resolved, by the working time that counted: as they went, and under another time to resolve."</p>
                <ul class="plain what-if-rows">{incidents}</ul>
            </Panel>
        })}
    }
    .into_any()
}

fn resolving(outcome: &Outcome) -> Vec<Resolving> {
    let one = |line: &workspace::catalogue::what_if::IncidentLine| Resolving {
        service: line.service,
        name: line.name.clone(),
        hours: RwSignal::new(String::new()),
    };
    outcome.incidents.iter().map(one).collect()
}

/// Keeps what is typed over a reload, in one text: a line for each offering that was changed.
fn keep(session: Session, rows: &[Row], resolving: &[Resolving]) -> KeptDraft {
    let kept = RwSignal::new(String::new());
    let draft = session.keep_draft("what-if", vec![("typed", kept)], None);
    let fields: Vec<(String, Vec<RwSignal<String>>)> = rows
        .iter()
        .map(|row| (row.key(), vec![row.price, row.target, row.demand]))
        .chain(resolving.iter().map(|one| (key_text(one.service.0), vec![one.hours])))
        .collect();
    kept.with_untracked(|text| {
        for line in text.lines() {
            let mut parts = line.split('\t');
            let key = parts.next().unwrap_or_default();
            if let Some((_, fields)) = fields.iter().find(|(one, _)| one == key) {
                fields.iter().zip(parts).for_each(|(field, text)| field.set(text.to_owned()));
            }
        }
    });
    let rows = rows.to_vec();
    Effect::new(move |_| {
        let mut lines = Vec::new();
        for (place, (key, fields)) in fields.iter().enumerate() {
            let texts: Vec<String> = fields.iter().map(|field| field.get()).collect();
            let is_as_it_was = match rows.get(place) {
                Some(row) => !row.is_touched(),
                None => texts.iter().all(String::is_empty),
            };
            if !is_as_it_was {
                lines.push([key.as_str(), "\t", &texts.join("\t")].concat());
            }
        }
        kept.set(lines.join("\n"));
    });
    draft
}

#[component]
fn ResolvingForm(one: Resolving, found: Memo<Outcome>) -> impl IntoView {
    let Resolving { service, name, hours } = one;
    let error = Signal::derive(move || hours.with(|text| typed::hours(text).err().map(str::to_owned)));
    let said = move || {
        found.with(|found| found.incidents.iter().find(|line| line.service == service).cloned()).map(|line| {
            let of = words::count(line.resolved, "resolved incident", "resolved incidents");
            let before = [&words::number(line.missed.before), " of ", &of, " missed the time agreed on."].concat();
            let wants = hours.with(|text| typed::hours(text).ok().flatten());
            let after = wants.map(|wants: TimeDelta| {
                [" Within ", &words::business_span(wants), ", ", &words::number(line.missed.after), " would have."]
                    .concat()
            });
            before + &after.unwrap_or_default()
        })
    };
    view! {
        <li class="what-if-row">
            <h3>{name}</h3>
            <div class="what-if-fields">
                <Field label="Resolved within, in working hours" error><TextInput value=hours /></Field>
            </div>
            <p class="what-if-said">{said}</p>
        </li>
    }
    .into_any()
}

/// Makes what was tried out true in the drafts, or drops it.
#[component]
fn Use(trial: Memo<Trial>, round: RwSignal<u32>, kept: KeptDraft) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let count = Memo::new(move |_| {
        session.read(|workspace| trial.with(|trial| edits(workspace.desk(), trial).len())).unwrap_or_default()
    });
    let error = RwSignal::new(None::<String>);
    let again = move || {
        error.set(None);
        kept.forget();
        round.update(|round| *round += 1);
    };
    let used = move |()| {
        let all = session.peek(|workspace| trial.with_untracked(|trial| edits(workspace.desk(), trial)));
        for (service, edits) in all.unwrap_or_default() {
            if let Err(refusal) = session.give(Command::Catalogue(Ask::Edit { service, edits })) {
                return error.set(Some(refusal.sentence()));
            }
        }
        undo::confirm(session, toaster, "Prices and targets stand in the drafts");
        again();
    };
    let refusal = Signal::derive(move || {
        let none = "Change a price or a target first: demand is what happens, nobody writes it.";
        (count.get() == 0).then(|| none.to_owned())
    });
    view! {
        <div class="form-actions what-if-use">
            <crate::ui::CommandButton label="Use these prices and targets" kind=Kind::Primary refusal on_press=used />
            <Button label="Begin anew" kind=Kind::Quiet on_press=move |()| again() />
        </div>
        <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
    }
    .into_any()
}
