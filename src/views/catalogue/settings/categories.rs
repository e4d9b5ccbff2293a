//! The categories: shelves that customers look on, as a tree.

use std::collections::{BTreeMap, BTreeSet};

use itsm::Command;
use itsm::catalogue::{Command as Ask, ServiceCategory, ServiceCategoryId};
use leptos::prelude::*;
use workspace::catalogue::tree::{self, Categories as All, Row, Step};
use workspace::query::key_text;

use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Button, Choice, Field, Menu, MenuItem, Select, TextInput, Toaster};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::FormDialog;
use crate::views::undo;
use crate::views::words;

/// Which category a dialog is about; `None` for a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wanted(Option<ServiceCategoryId>);

fn all(session: Session) -> All {
    session.peek(|workspace| workspace.desk().portfolio().categories().clone()).unwrap_or_default()
}

/// The panel.
#[component]
pub fn Categories() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let dragged = RwSignal::new(None::<ServiceCategoryId>);
    let rows = Memo::new(move |_| {
        session.read(|workspace| tree::flat(workspace.desk().portfolio().categories())).unwrap_or_default()
    });
    let used = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let portfolio = workspace.desk().portfolio();
            let mut used = BTreeMap::<ServiceCategoryId, usize>::new();
            for listing in portfolio.listings() {
                // A shelf also holds what stands on the shelves within it, once.
                let shelves = &listing.draft.categories;
                let around = shelves.iter().flat_map(|id| tree::with_parents(portfolio.categories(), *id));
                for id in around.collect::<BTreeSet<_>>() {
                    *used.entry(id).or_default() += 1;
                }
            }
            used
        });
        read.unwrap_or_default()
    });
    // One save for each that moves: they are few, and each can be taken back.
    let save = move |changed: Vec<(ServiceCategoryId, ServiceCategory)>, focus: ServiceCategoryId| {
        if changed.is_empty() {
            return;
        }
        for (id, category) in changed {
            if let Err(why) = session.give(Command::Catalogue(Ask::SaveCategory(Some(id), category))) {
                return toaster.bad(why.sentence());
            }
        }
        let id = row_id(focus);
        dom::soon(move || {
            dom::focus_id(&id);
        });
    };
    let go = move |id: ServiceCategoryId, step: Step| save(tree::step(&all(session), id, step), id);
    let remove = move |id: ServiceCategoryId| match session.give(Command::Catalogue(Ask::DropCategory(id))) {
        Ok(_) => undo::confirm(session, toaster, "The category is gone; what stood in it is still in the catalogue"),
        Err(why) => toaster.bad(why.sentence()),
    };
    let line = move |row: Row| {
        let id = row.id;
        let name = row.name.to_string();
        let steps = move |()| {
            let item = |label: &str, step: Step| {
                let item = MenuItem::action(label, move || go(id, step));
                if tree::step(&all(session), id, step).is_empty() {
                    item.refused("There is nothing on that side.")
                } else {
                    item
                }
            };
            vec![
                item("Move up", Step::Up),
                item("Move down", Step::Down),
                item("Into the one above", Step::In),
                item("Out, one level up", Step::Out),
                MenuItem::action("Take away", move || remove(id)),
            ]
        };
        let keys = move |event: leptos::ev::KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowUp" if event.alt_key() => Step::Up,
                "ArrowDown" if event.alt_key() => Step::Down,
                "ArrowRight" if event.alt_key() => Step::In,
                "ArrowLeft" if event.alt_key() => Step::Out,
                _ => return,
            };
            event.prevent_default();
            go(id, step);
        };
        let count = move || used.with(|used| used.get(&id).copied().unwrap_or_default());
        let depth = row.depth.min(6).to_string();
        view! {
            <li
                data-depth=depth
                draggable="true"
                on:dragstart=move |_| dragged.set(Some(id))
                on:dragend=move |_| dragged.set(None)
                on:dragover=move |event| if dragged.get_untracked().is_some() { event.prevent_default() }
                on:drop=move |event| {
                    event.prevent_default();
                    if let Some(moved) = dragged.get_untracked().filter(|moved| *moved != id) {
                        save(tree::drop_before(&all(session), moved, id), moved);
                    }
                }
            >
                <button type="button" class="row-text" id=row_id(id) on:click=move |_| open.set(Some(Wanted(Some(id)))) on:keydown=keys>
                    <span>{name.clone()}</span>
                    <span class="visually-hidden">", change it"</span>
                    <span class="hint">{move || words::count(count(), "service", "services")}</span>
                </button>
                <Menu label="Move" about=name class="button button-quiet" items=steps at_end=true />
            </li>
        }
    };
    let list = move || {
        if rows.with(Vec::is_empty) {
            view! { <p class="hint">"There are none yet. Five to eight shelves are enough; name them as customers think, not as teams are called."</p> }.into_any()
        } else {
            view! { <ul class="rows tree" aria-label="Categories">{rows.get().into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="categories">
            <h2 id="categories">"Categories"</h2>
            <p class="hint">"Drag a row to its place, use its menu, or press Alt and an arrow key."</p>
            {list}
            <div class="form-actions"><Button label="Add a category" on_press=move |()| open.set(Some(Wanted(None))) /></div>
            <FormDialog open
                title=|wanted| if wanted.0.is_some() { "Change the category" } else { "Add a category" }
                form=move |wanted: Wanted, asking| view! { <CategoryForm id=wanted.0 asking /> }.into_any() />
        </section>
    }
    .into_any()
}

fn row_id(id: ServiceCategoryId) -> String {
    "category-".to_owned() + &key_text(id.0)
}

#[component]
fn CategoryForm(#[prop(optional_no_strip)] id: Option<ServiceCategoryId>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let categories = all(session);
    let known = id.and_then(|id| categories.get(&id).cloned()).unwrap_or_default();
    let name = RwSignal::new(known.name.to_string());
    let summary = RwSignal::new(known.summary.to_string());
    let parent = RwSignal::new(known.parent.map(|parent| key_text(parent.0)).unwrap_or_default());
    let label = |row: &Row| ["\u{2003}".repeat(row.depth), row.name.to_string()].concat();
    // One that is there is moved in the tree itself.
    let rows = if id.is_none() { tree::flat(&categories) } else { vec![] };
    let parents: Vec<Choice> = rows.iter().map(|row| Choice::new(key_text(row.id.0), label(row))).collect();
    let known = StoredValue::new(known);
    let submit = move || {
        let within = if id.is_some() {
            known.with_value(|known| known.parent)
        } else {
            parent.with_untracked(|key| workspace::query::key_of(key)).map(ServiceCategoryId)
        };
        let categories = all(session);
        let last = tree::within(&categories, within).len();
        let place =
            if id.is_some() { known.with_value(|known| known.place) } else { u32::try_from(last).unwrap_or(u32::MAX) };
        let category = ServiceCategory {
            name: name.get_untracked().into(),
            summary: summary.get_untracked().trim().into(),
            parent: within,
            place,
        };
        asking.give(Command::Catalogue(Ask::SaveCategory(id, category)), "The category is saved");
    };
    let placing = (!parents.is_empty()).then(|| {
        view! { <Field label="Within"><Select choices=parents value=parent placeholder="None: it is a shelf of its own" /></Field> }
    });
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["name"]) submit>
            <Field label="Name" required=true error=asking.error_of("name")><TextInput value=name /></Field>
            <Field label="What stands in it" hint="In a sentence."><TextInput value=summary /></Field>
            {placing}
        </FormFrame>
    }
    .into_any()
}
