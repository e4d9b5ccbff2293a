//! A command of problem management in one line: "Told the workaround to 5 callers".

use std::sync::Arc;

use itsm::problem::{Event, Message, ResolutionCode};
use itsm::{Happening, ProblemId};

use super::command::CommandKind;
use super::{Names, join, number};

impl Names<'_> {
    /// What was done, and what kind of command it is.
    pub(super) fn problem_verb(
        &self,
        id: ProblemId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.problem_number(id);
        let directory = self.0.directory();
        let incidents = happenings.iter().filter(|what| matches!(what, Happening::Incident(..))).count();
        match event {
            Event::Raised(_) => {
                let from = match incidents {
                    0 => String::new(),
                    1 => " from 1 incident".to_owned(),
                    many => [" from ", &number(many as u64), " incidents"].concat(),
                };
                (join(["Raised ", &object, &from]), CommandKind::Logged)
            }
            Event::Amended(_) => (join(["Wrote down findings or corrected ", &object]), CommandKind::Corrected),
            Event::Assigned { group, assignee } => {
                let names = [group.map(|id| directory.group(id)), assignee.map(|id| directory.person(id))];
                let names: Vec<&str> = names.into_iter().flatten().collect();
                let heading = match names.as_slice() {
                    [] => join(["Took ", &object, " from every team"]),
                    names => join(["Handed ", &object, " to ", &names.join(", ")]),
                };
                (heading, CommandKind::Assigned)
            }
            Event::Assessed => (join(["Began to assess ", &object]), CommandKind::Work),
            Event::Analysed => (join(["Began the root cause analysis of ", &object]), CommandKind::Work),
            Event::FixBegun => (join(["Began the fix of ", &object]), CommandKind::Work),
            Event::Resolved { .. } => {
                let with = match incidents {
                    0 => String::new(),
                    1 => " and 1 incident that awaited it".to_owned(),
                    many => [" and ", &number(many as u64), " incidents that awaited it"].concat(),
                };
                (join(["Resolved ", &object, &with]), CommandKind::Ended)
            }
            Event::Ended { code: ResolutionCode::Duplicate, duplicate_of: Some(of), .. } => {
                (join(["Closed ", &object, " as a duplicate of ", &self.0.problem_number(*of)]), CommandKind::Ended)
            }
            Event::Ended { code, .. } => {
                (join(["Closed ", &object, ": ", &code.word().to_lowercase()]), CommandKind::Ended)
            }
            Event::Reanalysed { .. } => (join(["Took up the analysis of ", &object, " again"]), CommandKind::Ended),
            Event::Closed => (join(["Closed ", &object]), CommandKind::Ended),
            Event::KnownErrorDeclared => (join(["Declared ", &object, " a known error"]), CommandKind::Work),
            Event::Communicated { what, incidents, .. } => {
                let what = if *what == Message::Fix { "the fix" } else { "the workaround" };
                let callers = if *incidents == 1 { " caller" } else { " callers" };
                let heading = join(["Told ", what, " of ", &object, " to ", &number(u64::from(*incidents)), callers]);
                (heading, CommandKind::Said)
            }
            Event::Noted { .. } => (join(["Wrote a note on ", &object]), CommandKind::Said),
            Event::WhysDrawn(_) => (join(["Drew the 5 Whys of ", &object]), CommandKind::Corrected),
            Event::BonesDrawn(_) => (join(["Drew the Ishikawa diagram of ", &object]), CommandKind::Corrected),
        }
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Raised(statement) => Some(&statement.summary),
        Event::Resolved { fix } => Some(fix),
        Event::Ended { notes, duplicate_of: None, .. } => Some(notes),
        Event::Reanalysed { because } => Some(because),
        Event::Communicated { text, .. } | Event::Noted { text } => Some(text),
        _ => None,
    }
}
