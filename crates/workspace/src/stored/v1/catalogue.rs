//! Stored events of `itsm::catalogue`: kinds that begin with `catalogue.` (of one service) and `shelves.` (of all).
//!
//! Contents, edits, settings and categories stand there as in the catalogue's own file (`crate::catalogue::file`), read
//! without its limits.

use itsm::catalogue::{Event, Shared};
use serde_json::Value;

use crate::catalogue::file::{
    Cursor, Gate, Object, Word, category, content, from_key, key, line, meaning, of_journal, read_edit, settings,
    write_category, write_content, write_edit, write_settings,
};
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, instant, small, text};

/// What the kind of every event of one service begins with, before a point.
pub(super) const PREFIX: &str = "catalogue";
/// What the kind of every event of the whole catalogue begins with, before a point.
pub(super) const SHARED: &str = "shelves";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Drafted(content) => of("drafted").with("content", write_content(content)),
        Event::Edited(edit) => of("edited").with("edit", write_edit(edit)),
        Event::Ticked(check, words) => {
            let row = of("ticked").with("check", Gate(*check).word());
            // Words that are empty still are a tick; none take it back.
            if let Some(words) = words { row.with("text", &**words) } else { row }
        }
        Event::Moved { to, because } => of("moved").with("to", Word::word(*to)).with_some("text", &**because),
        Event::Submitted => of("submitted"),
        Event::Reviewed { approves, words } => of("reviewed").with("yes", *approves).with_some("text", &**words),
        Event::Published { from, note } => of("published").with("from", from_instant(*from)).with_some("text", &**note),
        Event::Unscheduled => of("unscheduled"),
        Event::Restored { version } => of("restored").with("version", *version),
        Event::Commented(words) => of("commented").with("text", &**words),
        Event::Settled { comment, settled } => of("settled").with("comment", *comment).with("yes", *settled),
    }
}

/// The event whose kind is `catalogue.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let words = || row.maybe("text", text).map(Option::unwrap_or_default);
    let yes = || row.take("yes", Value::as_bool);
    Ok(match kind {
        "drafted" => Event::Drafted(Box::new(row.take("content", |value| of_journal(value, whole_content))?)),
        "edited" => Event::Edited(row.take("edit", read_edit)?),
        "ticked" => {
            let check = row.take("check", |value| of_journal(value, meaning::<Gate>))?;
            Event::Ticked(check.0, row.maybe("text", text)?)
        }
        "moved" => Event::Moved { to: row.take("to", |value| of_journal(value, meaning))?, because: words()? },
        "submitted" => Event::Submitted,
        "reviewed" => Event::Reviewed { approves: yes()?, words: words()? },
        "published" => Event::Published { from: row.take("from", instant)?, note: words()? },
        "unscheduled" => Event::Unscheduled,
        "restored" => Event::Restored { version: row.take("version", small)? },
        "commented" => Event::Commented(row.take("text", text)?),
        "settled" => Event::Settled { comment: row.take("comment", small)?, settled: yes()? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn whole_content(at: &Cursor<'_>) -> itsm::catalogue::Content {
    if !at.value.is_object() {
        at.fail("must be an object");
    }
    content(at)
}

pub(super) fn write_shared(event: &Shared) -> Row {
    match event {
        Shared::Set(settings) => shelves("set").with("settings", write_settings(settings)),
        Shared::Category(id, Some(category)) => {
            shelves("category").with("category", write_category(*id, category).done())
        }
        Shared::Category(id, None) => shelves("categorygone").with("id", from_key(*id)),
        Shared::Audience(id, Some(name)) => {
            shelves("audience").with("audience", Object::default().put("id", from_key(*id)).put("name", &**name).done())
        }
        Shared::Audience(id, None) => shelves("audiencegone").with("id", from_key(*id)),
    }
}

/// The event whose kind is `shelves.` and `kind`.
pub(super) fn read_shared(row: &Row, kind: &str) -> Result<Shared, Unreadable> {
    Ok(match kind {
        "set" => Shared::Set(Box::new(row.take("settings", |value| of_journal(value, settings))?)),
        "category" => {
            let (id, category) = row.take("category", |value| of_journal(value, category))?;
            Shared::Category(id, Some(category))
        }
        "categorygone" => Shared::Category(row.take("id", |value| of_journal(value, key))?, None),
        "audience" => {
            let read = |at: &Cursor<'_>| (at.take("id", key), at.take("name", line));
            let (id, name) = row.take("audience", |value| of_journal(value, read))?;
            Shared::Audience(id, Some(name))
        }
        "audiencegone" => Shared::Audience(row.take("id", |value| of_journal(value, key))?, None),
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn shelves(kind: &str) -> Row {
    Row::new(&[SHARED, ".", kind].concat())
}
