//! What is known of one major incident beside its incident. Every field follows from its events.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::ids::{IncidentId, PersonId};

/// What was decided about it last. That it is over follows from its incident: see [`Standing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Somebody thinks that it is one.
    Candidate,
    /// It is one, and led by its manager.
    Accepted,
    /// It is none, for this reason.
    Rejected(Arc<str>),
    /// It turned out to be none, for this reason.
    Demoted(Arc<str>),
}

/// Where a major incident stands, with what its incident says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Somebody thinks that it is one.
    Candidate,
    /// It is one, and its service is not restored.
    Running,
    /// It was one, and its service is restored: resolving the incident ends it.
    Ended,
    /// It was found to be none.
    Rejected,
    /// It turned out to be none.
    Demoted,
}

impl Standing {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Candidate => "Candidate",
            Standing::Running => "Major incident",
            Standing::Ended => "Ended",
            Standing::Rejected => "Rejected",
            Standing::Demoted => "Demoted",
        }
    }
}

/// A part that somebody plays in a major incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Leads it: brings people together, decides, keeps the time.
    Manager,
    /// Tells users and managers what is known, when it was promised.
    Communications,
    /// Leads the search for a way to restore the service.
    Technical,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 3] = [Part::Manager, Part::Communications, Part::Technical];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Part::Manager => "Major incident manager",
            Part::Communications => "Communications lead",
            Part::Technical => "Technical lead",
        }
    }
}

/// Who is told what is going on, how, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Whom ("All users of e-mail"); never blank.
    pub audience: Arc<str>,
    /// By which way ("Status page and phone announcement"); never blank.
    pub channel: Arc<str>,
    /// At the latest so many business minutes after the update before.
    pub every_minutes: u32,
}

/// An update that was written for those affected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The words; never blank.
    pub text: Arc<str>,
    /// To how many incidents' callers it went.
    pub incidents: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
}

/// What kind of thing a moment is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something was found out.
    Found,
    /// Something was done.
    Done,
    /// Something was decided.
    Decided,
    /// These people worked on it together until it was clear who is best placed to go on. That is no escalation:
    /// nobody hands it up or away.
    Swarmed(Vec<PersonId>),
}

impl What {
    /// What it is called.
    pub fn word(&self) -> &'static str {
        match self {
            What::Found => "Found",
            What::Done => "Done",
            What::Decided => "Decided",
            What::Swarmed(_) => "Swarming",
        }
    }
}

/// A moment of its timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What kind.
    pub what: What,
    /// The words; never blank.
    pub text: Arc<str>,
    /// When it happened, which may be before it was written down.
    pub at: DateTime<Utc>,
    /// Who wrote it down.
    pub by: PersonId,
}

/// What people say of it afterwards; the rest of the report follows from the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What happened, in a few sentences.
    pub summary: Arc<str>,
    /// What went well.
    pub went_well: Arc<str>,
    /// What did not.
    pub went_badly: Arc<str>,
    /// What was learned; never blank.
    pub learned: Arc<str>,
}

/// Whether somebody looked back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookBack {
    /// They did.
    Written(Box<Review>),
    /// They need not, for this reason.
    Waived(Arc<str>),
}

/// One major incident, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Major {
    /// Which incident.
    pub incident: IncidentId,
    /// Why it may be one.
    pub because: Arc<str>,
    /// What was decided last.
    pub status: Status,
    /// Who leads it. Somebody does from its acceptance on.
    pub manager: Option<PersonId>,
    /// Who tells others.
    pub communications: Option<PersonId>,
    /// Who leads the search.
    pub technical: Option<PersonId>,
    /// Who is told what, and how often; from when on.
    pub plan: Option<(Plan, DateTime<Utc>)>,
    /// Updates for those affected, oldest first.
    pub updates: Vec<Update>,
    /// What was found, done and decided, oldest first.
    pub moments: Vec<Moment>,
    /// Whether somebody looked back.
    pub look_back: Option<LookBack>,
    /// When it was proposed, the last time.
    pub proposed_at: DateTime<Utc>,
    /// When it was accepted, the last time.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

impl Major {
    /// Who plays a part.
    pub fn who(&self, part: Part) -> Option<PersonId> {
        match part {
            Part::Manager => self.manager,
            Part::Communications => self.communications,
            Part::Technical => self.technical,
        }
    }

    /// By when the next update is due, in the calendar's business time: counted from the last update, or else from
    /// when the plan was made. `None` without a plan.
    pub fn next_update(&self, calendar: &Calendar) -> Option<DateTime<Utc>> {
        let (plan, since) = self.plan.as_ref()?;
        let last = self.updates.last().map(|update| update.at);
        calendar.add(last.unwrap_or(*since), TimeDelta::minutes(i64::from(plan.every_minutes))).ok()
    }
}
