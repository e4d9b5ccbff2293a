//! What an item or a service needs: groups, each with how many of it have to work.

use std::collections::BTreeSet;

use itsm::Command;
use itsm::configuration::{Command as Ask, Need, Node};
use leptos::prelude::*;

use super::nodes;
use crate::session::Session;
use crate::ui::{Button, Choice, ComboBox, Field, Kind, Picture, Select, TextInput};
use crate::views::asking::{Asking, FormFrame};

/// A group that is being written. Its signals belong to the form.
#[derive(Clone, Copy)]
struct Draft {
    key: usize,
    name: RwSignal<String>,
    least: RwSignal<String>,
    members: RwSignal<Vec<Node>>,
    adding: RwSignal<String>,
}

impl Draft {
    fn of(key: usize, need: Option<&Need>) -> Self {
        Self {
            key,
            name: RwSignal::new(need.map(|need| need.name().to_string()).unwrap_or_default()),
            least: RwSignal::new(need.map_or(1, Need::at_least).to_string()),
            members: RwSignal::new(need.map(|need| need.of().iter().copied().collect()).unwrap_or_default()),
            adding: RwSignal::new(String::new()),
        }
    }

    /// What stands in it; `None` for an empty group.
    fn need(self) -> Option<Need> {
        let of: BTreeSet<Node> = self.members.with_untracked(|members| members.iter().copied().collect());
        let all = u32::try_from(of.len()).unwrap_or(u32::MAX);
        let least = self.least.with_untracked(|text| text.parse().unwrap_or(1)).min(all);
        Need::new(self.name.get_untracked().into(), least, of)
    }
}

/// The form.
#[component]
pub fn NeedsForm(
    /// Who needs it.
    of: Node,
    /// The dialog around it.
    asking: Asking,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let owner = StoredValue::new(Owner::current());
    let now = session.peek(|workspace| workspace.desk().configuration().needs(of).to_vec()).unwrap_or_default();
    let mut begun: Vec<Draft> = now.iter().enumerate().map(|(key, need)| Draft::of(key, Some(need))).collect();
    if begun.is_empty() {
        begun.push(Draft::of(0, None));
    }
    let next = StoredValue::new(begun.len());
    let drafts = RwSignal::new(begun);
    let add = move |()| {
        let key = next.get_value();
        next.set_value(key + 1);
        let make = || Draft::of(key, None);
        let draft = owner.with_value(|owner| owner.as_ref().map_or_else(make, |owner| owner.with(make)));
        drafts.update(|drafts| drafts.push(draft));
    };
    let submit = move || {
        let needs = drafts.with_untracked(|drafts| drafts.iter().filter_map(|draft| draft.need()).collect());
        asking.give(Command::Item(Ask::SetNeeds { of, needs }), "Saved what it needs");
    };
    let group = move |draft: Draft| {
        let place = Signal::derive(move || {
            drafts.with(|drafts| drafts.iter().position(|other| other.key == draft.key)).map_or(1, |place| place + 1)
        });
        let remove = move |()| drafts.update(|drafts| drafts.retain(|other| other.key != draft.key));
        view! { <Group of draft place on_remove=UnsyncCallback::new(remove) /> }
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&[]) submit>
            <p class="hint">"It fails when one of its needs is not met. Put into one group what can stand in for each other: of three access points, two may be enough."</p>
            <div class="needs-drafts">
                <For each=move || drafts.get() key=|draft| draft.key children=group />
            </div>
            <Button label="Add another need" kind=Kind::Quiet picture=Picture::Plus on_press=add />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn Group(of: Node, draft: Draft, place: Signal<usize>, on_remove: UnsyncCallback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let Draft { name, least, members, adding, .. } = draft;
    let label = move || "Need ".to_owned() + &place.get().to_string();
    // What is chosen goes into the group at once, and the field is ready for the next.
    Effect::new(move |_| {
        let Some(node) = adding.with(|text| nodes::of(text)) else { return };
        members.update(|members| {
            if !members.contains(&node) {
                members.push(node);
            }
        });
        adding.set(String::new());
    });
    let offered =
        nodes::choices(session, move || members.with(|members| members.iter().copied().chain([of]).collect()));
    let numbers = Signal::derive(move || {
        let all = members.with(Vec::len).max(1);
        let word = |number: usize| {
            if number == all && all > 1 { number.to_string() + ", all of them" } else { number.to_string() }
        };
        (1..=all).map(|number| Choice::new(number.to_string(), word(number))).collect::<Vec<Choice>>()
    });
    // A group that has become smaller cannot ask for more than it has.
    Effect::new(move |_| {
        let all = members.with(Vec::len).max(1);
        if least.with_untracked(|text| text.parse::<usize>().unwrap_or(1)) > all {
            least.set(all.to_string());
        }
    });
    let member = move |node: Node| {
        let name = session.peek(|workspace| nodes::name(workspace.desk(), node)).unwrap_or_default();
        let label = "Take out ".to_owned() + &name;
        let take = move |()| members.update(|members| members.retain(|other| *other != node));
        view! {
            <li class="needs-member">
                <span>{name}</span>
                <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take />
            </li>
        }
    };
    let redundant = move || members.with(Vec::len) > 1;
    view! {
        <fieldset class="needs-draft">
            <legend>{label}</legend>
            <ul class="needs-members"><For each=move || members.get() key=|node| *node children=member /></ul>
            <Field label="Add an item or a service">
                <ComboBox choices=offered list_label="Items and services" value=adding />
            </Field>
            <Show when=redundant>
                <div class="form-row">
                    <Field label="At least so many have to work" required=true><Select choices=numbers value=least /></Field>
                    <Field label="What the group is for"><TextInput value=name /></Field>
                </div>
            </Show>
            <Button label=Signal::derive(move || "Remove need ".to_owned() + &place.get().to_string()) kind=Kind::Quiet on_press=move |()| on_remove.run(()) />
        </fieldset>
    }
    .into_any()
}
