//! The boards of an analysis: the 5 Whys and the Ishikawa diagram. Each is drawn from a list that can be read and
//! edited as text, so nothing hangs on the picture.

mod fishbone;
mod picture;
mod whys;

use itsm::Command;
use itsm::ProblemId;
use itsm::problem::{Action, Command as Ask};
use leptos::prelude::*;

use crate::session::{KeptDraft, Session};
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

/// What is being drawn, kept until it is saved: any number of pairs of texts, as one text.
#[derive(Clone, Copy)]
struct BoardDraft {
    text: RwSignal<String>,
    kept: KeptDraft,
    /// Nothing is kept any more: it was saved or given up.
    is_over: StoredValue<bool>,
}

impl BoardDraft {
    /// Begins to keep a board under a name; `now` is what an untouched form holds. Answers with what it holds.
    fn begin(session: Session, name: &str, now: Vec<(String, String)>) -> (Self, Vec<(String, String)>) {
        let text = RwSignal::new(serde_json::to_string(&now).unwrap_or_default());
        let kept = session.keep_draft(name, vec![("board", text)], None);
        let typed = text.with_untracked(|text| serde_json::from_str(text).ok());
        (Self { text, kept, is_over: StoredValue::new(false) }, typed.unwrap_or(now))
    }

    /// Follows what is typed.
    fn follow(self, typed: impl Fn() -> Vec<(String, String)> + 'static) {
        Effect::new(move |_| {
            let typed = serde_json::to_string(&typed()).unwrap_or_default();
            if !self.is_over.get_value() && self.text.with_untracked(|before| *before != typed) {
                self.text.set(typed);
            }
        });
    }

    fn forget(self) {
        self.is_over.set_value(true);
        self.kept.forget();
    }
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

    fn save(self, command: Ask, draft: BoardDraft) {
        match self.session.give(Command::Problem(command)) {
            Ok(_) => {
                self.error.set(None);
                draft.forget();
                self.editing.set(false);
                undo::confirm(self.session, self.toaster, "The board is saved");
            }
            Err(refusal) => self.error.set(Some(refusal.sentence())),
        }
    }

    /// The refusal and the two buttons under a form.
    fn buttons(self, draft: BoardDraft) -> AnyView {
        let leave = move |()| {
            self.error.set(None);
            draft.forget();
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
