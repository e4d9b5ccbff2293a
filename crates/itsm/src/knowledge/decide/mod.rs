//! From a wish to events, or to a refusal that teaches.
//!
//! `allowed` says what an article's state allows, `write` checks what is written, `publish` how it comes into view and
//! goes out of it, `legal` looks again at what was decided elsewhere.

mod allowed;
mod legal;
mod publish;
mod write;

pub use allowed::{Action, why_not};
pub(crate) use legal::legal;
pub use write::LONGEST_BODY;

use crate::desk::{Context, Desk, Happening};
use crate::ids::ArticleId;
use crate::knowledge::command::Command;
use crate::knowledge::event::Event;
use crate::refusal::Refusal;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    let now = context.now;
    match command {
        Command::Begin { content, from } => write::begin(desk, *content, from, context),
        Command::Amend { article, changes } => write::amend(desk, article, changes, now),
        Command::Submit { article, reviewer } => publish::submit(desk, article, reviewer, now),
        Command::SendBack { article, because } => publish::send_back(desk, article, because, now),
        Command::Approve { article, from, review_by } => publish::approve(desk, article, from, review_by, now),
        Command::Unschedule(article) => simple(desk, article, Action::Unschedule, Event::Unscheduled, context),
        Command::Discard(article) => simple(desk, article, Action::Discard, Event::Discarded, context),
        Command::ProposeRetirement { article, because } => publish::propose_retirement(desk, article, because, now),
        Command::Retire { article, because } => publish::retire(desk, article, because, now),
        Command::Keep(article) => simple(desk, article, Action::Keep, Event::Kept, context),
        Command::HandOver { article, owner } => publish::hand_over(desk, article, owner, now),
        Command::Confirm { article, review_by } => publish::confirm(desk, article, review_by, now),
        Command::Rate { article, helpful, words } => write::rate(desk, article, helpful, words, context),
        Command::Flag { article, text } => write::flag(desk, article, text, now),
        Command::AnswerFlag { article, flag, answer } => write::answer_flag(desk, article, flag, answer, now),
        Command::ResolveWith { article, incident, code, solution, cascade } => {
            write::resolve_with(desk, article, (incident, code, solution, cascade), context)
        }
    }
}

/// A command that brings nothing but the article.
fn simple(desk: &Desk, id: ArticleId, action: Action, event: Event, context: &Context) -> Result<Steps, Refusal> {
    allowed::check(desk, id, action, context.now)?;
    Ok(vec![on(id, event)])
}

fn on(id: ArticleId, event: Event) -> Happening {
    Happening::Article(id, event)
}
