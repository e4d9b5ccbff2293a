//! Incidents in groups: by what, which are folded up, and the lines that the table shows of them.

use itsm::Key;
use leptos::prelude::*;
use workspace::query::{Answer, Grouping, Query};

use crate::session::Session;
use crate::ui::{Button, Choice, Field, Groups, Head, Kind, Select};
use crate::views::words;

/// What a way to group is called in the list.
fn label(by: Grouping) -> &'static str {
    match by {
        Grouping::State => "By state",
        Grouping::Priority => "By priority",
        Grouping::Group => "By group",
        Grouping::Person => "By person",
        Grouping::Caller => "By caller",
        Grouping::Category => "By category",
        Grouping::Service => "By service",
        Grouping::Clock => "By target",
        Grouping::Impact => "By impact",
        Grouping::Urgency => "By urgency",
        Grouping::Channel => "By channel",
        Grouping::Hold => "By what they wait for",
    }
}

fn is_open(folded: &(bool, Vec<String>), label: &str) -> bool {
    let (all, differ) = folded;
    *all == differ.iter().any(|known| known == label)
}

/// What the table lists: all rows, or under a line for each group those of the groups that are open.
pub fn lines(session: Session, answer: &Answer) -> Vec<Key> {
    let keys = |ids: &[itsm::IncidentId], lines: &mut Vec<Key>| lines.extend(ids.iter().map(|id| id.0));
    let mut lines = Vec::with_capacity(answer.ids.len() + answer.sections.len());
    if answer.sections.is_empty() {
        keys(&answer.ids, &mut lines);
        return lines;
    }
    session.folded.with(|folded| {
        for (place, section) in answer.sections.iter().enumerate() {
            lines.push(Groups::key(place));
            if is_open(folded, &section.label) {
                keys(answer.ids.get(section.start..section.start + section.len).unwrap_or_default(), &mut lines);
            }
        }
    });
    lines
}

/// The groups, for the table.
pub fn groups(session: Session, answer: Memo<Answer>, all: Memo<Vec<Key>>) -> Groups {
    let heads = Memo::new(move |_| {
        answer.with(|answer| {
            let head = |section: &workspace::query::Section| Head {
                label: section.label.clone(),
                count: words::number(section.len),
                open: session.folded.with(|folded| is_open(folded, &section.label)),
            };
            answer.sections.iter().map(head).collect::<Vec<_>>()
        })
    });
    let members = move |place: usize| {
        answer.with_untracked(|answer| {
            let section = answer.sections.get(place);
            let ids = section.and_then(|section| answer.ids.get(section.start..section.start + section.len));
            ids.unwrap_or_default().iter().map(|id| id.0).collect::<Vec<Key>>()
        })
    };
    let toggle = move |place: usize| {
        let label = answer.with_untracked(|answer| answer.sections.get(place).map(|section| section.label.clone()));
        let Some(label) = label else { return };
        session.folded.update(|(_, differ)| match differ.iter().position(|known| *known == label) {
            Some(place) => drop(differ.remove(place)),
            None => differ.push(label),
        });
    };
    Groups {
        heads: heads.into(),
        all: all.into(),
        members: UnsyncCallback::new(members),
        on_toggle: UnsyncCallback::new(toggle),
    }
}

/// The list of ways to group, and what folds all groups up or out.
#[component]
pub fn GroupBy(query: RwSignal<Query>) -> impl IntoView {
    let session = expect_context::<Session>();
    let of_query = move |query: &Query| query.grouping.map_or("", Grouping::word).to_owned();
    let chosen = RwSignal::new(query.with_untracked(of_query));
    Effect::new(move |before: Option<String>| {
        let picked = chosen.get();
        if before.is_some_and(|before| before != picked) && query.with_untracked(of_query) != picked {
            query.update(|query| query.grouping = Grouping::named(&picked));
        }
        picked
    });
    Effect::new(move |before: Option<String>| {
        let shown = query.with(of_query);
        if chosen.get_untracked() != shown {
            chosen.set(shown.clone());
        }
        // Other groups: none of them was folded up.
        if before.is_some_and(|before| before != shown) {
            session.folded.set((false, vec![]));
        }
        shown
    });
    let choices: Vec<Choice> = Grouping::ALL.into_iter().map(|by| Choice::new(by.word(), label(by))).collect();
    let grouped = move || query.with(|query| query.grouping.is_some());
    let fold = move |up: bool| session.folded.set((up, vec![]));
    view! {
        <div class="filters-by"><Field label="Group by"><Select choices value=chosen placeholder="Not grouped" /></Field></div>
        <Show when=grouped>
            <div class="filters-fold">
                <Button label="Collapse all" kind=Kind::Quiet on_press=move |()| fold(true) />
                <Button label="Expand all" kind=Kind::Quiet on_press=move |()| fold(false) />
            </div>
        </Show>
    }
    .into_any()
}
