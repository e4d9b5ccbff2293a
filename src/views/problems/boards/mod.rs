//! The boards of an analysis: the 5 Whys and the Ishikawa diagram. Each is drawn from a list that can be read and
//! edited as text, so nothing hangs on the picture.

mod fishbone;
mod picture;
mod whys;

use itsm::Command;
use itsm::ProblemId;
use itsm::problem::{Action, Command as Ask};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Kind, Panel, Tab, Tabs, Toaster};
use crate::views::undo;

use fishbone::Fishbone;
use whys::Whys;

/// The panel.
#[component]
pub fn Boards(id: ProblemId) -> impl IntoView {
    let chosen = RwSignal::new(0_usize);
    let tabs = vec![Tab::new("5 Whys"), Tab::new("Ishikawa")];
    let panel = move |index: usize| match index {
        0 => view! { <Whys id /> }.into_any(),
        _ => view! { <Fishbone id /> }.into_any(),
    };
    view! {
        <Panel title="Find the cause" class="boards">
            <Tabs label="Ways to find it" tabs chosen panel />
        </Panel>
    }
    .into_any()
}

/// Why the boards cannot be drawn now.
fn refused(session: Session, id: ProblemId) -> Option<String> {
    session.refuses(id, Action::Draw).map(|refusal| refusal.sentence())
}

/// What both boards do with what was drawn.
#[derive(Clone, Copy)]
struct Board {
    session: Session,
    toaster: Toaster,
    editing: RwSignal<bool>,
    error: RwSignal<Option<String>>,
}

impl Board {
    fn new() -> Self {
        Self {
            session: expect_context(),
            toaster: expect_context(),
            editing: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    fn save(self, command: Ask) {
        match self.session.give(Command::Problem(command)) {
            Ok(_) => {
                self.error.set(None);
                self.editing.set(false);
                undo::confirm(self.session, self.toaster, "The board is saved");
            }
            Err(refusal) => self.error.set(Some(refusal.sentence())),
        }
    }

    /// The refusal and the two buttons under a form.
    fn buttons(self) -> AnyView {
        let leave = move |()| {
            self.error.set(None);
            self.editing.set(false);
        };
        view! {
            <div class="form-error" role="alert">{move || self.error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Save the board"</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=leave />
            </div>
        }
        .into_any()
    }
}
