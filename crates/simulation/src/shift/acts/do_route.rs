//! To others: assign, escalate, swarm, ask for news, report, ask for approval, declare a major incident.

use super::super::chance::{Draw, spread};
use super::super::due::Due;
use super::super::play::{Refused, Shift};
use super::super::state::{Asked, Work};
use super::super::view::Side;
use super::super::{WorldEvent, records::NewIncident};
use crate::scenario::{Key, Spread};

/// How long approvers take, in minutes.
const APPROVES: Spread = Spread { promised: None, median: 15.0, p90: 60.0 };
/// What a swarm costs each team that it takes from its queue, in minutes.
const SWARMS: f64 = 12.0;
/// What a major incident costs every team, in minutes.
const MAJOR: f64 = 20.0;

impl Shift {
    pub(super) fn do_assign(&mut self, key: &Key, team: &Key) -> Result<(), Refused> {
        self.record_goes_to(key, team)?;
        let heard = self.state.cases.get(key).is_some_and(|case| case.acknowledged || case.promise.is_some());
        if !heard {
            self.caller_mood(key, "handed-on");
        }
        self.give_to(key, team);
        let name = self.team_name(team);
        self.system_says(key, &format!("Assigned to {name}."));
        Ok(())
    }

    /// The record goes to a team. The desk may have it there already, as the next step is theirs.
    pub(super) fn record_goes_to(&mut self, key: &Key, team: &Key) -> Result<(), Refused> {
        if self.records.team(key) != Some(team) {
            self.records.assign(self.kernel.now().utc(), &Self::you(), key, Some(team), None)?;
        }
        Ok(())
    }

    pub(super) fn do_escalate(&mut self, key: &Key, person: &Key) -> Result<(), Refused> {
        let name = self.name_of(person);
        self.say(key, Side::Colleague, &name, "Thank you for telling me. I stand behind what you decide here.", false);
        if self.belongs(key, "escalate") {
            self.question_met(key);
        }
        Ok(())
    }

    pub(super) fn do_swarm(&mut self, key: &Key, teams: &[Key]) -> Result<(), Refused> {
        for team in teams {
            self.occupy(team, SWARMS);
        }
        let best = self.best_team(key, teams);
        if let Some(team) = best {
            self.records.assign(self.kernel.now().utc(), &Self::you(), key, Some(&team), None)?;
            self.give_to(key, &team);
            self.wait_again(key, SWARMS);
        }
        self.system_says(key, "Several teams look at it together.");
        Ok(())
    }

    /// Of some teams the one whose it is.
    fn best_team(&self, key: &Key, teams: &[Key]) -> Option<Key> {
        let case = self.state.cases.get(key)?;
        let by_fault = self.pool_fault(case.planned.fault.as_ref()).map(|fault| &fault.team);
        let theirs = case.planned.truth.team.as_ref().or(by_fault);
        teams.iter().find(|team| Some(*team) == theirs).or(teams.first()).cloned()
    }

    pub(super) fn do_nudge(&mut self, key: &Key) -> Result<(), Refused> {
        let Some(case) = self.state.cases.get(key) else { return Ok(()) };
        let now = self.kernel.now();
        let text = match (&case.with, case.work) {
            (Some(_), Some(Work::Queued { from })) => {
                let minutes = from.since(now).num_minutes().max(1);
                let unit = if minutes == 1 { "minute" } else { "minutes" };
                format!("It lies in our queue; we take it up in about {minutes} {unit}.")
            }
            (Some(_), Some(Work::Doing { until })) => {
                format!("We are at it; until about {}.", String::from(self.plan.local(until)))
            }
            (Some(_), None) => "We have done what we can; please check with the caller.".to_owned(),
            (None, _) => "It is with you.".to_owned(),
        };
        let name = case.with.as_ref().map_or_else(String::new, |team| self.team_name(team));
        self.say(key, Side::Colleague, &name, &text, false);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.team_says = Some(text);
        }
        Ok(())
    }

    pub(super) fn do_report(&mut self, key: &Key) -> Result<(), Refused> {
        let (now, you, security) = (self.kernel.now().utc(), Self::you(), Key::new("sec"));
        if self.records.record(key).is_some() {
            self.records.assign(now, &you, key, Some(&security), None)?;
            drop(self.records.note(now, &you, key, "Reported to Security."));
        } else {
            let case = self.state.cases.get(key);
            let new = NewIncident {
                case: key.clone(),
                summary: case.map(|case| case.title.clone()).unwrap_or_default(),
                text: case.and_then(|case| case.conversation.first()).map(|line| line.text.clone()).unwrap_or_default(),
                channel: case.map_or(crate::scenario::Channel::Phone, |case| case.planned.channel),
                caller: case.map(|case| case.planned.who.clone()),
                service: None,
                item: None,
                category: Some(Key::new("security")),
                impact: 2,
                urgency: 1,
                team: Some(security),
                follows: None,
            };
            self.records.log_incident(now, &you, new)?;
        }
        self.sent_to_security(key);
        self.system_says(key, "Reported to Security.");
        Ok(())
    }

    pub(super) fn do_ask_approval(&mut self, key: &Key, person: &Key) -> Result<(), Refused> {
        if let Some(case) = self.state.cases.get_mut(key) {
            case.approval = Some(Asked { person: person.clone(), answer: None });
        }
        let minutes = spread(self.draw(Draw::Replies, &format!("approval/{key}/{person}")), APPROVES);
        self.in_minutes(minutes, Due::Approval(key.clone()));
        let name = self.name_of(person);
        self.system_says(key, &format!("{name} is asked for approval."));
        Ok(())
    }

    /// Whoever was asked answers: yes for their own people, and that they cannot decide for others.
    pub(in crate::shift) fn approval_comes(&mut self, key: &Key) {
        let Some(case) = self.state.cases.get(key) else { return };
        let Some(asked) = case.approval.clone().filter(|asked| asked.answer.is_none()) else { return };
        let people = &self.plan.files.pool.people;
        let department = people.get(&case.planned.who).map(|person| person.department.clone()).unwrap_or_default();
        let own = case.planned.who == asked.person;
        let decides = people.get(&asked.person).is_some_and(|person| person.decides_for.contains(&department));
        let yes = decides && !own && case.planned.unsafe_to_give.is_none();
        let text = match (yes, own) {
            (true, _) => "Yes, go ahead.",
            (false, true) => "I should love to, but I cannot approve my own.",
            (false, false) if decides => "No. I know nothing of this, and I should.",
            (false, false) => "That is not for me to decide; I do not decide for that department.",
        };
        if let Some(asked) = self.state.cases.get_mut(key).and_then(|case| case.approval.as_mut()) {
            asked.answer = Some(yes);
        }
        self.world(WorldEvent::Approved { case: key.clone(), by: asked.person.clone(), yes });
        self.person_says(key, &asked.person, text);
        if yes {
            self.send_on(key);
        }
    }

    pub(super) fn do_major(&mut self, key: &Key) -> Result<(), Refused> {
        self.records.major(self.kernel.now().utc(), &Self::you(), key)?;
        self.state.major = Some(key.clone());
        let you = self.plan.files.scenario.you.team.clone();
        let teams: Vec<Key> = self.plan.teams.keys().filter(|team| **team != you).cloned().collect();
        let best = self.best_team(key, &teams);
        for team in &teams {
            if Some(team) != best.as_ref() {
                self.occupy(team, MAJOR);
            }
        }
        if let Some(team) = best {
            const AT_ONCE: f64 = 2.0;
            let working = self.state.cases.get(key).is_some_and(|case| matches!(case.work, Some(Work::Doing { .. })));
            if !working {
                drop(self.records.assign(self.kernel.now().utc(), &Self::you(), key, Some(&team), None));
                self.give_to(key, &team);
                self.wait_again(key, AT_ONCE);
            }
        }
        self.system_says(key, "A major incident: the teams come together.");
        Ok(())
    }

    pub(super) fn do_standdown(&mut self, key: &Key) -> Result<(), Refused> {
        drop(self.records.stand_down(self.kernel.now().utc(), &Self::you(), key));
        self.state.major = None;
        self.system_says(key, "Back to the ordinary way.");
        Ok(())
    }
}
