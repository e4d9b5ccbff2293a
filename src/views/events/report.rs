//! Taking events in: one that somebody saw, or many as a tool wrote them.

use std::sync::Arc;

use itsm::monitoring::{Command as Ask, MOST_SIGNALS, Severity, Signal as Told};
use itsm::{Command, Event, Happening, ItemId};
use leptos::prelude::*;
use workspace::query::key_of;
use workspace::signals::{self, Line};

use super::badges;
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::{Declined, Session};
use crate::ui::{
    Button, Checkbox, Choice, ComboBox, DateTimeInput, Field, Kind, LinkButton, RadioGroup, TextArea, TextInput,
    Toaster,
};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;
use crate::views::words;

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    view! { <WithDesk><Form /></WithDesk> }.into_any()
}

const ONE: &str = "one";
const MANY: &str = "many";
/// So many lines that are not understood are shown.
const SHOWN: usize = 8;

/// What is typed of one event.
#[derive(Clone, Copy)]
struct Typed {
    source: RwSignal<String>,
    item: RwSignal<String>,
    severity: RwSignal<String>,
    message: RwSignal<String>,
    key: RwSignal<String>,
    at: RwSignal<String>,
    recovers: RwSignal<bool>,
}

impl Typed {
    fn blank() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            source: text(),
            item: text(),
            severity: RwSignal::new(Severity::Warning.word().to_owned()),
            message: text(),
            key: text(),
            at: text(),
            recovers: RwSignal::new(false),
        }
    }

    fn told(self, session: Session) -> Told {
        let words = |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
        let zone = session.zone();
        let at = self.at.with_untracked(|text| words::from_machine(text)).and_then(|at| zone.instant(at.naive_utc()));
        Told {
            source: words(self.source),
            item: self.item.with_untracked(|text| key_of(text)).map(ItemId),
            key: words(self.key),
            severity: self.severity.with_untracked(|word| badges::severity(word)).unwrap_or(Severity::Warning),
            message: words(self.message),
            at,
            recovers: self.recovers.get_untracked(),
        }
    }
}

#[component]
fn Form() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let how = RwSignal::new(ONE.to_owned());
    let typed = Typed::blank();
    let pasted = RwSignal::new(String::new());
    let leave_out = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Declined>);
    let kept = session.keep_draft(
        "event",
        vec![
            ("how", how),
            ("source", typed.source),
            ("item", typed.item),
            ("severity", typed.severity),
            ("message", typed.message),
            ("key", typed.key),
            ("pasted", pasted),
        ],
        None,
    );
    let is_many = Memo::new(move |_| how.with(|how| how == MANY));
    let lines = Memo::new(move |_| {
        pasted
            .with(|text| session.read(|workspace| signals::read(workspace.desk().directory(), text)))
            .unwrap_or_default()
    });
    let give = move |signals: Vec<Told>| match session.give(Command::Alert(Ask::TakeIn(signals))) {
        Ok(events) => {
            kept.forget();
            undo::confirm(session, toaster, outcome(&events));
            location.go(&Practice::Events.list());
        }
        Err(why) => refusal.set(Some(why)),
    };
    let unread = Memo::new(move |_| lines.with(|lines| lines.iter().filter(|line| line.signal.is_err()).count()));
    let held = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        held.set(None);
        refusal.set(None);
        if !is_many.get_untracked() {
            give(vec![typed.told(session)]);
        } else if unread.get_untracked() > 0 && !leave_out.get_untracked() {
            held.set(Some("Correct the lines that are not understood, or say that they are left out.".to_owned()));
        } else {
            give(lines.with_untracked(|lines| lines.iter().filter_map(|line| line.signal.clone().ok()).collect()));
        }
    };
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || {
        let beside = refusal.get().filter(|why| is_many.get() || !why.is_about(&["source", "message", "time"]));
        held.get().or_else(|| beside.map(|why| why.sentence()))
    };
    let hows = vec![
        Choice::new(ONE, "One event").with_detail("That somebody saw, or a tool that cannot be asked."),
        Choice::new(MANY, "Several, as a tool wrote them").with_detail("Lines, JSON or CSV, to be pasted."),
    ];
    view! {
        <Page title="Report an event" note="The rules decide what is done with it: noted, held back, or an incident raised. You see which." class="page-narrow">
            <Show when=move || kept.restored.get()>
                <div class="banner" role="status">
                    <p>"What you had typed is back."</p>
                    <Button label="Begin anew" kind=Kind::Quiet on_press=move |()| kept.forget() />
                </div>
            </Show>
            <form class="form" novalidate on:submit=submit>
                <Field label="What do you report?" group=true required=true><RadioGroup choices=hows value=how /></Field>
                {move || if is_many.get() {
                    view! { <Pasted pasted lines unread leave_out /> }.into_any()
                } else {
                    view! { <One typed source=error_of("source") message=error_of("message") time=error_of("time") /> }.into_any()
                }}
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">{move || if is_many.get() { "Take them in" } else { "Take it in" }}</button>
                    <LinkButton label="Back to the events" kind=Kind::Quiet href=Practice::Events.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}

#[component]
fn One(
    typed: Typed,
    source: Signal<Option<String>>,
    message: Signal<Option<String>>,
    time: Signal<Option<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <Field label="Message" hint="What it says, in one line." required=true error=message><TextInput value=typed.message /></Field>
        <Field label="Severity" group=true required=true><RadioGroup choices=badges::severities() value=typed.severity /></Field>
        <div class="form-row">
            <Field label="Source" hint="The tool, or who saw it." required=true error=source><TextInput value=typed.source /></Field>
            <Field label="Configuration item">
                <ComboBox choices=choices::items(session, typed.item) list_label="Configuration items" value=typed.item />
            </Field>
        </div>
        <div class="form-row">
            <Field label="When" hint="Left empty: now." error=time><DateTimeInput value=typed.at /></Field>
            <Field label="Correlation key" hint="Same key, same cause. Left empty: source, item and message without figures."><TextInput value=typed.key /></Field>
        </div>
        <Checkbox label="All is well again" detail="A recovery: it clears what the same cause sent before." value=typed.recovers />
    }
    .into_any()
}

#[component]
fn Pasted(
    pasted: RwSignal<String>,
    lines: Memo<Vec<Line>>,
    unread: Memo<usize>,
    leave_out: RwSignal<bool>,
) -> impl IntoView {
    let read = move || lines.with(Vec::len).saturating_sub(unread.get());
    let unknown = move || lines.with(|lines| lines.iter().filter(|line| line.unknown_item.is_some()).count());
    let fault = |line: Line| {
        let text = line.signal.err().unwrap_or_default();
        view! { <li>"Line "{line.number}": "{text}</li> }
    };
    let faults = move || {
        let wrong = |line: &&Line| line.signal.is_err();
        lines.with(|lines| lines.iter().filter(wrong).take(SHOWN).cloned().collect::<Vec<Line>>())
    };
    let hint = "Lines such as “warning Prometheus: disk 91 % full”, JSON, or CSV with names in the first line; at most "
        .to_owned()
        + &words::number(MOST_SIGNALS) + " at once. Times need their zone: 2016-05-16T09:00:00Z.";
    view! {
        <Field label="Events" hint required=true><TextArea value=pasted rows=10 /></Field>
        <div role="status">
            <p>{move || words::count(read(), "event understood", "events understood")}
                {move || (unread.get() > 0).then(|| ", ".to_owned() + &words::count(unread.get(), "line not", "lines not"))}
                {move || (unknown() > 0).then(|| ". ".to_owned() + &words::count(unknown(), "names an item", "name items") + " that nobody has entered: taken in without it")}
                "."</p>
            <ul class="events-faults">{move || faults().into_iter().map(fault).collect_view()}</ul>
        </div>
        <Show when=move || { unread.get() > 0 }>
            <Checkbox label="Leave out the lines that are not understood" value=leave_out />
        </Show>
    }
    .into_any()
}

/// "12 events taken in, 1 incident raised".
fn outcome(events: &[Event]) -> String {
    let taken = events.iter().filter(|event| matches!(event.what, Happening::Alert(..))).count();
    let raised = events.iter().filter(|event| matches!(event.what, Happening::Link(..))).count();
    let text = words::count(taken, "event taken in", "events taken in");
    match raised {
        0 => text + ", no incident raised",
        some => text + ", " + &words::count(some, "incident raised", "incidents raised"),
    }
}
