//! What lists offer: the directory's entries by name, and the levels of the matrix.

use itsm::incident::{Channel, HoldReason, ResolutionCode};
use itsm::{Directory, EntryId, GroupId, Level};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::rules::names::{self, Kind};

use super::badges;
use crate::session::Session;
use crate::ui::Choice;

/// Entries of the directory as choices, sorted by name: those that are offered, and `kept`, which was chosen before.
fn entries(directory: &Directory, kind: Kind, kept: &str) -> Vec<Choice> {
    let mut named = vec![];
    let kept = key_of(kept);
    names::each(directory, kind, &mut |key, name| {
        let retired = directory.is_retired(kind.id(key));
        if !retired || Some(key) == kept {
            named.push((key, &**name, retired));
        }
    });
    named.sort_unstable_by(|a, b| a.1.cmp(b.1));
    let choice = |(key, name, retired)| {
        let choice = Choice::new(key_text(key), name);
        if retired { choice.with_detail("Retired") } else { choice }
    };
    named.into_iter().map(choice).collect()
}

/// What is offered of a kind, kept until somebody changes the directory. What `chosen` holds now stays among it, even
/// if it is retired.
fn offered(session: Session, kind: Kind, chosen: Option<RwSignal<String>>) -> Signal<Vec<Choice>> {
    let kept = chosen.map(|chosen| chosen.get_untracked()).unwrap_or_default();
    Memo::new(move |_| session.read(|workspace| entries(workspace.desk().directory(), kind, &kept)).unwrap_or_default())
        .into()
}

/// Everybody who can be chosen, and who is chosen.
pub fn people(session: Session, chosen: RwSignal<String>) -> Signal<Vec<Choice>> {
    offered(session, Kind::People, Some(chosen))
}

/// Every team that can be chosen, and the one that is.
pub fn groups(session: Session, chosen: RwSignal<String>) -> Signal<Vec<Choice>> {
    offered(session, Kind::Groups, Some(chosen))
}

/// Every team, retired ones included: for asking what there is.
pub fn all_groups(session: Session) -> Signal<Vec<Choice>> {
    let all = |directory: &Directory| {
        let groups = directory.groups.iter();
        let mut named: Vec<(&str, GroupId)> = groups.map(|(id, name)| (&**name, *id)).collect();
        named.sort_unstable();
        let retired = |id| if directory.is_retired(EntryId::Group(id)) { ", retired" } else { "" };
        named.into_iter().map(|(name, id)| Choice::new(key_text(id.0), [name, retired(id)].concat())).collect()
    };
    Memo::new(move |_| session.read(|workspace| all(workspace.desk().directory())).unwrap_or_default()).into()
}

/// Every category that can be chosen, and the one that is.
pub fn categories(session: Session, chosen: RwSignal<String>) -> Signal<Vec<Choice>> {
    offered(session, Kind::Categories, Some(chosen))
}

/// Every service that can be chosen, and the one that is.
pub fn services(session: Session, chosen: RwSignal<String>) -> Signal<Vec<Choice>> {
    offered(session, Kind::Services, Some(chosen))
}

/// Every configuration item that can be chosen, and the one that is.
pub fn items(session: Session, chosen: RwSignal<String>) -> Signal<Vec<Choice>> {
    offered(session, Kind::Items, Some(chosen))
}

/// The levels of the desk's matrix.
pub fn levels(session: Session) -> Vec<Choice> {
    let size = session.peek(|workspace| workspace.desk().matrix().size()).unwrap_or(3);
    (1..=size).map(|level| Choice::new(level.to_string(), badges::level_word(Level(level), size))).collect()
}

/// Every channel.
pub fn channels() -> Vec<Choice> {
    Channel::ALL.into_iter().map(|channel| Choice::new(channel.word(), channel.word())).collect()
}

/// Every reason to wait.
pub fn hold_reasons() -> Vec<Choice> {
    let detail = |reason| match reason {
        HoldReason::Caller => "Only the caller can answer or test.",
        HoldReason::Problem => "The cause has to be found and removed first, and no workaround helps.",
        HoldReason::Supplier => "A supplier has to deliver or repair.",
        HoldReason::Change => "A change has to be authorised and carried out.",
        HoldReason::Evidence => "Logs or traces have to be collected when it happens again.",
    };
    let choice = |reason: HoldReason| Choice::new(reason.word(), capital(reason.word())).with_detail(detail(reason));
    HoldReason::ALL.into_iter().map(choice).collect()
}

/// Every way to resolve.
pub fn resolution_codes() -> Vec<Choice> {
    ResolutionCode::CHOICES.iter().map(|code| Choice::new(code.word(), code.word())).collect()
}

/// The same words, beginning with a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
