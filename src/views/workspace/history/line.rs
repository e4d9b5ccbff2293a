//! The lines of the history: an index of all of them for the filters, and the cells of those in view.

use itsm::{Key, PersonId};
use journal::Stamp;
use leptos::prelude::*;
use workspace::say::{self, CommandKind, SaidCommand};
use workspace::{Done, Workspace};

use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{BadgeCell, Picture, TextCell, Tone};
use crate::views::words;

/// What the filters need of one command.
#[derive(Clone, PartialEq)]
pub struct Indexed {
    stamp: Stamp,
    /// Who gave it.
    pub by: PersonId,
    /// Its kind.
    pub kind: CommandKind,
    /// What words are looked for in: lower case.
    pub text: String,
    is_undone: bool,
    is_flagged: bool,
}

/// All commands, oldest first: a line's key is its place here.
#[derive(Clone, Default, PartialEq)]
pub struct Index(Vec<Indexed>);

impl Index {
    /// How many commands there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Everybody who gave one.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.0.iter().map(|line| line.by)
    }

    /// The keys of those that are wanted, the latest first.
    pub fn rows(&self, wanted: impl Fn(&Indexed) -> bool) -> Vec<Key> {
        let numbered = (0_u32..).zip(&self.0);
        let mut rows: Vec<Key> =
            numbered.filter(|(_, line)| wanted(line)).map(|(place, _)| Key::imported(place)).collect();
        rows.reverse();
        rows
    }

    /// Which command a key stands for.
    pub fn stamp(&self, key: Key) -> Option<Stamp> {
        self.0.get(key.number as usize).map(|line| line.stamp)
    }
}

/// Indexes every command.
pub fn index(workspace: &Workspace) -> Index {
    let line = |stamp: Stamp| {
        let done = workspace.command(stamp)?;
        let said = say::command(workspace, &done);
        let mut text = said.heading.to_lowercase();
        if let Some(why) = &said.why {
            text.push('\n');
            text.push_str(&why.to_lowercase());
        }
        // One that is about several names only their number.
        if let [_, _, ..] = said.incidents.as_slice() {
            for id in &said.incidents {
                text.push('\n');
                text.push_str(&workspace.desk().incident_number(*id).to_lowercase());
            }
        }
        let (is_undone, is_flagged) = (done.undone.is_some(), !done.flags.is_empty());
        Some(Indexed { stamp, by: done.by, kind: said.kind, text, is_undone, is_flagged })
    };
    Index(workspace.commands().into_iter().filter_map(line).collect())
}

/// How a command stands: in words, with a tone and a shape.
pub fn mark(done: &Done<'_>) -> (&'static str, Tone, Option<Picture>) {
    match (done.undone.is_some(), done.flags.is_empty()) {
        (true, _) => ("Taken back", Tone::Slate, Some(Picture::Back)),
        (false, false) => ("Not applied", Tone::Warn, Some(Picture::DueSoon)),
        (false, true) => ("", Tone::Neutral, None),
    }
}

#[derive(Clone, PartialEq)]
struct Line {
    at: String,
    who: String,
    /// What was done, with the number of its one record apart: it is a link while the record is there.
    what: (String, Option<(String, String)>, String),
    why: String,
    mark: &'static str,
    tone: Tone,
    picture: Option<Picture>,
}

fn line(workspace: &Workspace, stamp: Stamp, zone: Zone) -> Option<Line> {
    let done = workspace.command(stamp)?;
    let said = say::command(workspace, &done);
    let (mark, tone, picture) = mark(&done);
    Some(Line {
        at: words::date_time(zone.local(done.at)),
        who: workspace.desk().directory().person(done.by).to_owned(),
        what: linked(workspace, &said),
        why: said.why.map(|why| why.to_string()).unwrap_or_default(),
        mark,
        tone,
        picture,
    })
}

/// A heading around the number of its record or its one incident, with the link to it.
fn linked(workspace: &Workspace, said: &SaidCommand) -> (String, Option<(String, String)>, String) {
    let desk = workspace.desk();
    let one = match (said.record, said.incidents.as_slice()) {
        (Some(id), _) => desk.card(id).map(|card| (card.number.clone(), Route::record(&card).href())),
        (None, [one]) if desk.incident(*one).is_ok() => {
            let number = desk.incident_number(*one);
            Some((number.clone(), Route::Incident(number).href()))
        }
        _ => None,
    };
    match one.as_ref().and_then(|(number, _)| said.heading.split_once(number.as_str())) {
        Some((before, after)) => (before.to_owned(), one.clone(), after.to_owned()),
        None => (said.heading.clone(), None, String::new()),
    }
}

/// The cells of the row in which `key` stands.
pub fn cells(session: Session, index: Memo<Index>, key: Signal<Key>) -> AnyView {
    let zone = session.zone();
    let line = Memo::new(move |_| {
        let stamp = index.with(|index| index.stamp(key.get()))?;
        session.read(|workspace| line(workspace, stamp, zone)).flatten()
    });
    let text = move |pick: fn(&Line) -> &str| {
        Signal::derive(move || line.with(|line| line.as_ref().map(|line| pick(line).to_owned()).unwrap_or_default()))
    };
    let off = move || line.with(|line| line.as_ref().is_some_and(|line| !line.mark.is_empty())).then_some("true");
    let what = move || {
        let (before, number, after) = line.with(|line| line.as_ref().map(|line| line.what.clone())).unwrap_or_default();
        let link = number.map(|(number, href)| view! { <a href=href tabindex="-1">{number}</a> });
        view! { {before}{link}{after} }
    };
    view! {
        <TextCell class="cell-at" text=text(|line| &line.at) />
        <TextCell class="cell-who" text=text(|line| &line.who) />
        <div role="gridcell" class="cell-what" data-off=off>{what}</div>
        <TextCell class="cell-why" text=text(|line| &line.why) />
        <BadgeCell
            class="cell-mark"
            tone=Signal::derive(move || line.with(|line| line.as_ref().map_or(Tone::Neutral, |line| line.tone)))
            picture=Signal::derive(move || line.with(|line| line.as_ref().and_then(|line| line.picture)).unwrap_or(Picture::Check))
            label=text(|line| line.mark)
        />
    }
    .into_any()
}
