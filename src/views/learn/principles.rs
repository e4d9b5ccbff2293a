//! The guiding principles in use: a situation, three things one may do, and what comes of each. What one decided is
//! kept, so that one goes on where one left.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Choice, Fit, Kind, Knowledge, PRINCIPLES_FILE, Situation, SituationId, Situations};
use learning::study::Did;
use leptos::prelude::*;

use super::{concept, library, own};
use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Badge, Button, FilterChip, Kind as Look, Toaster, Tone};
use crate::views::page::Page;

const TITLE: &str = "Principles in use";
const NEXT: &str = "principle-next";
const SITUATION: &str = "principle-situation";

/// The page.
pub fn page() -> AnyView {
    library::with_knowledge(TITLE, |knowledge| {
        let read = |text: &str| Situations::read(text).map_err(|unreadable| unreadable.to_string());
        let show = move |situations| practise(&knowledge, situations);
        view! {
            <Page title=TITLE note="No principle ranks above another. Choose what you would do, and see what follows." class="learn">
                {library::with_file(PRINCIPLES_FILE, read, show)}
            </Page>
        }
        .into_any()
    })
}

/// Where somebody is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Course {
    at: usize,
    chosen: Option<usize>,
}

/// What all of it shares.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    knowledge: StoredValue<Arc<Knowledge>>,
    situations: StoredValue<Arc<Situations>>,
    /// By the id of its concept.
    principle: RwSignal<String>,
    course: RwSignal<Course>,
}

fn practise(knowledge: &Arc<Knowledge>, situations: Arc<Situations>) -> AnyView {
    let names: Vec<(String, String)> = knowledge
        .of_kind(Kind::Principle, Edition::V4)
        .map(|one| (one.id.as_str().to_owned(), one.name.clone()))
        .collect();
    let desk = Desk {
        session: expect_context(),
        toaster: expect_context(),
        knowledge: StoredValue::new(knowledge.clone()),
        situations: StoredValue::new(situations),
        principle: RwSignal::new(String::new()),
        course: RwSignal::new(Course::default()),
    };
    desk.session.catch_up_study();
    if let Some((first, _)) = names.first() {
        desk.take_up(first);
    }
    let chip = move |(id, name): (String, String)| {
        let (own, chosen) = (id.clone(), id);
        let pressed = Signal::derive(move || desk.principle.with(|principle| *principle == own));
        view! { <FilterChip label=name pressed on_toggle=move |()| desk.take_up(&chosen) /> }
    };
    view! {
        <div class="learn-editions" role="group" aria-label="Principle">{names.into_iter().map(chip).collect_view()}</div>
        {move || desk.principle.with(|principle| places(desk, principle))}
        {move || body(desk)}
    }
    .into_any()
}

impl Desk {
    /// Reads the situations of the principle at hand.
    fn of<T>(self, principle: &str, read: impl FnOnce(Vec<&Situation>) -> T) -> T {
        self.situations.with_value(|situations| read(situations.of(principle).collect()))
    }

    /// Goes to a principle, and there to the first situation in which nobody has decided yet.
    fn take_up(self, principle: &str) {
        let open = untrack(|| own::ask(self.session, |study| self.of(principle, |of| study.first_undecided(of))));
        self.principle.set(principle.to_owned());
        self.course.set(Course { at: open.unwrap_or(0), chosen: None });
    }

    fn choose(self, situation: SituationId, place: usize) {
        self.course.update(|course| course.chosen = Some(place));
        // There are three choices: the place always fits.
        let choice = u8::try_from(place).unwrap_or(u8::MAX);
        let _ = own::store(self.session, self.toaster, Did::Chose { situation, choice });
        dom::soon(|| {
            dom::focus_id(NEXT);
        });
    }

    fn go_to(self, at: usize) {
        self.course.set(Course { at, chosen: None });
        dom::soon(|| {
            dom::focus_id(SITUATION);
        });
    }
}

/// The situations of a principle by their numbers, and which of them are decided.
fn places(desk: Desk, principle: &str) -> AnyView {
    let ids: Vec<SituationId> = desk.of(principle, |of| of.into_iter().map(|one| one.id.clone()).collect());
    let all = ids.len();
    let decided = {
        let ids = ids.clone();
        move || own::ask(desk.session, |study| ids.iter().filter(|id| study.chosen(id.as_str()).is_some()).count())
    };
    let button = |(place, id): (usize, SituationId)| {
        let is_decided = Memo::new(move |_| own::ask(desk.session, |study| study.chosen(id.as_str()).is_some()));
        let mark = move || {
            is_decided
                .get()
                .then(|| view! { <span aria-hidden="true">" ✓"</span><span class="visually-hidden">", decided"</span> })
        };
        let current = move || desk.course.with(|course| course.at == place).then_some("step");
        view! {
            <li>
                <button type="button" class="button button-quiet" aria-current=current on:click=move |_| desk.go_to(place)>
                    <span class="visually-hidden">"Situation "</span>{place + 1}{mark}
                </button>
            </li>
        }
    };
    view! {
        <div class="learn-standing">
            <ol class="learn-letters" aria-label="Situations of this principle">{ids.into_iter().enumerate().map(button).collect_view()}</ol>
            <p class="learn-what">"Decided: "{decided}" of "{all}</p>
        </div>
    }
    .into_any()
}

fn body(desk: Desk) -> AnyView {
    let (principle, now) = (desk.principle.get(), desk.course.get());
    let shown = desk.of(&principle, |of| match of.get(now.at) {
        Some(situation) => asked(desk, now, situation, of.len()),
        None => view! {
            <p id=SITUATION tabindex="-1" role="status">"These were all. Choose another principle, or read on."</p>
            <Button label="Once more" on_press=move |()| desk.go_to(0) />
        }
        .into_any(),
    });
    let more = desk.knowledge.with_value(|knowledge| knowledge.concept(&principle).map(concept::link));
    let more = more.map(|link| view! { <p class="learn-other">"Read about it: "{link}</p> });
    view! { <div class="learn-drill">{shown}{more}</div> }.into_any()
}

fn asked(desk: Desk, now: Course, situation: &Situation, all: usize) -> AnyView {
    let choice = |(place, one): (usize, &Choice)| match now.chosen {
        None => {
            let id = situation.id.clone();
            let choose = move |_| desk.choose(id.clone(), place);
            view! { <li><button type="button" class="button learn-option" on:click=choose>{one.text.clone()}</button></li> }
            .into_any()
        }
        Some(chosen) => consequence(one, chosen == place),
    };
    let after = now.chosen.map(|_| {
        view! {
            <p class="learn-why" role="status">{situation.note.clone()}</p>
            <div id=NEXT tabindex="-1"><Button label="Next" kind=Look::Primary on_press=move |()| desk.go_to(now.at + 1) /></div>
        }
    });
    view! {
        <p class="learn-what">{now.at + 1}" of "{all}</p>
        <h2 id=SITUATION class="learn-statement" tabindex="-1">{situation.situation.clone()}</h2>
        <ol class="learn-options">{situation.choices.iter().enumerate().map(choice).collect_view()}</ol>
        {after}
    }
    .into_any()
}

fn consequence(choice: &Choice, yours: bool) -> AnyView {
    let (label, tone) = match choice.fit {
        Fit::Follows => ("Follows the principle", Tone::Ok),
        Fit::Half => ("Half of the way", Tone::Warn),
        Fit::Against => ("Against it", Tone::Bad),
    };
    view! {
        <li data-yours=yours.then_some("true")>
            <p class="learn-line"><Badge label tone />{yours.then(|| view! { <span class="learn-what">"your choice"</span> })}</p>
            <p>{choice.text.clone()}</p>
            <p class="learn-other">{choice.consequence.clone()}</p>
        </li>
    }
    .into_any()
}
