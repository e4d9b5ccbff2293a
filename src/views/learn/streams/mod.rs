//! The value stream builder: steps with work and waiting, what an item can expect, and what a change would bring.

mod compared;
mod editor;
mod picture;
mod step;

use std::sync::Arc;

use learning::Edition;
use learning::stream::{EXAMPLES_FILE, Example, Examples, Name, Stream, Vocabulary, read, store};
use learning::study::{Did, Study};
use leptos::prelude::*;

use super::library;
use crate::browser::{dom, page};
use crate::session::Session;
use crate::ui::{Button, Kind, Toaster};
use crate::views::page::Page;

/// What all of it shares.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    /// The stream at hand: its number, and how it was before anything was changed here.
    open: RwSignal<Option<Open>>,
}

/// A stream at hand.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    number: u32,
    stream: Stream,
    /// What it is compared with.
    before: Option<Stream>,
}

/// The page.
pub fn page() -> AnyView {
    let read = |text: &str| Examples::read(text);
    view! {
        <Page
            title="Value streams"
            note="What an item goes through from wish to value: who works, who waits, and where it goes back."
            class="learn learn-streams"
        >
            {library::with_file(EXAMPLES_FILE, read, begin)}
        </Page>
    }
    .into_any()
}

fn begin(examples: Arc<Examples>) -> AnyView {
    let desk = Desk { session: expect_context(), toaster: expect_context(), open: RwSignal::new(None) };
    desk.session.catch_up_study();
    let is_open = Memo::new(move |_| desk.open.with(Option::is_some));
    // What was pressed is gone with its page: the next one is read from its beginning.
    Effect::new(move |before: Option<bool>| {
        let now = is_open.get();
        if before.is_some_and(|before| before != now) {
            dom::soon(page::focus_heading);
        }
        now
    });
    (move || if is_open.get() { editor::editor(desk) } else { door(desk, &examples) }).into_any()
}

/// One's own streams, and examples to begin with.
fn door(desk: Desk, examples: &Examples) -> AnyView {
    let own = move || {
        let streams: Vec<(u32, Stream)> = desk
            .session
            .study(|study: &Study| {
                study.streams().filter_map(|(number, text)| Some((number, read(text).ok()?))).collect()
            })
            .unwrap_or_default();
        let line = |(number, stream): (u32, Stream)| {
            let name = stream.name().as_str().to_owned();
            let open =
                move |()| desk.open.set(Some(Open { number, stream: stream.clone(), before: Some(stream.clone()) }));
            view! { <li class="learn-earlier"><strong>{name}</strong><Button label="Open" on_press=open /></li> }
        };
        let lines: Vec<_> = streams.into_iter().map(line).collect();
        (!lines.is_empty()).then(|| view! { <section><h2>"Your streams"</h2><ul>{lines}</ul></section> })
    };
    let example = move |example: &Example| {
        let (before, after) = (example.before.clone(), example.after.clone());
        let take = before.clone();
        let as_it_is = move |()| desk.take(take.clone(), None);
        let changed = move |()| desk.take(after.clone(), Some(before.clone()));
        view! {
            <li>
                <h3>{example.name.clone()}</h3>
                <p>{example.story.clone()}</p>
                <div class="form-actions">
                    <Button label="Take it as it is" on_press=as_it_is />
                    <Button label="Take it as it was changed" kind=Kind::Quiet on_press=changed />
                </div>
            </li>
        }
    };
    let examples: Vec<_> = examples.0.iter().map(example).collect();
    let edition = desk.session.settings.with_untracked(|settings| settings.edition);
    let new = move |()| {
        let vocabulary =
            Vocabulary::of(edition).or_else(|| Vocabulary::of(Edition::V4)).unwrap_or(Vocabulary::ValueChain);
        if let Ok(name) = Name::new("A new value stream") {
            desk.take(Stream::new(name, vocabulary), None);
        }
    };
    view! {
        {own}
        <div class="form-actions"><Button label="Begin a new one" kind=Kind::Primary on_press=new /></div>
        <section><h2>"Examples"</h2><ul class="learn-points">{examples}</ul></section>
    }
    .into_any()
}

impl Desk {
    /// Takes a stream up as one's own.
    fn take(self, stream: Stream, before: Option<Stream>) {
        let number = self.session.study(Study::fresh_stream).unwrap_or(1);
        let before = before.or_else(|| Some(stream.clone()));
        self.put(Open { number, stream, before });
    }

    /// Shows a stream and saves it.
    fn put(self, open: Open) {
        let did = Did::Drew { stream: open.number, text: store(&open.stream) };
        if let Err(why) = self.session.learned(did) {
            self.toaster.bad(why);
        }
        self.open.set(Some(open));
    }

    /// Does something to the stream at hand; what it refuses is told.
    fn edit(self, edit: impl FnOnce(&Stream) -> Result<Stream, learning::stream::Refusal>) -> bool {
        let Some(open) = self.open.get_untracked() else { return false };
        match edit(&open.stream) {
            Ok(stream) => {
                self.put(Open { stream, ..open });
                true
            }
            Err(refusal) => {
                self.toaster.bad(refusal.to_string());
                false
            }
        }
    }

    /// Takes it away for good, after which the list stands there again.
    fn remove(self) {
        let Some(open) = self.open.get_untracked() else { return };
        let text = store(&open.stream);
        match self.session.learned(Did::Drew { stream: open.number, text: String::new() }) {
            Ok(()) => {
                let (session, number) = (self.session, open.number);
                let back = move || drop(session.learned(Did::Drew { stream: number, text: text.clone() }));
                self.toaster.push_with("The stream is removed.", crate::ui::Tone::Ok, "Undo", "", back);
                self.open.set(None);
            }
            Err(why) => self.toaster.bad(why),
        }
    }
}
