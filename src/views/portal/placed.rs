//! Ordered or reported: the numbers of what came of it, and where it can be followed.

use itsm::catalogue::{Command as Catalogue, Order};
use itsm::{Command, Desk, Event, Happening, PersonId, Refusal, incident, request};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::catalogue::basket::Line;

use super::{Portal, shell};
use crate::route::{Counter, Route};
use crate::session::{Declined, Session};
use crate::ui::{Icon, Kind, LinkButton, Picture};
use crate::views::page;
use crate::views::words;

/// What came of an order, by the number people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// A service request.
    Request(String),
    /// An incident: what was ordered is the report of a fault.
    Incident(String),
}

impl Placed {
    /// Something whose number cannot be told.
    fn unknown() -> Self {
        Placed::Request(String::new())
    }

    fn is_report(&self) -> bool {
        matches!(self, Placed::Incident(_))
    }

    /// Its number.
    pub fn number(&self) -> &str {
        match self {
            Placed::Request(number) | Placed::Incident(number) => number,
        }
    }

    fn href(&self) -> String {
        match self {
            Placed::Request(number) => Route::Portal(Counter::Request(number.clone())).href(),
            Placed::Incident(number) => Route::Incident(number.clone()).href(),
        }
    }

    fn summary(&self, workspace: &Workspace) -> Option<String> {
        let desk = workspace.desk();
        let summary = match self {
            Placed::Request(number) => &desk.requests().get(desk.requests().find(number)?).ok()?.summary,
            Placed::Incident(number) => &desk.incident(desk.find_incident(number)?).ok()?.summary,
        };
        Some(summary.to_string())
    }
}

/// Gives the order of one line. What it opens on the desk is for the published offering to say.
pub fn give(session: Session, line: &Line) -> Result<Placed, Declined> {
    let events = session.give(order(session.me(), line))?;
    Ok(session.peek(|workspace| placed(workspace.desk(), &events)).flatten().unwrap_or_else(Placed::unknown))
}

/// Gives the orders of these lines as one command, which one undo takes back. Those that are refused are left out: each
/// line with what came of it, or why it is refused.
pub fn give_all(session: Session, lines: &[Line]) -> Result<Vec<Result<Placed, Declined>>, Declined> {
    let me = session.me();
    session.give_in_turn(|turn| {
        let mut one = |line: &Line| {
            let events = turn.decide(order(me, line))?;
            Ok(placed(turn.desk(), &events).unwrap_or_else(Placed::unknown))
        };
        Ok(lines.iter().map(|line| one(line).map_err(|refusal: Refusal| refusal.into())).collect())
    })
}

fn order(requester: PersonId, line: &Line) -> Command {
    Command::Catalogue(Catalogue::Order(Box::new(Order {
        service: line.service,
        offering: line.offering,
        quantity: line.quantity,
        answers: line.answers.clone(),
        requester,
        beneficiary: line.beneficiary,
        manager: line.manager,
    })))
}

fn placed(desk: &Desk, events: &[Event]) -> Option<Placed> {
    events.iter().find_map(|event| match event.what {
        Happening::Request(id, request::Event::Logged(_)) => Some(Placed::Request(desk.requests().number(id))),
        Happening::Incident(id, incident::Event::Logged(_)) => Some(Placed::Incident(desk.incident_number(id))),
        _ => None,
    })
}

/// The page after an order or a report in the workspace.
pub fn page(portal: Portal, placed: Vec<Placed>) -> AnyView {
    let reports = placed.iter().filter(|one| one.is_report()).count();
    let orders = placed.len() - reports;
    let title = match (orders, reports) {
        (_, 0) => "Ordered",
        (0, _) => "Reported",
        _ => "Ordered and reported",
    };
    let onward = if orders == 0 { "All services" } else { "Order something else" };
    page::title(move || title.to_owned());
    page::announce();
    let line = |one: &Placed| {
        let summary = portal.session.peek(|workspace| one.summary(workspace)).flatten();
        view! { <li><a href=one.href()>{one.number().to_owned()}</a><span>{summary}</span></li> }
    };
    let ordered = (orders > 0).then(|| {
        let what = words::count(orders, "order is", "orders are");
        view! { <p class="portal-lead">{what}" on the way. You can follow it, and cancel it while nobody has begun."</p> }
    });
    let reported = (reports > 0).then(|| {
        let what = words::count(reports, "report is", "reports are");
        view! { <p class="portal-lead">{what}" with the service desk, each as an incident. Its priority says by when it is to work again."</p> }
    });
    view! {
        <div class="page portal-page page-narrow portal-placed">
            <span class="portal-done"><Icon picture=Picture::Met /></span>
            <h1>{title}</h1>
            {ordered}
            {reported}
            <ul class="portal-numbers">{placed.iter().map(line).collect_view()}</ul>
            <div class="form-actions">
                <LinkButton label="My requests" kind=Kind::Primary href=Route::Portal(Counter::Requests).href() />
                <LinkButton label=onward href=shell::front() />
            </div>
        </div>
    }
    .into_any()
}
