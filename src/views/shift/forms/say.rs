//! What is said: replies, promises, and one message to all. The words are optional and never judged.

use leptos::prelude::*;
use simulation::scenario::{Key, LocalTime};
use simulation::shift::{Act, BroadcastIntent, Intent, RefuseReason};

use super::super::desk::Desk;
use super::super::words;
use super::{Form, frame};
use crate::ui::choice::Choice;
use crate::ui::{Field, RadioGroup, TextArea, TextInput};

const INTENTS: [Intent; 5] = [Intent::Acknowledge, Intent::Update, Intent::Workaround, Intent::Answer, Intent::Refuse];
const REASONS: [RefuseReason; 6] = [
    RefuseReason::Identity,
    RefuseReason::NoApproval,
    RefuseReason::Security,
    RefuseReason::Freeze,
    RefuseReason::NotOffered,
    RefuseReason::Bare,
];
const BROADCASTS: [BroadcastIntent; 3] =
    [BroadcastIntent::Update, BroadcastIntent::Workaround, BroadcastIntent::Restored];

/// Minutes from now that a promise is often given for.
const PRESETS: [u32; 3] = [15, 30, 60];
const DAY_MINUTES: u32 = 24 * 60;
/// The value of the choice of a clock time.
const AT: &str = "at";

fn optional_words(value: RwSignal<String>) -> AnyView {
    view! { <Field label="Your words"><TextArea value rows=2 /></Field> }.into_any()
}

/// Tells the caller something.
pub fn reply(desk: Desk, form: Form, contact: Key) -> AnyView {
    let intent = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let intents: Vec<Choice> = INTENTS
        .iter()
        .map(|intent| {
            let (label, detail) = words::intent(*intent);
            Choice::new(words::key_of(intent), label).with_detail(detail)
        })
        .collect();
    let reasons: Vec<Choice> =
        REASONS.iter().map(|reason| Choice::new(words::key_of(reason), words::refuse(*reason))).collect();
    let refuses = Memo::new(move |_| intent.with(|intent| *intent == words::key_of(&Intent::Refuse)));
    let why = move || {
        refuses.get().then(|| {
            let reasons = reasons.clone();
            view! { <Field label="Why not?" required=true group=true><RadioGroup choices=reasons value=reason /></Field> }
        })
    };
    let body = view! {
        <Field label="What is it for?" required=true group=true><RadioGroup choices=intents value=intent /></Field>
        {why}
        {optional_words(said)}
    };
    frame(desk, form, body.into_any(), move || {
        let intent =
            intent.with_untracked(|intent| words::of_key::<Intent>(intent)).ok_or("Say what the reply is for.")?;
        let reason = reason.with_untracked(|reason| words::of_key::<RefuseReason>(reason));
        if intent == Intent::Refuse && reason.is_none() {
            return Err("A refusal needs its reason: people accept a no that they understand.".to_owned());
        }
        let reason = reason.filter(|_| intent == Intent::Refuse);
        Ok(Act::Reply { contact: contact.clone(), intent, reason, words: said.get_untracked() })
    })
}

/// A time: some minutes from now, or as the clock says it.
#[derive(Clone, Copy)]
struct When {
    choice: RwSignal<String>,
    clock: RwSignal<String>,
    now: LocalTime,
}

impl When {
    fn new(desk: Desk) -> Self {
        let now = desk.now(|view| Some(view.now)).unwrap_or(LocalTime(0));
        Self { choice: RwSignal::new(String::new()), clock: RwSignal::new(String::new()), now }
    }

    fn fields(self, label: &'static str, required: bool) -> AnyView {
        let preset = |minutes: &u32| {
            let at = words::clock(LocalTime(self.now.0 + minutes));
            Choice::new(minutes.to_string(), ["In ", &minutes.to_string(), " min, ", &at].concat())
        };
        let mut choices: Vec<Choice> = PRESETS.iter().map(preset).collect();
        choices.push(Choice::new(AT, "At a time"));
        let clock = move || {
            self.choice.with(|choice| choice == AT).then(|| {
                view! { <Field label="Time" required=true><TextInput value=self.clock kind="time" /></Field> }
            })
        };
        view! {
            <Field label required group=true><RadioGroup choices value=self.choice beside=true /></Field>
            {clock}
        }
        .into_any()
    }

    /// The time; `None` if none is chosen.
    fn time(self) -> Result<Option<LocalTime>, String> {
        let choice = self.choice.get_untracked();
        if choice != AT {
            return Ok(choice.parse().ok().map(|minutes: u32| LocalTime(self.now.0 + minutes)));
        }
        // Some browsers tell seconds too.
        let typed = self.clock.with_untracked(|clock| clock.get(..5).and_then(LocalTime::read));
        let LocalTime(time) = typed.ok_or("Type the time as the clock shows it, such as 09:15.")?;
        let today = self.now.0 - self.now.0 % DAY_MINUTES;
        let time = LocalTime(today + time);
        if time <= self.now {
            Err("That time is over. Choose one that is still to come.".to_owned())
        } else {
            Ok(Some(time))
        }
    }
}

/// Promises word by a time.
pub fn promise(desk: Desk, form: Form, contact: Key) -> AnyView {
    let when = When::new(desk);
    let said = RwSignal::new(String::new());
    let body = view! { {when.fields("They hear from you", true)}{optional_words(said)} };
    frame(desk, form, body.into_any(), move || {
        let until = when.time()?.ok_or("Say until when: a promise without a time is none.")?;
        Ok(Act::Promise { contact: contact.clone(), until, words: said.get_untracked() })
    })
}

/// Tells everybody who hangs on it.
pub fn broadcast(desk: Desk, form: Form, case: Key) -> AnyView {
    let intent = RwSignal::new(String::new());
    let when = When::new(desk);
    let said = RwSignal::new(String::new());
    let intents: Vec<Choice> =
        BROADCASTS.iter().map(|intent| Choice::new(words::key_of(intent), words::broadcast(*intent))).collect();
    let body = view! {
        <Field label="What do they hear?" required=true group=true><RadioGroup choices=intents value=intent /></Field>
        {when.fields("They hear again", false)}
        {optional_words(said)}
    };
    frame(desk, form, body.into_any(), move || {
        let intent = intent.with_untracked(|intent| words::of_key(intent)).ok_or("Say what they are to hear.")?;
        let until = when.time()?;
        Ok(Act::Broadcast { case: case.clone(), intent, until, words: said.get_untracked() })
    })
}
