//! What can be done with a record now: a row of buttons, and the same for the search and for single keys. What cannot
//! be done stays in its place and says why.

use std::rc::Rc;

use itsm::{Command, Refusal};
use leptos::prelude::*;
use preferences::Action as Key;

use crate::commands::{Commands, PageCommand};
use crate::session::Session;
use crate::ui::{CommandButton, Kind, Toaster};
use crate::views::undo;

/// Something that can be done with a record.
#[derive(Clone)]
pub struct Act {
    label: &'static str,
    kind: Kind,
    key: Option<Key>,
    why_not: Option<String>,
    run: Rc<dyn Fn()>,
}

impl Act {
    /// An action that needs nothing but a press.
    pub fn now(label: &'static str, refusal: Option<Refusal>, command: Command, done: &'static str) -> Self {
        let session = expect_context::<Session>();
        let toaster = expect_context::<Toaster>();
        let given = command.clone();
        let run = move || match session.give(given.clone()) {
            Ok(_) => undo::confirm(session, toaster, done),
            Err(refusal) => toaster.bad(refusal.sentence()),
        };
        let refusal = session.refusal(&command).or(refusal);
        Self::new(label, refusal, run)
    }

    /// An action that asks for more in a dialog.
    pub fn asks<W: Copy + Send + Sync + 'static>(
        label: &'static str,
        refusal: Option<Refusal>,
        open: RwSignal<Option<W>>,
        wanted: W,
    ) -> Self {
        Self::new(label, refusal, move || open.set(Some(wanted)))
    }

    /// Any other action.
    pub fn new(label: &'static str, refusal: Option<Refusal>, run: impl Fn() + 'static) -> Self {
        let why_not = refusal.map(|refusal| refusal.sentence());
        Self { label, kind: Kind::Plain, key: None, why_not, run: Rc::new(run) }
    }

    /// The same, refused to the roles that may not, for what no `Deed` stands for (`session.refuses` asks for those).
    pub fn only(self, allowed: itsm::role::Allowed) -> Self {
        let session = expect_context::<Session>();
        let by_role = session.refused_to_role(allowed).map(|refusal| refusal.sentence());
        Self { why_not: by_role.or(self.why_not), ..self }
    }

    /// The same as the next step: the one main action of the page.
    pub fn primary(self) -> Self {
        Self { kind: Kind::Primary, ..self }
    }

    /// The same as something that is seldom wanted.
    pub fn quiet(self) -> Self {
        Self { kind: Kind::Quiet, ..self }
    }

    /// The same with the single key that does it.
    pub fn key(self, key: Key) -> Self {
        Self { key: Some(key), ..self }
    }
}

/// How a button looks, so that only what has changed is drawn again.
#[derive(Clone, PartialEq)]
struct Shape {
    label: &'static str,
    kind: Kind,
    why_not: Option<String>,
}

/// The row of actions, in the order in which they are given: the next step first. Labels are told apart.
#[component]
pub fn ActionRow(
    /// Gives the actions; follows what it reads.
    acts: impl Fn() -> Vec<Act> + 'static,
) -> impl IntoView {
    let owner = Owner::current();
    let list = RwSignal::new_local(Vec::<Act>::new());
    // An action looks for its session when it is made, also when it is made again.
    let made = move || owner.as_ref().map_or_else(Vec::new, |owner| owner.with(&acts));
    Effect::new(move |_| list.set(made()));
    let shapes = RwSignal::new(Vec::<Shape>::new());
    Effect::new(move |_| {
        let now: Vec<Shape> = list.with(|acts| {
            let shape = |act: &Act| Shape { label: act.label, kind: act.kind, why_not: act.why_not.clone() };
            acts.iter().map(shape).collect()
        });
        if shapes.with_untracked(|before| *before != now) {
            shapes.set(now);
        }
    });
    expect_context::<Commands>().offer(move || {
        let command = |act: &Act| PageCommand {
            label: act.label.to_owned(),
            action: act.key,
            why_not: act.why_not.clone(),
            run: act.run.clone(),
        };
        list.with(|acts| acts.iter().map(command).collect())
    });
    let press = move |label: &'static str| {
        let run = list.with_untracked(|acts| acts.iter().find(|act| act.label == label).map(|act| act.run.clone()));
        if let Some(run) = run {
            run();
        }
    };
    let button = move |shape: Shape| {
        let Shape { label, kind, .. } = shape;
        let refusal = Signal::derive(move || {
            shapes.with(|all| all.iter().find(|one| one.label == label).and_then(|one| one.why_not.clone()))
        });
        view! { <CommandButton label kind refusal on_press=move |()| press(label) /> }
    };
    view! {
        <section class="ticket-actions" aria-label="Actions">
            <For each=move || shapes.get() key=|shape| (shape.label, shape.kind as u8) children=button />
        </section>
    }
    .into_any()
}
