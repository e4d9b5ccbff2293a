//! What an import saw in another tool, in words.

use itsm::incident::{Observed, Seen};

use super::{Names, detail, instant, join, or_none, state};

/// The most telling thing a row says.
pub(super) fn heading(observed: &Observed) -> String {
    let state = observed.fields.iter().find_map(|seen| match seen {
        Seen::State(now) => Some(state(*now)),
        _ => None,
    });
    let opened = observed.fields.iter().any(|seen| matches!(seen, Seen::OpenedAt(_)));
    let handed = observed.fields.iter().any(|seen| matches!(seen, Seen::Group(_) | Seen::Assignee(_)));
    match state {
        Some(state) if opened => join(["First seen, ", &state, " (in the other tool)"]),
        Some(state) => join(["State became ", &state, " (as seen in the other tool)"]),
        None if handed => "Handed over (as seen in the other tool)".to_owned(),
        None => "Updated (as seen in the other tool)".to_owned(),
    }
}

impl Names<'_> {
    /// One field; `None` for the state, which the heading tells.
    pub(super) fn seen(&self, seen: &Seen) -> Option<(String, String)> {
        let directory = self.0.directory();
        let person = |id: &Option<_>| or_none(id.map(|id| directory.person(id)));
        let moment = |at: &Option<_>| at.map_or_else(|| or_none(None), instant);
        let (field, value) = match seen {
            Seen::State(_) => return None,
            Seen::OpenedAt(at) => ("Opened", instant(*at)),
            Seen::ResolvedAt(at) => ("Resolved", moment(at)),
            Seen::ClosedAt(at) => ("Closed", moment(at)),
            Seen::Channel(channel) => ("Channel", channel.word().to_owned()),
            Seen::Caller(id) => ("Caller", person(id)),
            Seen::OpenedBy(id) => ("Opened by", person(id)),
            Seen::Item(id) => ("Configuration item", or_none(id.map(|id| directory.item(id)))),
            Seen::Category(id) => ("Category", or_none(id.map(|id| directory.category(id)))),
            Seen::Impact(level) => ("Impact", level.0.to_string()),
            Seen::Urgency(level) => ("Urgency", level.0.to_string()),
            Seen::Priority(priority) => ("Priority, by the other tool", priority.0.to_string()),
            Seen::Group(id) => ("Group", or_none(id.map(|id| directory.group(id)))),
            Seen::Assignee(id) => ("Assigned to", person(id)),
            Seen::Reassigned(times) => ("Times reassigned", times.to_string()),
            Seen::Reopened(times) => ("Times reopened", times.to_string()),
            Seen::ResolutionCode(code) => ("Resolution code", or_cleared(code)),
            Seen::ResolvedBy(id) => ("Resolved by", person(id)),
            Seen::Summary(text) => ("Summary", or_cleared(text)),
            Seen::Description(text) => ("Description", or_cleared(text)),
            Seen::Other { column, value } => return Some(detail(column, &or_cleared(value))),
        };
        Some((field.to_owned(), value))
    }
}

/// The value; an empty one was cleared.
fn or_cleared(value: &str) -> String {
    if value.is_empty() { "cleared".to_owned() } else { value.to_owned() }
}
