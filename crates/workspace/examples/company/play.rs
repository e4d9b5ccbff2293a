//! Plays the story: every step is a command that the desk decides. Nothing is written past `decide`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc, Weekday};
use itsm::calendar::{CalendarSpec, TimeOfDay, Window, Zone};
use itsm::change::OrderId;
use itsm::incident::{Amendment, Channel, Command as Incident, HoldReason, Report, ResolutionCode, Side, State};
use itsm::service_level::{Agreement, Targets};
use itsm::{Command, Context, Event, GroupId, Happening, IncidentId, Level, PersonId, ProblemId, RecordId};
use journal::{Journal, MemoryStore, TabId};
use workspace::Workspace;
use workspace::stored::VERSIONS;

use crate::cast::Cast;
use crate::script::{self, Opening, Step, What, ZONE};

/// What the workspace is called.
pub const NAME: &str = "Nordhaven Supply";
/// The tab that the story's commands are given in: fixed, so that the file is always the same.
const TAB: TabId = TabId(0x5a_0b_1e_c0_de_00_00_01);
/// Local storage, as browsers have it: what does not fit there is no sample.
const LIMIT_UNITS: u64 = 5 << 20;
/// Working days that a resolved incident waits for its caller before it is closed by itself.
const DAYS_TO_CLOSE: usize = 3;
/// How long before the first incident the firm was set up.
const SET_UP: TimeDelta = TimeDelta::hours(1);

/// The story as an exported workspace, or everything that was refused.
pub fn export() -> Result<String, Vec<String>> {
    let cast = Cast::read()?;
    let steps = script::read()?;
    let first = steps.first().map(|step| step.at).ok_or_else(|| vec!["The story is empty.".to_owned()])?;
    let mut player = Player::begin(cast, first - SET_UP).map_err(|fault| vec![fault])?;
    for step in &steps {
        player.evenings_before(step.at);
        player.levels_before(step.at);
        player.catalogue_before(step.at);
        player.describe_before(step.at);
        if let Err(why) = player.step(step) {
            player.faults.push(format!("{}: {why}", step.place));
        }
    }
    if player.faults.is_empty() { Ok(player.journal.export()) } else { Err(player.faults) }
}

pub(crate) struct Player {
    pub(crate) cast: Cast,
    pub(crate) workspace: Workspace,
    journal: Journal<MemoryStore>,
    incidents: BTreeMap<String, IncidentId>,
    pub(crate) problems: BTreeMap<String, ProblemId>,
    /// Records of the other practices, by their labels.
    pub(crate) records: BTreeMap<String, RecordId>,
    /// Work orders, by the label of their change and a letter.
    pub(crate) orders: BTreeMap<String, OrderId>,
    /// Up to when the evenings are done.
    evening: DateTime<Utc>,
    faults: Vec<String>,
    pub(crate) levels: crate::levels::Levels,
    /// How many lines of the catalogue's story are told.
    pub(crate) catalogued: usize,
    /// Up to when it is told how the items change.
    pub(crate) described: DateTime<Utc>,
}

impl Player {
    /// A desk that knows its firm and its agreement.
    fn begin(cast: Cast, at: DateTime<Utc>) -> Result<Self, String> {
        let (workspace, _) = Workspace::open(None, &[]);
        let journal =
            Journal::create(MemoryStore::like_a_browser(LIMIT_UNITS), VERSIONS, "company", NAME, TAB, None, millis(at))
                .map_err(|error| error.to_string())?;
        let mut player = Self {
            cast,
            workspace,
            journal,
            incidents: BTreeMap::new(),
            problems: BTreeMap::new(),
            records: BTreeMap::new(),
            orders: BTreeMap::new(),
            evening: at,
            faults: vec![],
            levels: crate::levels::Levels::default(),
            catalogued: 0,
            described: at,
        };
        let you = player.person("you")?;
        let mut events = vec![];
        for entry in player.cast.entries.clone() {
            events.extend(player.decide(Command::Enter(entry), at, you)?);
        }
        player.store(&events, at)?;
        player.give(Command::SetAgreement(Box::new(agreement())), at, you)?;
        for template in player.cast.templates.clone() {
            player.give(Command::SaveTemplate(None, template), at, you)?;
        }
        player.describe(at)?;
        Ok(player)
    }

    pub(crate) fn fail(&mut self, fault: String) {
        self.faults.push(fault);
    }

    fn decide(&self, command: Command, now: DateTime<Utc>, actor: PersonId) -> Result<Vec<Event>, String> {
        let context = Context { now, actor, role: itsm::Role::default(), tag: 0 };
        self.workspace.decide(command, &context).map_err(|refusal| refusal.sentence())
    }

    fn store(&mut self, events: &[Event], at: DateTime<Utc>) -> Result<(), String> {
        let appended = self.journal.append(&Workspace::payload(events), millis(at));
        self.workspace.admit(&appended.map_err(|error| error.to_string())?.entry);
        Ok(())
    }

    pub(crate) fn give(&mut self, command: Command, at: DateTime<Utc>, by: PersonId) -> Result<Vec<Event>, String> {
        let events = self.decide(command, at, by)?;
        self.store(&events, at)?;
        Ok(events)
    }

    fn act(&mut self, command: Incident, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        self.give(Command::Incident(command), step.at, by)
    }

    pub(crate) fn person(&self, key: &str) -> Result<PersonId, String> {
        find(&self.cast.people, key)
    }

    pub(crate) fn incident(&self, label: &str) -> Result<IncidentId, String> {
        find(&self.incidents, label)
    }

    fn step(&mut self, step: &Step) -> Result<(), String> {
        match &step.what {
            What::Log(opening) => self.log(opening, step),
            What::Raise(opening) => self.raise(opening, step),
            What::Begin(beginning) => self.begin_record(beginning, step),
            What::Do { verb, text } => self.act_on(verb, text, step),
        }
    }

    fn log(&mut self, opening: &Opening, step: &Step) -> Result<(), String> {
        let cast = &self.cast;
        let caller = optional(&cast.people, &opening.caller)?;
        let report = Report {
            summary: opening.summary.as_str().into(),
            description: opening.description.as_str().into(),
            channel: channel(&opening.channel)?,
            caller,
            service: optional(&cast.services, &opening.service)?,
            item: optional(&cast.items, &opening.item)?,
            category: optional(&cast.categories, &opening.category)?,
            impact: Level(opening.impact),
            urgency: Level(opening.urgency),
            group: optional(&cast.groups, &opening.group)?,
            assignee: None,
            follows: None,
        };
        let by = self.person(if step.who == "-" { "monitor" } else { &step.who })?;
        let events = self.act(Incident::Log(Box::new(report)), step, by)?;
        self.remember(&step.record, &events)
    }

    /// Notes which incident a label stands for from now on.
    fn remember(&mut self, label: &str, events: &[Event]) -> Result<(), String> {
        let Some(Event { what: Happening::Incident(id, _), .. }) = events.first() else {
            return Err("nothing was opened".to_owned());
        };
        match self.incidents.insert(label.to_owned(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{label}” is used twice")),
        }
    }

    /// The same for an incident that another practice may have led to; nothing where it has not.
    pub(crate) fn remember_within(&mut self, label: &str, events: &[Event]) -> Result<(), String> {
        let logged = |event: &&Event| matches!(&event.what, Happening::Incident(_, itsm::incident::Event::Logged(_)));
        match events.iter().find(logged) {
            Some(event) => self.remember(label, std::slice::from_ref(event)),
            None => Ok(()),
        }
    }

    /// What somebody does about an incident.
    pub(crate) fn verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let RecordId::Incident(incident) = self.record(&step.record)? else { return Err("no incident".to_owned()) };
        let by = self.person(&step.who)?;
        let words = || Arc::<str>::from(text);
        let command = match verb {
            "take" => return self.take(incident, step, by),
            "hand" => {
                let (group, person) = text.split_once(' ').unwrap_or((text, "-"));
                let group = Some(find(&self.cast.groups, group)?);
                Incident::Assign { incident, group, assignee: optional(&self.cast.people, person)? }
            }
            "start" => Incident::Start(incident),
            "reply" => Incident::Reply { incident, side: Side::Desk, text: words() },
            "says" => Incident::Reply { incident, side: Side::Caller, text: words() },
            "note" => Incident::Note { incident, text: words() },
            "ask" => {
                self.act(Incident::Reply { incident, side: Side::Desk, text: words() }, step, by)?;
                Incident::Hold { incident, reason: HoldReason::Caller, note: "".into() }
            }
            "wait" => {
                let (reason, note) = text.split_once(' ').unwrap_or((text, ""));
                Incident::Hold { incident, reason: hold(reason)?, note: note.into() }
            }
            "returns" => {
                let (label, text) = text.split_once(' ').ok_or("a label and words are needed")?;
                let command = Incident::Reply { incident, side: Side::Caller, text: text.into() };
                let events = self.act(command, step, by)?;
                return self.remember(label, &events);
            }
            "reopen" => Incident::Reopen { incident, because: words() },
            "close" => Incident::Close(incident),
            "cancel" => Incident::Cancel { incident, because: words() },
            "parent" => Incident::LinkParent { incident, parent: Some(self.incident(text)?) },
            "same" => Incident::MarkDuplicate { incident, of: Some(self.incident(text)?) },
            "weigh" | "summary" | "service" | "item" | "category" => {
                Incident::Amend { incident, changes: self.changes(verb, text)? }
            }
            _ => {
                let (verb, cascade) = verb.strip_suffix('+').map_or((verb, false), |verb| (verb, true));
                let code = code(verb)?;
                self.own(incident, step, by)?;
                Incident::Resolve { incident, code, solution: words(), cascade }
            }
        };
        self.act(command, step, by).map(drop)
    }

    fn changes(&self, field: &str, text: &str) -> Result<Vec<Amendment>, String> {
        Ok(match field {
            "weigh" => {
                let (impact, urgency) = text.split_once('/').ok_or("impact/urgency is needed")?;
                let level = |text: &str| text.parse().map(Level).map_err(|_| "a level is a number".to_owned());
                vec![Amendment::Impact(level(impact)?), Amendment::Urgency(level(urgency)?)]
            }
            "summary" => vec![Amendment::Summary(text.into())],
            "service" => vec![Amendment::Service(optional(&self.cast.services, text)?)],
            "item" => vec![Amendment::Item(optional(&self.cast.items, text)?)],
            _ => vec![Amendment::Category(optional(&self.cast.categories, text)?)],
        })
    }

    /// Takes an incident for the actor's team and begins (or goes on with) the work, as far as that is not so yet.
    fn take(&mut self, incident: IncidentId, step: &Step, by: PersonId) -> Result<(), String> {
        let team = self.team(by)?;
        let now = self.workspace.desk().incident(incident).map_err(|refusal| refusal.sentence())?;
        let (owner, working) = ((now.group, now.assignee), now.state == State::InProgress);
        if owner != (Some(team), Some(by)) {
            self.act(Incident::Assign { incident, group: Some(team), assignee: Some(by) }, step, by)?;
        }
        if !working {
            self.act(Incident::Start(incident), step, by)?;
        }
        Ok(())
    }

    /// Whoever resolves what nobody has taken, takes it.
    fn own(&mut self, incident: IncidentId, step: &Step, by: PersonId) -> Result<(), String> {
        let now = self.workspace.desk().incident(incident).map_err(|refusal| refusal.sentence())?;
        if now.assignee.is_some() {
            return Ok(());
        }
        let group = Some(self.team(by)?);
        self.act(Incident::Assign { incident, group, assignee: Some(by) }, step, by).map(drop)
    }

    pub(crate) fn team(&self, person: PersonId) -> Result<GroupId, String> {
        self.cast.team.get(&person).copied().ok_or_else(|| "only who is in a support team takes incidents".to_owned())
    }

    /// Closes, at 20:00 of each working day before `until`, what has been resolved for long enough.
    fn evenings_before(&mut self, until: DateTime<Utc>) {
        let Some(zone) = Zone::named(ZONE) else { return };
        let eight = NaiveTime::from_hms_opt(20, 0, 0).unwrap_or_default();
        let mut date = zone.local(self.evening).date();
        while let Some(at) = zone.resolve(date.and_time(eight)).filter(|at| *at < until) {
            if at > self.evening && !is_weekend(date.weekday()) {
                self.evening = at;
                self.close_due(at);
            }
            let Some(next) = date.succ_opt() else { return };
            date = next;
        }
    }

    fn close_due(&mut self, at: DateTime<Utc>) {
        let desk = self.workspace.desk();
        let waited = |since: DateTime<Utc>| {
            let days = since.date_naive().iter_days().skip(1).take_while(|day| *day <= at.date_naive());
            days.filter(|day| !is_weekend(day.weekday())).count() >= DAYS_TO_CLOSE
        };
        let is_due = |one: &&itsm::incident::Incident| one.state == State::Resolved && waited(one.changed_at);
        let due: Vec<IncidentId> = desk.incidents().filter(is_due).map(|one| one.id).collect();
        for incident in due {
            let closed = self
                .person("robot")
                .and_then(|by| self.give(Command::Incident(Incident::Close(incident)), at, by).map(drop));
            if let Err(why) = closed {
                self.faults.push(format!("closing {incident:?} at {at}: {why}"));
            }
        }
    }
}

fn is_weekend(day: Weekday) -> bool {
    matches!(day, Weekday::Sat | Weekday::Sun)
}

fn millis(at: DateTime<Utc>) -> u64 {
    u64::try_from(at.timestamp_millis()).unwrap_or_default()
}

pub(crate) fn find<T: Copy>(known: &BTreeMap<String, T>, key: &str) -> Result<T, String> {
    known.get(key).copied().ok_or_else(|| format!("“{key}” is not known"))
}

/// `-` stands for nothing.
pub(crate) fn optional<T: Copy>(known: &BTreeMap<String, T>, key: &str) -> Result<Option<T>, String> {
    if key == "-" { Ok(None) } else { find(known, key).map(Some) }
}

pub(crate) fn channel(word: &str) -> Result<Channel, String> {
    Ok(match word {
        "phone" => Channel::Phone,
        "mail" => Channel::Email,
        "portal" => Channel::Portal,
        "chat" => Channel::Chat,
        "walkin" => Channel::WalkIn,
        "monitoring" => Channel::Monitoring,
        "direct" => Channel::Direct,
        _ => return Err(format!("“{word}” is no channel")),
    })
}

fn hold(word: &str) -> Result<HoldReason, String> {
    Ok(match word {
        "caller" => HoldReason::Caller,
        "problem" => HoldReason::Problem,
        "supplier" => HoldReason::Supplier,
        "change" => HoldReason::Change,
        "evidence" => HoldReason::Evidence,
        _ => return Err(format!("“{word}” is nothing to wait for")),
    })
}

fn code(verb: &str) -> Result<ResolutionCode, String> {
    Ok(match verb {
        "solve" => ResolutionCode::SolutionProvided,
        "workaround" => ResolutionCode::WorkaroundProvided,
        "bycaller" => ResolutionCode::ResolvedByCaller,
        "bychange" => ResolutionCode::ResolvedByChange,
        "byproblem" => ResolutionCode::ResolvedByProblem,
        "duplicate" => ResolutionCode::Duplicate,
        "nofault" => ResolutionCode::NoFaultFound,
        _ => return Err(format!("“{verb}” is nothing one can do")),
    })
}

/// Monday to Friday 07:00 to 18:00 in Berlin: from the end of the first hour of the warehouse's early shift on.
fn agreement() -> Agreement {
    let hours = TimeOfDay::from_seconds(7 * 3600).zip(TimeOfDay::from_seconds(18 * 3600));
    let hours: Vec<Window> = hours.into_iter().map(|(opens, closes)| Window { opens, closes }).collect();
    let targets = |response_minutes, resolution_hours| Targets {
        response: Some(TimeDelta::minutes(response_minutes)),
        resolution: Some(TimeDelta::hours(resolution_hours)),
    };
    Agreement {
        name: "Nordhaven support hours".into(),
        calendar: CalendarSpec::weekly(ZONE, 0..=4, &hours),
        targets: [targets(15, 4), targets(30, 8), targets(120, 22), targets(240, 44), targets(480, 88)],
        ..Agreement::default()
    }
}
