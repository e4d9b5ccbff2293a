//! Before anything is told: which contact one would handle differently. What one thinks now is worth more beside the
//! findings than after them.

use leptos::prelude::*;
use simulation::scenario::Key;

use super::look::{Answer, Look};
use crate::ui::{Button, Choice, CommandButton, Field, Kind, RadioGroup};

/// The value of the choice that names no contact.
const NONE: &str = "";
/// The value while nothing is chosen: no key is like it.
const UNSAID: &str = "-";

/// The question.
pub fn question(look: Look) -> AnyView {
    let debrief = look.debrief();
    let value = RwSignal::new(UNSAID.to_owned());
    let contacts = debrief.contacts.iter().map(|(key, words)| Choice::new(key.to_string(), words.clone()));
    let choices: Vec<Choice> = contacts.chain([Choice::new(NONE, "None of them")]).collect();
    let refusal = move || {
        let words = "Choose a contact or “None of them”, or skip the question.";
        value.with(|value| value == UNSAID).then(|| words.to_owned())
    };
    let say = move |()| {
        let answer = value.get_untracked();
        look.say(if answer == NONE { Answer::None } else { Answer::Contact(Key::new(&answer)) });
    };
    view! {
        <section class="debrief-question" aria-label="Before the results">
            <p class="debrief-lead">"Before you see what came of it, look back for a moment. Your answer stays on this page."</p>
            <Field label="Which contact would you handle differently?" group=true required=true>
                <RadioGroup choices=choices value=value />
            </Field>
            <div class="debrief-ways">
                <CommandButton label="See what came of it" kind=Kind::Primary refusal=MaybeProp::derive(refusal) on_press=say />
                <Button label="Skip the question" kind=Kind::Quiet on_press=move |()| look.say(Answer::Skipped) />
            </div>
        </section>
    }
    .into_any()
}
