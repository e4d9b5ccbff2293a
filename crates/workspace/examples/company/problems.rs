//! The problems of the story: raised, analysed, told, fixed, each step decided by the desk.

use std::sync::Arc;

use itsm::incident::Command as Incident;
use itsm::problem::{Amendment, Bone, Command as Problem, Message, Statement, Why};
use itsm::{Command, Happening, Level, ProblemId};

use crate::play::{Player, find, optional};
use crate::script::{Opening, Step};

impl Player {
    /// Raises a problem; whoever raises it leads it until somebody else does.
    pub(crate) fn raise(&mut self, opening: &Opening, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        let statement = Statement {
            summary: opening.summary.as_str().into(),
            description: opening.description.as_str().into(),
            service: optional(&self.cast.services, &opening.service)?,
            item: optional(&self.cast.items, &opening.item)?,
            category: optional(&self.cast.categories, &opening.category)?,
            impact: Level(opening.impact),
            urgency: Level(opening.urgency),
            group: optional(&self.cast.groups, &opening.group)?,
            assignee: Some(by),
        };
        let command = Problem::Raise { statement: Box::new(statement), from: vec![] };
        let events = self.give(Command::Problem(command), step.at, by)?;
        let Some(Happening::Problem(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was raised".to_owned());
        };
        match self.problems.insert(step.record.clone(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{}” is used twice", step.record)),
        }
    }

    fn problem(&self, label: &str) -> Result<ProblemId, String> {
        find(&self.problems, label)
    }

    /// What somebody does about a problem.
    pub(crate) fn problem_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let (problem, by) = (self.problem(&step.record)?, self.person(&step.who)?);
        let words = || Arc::<str>::from(text);
        let found = |change: Amendment| Problem::Amend { problem, changes: vec![change] };
        let command = match verb {
            "explains" => {
                for label in text.split_whitespace() {
                    let incident = self.incident(label)?;
                    let link = Incident::LinkProblem { incident, problem: Some(problem) };
                    self.give(Command::Incident(link), step.at, by)?;
                }
                return Ok(());
            }
            "lead" => {
                let lead = self.person(text)?;
                Problem::Assign { problem, group: Some(self.team(lead)?), assignee: Some(lead) }
            }
            "assess" => Problem::Assess(problem),
            "analyse" => Problem::Analyse(problem),
            "symptom" => found(Amendment::Symptom(words())),
            "cause" => found(Amendment::Cause(words())),
            "workaround" => found(Amendment::Workaround(words())),
            "code" => found(Amendment::ErrorCode(words())),
            "whys" => Problem::DrawWhys { problem, whys: text.lines().map(why).collect() },
            "bones" => Problem::DrawBones { problem, bones: text.lines().map(bone).collect::<Result<_, _>>()? },
            "known" => Problem::DeclareKnownError(problem),
            "tell" => Problem::Communicate { problem, what: Message::Workaround, text: words() },
            "fix" => Problem::BeginFix(problem),
            "fixed" => Problem::Resolve { problem, fix: words(), resolve_awaiting: false },
            "fixed+" => Problem::Resolve { problem, fix: words(), resolve_awaiting: true },
            "accept" => Problem::AcceptRisk { problem, because: words() },
            "cancel" => Problem::Cancel { problem, because: words() },
            "again" => Problem::Reanalyse { problem, because: words() },
            "same" => Problem::MarkDuplicate { problem, of: self.problem(text)? },
            "note" => Problem::Note { problem, text: words() },
            "close" => Problem::Close(problem),
            _ => return Err(format!("“{verb}” is nothing one can do about a problem")),
        };
        self.give(Command::Problem(command), step.at, by).map(drop)
    }
}

/// `answer | what shows it`
fn why(line: &str) -> Why {
    let (answer, evidence) = line.split_once('|').unwrap_or((line, ""));
    Why { answer: answer.trim().into(), evidence: evidence.trim().into() }
}

/// `Kind: cause; cause`
fn bone(line: &str) -> Result<Bone, String> {
    let (name, causes) = line.split_once(':').ok_or("a bone has a name and a colon")?;
    Ok(Bone { name: name.trim().into(), causes: causes.split(';').map(|cause| cause.trim().into()).collect() })
}
