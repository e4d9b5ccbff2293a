//! What is open: a contact with its record, or a change; what was said, and what may be done.

use leptos::{html, prelude::*};
use simulation::scenario::Key;
use simulation::shift::view::{Caller, Case, ChangeView, Pile, Utterance};

use super::desk::{Desk, OPEN};
use super::{actions, change, conversation, record, top, words};
use crate::browser::dom;
use crate::ui::{Badge, Button, EmptyState, Icon, Kind, Picture, Tone};

/// What stands in the head of a case.
#[derive(Clone, Debug, PartialEq)]
struct Head {
    channel: simulation::scenario::Channel,
    title: String,
    caller: Option<Caller>,
    verified: Option<bool>,
    lost: bool,
    severity: Option<simulation::scenario::Severity>,
    about: Option<Key>,
}

impl Head {
    fn of(case: &Case) -> Self {
        Self {
            channel: case.channel,
            title: case.title.clone(),
            caller: case.caller.clone(),
            verified: case.verified,
            lost: case.lost,
            severity: case.severity,
            about: case.about.clone(),
        }
    }
}

/// The pane.
pub fn ticket(desk: Desk) -> AnyView {
    let case = desk.case();
    let change = desk.change();
    let kind = Memo::new(move |_| (case.with(Option::is_some), change.with(Option::is_some)));
    let inside = move || match kind.get() {
        (true, _) => case_pane(desk, case),
        (false, true) => change_pane(desk, change),
        (false, false) => nothing(desk),
    };
    inside.into_any()
}

fn nothing(desk: Desk) -> AnyView {
    let nobody = desk.part(|view| view.cases.iter().all(|case| case.pile == Pile::Done || case.pile == Pile::Waiting));
    let (from, to) = desk.now(|view| (words::clock(view.from), words::clock(view.to)));
    let title = Signal::derive(move || if nobody.get() { "The desk is open" } else { "Nothing is open" }.to_owned());
    let open =
        ["It is yours from ", &from, " to ", &to, ". Nobody waits for you now: let time pass until somebody comes."]
            .concat();
    let text = Signal::derive(move || {
        if nobody.get() {
            open.clone()
        } else {
            "Choose a contact in the inbox, or wait until something happens.".to_owned()
        }
    });
    // Help and forms of the whole desk stand here, too; without them there is nothing to dock.
    let busy = move || {
        desk.form.with(Option::is_some) || desk.coaching.with(Option::is_some) || desk.why.with(Option::is_some)
    };
    view! {
        <div class="shift-open">
            <h2 class="visually-hidden" id=OPEN tabindex="-1">{title}</h2>
            <EmptyState title text picture=Picture::Desk>
                <Button label="Wait until somebody comes" kind=Kind::Primary on_press=move |()| top::press_wait(desk) />
            </EmptyState>
        </div>
        {move || busy().then(|| actions::dock(desk, Signal::derive(|| None)))}
    }
    .into_any()
}

fn case_pane(desk: Desk, case: Memo<Option<Case>>) -> AnyView {
    let head = Memo::new(move |_| case.with(|case| case.as_ref().map(Head::of)));
    let talk =
        Memo::new(move |_| case.with(|case| case.as_ref().map(|case| case.conversation.clone()).unwrap_or_default()));
    view! {
        <header class="shift-head">{move || head.get().map(|head| self::head(desk, head))}{record::line(case)}</header>
        {scroll(talk, view! {
            {record::record(desk, case)}
            {conversation::conversation(talk)}
        }.into_any())}
        {actions::dock(desk, Signal::derive(move || case.get().map(|case| (case.key, case.acts))))}
    }
    .into_any()
}

fn change_pane(desk: Desk, change: Memo<Option<ChangeView>>) -> AnyView {
    let talk = Memo::new(move |_| {
        change.with(|change| change.as_ref().map(|change| change.conversation.clone()).unwrap_or_default())
    });
    let title = Memo::new(move |_| change.with(|change| change.as_ref().map(|change| change.summary.clone())));
    view! {
        <header class="shift-head">
            <h2 id=OPEN tabindex="-1"><Icon picture=Picture::Settings /><span class="visually-hidden">"Change: "</span><span>{title}</span></h2>
        </header>
        {scroll(talk, view! {
            {change::facts(desk, change)}
            {conversation::conversation(talk)}
        }.into_any())}
        {actions::dock(desk, Signal::derive(move || change.get().map(|change| (change.key, change.acts))))}
    }
    .into_any()
}

/// What scrolls between head and acts; the latest word is kept in view.
fn scroll(talk: Memo<Vec<Utterance>>, inside: AnyView) -> AnyView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let any = talk.with(Vec::len) > 1;
        if let (Some(place), true) = (place.get(), any) {
            dom::soon(move || dom::set_scroll_top(&place, f64::from(i32::MAX)));
        }
    });
    view! { <div class="shift-scroll" node_ref=place tabindex="0" role="region" aria-label="Record and conversation">{inside}</div> }
        .into_any()
}

fn head(desk: Desk, head: Head) -> AnyView {
    let (channel, picture) = words::channel(head.channel);
    let verified = head.verified.map(|sure| {
        let (label, tone, picture) = if sure {
            ("Identity verified", Tone::Ok, Picture::Met)
        } else {
            ("Identity not confirmed", Tone::Bad, Picture::Problem)
        };
        view! { <Badge label tone picture=Some(picture) /> }
    });
    let severity = head.severity.map(|severity| {
        let (label, tone, picture) = words::severity(severity);
        view! { <Badge label tone picture=Some(picture) /> }
    });
    let about = head.about.map(|about| {
        let title = desk.now(|view| {
            view.cases.iter().find(|case| case.key == about).map(|case| case.title.clone()).unwrap_or_default()
        });
        view! {
            <button type="button" class="shift-link" on:click=move |_| desk.turn_to(&about)>
                <Icon picture=Picture::Link /><span>"About: "{title}</span>
            </button>
        }
    });
    let who = match head.caller {
        Some(caller) => self::caller(caller),
        None => view! { <span class="shift-who">"A tool: nobody waits at the other end."</span> }.into_any(),
    };
    let coach = move || {
        desk.view.with(|view| view.as_deref().is_some_and(|view| view.help.coach)).then(|| {
            view! {
                <button type="button" class="button button-quiet shift-coach-ask" aria-keyshortcuts="c" on:click=move |_| desk.ask_coach()>
                    <Icon picture=Picture::Learn /><span>"Coach"</span>
                </button>
            }
        })
    };
    view! {
        <h2 id=OPEN tabindex="-1"><Icon picture /><span class="visually-hidden">{channel}": "</span><span>{head.title}</span></h2>
        {coach}
        <p class="shift-caller">
            {who}
            {verified}
            {severity}
            {head.lost.then(|| view! { <Badge label="The call was lost" tone=Tone::Warn picture=Some(Picture::DueSoon) /> })}
            {about}
        </p>
    }
    .into_any()
}

fn caller(caller: Caller) -> AnyView {
    let where_ = [caller.role, caller.department, caller.place].into_iter().filter(|word| !word.is_empty());
    view! {
        <strong class="shift-who">{caller.name}</strong>
        <span class="shift-where">{where_.collect::<Vec<_>>().join(", ")}</span>
        <span class="shift-mood">{words::mood_bars(caller.mood_level)}<span class="visually-hidden">"Mood: "</span><span>{caller.mood}</span></span>
    }
    .into_any()
}
