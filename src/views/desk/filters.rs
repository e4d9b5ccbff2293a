//! The filters over the queue. Each says how many it would show with the other filters in force.

use std::sync::Arc;

use itsm::incident::Stage;
use itsm::{Directory, GroupId, Priority};
use leptos::prelude::*;
use workspace::query::{Counts, Field, Name, Names, Query, key_of, key_text};
use workspace::standing::Breach;

use super::groups::GroupBy;
use super::search::QuerySearch;
use super::{badges, choices};
use crate::keys::SEARCH;
use crate::session::Session;
use crate::ui::Field as Labelled;
use crate::ui::{Button, Choice, FilterChip, Kind, Select};
use crate::views::words;

const UNASSIGNED: &str = "none";

/// The service level classes worth filtering by, the most pressing first.
const BREACHES: [Breach; 4] = [Breach::Breached, Breach::DueSoon, Breach::Within, Breach::Paused];

/// The search field, the chips and the team.
#[component]
pub fn Filters(query: RwSignal<Query>, counts: Memo<Counts>, typed: RwSignal<String>) -> impl IntoView {
    let filtered = move || query.with(Query::is_filtered);
    let clear = move |()| query.update(|query| *query = query.without_filters());
    view! {
        <section class="filters" aria-label="Filters">
            <div class="filters-line">
                <div class="filters-search"><QuerySearch query counts typed field_id=SEARCH /></div>
                <GroupFilter query counts />
                <GroupBy query />
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
                {other_chips(query)}
            </div>
        </section>
    }
    .into_any()
}

/// What is asked and has no chip or list of its own: a chip for each clause, which pressing takes away.
fn other_chips(query: RwSignal<Query>) -> AnyView {
    let has_its_own = |query: &Query, field: Field| match field {
        Field::State | Field::Priority | Field::Sort | Field::GroupBy => true,
        Field::Clock => query.breaches.iter().all(|breach| BREACHES.contains(&breach)),
        Field::Group => query.groups.is_any() || query.groups.single().is_some(),
        _ => false,
    };
    let others = Memo::new(move |_| {
        query.with(|query| {
            let fields = Field::ALL.into_iter().filter(|field| !has_its_own(query, *field));
            fields
                .flat_map(|field| query.clauses(field).into_iter().map(move |clause| (field, clause)))
                .collect::<Vec<_>>()
        })
    });
    let chips = move || {
        let chip = |(field, clause): (Field, String)| {
            view! { <FilterChip label=clause pressed=true on_toggle=move |()| query.update(|query| query.clear(field)) /> }
        };
        others.get().into_iter().map(chip).collect_view()
    };
    let any = move || others.with(|others| !others.is_empty());
    view! { <Show when=any><div class="chips" role="group" aria-label="Other conditions">{chips}</div></Show> }
        .into_any()
}

fn stage_chip(query: RwSignal<Query>, counts: Memo<Counts>, stage: Stage) -> AnyView {
    let count = Signal::derive(move || counts.with(|counts| counts.stages.get(&stage).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.stages.contains(stage)));
    view! { <FilterChip label=stage.word() count pressed on_toggle=move |()| query.update(|query| query.stages.toggle(stage)) /> }
        .into_any()
}

fn priority_chip(query: RwSignal<Query>, counts: Memo<Counts>, priority: Priority) -> AnyView {
    let count =
        Signal::derive(move || counts.with(|counts| counts.priorities.get(&priority).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.priorities.contains(priority)));
    let label = "P".to_owned() + &priority.0.to_string();
    view! { <FilterChip label count pressed on_toggle=move |()| query.update(|query| query.priorities.toggle(priority)) /> }
        .into_any()
}

fn breach_chip(query: RwSignal<Query>, counts: Memo<Counts>, breach: Breach) -> AnyView {
    let count = Signal::derive(move || counts.with(|counts| counts.breaches.get(&breach).copied().map(words::number)));
    let pressed = Signal::derive(move || query.with(|query| query.breaches.contains(breach)));
    let switch = move |()| query.update(|query| query.breaches.toggle(breach));
    view! { <FilterChip label=badges::breach_word(breach) count pressed on_toggle=switch /> }.into_any()
}

/// One team, or none, in a list: there may be dozens.
#[component]
fn GroupFilter(query: RwSignal<Query>, counts: Memo<Counts>) -> impl IntoView {
    let session = expect_context::<Session>();
    let groups = choices::all_groups(session);
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
        if before.is_some_and(|before| before != picked) {
            let wanted = session.peek(|workspace| names_of(&picked, workspace.desk().directory())).unwrap_or_default();
            let shown = query.with_untracked(|query| key_of_names(session, &query.groups));
            if shown != picked && query.with_untracked(|query| query.groups != wanted) {
                query.update(|query| query.groups = wanted);
            }
        }
        picked
    });
    Effect::new(move |_| {
        let shown = query.with(|query| key_of_names(session, &query.groups));
        if chosen.get_untracked() != shown {
            chosen.set(shown);
        }
    });
    view! { <div class="filters-group"><Labelled label="Group"><Select choices value=chosen placeholder="Every group" /></Labelled></div> }.into_any()
}

/// The choice of the list as names of a query.
fn names_of(picked: &str, directory: &Directory) -> Names {
    match picked {
        "" => Names::default(),
        UNASSIGNED => Names::only(Name::None),
        key => key_of(key)
            .map_or_else(Names::default, |key| Names::only(Name::Called(Arc::from(directory.group(GroupId(key)))))),
    }
}

/// The choice of the list that stands for names; none where the list has no such choice.
fn key_of_names(session: Session, names: &Names) -> String {
    let named = |name: &Arc<str>| {
        let name = name.to_lowercase();
        let key = session.peek(|workspace| {
            let groups = &workspace.desk().directory().groups;
            groups.iter().find(|(_, known)| known.to_lowercase() == name).map(|(id, _)| id.0)
        });
        key.flatten().map(key_text)
    };
    match names.single() {
        None | Some(Name::Me) => String::new(),
        Some(Name::None) => UNASSIGNED.to_owned(),
        Some(Name::Key(key)) => key_text(*key),
        Some(Name::Called(name)) => named(name).unwrap_or_default(),
    }
}
