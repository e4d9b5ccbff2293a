//! What the desk made of a case: as what it was logged, how it was weighed, with whom it is, how it ended.

use super::{Did, Reading};
use crate::grading::spans::Time;
use crate::scenario::{Key, LinkKind, StartKind, StartState};
use crate::shift::{Act, Correction, Logged, SolutionCode};

/// The way in which the player called something resolved.
pub(in crate::grading) struct End<'b, 'a> {
    pub did: &'b Did<'a>,
    pub case: &'b Key,
    pub code: SolutionCode,
    /// Whether it went along with its parent.
    pub along: bool,
}

/// A link that the player made.
pub(in crate::grading) struct Link<'b, 'a> {
    pub did: &'b Did<'a>,
    pub case: &'b Key,
    pub kind: LinkKind,
    pub to: &'b Key,
}

impl<'a> Reading<'a> {
    /// The act that made a record of a case, or took it into one.
    pub fn logged(&self, case: &str) -> Option<&Did<'a>> {
        self.about(case).find(|did| match did.act {
            Act::Log { .. } | Act::Link { .. } => true,
            Act::Reopen { by, .. } => by.is_some(),
            _ => false,
        })
    }

    /// Since when it is a record.
    pub fn record_since(&self, case: &str) -> Option<Time> {
        let start = self.scenario().start.iter().any(|start| start.key == *case);
        if start { Some(self.truth.from) } else { self.logged(case).map(|did| did.to) }
    }

    /// As what it is kept at an instant. A contact that was linked without more is an incident.
    pub fn kind_at(&self, case: &str, time: Time) -> Option<Logged> {
        let mut kind = self.scenario().start.iter().find(|start| start.key == *case).map(|start| match start.kind {
            StartKind::Request => Logged::Request,
            StartKind::Alert => Logged::Event,
            _ => Logged::Incident,
        });
        for did in self.about(case).filter(|did| did.to <= time) {
            match did.act {
                Act::Log { kind: logged, .. } => kind = Some(*logged),
                Act::Amend { field: Correction::Kind(logged), .. } => kind = Some(*logged),
                Act::Link { .. } => kind = kind.or(Some(Logged::Incident)),
                _ => {}
            }
        }
        kind
    }

    /// Impact and urgency as they stand at an instant, where both are given.
    pub fn levels_at(&self, case: &str, time: Time) -> Option<(u8, u8)> {
        let start = self.scenario().start.iter().find(|start| start.key == *case);
        let (mut impact, mut urgency) = start.map_or((None, None), |start| (start.impact, start.urgency));
        for did in self.about(case).filter(|did| did.to <= time) {
            match did.act {
                Act::Log { impact: i, urgency: u, .. } => (impact, urgency) = (*i, *u),
                Act::Amend { field: Correction::Impact(level), .. } => impact = Some(*level),
                Act::Amend { field: Correction::Urgency(level), .. } => urgency = Some(*level),
                _ => {}
            }
        }
        impact.zip(urgency)
    }

    /// The priority that the desk's matrix gives; 1 is the most pressing.
    pub fn priority(&self, (impact, urgency): (u8, u8)) -> Option<u8> {
        let place = |level: u8| usize::from(level).checked_sub(1);
        self.firm().matrix.get(place(impact)?)?.get(place(urgency)?).copied()
    }

    /// The priority that a record has at an instant.
    pub fn priority_at(&self, case: &str, time: Time) -> Option<u8> {
        self.priority(self.levels_at(case, time)?)
    }

    /// The priority that is right by truth; the lowest where truth weighs nothing.
    pub fn true_priority(&self, case: &str) -> u8 {
        const LOWEST: u8 = 5;
        self.weight(case).and_then(|levels| self.priority(levels)).unwrap_or(LOWEST)
    }

    /// True impact and urgency.
    pub fn weight(&self, case: &str) -> Option<(u8, u8)> {
        let truth = &self.case(case)?.truth;
        truth.impact.zip(truth.urgency)
    }

    /// The item that a record names at an instant.
    pub fn item_at(&self, case: &str, time: Time) -> Option<&'a Key> {
        let mut item = None;
        for did in self.about(case).filter(|did| did.to <= time) {
            match did.act {
                Act::Log { item: named, .. } => item = named.as_ref(),
                Act::Amend { field: Correction::Item(named), .. } => item = named.as_ref(),
                _ => {}
            }
        }
        item
    }

    /// All links, in order.
    pub fn links(&self) -> impl Iterator<Item = Link<'_, 'a>> {
        self.acts.iter().filter_map(|did| match did.act {
            Act::Link { case, kind, to } => Some(Link { did, case, kind: *kind, to }),
            _ => None,
        })
    }

    /// The record that a record hangs on at an instant, as a consequence or as the same.
    pub fn above(&self, case: &str, time: Time) -> Option<&'a Key> {
        self.about(case)
            .filter(|did| did.to <= time)
            .filter_map(|did| match did.act {
                Act::Link { kind: LinkKind::Parent | LinkKind::Duplicate, to, .. } => Some(to),
                Act::Reopen { case: old, by: Some(_) } => Some(old),
                _ => None,
            })
            .last()
    }

    /// The topmost record above a record at an instant; itself where it hangs on nothing.
    pub fn top<'k>(&self, case: &'k Key, time: Time) -> &'k Key
    where
        'a: 'k,
    {
        let mut top = case;
        for _ in 0..=self.truth.cases.len() {
            match self.above(top, time) {
                Some(above) => top = above,
                None => break,
            }
        }
        top
    }

    /// Every record that the player called resolved, with those that went along.
    pub fn ends(&self) -> Vec<End<'_, 'a>> {
        let mut ends = vec![];
        for did in &self.acts {
            let Act::Resolve { case, code, cascade, .. } = did.act else { continue };
            ends.push(End { did, case, code: *code, along: false });
            let below =
                |key: &&Key| *key != case && self.above(key, did.to) == Some(case) && self.is_open(key, did.from);
            let along = self.truth.cases.keys().filter(|_| *cascade).filter(below);
            ends.extend(along.map(|case| End { did, case, code: *code, along: true }));
        }
        ends
    }

    /// Whether a record is open at an instant.
    pub fn is_open(&self, case: &str, time: Time) -> bool {
        if self.record_since(case).is_none_or(|since| since > time) {
            return false;
        }
        let start = self.scenario().start.iter().find(|start| start.key == *case);
        let mut open = start.is_none_or(|start| !matches!(start.state, StartState::Resolved | StartState::Closed));
        for did in self.acts.iter().filter(|did| did.to <= time) {
            match did.act {
                Act::Resolve { case: key, .. } | Act::Cancel { case: key, .. } if *key == *case => open = false,
                Act::Resolve { case: key, cascade: true, .. } if self.above(case, did.to) == Some(key) => open = false,
                Act::Reopen { case: key, .. } if *key == *case => open = true,
                _ => {}
            }
        }
        open
    }

    /// The cases that a problem was raised from or that were linked to it, with the act.
    pub fn problem_links(&self) -> Vec<(&Did<'a>, &'a Key)> {
        let mut links = vec![];
        for did in &self.acts {
            match did.act {
                Act::Problem { from } => links.extend(from.iter().map(|case| (did, case))),
                Act::Link { case, kind: LinkKind::Problem, .. } => links.push((did, case)),
                _ => {}
            }
        }
        links
    }

    /// The case from which a problem was raised: "problem-1" is the first of the shift.
    pub fn problem_case(&self, problem: &str) -> Option<&'a Key> {
        let number: usize = problem.strip_prefix("problem-")?.parse().ok()?;
        let raised = self.acts.iter().filter_map(|did| match did.act {
            Act::Problem { from } => Some(from),
            _ => None,
        });
        raised.clone().nth(number.checked_sub(1)?)?.first()
    }
}
