//! What lists offer: the directory's entries by name, and the levels of the matrix.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::incident::{Channel, HoldReason, ResolutionCode};
use itsm::{Directory, Key, Level};
use leptos::prelude::*;
use workspace::query::key_text;

use super::badges;
use crate::session::Session;
use crate::ui::Choice;

/// Entries of the directory as choices, sorted by name.
pub fn entries<Id: Copy + Ord>(register: &BTreeMap<Id, Arc<str>>, key: fn(Id) -> Key) -> Vec<Choice> {
    let named: Vec<(Key, &str)> = register.iter().map(|(id, name)| (key(*id), &**name)).collect();
    sorted(named)
}

fn sorted(mut named: Vec<(Key, &str)>) -> Vec<Choice> {
    named.sort_unstable_by(|a, b| a.1.cmp(b.1));
    named.into_iter().map(|(key, name)| Choice::new(key_text(key), name)).collect()
}

/// Choices made from the directory, kept until somebody changes it.
pub fn directory(
    session: Session,
    make: impl Fn(&Directory) -> Vec<Choice> + Send + Sync + 'static,
) -> Signal<Vec<Choice>> {
    Memo::new(move |_| session.read(|workspace| make(workspace.desk().directory())).unwrap_or_default()).into()
}

/// Everybody.
pub fn people(session: Session) -> Signal<Vec<Choice>> {
    directory(session, |directory| entries(&directory.people, |id| id.0))
}

/// Every team.
pub fn groups(session: Session) -> Signal<Vec<Choice>> {
    directory(session, |directory| entries(&directory.groups, |id| id.0))
}

/// Every category.
pub fn categories(session: Session) -> Signal<Vec<Choice>> {
    directory(session, |directory| entries(&directory.categories, |id| id.0))
}

/// Every service.
pub fn services(session: Session) -> Signal<Vec<Choice>> {
    directory(session, |directory| entries(&directory.services, |id| id.0))
}

/// Every configuration item.
pub fn items(session: Session) -> Signal<Vec<Choice>> {
    directory(session, |directory| entries(&directory.items, |id| id.0))
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
