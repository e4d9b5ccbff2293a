//! How content callers and requesters are with what ended in the period: CSAT, and how many answered at all.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};
use itsm::ServiceId;
use itsm::request::State;
use itsm::satisfaction::Rating;

use super::turns::resolved_at;
use super::{Period, count};
use crate::Workspace;
use crate::figures::Share;

/// What was asked about and what was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Answered, of those that could be asked: the response rate.
    pub answered: Share,
    /// Scores of 4 or 5, of the answers: CSAT.
    pub positive: Share,
    /// How many gave 1, 2, 3, 4 and 5.
    pub by_score: [usize; 5],
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Satisfaction {
    /// Everything.
    pub all: Answers,
    /// Incidents alone.
    pub incidents: Answers,
    /// Requests alone.
    pub requests: Answers,
    /// By year and month of the end, in the desk's zone.
    pub by_month: BTreeMap<(i32, u32), Answers>,
    /// By service; `None` for what belongs to no service.
    pub by_service: BTreeMap<Option<ServiceId>, Answers>,
}

/// Counts the incidents whose service was restored in the period (resolved or closed now) and which have a caller, and
/// the requests that were done in it. What was cancelled, refused or re-routed is not asked about.
pub fn satisfaction(workspace: &Workspace, period: &Period) -> Satisfaction {
    let mut satisfaction = Satisfaction::default();
    for incident in workspace.desk().incidents().filter(|incident| incident.caller.is_some()) {
        if let Some(at) = resolved_at(incident).filter(|at| period.has(*at)) {
            satisfaction.incidents.add(incident.rating.as_ref());
            satisfaction.add(period, at, incident.service, incident.rating.as_ref());
        }
    }
    for request in workspace.desk().requests().all().filter(|request| request.state() == State::Done) {
        if let Some(at) = request.ended_at.filter(|at| period.has(*at)) {
            satisfaction.requests.add(request.rating.as_ref());
            satisfaction.add(period, at, request.service, request.rating.as_ref());
        }
    }
    satisfaction
}

impl Satisfaction {
    fn add(&mut self, period: &Period, at: DateTime<Utc>, service: Option<ServiceId>, rating: Option<&Rating>) {
        let day = period.zone().local(at);
        self.all.add(rating);
        self.by_month.entry((day.year(), day.month())).or_default().add(rating);
        self.by_service.entry(service).or_default().add(rating);
    }
}

impl Answers {
    fn add(&mut self, rating: Option<&Rating>) {
        count(&mut self.answered, rating.is_some());
        let Some(rating) = rating else { return };
        count(&mut self.positive, rating.score.is_positive());
        if let Some(of) = self.by_score.get_mut(usize::from(rating.score.get()) - 1) {
            *of += 1;
        }
    }
}
