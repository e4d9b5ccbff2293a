//! Maintenance windows: when work on something is expected, week after week, in local time.

use std::sync::Arc;

use chrono::TimeDelta;

use super::scope::Scope;
use super::span::Span;
use crate::calendar::{Calendar, CalendarSpec};

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct MaintenanceWindow {
    /// What people call it ("Sunday night").
    pub name: Arc<str>,
    /// What may be worked on in it. The particular outranks the general: an item with a window of its own is not worked
    /// on in the window that is for all.
    pub scope: Scope,
    /// The weekly hours, in an IANA zone. Hours across midnight are two windows that touch.
    pub hours: CalendarSpec,
}

/// The open times of a calendar that touch a span, cut to it, in order. To the second.
pub fn open_spans(calendar: &Calendar, span: Span) -> Vec<Span> {
    let mut found = vec![];
    let mut at = span.start();
    while let Ok(opens) = calendar.open_from(at) {
        if opens >= span.end() {
            break;
        }
        let Some(rest) = Span::new(opens, span.end()) else { break };
        let closes = opens + open_for(calendar, rest);
        found.extend(Span::new(opens, closes));
        if closes <= at && closes <= opens {
            break;
        }
        at = closes;
    }
    found
}

/// How long it stays open from the start of a span, at most to its end; by halving the doubt.
pub(super) fn open_for(calendar: &Calendar, span: Span) -> TimeDelta {
    let is_open = |length: TimeDelta| calendar.between(span.start(), span.start() + length) == length;
    if is_open(span.length()) {
        return span.length();
    }
    let (mut open, mut closed) = (0, span.length().num_seconds().max(1));
    while closed - open > 1 {
        let middle = open + (closed - open) / 2;
        if is_open(TimeDelta::seconds(middle)) {
            open = middle;
        } else {
            closed = middle;
        }
    }
    TimeDelta::seconds(open)
}
