//! The story's major incidents and improvements, each step decided by the desk.

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::improvement::{
    Amendment, Amount, Answer, Command as Improve, DeskMeasure, Measure, Model, Reading, Scale, Scope, Statement,
    Step as PathStep,
};
use itsm::major::{Command as Lead, Part, Plan, Review, What};
use itsm::{Command, Happening, ImprovementId, RecordId};

use crate::play::{Player, find};
use crate::script::{Step, YEAR};

impl Player {
    /// `improve LABEL 2/4 Summary`, from the incident or problem above; further lines say why.
    pub(crate) fn improve(&mut self, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        let (head, why) = text.split_once('\n').unwrap_or((text, ""));
        let (label, rest) = head.split_once(' ').ok_or("a label, effort/benefit and a summary are needed")?;
        let (weight, summary) = rest.split_once(' ').ok_or("effort/benefit and a summary are needed")?;
        let (effort, benefit) = weight.split_once('/').ok_or("effort/benefit is needed")?;
        let scale = |text: &str| text.parse().ok().and_then(Scale::new).ok_or("a scale is from 1 to 5");
        let statement = Statement {
            summary: summary.into(),
            why: why.into(),
            effort: scale(effort)?,
            benefit: scale(benefit)?,
            owner: Some(by),
            measure: None,
            baseline: None,
            target: None,
            due: None,
        };
        let problem = self.problems.get(&step.record).copied().map(RecordId::Problem);
        let from = match problem {
            Some(problem) => problem,
            None => RecordId::Incident(self.incident(&step.record)?),
        };
        let command = Improve::Register { statement: Box::new(statement), from: Some(from) };
        let events = self.give(Command::Improvement(command), step.at, by)?;
        let Some(Happening::Improvement(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was registered".to_owned());
        };
        match self.improvements.insert(label.to_owned(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{label}” is used twice")),
        }
    }

    /// What somebody does about an improvement.
    pub(crate) fn improvement_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let (improvement, by): (ImprovementId, _) = (find(&self.improvements, &step.record)?, self.person(&step.who)?);
        let words = || Arc::<str>::from(text);
        let amend = |change: Amendment| Improve::Amend { improvement, changes: vec![change] };
        let command = match verb {
            "own" => amend(Amendment::Owner(Some(self.person(text)?))),
            "measure" => {
                let (name, unit) = text.split_once('|').unwrap_or((text, ""));
                let measure = Measure::Named { name: name.trim().into(), unit: unit.trim().into() };
                amend(Amendment::Measure(Some(measure)))
            }
            "count" => amend(Amendment::Measure(Some(self.counted(text)?))),
            "baseline" => amend(Amendment::Baseline(Some(reading(text)?))),
            "target" => amend(Amendment::Target(Some(Amount::read(text).ok_or("a target is a number")?))),
            "due" => amend(Amendment::Due(Some(day(text)?))),
            "accept" => Improve::Accept(improvement),
            "assess" => Improve::Assess(improvement),
            "approve" => Improve::Approve(improvement),
            "start" => Improve::Start(improvement),
            "hold" => Improve::Hold { improvement, because: words() },
            "resume" => Improve::Resume(improvement),
            "measured" => Improve::Measure { improvement, reading: reading(text)? },
            "review" => Improve::Review(improvement),
            "again" => Improve::Continue { improvement, because: words() },
            "close" => Improve::Close { improvement, lessons: words() },
            "cancel" => Improve::Cancel { improvement, because: words() },
            "note" => Improve::Note { improvement, text: words() },
            "step" => {
                let (place, text) = text.split_once(' ').ok_or("a step has a number and words")?;
                let (text, evidence) = text.split_once('|').unwrap_or((text, ""));
                let answer = Answer { text: text.into(), evidence: evidence.into(), because: "".into() };
                let place = place.parse().map_err(|_| "a step is a number")?;
                let step = PathStep::new(Model::Questions, place).ok_or("a path has seven steps")?;
                Improve::Take { improvement, step, answer }
            }
            _ => return Err(format!("“{verb}” is nothing one can do about an improvement")),
        };
        self.give(Command::Improvement(command), step.at, by).map(drop)
    }

    /// `opened service phones`, `reassigned all`
    fn counted(&self, text: &str) -> Result<Measure, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let of = match words.first().copied() {
            Some("resolution") => DeskMeasure::Resolution,
            Some("response") => DeskMeasure::Response,
            Some("reopened") => DeskMeasure::Reopened,
            Some("reassigned") => DeskMeasure::Reassigned,
            Some("time") => DeskMeasure::TimeToResolve,
            Some("reply") => DeskMeasure::TimeToReply,
            Some("opened") => DeskMeasure::Opened,
            _ => return Err("no such measure".to_owned()),
        };
        let scope = match words.get(1..).unwrap_or_default() {
            ["all"] => Scope::Everything,
            ["group", key] => Scope::Group(find(&self.cast.groups, key)?),
            ["service", key] => Scope::Service(find(&self.cast.services, key)?),
            ["category", key] => Scope::Category(find(&self.cast.categories, key)?),
            _ => return Err("whose?".to_owned()),
        };
        Ok(Measure::Desk(of, scope))
    }

    /// `major WHAT ...`: what is done about a major incident.
    pub(crate) fn major(&mut self, text: &str, step: &Step) -> Result<(), String> {
        let (incident, by) = (self.incident(&step.record)?, self.person(&step.who)?);
        let (what, text) = text.split_once(' ').unwrap_or((text, ""));
        let words = || Arc::<str>::from(text);
        let part = |part| Ok::<_, String>(Lead::GivePart { incident, part, person: Some(self.person(text)?) });
        let log = |what, text: &str| Lead::Log { incident, what, text: text.trim().into(), when: step.at };
        let command = match what {
            "propose" => Lead::Propose { incident, because: words() },
            "accept" => Lead::Accept { incident, manager: Some(self.person(text)?) },
            "reject" => Lead::Reject { incident, because: words() },
            "demote" => Lead::Demote { incident, because: words() },
            "communications" => part(Part::Communications)?,
            "technical" => part(Part::Technical)?,
            "plan" => {
                let (minutes, text) = text.split_once(' ').ok_or("minutes, audience and channel are needed")?;
                let (audience, channel) = text.split_once('|').ok_or("audience and channel are needed")?;
                let every_minutes = minutes.parse().map_err(|_| "minutes are a number")?;
                let plan = Plan { audience: audience.into(), channel: channel.into(), every_minutes };
                Lead::Plan { incident, plan }
            }
            "tell" => Lead::Update { incident, text: words() },
            "found" => log(What::Found, text),
            "done" => log(What::Done, text),
            "decided" => log(What::Decided, text),
            "swarm" => {
                let (people, text) = text.split_once('|').ok_or("people and words are needed")?;
                let people = people.split_whitespace().map(|key| self.person(key)).collect::<Result<_, _>>()?;
                log(What::Swarmed(people), text)
            }
            "learned" => {
                let lines: Vec<&str> = text.lines().collect();
                let [learned, summary, well, badly] = lines.as_slice() else {
                    return Err("learned, summary, what went well and what did not are four lines".to_owned());
                };
                let review = Review {
                    summary: (*summary).into(),
                    went_well: (*well).into(),
                    went_badly: (*badly).into(),
                    learned: (*learned).into(),
                };
                Lead::LookBack { incident, review: Box::new(review) }
            }
            "waive" => Lead::Waive { incident, because: words() },
            _ => return Err(format!("“{what}” is nothing one can do about a major incident")),
        };
        self.give(Command::Major(command), step.at, by).map(drop)
    }
}

/// `01-15..02-11`, or `9 on 02-11`
fn reading(text: &str) -> Result<Reading, String> {
    if let Some((first, last)) = text.split_once("..") {
        return Ok(Reading::Days { first: day(first)?, last: day(last)? });
    }
    let (amount, on) = text.split_once(" on ").ok_or("days, or a value and a day, are needed")?;
    Ok(Reading::Value { amount: Amount::read(amount).ok_or("a value is a number")?, on: day(on)? })
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let (month, day) = text.trim().split_once('-').ok_or("no such date")?;
    let number = |text: &str| text.parse().map_err(|_| "no such date".to_owned());
    NaiveDate::from_ymd_opt(YEAR, number(month)?, number(day)?).ok_or_else(|| "no such date".to_owned())
}
