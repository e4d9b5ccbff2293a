//! One change: what comes next, what it risks, how it is done, who said yes, what came of it.

mod actions;
mod forms;
mod orders;
mod outcome;
mod plans;
mod risk;
mod side;

use itsm::change::{ChangeType, Command as Ask, Return, State, caused, why_not_answer};
use itsm::{ChangeId, Command, Desk, RecordId};
use leptos::prelude::*;

use super::approvals::{Approval, Approvals};
use super::badges;
use super::calendar::Clashes;
use crate::route::Practice;
use crate::session::Session;
use crate::views::desk::ticket::history::History;
use crate::views::record::{Mark, NoteForm, RecordFrame};
use crate::views::words;

use actions::Actions;
use forms::Wanted;
use orders::Orders;
use outcome::Outcome;
use plans::PlansPanel;
use risk::RiskPanel;
use side::Side;

/// The page of a change.
pub fn page(id: ChangeId) -> AnyView {
    view! { <ChangePage id /> }.into_any()
}

/// The head of the page, as far as it can change.
#[derive(Clone, Default, PartialEq)]
struct Head {
    number: String,
    summary: String,
    marks: Vec<Mark>,
    raised: String,
}

fn head(session: Session, id: ChangeId) -> Head {
    let zone = session.zone();
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        let mut marks = vec![badges::state(change), badges::kind(change.kind)];
        marks.extend(change.risk.weighed().map(badges::risk));
        marks.extend(badges::caused(caused(desk, id).count()));
        Some(Head {
            number: desk.changes().number(id),
            summary: change.summary.to_string(),
            marks,
            raised: words::date_time(zone.local(change.opened_at)),
        })
    });
    read.flatten().unwrap_or_default()
}

/// What comes next, in one or two sentences.
fn next(desk: &Desk, id: ChangeId) -> Option<String> {
    let change = desk.changes().get(id).ok()?;
    let person = |id| desk.directory().person(id);
    let text = match (change.state, &change.returned) {
        (State::New, _) if change.kind == ChangeType::Standard => {
            "Its template is authorised for every use: set its time. Only what the template says may be done.".to_owned()
        }
        (State::New, _) => "Begin to assess it: what can go wrong, and how is it done, tested and undone?".to_owned(),
        (State::Assess, Some(Return::Refused { by, because })) => {
            [person(*by), " refused: “", because, "” Amend it and ask again, or cancel it."].concat()
        }
        (State::Assess, Some(Return::Amended)) => {
            "It was amended after it had been put to its change authority. What is authorised is what is done, so ask again.".to_owned()
        }
        (State::Assess, Some(Return::Withdrawn { because })) => {
            ["Withdrawn: “", because, "” Work on it, then ask again."].concat()
        }
        (State::Assess, None) if change.kind == ChangeType::Emergency => {
            "A short assessment: six answers and three plans in a line each. Then the ECAB is asked at once.".to_owned()
        }
        (State::Assess, None) => {
            "Answer the questions about its risk and write the three plans. Then put it to its change authority.".to_owned()
        }
        (State::Authorize, _) if change.awaits_approval() => {
            let waiting = itsm::approval::asked(&change.rounds).map(|(_, round)| round.waiting());
            let names: Vec<&str> = waiting.into_iter().flatten().map(person).collect();
            ["Its change authority is asked. Awaited: ", &names.join(", "), "."].concat()
        }
        (State::Authorize, _) => "It is authorised. Set its time, so that others can plan around it.".to_owned(),
        (State::Scheduled, _) => "Carry it out in its time, and begin here when you do.".to_owned(),
        (State::Implement, _) => match change.open_orders().count() {
            0 => "When it is done, or undone, look at what came of it.".to_owned(),
            open => words::count(open, "work order is", "work orders are") + " open. The review follows.",
        },
        (State::Review, _) if change.review.is_none() => {
            "Did it do what it was for? Did anybody suffer? Write the review, then close it.".to_owned()
        }
        (State::Review, _) => "Close it with what came of it.".to_owned(),
        (State::Closed | State::Cancelled, _) => return None,
    };
    Some(text)
}

/// What the panel of approvals says.
fn approval(session: Session, id: ChangeId) -> Option<Approval> {
    let me = session.me();
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        let asked: Vec<&str> = change.authority().iter().map(|asked| asked.body.word()).collect();
        let note = match (change.kind, change.rounds.is_empty(), asked.is_empty()) {
            (ChangeType::Standard, ..) => "Pre-authorised: its template was authorised once, for every use.".to_owned(),
            (_, true, true) => "How much is at risk says who has to be asked. Answer the questions first.".to_owned(),
            (_, true, false) => {
                ["For a change of this type and risk: ", &asked.join(", then "), ". Nobody is asked yet."].concat()
            }
            (_, false, _) if change.asked > 1 => {
                ["Asked ", &words::count(change.asked as usize, "time", "times"), ". The last time:"].concat()
            }
            _ => String::new(),
        };
        let is_asked = change.awaits_approval();
        let why_not = why_not_answer(desk, id, me).map(|refusal| refusal.sentence());
        Some(Approval { is_asked, rounds: change.rounds.clone(), note, why_not })
    });
    read.flatten()
}

#[component]
fn ChangePage(id: ChangeId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    let open = RwSignal::new(None::<Wanted>);
    let line = move || {
        view! {
            {move || head.get().marks.into_iter().map(Mark::show).collect_view()}
            <span class="ticket-opened">"Raised "{move || head.get().raised}</span>
        }
    };
    let next = Memo::new(move |_| session.read(|workspace| next(workspace.desk(), id)).flatten());
    let approval = Memo::new(move |_| approval(session, id));
    let answer = move |approves, because| Command::Change(Ask::Answer { change: id, approves, because });
    // What speaks against its time matters until the work is done.
    let planned = Signal::derive(move || {
        let plan = |workspace: &workspace::Workspace| {
            let desk = workspace.desk();
            let change = desk.changes().get(id).ok().filter(|change| change.state < State::Implement)?;
            itsm::change::plan(desk, change)
        };
        session.read(plan).flatten()
    });
    let number = head.get_untracked().number;
    view! {
        <RecordFrame
            practice="Changes"
            list=Practice::Changes.list()
            number=Signal::derive(move || head.get().number)
            title=Signal::derive(move || head.get().summary)
            line
            side=move || view! { <Side id /> }
            about="About this change"
        >
            <Show when=move || next.with(Option::is_some)>
                <section class="next-step" aria-label="Next step">
                    <p>{move || next.get()}</p>
                </section>
            </Show>
            <Actions id open />
            <RiskPanel id open />
            <PlansPanel id />
            <Clashes planned />
            <Approvals approval make=answer />
            <Orders id open />
            <Outcome id />
            <NoteForm draft=number make=move |text| Command::Change(Ask::Note { change: id, text }) />
            <History record=RecordId::Change(id) />
        </RecordFrame>
    }
    .into_any()
}
