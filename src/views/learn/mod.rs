//! The body of knowledge: what there is to learn, in the words of each edition, one step from doing it.

mod advisor;
mod compare;
mod concept;
mod dimensions;
mod do_it;
mod drill;
mod edition;
mod glossary;
mod index;
mod library;
mod lifecycle;
mod maturity;
mod own;
mod practices;
mod principles;
mod prose;
mod reading;
mod reminders;
mod streams;
mod walk;

use leptos::prelude::*;

use crate::route::{Lesson, Route};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    let Route::Learn(lesson) = route else { return view! { <Missing /> }.into_any() };
    match lesson {
        Lesson::Index(parameters) => index::page(&parameters),
        Lesson::Lifecycle(parameters) => lifecycle::page(&parameters),
        Lesson::Practices => practices::page(),
        Lesson::Glossary(parameters) => glossary::page(&parameters),
        Lesson::Compare => compare::page(),
        Lesson::Principles => principles::page(),
        Lesson::Walks => walk::walks(),
        Lesson::Walk(number, _) => walk::walk(number),
        Lesson::Dossier(number) => walk::dossier(number),
        Lesson::Streams => streams::page(),
        Lesson::Dimensions => dimensions::page(),
        Lesson::Advisor => advisor::page(),
        Lesson::Maturity => maturity::page(),
        Lesson::Concept(id) => concept::page(id),
    }
}
