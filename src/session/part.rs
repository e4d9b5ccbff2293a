//! Whose part is played in this workspace: a role, and the person who acts. Kept in this browser, beside the work and
//! not in it: what was done says who did it, not which part they played.
//!
//! Each tab plays its own part, so that one can report in one tab and work in another; a new tab begins with the part
//! that was chosen last.

use itsm::knowledge::Audience;
use itsm::role::{Acting, Allowed, Deed};
use itsm::{Context, PersonId, RecordId, Refusal, Role};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::{Workspace, awaiting};

use super::Session;
use crate::route::{Practice, Route};

const PREFIX: &str = "service-dojo/part/";

/// See the module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The role.
    pub role: Role,
    /// Who acts, if not the person at this browser.
    pub person: Option<PersonId>,
}

impl Part {
    /// Whether nobody else is played and nothing is held back.
    pub fn is_plain(self) -> bool {
        self == Part::default()
    }

    /// Its stored form: `requester 12-a1b2`.
    fn write(self) -> String {
        let person = self.person.map_or_else(String::new, |person| key_text(person.0));
        [self.role.code(), " ", &person].concat()
    }

    fn read(text: &str) -> Self {
        let (role, person) = text.split_once(' ').unwrap_or((text, ""));
        Self { role: Role::from_code(role).unwrap_or_default(), person: key_of(person).map(PersonId) }
    }
}

impl Session {
    /// Plays a part from now on, also in the next visit.
    pub fn play(self, part: Part) {
        // Who acts as themselves acts as nobody else.
        let yourself = self.peek(Workspace::you);
        let part = Part { person: part.person.filter(|person| Some(*person) != yourself), ..part };
        if let Some(key) = self.workspace_id().map(|id| PREFIX.to_owned() + &id) {
            // A failure is not worth a message: the part is played until the page is left.
            self.inner.with_value(|inner| {
                let _ = if part.is_plain() { inner.store.remove(&key) } else { inner.store.set(&key, &part.write()) };
            });
        }
        self.hold_part(part);
        // What is "mine" is asked anew.
        self.changed();
    }

    /// Plays a role.
    pub fn play_role(self, role: Role) {
        self.play(Part { role, ..self.part.get_untracked() });
    }

    /// Back to oneself, with all roles.
    pub fn be_yourself(self) {
        self.play(Part::default());
    }

    /// Takes up the part that was played last in the workspace that was just opened.
    pub(super) fn take_up_part(self) {
        let key = PREFIX.to_owned() + &self.workspace_id().unwrap_or_default();
        let kept = self.inner.with_value(|inner| inner.store.get(&key).ok().flatten());
        let part = kept.map_or_else(Part::default, |text| Part::read(&text));
        self.hold_part(part);
    }

    fn hold_part(self, part: Part) {
        self.inner.update_value(|inner| {
            if let Some(open) = inner.open_mut() {
                open.workspace.act_as(part.person);
            }
        });
        if self.part.get_untracked() != part {
            self.part.set(part);
        }
    }

    /// Forgets the part of a workspace.
    pub(super) fn forget_part(self, id: &str) {
        self.inner.with_value(|inner| drop(inner.store.remove(&(PREFIX.to_owned() + id))));
    }

    /// The role that is played. Asks to be run again when it changes.
    pub fn role(self) -> Role {
        self.part.with(|part| part.role)
    }

    /// Why something cannot be done with a record now: the role and person that are played, or the rules of its practice.
    pub fn refuses<D: Deed>(self, of: D::Of, deed: D) -> Option<Refusal> {
        self.part.track();
        self.revision.track();
        let asked = |workspace: &Workspace, context: &Context| {
            let acting = Acting { role: context.role, actor: context.actor, now: context.now };
            itsm::role::why_not(workspace.desk(), of, deed, acting)
        };
        self.in_context(asked).flatten()
    }

    /// Why the role that is played may not, whatever the record.
    pub fn refused_to_role(self, allowed: Allowed) -> Option<Refusal> {
        allowed.check(self.role()).err()
    }

    /// Why the one who acts may not give a command, whatever it is about; `None` where they may. What else stands in its
    /// way says its `why_not`.
    pub fn refusal(self, command: &itsm::Command) -> Option<Refusal> {
        self.part.track();
        let asked = |workspace: &Workspace, context: &Context| itsm::role::may_give(workspace.desk(), command, context);
        self.in_context(asked).and_then(Result::err)
    }

    /// Why a command of the history cannot be taken back now by the one who acts.
    pub fn why_not_undo(self, of: journal::Stamp) -> Option<String> {
        self.part.track();
        let asked = |workspace: &Workspace, context: &Context| workspace.why_not_undo_as(of, context);
        self.in_context(asked).flatten().map(|refusal| refusal.sentence())
    }

    /// Whether a place is for the role that is played. A requester sees what concerns them; whoever works here sees all.
    pub fn sees(self, route: &Route) -> bool {
        self.role() != Role::Requester || is_for_requesters(route)
    }

    /// Whether a record is for the role that is played: a requester sees their own, and what everybody may read.
    pub fn sees_record(self, id: RecordId) -> bool {
        if self.role() != Role::Requester {
            return true;
        }
        let me = self.me();
        let seen = |workspace: &Workspace| match id {
            RecordId::Article(id) => {
                let article = workspace.desk().articles().get(id).ok();
                let version = article.and_then(|article| article.version_at(self.now.get()));
                version.is_some_and(|version| version.content.audience == Audience::Everyone)
            }
            id => awaiting::owners(workspace.desk(), id).contains(&me),
        };
        self.read(seen).unwrap_or(false)
    }

    /// The person who acts, by name.
    pub fn actor_name(self) -> String {
        let me = self.me();
        self.read(|workspace| workspace.desk().directory().person(me).to_owned()).unwrap_or_default()
    }
}

fn is_for_requesters(route: &Route) -> bool {
    match route {
        Route::Home
        | Route::NewIncident
        | Route::Incident(_)
        | Route::Practice(Practice::Requests | Practice::Knowledge, _)
        | Route::Portal(_)
        | Route::Shift(_)
        | Route::Learn(_)
        | Route::Workspace
        | Route::History
        | Route::Import
        | Route::Settings
        | Route::Keys
        | Route::About
        | Route::Help
        | Route::Components
        | Route::Missing(_) => true,
        Route::Desk(_)
        | Route::Reports
        | Route::Problems
        | Route::NewProblem(_)
        | Route::Problem(_)
        | Route::Practice(..)
        | Route::Catalogue(_)
        | Route::Rules(_) => false,
    }
}
