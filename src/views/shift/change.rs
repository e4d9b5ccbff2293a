//! A change: what is to be done, when, by whom, how it is undone, and what is in its way.

use leptos::prelude::*;
use simulation::shift::view::ChangeView;

use super::desk::{Desk, name_of};
use super::words;
use crate::ui::{Badge, Fact, Icon, Picture};

/// What is written of it.
pub fn facts(desk: Desk, change: Memo<Option<ChangeView>>) -> AnyView {
    let shown = move || change.get().map(|change| fields(desk, change));
    shown.into_any()
}

fn fields(desk: Desk, change: ChangeView) -> AnyView {
    let (from, to) = change.window;
    let (kind, _) = words::change_type(change.kind);
    let items = desk
        .now(|view| change.items.iter().map(|item| name_of(&view.choices.items, item)).collect::<Vec<_>>().join(", "));
    let team = change.by.as_ref().map(|team| desk.now(|view| name_of(&view.choices.teams, team)));
    let or_missing = |text: String| if text.trim().is_empty() { "Nothing is written".to_owned() } else { text };
    let facts = [
        ("Items", Some(items)),
        ("Window", Some([&words::clock(from), " to ", &words::clock(to)].concat())),
        ("Team", team),
        ("Wanted by", change.who),
        ("How", Some(or_missing(change.plan.how))),
        ("Test", Some(or_missing(change.plan.test))),
        ("Way back", Some(or_missing(change.plan.back_out))),
        ("Advice", change.advice),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
    let any = !change.conflicts.is_empty();
    let conflicts = change.conflicts.into_iter().map(|conflict| {
        view! { <li><Icon picture=Picture::DueSoon /><span>{conflict}</span></li> }
    });
    view! {
        <div class="shift-record">
            <p class="shift-line">
                <strong>{change.number}</strong>
                <span>{kind}" change"</span>
                <Badge label=words::change_is(change.is) />
            </p>
            <dl class="shift-facts">{facts.map(|(label, value)| view! { <Fact label>{value}</Fact> }).collect_view()}</dl>
            {any.then(|| view! { <ul class="shift-links" aria-label="In its way">{conflicts.collect_view()}</ul> })}
        </div>
    }
    .into_any()
}
