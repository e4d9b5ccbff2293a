//! Teams take up what they are given, in their hours, by priority and age; hand back what is not theirs; mend the rest.

use chrono::TimeDelta;

use super::chance::{Draw, between, spread};
use super::due::Due;
use super::plan::{PlannedTeam, minutes};
use super::play::Shift;
use super::state::{TeamAct, Work};
use super::view::Side;
use super::{Logged, WorldEvent};
use crate::SimTime;
use crate::scenario::{Approval, ChangeIs, ChangeType, ContactKind, FaultIs, Key, LocalTime, Works};

/// Until a record that is not theirs comes back, after somebody has taken it up.
const HAND_BACK: f64 = 2.0;
/// Colleagues at the desk have callers of their own: what they are given waits so much longer, in minutes.
const OWN_CALLERS: f64 = 8.0;
/// And takes so many times as long.
const IN_BETWEEN: f64 = 1.5;

impl Shift {
    /// Gives a case to a team.
    pub(super) fn give_to(&mut self, key: &Key, team: &Key) {
        self.take_from_team(key);
        let wait = self.pick_up_minutes(key, team);
        let now = self.kernel.now();
        let from = self.open_from(team, now.plus(minutes(wait)).unwrap_or(now));
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.with = Some(team.clone());
        case.work = Some(Work::Queued { from });
        case.calls = false;
        case.turn += 1;
        let turn = case.turn;
        if let Some(team) = self.state.teams.get_mut(team) {
            team.queue.push(key.clone());
        }
        self.at(from, Due::PickUp(key.clone(), turn));
    }

    /// Takes a case out of whatever queue it is in.
    pub(super) fn take_from_team(&mut self, key: &Key) {
        for team in self.state.teams.values_mut() {
            team.queue.retain(|other| other != key);
        }
        if let Some(case) = self.state.cases.get_mut(key) {
            case.turn += 1;
            case.work = None;
            case.team_act = None;
        }
    }

    /// Lets a record wait so long until the team takes it up, instead of what was drawn.
    pub(super) fn wait_again(&mut self, key: &Key, wait: f64) {
        let now = self.kernel.now();
        let from = now.plus(minutes(wait)).unwrap_or(now);
        let Some(case) = self.state.cases.get_mut(key) else { return };
        if matches!(case.work, Some(Work::Queued { .. })) {
            case.work = Some(Work::Queued { from });
            case.turn += 1;
            let turn = case.turn;
            self.at(from, Due::PickUp(key.clone(), turn));
        }
    }

    fn pick_up_minutes(&mut self, key: &Key, team: &Key) -> f64 {
        if let Some(fixing) = self.pinned(key, team) {
            return fixing.0;
        }
        let own = *team == self.plan.files.scenario.you.team;
        let Some(pick_up) = self.plan.teams.get(team).map(|team| team.pick_up) else { return 0.0 };
        let drawn = spread(self.draw(Draw::Teams, &format!("{team}/{key}")), pick_up);
        let factor = match self.records.priority(key) {
            Some(1) => 0.5,
            Some(2) => 0.75,
            _ => 1.0,
        };
        if own { drawn + OWN_CALLERS } else { drawn * factor }
    }

    /// What the scenario says about this team and this fault: minutes until it begins, what it does, minutes.
    fn pinned(&self, key: &Key, team: &Key) -> Option<(f64, Key, f64)> {
        let fault = self.state.cases.get(key)?.planned.fault.as_ref()?;
        let fixing = self.state.faults.get(fault)?.planned.fixing.as_ref()?;
        (fixing.team == *team).then(|| (fixing.pick_up, fixing.fix.clone(), fixing.minutes))
    }

    /// The earliest instant from `at` on at which a team is there.
    pub(super) fn open_from(&self, team: &Key, at: SimTime) -> SimTime {
        let Some(team) = self.plan.teams.get(team) else { return at };
        let LocalTime(minute) = self.plan.local(at);
        let (day, of_day) = (minute / 1440, minute % 1440);
        let (LocalTime(opens), LocalTime(closes)) = (team.opens, team.closes);
        match of_day {
            before if before < opens => self.plan.at(LocalTime(day * 1440 + opens)),
            within if within < closes => at,
            _ => self.plan.at(LocalTime((day + 1) * 1440 + opens)),
        }
    }

    /// A team may take a record up: the most pressing of those that wait, if somebody is free.
    pub(super) fn team_may_begin(&mut self, key: &Key, turn: u32) {
        let Some(case) = self.state.cases.get(key) else { return };
        let Some(team) = case.with.clone().filter(|_| case.turn == turn) else { return };
        let now = self.kernel.now();
        let Some(free) = self.free_person(&team) else { return };
        if let Err(at) = free {
            let later = self.open_from(&team, at.max(now.plus(TimeDelta::seconds(30)).unwrap_or(now)));
            self.at(later, Due::PickUp(key.clone(), turn));
            return;
        }
        let first = self.first_of(&team).unwrap_or_else(|| key.clone());
        if first != *key {
            // This one is looked at again when somebody is free.
            let again = now.plus(TimeDelta::minutes(1)).unwrap_or(now);
            self.at(again, Due::PickUp(key.clone(), turn));
        }
        self.begin_work(&first, &team);
    }

    /// The place of somebody who is free; or when somebody will be. `None` if nobody is there at all today.
    fn free_person(&self, team: &Key) -> Option<Result<usize, SimTime>> {
        let now = self.kernel.now();
        let team = self.state.teams.get(team)?;
        let (place, until) = team.busy.iter().copied().enumerate().min_by_key(|(_, until)| *until)?;
        Some(if until <= now { Ok(place) } else { Err(until) })
    }

    fn first_of(&self, team: &Key) -> Option<Key> {
        let now = self.kernel.now();
        let team = self.state.teams.get(team)?;
        let ready = team.queue.iter().filter(|key| {
            let work = self.state.cases.get(*key).and_then(|case| case.work);
            matches!(work, Some(Work::Queued { from }) if from <= now)
        });
        let rank = |key: &&Key| {
            let order = self.state.cases.get(*key).map_or(usize::MAX, |case| case.order);
            (self.records.priority(key).unwrap_or(5), order)
        };
        ready.min_by_key(rank).cloned()
    }

    fn begin_work(&mut self, key: &Key, team: &Key) {
        let now = self.kernel.now();
        let Some(Ok(place)) = self.free_person(team) else { return };
        let (act, number) = self.what_a_team_does(key, team);
        let until = now.plus(minutes(number)).unwrap_or(now);
        let person = self.plan.teams.get(team).and_then(|team| team.people.get(place)).cloned();
        if let Some(team) = self.state.teams.get_mut(team) {
            team.queue.retain(|other| other != key);
            if let Some(busy) = team.busy.get_mut(place) {
                *busy = until;
            }
        }
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.work = Some(Work::Doing { until });
        case.team_act = Some(act);
        case.turn += 1;
        let turn = case.turn;
        self.world(WorldEvent::PickedUp { case: key.clone(), team: team.clone() });
        if let Some(person) = person {
            let utc = now.utc();
            drop(self.records.assign(utc, &person, key, Some(team), Some(&person)));
            drop(self.records.start(utc, &person, key));
        }
        self.at(until, Due::TeamDone(key.clone(), turn));
    }

    /// What somebody of a team does with a record, and for how many minutes.
    fn what_a_team_does(&mut self, key: &Key, team: &Key) -> (TeamAct, f64) {
        if let Some((_, fix, number)) = self.pinned(key, team).filter(|_| self.is_theirs(key, team)) {
            return (TeamAct::Fix(fix), number);
        }
        if let Some((act, number)) = self.as_ordered(key, team) {
            return (act, number);
        }
        if let Some(because) = self.why_back(key, team) {
            return (TeamAct::HandBack(because), HAND_BACK);
        }
        let own = *team == self.plan.files.scenario.you.team;
        let Some(planned) = self.plan.teams.get(team).cloned() else { return (TeamAct::See, 0.0) };
        let logged = self.logged_as(key);
        let (act, number) = match logged {
            Some(Logged::Request) => (TeamAct::Fulfil, self.minutes_of_tasks(key)),
            Some(Logged::Security) => (TeamAct::See, 15.0),
            _ => self.best_of_team(key, team),
        };
        let even = between(self.draw(Draw::Teams, &format!("work/{team}/{key}")), (0.8, 1.2));
        let in_between = if own { IN_BETWEEN } else { 1.0 };
        (act, number * even * in_between / self.pace(&planned).max(0.1))
    }

    /// What a team was asked to do, if it can.
    fn as_ordered(&self, key: &Key, team: &Key) -> Option<(TeamAct, f64)> {
        let fix = self.state.cases.get(key)?.ordered_fix.clone()?;
        let form = self.plan.files.pool.fixes.get(&fix).filter(|form| form.by.contains(team))?;
        let pace = self.plan.teams.get(team).map_or(1.0, |team| self.pace(team)).max(0.1);
        let act = form.supplier.clone().map_or(TeamAct::Fix(fix), TeamAct::Call);
        Some((act, form.minutes / pace))
    }

    /// Of the teams that can do something the first that is there; else the first.
    pub(super) fn who_can(&self, fix: &Key) -> Option<Key> {
        let now = self.kernel.now();
        let by = &self.plan.files.pool.fixes.get(fix)?.by;
        by.iter().find(|team| self.open_from(team, now) <= now).or(by.first()).cloned()
    }

    fn pace(&self, team: &PlannedTeam) -> f64 {
        let pace = team.people.first().and_then(|who| self.plan.files.pool.people.get(who)?.pace).unwrap_or(1.0);
        team.speed * pace
    }

    fn is_theirs(&self, key: &Key, team: &Key) -> bool {
        let Some(case) = self.state.cases.get(key) else { return false };
        let truth = &case.planned.truth;
        let fault = self.pool_fault(case.planned.fault.as_ref());
        let item = case.planned.item.as_ref().or(truth.item.as_ref());
        let item_team = item.and_then(|item| self.plan.files.world.items.get(item)).map(|item| &item.team);
        let knows = self.plan.teams.get(team).is_some_and(|team| {
            let category = fault.map(|fault| &fault.category).or(truth.category.as_ref());
            category.is_some_and(|category| team.knows.contains(category))
        });
        let can = fault.is_some_and(|fault| {
            fault.fixes.iter().any(|(fix, remedy)| {
                let helps = matches!(remedy.works, Works::Lasting | Works::Workaround);
                helps && self.plan.files.pool.fixes.get(fix).is_some_and(|form| form.by.contains(team))
            })
        });
        let sees_to_it = truth.team.as_ref() == Some(team) || fault.is_some_and(|fault| fault.team == *team);
        sees_to_it || can && (knows || item_team == Some(team))
    }

    /// Why a team gives a record back, if it does.
    fn why_back(&mut self, key: &Key, team: &Key) -> Option<String> {
        let case = self.state.cases.get(key)?;
        let (truth, logged) = (case.planned.truth.clone(), case.logged);
        let name = self.team_name(team);
        if logged == Some(Logged::Security) {
            return None;
        }
        if logged == Some(Logged::Request) {
            return self.why_not_fulfil(key, &name);
        }
        if truth.kind == ContactKind::Request {
            return Some(format!(
                "{name}: nothing is broken here; something is asked for. Without an order we may not."
            ));
        }
        if !self.is_theirs(key, team) {
            let phrase = self.plan.files.pool.phrases.get("handback").map(|phrase| phrase.of("plain").to_vec());
            let texts = phrase.unwrap_or_default();
            let text = self.draw(Draw::Texts, key).pick(&texts).cloned().unwrap_or_default();
            return Some(format!("{name}: {text}"));
        }
        None
    }

    fn why_not_fulfil(&self, key: &Key, name: &str) -> Option<String> {
        let case = self.state.cases.get(key)?;
        let Some(wanted) = case.planned.offer.as_ref().or(case.planned.unsafe_to_give.as_ref()) else {
            return Some(format!("{name}: nothing was asked for here; something is broken. Please log it as that."));
        };
        if case.ordered.as_ref() != Some(wanted) {
            return Some(format!("{name}: this is not what the caller wants. Please look again."));
        }
        let offer = self.plan.files.pool.offers.get(wanted)?;
        let approved = case.approval.as_ref().and_then(|asked| asked.answer) == Some(true);
        if offer.approval == Approval::Manager && !approved {
            return Some(format!("{name}: this needs the manager's approval first."));
        }
        None
    }

    /// Minutes of the steps that are left.
    fn minutes_of_tasks(&self, key: &Key) -> f64 {
        let Some(case) = self.state.cases.get(key) else { return 0.0 };
        let offer = case.ordered.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        let left = offer.into_iter().flat_map(|offer| &offer.tasks).filter(|task| !case.tasks.contains(&task.key));
        left.map(|task| task.minutes).sum()
    }

    /// The best that a team can do about a fault: for good, by the supplier, or for a while.
    fn best_of_team(&self, key: &Key, team: &Key) -> (TeamAct, f64) {
        let nothing = TeamAct::HandBack(format!("{}: we find nothing that is wrong here.", self.team_name(team)));
        let fault = self.state.cases.get(key).and_then(|case| case.planned.fault.clone());
        let Some(form) = self.pool_fault(fault.as_ref()) else { return (nothing, 10.0) };
        let gone = fault
            .as_ref()
            .and_then(|fault| self.state.faults.get(fault))
            .is_some_and(|fault| fault.is == FaultIs::Gone);
        if gone {
            return (
                TeamAct::HandBack(format!("{}: it works; there is nothing left to do.", self.team_name(team))),
                3.0,
            );
        }
        let pool = &self.plan.files.pool;
        let may = |fix: &Key| {
            let form = pool.fixes.get(fix)?;
            let by_change =
                match form.change {
                    None | Some(ChangeType::Standard) => true,
                    Some(_) => self.state.changes.values().any(|change| {
                        change.does.fix.as_ref() == Some(fix) && matches!(change.is, ChangeIs::Authorised)
                    }),
                };
            (form.by.contains(team) && by_change).then_some(form)
        };
        let ways = |works: Works| {
            form.fixes
                .iter()
                .filter(move |(_, remedy)| remedy.works == works)
                .find_map(|(fix, _)| Some((fix, may(fix)?)))
        };
        let looking = self.minutes_to_see(key, team);
        match ways(Works::Lasting).or_else(|| ways(Works::Workaround)) {
            Some((_, fix)) if fix.supplier.is_some() => {
                (fix.supplier.clone().map_or(nothing, TeamAct::Call), looking + fix.minutes)
            }
            Some((key, fix)) => (TeamAct::Fix(key.clone()), looking + fix.minutes),
            None => {
                let text = format!("{}: we know what it is, but it needs a change first.", self.team_name(team));
                (TeamAct::HandBack(text), looking + HAND_BACK)
            }
        }
    }

    /// Minutes until a team sees what is wrong: none, if the record tells.
    fn minutes_to_see(&self, key: &Key, team: &Key) -> f64 {
        let Some(case) = self.state.cases.get(key) else { return 0.0 };
        let Some(form) = self.pool_fault(case.planned.fault.as_ref()) else { return 0.0 };
        let told = form
            .diagnoses
            .values()
            .filter_map(|seen| seen.reveals.as_ref())
            .any(|fact| self.state.known.contains(fact));
        if told {
            return 0.0;
        }
        let pool = &self.plan.files.pool;
        let theirs =
            form.diagnoses.keys().filter_map(|key| pool.diagnostics.get(key)).filter(|look| look.by.contains(team));
        let asked_nothing = if case.facts.is_empty() { 6.0 } else { 0.0 };
        asked_nothing + theirs.map(|look| look.minutes).fold(4.0, f64::max)
    }

    /// Somebody of a team has done with a record.
    pub(super) fn team_done(&mut self, key: &Key, turn: u32) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        if case.turn != turn {
            return;
        }
        case.work = None;
        let (Some(team), Some(act)) = (case.with.clone(), case.team_act.take()) else { return };
        match act {
            TeamAct::HandBack(text) => self.hand_back(key, &team, &text),
            TeamAct::Fulfil => self.team_fulfils(key, &team),
            TeamAct::See => self.team_sees(key, &team),
            TeamAct::Fix(fix) => {
                if let Some(case) = self.state.cases.get_mut(key) {
                    case.ordered_fix = None;
                }
                let (_, says) = self.tried(key, &fix, Some(&team));
                self.team_tells(key, &team, &says);
            }
            TeamAct::Call(supplier) => {
                if self.is_called(&supplier) {
                    self.team_tells(key, &team, "The supplier is called already; we wait for them.");
                } else {
                    self.call_supplier(key, &supplier);
                    self.team_tells(key, &team, "We have called the supplier.");
                }
            }
        }
    }

    /// Who writes for a team.
    pub(super) fn somebody_of(&self, team: &Key) -> Option<Key> {
        self.plan.teams.get(team)?.people.first().cloned()
    }

    /// A team gives a record back.
    pub(super) fn hand_back(&mut self, key: &Key, team: &Key, text: &str) {
        self.take_from_team(key);
        let you = self.plan.files.scenario.you.team.clone();
        let member = self.somebody_of(team);
        let by = member.unwrap_or_else(|| Key::new("you"));
        self.world(WorldEvent::HandedBack { case: key.clone(), team: team.clone() });
        let now = self.kernel.now().utc();
        drop(self.records.note(now, &by, key, text));
        drop(self.records.assign(now, &by, key, Some(&you), None));
        if let Some(case) = self.state.cases.get_mut(key) {
            case.with = None;
            case.over = false;
        }
        self.colleague_says(key, team, text);
    }

    /// A team says how it stands.
    fn team_tells(&mut self, key: &Key, team: &Key, says: &str) {
        self.world(WorldEvent::TeamDone { case: key.clone(), team: team.clone() });
        let tool =
            self.state.cases.get(key).is_some_and(|case| case.planned.channel == crate::scenario::Channel::Monitoring);
        // Security deals with whoever tried it; there is nobody to ask.
        let check = if tool || *team == "sec" { "" } else { " Please check with the caller." };
        let text = format!("{says}{check}");
        let now = self.kernel.now().utc();
        let member = self.somebody_of(team);
        if let Some(member) = member {
            drop(self.records.note(now, &member, key, &text));
        }
        self.colleague_says(key, team, &text);
    }

    /// A colleague writes something into a case, and wants it to be read.
    pub(super) fn colleague_says(&mut self, key: &Key, team: &Key, text: &str) {
        let name = self.team_name(team);
        self.say(key, Side::Colleague, &name, text, false);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.calls = true;
            case.team_says = Some(text.to_owned());
        }
        self.announce(Some(key), || format!("{name}: {text}"), false);
    }

    fn team_fulfils(&mut self, key: &Key, team: &Key) {
        let offer = self.state.cases.get(key).and_then(|case| case.ordered.clone());
        let tasks =
            offer.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer)).map(|offer| offer.tasks.clone());
        for task in tasks.unwrap_or_default() {
            self.task_done(key, &task.key, Some(team));
        }
        self.team_tells(key, team, "It is done.");
    }

    /// A step of a request is done; with the last one the need is met, if it was asked for and may be given.
    pub(super) fn task_done(&mut self, key: &Key, task: &Key, team: Option<&Key>) {
        let now = self.kernel.now().utc();
        let by = team.and_then(|team| self.somebody_of(team));
        let by = by.unwrap_or_else(|| Key::new("you"));
        let Some(case) = self.state.cases.get_mut(key) else { return };
        if !case.tasks.insert(task.clone()) {
            return;
        }
        let offer = case.ordered.clone();
        let wanted = case.planned.offer.clone();
        let done = case.tasks.clone();
        drop(self.records.start_task(now, &by, key, task));
        drop(self.records.finish_task(now, &by, key, task));
        let all = offer.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        let finished = all.is_some_and(|offer| offer.tasks.iter().all(|task| done.contains(&task.key)));
        if finished {
            if offer == wanted {
                self.need_met(key);
            }
            if let Some(case) = self.state.cases.get_mut(key) {
                case.over = true;
            }
        }
    }

    fn team_sees(&mut self, key: &Key, team: &Key) {
        if let Some(case) = self.state.cases.get_mut(key) {
            case.over = true;
        }
        let truth = self.state.cases.get(key).map(|case| case.planned.truth.kind);
        if truth == Some(ContactKind::Security) {
            self.need_met(key);
            self.team_tells(key, team, "Seen, and others are warned.");
        } else {
            self.hand_back(key, team, &format!("{}: this is nothing for us.", self.team_name(team)));
            if let Some(case) = self.state.cases.get_mut(key) {
                case.over = false;
            }
        }
    }

    /// A team is kept busy by something.
    pub(super) fn occupy(&mut self, team: &Key, number: f64) {
        let now = self.kernel.now();
        if *team == self.plan.files.scenario.you.team {
            let until = now.plus(minutes(number)).unwrap_or(now);
            self.state.kept_until = Some(self.state.kept_until.map_or(until, |other| other.max(until)));
            return;
        }
        if let Some(team) = self.state.teams.get_mut(team) {
            let span = minutes(number);
            for busy in &mut team.busy {
                let from = (*busy).max(now);
                *busy = from.plus(span).unwrap_or(from);
            }
        }
    }
}
