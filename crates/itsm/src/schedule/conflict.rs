//! What speaks against a planned span. Source of the seven reasons: ServiceNow's conflict detection; that two changes
//! together can use up a redundancy that each alone leaves is ours.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::decide::is_for;
use super::kin::{Kin, kin};
use super::planned::Planned;
use super::scope::Scope;
use super::span::Span;
use super::window::open_for;
use crate::calendar::Calendar;
use crate::configuration::{Node, Question, impact};
use crate::desk::{Desk, RecordId};
use crate::ids::{FreezeId, ServiceId, WindowId};

/// One reason against a span. `Kin…` are the same for what hangs together with what is worked on: how, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Another change has it at the same time.
    Taken {
        /// What both touch.
        node: Node,
        /// The other change.
        by: RecordId,
    },
    /// Its maintenance window is closed at some time of the span.
    OutsideWindow {
        /// What has the window; `None` for the one that is for all.
        node: Option<Node>,
        /// The window.
        window: WindowId,
    },
    /// The span lies in a freeze.
    Frozen {
        /// What is frozen; `None` for all.
        node: Option<Node>,
        /// The freeze.
        freeze: FreezeId,
    },
    /// Another change has what hangs together with it.
    KinTaken {
        /// What is worked on here.
        node: Node,
        /// How the other hangs together with it.
        how: Kin,
        /// What the other change touches.
        kin: Node,
        /// The other change.
        by: RecordId,
    },
    /// What hangs together with it has a window that is closed.
    KinOutsideWindow {
        /// What is worked on here.
        node: Node,
        /// How the other hangs together with it.
        how: Kin,
        /// What has the window.
        kin: Node,
        /// The window.
        window: WindowId,
    },
    /// What hangs together with it is frozen.
    KinFrozen {
        /// What is worked on here.
        node: Node,
        /// How the other hangs together with it.
        how: Kin,
        /// What is frozen.
        kin: Node,
        /// The freeze.
        freeze: FreezeId,
    },
    /// Who does it does something else then.
    Busy {
        /// The other change.
        by: RecordId,
    },
    /// Each alone leaves a service running, both together take it down.
    Together {
        /// The service.
        service: ServiceId,
        /// The other change.
        by: RecordId,
    },
}

/// What a conflict is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum With {
    /// Another change.
    Change(RecordId),
    /// A maintenance window.
    Window(WindowId),
    /// A freeze.
    Freeze(FreezeId),
}

impl Conflict {
    /// What it is with.
    pub fn with(&self) -> With {
        match self {
            Conflict::Taken { by, .. }
            | Conflict::KinTaken { by, .. }
            | Conflict::Busy { by }
            | Conflict::Together { by, .. } => With::Change(*by),
            Conflict::OutsideWindow { window, .. } | Conflict::KinOutsideWindow { window, .. } => With::Window(*window),
            Conflict::Frozen { freeze, .. } | Conflict::KinFrozen { freeze, .. } => With::Freeze(*freeze),
        }
    }
}

/// What of planned work does not change while its span is moved: worked out once for a search.
pub(super) struct Asked<'a> {
    pub desk: &'a Desk,
    pub own: Vec<Node>,
    pub kin: BTreeMap<Node, (Kin, Node)>,
    alone: BTreeSet<ServiceId>,
    planned: &'a Planned,
}

impl<'a> Asked<'a> {
    pub fn of(desk: &'a Desk, planned: &'a Planned) -> Self {
        Self {
            desk,
            own: planned.nodes(),
            kin: kin(desk.configuration(), planned),
            alone: failing(desk, [planned]),
            planned,
        }
    }
}

/// The services that fail while all of these are worked on.
fn failing<'a>(desk: &Desk, plans: impl IntoIterator<Item = &'a Planned>) -> BTreeSet<ServiceId> {
    let down = plans.into_iter().flat_map(|planned| planned.items.iter().map(|id| Node::Item(*id)));
    impact(desk.configuration(), &Question::of(down)).out().filter_map(Node::service).collect()
}

/// Everything that speaks against the span of `planned`, given what else is planned.
pub fn conflicts(desk: &Desk, planned: &Planned, others: &[Planned]) -> Vec<Conflict> {
    conflicts_in(&Asked::of(desk, planned), planned.span, others)
}

pub(super) fn conflicts_in(asked: &Asked<'_>, span: Span, others: &[Planned]) -> Vec<Conflict> {
    let mut found = vec![];
    for other in others {
        if other.is_open && other.id != asked.planned.id && other.span.overlaps(span) {
            with_change(asked, other, &mut found);
        }
    }
    windows(asked, span, &mut found);
    freezes(asked, span, &mut found);
    found
}

fn with_change(asked: &Asked<'_>, other: &Planned, found: &mut Vec<Conflict>) {
    let by = other.id;
    let before = found.len();
    let taken = asked.own.iter().filter(|node| other.touches(**node));
    found.extend(taken.map(|node| Conflict::Taken { node: *node, by }));
    let kin = asked.kin.iter().find(|(node, _)| other.touches(**node));
    found.extend(kin.map(|(kin, (how, node))| Conflict::KinTaken { node: *node, how: *how, kin: *kin, by }));
    if asked.planned.assignee.is_some() && asked.planned.assignee == other.assignee {
        found.push(Conflict::Busy { by });
    }
    // Where the two already meet in one item, that is the reason; else their sum may be.
    if found.len() == before || !found.iter().skip(before).any(|one| matches!(one, Conflict::Taken { .. })) {
        let own = failing(asked.desk, [other]);
        let both = failing(asked.desk, [asked.planned, other]);
        let together = both.into_iter().filter(|service| !asked.alone.contains(service) && !own.contains(service));
        found.extend(together.map(|service| Conflict::Together { service, by }));
    }
}

/// The windows that something has of its own.
pub(super) fn own_windows(desk: &Desk, node: Node) -> Vec<WindowId> {
    desk.schedule().windows().iter().filter(|(_, window)| window.scope.names(node)).map(|(id, _)| *id).collect()
}

/// The windows that are for all.
pub(super) fn general_windows(desk: &Desk) -> Vec<WindowId> {
    desk.schedule().windows().iter().filter(|(_, window)| window.scope == Scope::All).map(|(id, _)| *id).collect()
}

/// The windows that a span has to lie in one of: for each group, and what it is for.
pub(super) fn window_groups(asked: &Asked<'_>) -> Vec<(Option<Node>, Vec<WindowId>)> {
    let own = asked.own.iter().map(|node| (Some(*node), own_windows(asked.desk, *node)));
    let mut groups: Vec<(Option<Node>, Vec<WindowId>)> = own.filter(|(_, windows)| !windows.is_empty()).collect();
    // The window that is for all binds whatever has none of its own.
    let all_have_own = !asked.own.is_empty() && groups.len() == asked.own.len();
    let general = general_windows(asked.desk);
    if !all_have_own && !general.is_empty() {
        groups.push((None, general));
    }
    groups
}

/// Whether a span lies wholly in the open time of a calendar.
pub(super) fn is_inside(calendar: &Calendar, span: Span) -> bool {
    calendar.between(span.start(), span.end()) == span.length()
}

fn fits(desk: &Desk, windows: &[WindowId], span: Span) -> bool {
    let mut calendars = windows.iter().filter_map(|id| desk.schedule().calendar(*id)).peekable();
    // A window that this build cannot read says nothing.
    calendars.peek().is_none() || calendars.any(|calendar| is_inside(calendar, span))
}

fn windows(asked: &Asked<'_>, span: Span, found: &mut Vec<Conflict>) {
    for (node, windows) in window_groups(asked) {
        if let Some(window) = windows.first().filter(|_| !fits(asked.desk, &windows, span)) {
            found.push(Conflict::OutsideWindow { node, window: *window });
        }
    }
    let mut told = BTreeSet::new();
    for (kin, (how, node)) in &asked.kin {
        let windows = own_windows(asked.desk, *kin);
        if let Some(window) = windows.first().filter(|_| !fits(asked.desk, &windows, span))
            && told.insert(*window)
        {
            found.push(Conflict::KinOutsideWindow { node: *node, how: *how, kin: *kin, window: *window });
        }
    }
}

fn freezes(asked: &Asked<'_>, span: Span, found: &mut Vec<Conflict>) {
    for (id, freeze) in asked.desk.schedule().freezes() {
        if !freeze.span.overlaps(span) {
            continue;
        }
        if is_for(&freeze.scope, &asked.own) {
            let node = asked.own.iter().copied().find(|node| freeze.scope.names(*node));
            found.push(Conflict::Frozen { node, freeze: *id });
        } else if let Some((kin, (how, node))) = asked.kin.iter().find(|(kin, _)| freeze.scope.names(**kin)) {
            found.push(Conflict::KinFrozen { node: *node, how: *how, kin: *kin, freeze: *id });
        }
    }
}

/// The first instant after `start` at which a conflict could be gone, for a span of that length.
pub(super) fn could_end(
    asked: &Asked<'_>,
    conflict: &Conflict,
    span: Span,
    others: &[Planned],
) -> Option<DateTime<Utc>> {
    match conflict.with() {
        With::Change(by) => {
            let ends = others.iter().filter(|other| other.id == by && other.span.overlaps(span));
            ends.map(|other| other.span.end()).max()
        }
        With::Freeze(id) => asked.desk.schedule().freezes().get(&id).map(|freeze| freeze.span.end()),
        With::Window(_) => {
            let windows = match conflict {
                Conflict::OutsideWindow { node: Some(node), .. } => own_windows(asked.desk, *node),
                Conflict::KinOutsideWindow { kin, .. } => own_windows(asked.desk, *kin),
                _ => general_windows(asked.desk),
            };
            let calendars = windows.iter().filter_map(|id| asked.desk.schedule().calendar(*id));
            calendars.filter_map(|calendar| next_opening(calendar, span)).min()
        }
    }
}

/// The next opening after the calendar was closed for the first time in a span.
fn next_opening(calendar: &Calendar, span: Span) -> Option<DateTime<Utc>> {
    if !calendar.is_open(span.start()) {
        return calendar.open_from(span.start()).ok();
    }
    let closes = span.start().checked_add_signed(open_for(calendar, span))?;
    calendar.open_from(closes).ok().filter(|opening| *opening > span.start())
}
