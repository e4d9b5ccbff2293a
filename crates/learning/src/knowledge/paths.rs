//! Where an element went from edition to edition.

use super::concept::Concept;
use super::store::{Knowledge, names};
use crate::edition::Edition;

impl Knowledge {
    /// What a concept became in the next edition; empty if it kept its place or has no heir.
    pub fn became(&self, concept: &Concept) -> impl Iterator<Item = &Concept> {
        self.all_of(&concept.became)
    }

    /// What became this concept; empty if it is new or was there before.
    pub fn came_from<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Concept> {
        self.concepts().filter(move |concept| names(&concept.became, id))
    }

    /// Where an element stands in an edition: itself if that edition has it, else its heirs there, or its ancestors if
    /// the edition is an older one. Empty if that edition has nothing in its place.
    pub fn stands_in<'a>(&'a self, concept: &'a Concept, edition: Edition) -> Vec<&'a Concept> {
        if concept.is_in(edition) {
            return vec![concept];
        }
        let forward = concept.editions.newest().is_some_and(|newest| newest < edition);
        let mut seen = vec![concept];
        let mut found = Vec::new();
        let mut place = 0;
        while let Some(one) = seen.get(place).copied() {
            place += 1;
            let next: Vec<&Concept> =
                if forward { self.became(one).collect() } else { self.came_from(one.id.as_str()).collect() };
            for step in next {
                // Files are written by people: a circle must not keep us here.
                if seen.iter().any(|known| known.id == step.id)
                    || found.iter().any(|known: &&Concept| known.id == step.id)
                {
                    continue;
                }
                if step.is_in(edition) { found.push(step) } else { seen.push(step) }
            }
        }
        found
    }
}
