//! How well practices are established: statements with evidence, a level for each practice, a trend, and gaps that go
//! into the improvement register.

mod assess;
mod radar;
mod register;
mod result;
mod told;

use std::collections::BTreeSet;
use std::sync::Arc;

use learning::maturity::{Answer, Assessment, FILE, Maturity};
use learning::study::{Did, Study};
use leptos::prelude::*;

use super::{library, reminders};
use crate::browser::{clock, dom, page};
use crate::session::Session;
use crate::ui::{Button, Kind, Toaster};
use crate::views::page::Page;
use crate::views::words as common;

const DAMAGED: &str = "The statements could not be read. Reload the page to get the newest ones; nothing was changed.";

/// Where somebody is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// At the practices, with what was assessed before.
    Door,
    /// At the statements of a practice, by its id.
    Assessing(String),
    /// At the result.
    Result,
}

/// What all of it shares.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    maturity: StoredValue<Arc<Maturity>>,
    stage: RwSignal<Stage>,
    assessment: RwSignal<Assessment>,
    /// The practices whose statements were looked at in this visit, by their ids.
    opened: StoredValue<BTreeSet<String>>,
}

/// The page.
pub fn page() -> AnyView {
    let read = |text: &str| Maturity::read(text).ok_or_else(|| DAMAGED.to_owned());
    view! {
        <Page
            title="Maturity"
            note="Choose a practice, say what is true of it, and what you could show for it. Nobody judges but you."
            class="learn learn-maturity"
        >
            {library::with_file(FILE, read, begin)}
        </Page>
    }
    .into_any()
}

fn begin(maturity: Arc<Maturity>) -> AnyView {
    let session: Session = expect_context();
    session.catch_up_study();
    let today = clock::wall_now().date_naive();
    // What was answered the last time is what one begins from: only what has changed needs a thought.
    let last = untrack(|| session.study(|study: &Study| study.assessed().last().cloned())).ok().flatten();
    let mut assessment = Assessment::new(today);
    if let Some(last) = &last {
        last.iter().for_each(|(statement, said)| assessment.carry(statement, said.clone()));
    }
    let desk = Desk {
        session,
        toaster: expect_context(),
        maturity: StoredValue::new(maturity),
        stage: RwSignal::new(Stage::Door),
        assessment: RwSignal::new(assessment),
        opened: StoredValue::new(BTreeSet::new()),
    };
    // What was pressed is gone with its step: the next one is read from its beginning.
    Effect::new(move |before: Option<Stage>| {
        let now = desk.stage.get();
        if before.is_some_and(|before| before != now) {
            dom::soon(page::focus_heading);
        }
        now
    });
    (move || match desk.stage.get() {
        Stage::Door => door(desk),
        Stage::Assessing(practice) => assess::practice(desk, &practice),
        Stage::Result => result::shown(desk),
    })
    .into_any()
}

/// The practices and where each stands; what is due again.
fn door(desk: Desk) -> AnyView {
    let assessment = desk.assessment.get();
    let today = clock::wall_now().date_naive();
    let earlier = desk.session.study(|study: &Study| study.assessed().to_vec()).unwrap_or_default();
    let rows = desk.maturity.with_value(|maturity| {
        let due = earlier.split_last().map(|(last, earlier)| maturity.again(last, earlier));
        let standings = maturity.standings(&assessment);
        let row = |practice: &learning::maturity::PracticeStatements| {
            let standing = standings.iter().find(|one| one.practice == practice.id).filter(|one| one.is_assessed());
            let level = standing.and_then(|one| maturity.level(one.level)).map(|level| format!("{} {}", level.level.number(), level.name));
            let again = due.as_ref().and_then(|due| due.iter().find(|one| one.practice == practice.id));
            let again = again.map(|one| (common::date(one.on.into()), one.is_due(today)));
            let id = practice.id.clone();
            view! {
                <tr>
                    <th scope="row">{practice.name.clone()}</th>
                    <td>{match level {
                        Some(level) => level.into_any(),
                        None => view! { <span class="learn-what">"not assessed"</span> }.into_any(),
                    }}</td>
                    <td>{again.map(|(on, due)| if due { [&on, " (due)"].concat() } else { on })}</td>
                    <td><Button label=if standing.is_some() { "Assess again" } else { "Assess" } on_press=move |()| desk.stage.set(Stage::Assessing(id.clone())) /></td>
                </tr>
            }
        };
        maturity.practices.iter().map(row).collect::<Vec<_>>()
    });
    let any = assessment.iter().any(|(_, said)| said.answer != Answer::Unknown);
    let note = desk.maturity.with_value(|maturity| maturity.about.note.clone());
    let due = desk.maturity.with_value(|maturity| reminders::sentences(maturity, &maturity.due(&earlier, today)));
    view! {
        {(!due.is_empty()).then(|| view! { <div class="panel">{reminders::paragraphs(due)}</div> })}
        <p class="learn-what">{note}</p>
        <div class="table-scroll">
            <table class="learn-levels">
                <thead><tr><th scope="col">"Practice"</th><th scope="col">"Level"</th><th scope="col">"Look again"</th><th scope="col"><span class="visually-hidden">"Assess"</span></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {any.then(|| view! {
            <div class="form-actions">
                <Button label="See where you stand" kind=Kind::Primary on_press=move |()| desk.stage.set(Stage::Result) />
            </div>
        })}
    }
    .into_any()
}

impl Desk {
    /// Whether nobody has said anything of a statement yet.
    fn is_unanswered(self, statement: &str) -> bool {
        self.assessment.with_untracked(|assessment| {
            assessment.of(statement) == Answer::Unknown && assessment.evidence(statement).is_empty()
        })
    }

    /// Saves what was answered; what stands in the way is told.
    fn save(self) -> bool {
        let mut assessment = self.assessment.get_untracked();
        assessment.on = clock::wall_now().date_naive();
        match self.session.learned(Did::Assessed(assessment)) {
            Ok(()) => true,
            Err(why) => {
                self.toaster.bad(why);
                false
            }
        }
    }
}
