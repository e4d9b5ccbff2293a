//! A finding: time and ticket, what followed, the idea behind it in the reader's edition, and the ways on from it.

use learning::Topic;
use leptos::prelude::*;
use simulation::debrief::Told;

use super::look::{Answer, Look};
use super::words;
use crate::ui::{Badge, Button, Kind, Picture, Tone};
use crate::views::shift::words::clock;
use crate::views::words as plain;

/// The three that matter most, with what was said before beside them.
pub fn three(look: Look) -> AnyView {
    let debrief = look.debrief();
    let title = match debrief.three.len() {
        0 => "Findings",
        1 => "One finding",
        2 => "Two findings",
        _ => "Three findings",
    };
    let nothing = debrief.three.is_empty();
    let findings = debrief.three.iter().map(|told| finding(look, told)).collect_view();
    view! {
        <section class="debrief-part" aria-labelledby="debrief-three">
            <h2 id="debrief-three">{title}</h2>
            {said(look)}
            {nothing.then(|| view! { <p class="debrief-lead">"Nothing stands out in this shift: neither something that helped much nor something that cost much."</p> })}
            <ol class="debrief-findings">{findings}</ol>
        </section>
    }
    .into_any()
}

/// What was said before the results, and how many findings are about it.
fn said(look: Look) -> Option<AnyView> {
    let debrief = look.debrief();
    let words = match look.answer.get_untracked()? {
        Answer::Skipped => return None,
        Answer::None => "Before the results you said you would handle no contact differently.".to_owned(),
        Answer::Contact(key) => {
            let contact = debrief.contacts.iter().find(|(of, _)| *of == key).map(|(_, words)| words.as_str());
            let about = debrief.all.iter().filter(|told| told.case == key).count();
            let found = match about {
                0 => "no finding is about it.".to_owned(),
                _ => plain::count(about, "finding of this shift is about it.", "findings of this shift are about it."),
            };
            ["Before the results you chose “", contact.unwrap_or_default(), "”; ", &found].concat()
        }
    };
    Some(view! { <p class="debrief-said">{words}</p> }.into_any())
}

/// Whether it is a strength, in a word with its shape.
pub fn mark(told: &Told) -> AnyView {
    let (label, tone, picture) =
        if told.strength { ("Strength", Tone::Ok, Picture::Met) } else { ("To change", Tone::Slate, Picture::Next) };
    view! { <Badge label tone picture=Some(picture) /> }.into_any()
}

/// The ways from a finding to its instant.
pub fn ways(look: Look, told: &Told) -> AnyView {
    let (act, at) = (told.act, clock(told.at));
    let about = [" ", &at, ", ", &told.title].concat();
    let play_on = move |_| look.play_on.set(Some((act, at.clone())));
    let hidden = move || view! { <span class="visually-hidden">{about.clone()}</span> };
    let topic = told.concept.as_deref().and_then(Topic::of_code);
    view! {
        <div class="debrief-ways">
            <button type="button" class=Kind::Plain.class() on:click=move |_| look.show_me(act)>
                <span>"Show me"{hidden.clone()}</span>
            </button>
            <button type="button" class=Kind::Plain.class() on:click=play_on>
                <span>"Replay from here"{hidden.clone()}</span>
            </button>
            {topic.map(|topic| view! { <Button label="Learn" kind=Kind::Quiet picture=Picture::Learn on_press=move |()| look.learn(topic) /> })}
        </div>
    }
    .into_any()
}

fn finding(look: Look, told: &Told) -> AnyView {
    let of = told.clone();
    let idea = move || {
        let edition = look.edition.get();
        words::explained(&of, edition).map(|(text, sure)| {
            view! {
                <div class="debrief-idea">
                    <p class="debrief-idea-head">{of.practice.clone()}" · "{edition.name()}</p>
                    <p>{text}</p>
                    {of.misconception.clone().map(|words| view! { <p class="debrief-belief">"Often believed: “"{words}"”"</p> })}
                    <p class="debrief-sure">{sure}</p>
                </div>
            }
        })
    };
    view! {
        <li class="debrief-finding">
            <div class="debrief-when">
                <p class="debrief-at">{clock(told.at)}</p>
                {mark(told)}
                {words::weight(told).map(|weight| view! { <p class="debrief-weight">{weight}</p> })}
            </div>
            <div class="debrief-told">
                <h3>{told.title.clone()}</h3>
                <p class="debrief-case">{told.case_title.clone()}</p>
                <p>{told.followed.clone()}</p>
                {(!told.strength).then(|| view! { <p class="debrief-good">{told.good.clone()}</p> })}
                {ways(look, told)}
            </div>
            {idea}
        </li>
    }
    .into_any()
}
