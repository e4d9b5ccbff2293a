//! Which of the measured minutes lie in a stretch, and which would have, had a failure gone on.

use super::Reading;
use crate::grading::Claim;
use crate::grading::spans::{Stretch, Time, shared, without};
use crate::scenario::{Key, Stake};
use crate::shift::{Act, Loss, WorldEvent};

impl<'a> Reading<'a> {
    /// Minutes that a failure took in a stretch.
    pub fn lost(&self, failure: &Key, from: Time, to: Time) -> Vec<Claim> {
        self.lost_where(|loss| loss.failure == *failure, from, to)
    }

    /// Minutes that a case's own people lost in a stretch.
    pub fn lost_by(&self, case: &Key, from: Time, to: Time) -> Vec<Claim> {
        let who = self.case(case).map(|case| &case.who);
        let failure = self.failure(case);
        let own = |loss: &Loss| loss.case == *case || (loss.failure == *failure && Some(&loss.who) == who);
        self.lost_where(own, from, to)
    }

    fn lost_where(&self, which: impl Fn(&Loss) -> bool, from: Time, to: Time) -> Vec<Claim> {
        let losses = self.truth.losses.iter().filter(|loss| which(loss));
        losses.filter_map(|loss| Some(claim(loss, shared((loss.from, loss.to), (from, to))?))).collect()
    }

    /// Minutes that those lost in a stretch whose next step was the player's: what the player's own minutes cost.
    pub fn waited(&self, from: Time, to: Time) -> Vec<Claim> {
        self.waited_if(from, to, |_| true)
    }

    /// The same for some of the cases.
    pub fn waited_if(&self, from: Time, to: Time, which: impl Fn(&Key) -> bool) -> Vec<Claim> {
        let mut claims = vec![];
        for loss in self.truth.losses.iter().filter(|loss| which(&loss.case)) {
            let came = self.case(&loss.case).map_or(loss.from, |case| case.at);
            let Some(both) = shared((loss.from.max(came), loss.to), (from, to)) else { continue };
            let away = self.with_teams(&loss.failure);
            claims.extend(without(both, &away).into_iter().map(|stretch| claim(loss, stretch)));
        }
        claims
    }

    /// When a failure was in the hands of another team.
    pub fn with_teams(&self, failure: &Key) -> Vec<Stretch> {
        let mut stretches = vec![];
        for did in &self.acts {
            let Act::Assign { case, team } = did.act else { continue };
            if self.failure(case) != failure || *team == self.scenario().you.team {
                continue;
            }
            let back = self.events().filter(|(entry, _)| entry.id > did.id).find_map(|(entry, event)| match event {
                WorldEvent::HandedBack { case: key, .. } | WorldEvent::TeamDone { case: key, .. } if key == case => {
                    Some(entry.at)
                }
                _ => None,
            });
            stretches.push((did.to, back.unwrap_or(Time::MAX_UTC)));
        }
        stretches
    }

    /// Minutes that a failure would have taken in a stretch from all whom it held up, had it gone on.
    pub fn would_lose(&self, failure: &Key, from: Time, to: Time) -> Vec<Claim> {
        let held: Vec<Claim> = self.held_up(failure);
        let held = if from < to { held } else { vec![] };
        held.into_iter().map(|claim| Claim { from, to, ..claim }).collect()
    }

    /// Minutes that a case's own people would have lost.
    pub fn would_lose_by(&self, case: &Key, from: Time, to: Time) -> Vec<Claim> {
        let Some(truth) = self.case(case).filter(|_| from < to) else { return vec![] };
        let failure = self.failure(case).clone();
        vec![Claim { case: case.clone(), person: truth.who.clone(), failure, from, to, stake: truth.stake }]
    }

    /// Each whom a failure ever held up, once, with the largest stake.
    fn held_up(&self, failure: &Key) -> Vec<Claim> {
        let losses = self.truth.losses.iter().filter(|loss| loss.failure == *failure);
        let mut held: Vec<Claim> = losses.map(|loss| claim(loss, (loss.from, loss.to))).collect();
        if held.is_empty() {
            let cases = self.cases_of(failure).into_iter().map(|(key, _)| key);
            held = cases.flat_map(|case| self.would_lose_by(case, self.truth.from, self.end())).collect();
        }
        let weight = |stake: Stake| f64::from(stake.people) * stake.share;
        held.sort_by(|one, other| {
            one.person.cmp(&other.person).then(weight(other.stake).total_cmp(&weight(one.stake)))
        });
        held.dedup_by(|later, kept| later.person == kept.person);
        held
    }

    /// Whether anybody waits for the player at an instant, in a case that the player knows of or could take up.
    pub fn somebody_waits(&self, from: Time, to: Time) -> bool {
        !self.waited(from, to).is_empty()
    }
}

fn claim(loss: &Loss, (from, to): Stretch) -> Claim {
    Claim {
        case: loss.case.clone(),
        person: loss.who.clone(),
        failure: loss.failure.clone(),
        from,
        to,
        stake: loss.stake,
    }
}
