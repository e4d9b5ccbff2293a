//! Records of every practice by their labels: how the story names them, begins them, acts on them and links them.

use std::sync::Arc;

use itsm::link::{Command as Links, Link, Relation};
use itsm::satisfaction::Score;
use itsm::{Command, Event, Happening, PersonId, RecordId, incident, request};

use crate::play::{Player, find};
use crate::script::{Beginning, Step};

impl Player {
    /// What a label stands for: a record of the story, `service:KEY`, `item:KEY`, or `"the summary of an incident"`.
    pub(crate) fn record(&self, label: &str) -> Result<RecordId, String> {
        if let Some(key) = label.strip_prefix("service:") {
            return find(&self.cast.services, key).map(RecordId::Service);
        }
        if let Some(key) = label.strip_prefix("item:") {
            return find(&self.cast.items, key).map(RecordId::Item);
        }
        if let Some(summary) = label.strip_prefix('"') {
            return self.summed_up(summary.strip_suffix('"').unwrap_or(summary));
        }
        if let Some(id) = self.records.get(label) {
            return Ok(*id);
        }
        if let Some(id) = self.levels.promises.get(label) {
            return Ok(RecordId::Promise(*id));
        }
        if let Some(id) = self.levels.suppliers.get(label) {
            return Ok(RecordId::Supplier(*id));
        }
        if let Some(id) = self.problems.get(label) {
            return Ok(RecordId::Problem(*id));
        }
        self.incident(label).map(RecordId::Incident)
    }

    /// The one incident with this summary.
    fn summed_up(&self, summary: &str) -> Result<RecordId, String> {
        let mut found = self.workspace.desk().incidents().filter(|one| &*one.summary == summary);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(RecordId::Incident(one.id)),
            (None, _) => Err(format!("no incident is called “{summary}”")),
            (Some(_), Some(_)) => Err(format!("more than one incident is called “{summary}”")),
        }
    }

    /// Begins a record of another practice than incidents and problems.
    pub(crate) fn begin_record(&mut self, beginning: &Beginning, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        let events = match beginning.kind.as_str() {
            "request" => self.ask_for(beginning, step, by)?,
            "template" => self.write_template(beginning, step, by)?,
            "change" => self.raise_change(beginning, step, by)?,
            "article" => self.begin_article(beginning, step, by)?,
            "improvement" => self.register_improvement(beginning, step, by)?,
            "order" => self.order_offering(beginning, step, by)?,
            "catalogue" => return self.begin_catalogue(beginning, step, by),
            "events" => return self.take_in(beginning, step, by),
            "rules" => return self.set_rules(beginning, step, by),
            other => return Err(format!("“{other}” is no kind of record")),
        };
        self.name_record(&step.record, &events)
    }

    /// Notes which record a label stands for from now on.
    pub(crate) fn name_record(&mut self, label: &str, events: &[Event]) -> Result<(), String> {
        let id = events.iter().find_map(|event| match &event.what {
            Happening::Link(..) | Happening::Incident(..) => None,
            other => other.record(),
        });
        let id = id.ok_or("nothing was begun")?;
        match self.records.insert(label.to_owned(), id) {
            None => Ok(()),
            Some(_) => Err(format!("“{label}” is used twice")),
        }
    }

    /// What somebody does about a record: first what is the same for all, then what its practice knows.
    pub(crate) fn act_on(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let (id, by) = (self.record(&step.record)?, self.person(&step.who)?);
        if let Some(relation) = relation(verb) {
            if text.starts_with('"') {
                return self.link(id, relation, text, step, by);
            }
            return text.split_whitespace().try_for_each(|label| self.link(id, relation, label, step, by));
        }
        match id {
            RecordId::Incident(id) if verb == "rate" => {
                let (score, words) = rating(text)?;
                let rate = incident::Command::Rate { incident: id, score, words };
                self.give(Command::Incident(rate), step.at, by).map(drop)
            }
            RecordId::Incident(id) if verb == "major" => self.major_verb(id, text, step, by),
            RecordId::Incident(_) => self.verb(verb, text, step),
            RecordId::Problem(_) => self.problem_verb(verb, text, step),
            RecordId::Request(id) if verb == "rate" => {
                let (score, words) = rating(text)?;
                let rate = request::Command::Rate { request: id, score, words };
                self.give(Command::Request(rate), step.at, by).map(drop)
            }
            RecordId::Request(id) => self.request_verb(id, verb, text, step, by),
            RecordId::Change(id) => self.change_verb(id, verb, text, step, by),
            RecordId::ChangeTemplate(id) => self.template_verb(id, verb, text, step, by),
            RecordId::Article(id) => self.article_verb(id, verb, text, step, by),
            RecordId::Improvement(id) => self.improvement_verb(id, verb, text, step, by),
            RecordId::Alert(id) => self.alert_verb(id, verb, text, step, by),
            RecordId::Service(id) => self.catalogue_verb(id, verb, text, step, by),
            RecordId::Promise(_) | RecordId::Supplier(_) | RecordId::Item(_) => {
                Err(format!("“{verb}” is nothing one can do about it"))
            }
        }
    }

    fn link(
        &mut self,
        from: RecordId,
        relation: Relation,
        label: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let link = Link { relation, to: self.record(label)? };
        self.give(Command::Link(Links::Link(from, link)), step.at, by).map(drop)
    }
}

fn relation(verb: &str) -> Option<Relation> {
    Some(match verb {
        "causedby" => Relation::CausedBy,
        "removedby" => Relation::RemovedBy,
        "ledto" => Relation::LedTo,
        "solvedwith" => Relation::SolvedWith,
        "describedby" => Relation::DescribedBy,
        _ => return None,
    })
}

/// `4 Words that are not needed`
fn rating(text: &str) -> Result<(Score, Arc<str>), String> {
    let (score, words) = text.split_once(' ').unwrap_or((text, ""));
    let score = score.parse().ok().and_then(Score::new).ok_or("a score is from 1 to 5")?;
    Ok((score, words.into()))
}
