//! What `itsm::change` tells, in plain words: event by event, and a whole command in one line.

mod template;
mod verb;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::PersonId;
use itsm::approval::{Round, Rule};
use itsm::calendar::Zone;
use itsm::change::{Amendment, Answers, Event, Factor, Findings, OrderPlan, Raised, Risk, Statement};

pub(super) use template::said_in as said_in_template;
pub(super) use verb::said_in;

use super::{Audience, Names, Said, detail, join, or_none};

/// "Likelihood 3 × impact 4 = 12, medium".
fn risk(answers: Answers) -> String {
    let risk = Risk { answers: Some(answers), likelihood: None::<Raised>, impact: None };
    let Some(weighed) = risk.weighed() else { return String::new() };
    let numbers = [weighed.likelihood, weighed.impact, weighed.score()].map(|number| number.to_string());
    let [likelihood, impact, score] = &numbers;
    let band = weighed.band().word().to_lowercase();
    join(["Likelihood ", likelihood, " × impact ", impact, " = ", score, ", ", &band])
}

fn yes(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_change(&self, event: &Event, by: PersonId) -> Said {
        match event {
            Event::Raised(statement) => self.change_raised(statement),
            Event::Amended(amendment) => self.change_amended(amendment),
            Event::Assigned { group, assignee } => Said::system(self.handed(*group, *assignee)),
            Event::Assessed => Said::system("Assessment began"),
            Event::Asked(rounds) => Said::system("Put to its change authority").with_details(self.rounds(rounds)),
            Event::Answered { seat, approves: true, because } => {
                Said::system(join(["Approved", &self.in_place(*seat, by)])).with_text(because)
            }
            Event::Answered { seat, approves: false, because } => {
                Said::system(join(["Refused", &self.in_place(*seat, by), ": back to Assess"])).with_text(because)
            }
            Event::SentBack { because: Some(because) } => Said::system("Withdrawn: back to Assess").with_text(because),
            Event::SentBack { because: None } => Said::system("Amended, so back to Assess"),
            Event::Scheduled(span) => Said::system("Scheduled")
                .with_details(vec![detail("From", &self.moment(span.start)), detail("To", &self.moment(span.end))]),
            Event::Begun => Said::system("Implementation began"),
            Event::Implemented => Said::system("Implementation ended; review began"),
            Event::Reviewed(findings) => reviewed(findings),
            Event::Closed { code, notes } => {
                Said::system(join(["Closed: ", &code.word().to_lowercase()])).with_text(notes)
            }
            Event::Cancelled { because } => Said::system("Cancelled").with_text(because),
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
            Event::OrderAdded { plan, .. } => {
                Said::system(join(["Work order added: ", &plan.title])).with_details(self.order(plan))
            }
            Event::OrderAmended { plan, .. } => {
                Said::system(join(["Work order corrected: ", &plan.title])).with_details(self.order(plan))
            }
            Event::OrderMoved { order, to, note } => {
                let number = order.0.number.to_string();
                Said::system(join(["Work order ", &number, ": ", &to.word().to_lowercase()])).with_text(note)
            }
        }
    }

    /// " for Ana", where a delegate answered.
    pub(super) fn in_place(&self, seat: PersonId, by: PersonId) -> String {
        if seat == by { String::new() } else { join([" for ", self.0.directory().person(seat)]) }
    }

    /// A moment in the desk's own time.
    fn moment(&self, at: DateTime<Utc>) -> String {
        let zone = Zone::named(&self.0.agreement().agreement().calendar.zone).unwrap_or(Zone::UTC);
        preferences::format::current().date_time(zone.local(at))
    }

    fn order(&self, plan: &OrderPlan) -> Vec<(String, String)> {
        let directory = self.0.directory();
        let mut details = vec![];
        details.extend(plan.group.map(|id| detail("Group", directory.group(id))));
        details.extend(plan.assignee.map(|id| detail("Assigned to", directory.person(id))));
        let after: Vec<String> = plan.after.iter().map(|id| id.0.number.to_string()).collect();
        if !after.is_empty() {
            details.push(detail("After work order", &after.join(", ")));
        }
        details
    }

    /// For each round whose word it is, how many must agree, and who is asked.
    pub(super) fn rounds(&self, rounds: &[Round]) -> Vec<(String, String)> {
        let directory = self.0.directory();
        let one = |round: &Round| {
            let people: Vec<&str> = round.approvers.iter().map(|id| directory.person(*id)).collect();
            let needed = match round.rule {
                _ if people.len() == 1 => String::new(),
                Rule::All => "all of ".to_owned(),
                Rule::Any => "any of ".to_owned(),
                Rule::Majority => "a majority of ".to_owned(),
                Rule::Quorum(many) => join(["at least ", &many.to_string(), " of "]),
            };
            (round.name.to_string(), needed + &people.join(", "))
        };
        rounds.iter().map(one).collect()
    }

    fn change_raised(&self, statement: &Statement) -> Said {
        let directory = self.0.directory();
        let mut details = vec![detail("Type", statement.kind.word())];
        details.extend(statement.template.map(|id| detail("Template", &self.0.change_templates().number(id))));
        details.extend(statement.requested_by.map(|id| detail("Requested by", directory.person(id))));
        details.extend(statement.services.iter().map(|id| detail("Service", directory.service(*id))));
        details.extend(statement.items.iter().map(|id| detail("Configuration item", directory.item(*id))));
        details.extend(statement.category.map(|id| detail("Category", directory.category(id))));
        details.extend(statement.group.map(|id| detail("Group", directory.group(id))));
        details.extend(statement.assignee.map(|id| detail("Assigned to", directory.person(id))));
        details.extend(statement.answers.map(|answers| detail("Risk", &risk(answers))));
        Said::system("Raised").with_details(details).with_text(&statement.description)
    }

    fn change_amended(&self, amendment: &Amendment) -> Said {
        let directory = self.0.directory();
        let (field, value) = match amendment {
            Amendment::Description(text) => return Said::system("Description corrected").with_text(text),
            Amendment::Implementation(text) => return Said::system("Implementation plan written").with_text(text),
            Amendment::Test(text) => return Said::system("Test plan written").with_text(text),
            Amendment::BackOut(text) => return Said::system("Back-out plan written").with_text(text),
            Amendment::Answers(answers) => {
                return Said::system("Risk assessed").with_details(vec![detail("Risk", &risk(*answers))]);
            }
            Amendment::Raise { factor, to, because } => return raise(*factor, *to, because),
            Amendment::Summary(text) => ("Summary", text.to_string()),
            Amendment::Category(id) => ("Category", or_none(id.map(|id| directory.category(id)))),
            Amendment::Kind(kind) => ("Type", kind.word().to_owned()),
            Amendment::RequestedBy(id) => ("Requested by", directory.person(*id).to_owned()),
            Amendment::Planned(span) => {
                let written =
                    |span: &itsm::change::Span| join([&self.moment(span.start), " to ", &self.moment(span.end)]);
                ("Wished time", span.as_ref().map_or_else(|| "none".to_owned(), written))
            }
            Amendment::Services(ids) => ("Services", names(ids, |id| directory.service(*id))),
            Amendment::Items(ids) => ("Configuration items", names(ids, |id| directory.item(*id))),
        };
        Said::system(join([field, " corrected"])).with_details(vec![(field.to_owned(), value)])
    }
}

fn names<'a, T>(ids: &[T], name: impl Fn(&T) -> &'a str) -> String {
    let names: Vec<&str> = ids.iter().map(name).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn raise(factor: Factor, to: Option<u8>, because: &Arc<str>) -> Said {
    let heading = match to {
        Some(to) => join([factor.word(), " raised to ", &to.to_string()]),
        None => join([factor.word(), " back to what the answers say"]),
    };
    Said::system(heading).with_text(because)
}

fn reviewed(findings: &Findings) -> Said {
    Said::system("Review written")
        .with_details(vec![
            detail("Objectives met", yes(findings.objectives_met)),
            detail("Incidents caused", yes(findings.caused_incidents)),
            detail("Backed out", yes(findings.backed_out)),
            detail("On time", yes(findings.on_time)),
        ])
        .with_text(&findings.lessons)
}
