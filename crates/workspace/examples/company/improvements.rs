//! The improvements of the story: from an idea to what was learned.

use itsm::improvement::{
    Amendment, Amount, Answer, Command as Improve, DeskMeasure, Measure, Model, Reading, Scale, Scope, Statement,
    Step as PathStep,
};
use itsm::{Command, Event, ImprovementId, PersonId};

use crate::play::{Player, find};
use crate::script::{Beginning, Step, day};

impl Player {
    pub(crate) fn register_improvement(
        &mut self,
        told: &Beginning,
        step: &Step,
        by: PersonId,
    ) -> Result<Vec<Event>, String> {
        let owner = if told.get("owner").is_empty() { None } else { Some(self.person(told.get("owner"))?) };
        let statement = Statement {
            summary: told.summary.as_str().into(),
            why: told.text.as_str().into(),
            effort: scale(told.get("effort"))?,
            benefit: scale(told.get("benefit"))?,
            owner,
            measure: if told.get("measure").is_empty() { None } else { Some(self.measure(told.get("measure"))?) },
            baseline: if told.get("now").is_empty() { None } else { Some(reading(told.get("now"))?) },
            target: if told.get("target").is_empty() { None } else { Some(amount(told.get("target"))?) },
            due: if told.get("due").is_empty() { None } else { Some(day(told.get("due"))?) },
        };
        let from = if told.get("from").is_empty() { None } else { Some(self.record(told.get("from"))?) };
        let register = Improve::Register { statement: Box::new(statement), from };
        self.give(Command::Improvement(register), step.at, by)
    }

    pub(crate) fn improvement_verb(
        &mut self,
        improvement: ImprovementId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let amend = |change| Improve::Amend { improvement, changes: vec![change] };
        let command = match verb {
            "owner" => amend(Amendment::Owner(Some(self.person(text)?))),
            "measure" => amend(Amendment::Measure(Some(self.measure(text)?))),
            "now" => amend(Amendment::Baseline(Some(reading(text)?))),
            "target" => amend(Amendment::Target(Some(amount(text)?))),
            "due" => amend(Amendment::Due(Some(day(text)?))),
            "accept" => Improve::Accept(improvement),
            "assess" => Improve::Assess(improvement),
            "approve" => Improve::Approve(improvement),
            "start" => Improve::Start(improvement),
            "hold" => Improve::Hold { improvement, because: text.into() },
            "resume" => Improve::Resume(improvement),
            "measured" => Improve::Measure { improvement, reading: reading(text)? },
            "review" => Improve::Review(improvement),
            "goon" => Improve::Continue { improvement, because: text.into() },
            "close" => Improve::Close { improvement, lessons: text.into() },
            "cancel" => Improve::Cancel { improvement, because: text.into() },
            "note" => Improve::Note { improvement, text: text.into() },
            "path" => {
                let (place, text) = text.split_once(' ').ok_or("a place and an answer are needed")?;
                let place = place.parse().map_err(|_| "a place is a number")?;
                let (text, evidence) = text.split_once('|').unwrap_or((text, ""));
                let answer = Answer { text: text.trim().into(), evidence: evidence.trim().into(), because: "".into() };
                let at = PathStep::new(Model::Questions, place).ok_or("a path has seven steps")?;
                Improve::Take { improvement, step: at, answer }
            }
            _ => return Err(format!("“{verb}” is nothing one can do about an improvement")),
        };
        self.give(Command::Improvement(command), step.at, by).map(drop)
    }

    /// `desk opened service:wms`, or `named Minutes without word (minutes)`
    fn measure(&self, text: &str) -> Result<Measure, String> {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        if word == "named" {
            let (name, unit) = rest.trim_end_matches(')').split_once('(').unwrap_or((rest, ""));
            return Ok(Measure::Named { name: name.trim().into(), unit: unit.trim().into() });
        }
        let (of, scope) = rest.split_once(' ').unwrap_or((rest, ""));
        let of = match of {
            "resolution" => DeskMeasure::Resolution,
            "response" => DeskMeasure::Response,
            "reopened" => DeskMeasure::Reopened,
            "reassigned" => DeskMeasure::Reassigned,
            "timetoresolve" => DeskMeasure::TimeToResolve,
            "timetoreply" => DeskMeasure::TimeToReply,
            "opened" => DeskMeasure::Opened,
            _ => return Err(format!("“{of}” is nothing the desk measures")),
        };
        let scope = match scope.split_once(':') {
            None => Scope::Everything,
            Some(("service", key)) => Scope::Service(find(&self.cast.services, key)?),
            Some(("group", key)) => Scope::Group(find(&self.cast.groups, key)?),
            Some(("category", key)) => Scope::Category(find(&self.cast.categories, key)?),
            Some(_) => return Err(format!("“{scope}” is no scope")),
        };
        Ok(Measure::Desk(of, scope))
    }
}

/// `01-15 to 01-30` for what the desk measures, `45 on 02-12` for what somebody has measured.
fn reading(text: &str) -> Result<Reading, String> {
    if let Some((value, on)) = text.split_once(" on ") {
        return Ok(Reading::Value { amount: amount(value)?, on: day(on)? });
    }
    let (first, last) = text.split_once(" to ").ok_or("a reading is a value and a day, or two days")?;
    Ok(Reading::Days { first: day(first)?, last: day(last)? })
}

fn amount(text: &str) -> Result<Amount, String> {
    Amount::read(text).ok_or_else(|| format!("“{text}” is no value"))
}

/// From 1, little, to 5, a great deal.
fn scale(word: &str) -> Result<Scale, String> {
    if word.is_empty() {
        return Ok(Scale::MIDDLE);
    }
    word.parse().ok().and_then(Scale::new).ok_or_else(|| format!("“{word}” is no step from 1 to 5"))
}
