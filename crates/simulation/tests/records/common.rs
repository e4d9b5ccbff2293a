//! Scenarios, and short ways to work a desk.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use itsm::Refusal;
use itsm::calendar::Zone;
use simulation::scenario::{Channel, Files, Key};
use simulation::shift::{NewIncident, NewRequest, Records};

use super::app;

/// The ids of every scenario.
pub fn all() -> Vec<String> {
    let index: serde_json::Value = serde_json::from_str(&app::text("index.json")).unwrap();
    let ids = index["scenarios"].as_array().unwrap().iter();
    ids.map(|one| one.as_str().or_else(|| one["id"].as_str()).unwrap().to_owned()).collect()
}

pub fn files(id: &str) -> Files {
    Files::clone(&app::files(id))
}

/// When a scenario begins.
pub fn start(files: &Files) -> DateTime<Utc> {
    let clock = &files.scenario.clock;
    let local = clock.date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(clock.from.0));
    Zone::named(&files.world.zone).unwrap().resolve(local).unwrap()
}

pub fn key(letters: &str) -> Key {
    Key::new(letters)
}

/// A desk at its shift's beginning, and a clock that each step moves on by a minute.
pub struct Shift {
    pub files: Files,
    pub desk: Records,
    now: DateTime<Utc>,
}

impl Shift {
    pub fn of(id: &str) -> Self {
        let files = files(id);
        let now = start(&files);
        let mut desk = Records::begin(&files, now).unwrap();
        desk.take();
        Self { files, desk, now }
    }

    pub fn now(&mut self) -> DateTime<Utc> {
        self.now += TimeDelta::minutes(1);
        self.now
    }

    pub fn wait(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    /// One step, which is allowed.
    pub fn does(&mut self, step: impl FnOnce(&mut Records, DateTime<Utc>) -> Result<(), Refusal>) {
        let now = self.now();
        step(&mut self.desk, now).unwrap_or_else(|refusal| panic!("{}", refusal.sentence()));
    }

    /// One step, which is refused and changes nothing; gives the sentence.
    pub fn refused(&mut self, step: impl FnOnce(&mut Records, DateTime<Utc>) -> Result<(), Refusal>) -> String {
        let now = self.now();
        let before = self.desk.clone();
        let refusal = step(&mut self.desk, now).unwrap_err();
        assert_eq!(format!("{:?}", self.desk), format!("{before:?}"), "{}", refusal.sentence());
        refusal.sentence()
    }

    /// Logs an incident of a caller.
    pub fn incident(&mut self, case: &str) {
        let new = incident(case);
        self.does(|desk, now| desk.log_incident(now, &you(), new));
    }

    /// Logs a request for an offer of the pool.
    pub fn request(&mut self, case: &str, offer: &str, approver: Option<&str>) {
        let offer = self.files.pool.offers[offer].clone();
        let new = NewRequest {
            case: key(case),
            summary: offer.name.clone(),
            text: "Could I have this?".into(),
            channel: Channel::Portal,
            caller: Some(key("lena")),
            offer: &offer,
            approver: approver.map(key),
        };
        self.does(|desk, now| desk.log_request(now, &you(), new));
    }

    pub fn state(&self, case: &str) -> &'static str {
        self.desk.state_word(&key(case)).unwrap()
    }
}

pub fn you() -> Key {
    key("you")
}

pub fn incident(case: &str) -> NewIncident {
    NewIncident {
        case: key(case),
        summary: "Mail does not open".into(),
        text: "It says that it cannot connect.".into(),
        channel: Channel::Phone,
        caller: Some(key("lena")),
        service: Some(key("mail")),
        item: Some(key("mx")),
        category: Some(key("mail")),
        impact: 2,
        urgency: 2,
        team: Some(key("desk")),
        follows: None,
    }
}
