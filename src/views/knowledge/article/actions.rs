//! What can be done with an article now.

use itsm::knowledge::{Action, Command as Ask, Stage, State};
use itsm::{ArticleId, Command};
use leptos::prelude::*;
use preferences::Action as Key;

use super::super::editor;
use super::forms::{ArticleDialog, Wanted};
use crate::browser::location::Location;
use crate::session::Session;
use crate::views::record::{Act, ActionRow};

/// How far it is, which decides what is offered first.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    state: State,
    stage: Option<Stage>,
    is_scheduled: bool,
    has_versions: bool,
}

/// The row of actions and their dialog.
#[component]
pub fn Actions(id: ArticleId) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let open = RwSignal::new(None::<Wanted>);
    let reached = Memo::new(move |_| {
        let now = session.now.get();
        let read = session.read(|workspace| {
            let article = workspace.desk().articles().get(id).ok()?;
            Some(Reached {
                state: article.state(now),
                stage: article.draft.as_ref().map(|draft| draft.stage),
                is_scheduled: article.scheduled(now).is_some(),
                has_versions: !article.versions.is_empty(),
            })
        });
        read.flatten()
    });
    let number = StoredValue::new(session.peek(|w| w.desk().articles().number(id)).unwrap_or_default());
    let acts = move || {
        let Some(reached) = reached.get() else { return vec![] };
        let refusal = |action: Action| session.refuses(id, action);
        let ask = |label, action, wanted| Act::asks(label, refusal(action), open, wanted);
        let at_once =
            |label, action, command: Ask, done| Act::now(label, refusal(action), Command::Article(command), done);
        let edit =
            Act::new("Edit", refusal(Action::Amend), move || location.go(&editor(&number.get_value()))).key(Key::Edit);
        let retire = || ask("Retire", Action::Retire, Wanted::Retire);
        let mut acts = match (reached.state, reached.stage) {
            (State::Retired, _) => {
                return vec![at_once("Bring it back", Action::Keep, Ask::Keep(id), "Brought back").primary()];
            }
            (State::PendingRetirement, _) => {
                vec![retire().primary(), at_once("Keep it", Action::Keep, Ask::Keep(id), "Kept")]
            }
            (_, Some(Stage::Writing)) => vec![ask("Give to review", Action::Submit, Wanted::Submit).primary(), edit],
            (_, Some(Stage::InReview { .. })) => vec![
                ask("Approve", Action::Approve, Wanted::Approve).primary(),
                ask("Send back", Action::SendBack, Wanted::SendBack),
            ],
            (State::Outdated, None) => vec![ask("Still right", Action::Confirm, Wanted::Confirm).primary(), edit],
            (_, None) if reached.is_scheduled => {
                vec![at_once(
                    "Take back from the schedule",
                    Action::Unschedule,
                    Ask::Unschedule(id),
                    "Taken back: it is a draft again",
                )]
            }
            (_, None) => vec![edit.primary(), ask("Still right", Action::Confirm, Wanted::Confirm).quiet()],
        };
        if reached.stage.is_some() && reached.has_versions {
            acts.push(at_once("Drop this draft", Action::Discard, Ask::Discard(id), "The draft is dropped").quiet());
        }
        acts.push(ask("Flag for correction", Action::Flag, Wanted::Flag).quiet());
        acts.push(ask("Hand over", Action::HandOver, Wanted::HandOver).quiet());
        if reached.state == State::Draft {
            acts.push(retire().quiet());
        } else if reached.state.is_in_view() && reached.state != State::PendingRetirement {
            acts.push(ask("Propose retirement", Action::ProposeRetirement, Wanted::ProposeRetirement).quiet());
        }
        acts
    };
    view! {
        <ActionRow acts />
        <ArticleDialog id open />
    }
    .into_any()
}
