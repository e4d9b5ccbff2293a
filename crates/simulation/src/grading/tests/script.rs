//! Shifts written by hand: a line is a time (or a stretch), and what happens.
//!
//! `08:13-08:19 fix priya-calls reseat-headset` is an act of the player, `08:12 arrives priya-calls` something of the
//! world. A fix is tried by itself, as its fault says; what is lost follows from needs that are met or not.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use serde_json::{Map, Value, json};

use crate::scenario::{Contact, Files, HiddenFault, Key, LocalTime, Moment, Stake, When, Works};
use crate::shift::{Act, CaseTruth, CommandId, Entry, EntryId, FaultTruth, Happened, Loss, Truth, WorldEvent};

pub(super) struct Played {
    pub entries: Vec<Entry>,
    pub truth: Truth,
    /// When each need was there, and was met.
    needs: BTreeMap<Key, Vec<(DateTime<Utc>, bool)>>,
}

macro_rules! scenario {
    ($name:expr, $($known:literal),*) => {
        match $name {
            $($known => include_str!(concat!("../../../../../public/content/scenarios/", $known, ".json")),)*
            other => panic!("no scenario {other}"),
        }
    };
}

fn files(scenario: &str) -> Files {
    let text = scenario!(
        scenario,
        "first-morning",
        "incident-or-request",
        "password-storm",
        "recurring-printer",
        "patch-tuesday",
        "data-centre-cooling",
        "month-end",
        "the-supplier",
        "quiet-day"
    );
    let (world, pool) = (
        include_str!("../../../../../public/content/scenarios/world.json"),
        include_str!("../../../../../public/content/scenarios/pool.json"),
    );
    Files::read(world, pool, text).unwrap()
}

/// Plays a script in a scenario.
pub(super) fn played(scenario: &str, script: &str) -> Played {
    let files = files(scenario);
    let clock = &files.scenario.clock;
    let from = Utc.with_ymd_and_hms(2026, 3, 17, 7, 0, 0).unwrap();
    let to = from + TimeDelta::minutes(i64::from(clock.to.0 - clock.from.0));
    let truth =
        Truth { files: Arc::new(files), from, to, cases: BTreeMap::new(), faults: BTreeMap::new(), losses: vec![] };
    let mut played = Played { entries: vec![], truth, needs: BTreeMap::new() };
    played.begin();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        played.line(line);
    }
    played.close();
    played
}

fn plain_truth(kind: &str) -> crate::scenario::Truth {
    serde_json::from_value(json!({"kind": kind, "must": []})).unwrap()
}

impl Played {
    fn begin(&mut self) {
        let files = self.truth.files.clone();
        for start in &files.scenario.start {
            let case = CaseTruth {
                who: start.who.clone().unwrap_or_else(|| Key::new("nobody")),
                channel: crate::scenario::Channel::Email,
                at: self.truth.from,
                fault: start.fault.clone(),
                offer: start.offer.clone(),
                stake: Stake { people: 1, share: 0.0 },
                truth: start.truth.clone().unwrap_or_else(|| plain_truth("incident")),
                noise: false,
                met: vec![],
            };
            self.truth.cases.insert(start.key.clone(), case);
        }
        for fault in &files.scenario.hidden.faults {
            let began = self.onset(fault);
            let live = FaultTruth {
                fault: fault.fault.clone(),
                item: fault.item.clone(),
                began: began.into_iter().collect(),
                ended: vec![],
                gone: false,
            };
            self.truth.faults.insert(fault.key.clone(), live);
        }
    }

    fn onset(&self, fault: &HiddenFault) -> Option<DateTime<Utc>> {
        match &fault.from {
            Some(When::Moment(Moment::At(at) | Moment::Between(at, _))) => Some(self.instant(*at)),
            Some(When::Turn(_)) => None,
            None => Some(self.truth.from),
        }
    }

    fn instant(&self, local: LocalTime) -> DateTime<Utc> {
        let from = i64::from(self.truth.files.scenario.clock.from.0);
        self.truth.from + TimeDelta::minutes(i64::from(local.0) - from)
    }

    fn time(&self, text: &str) -> DateTime<Utc> {
        self.instant(LocalTime::read(&text.replace('_', " ")).unwrap_or_else(|| panic!("no time: {text}")))
    }

    fn command(&self) -> CommandId {
        CommandId(self.entries.last().map_or(0, |entry| entry.command.0 + 1))
    }

    fn push(&mut self, command: CommandId, at: DateTime<Utc>, what: Happened) {
        let id = EntryId(self.entries.len() as u32);
        self.entries.push(Entry { id, command, at, what });
    }

    fn line(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (times, verb) = (words.next().unwrap(), words.next().unwrap());
        let words: Vec<&str> = words.collect();
        let (from, to) = times.split_once('-').unwrap_or((times, times));
        let (from, to) = (self.time(from), self.time(to));
        let command = self.command();
        match event(verb, &words) {
            Some(event) => {
                self.lives(&event, to);
                self.push(command, to, Happened::World(event));
            }
            None => self.act(command, from, to, act(verb, &words)),
        }
    }

    fn act(&mut self, command: CommandId, from: DateTime<Utc>, to: DateTime<Utc>, act: Act) {
        self.push(command, from, Happened::Began(act.clone()));
        self.push(command, to, Happened::Act(act.clone()));
        let Act::Fix { case, fix } = act else { return };
        let works = self.truth.cases[&case].fault.as_ref().map(|fault| {
            let form = &self.truth.files.pool.faults[&self.truth.faults[fault].fault];
            form.fixes.get(&fix).map_or((Works::No, false), |remedy| (remedy.works, remedy.only_whom.is_some()))
        });
        let (works, one) = works.unwrap_or((Works::No, true));
        let helped = matches!(works, Works::Lasting | Works::Workaround);
        self.push(
            command,
            to,
            Happened::World(WorldEvent::Tried { case: case.clone(), fix: fix.clone(), helped, by: None }),
        );
        if helped && works == Works::Lasting && !one {
            let fault = self.truth.cases[&case].fault.clone().unwrap();
            let gone = WorldEvent::FaultGone { fault, by: Some(fix) };
            self.lives(&gone, to);
            self.push(command, to, Happened::World(gone));
        } else if helped {
            let met = WorldEvent::Met { case };
            self.lives(&met, to);
            self.push(command, to, Happened::World(met));
        }
    }

    /// What an event makes of cases, faults and needs.
    fn lives(&mut self, event: &WorldEvent, at: DateTime<Utc>) {
        match event {
            WorldEvent::Arrived { case } => self.arrives(case, at),
            WorldEvent::Met { case } => self.meets(case, at),
            WorldEvent::Unmet { case } | WorldEvent::Returned { case } => {
                self.needs.entry(case.clone()).or_default().push((at, false));
            }
            WorldEvent::FaultBegan { fault } | WorldEvent::FaultBack { fault } => {
                self.truth.faults.get_mut(fault).unwrap().began.push(at);
            }
            WorldEvent::FaultMasked { fault, .. } => self.ends(fault, at, false),
            WorldEvent::FaultGone { fault, .. } => self.ends(fault, at, true),
            _ => {}
        }
    }

    fn ends(&mut self, fault: &Key, at: DateTime<Utc>, gone: bool) {
        let live = self.truth.faults.get_mut(fault).unwrap();
        live.ended.push(at);
        live.gone |= gone;
        let cases = self.truth.cases.iter().filter(|(_, case)| case.fault.as_ref() == Some(fault));
        let cases: Vec<Key> = cases.map(|(key, _)| key.clone()).collect();
        for case in cases {
            self.meets(&case, at);
        }
    }

    fn meets(&mut self, case: &Key, at: DateTime<Utc>) {
        self.truth.cases.get_mut(case).unwrap().met.push(at);
        self.needs.entry(case.clone()).or_default().push((at, true));
    }

    fn arrives(&mut self, case: &Key, at: DateTime<Utc>) {
        let files = self.truth.files.clone();
        let contact = files.scenario.contacts.iter().find(|contact| contact.key == *case);
        let contact: &Contact = contact.unwrap_or_else(|| panic!("no contact {case}"));
        let share = contact.fault.as_ref().map_or(0.2, |fault| files.pool.faults[&self.truth.faults[fault].fault].loss);
        let tool = contact.channel == crate::scenario::Channel::Monitoring;
        let truth = CaseTruth {
            who: contact.who.clone(),
            channel: contact.channel,
            at,
            fault: contact.fault.clone(),
            offer: contact.offer.clone(),
            stake: contact.stake.unwrap_or(Stake { people: 1, share: if tool { 0.0 } else { share } }),
            truth: contact.truth.clone(),
            noise: contact.noise,
            met: vec![],
        };
        self.truth.cases.insert(case.clone(), truth);
        self.needs.entry(case.clone()).or_default().push((at, false));
    }

    /// What was lost: from each need to its being met, once for each person and failure.
    fn close(&mut self) {
        let mut losses: Vec<Loss> = vec![];
        for (case, needs) in &self.needs {
            let truth = &self.truth.cases[case];
            let failure = truth.fault.clone().unwrap_or_else(|| case.clone());
            let counted =
                losses.iter().any(|loss| loss.case != *case && loss.who == truth.who && loss.failure == failure);
            if truth.noise || counted || truth.stake.share == 0.0 {
                continue;
            }
            let mut since = None;
            for (at, met) in needs.iter().copied().chain([(self.truth.to, true)]) {
                match (since, met) {
                    (None, false) => since = Some(at),
                    (Some(from), true) => {
                        let (who, stake) = (truth.who.clone(), truth.stake);
                        losses.push(Loss { case: case.clone(), who, failure: failure.clone(), from, to: at, stake });
                        since = None;
                    }
                    _ => {}
                }
            }
        }
        losses.retain(|loss| loss.from < loss.to);
        losses.sort_by_key(|loss| (loss.from, loss.case.clone()));
        self.truth.losses = losses;
    }
}

/// A world event by its verb.
fn event(verb: &str, words: &[&str]) -> Option<WorldEvent> {
    let fields: &[&str] = match verb {
        "arrives" | "lost" | "met" | "unmet" | "chased" | "returned" | "promise-kept" | "promise-broken" => &["case"],
        "tried" => &["case", "fix", "helped", "by"],
        "revealed" => &["fact", "case"],
        "fault-began" | "fault-back" => &["fault"],
        "fault-masked" | "fault-gone" => &["fault", "by"],
        "picked-up" | "handed-back" | "team-done" => &["case", "team"],
        "said" => &["case", "who"],
        "approved" => &["case", "by", "yes"],
        "change-is" => &["change", "is"],
        "supplier-says" => &["supplier"],
        "mood" => &["who", "from", "to", "why"],
        _ => return None,
    };
    let mut object = object(fields, words);
    let what = match verb {
        "arrives" => "arrived",
        "change-is" => "change",
        "supplier-says" => "supplier",
        other => other,
    };
    object.insert("what".into(), json!(what));
    if matches!(verb, "said" | "supplier-says") {
        object.insert("text".into(), json!(""));
    }
    Some(serde_json::from_value(Value::Object(object)).unwrap_or_else(|error| panic!("{verb} {words:?}: {error}")))
}

/// An act of the player by its verb.
fn act(verb: &str, words: &[&str]) -> Act {
    let fields: &[&str] = match verb {
        "answer" | "open" | "confirm" => &["contact"],
        "ask" => &["contact", "question"],
        "verify" => &["contact", "method"],
        "log" => &["contact", "kind", "impact", "urgency", "item"],
        "diagnose" => &["case", "diagnostic"],
        "fix" => &["case", "fix"],
        "reply" => &["contact", "intent", "reason"],
        "promise" => &["contact", "until"],
        "resolve" => &["case", "code", "cascade"],
        "reopen" => &["case", "by"],
        "cancel" | "hold" => &["case", "reason"],
        "link" => &["case", "as", "to"],
        "assign" => &["case", "team"],
        "supplier" => &["case", "supplier"],
        "problem" => &["from"],
        "known" => &["problem", "fix"],
        "assess" => &["change", "verdict", "reasons"],
        "implement" | "backout" => &["change"],
        "broadcast" => &["case", "intent", "until"],
        "ask-approval" => &["case", "person"],
        "fulfil" => &["case", "task"],
        "wait" => &["until"],
        "handover" => &["items", "promises"],
        "amend" => return amend(words),
        "change" => return change(words),
        "review" => return review(words),
        _ => &["case"],
    };
    let mut object = object(fields, words);
    object.insert("act".into(), json!(verb));
    serde_json::from_value(Value::Object(object)).unwrap_or_else(|error| panic!("{verb} {words:?}: {error}"))
}

fn object(fields: &[&str], words: &[&str]) -> Map<String, Value> {
    let lists = ["from", "teams", "reasons", "items", "promises"];
    let flags = ["helped", "yes", "cascade"];
    let value = |field: &str, word: &str| match word {
        "true" | "yes" if flags.contains(&field) => json!(true),
        "false" | "no" if flags.contains(&field) => json!(false),
        "-" => json!([]),
        word if lists.contains(&field) && word.parse::<i64>().is_err() => json!(word.split(',').collect::<Vec<_>>()),
        word => word.parse::<i64>().map_or_else(|_| json!(word.replace('_', " ")), |number| json!(number)),
    };
    fields.iter().zip(words).map(|(field, word)| ((*field).to_owned(), value(field, word))).collect()
}

/// `amend CASE impact 2`.
fn amend(words: &[&str]) -> Act {
    let field = object(&[words[1]], &words[2..]);
    serde_json::from_value(json!({"act": "amend", "case": words[0], "field": field})).unwrap()
}

/// `change CASE TYPE FIX ITEMS FROM TO [BACK-OUT]`.
fn change(words: &[&str]) -> Act {
    let back_out = words.get(6).copied().unwrap_or_default();
    let items: Vec<&str> = words[3].split(',').collect();
    serde_json::from_value(json!({
        "act": "change", "case": words[0], "type": words[1], "fix": words[2], "items": items,
        "window": [words[4], words[5]], "plan": {"do": "so", "test": "so", "backOut": back_out},
    }))
    .unwrap()
}

/// `review CHANGE [met] [incidents] [backed-out] [on-time]`.
fn review(words: &[&str]) -> Act {
    let has = |word: &str| words.contains(&word);
    serde_json::from_value(json!({
        "act": "review", "change": words[0],
        "outcome": {
            "met": has("met"), "incidents": has("incidents"), "backedOut": has("backed-out"), "onTime": has("on-time"),
        },
    }))
    .unwrap()
}
