//! Choosing several items and services, one after the other.

use itsm::configuration::Node;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind, Picture};
use crate::views::configuration::nodes;

/// What may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Items and services.
    Both,
    /// Items alone.
    Items,
    /// Services alone.
    Services,
}

impl Of {
    fn has(self, node: Node) -> bool {
        match self {
            Of::Both => true,
            Of::Items => node.item().is_some(),
            Of::Services => node.service().is_some(),
        }
    }
}

/// The field and what is chosen so far.
#[component]
pub fn Picker(
    /// What is asked for.
    label: &'static str,
    /// What may be chosen.
    of: Of,
    /// What is chosen.
    chosen: RwSignal<Vec<Node>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let adding = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(node) = adding.with(|text| nodes::of(text)) else { return };
        chosen.update(|chosen| {
            if !chosen.contains(&node) {
                chosen.push(node);
            }
        });
        adding.set(String::new());
    });
    let all = nodes::choices(session, move || chosen.with(|chosen| chosen.iter().copied().collect()));
    let offered = Signal::derive(move || {
        all.with(|all| {
            all.iter().filter(|one| nodes::of(&one.value).is_some_and(|node| of.has(node))).cloned().collect::<Vec<_>>()
        })
    });
    let member = move |node: Node| {
        let name = session.peek(|w| nodes::name(w.desk(), node)).unwrap_or_default();
        let label = "Take out ".to_owned() + &name;
        let take = move |()| chosen.update(|chosen| chosen.retain(|other| *other != node));
        view! {
            <li class="needs-member">
                <span>{name}</span>
                <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take />
            </li>
        }
    };
    view! {
        <div class="picker">
            <Field label error><ComboBox choices=offered list_label="Items and services" value=adding /></Field>
            <ul class="needs-members"><For each=move || chosen.get() key=|node| *node children=member /></ul>
        </div>
    }
    .into_any()
}
