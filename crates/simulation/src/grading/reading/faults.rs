//! What is behind a case: the fault, what helps against it, and who can.

use std::collections::BTreeSet;

use super::{Did, Reading};
use crate::grading::spans::Time;
use crate::scenario::{ArticleState, Channel, ContactKind, Fault as Form, Key, Refuse, Works};
use crate::shift::{Act, CaseTruth, FaultTruth, WorldEvent};

/// A fault of the shift.
#[derive(Clone, Copy)]
pub(in crate::grading) struct Fault<'a> {
    pub key: &'a Key,
    pub live: &'a FaultTruth,
    pub form: &'a Form,
}

impl Fault<'_> {
    /// Whether it holds people up at an instant.
    pub fn is_alive(&self, time: Time) -> bool {
        let last = |instants: &[Time]| instants.iter().filter(|at| **at <= time).max().copied();
        last(&self.live.began).is_some_and(|began| last(&self.live.ended).is_none_or(|ended| ended < began))
    }

    /// Whether it comes back as long as its cause is there.
    pub fn recurs(&self) -> bool {
        self.form.recurs.is_some() || self.form.problem.is_some()
    }

    /// Whether somebody else may meet it: it recurs, or reaches more than one.
    pub fn may_be_met_again(&self) -> bool {
        self.recurs() || self.form.affects.is_some()
    }
}

impl<'a> Reading<'a> {
    /// The fault behind a case.
    pub fn fault(&self, case: &str) -> Option<Fault<'a>> {
        self.fault_by_key(self.case(case)?.fault.as_ref()?)
    }

    pub fn fault_by_key(&self, key: &str) -> Option<Fault<'a>> {
        let (key, live) = self.truth.faults.get_key_value(key)?;
        Some(Fault { key, live, form: self.pool().faults.get(&live.fault)? })
    }

    /// The fault behind a case, or the key itself where there is none.
    pub fn failure<'k>(&self, case: &'k Key) -> &'k Key
    where
        'a: 'k,
    {
        self.case(case).and_then(|case| case.fault.as_ref()).unwrap_or(case)
    }

    /// Whether two cases have the same fault behind them.
    pub fn same_fault(&self, one: &str, other: &str) -> bool {
        let fault = |case| self.case(case).and_then(|case| case.fault.as_ref());
        fault(one).is_some() && fault(one) == fault(other)
    }

    /// The cases of one failure, in the order of their arrival; no records of the days before.
    pub fn cases_of(&self, failure: &Key) -> Vec<(&'a Key, &'a CaseTruth)> {
        let came =
            self.truth.cases.iter().filter(|(key, _)| self.scenario().start.iter().all(|start| start.key != **key));
        let mut cases: Vec<_> = came.filter(|(key, _)| self.failure(key) == failure).collect();
        cases.sort_by_key(|(key, case)| (case.at, *key));
        cases
    }

    /// What a fix does to the fault behind a case.
    pub fn works(&self, case: &str, fix: &Key) -> Works {
        match self.fault(case) {
            Some(fault) => fault.form.fixes.get(fix).map_or(Works::No, |remedy| remedy.works),
            None if self.case(case).is_some_and(|case| case.truth.fix.contains(fix)) => Works::Lasting,
            None => Works::No,
        }
    }

    /// Whether a fix restores, for a while at least.
    pub fn restores(&self, case: &str, fix: &Key) -> bool {
        matches!(self.works(case, fix), Works::Lasting | Works::Workaround)
    }

    /// Whether a fix that the player made helped: as the world showed, else as truth says.
    pub fn helped(&self, did: &Did<'a>) -> bool {
        let Act::Fix { case, fix } = did.act else { return false };
        let tried =
            self.events().filter(|(entry, _)| entry.command == did.command).find_map(|(_, event)| match event {
                WorldEvent::Tried { case: at, fix: by, helped, .. } if at == case && by == fix => Some(*helped),
                _ => None,
            });
        tried.unwrap_or_else(|| self.restores(case, fix))
    }

    /// The player's fixes at cases of one failure.
    pub fn fixes_of<'b>(&'b self, failure: &'b Key) -> impl Iterator<Item = (&'b Did<'a>, &'a Key)> + use<'a, 'b> {
        self.acts.iter().filter_map(move |did| match did.act {
            Act::Fix { case, fix } if self.failure(case) == failure => Some((did, fix)),
            _ => None,
        })
    }

    /// Every fix tried at a failure that helped, by whomever, in order.
    pub fn help_for(&self, failure: &Key) -> Vec<(Time, &'a Key)> {
        let by_world = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::Tried { case, fix, helped: true, .. } if self.failure(case) == failure => Some((entry.at, fix)),
            WorldEvent::FaultMasked { fault, by } | WorldEvent::FaultGone { fault, by: Some(by) }
                if fault == failure =>
            {
                Some((entry.at, by))
            }
            _ => None,
        });
        let by_player = self.fixes_of(failure).filter(|(did, _)| self.helped(did)).map(|(did, fix)| (did.to, fix));
        let mut help: Vec<_> = by_world.chain(by_player).collect();
        help.sort();
        help.dedup();
        help
    }

    /// The teams that can end what is behind a case.
    pub fn teams(&self, case: &str) -> BTreeSet<&'a Key> {
        let Some(truth) = self.case(case) else { return BTreeSet::new() };
        let mut teams: BTreeSet<&Key> = truth.truth.team.iter().collect();
        if let Some(fault) = self.fault(case) {
            teams.insert(&fault.form.team);
            let lasting = fault.form.fixes.iter().filter(|(_, remedy)| remedy.works == Works::Lasting);
            teams.extend(lasting.filter_map(|(fix, _)| self.pool().fixes.get(fix)).flat_map(|fix| &fix.by));
        }
        if let Some(offer) = truth.offer.as_ref().and_then(|offer| self.pool().offers.get(offer)) {
            teams.insert(&offer.team);
            teams.extend(offer.tasks.iter().map(|task| &task.team));
        }
        teams
    }

    /// Fixes that restore and that the player's own team may make.
    pub fn own_remedies(&self, case: &str) -> Vec<(&'a Key, f64)> {
        let own = |(fix, minutes): (&'a Key, f64)| self.may_fix(fix).then_some((fix, minutes));
        self.remedies(case).into_iter().filter_map(own).collect()
    }

    /// Whether the player's own team may make a fix.
    pub fn may_fix(&self, fix: &str) -> bool {
        self.pool().fixes.get(fix).is_some_and(|form| form.by.contains(&self.scenario().you.team))
    }

    /// Fixes that restore, with their minutes.
    pub fn remedies(&self, case: &str) -> Vec<(&'a Key, f64)> {
        let Some(fault) = self.fault(case) else { return vec![] };
        let works =
            fault.form.fixes.iter().filter(|(_, remedy)| matches!(remedy.works, Works::Lasting | Works::Workaround));
        works.filter_map(|(fix, _)| Some((fix, self.pool().fixes.get(fix)?.minutes))).collect()
    }

    /// Fixes that an article in view, or a known error, describes and that restore, with their minutes.
    pub fn described(&self, case: &str) -> Vec<(&'a Key, f64)> {
        let Some(fault) = self.fault(case) else { return vec![] };
        let in_view =
            |key: &Key| self.pool().articles.get(key).filter(|article| article.state == ArticleState::Published);
        let by_article = fault.form.articles.iter().filter_map(in_view).filter_map(|article| article.fix.as_ref());
        let known =
            fault.form.problem.iter().filter(|problem| problem.known).filter_map(|problem| problem.workaround.as_ref());
        let described: BTreeSet<&Key> = by_article.chain(known).collect();
        self.remedies(case).into_iter().filter(|(fix, _)| described.contains(fix)).collect()
    }

    /// Whether the need of a case is met at an instant. Where nobody is held up by it, its fault speaks for it.
    pub fn is_met(&self, case: &str, time: Time) -> bool {
        if self.is_nobodys(case) {
            return self.fault(case).is_none_or(|fault| !fault.is_alive(time));
        }
        let unmet = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::Unmet { case: key } | WorldEvent::Returned { case: key } if *key == *case => Some(entry.at),
            _ => None,
        });
        let met = self.met(case).into_iter().filter(|at| *at <= time).max();
        met.is_some_and(|met| unmet.filter(|at| *at <= time).max().is_none_or(|unmet| unmet <= met))
    }

    /// When the need of a case was first met after an instant; the end of the shift if never.
    pub fn met_after(&self, case: &str, time: Time) -> Time {
        if self.is_met(case, time) {
            return time;
        }
        self.met(case).into_iter().filter(|at| *at > time).min().unwrap_or_else(|| self.end())
    }

    /// Whether nobody is held up by what a case tells: an event of a tool, a word of a team.
    fn is_nobodys(&self, case: &str) -> bool {
        self.case(case).is_some_and(|case| case.stake.share <= 0.0 && case.offer.is_none() && case.met.is_empty())
    }

    /// Every time at which the need of a case was met.
    fn met(&self, case: &str) -> Vec<Time> {
        if self.is_nobodys(case) {
            return self.fault(case).map(|fault| fault.live.ended.clone()).unwrap_or_default();
        }
        let by_truth = self.case(case).into_iter().flat_map(|case| &case.met).copied();
        let told = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::Met { case: key } if *key == *case => Some(entry.at),
            _ => None,
        });
        by_truth.chain(told).collect()
    }

    /// When a failure was over for everybody; the end of the shift if it was not.
    pub fn over(&self, failure: &Key) -> Time {
        match self.fault_by_key(failure) {
            Some(fault) if !fault.is_alive(self.end()) => {
                fault.live.ended.iter().filter(|at| **at <= self.end()).max().copied().unwrap_or_else(|| self.end())
            }
            Some(_) => self.end(),
            None => self.met_after(failure, self.truth.from),
        }
    }

    /// Whether a case is something that stopped or got worse for somebody.
    pub fn is_incident(&self, case: &str) -> bool {
        self.case(case).is_some_and(|case| case.truth.kind == ContactKind::Incident)
    }

    /// Whether a tool tells it, not a person.
    pub fn is_alert(&self, case: &str) -> bool {
        self.case(case).is_some_and(|case| case.channel == Channel::Monitoring)
    }

    /// Whether somebody asks who is not who they say.
    pub fn is_false(&self, case: &str) -> bool {
        self.case(case).is_some_and(|case| case.truth.refuse == Some(Refuse::Identity))
    }
}
