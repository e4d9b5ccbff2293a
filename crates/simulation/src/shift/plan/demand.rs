//! People who come by number: how many, when, who, how.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{Comes, Draw, Planned, Planner, count, usual_truth, weight};
use crate::scenario::{Channel, Demand, DemandAbout, Key, LocalTime};

impl Planner {
    /// Those who come by number. As many again are drawn beforehand, for when demand is scaled up.
    pub(super) fn arrivals(&mut self, demand: &Demand) -> Result<Vec<Planned>, String> {
        let usual = count(self.streams.of(Draw::Arrivals.of(&demand.key)), demand.count);
        let minutes = self.minutes_of(demand)?;
        let group = demand.who.clone().unwrap_or_default();
        let people = self.of_group(&group);
        if people.is_empty() {
            return Err(format!("Nobody is in the group of the demand {}.", demand.key));
        }
        let mut planned = vec![];
        for number in 0..usual.saturating_mul(2) {
            let key = Key::new(&format!("{}-{:02}", demand.key, number + 1));
            let weights: Vec<f64> = minutes.iter().map(|(_, weight)| *weight).collect();
            let place = self.streams.of(Draw::Arrivals.of(&key)).weighted(&weights);
            let Some((minute, _)) = place.and_then(|place| minutes.get(place)) else { continue };
            let within = self.streams.of(Draw::Arrivals.of(&key)).below(60_000);
            let at = self.at(*minute).plus(TimeDelta::milliseconds(i64::from(within))).unwrap_or(self.midnight);
            // Somebody comes a second time only when everybody has come once.
            let round: Vec<Key> = self.not_yet(&people, &planned);
            let who = self.streams.of(Draw::Callers.of(&key)).pick(&round).cloned();
            let share = self.streams.of(Draw::Arrivals.of(&key)).unit();
            let scale = if number < usual { share } else { 1.0 + share };
            let channel = self.channel(demand, &key);
            let Some(who) = who else { continue };
            planned.push(self.comer(demand, key, who, channel, (at, scale)));
        }
        Ok(planned)
    }

    /// The minutes of the window with how likely each is.
    fn minutes_of(&self, demand: &Demand) -> Result<Vec<(LocalTime, f64)>, String> {
        let profile = self.files.pool.profiles.get(&demand.profile);
        let profile = profile.ok_or_else(|| format!("There is no profile {}.", demand.profile))?;
        let (LocalTime(from), LocalTime(to)) = demand.window;
        let date = self.files.scenario.clock.date;
        Ok((from..to).map(|minute| (LocalTime(minute), weight(profile, date, LocalTime(minute)))).collect())
    }

    fn not_yet(&self, people: &[Key], planned: &[Planned]) -> Vec<Key> {
        let mut times: BTreeMap<&Key, usize> = people.iter().map(|who| (who, 0)).collect();
        for comer in planned {
            if let Some(times) = times.get_mut(&comer.who) {
                *times += 1;
            }
        }
        let least = times.values().min().copied().unwrap_or_default();
        people.iter().filter(|who| times.get(who) == Some(&least)).cloned().collect()
    }

    fn channel(&mut self, demand: &Demand, key: &Key) -> Channel {
        let channels: Vec<(Channel, f64)> = demand.channels.iter().map(|(channel, share)| (*channel, *share)).collect();
        let weights: Vec<f64> = channels.iter().map(|(_, share)| *share).collect();
        let drawn = self.streams.of(Draw::Callers.of(key)).weighted(&weights);
        drawn.and_then(|place| channels.get(place)).map_or(Channel::Phone, |(channel, _)| *channel)
    }

    fn comer(
        &self,
        demand: &Demand,
        key: Key,
        who: Key,
        channel: Channel,
        (at, scale): (crate::SimTime, f64),
    ) -> Planned {
        let truth = demand.truth.clone().unwrap_or_else(|| usual_truth(&self.files, &demand.about, &self.faults));
        let (fault, offer, says) = match &demand.about {
            DemandAbout::Fault(fault) => (Some(fault.clone()), None, vec![]),
            DemandAbout::Offer(offer) => (None, Some(offer.clone()), self.order(offer)),
            DemandAbout::Noise(text) => (None, None, vec![text.clone()]),
        };
        let question = matches!(demand.about, DemandAbout::Noise(_));
        Planned {
            key,
            channel,
            who,
            comes: Comes::At(at),
            only_if: demand.only_while.clone(),
            fault,
            symptom: None,
            offer,
            unsafe_to_give: None,
            noise: false,
            question,
            about: None,
            change: None,
            severity: None,
            item: demand.item.clone(),
            follows: None,
            rings: None,
            stake: None,
            says,
            answers: BTreeMap::new(),
            verify: BTreeMap::new(),
            truth,
            demand: Some((demand.key.clone(), scale)),
        }
    }

    /// What somebody says who asks for something that is offered.
    fn order(&self, offer: &Key) -> Vec<String> {
        let name = self.files.pool.offers.get(offer).map(|offer| offer.name.as_str()).unwrap_or_default();
        vec![format!("{name}, please. There is no hurry."), format!("I should like to order: {name}.")]
    }
}
