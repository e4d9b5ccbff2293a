//! The desk as the shift finds it: everything that happened before, by the desk's own commands.
//!
//! `people` settles who and what there is, `names` enters it, `agreed` sets matrix and targets, `made_of` says what
//! services need, `standard` has templates of standard changes authorised, `known` publishes articles and known errors,
//! `there` makes the records that are there, `planned` the changes and freezes.

mod agreed;
mod known;
mod made_of;
mod names;
mod people;
mod planned;
mod standard;
mod there;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::{Context, Refusal, Role};

use super::Records;
use super::when::Times;
use crate::scenario::{Files, Key};

/// How long before the shift the desk was set up.
const AGE: TimeDelta = TimeDelta::days(180);

/// See [`Records::begin`].
pub(super) fn begin(files: &Files, start: DateTime<Utc>) -> Result<Records, String> {
    let times = Times::new(&files.world.zone, files.scenario.clock.date)
        .ok_or_else(|| format!("The time zone \"{}\" is not known here.", files.world.zone))?;
    let records = Records::new(people::cast(files, times));
    let mut build = Build { files, start, times, by: people::writer(files), records };
    names::enter(&mut build)?;
    agreed::agree(&mut build)?;
    made_of::describe(&mut build)?;
    standard::authorise(&mut build)?;
    known::publish(&mut build)?;
    there::make(&mut build)?;
    planned::plan(&mut build)?;
    let mut records = build.records;
    records.events.sort_by_key(|event| event.at);
    Ok(records)
}

/// A desk that is being built.
struct Build<'a> {
    files: &'a Files,
    start: DateTime<Utc>,
    times: Times,
    /// Who did what nobody else is said to have done.
    by: Key,
    records: Records,
}

impl Build<'_> {
    /// When the desk was set up: before anything that is there began.
    fn founded(&self) -> DateTime<Utc> {
        let opened = self.files.scenario.start.iter().filter_map(|record| self.times.before(&record.opened));
        opened.map(|at| at - TimeDelta::days(30)).fold(self.start - AGE, DateTime::min)
    }

    /// Somebody acts, so long after the desk was set up.
    fn founding(&self, after: TimeDelta) -> Result<Context, String> {
        self.acting(self.founded() + after, &self.by)
    }

    fn acting(&self, now: DateTime<Utc>, by: &Key) -> Result<Context, String> {
        let actor = self.records.cast.person(by).map_err(told("person", by))?;
        Ok(Context { now: self.past(now), actor, role: Role::Everyone, tag: 0 })
    }

    /// An instant, at the latest the minute before the shift.
    fn past(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        at.min(self.start - TimeDelta::minutes(1))
    }

    /// A person, if the pool has one of this key; roles are cast anew for each shift.
    fn person(&self, key: Option<&Key>) -> Option<Key> {
        key.filter(|key| self.files.pool.people.contains_key(key.as_str())).cloned()
    }
}

/// What the desk refuses, with what it was about.
fn told<'a>(what: &'a str, key: &'a str) -> impl Fn(Refusal) -> String + 'a {
    move |refusal| format!("The {what} \"{key}\" does not fit: {}", refusal.sentence())
}
