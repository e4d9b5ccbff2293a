//! The lanes of the timeline: who came, what you did, what teams did, and who waited.

use chrono::{DateTime, Utc};

use super::{Bar, Lane};
use crate::scenario::Key;
use crate::shift::{Act, Entry, EntryId, Happened, Loss, Shift, Truth, WorldEvent};

/// All four, in their order. What lasted beyond the shift ends with it here.
pub(super) fn lanes(shift: &Shift, truth: &Truth) -> Vec<Lane> {
    let lane = |key: &str, name: &str, mut bars: Vec<Bar>| {
        bars.sort_by(|one, other| one.from.total_cmp(&other.from).then(one.to.total_cmp(&other.to)));
        Lane { key: Key::new(key), name: name.to_owned(), bars }
    };
    let drawn = Drawing { shift, truth };
    vec![
        lane("contacts", "Contacts", drawn.contacts()),
        lane("you", "You", drawn.you()),
        lane("teams", "Teams", drawn.teams()),
        lane("waiting", "People waiting", drawn.waiting()),
    ]
}

struct Drawing<'a> {
    shift: &'a Shift,
    truth: &'a Truth,
}

impl<'a> Drawing<'a> {
    /// From somebody's coming until their need was met, or nothing more was done about it.
    fn contacts(&self) -> Vec<Bar> {
        let came = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::Arrived { case } => Some((entry, case)),
            _ => None,
        });
        came.map(|(entry, case)| Bar {
            channel: self.truth.cases.get(case).map(|truth| truth.channel),
            people: self.truth.cases.get(case).map_or(0, |truth| truth.stake.people),
            act: self.shift.acts_to_see(entry.id),
            ..self.bar(entry.at, self.settled(case), self.title(case), Some(case))
        })
        .collect()
    }

    /// When somebody could work again; when the last was done where nobody was held up; or the end.
    fn settled(&self, case: &Key) -> DateTime<Utc> {
        let held_up = self.truth.cases.get(case).is_some_and(|truth| truth.stake.share > 0.0);
        let need = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::Met { case: key } if key == case => Some(Some(entry.at)),
            WorldEvent::Unmet { case: key } if key == case => Some(None),
            _ => None,
        });
        match need.last() {
            Some(Some(met)) => return met,
            Some(None) => return self.truth.to,
            None if held_up => return self.truth.to,
            None => {}
        }
        let mut done = self.entries().filter(|entry| match &entry.what {
            Happened::Act(act) => act.case() == Some(case),
            Happened::World(WorldEvent::Lost { case: key }) => key == case,
            _ => false,
        });
        done.next_back().map_or(self.truth.to, |entry| entry.at)
    }

    /// Each act with its minutes; what was left for a ring ends there.
    fn you(&self) -> Vec<Bar> {
        let began = self.entries().filter_map(|entry| match &entry.what {
            Happened::Began(act) => Some((entry, act)),
            _ => None,
        });
        began
            .map(|(entry, act)| {
                let to = self.act_ended(entry.id, act);
                let bar = self.bar(entry.at, to, self.shift.label_of(act), act.case());
                Bar { act: self.shift.acts_before(entry.id), ..bar }
            })
            .collect()
    }

    fn act_ended(&self, begun: EntryId, act: &Act) -> DateTime<Utc> {
        let next = self.entries().filter(|entry| entry.id > begun).find(|entry| match &entry.what {
            Happened::Act(same) => same == act,
            Happened::Began(_) => true,
            _ => false,
        });
        let ended = next.filter(|entry| matches!(entry.what, Happened::Act(_)));
        let left = || self.shift.last_before_next_act(begun);
        ended.or_else(left).map_or(self.truth.to, |entry| entry.at)
    }

    /// From a record's being taken up until it was done, given back or taken away.
    fn teams(&self) -> Vec<Bar> {
        let picked = self.events().filter_map(|(entry, event)| match event {
            WorldEvent::PickedUp { case, team } => Some((entry, case, team)),
            _ => None,
        });
        picked
            .map(|(entry, case, team)| {
                let label = format!("{}: {}", self.shift.team_name(team), self.title(case));
                let bar = self.bar(entry.at, self.work_ended(entry.id, case), label, Some(case));
                Bar { act: self.shift.acts_to_see(entry.id), ..bar }
            })
            .collect()
    }

    fn work_ended(&self, picked: EntryId, case: &Key) -> DateTime<Utc> {
        let ends = |entry: &Entry| match &entry.what {
            Happened::World(
                WorldEvent::TeamDone { case: key, .. }
                | WorldEvent::HandedBack { case: key, .. }
                | WorldEvent::PickedUp { case: key, .. },
            ) => key == case,
            Happened::Act(
                Act::Assign { case: key, .. } | Act::Resolve { case: key, .. } | Act::Cancel { case: key, .. },
            ) => key == case,
            _ => false,
        };
        self.entries().find(|entry| entry.id > picked && ends(entry)).map_or(self.truth.to, |entry| entry.at)
    }

    /// Who was held up, and for how long.
    fn waiting(&self) -> Vec<Bar> {
        let losses = self.truth.losses.iter().filter(|loss| loss.from < self.truth.to);
        losses.map(|loss| self.wait(loss)).collect()
    }

    fn wait(&self, loss: &Loss) -> Bar {
        let case = self.truth.cases.contains_key(&loss.case).then_some(&loss.case);
        let label = case.map_or_else(|| "People who stood idle".to_owned(), |case| self.title(case));
        let known = self.entries().take_while(|entry| entry.at <= loss.from).last();
        let act = known.map_or(0, |entry| self.shift.acts_to_see(entry.id));
        Bar { people: loss.stake.people, act, ..self.bar(loss.from, loss.to, label, case) }
    }

    fn bar(&self, from: DateTime<Utc>, to: DateTime<Utc>, label: String, case: Option<&Key>) -> Bar {
        let (from, to) = (self.minutes(from), self.minutes(to));
        Bar { from, to: to.max(from), label, case: case.cloned(), channel: None, people: 0, act: 0 }
    }

    /// Minutes since the shift began, within it.
    fn minutes(&self, at: DateTime<Utc>) -> f64 {
        let at = at.clamp(self.truth.from, self.truth.to.max(self.truth.from));
        (at - self.truth.from).num_seconds() as f64 / 60.0
    }

    fn title(&self, case: &Key) -> String {
        self.shift.title_of(case).unwrap_or_default()
    }

    fn entries(&self) -> impl DoubleEndedIterator<Item = &'a Entry> + Clone + use<'a> {
        self.shift.entries().iter()
    }

    fn events(&self) -> impl Iterator<Item = (&'a Entry, &'a WorldEvent)> + use<'a> {
        self.entries().filter_map(|entry| match &entry.what {
            Happened::World(event) => Some((entry, event)),
            _ => None,
        })
    }
}
