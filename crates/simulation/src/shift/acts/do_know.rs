//! Finding out: search, look.

use super::super::play::{Refused, Shift};
use crate::scenario::{Article, Fault, Key};

impl Shift {
    pub(super) fn do_search(&mut self, key: &Key) -> Result<(), Refused> {
        let fault = self.fault_of(key);
        let service = self.service_about(key);
        let pool = &self.plan.files.pool;
        let fits = |article: &Article| {
            let of = |fault: &Fault| service.as_ref() == Some(&fault.service);
            let by_fault = article.faults.iter().filter_map(|key| pool.faults.get(key)).any(of);
            let mends = |fault: &&Fault| article.fix.as_ref().is_some_and(|fix| fault.fixes.contains_key(fix));
            by_fault || article.faults.is_empty() && pool.faults.values().filter(mends).any(of)
        };
        let mut found: Vec<Key> =
            pool.articles.iter().filter(|(_, article)| fits(article)).map(|(key, _)| key.clone()).collect();
        let hidden = fault.and_then(|fault| self.state.faults.get(&fault)).map(|fault| fault.planned.fault.clone());
        let written = self.state.written.iter().filter(|article| article.fault.is_some() && article.fault == hidden);
        found.extend(written.map(|article| article.key.clone()));
        let text = match found.len() {
            0 => "Nothing found.".to_owned(),
            1 => "One article found.".to_owned(),
            more => format!("{more} articles found."),
        };
        self.system_says(key, &text);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.found = Some(found);
        }
        Ok(())
    }

    /// The service that a search is about: as recorded, else as the caller tells of it.
    fn service_about(&self, key: &Key) -> Option<Key> {
        let recorded = self.records.service(key).cloned();
        let fault = self.fault_of(key);
        let form = self.pool_fault(fault.as_ref()).map(|fault| fault.service.clone());
        let case = self.state.cases.get(key)?;
        let offer = case.planned.offer.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        form.or(recorded)
            .or_else(|| offer.map(|offer| offer.service.clone()))
            .or_else(|| case.planned.truth.service.clone())
    }

    pub(super) fn do_diagnose(&mut self, key: &Key, diagnostic: &Key) -> Result<(), Refused> {
        let Some(look) = self.plan.files.pool.diagnostics.get(diagnostic).cloned() else { return Ok(()) };
        let fault = self.fault_of(key);
        // Whoever tells of a fault has it, even if it has not reached the others yet.
        let seen = fault.as_ref().and_then(|fault| self.pool_fault(Some(fault))?.diagnoses.get(diagnostic).cloned());
        let (says, fact) = match seen {
            Some(seen) => (seen.says, seen.reveals),
            None => (look.otherwise.clone(), None),
        };
        self.system_says(key, &format!("{}: {says}", look.label));
        self.reveal(key, fact);
        if *diagnostic == "read-measures" {
            self.read_reports(key);
        }
        if let Some(case) = self.state.cases.get_mut(key) {
            case.looked_at.insert(diagnostic.clone());
        }
        self.evidence(diagnostic);
        Ok(())
    }

    fn read_reports(&mut self, key: &Key) {
        let plan = self.plan.clone();
        for report in &plan.files.scenario.reports {
            self.system_says(key, &format!("{}: {}. {}", report.name, report.value, report.counts));
            self.reveal(key, report.reveals.clone());
        }
    }
}
