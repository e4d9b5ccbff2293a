//! What `itsm::improvement` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::improvement::{Amendment, Event, Measure, Reading, Scope, Statement};
use itsm::{Desk, Happening, ImprovementId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, or_none};

/// What a measure is called, with whose it is ("Resolution targets met, Network").
pub fn measure(desk: &Desk, measure: &Measure) -> String {
    let directory = desk.directory();
    match measure {
        Measure::Named { name, .. } => name.to_string(),
        Measure::Desk(of, scope) => {
            let whose = match scope {
                Scope::Everything => return join([of.word(), ", whole desk"]),
                Scope::Group(id) => directory.group(*id),
                Scope::Service(id) => directory.service(*id),
                Scope::Category(id) => directory.category(*id),
            };
            join([of.word(), ", ", whose])
        }
    }
}

/// In what a measure is counted; may be blank.
pub fn unit(measure: &Measure) -> &str {
    match measure {
        Measure::Named { unit, .. } => unit,
        Measure::Desk(of, _) => of.unit(),
    }
}

fn reading(reading: Reading) -> String {
    match reading {
        Reading::Days { first, last } => join([&first.to_string(), " to ", &last.to_string()]),
        Reading::Value { amount, on } => join([&amount.plain(), " on ", &on.to_string()]),
    }
}

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_improvement(&self, event: &Event) -> Said {
        match event {
            Event::Registered(statement) => self.registered(statement),
            Event::Amended(amendment) => self.amended_improvement(amendment),
            Event::Accepted => Said::system("Accepted: worth a look"),
            Event::Assessed => Said::system("Assessment began"),
            Event::Approved => Said::system("Approved"),
            Event::Started => Said::system("Work began"),
            Event::Held { because } => Said::system("On hold").with_text(because),
            Event::Resumed => Said::system("Work went on"),
            Event::Measured(value) => Said::system("Measured").with_details(vec![detail("Value", &reading(*value))]),
            Event::Reviewed => Said::system("Review began"),
            Event::Continued { because } => Said::system("Not done yet, work goes on").with_text(because),
            Event::Closed { lessons } => Said::system("Closed, with what was learned").with_text(lessons),
            Event::Cancelled { because } => Said::system("Cancelled").with_text(because),
            Event::Taken { step, answer } => {
                let mut details = vec![];
                if !answer.evidence.is_empty() {
                    details.push(detail("Evidence", &answer.evidence));
                }
                if !answer.because.is_empty() {
                    details.push(detail("Before an earlier step because", &answer.because));
                }
                let heading = join(["Step ", &step.place().to_string(), ", ", step.word()]);
                Said::system(heading).with_text(&answer.text).with_details(details)
            }
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
        }
    }

    fn registered(&self, statement: &Statement) -> Said {
        let mut details = vec![
            detail("Effort", &statement.effort.step().to_string()),
            detail("Benefit", &statement.benefit.step().to_string()),
        ];
        details.extend(statement.owner.map(|id| detail("Owner", self.0.directory().person(id))));
        details.extend(statement.measure.as_ref().map(|one| detail("Measure", &measure(self.0, one))));
        details.extend(statement.baseline.map(|one| detail("Baseline", &reading(one))));
        details.extend(statement.target.map(|one| detail("Target", &one.plain())));
        details.extend(statement.due.map(|day| detail("Due", &day.to_string())));
        Said::system("Registered").with_details(details).with_text(&statement.why)
    }

    fn amended_improvement(&self, amendment: &Amendment) -> Said {
        let (field, value) = match amendment {
            Amendment::Why(text) => return Said::system("Reason corrected").with_text(text),
            Amendment::Summary(text) => ("Summary", text.to_string()),
            Amendment::Effort(scale) => ("Effort", scale.step().to_string()),
            Amendment::Benefit(scale) => ("Benefit", scale.step().to_string()),
            Amendment::Owner(id) => ("Owner", or_none(id.map(|id| self.0.directory().person(id)))),
            Amendment::Measure(one) => ("Measure", or_none(one.as_ref().map(|one| measure(self.0, one)).as_deref())),
            Amendment::Baseline(one) => ("Baseline", or_none(one.map(reading).as_deref())),
            Amendment::Target(one) => ("Target", or_none(one.map(itsm::improvement::Amount::plain).as_deref())),
            Amendment::Due(day) => ("Due date", or_none(day.map(|day| day.to_string()).as_deref())),
        };
        Said::system(join([field, " corrected"])).with_details(vec![detail(field, &value)])
    }

    /// A command that begins with this event, in one line.
    pub(super) fn improvement_verb(
        &self,
        id: ImprovementId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.improvements().number(id);
        let did = |verb: &str, kind| (join([verb, " ", &object]), kind);
        match event {
            Event::Registered(_) => {
                let from = happenings.iter().find_map(|what| match what {
                    Happening::Link(from, _) => Some(self.record(*from)),
                    _ => None,
                });
                let from = from.map_or_else(String::new, |from| join([" from ", &from]));
                (join(["Registered ", &object, &from]), CommandKind::Logged)
            }
            Event::Amended(_) => did("Corrected", CommandKind::Corrected),
            Event::Accepted => did("Accepted", CommandKind::Work),
            Event::Assessed => did("Began to assess", CommandKind::Work),
            Event::Approved => did("Approved", CommandKind::Work),
            Event::Started => did("Began to carry out", CommandKind::Work),
            Event::Held { .. } => did("Put on hold", CommandKind::Work),
            Event::Resumed => did("Went on with", CommandKind::Work),
            Event::Measured(_) => did("Measured", CommandKind::Corrected),
            Event::Reviewed => did("Began the review of", CommandKind::Work),
            Event::Continued { .. } => did("Took up again", CommandKind::Ended),
            Event::Closed { .. } => did("Closed", CommandKind::Ended),
            Event::Cancelled { .. } => did("Cancelled", CommandKind::Ended),
            Event::Taken { step, .. } => {
                (join(["Took step ", &step.place().to_string(), " of ", &object]), CommandKind::Work)
            }
            Event::Noted { .. } => did("Wrote a note on", CommandKind::Said),
        }
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Registered(statement) => Some(&statement.summary),
        Event::Held { because } | Event::Continued { because } | Event::Cancelled { because } => Some(because),
        Event::Closed { lessons } => Some(lessons),
        Event::Taken { answer, .. } => Some(&answer.text),
        Event::Noted { text } => Some(text),
        _ => None,
    }
}
