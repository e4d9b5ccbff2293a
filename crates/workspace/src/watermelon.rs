//! The watermelon check: targets that look green from outside while those who use the service see red.
//!
//! Outside is what a service level report shows: targets kept, availability kept. Inside is what customers live with:
//! their satisfaction, what comes back after it was "resolved", and what they say of the business outcome in review
//! meetings. Worked out each time; nothing is stored.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::availability::{Measures, Span, measures, span_of};
use itsm::incident::Incident;
use itsm::promise::{AvailabilityTarget, Health, Kind, MeasuringPeriod, Standing};
use itsm::satisfaction::Rating;
use itsm::{PromiseId, ServiceId};

use crate::Workspace;
use crate::figures::Share;
use crate::measures::{Period, counted};
use crate::standing::Breach;

/// From which share on attainment counts as green: what many agreements promise of their own targets.
pub const GREEN_ATTAINMENT: f64 = 0.9;
/// Below which share satisfaction counts as red.
pub const RED_SATISFACTION: f64 = 0.8;
/// Above which share of reopened incidents something is wrong inside: resolved was not restored.
pub const RED_REOPENED: f64 = 0.1;

/// What is seen of a service from outside and from inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Which service.
    pub service: ServiceId,
    /// What was looked at: incidents opened, and time that passed, in it.
    pub span: Span,
    /// The availability target, and the agreement that it comes from.
    pub target: Option<AvailabilityTarget>,
    /// See [`Self::target`].
    pub by: Option<PromiseId>,
    /// Availability in the period.
    pub measures: Measures,
    /// Whether the availability target is kept; `None` without one.
    pub available: Option<bool>,
    /// Resolution targets met, of those due.
    pub attainment: Share,
    /// How many incidents were reopened, of those that were ever resolved.
    pub reopened: Share,
    /// Positive answers, of all; `None` while nobody is asked.
    pub satisfaction: Option<Share>,
    /// The worst that customers said of the business outcome in their latest reviews.
    pub outcome: Option<Health>,
}

/// What is red inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Customers said so in a review.
    Outcome(Health),
    /// Too few are satisfied.
    Satisfaction(f64),
    /// Too much comes back.
    Reopened(f64),
}

/// What the check says.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Green outside, red inside.
    Watermelon(Vec<Reason>),
    /// Green outside, and nothing red is known inside.
    Green,
    /// Red outside already: no need to cut it open.
    Red,
    /// Nothing is promised or measured yet.
    Unknown,
}

impl Look {
    /// Whether what a report shows is green; `None` if it shows nothing.
    pub fn outside(&self) -> Option<bool> {
        let attained = self.attained();
        match (attained, self.available) {
            (None, None) => None,
            (one, other) => Some(one.unwrap_or(true) && other.unwrap_or(true)),
        }
    }

    /// Whether enough targets were kept; `None` if none was due.
    pub fn attained(&self) -> Option<bool> {
        self.attainment.ratio().map(|share| share >= GREEN_ATTAINMENT)
    }

    /// What is red inside.
    pub fn reasons(&self) -> Vec<Reason> {
        let outcome = self.outcome.filter(|outcome| *outcome != Health::Green).map(Reason::Outcome);
        let satisfied = self.satisfaction.and_then(Share::ratio).filter(|share| *share < RED_SATISFACTION);
        let reopened = self.reopened.ratio().filter(|share| *share > RED_REOPENED);
        outcome.into_iter().chain(satisfied.map(Reason::Satisfaction)).chain(reopened.map(Reason::Reopened)).collect()
    }

    /// What the check says.
    pub fn verdict(&self) -> Verdict {
        let reasons = self.reasons();
        match self.outside() {
            Some(true) if !reasons.is_empty() => Verdict::Watermelon(reasons),
            Some(true) => Verdict::Green,
            Some(false) => Verdict::Red,
            None => Verdict::Unknown,
        }
    }
}

/// How satisfied those were whose requests for a service were done; `None` while nobody has answered.
fn asked_for(workspace: &Workspace, service: ServiceId, span: Span) -> Option<Share> {
    let mut satisfied = None;
    let requests = workspace.desk().requests().all().filter(|request| request.service == Some(service));
    for rating in requests.filter_map(|request| request.rating.as_ref()).filter(|rating| span.has(rating.at)) {
        answered(&mut satisfied, rating);
    }
    satisfied
}

fn answered(satisfied: &mut Option<Share>, rating: &Rating) {
    counted(satisfied.get_or_insert_default(), rating.score.is_positive());
}

/// Looks at one service over the measuring period of its target (a month without one), the one that `now` lies in.
pub fn look(workspace: &Workspace, service: ServiceId, now: DateTime<Utc>) -> Option<Look> {
    let mut look = begin(workspace, service, now)?;
    workspace.desk().incidents().filter(|incident| incident.service == Some(service)).for_each(|incident| {
        look.count(workspace, incident, now);
    });
    Some(look)
}

/// Looks at every service, in the order of their names, with one walk over the incidents.
pub fn looks(workspace: &Workspace, now: DateTime<Utc>) -> Vec<Look> {
    let mut looks: Vec<Look> =
        services(workspace).into_iter().filter_map(|service| begin(workspace, service, now)).collect();
    let places: BTreeMap<ServiceId, usize> =
        looks.iter().enumerate().map(|(place, look)| (look.service, place)).collect();
    for incident in workspace.desk().incidents() {
        let place = incident.service.and_then(|service| places.get(&service));
        if let Some(look) = place.and_then(|place| looks.get_mut(*place)) {
            look.count(workspace, incident, now);
        }
    }
    looks
}

fn begin(workspace: &Workspace, service: ServiceId, now: DateTime<Utc>) -> Option<Look> {
    let desk = workspace.desk();
    let promised = desk.promised(service, now);
    let period = promised.target.map_or(MeasuringPeriod::Month, |target| target.period);
    let span = span_of(period, now, 0, Period::zone_of(workspace))?;
    let measures = measures(desk.availability(service), promised.hours, span, now);
    Some(Look {
        service,
        span,
        target: promised.target,
        by: promised.by,
        measures,
        available: promised.target.and_then(|target| measures.keeps(target.basis_points)),
        attainment: Share::default(),
        reopened: Share::default(),
        satisfaction: asked_for(workspace, service, span),
        outcome: outcome(workspace, service, now),
    })
}

impl Look {
    fn count(&mut self, workspace: &Workspace, incident: &Incident, now: DateTime<Utc>) {
        if let Some(rating) = incident.rating.as_ref().filter(|rating| self.span.has(rating.at)) {
            answered(&mut self.satisfaction, rating);
        }
        if incident.opened_at < self.span.from || self.span.until <= incident.opened_at {
            return;
        }
        match workspace.standing(incident.id).resolution.at(now) {
            Breach::Met => counted(&mut self.attainment, true),
            Breach::Breached => counted(&mut self.attainment, false),
            _ => {}
        }
        if incident.resolution.is_some() || incident.reopened > 0 {
            counted(&mut self.reopened, incident.reopened > 0);
        }
    }
}

/// The worst of what customers said last, over the agreements in force that cover the service.
fn outcome(workspace: &Workspace, service: ServiceId, now: DateTime<Utc>) -> Option<Health> {
    let promises = workspace.desk().promises().all().filter(|promise| {
        promise.kind() == Kind::Customer
            && promise.standing(now) == Standing::InForce
            && promise.latest().is_some_and(|version| version.terms.covers(service))
    });
    promises.filter_map(|promise| promise.outcome().map(|(health, _)| health)).max()
}

/// Every service that something is promised or known of, or that incidents name, in the order of their names.
pub fn services(workspace: &Workspace) -> Vec<ServiceId> {
    let desk = workspace.desk();
    let directory = desk.directory();
    let mut named: Vec<(&str, ServiceId)> = directory.services.iter().map(|(id, name)| (&**name, *id)).collect();
    named.retain(|(_, id)| !directory.is_retired(itsm::EntryId::Service(*id)) || desk.availability(*id).is_some());
    named.sort_unstable();
    named.into_iter().map(|(_, id)| id).collect()
}
