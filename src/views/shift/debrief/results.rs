//! The debrief itself, in its order: the same on a phone.

use leptos::prelude::*;

use super::look::Look;
use super::{closed, finding, lost, measures, next, question, timeline};
use crate::session::shift::RunInfo;

/// The question, then everything else.
pub fn results(look: Look, earlier: Vec<RunInfo>) -> AnyView {
    let answered = Memo::new(move |_| look.answer.with(Option::is_some));
    let shown = move || {
        if answered.get() { told(look, &earlier) } else { question::question(look) }
    };
    view! {
        <div class="debrief">{shown}</div>
    }
    .into_any()
}

fn told(look: Look, earlier: &[RunInfo]) -> AnyView {
    view! {
        {lost::lost(look)}
        {finding::three(look)}
        {timeline::timeline(look)}
        {measures::measures(look)}
        {closed::closed(look, earlier)}
        {next::next(look)}
        {next::play_on(look)}
    }
    .into_any()
}
