//! What fails when something does: worked out from the needs, round by round.
//!
//! An item or a service fails when one of its needs is not met any more. It is *degraded* when one of its needs has
//! lost something and is still met: redundancy has been used up. Where a ring of needs holds itself up, it stays up
//! until something outside the ring fails, because nothing fails without a cause.

use std::collections::{BTreeMap, BTreeSet};

use super::map::Configuration;
use super::need::Node;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What is taken to be down.
    pub down: BTreeSet<Node>,
    /// What is said to go on whatever is worked out: somebody knows better. What is down is down all the same.
    pub kept_up: BTreeSet<Node>,
    /// How many steps from what is down are looked at; `None` for all.
    pub depth: Option<u32>,
}

impl Question {
    /// What fails with these?
    pub fn of(down: impl IntoIterator<Item = Node>) -> Self {
        Self { down: down.into_iter().collect(), ..Self::default() }
    }
}

/// Why something fails or is degraded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// Which of its needs, by its place in their list.
    pub need: usize,
    /// What of that need's group is out.
    pub missing: Vec<Node>,
    /// How many steps it is from what is down.
    pub step: u32,
}

/// What becomes of an item or a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing of what it needs is out.
    NotImpacted,
    /// Somebody said that it goes on.
    KeptUp,
    /// Worked out: it goes on, with less to spare.
    Degraded(Because),
    /// Worked out: it fails.
    Fails(Because),
    /// Somebody said that it is down.
    Down,
}

impl Fate {
    /// Whether it does not work.
    pub fn is_out(&self) -> bool {
        matches!(self, Fate::Down | Fate::Fails(_))
    }
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    fates: BTreeMap<Node, Fate>,
}

impl Impact {
    /// What becomes of an item or a service.
    pub fn fate(&self, node: Node) -> &Fate {
        self.fates.get(&node).unwrap_or(&Fate::NotImpacted)
    }

    /// Everything that is touched at all, in the order of ids.
    pub fn touched(&self) -> impl Iterator<Item = (Node, &Fate)> {
        self.fates.iter().map(|(node, fate)| (*node, fate))
    }

    /// What does not work, what was marked down included.
    pub fn out(&self) -> impl Iterator<Item = Node> {
        self.touched().filter(|(_, fate)| fate.is_out()).map(|(node, _)| node)
    }

    /// The way from a failed one to what is down: each needs the next. Begins with `node`; alone if it does not fail.
    pub fn chain(&self, node: Node) -> Vec<Node> {
        let mut chain = vec![node];
        let mut at = node;
        // Each step leads to a smaller one, so it ends.
        while let Fate::Fails(because) | Fate::Degraded(because) = self.fate(at) {
            let step = |node: &Node| match self.fate(*node) {
                Fate::Fails(because) => because.step,
                _ => 0,
            };
            let Some(next) = because.missing.iter().copied().min_by_key(|node| (step(node), *node)) else { break };
            chain.push(next);
            at = next;
        }
        chain
    }
}

/// Works out what becomes of everything. Ends on any map, rings included.
pub fn impact(map: &Configuration, question: &Question) -> Impact {
    let mut steps: BTreeMap<Node, u32> = question.down.iter().map(|node| (*node, 0)).collect();
    let mut fates: BTreeMap<Node, Fate> = question.down.iter().map(|node| (*node, Fate::Down)).collect();
    let limit = question.depth.unwrap_or(u32::MAX);
    let mut latest: Vec<Node> = question.down.iter().copied().collect();
    let mut step = 0;
    while !latest.is_empty() && step < limit {
        step += 1;
        let asked: BTreeSet<Node> = latest.iter().flat_map(|node| map.needed_by(*node)).collect();
        let mut failing = vec![];
        for node in asked {
            if steps.contains_key(&node) || question.kept_up.contains(&node) {
                continue;
            }
            if let Some(because) = unmet(map, node, step, |other| steps.contains_key(&other)) {
                failing.push((node, because));
            }
        }
        latest = failing.iter().map(|(node, _)| *node).collect();
        for (node, because) in failing {
            steps.insert(node, step);
            fates.insert(node, Fate::Fails(because));
        }
    }
    let within: BTreeSet<Node> = steps.iter().filter(|(_, at)| **at < limit).map(|(node, _)| *node).collect();
    let touched: BTreeSet<Node> = within.iter().flat_map(|node| map.needed_by(*node)).collect();
    for node in touched {
        if steps.contains_key(&node) {
            continue;
        }
        if question.kept_up.contains(&node) {
            fates.insert(node, Fate::KeptUp);
        } else if let Some(because) = weakened(map, node, &steps, &within) {
            fates.insert(node, Fate::Degraded(because));
        }
    }
    Impact { fates }
}

/// The first need that is not met.
fn unmet(map: &Configuration, node: Node, step: u32, is_out: impl Fn(Node) -> bool) -> Option<Because> {
    let needs = map.needs(node).iter().enumerate();
    let (need, found) = needs.into_iter().find(|(_, need)| !need.is_met(&is_out))?;
    let missing = found.of().iter().copied().filter(|other| is_out(*other)).collect();
    Some(Because { need, missing, step })
}

/// The need with the least to spare of those that have lost something.
fn weakened(map: &Configuration, node: Node, steps: &BTreeMap<Node, u32>, within: &BTreeSet<Node>) -> Option<Because> {
    let lost = |place: usize| -> Vec<Node> {
        map.needs(node)
            .get(place)
            .map_or_else(Vec::new, |need| need.of().iter().copied().filter(|other| within.contains(other)).collect())
    };
    let hurt = map.needs(node).iter().enumerate().filter(|(place, _)| !lost(*place).is_empty());
    let (need, _) = hurt.min_by_key(|(place, need)| (need.spare().saturating_sub(lost(*place).len()), *place))?;
    let missing = lost(need);
    let step = missing.iter().filter_map(|other| steps.get(other)).max().copied().unwrap_or(0).saturating_add(1);
    Some(Because { need, missing, step })
}
