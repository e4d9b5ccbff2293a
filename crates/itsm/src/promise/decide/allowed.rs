//! What may be done with an agreement as it stands.

use crate::desk::Desk;
use crate::ids::PromiseId;
use crate::promise::record::{Promise, Stage};
use crate::refusal::Refusal;

/// Something that can be done with one agreement, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Write the draft anew.
    Redraft,
    /// Say that both sides agree.
    Agree,
    /// Agree on a new version.
    Revise,
    /// End it, or drop the draft.
    End,
    /// Note a review meeting.
    Review,
    /// Say that an action of a review is done.
    FinishAction,
    /// Write a note.
    Note,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 7] = [
        Action::Redraft,
        Action::Agree,
        Action::Revise,
        Action::End,
        Action::Review,
        Action::FinishAction,
        Action::Note,
    ];
}

/// Why `action` cannot be done with this agreement now, or `None` where a form may open.
pub fn why_not(desk: &Desk, promise: PromiseId, action: Action) -> Option<Refusal> {
    check(desk, promise, action).err()
}

/// The agreement, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: PromiseId, action: Action) -> Result<&Promise, Refusal> {
    let promise = desk.promises().get(id)?;
    let (because, instead) = match (action, promise.stage) {
        (Action::Note, _)
        | (Action::Redraft | Action::Agree | Action::End, Stage::Draft)
        | (Action::Revise | Action::End | Action::Review, Stage::Agreed) => return Ok(promise),
        // Whether what was promised in a meeting is done matters after the end, too.
        (Action::FinishAction, _) if promise.open_actions().next().is_some() => return Ok(promise),
        (Action::FinishAction, _) => {
            return Err(Refusal::Missing {
                field: "an action that is not done",
                because: "there is nothing left to finish",
            });
        }
        (Action::Redraft, Stage::Agreed) => ("both sides rely on its words", "Revise it: a new version from a day on"),
        (Action::Agree, Stage::Agreed) => ("both sides have agreed already", "Revise it to agree on something else"),
        (Action::Revise, Stage::Draft) => ("nobody has agreed to it yet", "Write the draft anew"),
        (Action::Review, Stage::Draft) => ("there is no promise yet that could have been kept", "Agree on it first"),
        (_, Stage::Ended) => ("what is over binds nobody and cannot be changed", "Draft a new agreement"),
    };
    Err(Refusal::NotFrom { state: promise.stage.word(), because, instead })
}
