//! Baselines, and what differs between two dates.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::configuration::{Baseline, Command as Ask, Node};
use itsm::{BaselineId, Command};
use leptos::prelude::*;
use workspace::baseline::{Difference, Field as Differing, compare};
use workspace::query::{key_of, key_text};
use workspace::rules::targets::{moment, write_moment};

use super::nodes;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Badge, Button, Choice, DateTimeInput, Field, Kind, Panel, Picture, Select, TextInput, Toaster, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::{page, undo, words};

/// The page.
#[component]
pub fn ComparePage() -> impl IntoView {
    view! { <WithDesk><Shown /></WithDesk> }.into_any()
}

const NOW: &str = "now";
const DATE: &str = "date";

fn zone_name(session: Session) -> String {
    session.peek(|w| w.desk().agreement().agreement().calendar.zone.to_string()).unwrap_or_default()
}

/// One of the two sides.
#[derive(Clone, Copy)]
struct Side {
    chosen: RwSignal<String>,
    typed: RwSignal<String>,
}

impl Side {
    fn begin(session: Session, chosen: &str, at: DateTime<Utc>) -> Self {
        Self { chosen: RwSignal::new(chosen.to_owned()), typed: RwSignal::new(write_moment(at, &zone_name(session))) }
    }

    /// The instant; `None` for a date that cannot be read.
    fn instant(self, session: Session) -> Option<DateTime<Utc>> {
        match self.chosen.get().as_str() {
            // The latest there can be, so that what happens while one looks is in it.
            NOW => Some(DateTime::<Utc>::MAX_UTC),
            DATE => moment(&self.typed.get(), &zone_name(session)).ok().flatten(),
            key => {
                let id = BaselineId(key_of(key)?);
                session.read(|w| w.desk().configuration().baselines().get(&id).map(|baseline| baseline.at)).flatten()
            }
        }
    }
}

#[component]
fn Shown() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Compare dates".to_owned());
    page::announce();
    let now = session.now.get_untracked();
    let before = Side::begin(session, DATE, now - TimeDelta::days(7));
    let after = Side::begin(session, NOW, now);
    let choices = Memo::new(move |_| {
        let baselines = session.read(|workspace| {
            let all = workspace.desk().configuration().baselines().iter();
            all.map(|(id, baseline)| Choice::new(key_text(id.0), &*baseline.name)).collect::<Vec<Choice>>()
        });
        let mut choices = vec![Choice::new(NOW, "Now"), Choice::new(DATE, "A date and time")];
        choices.extend(baselines.unwrap_or_default());
        choices
    });
    let found = Memo::new(move |_| {
        let (one, other) = (before.instant(session)?, after.instant(session)?);
        session.read(|workspace| {
            let named =
                |(node, difference): (Node, Difference)| (node, nodes::name(workspace.desk(), node), difference);
            compare(workspace, one, other).into_iter().map(named).collect::<Vec<_>>()
        })
    });
    let side = move |label: &'static str, side: Side| {
        view! {
            <div class="compare-side">
                <Field label required=true><Select choices=choices value=side.chosen /></Field>
                <Show when=move || side.chosen.with(|chosen| chosen == DATE)>
                    <Field label="Date and time" required=true><DateTimeInput value=side.typed /></Field>
                </Show>
            </div>
        }
    };
    let list = move || match found.get() {
        None => view! { <p class="hint">"Choose two instants."</p> }.into_any(),
        Some(list) if list.is_empty() => {
            view! { <p class="hint">"Nothing differs: the configuration was the same at both."</p> }.into_any()
        }
        Some(list) => {
            view! { <ul class="records" aria-label="What differs">{list.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <div class="page">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Configuration.list().href()>"Configuration"</a>
                <span aria-hidden="true">"/"</span>
                <span>"Compare dates"</span>
            </nav>
            <header class="page-head"><h1>"Compare dates"</h1></header>
            <p class="page-note">"A baseline is the configuration at an instant that has a name: what was agreed, to compare with later."</p>
            <div class="compare-sides">{side("From", before)}{side("To", after)}</div>
            <section class="compare-found" aria-labelledby="differs">
                <h2 id="differs">"What differs "<span class="count" role="status">{move || found.with(|found| found.as_ref().map(|list| words::number(list.len())))}</span></h2>
                {list}
            </section>
            <Baselines />
        </div>
    }
    .into_any()
}

fn row((node, name, difference): (Node, String, Difference)) -> AnyView {
    let (tone, picture, word, fields) = match difference {
        Difference::Added(fields) => (Tone::Ok, Picture::Plus, "Added", fields),
        Difference::Removed(fields) => (Tone::Bad, Picture::Close, "Removed", fields),
        Difference::Changed(fields) => (Tone::Slate, Picture::Note, "Changed", fields),
    };
    let or_nothing = |text: String| if text.is_empty() { "nothing".to_owned() } else { text };
    let field = |field: Differing| {
        view! {
            <div class="compare-field">
                <dt>{field.name}</dt>
                <dd><del>{or_nothing(field.before)}</del>" → "<ins>{or_nothing(field.after)}</ins></dd>
            </div>
        }
    };
    let href = nodes::place(node).href();
    view! {
        <li class="record">
            <span class="record-title"><a href=href>{name}</a></span>
            <div class="record-line"><Badge tone picture=Some(picture) label=word /></div>
            <dl class="compare-fields">{fields.into_iter().map(field).collect_view()}</dl>
        </li>
    }
    .into_any()
}

/// The baselines, and naming one more.
#[component]
fn Baselines() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // The desk's clock as of the last command or tick: never ahead of it.
        let at = session.now.get_untracked();
        let baseline = Baseline { name: name.get_untracked().into(), at };
        match session.give(Command::Item(Ask::NameBaseline(baseline))) {
            Ok(_) => {
                name.set(String::new());
                error.set(None);
                undo::confirm(session, toaster, "Baseline named");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let zone = session.zone();
    let all = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let all = workspace.desk().configuration().baselines().iter();
            all.map(|(id, baseline)| (*id, baseline.name.to_string(), baseline.at)).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let take = move |id: BaselineId| match session.give(Command::Item(Ask::DropBaseline(id))) {
        Ok(_) => undo::confirm(session, toaster, "Name taken away"),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let line = move |(id, name, at): (BaselineId, String, DateTime<Utc>)| {
        let label = "Take away the name ".to_owned() + &name;
        view! {
            <li class="related-line">
                <span><strong>{name}</strong>" "{words::date_time(zone.local(at))}</span>
                <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| take(id) />
            </li>
        }
    };
    view! {
        <Panel title="Baselines">
            <ul class="plain">{move || all.get().into_iter().map(line).collect_view()}</ul>
            <form class="compare-name" novalidate on:submit=submit>
                <Field label="Name the configuration as it is now" hint="Before a move, at the end of a quarter, when an audit begins." required=true error>
                    <TextInput value=name />
                </Field>
                <button type="submit" class="button">"Name it"</button>
            </form>
        </Panel>
    }
    .into_any()
}
