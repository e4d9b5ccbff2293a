//! What watches the services: rules, events and what becomes of them, and the major incidents of the story.

use itsm::major::{Command as Major, Part, Plan, Review, What};
use itsm::monitoring::{Command as Watch, Match, Raise, Repeats, Rule, Rules, Severity, Signal, Then};
use itsm::{AlertId, Command, IncidentId, Level, PersonId};

use crate::play::{Player, find, optional};
use crate::script::{Beginning, Step, instant};

impl Player {
    /// Takes in one event; `again` and `clear` send more of its cause.
    pub(crate) fn take_in(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<(), String> {
        let signal = Signal {
            source: told.get("source").into(),
            item: optional(&self.cast.items, told.get("item"))?,
            key: step.record.as_str().into(),
            severity: severity(told.get("severity"))?,
            message: told.summary.as_str().into(),
            at: None,
            recovers: false,
        };
        let events = self.give(Command::Alert(Watch::TakeIn(vec![signal])), step.at, by)?;
        self.name_record(&step.record, &events)?;
        self.remember_within(&format!("{}-incident", step.record), &events)
    }

    pub(crate) fn alert_verb(
        &mut self,
        alert: AlertId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "again" | "clear" => {
                let (word, message) = match verb {
                    "again" => text.split_once(' ').ok_or("how bad it is and a message are needed")?,
                    _ => ("informational", text),
                };
                let desk = self.workspace.desk();
                let known = desk.alerts().get(alert).map_err(|refusal| refusal.sentence())?;
                let signal = Signal {
                    source: known.source.clone(),
                    item: known.item,
                    key: known.key.clone(),
                    severity: severity(word)?,
                    message: message.into(),
                    at: None,
                    recovers: verb == "clear",
                };
                let events = self.give(Command::Alert(Watch::TakeIn(vec![signal])), step.at, by)?;
                return self.remember_within(&format!("{}-incident", step.record), &events);
            }
            "know" => Watch::Acknowledge(alert),
            "close" => Watch::Close { alert, because: text.into() },
            "note" => Watch::Note { alert, text: text.into() },
            _ => return Err(format!("“{verb}” is nothing one can do about an event")),
        };
        self.give(Command::Alert(command), step.at, by).map(drop)
    }

    /// `rule Name | source item severity words | note`, or `… | incident team service category 2/2`; the first that
    /// fits counts.
    pub(crate) fn set_rules(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<(), String> {
        let rules = Rules {
            rules: told.all("rule").map(|line| self.rule(line)).collect::<Result<_, _>>()?,
            quiet_minutes: 60,
            escalate: Some(Repeats { times: 4, minutes: 30 }),
            flapping: Some(Repeats { times: 6, minutes: 60 }),
        };
        self.give(Command::Alert(Watch::SetRules(Box::new(rules))), step.at, by).map(drop)
    }

    fn rule(&self, line: &str) -> Result<Rule, String> {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, when, then] = columns.as_slice() else { return Err("name, events and what is done".to_owned()) };
        let mut words = when.splitn(4, ' ');
        let mut next = || words.next().ok_or("source, item and severity are needed");
        let (source, item, bad) = (next()?, next()?, next()?);
        let when = Match {
            source: if source == "-" { "".into() } else { source.into() },
            item: optional(&self.cast.items, item)?,
            severity: if bad == "-" { None } else { Some(severity(bad)?) },
            words: words.next().unwrap_or("").into(),
        };
        let then = match then.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["ignore"] => Then::Ignore,
            ["note"] => Then::Note,
            ["incident", group, service, category, weight] => {
                let (impact, urgency) = weight.split_once('/').ok_or("impact/urgency is needed")?;
                let level = |text: &str| text.parse().map(Level).map_err(|_| "a level is a number".to_owned());
                Then::Incident(Raise {
                    group: Some(find(&self.cast.groups, group)?),
                    service: Some(find(&self.cast.services, service)?),
                    category: Some(find(&self.cast.categories, category)?),
                    impact: level(impact)?,
                    urgency: level(urgency)?,
                })
            }
            _ => return Err("ignore, note or incident".to_owned()),
        };
        Ok(Rule { name: (*name).into(), when, then })
    }

    /// What somebody does about a major incident: `major accept wiebke`, `major found 08:15 Words`.
    pub(crate) fn major_verb(
        &mut self,
        incident: IncidentId,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let (verb, text) = text.split_once(' ').ok_or("a verb and words are needed")?;
        let command = match verb {
            "propose" => Major::Propose { incident, because: text.into() },
            "accept" => Major::Accept { incident, manager: Some(self.person(text)?) },
            "reject" => Major::Reject { incident, because: text.into() },
            "communications" => self.part(incident, Part::Communications, text)?,
            "technical" => self.part(incident, Part::Technical, text)?,
            "plan" => {
                let columns: Vec<&str> = text.split('|').map(str::trim).collect();
                let [audience, channel, minutes] = columns.as_slice() else {
                    return Err("whom, how and every how many minutes".to_owned());
                };
                let every_minutes = minutes.parse().map_err(|_| "minutes are a number")?;
                let plan = Plan { audience: (*audience).into(), channel: (*channel).into(), every_minutes };
                Major::Plan { incident, plan }
            }
            "update" => Major::Update { incident, text: text.into() },
            "found" | "done" | "decided" => {
                let what = match verb {
                    "found" => What::Found,
                    "done" => What::Done,
                    _ => What::Decided,
                };
                self.moment(incident, what, text, step)?
            }
            "swarm" => {
                // `swarm 07:10 emre hanna: Words`
                let (head, text) = text.split_once(": ").ok_or("people, a colon and words are needed")?;
                let (time, people) = head.split_once(' ').ok_or("a time and people are needed")?;
                let people = people.split_whitespace().map(|key| self.person(key)).collect::<Result<_, _>>()?;
                self.moment(incident, What::Swarmed(people), &format!("{time} {text}"), step)?
            }
            "lookback" => {
                let lines: Vec<&str> = text.lines().map(str::trim).collect();
                let [summary, well, badly, learned] = lines.as_slice() else {
                    return Err("four lines: what happened, what went well, what did not, what was learned".to_owned());
                };
                let review = Review {
                    summary: (*summary).into(),
                    went_well: (*well).into(),
                    went_badly: (*badly).into(),
                    learned: (*learned).into(),
                };
                Major::LookBack { incident, review: Box::new(review) }
            }
            _ => return Err(format!("“{verb}” is nothing one can do about a major incident")),
        };
        self.give(Command::Major(command), step.at, by).map(drop)
    }

    fn part(&self, incident: IncidentId, part: Part, person: &str) -> Result<Major, String> {
        Ok(Major::GivePart { incident, part, person: Some(self.person(person)?) })
    }

    /// `08:14 Words`: when it happened, on the day on which it is written down.
    fn moment(&self, incident: IncidentId, what: What, text: &str, step: &Step) -> Result<Major, String> {
        let (time, text) = text.split_once(' ').ok_or("a time and words are needed")?;
        let when = instant(&format!("{} {time}", step.at.format("%m-%d")))?;
        Ok(Major::Log { incident, what, text: text.into(), when })
    }
}

fn severity(word: &str) -> Result<Severity, String> {
    Ok(match word {
        "informational" => Severity::Informational,
        "warning" => Severity::Warning,
        "exception" => Severity::Exception,
        _ => return Err(format!("“{word}” is no severity")),
    })
}
