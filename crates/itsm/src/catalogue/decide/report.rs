//! Reporting: an offering that opens an incident becomes one, with the answers as what the caller told.

use std::sync::Arc;

use super::order::answered;
use crate::catalogue::command::Order;
use crate::catalogue::content::Content;
use crate::catalogue::form::{self, Answer, Answers, FieldKind, Form, TextCheck};
use crate::catalogue::offering::Offering;
use crate::desk::{Command, Context, Desk, Happening};
use crate::incident::{self, Channel, Report};
use crate::refusal::Refusal;
use crate::role;

/// The most characters of an answer that stand in the summary: a queue shows one line.
const ANSWER_MOST: usize = 80;

/// Quantity, beneficiary and manager of the order say nothing here: whoever reports is who is called back, and nobody
/// has to approve that a service works again.
pub(super) fn report(
    desk: &Desk,
    content: &Content,
    offering: &Offering,
    order: &Order,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    answered(&offering.form, &order.answers, context)?;
    // What it does to the business is for the desk to say. Until somebody looked, it stands in the middle.
    let middle = desk.matrix().middle();
    let log = incident::Command::Log(Box::new(Report {
        summary: summary(content, offering, &order.answers),
        description: told(&offering.form, &order.answers),
        channel: Channel::Portal,
        caller: Some(order.requester),
        service: Some(order.service),
        item: None,
        category: None,
        impact: middle,
        urgency: middle,
        group: None,
        assignee: None,
        follows: None,
    }));
    // The same rules as for any other way of reporting: everybody for themselves, the desk for others.
    role::may_give(desk, &Command::Incident(log.clone()), context)?;
    let steps = incident::decide(desk, log, context)?;
    Ok(steps.into_iter().map(|(id, what)| Happening::Incident(id, what)).collect())
}

/// "Mail: Report a fault – cannot send", as far as there is something to say.
fn summary(content: &Content, offering: &Offering, answers: &Answers) -> Arc<str> {
    let (service, name) = (content.name.trim(), offering.name.trim());
    let mut summary = service.to_owned();
    if !name.is_empty() && !name.eq_ignore_ascii_case(service) {
        summary = [service, ": ", name].concat();
    }
    if let Some(words) = in_short(&offering.form, answers) {
        summary = [&summary, " – ", &words].concat();
    }
    Arc::from(summary)
}

/// The first answer in a line of free words, without what only says how to reach somebody.
fn in_short(form: &Form, answers: &Answers) -> Option<String> {
    let counting = form::prune(form, answers);
    let words = form.fields().find_map(|field| match (&field.kind, counting.get(&field.key)) {
        (FieldKind::Text { long: false, check: TextCheck::Email | TextCheck::Phone, .. }, _) => None,
        (FieldKind::Text { long: false, .. }, Some(Answer::Text(text))) => {
            Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
        }
        _ => None,
    })?;
    match words.char_indices().nth(ANSWER_MOST) {
        None => Some(words),
        Some((end, _)) => Some([words.get(..end).unwrap_or_default().trim_end(), "…"].concat()),
    }
}

/// A line for each question that was answered.
fn told(form: &Form, answers: &Answers) -> Arc<str> {
    let lines = form::answered(form, answers).into_iter().filter(|(_, answer)| !answer.is_empty());
    let lines: Vec<String> = lines.map(|(question, answer)| [&question, ": ", &*answer].concat()).collect();
    Arc::from(lines.join("\n"))
}
