//! How content the caller or requester is: asked once something has ended for them, here in their place.

use std::sync::Arc;

use itsm::Command;
use itsm::satisfaction::{CORRECTION_DAYS, Rating, Score};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, CommandButton, Field, Kind, Panel, RadioGroup, TextArea, Toaster};
use crate::views::undo;
use crate::views::words;

/// The panel. It is there once somebody can judge.
#[component]
pub fn RatingPanel(
    /// Who is asked ("caller").
    who: &'static str,
    /// `None` while there is nothing to judge; the answer, if there is one.
    judged: Memo<Option<Option<Rating>>>,
    /// Why no answer can be given or corrected now.
    why_not: Signal<Option<String>>,
    /// The command that notes an answer.
    make: impl Fn(Score, Arc<str>) -> Command + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let shown = Memo::new(move |_| judged.with(Option::is_some));
    let body = move || shown.get().then(|| view! { <Answer who judged why_not make /> });
    body.into_any()
}

#[component]
fn Answer(
    who: &'static str,
    judged: Memo<Option<Option<Rating>>>,
    why_not: Signal<Option<String>>,
    make: impl Fn(Score, Arc<str>) -> Command + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let zone = session.zone();
    let correcting = RwSignal::new(false);
    let (score, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let rating = Memo::new(move |_| judged.get().flatten());
    let choice = |number: u8| {
        let score = Score::new(number)?;
        Some(Choice::new(number.to_string(), [&number.to_string(), ": ", score.word()].concat()))
    };
    let choices = StoredValue::new((1..=5).filter_map(choice).collect::<Vec<Choice>>());
    let send = move |()| {
        let chosen = score.with_untracked(|text| text.parse().ok().and_then(Score::new));
        let Some(chosen) = chosen else {
            error.set(Some("Needs an answer from 1 to 5: words alone cannot be counted.".to_owned()));
            return;
        };
        match session.give(make(chosen, text.get_untracked().into())) {
            Ok(_) => {
                error.set(None);
                correcting.set(false);
                undo::confirm(session, toaster, "The answer is noted");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let correct = move |()| {
        if let Some(now) = rating.get_untracked() {
            score.set(now.score.get().to_string());
            text.set(now.words.to_string());
        }
        correcting.set(true);
    };
    let form = move || {
        let refusal = Signal::derive(move || why_not.get());
        view! {
            <p class="hint">"Answer in the place of the "{who}", as a survey after the end would ask. Nobody is asked about what was cancelled."</p>
            <Field label="How content are you?" group=true required=true error>
                <RadioGroup choices=choices.get_value() value=score />
            </Field>
            <Field label="In your own words"><TextArea value=text rows=2 /></Field>
            <CommandButton label="Note the answer" refusal on_press=send />
        }
        .into_any()
    };
    let answered = move |rating: Rating| {
        let number = rating.score.get().to_string();
        let at = words::date_time(zone.local(rating.at));
        let hint = ["It can be corrected for ", &CORRECTION_DAYS.to_string(), " days after the closure."].concat();
        view! {
            <p class="rating"><strong>{number}" of 5"</strong>", "{rating.score.word().to_lowercase()}<span class="hint">" · "{at}</span></p>
            {(!rating.words.is_empty()).then(|| view! { <p class="rating-words">{rating.words.to_string()}</p> })}
            <p class="hint">{hint}</p>
            <CommandButton label="Correct the answer" kind=Kind::Quiet refusal=why_not on_press=correct />
        }
        .into_any()
    };
    let body = move || match rating.get().filter(|_| !correcting.get()) {
        Some(rating) => answered(rating),
        None => form(),
    };
    view! { <Panel title="Satisfaction" class="composer">{body}</Panel> }.into_any()
}
