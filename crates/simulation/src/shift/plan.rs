//! A scenario for one seed: which variant, who plays which role, who comes when. Drawn before anything happens, so that
//! nothing of it depends on what is done.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveTime, TimeDelta};
use itsm::calendar::Zone;

use super::chance::{self, Draw, between};
use crate::scenario::{
    Answer, Channel, Condition, Contact, ContactKind, Demand, DemandAbout, Files, Group, HiddenFault, Key, LocalTime,
    Moment, On, Severity, Stake, Texts, Truth, When,
};
use crate::{SimTime, Streams};

/// Somebody who comes, or may come.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Planned {
    pub key: Key,
    pub channel: Channel,
    pub who: Key,
    pub comes: Comes,
    pub only_if: Option<Condition>,
    pub fault: Option<Key>,
    pub symptom: Option<Key>,
    pub offer: Option<Key>,
    pub unsafe_to_give: Option<Key>,
    pub noise: bool,
    pub question: bool,
    pub about: Option<Key>,
    pub change: Option<Key>,
    pub severity: Option<Severity>,
    pub item: Option<Key>,
    pub follows: Option<Key>,
    pub rings: Option<f64>,
    pub stake: Option<Stake>,
    pub says: Texts,
    pub answers: BTreeMap<Key, Answer>,
    pub verify: BTreeMap<Key, Answer>,
    pub truth: Truth,
    /// Of which demand, and how far up it has to be scaled for this one to come.
    pub demand: Option<(Key, f64)>,
}

/// When somebody comes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Comes {
    /// Then.
    At(SimTime),
    /// So long after this first holds.
    On(Condition, TimeDelta),
    /// When a turn or a trap calls them.
    Called,
}

/// A fault of this shift.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlannedFault {
    pub key: Key,
    pub fault: Key,
    pub item: Option<Key>,
    /// When it begins by itself.
    pub from: Option<SimTime>,
    /// Whether something has to begin it; then `from` only says not before.
    pub by_turn: bool,
    pub recurs_at: Option<SimTime>,
    pub fixing: Option<crate::scenario::Fixing>,
}

/// A team as it is today.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlannedTeam {
    pub key: Key,
    pub name: String,
    /// Who is there: without the player, without the sick.
    pub people: Vec<Key>,
    pub opens: LocalTime,
    pub closes: LocalTime,
    pub hours: String,
    pub pick_up: crate::scenario::Spread,
    pub speed: f64,
    pub knows: Vec<Key>,
    pub why: Option<String>,
}

/// See the module.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub files: Arc<Files>,
    /// The instant of the midnight with which the date begins.
    pub midnight: SimTime,
    pub from: SimTime,
    pub to: SimTime,
    pub breaks: Vec<(SimTime, SimTime)>,
    pub contacts: Vec<Planned>,
    pub faults: Vec<PlannedFault>,
    pub teams: BTreeMap<Key, PlannedTeam>,
}

impl Plan {
    /// When a scenario begins, whatever the seed.
    pub(super) fn start(files: &Files) -> Result<SimTime, String> {
        Ok(after(midnight(files)?, files.scenario.clock.from))
    }

    /// Draws everything that does not depend on what is done.
    pub(super) fn new(files: Arc<Files>, seed: u64) -> Result<Self, String> {
        Planner::new(files, seed)?.plan()
    }

    /// The instant of a local time. A shift does not cross a change of clocks.
    pub(super) fn at(&self, time: LocalTime) -> SimTime {
        after(self.midnight, time)
    }

    /// The local time of an instant, to the minute.
    pub(super) fn local(&self, at: SimTime) -> LocalTime {
        let minutes = (at.millis() - self.midnight.millis()).max(0) / 60_000;
        LocalTime(u32::try_from(minutes).unwrap_or(u32::MAX))
    }
}

/// The midnight with which a scenario's date begins.
fn midnight(files: &Files) -> Result<SimTime, String> {
    let zone = Zone::named(&files.world.zone).ok_or_else(|| {
        let zone = &files.world.zone;
        format!("The time zone {zone} of the world is not known here.")
    })?;
    let midnight =
        zone.resolve(files.scenario.clock.date.and_time(NaiveTime::MIN)).ok_or("The date is beyond time.")?;
    Ok(SimTime::from_utc(midnight))
}

/// The instant of a local time, by the midnight that it is counted from.
fn after(midnight: SimTime, LocalTime(minutes): LocalTime) -> SimTime {
    midnight.plus(TimeDelta::minutes(i64::from(minutes))).unwrap_or(midnight)
}

/// Minutes as a span of whole milliseconds; a negative or absurd number is none.
pub(super) fn minutes(number: f64) -> TimeDelta {
    TimeDelta::milliseconds((number.clamp(0.0, 1e7) * 60_000.0).round() as i64)
}

struct Planner {
    files: Arc<Files>,
    streams: Streams,
    midnight: SimTime,
    cast: BTreeMap<Key, Key>,
    faults: Vec<HiddenFault>,
    demand: Vec<Demand>,
}

impl Planner {
    fn new(files: Arc<Files>, seed: u64) -> Result<Self, String> {
        let scenario = &files.scenario;
        let midnight = midnight(&files)?;
        let streams = Streams::new(chance::seed_of(&scenario.id, seed));
        let (faults, demand) = (scenario.hidden.faults.clone(), scenario.demand.clone());
        Ok(Self { midnight, streams, cast: BTreeMap::new(), faults, demand, files })
    }

    fn at(&self, time: LocalTime) -> SimTime {
        after(self.midnight, time)
    }

    fn plan(mut self) -> Result<Plan, String> {
        let files = self.files.clone();
        let roles = self.vary()?;
        self.fill(&roles)?;
        let faults = self.faults.clone().iter().map(|fault| self.fault(fault)).collect();
        let mut contacts = vec![];
        for contact in &files.scenario.contacts {
            contacts.push(self.contact(contact)?);
        }
        for demand in self.demand.clone() {
            contacts.extend(self.arrivals(&demand)?);
        }
        let clock = &files.scenario.clock;
        let breaks = clock.breaks.iter().map(|(from, to)| (self.at(*from), self.at(*to))).collect();
        let teams = self.teams();
        let (from, to) = (self.at(clock.from), self.at(clock.to));
        Ok(Plan { midnight: self.midnight, from, to, breaks, contacts, faults, teams, files })
    }

    /// Draws the variant and lays it over faults, demand and roles; gives the roles.
    fn vary(&mut self) -> Result<BTreeMap<Key, Group>, String> {
        let files = self.files.clone();
        let mut roles = files.scenario.cast.clone();
        let weights: Vec<f64> = files.scenario.variants.iter().map(|variant| variant.weight).collect();
        let drawn = self.streams.of(Draw::Variants.of("variant")).weighted(&weights);
        let Some(variant) = drawn.and_then(|place| files.scenario.variants.get(place)) else { return Ok(roles) };
        for fault in &mut self.faults {
            if let Some(change) = variant.faults.get(&fault.key) {
                overlay_fault(fault, change)?;
            }
        }
        for demand in &mut self.demand {
            if let Some(change) = variant.demand.get(&demand.key) {
                overlay_demand(demand, change)?;
            }
        }
        for (role, change) in &variant.cast {
            roles.insert(role.clone(), read(change)?);
        }
        Ok(roles)
    }

    /// Gives each role to somebody else of its group.
    fn fill(&mut self, roles: &BTreeMap<Key, Group>) -> Result<(), String> {
        let mut taken = BTreeSet::new();
        for (role, group) in roles {
            let free: Vec<Key> = self.of_group(group).into_iter().filter(|who| !taken.contains(who)).collect();
            let who = self.streams.of(Draw::Variants.of(role)).pick(&free).cloned();
            let who = who.ok_or_else(|| format!("Nobody is left for the role {role}."))?;
            taken.insert(who.clone());
            self.cast.insert(role.clone(), who);
        }
        Ok(())
    }

    /// The people of a group, users only, in the order of their keys.
    fn of_group(&self, group: &Group) -> Vec<Key> {
        let world = &self.files.world;
        let fits = |key: &Key, person: &crate::scenario::Person| {
            let named = group.people.is_empty() || group.people.contains(key);
            let placed = group.place.as_ref().is_none_or(|place| within(world, &person.place, place));
            let department = group.department.as_ref().is_none_or(|department| *department == person.department);
            named && placed && department && !group.not.contains(key)
        };
        let people = self.files.pool.people.iter();
        let users = people.filter(|(_, person)| !person.stranger && !person.account && person.department != "IT");
        users.filter(|(key, person)| fits(key, person)).map(|(key, _)| key.clone()).collect()
    }

    /// A person, or whoever plays a role.
    fn who(&self, who: &Key) -> Result<Key, String> {
        match who.strip_prefix('@') {
            Some(role) => self.cast.get(role).cloned().ok_or_else(|| format!("Nobody plays the role {role}.")),
            None => Ok(who.clone()),
        }
    }

    fn moment(&mut self, thing: &str, moment: Moment) -> SimTime {
        match moment {
            Moment::At(time) => self.at(time),
            Moment::Between(from, to) => {
                let (from, to) = (self.at(from), self.at(to));
                let share = self.streams.of(Draw::Arrivals.of(thing)).unit();
                let span = minutes((to.millis() - from.millis()) as f64 / 60_000.0 * share);
                // To the whole minute, as all clocks here show minutes.
                from.plus(TimeDelta::minutes(span.num_minutes())).unwrap_or(from)
            }
        }
    }

    fn fault(&mut self, fault: &HiddenFault) -> PlannedFault {
        let from = match &fault.from {
            Some(When::Moment(moment)) => Some(self.moment(&fault.key, *moment)),
            Some(When::Turn(_)) => None,
            None => Some(self.at(self.files.scenario.clock.from)),
        };
        // A variant may say when it shows; what begins it stays what the scenario says.
        let own = self.files.scenario.hidden.faults.iter().find(|own| own.key == fault.key);
        let by_turn = own.is_some_and(|own| matches!(own.from, Some(When::Turn(_))));
        PlannedFault {
            key: fault.key.clone(),
            fault: fault.fault.clone(),
            item: fault.item.clone(),
            from,
            by_turn,
            recurs_at: fault.recurs_at.map(|time| self.at(time)),
            fixing: fault.fixing.clone(),
        }
    }

    fn contact(&mut self, contact: &Contact) -> Result<Planned, String> {
        let after = minutes(contact.after);
        let comes = match (&contact.at, &contact.on) {
            (Some(moment), _) => Comes::At(self.moment(&contact.key, *moment).plus(after).unwrap_or(self.midnight)),
            (None, Some(On::Condition(condition))) => Comes::On(condition.clone(), after),
            (None, _) => Comes::Called,
        };
        Ok(Planned {
            key: contact.key.clone(),
            channel: contact.channel,
            who: self.who(&contact.who)?,
            comes,
            only_if: contact.only_if.clone(),
            fault: contact.fault.clone(),
            symptom: contact.symptom.clone(),
            offer: contact.offer.clone(),
            unsafe_to_give: contact.unsafe_to_give.clone(),
            noise: contact.noise,
            question: contact.question,
            about: contact.about.clone(),
            change: contact.change.clone(),
            severity: contact.severity,
            item: contact.item.clone(),
            follows: contact.follows.clone(),
            rings: contact.rings,
            stake: contact.stake,
            says: contact.says.clone(),
            answers: contact.answers.clone(),
            verify: contact.verify.clone(),
            truth: contact.truth.clone(),
            demand: None,
        })
    }

    fn teams(&mut self) -> BTreeMap<Key, PlannedTeam> {
        let files = self.files.clone();
        let usual = crate::scenario::Crew::default();
        let mut teams = BTreeMap::new();
        for (key, team) in &files.world.teams {
            let crew = files.scenario.crew.get(key).unwrap_or(&usual);
            let mut people = crew.members.clone().unwrap_or_else(|| team.members.clone());
            if let Some(sick) = crew.sick {
                people.retain(|who| !self.streams.of(Draw::Staff.of(who)).chance(sick));
            }
            let hours = crew.hours.clone().unwrap_or_else(|| team.hours.clone());
            let (opens, closes) = hours_of(&hours);
            let planned = PlannedTeam {
                key: key.clone(),
                name: team.name.clone(),
                people,
                opens,
                closes,
                hours,
                pick_up: crew.pick_up.unwrap_or(team.pick_up),
                speed: crew.speed.unwrap_or(team.speed),
                knows: team.knows.clone(),
                why: crew.why.clone(),
            };
            teams.insert(key.clone(), planned);
        }
        teams
    }
}

mod demand;

/// "08:00-17:00" as two times; the whole day where it says anything else.
fn hours_of(text: &str) -> (LocalTime, LocalTime) {
    let day = (LocalTime(0), LocalTime(24 * 60));
    let Some((from, to)) = text.split_once('-') else { return day };
    let to = if to == "24:00" { Some(LocalTime(24 * 60)) } else { LocalTime::read(to) };
    match (LocalTime::read(from), to) {
        (Some(from), Some(to)) => (from, to),
        _ => day,
    }
}

/// Whether a place is another one or lies in it.
pub(super) fn within(world: &crate::scenario::World, place: &Key, outer: &Key) -> bool {
    let mut at = Some(place);
    // A firm has no hundred storeys; a circle in a file ends here.
    for _ in 0..100 {
        match at {
            Some(place) if place == outer => return true,
            Some(place) => at = world.places.get(place).and_then(|place| place.within.as_ref()),
            None => return false,
        }
    }
    false
}

fn read<T: serde::de::DeserializeOwned>(value: &serde_json::Value) -> Result<T, String> {
    serde_json::from_value(value.clone()).map_err(|error| format!("A variant cannot be read: {error}."))
}

/// Fields that a variant may say of a fault.
fn overlay_fault(fault: &mut HiddenFault, change: &serde_json::Value) -> Result<(), String> {
    let Some(fields) = change.as_object() else { return Ok(()) };
    for (name, value) in fields {
        match name.as_str() {
            "from" => fault.from = Some(read(value)?),
            "item" => fault.item = Some(read(value)?),
            "who" => fault.who = read(value)?,
            "recursAt" => fault.recurs_at = Some(read(value)?),
            "alertAt" => fault.alert_at = Some(read(value)?),
            "affects" => fault.affects = Some(read(value)?),
            "fault" => fault.fault = read(value)?,
            "fixing" => fault.fixing = Some(read(value)?),
            other => return Err(format!("A variant cannot change the field {other} of a fault.")),
        }
    }
    Ok(())
}

/// Fields that a variant may say of a demand.
fn overlay_demand(demand: &mut Demand, change: &serde_json::Value) -> Result<(), String> {
    let Some(fields) = change.as_object() else { return Ok(()) };
    for (name, value) in fields {
        match name.as_str() {
            "count" => demand.count = read(value)?,
            "window" => demand.window = read(value)?,
            "profile" => demand.profile = read(value)?,
            "who" => demand.who = Some(read(value)?),
            "channels" => demand.channels = read(value)?,
            other => return Err(format!("A variant cannot change the field {other} of a demand.")),
        }
    }
    Ok(())
}

/// What is so about somebody who comes by number, where the scenario does not say.
fn usual_truth(files: &Files, about: &DemandAbout, faults: &[HiddenFault]) -> Truth {
    let mut truth = Truth::of(ContactKind::Question);
    match about {
        DemandAbout::Fault(key) => {
            let hidden = faults.iter().find(|fault| fault.key == *key);
            if let Some(fault) = hidden.and_then(|hidden| files.pool.faults.get(&hidden.fault)) {
                truth.kind = ContactKind::Incident;
                truth.impact = Some(fault.impact);
                truth.urgency = Some(fault.urgency);
                truth.service = Some(fault.service.clone());
                truth.item = fault.at.first().cloned();
                truth.category = Some(fault.category.clone());
                truth.team = Some(fault.team.clone());
                let helps = |remedy: &crate::scenario::Remedy| {
                    matches!(remedy.works, crate::scenario::Works::Lasting | crate::scenario::Works::Workaround)
                };
                truth.fix =
                    fault.fixes.iter().filter(|(_, remedy)| helps(remedy)).map(|(key, _)| key.clone()).collect();
            }
        }
        DemandAbout::Offer(key) => {
            truth.kind = ContactKind::Request;
            if let Some(offer) = files.pool.offers.get(key) {
                truth.service = Some(offer.service.clone());
                truth.team = Some(offer.team.clone());
            }
        }
        DemandAbout::Noise(_) => {}
    }
    truth
}

/// How likely a minute is, by its hour and weekday.
fn weight(profile: &crate::scenario::Profile, date: chrono::NaiveDate, LocalTime(minute): LocalTime) -> f64 {
    let date = date + chrono::Days::new(u64::from(minute / (24 * 60)));
    let weekday = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default();
    let of_day = profile.weekdays.get(weekday).copied().unwrap_or(1.0);
    let hour = format!("{:02}", minute / 60 % 24);
    let of_hour = if profile.hours.is_empty() { 1.0 } else { profile.hours.get(&hour).copied().unwrap_or_default() };
    of_day * of_hour
}

/// The number of a drawn count, to the whole.
fn count(stream: &mut crate::Stream, range: (f64, f64)) -> u32 {
    let (from, to) = range;
    between(stream, (from, to + 1.0)).floor().clamp(from, to.max(from)) as u32
}
