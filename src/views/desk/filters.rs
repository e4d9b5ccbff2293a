//! The filters over the queue. Each says how many it would show with the other filters in force.

use std::collections::BTreeSet;

use itsm::incident::Stage;
use itsm::{GroupId, Priority};
use leptos::prelude::*;
use workspace::query::{Counts, Query, key_of, key_text};
use workspace::standing::Breach;

use super::{badges, choices};
use crate::keys::SEARCH;
use crate::session::Session;
use crate::ui::{Button, Choice, Field, FilterChip, Kind, SearchInput, Select};
use crate::views::words;

const UNASSIGNED: &str = "none";

fn toggle<T: Ord>(set: &mut BTreeSet<T>, member: T) {
    if !set.remove(&member) {
        set.insert(member);
    }
}

/// The service level classes worth filtering by, the most pressing first.
const BREACHES: [Breach; 4] = [Breach::Breached, Breach::DueSoon, Breach::Within, Breach::Paused];

/// The search field, the chips and the team.
#[component]
pub fn Filters(query: RwSignal<Query>, counts: Memo<Counts>) -> impl IntoView {
    let text = RwSignal::new(query.with_untracked(|query| query.words.clone()));
    // Only what was typed is passed on: at first the address has the word.
    Effect::new(move |before: Option<String>| {
        let typed = text.get();
        let changed = before.is_some_and(|before| before != typed);
        if changed && query.with_untracked(|query| query.words != typed) {
            query.update(|query| query.words.clone_from(&typed));
        }
        typed
    });
    Effect::new(move |_| {
        let words = query.with(|query| query.words.clone());
        if text.with_untracked(|text| *text != words) {
            text.set(words);
        }
    });
    let filtered = move || query.with(|query| *query != Query { sort: query.sort, ..Query::default() });
    let clear = move |()| query.update(|query| *query = Query { sort: query.sort, ..Query::default() });
    view! {
        <section class="filters" aria-label="Filters">
            <div class="filters-line">
                <div class="filters-search"><SearchInput label="Search incidents" value=text id=SEARCH /></div>
                <GroupFilter query counts />
                <Show when=filtered>
                    <Button label="Clear filters" kind=Kind::Quiet on_press=clear />
                </Show>
            </div>
            <div class="filters-line filters-chips">
                <div class="chips" role="group" aria-label="State">{Stage::ALL.map(|stage| stage_chip(query, counts, stage)).collect_view()}</div>
                <div class="chips" role="group" aria-label="Priority">
                    {(1..=itsm::Matrix::LOWEST).map(|level| priority_chip(query, counts, Priority(level))).collect_view()}
                </div>
                <div class="chips" role="group" aria-label="Target">{BREACHES.map(|breach| breach_chip(query, counts, breach)).collect_view()}</div>
            </div>
        </section>
    }
    .into_any()
}

fn stage_chip(query: RwSignal<Query>, counts: Memo<Counts>, stage: Stage) -> AnyView {
    let count = Signal::derive(move || counts.with(|counts| counts.stages.get(&stage).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.stages.contains(&stage)));
    view! { <FilterChip label=stage.word() count pressed on_toggle=move |()| query.update(|query| toggle(&mut query.stages, stage)) /> }
        .into_any()
}

fn priority_chip(query: RwSignal<Query>, counts: Memo<Counts>, priority: Priority) -> AnyView {
    let count =
        Signal::derive(move || counts.with(|counts| counts.priorities.get(&priority).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.priorities.contains(&priority)));
    let label = "P".to_owned() + &priority.0.to_string();
    view! { <FilterChip label count pressed on_toggle=move |()| query.update(|query| toggle(&mut query.priorities, priority)) /> }
        .into_any()
}

fn breach_chip(query: RwSignal<Query>, counts: Memo<Counts>, breach: Breach) -> AnyView {
    let count = Signal::derive(move || counts.with(|counts| counts.breaches.get(&breach).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.breach == Some(breach)));
    let switch = move |()| query.update(|query| query.breach = (query.breach != Some(breach)).then_some(breach));
    view! { <FilterChip label=badges::breach_word(breach) count pressed on_toggle=switch /> }.into_any()
}

/// One team, or none, in a list: there may be dozens.
#[component]
fn GroupFilter(query: RwSignal<Query>, counts: Memo<Counts>) -> impl IntoView {
    let session = expect_context::<Session>();
    let groups = choices::groups(session);
    let chosen = RwSignal::new(String::new());
    let with_count = move |label: &str, group: Option<GroupId>| {
        let count = counts.with(|counts| counts.groups.get(&group).copied().unwrap_or(0));
        label.to_owned() + " (" + &words::number(count) + ")"
    };
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new(UNASSIGNED, with_count("No group", None))];
        choices.extend(groups.get().into_iter().map(|choice| {
            let label = with_count(&choice.label, key_of(&choice.value).map(GroupId));
            Choice::new(choice.value, label)
        }));
        choices
    });
    Effect::new(move |before: Option<String>| {
        let picked = chosen.get();
        let wanted = match picked.as_str() {
            "" => BTreeSet::new(),
            UNASSIGNED => BTreeSet::from([None]),
            key => key_of(key).map(|key| BTreeSet::from([Some(GroupId(key))])).unwrap_or_default(),
        };
        let changed = before.is_some_and(|before| before != picked);
        if changed && query.with_untracked(|query| query.groups != wanted) {
            query.update(|query| query.groups = wanted);
        }
        picked
    });
    Effect::new(move |_| {
        let shown = query.with(|query| match query.groups.first() {
            None => String::new(),
            Some(None) => UNASSIGNED.to_owned(),
            Some(Some(group)) => key_text(group.0),
        });
        if chosen.get_untracked() != shown {
            chosen.set(shown);
        }
    });
    view! { <div class="filters-group"><Field label="Group"><Select choices value=chosen placeholder="Every group" /></Field></div> }.into_any()
}
