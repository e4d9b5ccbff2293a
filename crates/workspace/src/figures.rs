//! The figures of a whole workspace: what an import's report and the first page of reports show.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};
use itsm::incident::{Channel, Incident, Stage};
use itsm::{Event, Happening, Priority};

use crate::Workspace;
use crate::standing::{Clock, Standing};

/// A part of a whole, as counts: the screen decides how to round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many of them.
    pub part: usize,
    /// How many could have been.
    pub whole: usize,
}

impl Share {
    /// Part ÷ whole, 0 to 1; `None` where there is nothing to divide by.
    #[expect(clippy::cast_precision_loss, reason = "a workspace holds far fewer than 2⁵³ incidents")]
    pub fn ratio(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 / self.whole as f64)
    }

    fn count(&mut self, is_part: bool) {
        self.whole += 1;
        self.part += usize::from(is_part);
    }
}

/// See the module. Everything is counted over incidents unless it says otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many incidents.
    pub incidents: usize,
    /// How many events of incidents.
    pub events: usize,
    /// Where they stand.
    pub stages: BTreeMap<Stage, usize>,
    /// Within agreement by the other tool's own last verdict, of those that have one.
    pub source_verdict: Share,
    /// Resolved within the target by our clocks, of those resolved or already beyond it.
    pub attainment: Share,
    /// Reopened at least once (by the other tool's count, where it has one).
    pub reopened: Share,
    /// Reassigned at least once (by the other tool's count, where it has one).
    pub reassigned: Share,
    /// Reassignments in all; divided by incidents it is the mean.
    pub reassignments: u64,
    /// Opened on each day of the week, Monday first, in UTC.
    pub opened_by_weekday: [usize; 7],
    /// How they came in.
    pub channels: BTreeMap<Channel, usize>,
    /// How pressing they are, by the desk's matrix.
    pub priorities: BTreeMap<Priority, usize>,
    /// When something first happened to an incident, and last. Names and rules may be set at quite another time.
    pub span: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Figures {
    /// Reassignments for each incident, on average.
    #[expect(clippy::cast_precision_loss, reason = "a workspace holds far fewer than 2⁵³ incidents")]
    pub fn mean_reassignments(&self) -> Option<f64> {
        (self.incidents > 0).then(|| self.reassignments as f64 / self.incidents as f64)
    }
}

/// Counts everything anew. Our attainment is judged at the instant of the last [`Workspace::advance`].
pub fn figures(workspace: &Workspace) -> Figures {
    let mut figures = Figures {
        incidents: workspace.incident_count(),
        events: workspace.event_count(),
        span: span(workspace),
        ..Figures::default()
    };
    for line in workspace.lines(false) {
        figures.add(line.incident);
        *figures.priorities.entry(line.incident.priority(workspace.desk().matrix())).or_default() += 1;
        figures.judge(line.standing, workspace.now());
    }
    figures
}

impl Figures {
    fn add(&mut self, incident: &Incident) {
        let foreign = incident.foreign.as_deref();
        *self.stages.entry(incident.state.stage()).or_default() += 1;
        *self.channels.entry(incident.channel).or_default() += 1;
        if let Some(verdict) = foreign.and_then(|foreign| foreign.verdict) {
            self.source_verdict.count(verdict);
        }
        let reopened = foreign.and_then(|foreign| foreign.reopened).unwrap_or(incident.reopened);
        let reassigned = foreign.and_then(|foreign| foreign.reassigned).unwrap_or(incident.reassigned);
        self.reopened.count(reopened > 0);
        self.reassigned.count(reassigned > 0);
        self.reassignments += u64::from(reassigned);
        let day = incident.opened_at.weekday().num_days_from_monday();
        if let Some(count) = usize::try_from(day).ok().and_then(|day| self.opened_by_weekday.get_mut(day)) {
            *count += 1;
        }
    }

    fn judge(&mut self, standing: Standing, now: Option<DateTime<Utc>>) {
        match (standing.resolution, now) {
            (Clock::Met, _) => self.attainment.count(true),
            (Clock::Missed, _) => self.attainment.count(false),
            (Clock::Running { breaches_at, .. }, Some(now)) if breaches_at <= now => self.attainment.count(false),
            _ => {}
        }
    }
}

fn span(workspace: &Workspace) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let of_incidents = |event: &&Event| matches!(event.what, Happening::Incident(..));
    let instants = || workspace.applied_events().filter(of_incidents).map(|event| event.at);
    instants().min().zip(instants().max())
}
