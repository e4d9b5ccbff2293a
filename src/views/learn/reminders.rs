//! What is due again: assessments whose day has come, and reviews of the advisor's roadmap. Said calmly, with the way
//! there; who never assessed or asked anything fetches nothing for it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use learning::advisor::{self, Advisor, Answers};
use learning::maturity::{self, Due, Maturity};
use learning::study::Study;
use leptos::prelude::*;

use super::library;
use crate::browser::clock;
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::views::words;

/// So many practices are named in a sentence; the page itself names all.
const MOST_NAMED: usize = 3;

/// Everything that is due, with links: for where learning begins.
pub fn all(session: Session) -> AnyView {
    session.catch_up_study();
    // Read once: what is due changes with the days, not with what one reads meanwhile.
    let read = |study: &Study| (study.assessed().to_vec(), study.advised().last().cloned());
    let (assessed, advised) = untrack(|| session.study(read)).unwrap_or_default();
    let assessments = (!assessed.is_empty()).then(|| {
        let show = move |maturity: std::sync::Arc<Maturity>| {
            let due = maturity.due(&assessed, clock::wall_now().date_naive());
            panel(sentences(&maturity, &due), Lesson::Maturity, "Assess again")
        };
        library::quietly(maturity::FILE, Maturity::read, show)
    });
    let reviews = advised.map(|advised| {
        let show = move |advisor: std::sync::Arc<Advisor>| {
            panel(review(&advisor, &advised).into_iter().collect(), Lesson::Advisor, "Look at the advice")
        };
        library::quietly(advisor::FILE, Advisor::read, show)
    });
    view! { {assessments}{reviews} }.into_any()
}

fn panel(sentences: Vec<String>, lesson: Lesson, link: &'static str) -> AnyView {
    if sentences.is_empty() {
        return ().into_any();
    }
    let href = Route::Learn(lesson).href();
    view! { <div class="panel">{paragraphs(sentences)}<p><a href=href>{link}</a></p></div> }.into_any()
}

/// Each sentence by itself.
pub fn paragraphs(sentences: Vec<String>) -> impl IntoView {
    sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
}

/// What is due to be assessed, a sentence for each day.
pub fn sentences(maturity: &Maturity, due: &[Due]) -> Vec<String> {
    let mut by_day: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    for one in due {
        if let Some(practice) = maturity.practice(&one.practice) {
            by_day.entry(one.on).or_default().push(within_a_sentence(&practice.name));
        }
    }
    let sentence = |(day, names): (NaiveDate, Vec<String>)| {
        ["You said you would assess ", &listed(&names), " again by ", &words::date(day.into()), "."].concat()
    };
    by_day.into_iter().map(sentence).collect()
}

/// The review of the last advice that is due, in a sentence.
pub fn review(advisor: &Advisor, (on, answers): &(NaiveDate, Answers)) -> Option<String> {
    let advice = advisor.advise(answers, *on)?;
    let due = advice.roadmap.review_due(clock::wall_now().date_naive())?;
    let day = words::date(due.on.into());
    Some(["You said you would look back on your roadmap on ", &day, ": ", &due.text].concat())
}

/// A name within a sentence: "Incident management" begins small, "IT asset management" does not.
pub fn within_a_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

fn listed(names: &[String]) -> String {
    let named = names.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>();
    match (names.len().saturating_sub(named.len()), named.split_last()) {
        (0, Some((last, before))) if !before.is_empty() => [&before.join(", "), " and ", last].concat(),
        (0, _) => named.concat(),
        (more, _) => [&named.join(", "), " and ", &words::number(more), " more"].concat(),
    }
}
