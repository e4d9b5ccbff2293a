//! What is written for later: articles and improvements.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::improvement::{self, Scale};
use itsm::knowledge::{self, Content};
use itsm::{Command as Any, RecordId, Refusal};

use super::Records;
use crate::scenario::Key;

impl Records {
    /// Begins an article from what was learned at a case.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn begin_article(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        key: &Key,
        title: &str,
        body: &str,
        from: &Key,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let from = self.of(from)?;
        let (service, category) = match from {
            RecordId::Incident(id) => self.desk.incident(id).map(|one| (one.service, one.category))?,
            RecordId::Problem(id) => self.desk.problem(id).map(|one| (one.service, one.category))?,
            _ => (None, None),
        };
        let (title, body) = (Arc::from(title), Arc::from(body));
        let content = Content { title, body, service, category, ..Content::default() };
        let command = knowledge::Command::Begin { content: Box::new(content), from: Some(from) };
        let record = self.begin_record(&context, Any::Article(command))?;
        self.name(key, record);
        Ok(())
    }

    /// Registers an improvement to which a case led.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn improve(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        key: &Key,
        summary: &str,
        why: &str,
        from: &Key,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let from = Some(self.of(from)?);
        let statement = Box::new(wish(summary, why));
        let record =
            self.begin_record(&context, Any::Improvement(improvement::Command::Register { statement, from }))?;
        self.name(key, record);
        Ok(())
    }
}

/// An improvement that nobody has weighed.
pub(super) fn wish(summary: &str, why: &str) -> improvement::Statement {
    improvement::Statement {
        summary: Arc::from(summary),
        why: Arc::from(why),
        effort: Scale::MIDDLE,
        benefit: Scale::MIDDLE,
        owner: None,
        measure: None,
        baseline: None,
        target: None,
        due: None,
    }
}
