//! What the check finds in the workspace, and giving its mends.

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::catalogue::lint::{Change, Finding, Level, Part, Piece, Place, check, check_service, completeness, of_desk};
use itsm::catalogue::{Catalogue, Slot, Stage};
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::Workspace;

use super::super::anchor;
use crate::route::{Route, Shelf};
use crate::session::Session;

/// Everything that was found, and how complete each service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    rows: Vec<Row>,
    /// How complete each service is that is still on its way or on offer, in the order of their names.
    pub scores: Vec<Score>,
}

/// A finding, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was found.
    pub finding: Finding,
    /// The service it is in; `None` for the catalogue itself.
    pub service: Option<(ServiceId, Arc<str>)>,
    /// Where it is, in words.
    pub place: String,
    /// Where it is mended.
    pub href: String,
    /// How many findings of the same rule can be mended at once.
    pub alike: usize,
}

/// How complete a service is, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Which service.
    pub id: ServiceId,
    /// Its name.
    pub name: Arc<str>,
    /// How many parts are there.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// The next part in words, with where it is written.
    pub next: Option<(&'static str, String)>,
}

/// The catalogue as the check looks at it.
fn catalogue(workspace: &Workspace) -> Catalogue {
    of_desk(workspace.desk())
}

/// The day by the desk's clock and zone, as it is now.
fn today(session: Session) -> NaiveDate {
    session.zone().local(session.now.get_untracked()).date()
}

/// The same, for what is shown: it changes at midnight.
pub fn day(session: Session) -> Memo<NaiveDate> {
    Memo::new(move |_| session.zone().local(session.now.get()).date())
}

impl Found {
    /// What is found in the open workspace now.
    pub fn of(session: Session, day: NaiveDate) -> Self {
        let Some(catalogue) = session.read(catalogue) else { return Self::default() };
        let findings = check(&catalogue, day);
        let alike = |code: &str| findings.iter().filter(|other| other.rule.code == code && other.fix.is_some()).count();
        let mut rows: Vec<Row> =
            findings.iter().map(|finding| row(&catalogue, finding, alike(finding.rule.code))).collect();
        // By name, as services are looked for; what holds for all comes first. The heaviest of each is first already.
        rows.sort_by_cached_key(|row| row.service.as_ref().map(|(id, name)| (name.to_lowercase(), *id)));
        Self { rows, scores: scores(&catalogue) }
    }

    /// How many there are, of one level or of all.
    pub fn count(&self, level: Option<Level>) -> usize {
        self.rows.iter().filter(|row| level.is_none_or(|level| row.finding.rule.level == level)).count()
    }

    /// Those of a level, or all.
    pub fn rows(&self, level: Option<Level>) -> Vec<Row> {
        self.rows.iter().filter(|row| level.is_none_or(|level| row.finding.rule.level == level)).cloned().collect()
    }
}

fn row(catalogue: &Catalogue, finding: &Finding, alike: usize) -> Row {
    let service = finding.place.service().map(|id| {
        let name = catalogue.content(id).map(|content| content.name.clone()).unwrap_or_default();
        (id, name)
    });
    Row { service, place: finding.place.words(catalogue), href: href(finding.place), alike, finding: finding.clone() }
}

/// Where a place is written.
pub fn href(place: Place) -> String {
    let route = match place {
        Place::Settings | Place::Category(_) | Place::Audience(_) => Route::Catalogue(Shelf::Settings),
        Place::Service(id, Part::Whole) => anchor::place(id, Slot::OfferingOrder),
        Place::Service(id, Part::Slot(slot)) => anchor::place(id, slot),
        Place::Service(id, Part::Section(key, _) | Part::Field(key, _) | Part::Choice(key, ..)) => Shelf::form(id, key),
        Place::Service(id, Part::Step(key, _)) => Shelf::workflow(id, key),
    };
    route.href()
}

fn scores(catalogue: &Catalogue) -> Vec<Score> {
    let open = catalogue.services.iter().filter(|(_, listed)| listed.status.stage() != Stage::Retired);
    let mut scores: Vec<Score> = open
        .map(|(id, listed)| {
            let score = completeness(catalogue, *id);
            let next = |piece: Piece| {
                let slot = piece.slot(&listed.content).unwrap_or(Slot::OfferingOrder);
                (piece.word(), anchor::place(*id, slot).href())
            };
            let (done, of, next) = (score.done, score.of, score.next.map(next));
            Score { id: *id, name: listed.content.name.clone(), done, of, next }
        })
        .collect();
    scores.sort_by_cached_key(|score| (score.done, score.name.to_lowercase()));
    scores
}

/// What is found in one service now, the heaviest first.
pub fn of_service(session: Session, service: ServiceId, day: NaiveDate) -> Vec<(Finding, String)> {
    let Some(catalogue) = session.read(catalogue) else { return Vec::new() };
    let findings = check_service(&catalogue, service, day);
    findings.into_iter().map(|finding| (finding.clone(), finding.place.words(&catalogue))).collect()
}

/// Gives the mend of a finding. `Ok` with what was done, `Err` with why it was refused.
pub fn mend(session: Session, row: &Row) -> Result<String, String> {
    give(session, &row.finding)
}

/// Gives the mend of a finding.
pub fn give(session: Session, finding: &Finding) -> Result<String, String> {
    let Some(fix) = &finding.fix else { return Err("This one only people can mend.".to_owned()) };
    session.give(Command::Catalogue(fix.command())).map_err(|declined| declined.sentence())?;
    Ok(["Done: ", &fix.label].concat())
}

/// Gives the mends of all findings of a rule as one command, which one undo takes back. One after the other: each is
/// looked for anew, as one may mend another. How many were mended, and why the last one was refused, if one was.
pub fn mend_all(session: Session, code: &'static str) -> (usize, Option<String>) {
    let today = today(session);
    let given = session.give_in_turn(|turn| {
        let (mut mended, mut refused): (usize, Vec<Change>) = (0, Vec::new());
        let mut why = None;
        // No more than there can be; a mend that brings its finding back must not turn for ever.
        for _ in 0..1000 {
            if turn.is_full() {
                why = Some("That was as much as can be done at once: mend the rest next.".to_owned());
                break;
            }
            let next = check(&of_desk(turn.desk()), today).into_iter().find_map(|finding| {
                finding.fix.filter(|fix| finding.rule.code == code && !refused.contains(&fix.change))
            });
            let Some(fix) = next else { break };
            match turn.decide(Command::Catalogue(fix.command())) {
                Ok(_) => mended += 1,
                Err(refusal) => {
                    refused.push(fix.change);
                    why = Some(refusal.sentence());
                }
            }
        }
        Ok((mended, why))
    });
    given.unwrap_or_else(|declined| (0, Some(declined.sentence())))
}
