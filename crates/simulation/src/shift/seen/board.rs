//! What the whole desk knows, and what one may choose from.

use super::super::play::Shift;
use super::super::view::{Board, Choice, Choices, ReportView, TeamView};
use super::super::{Logged, Verify};
use crate::scenario::Key;

impl Shift {
    pub(super) fn see_board(&self) -> Board {
        let scenario = &self.plan.files.scenario;
        let now = self.kernel.now();
        let team = |team: &super::super::state::TeamState| TeamView {
            key: team.planned.key.clone(),
            name: team.planned.name.clone(),
            people: team.planned.people.iter().map(|who| self.name_of(who)).collect(),
            hours: team.planned.hours.clone(),
            open: self.open_from(&team.planned.key, now) <= now,
            waiting: team.queue.len(),
            today: team.planned.why.clone(),
        };
        let reports = scenario.reports.iter().map(|report| ReportView {
            name: report.name.clone(),
            value: report.value.clone(),
            counts: report.counts.clone(),
        });
        let freezes = scenario.freezes.iter().map(|freeze| {
            let (from, to) = (String::from(freeze.from), String::from(freeze.to));
            format!("{from} to {to}: {}", freeze.why)
        });
        Board {
            teams: self.state.teams.values().map(team).collect(),
            reports: reports.collect(),
            freezes: freezes.collect(),
            rooms: self.see_rooms(),
            down: self.state.down.iter().cloned().collect(),
            major: self.state.major.clone(),
        }
    }

    /// Rooms that monitoring shows: from its warning on, or once somebody has looked.
    fn see_rooms(&self) -> Vec<(String, i32)> {
        let mut rooms = vec![];
        for fault in self.state.faults.values() {
            let heats = self.plan.files.pool.faults.get(&fault.planned.fault).and_then(|form| form.heats.as_ref());
            let (Some(heats), Some((degrees, _))) = (heats, fault.warmth) else { continue };
            if degrees >= heats.warn {
                let name = self.plan.files.world.places.get(&heats.room).map(|place| place.name.clone());
                rooms.push((name.unwrap_or_default(), (degrees * 10.0).round() as i32));
            }
        }
        rooms
    }

    pub(super) fn see_choices(&self) -> Choices {
        let (world, pool) = (&self.plan.files.world, &self.plan.files.pool);
        let you = &self.plan.files.scenario.you.team;
        let named = |key: &Key, label: &str| Choice { key: key.clone(), label: label.to_owned(), done: false };
        let looks = pool.diagnostics.iter().filter(|(_, look)| look.by.contains(you));
        let own = pool.fixes.iter().filter(|(key, _)| self.is_own(key)).map(|(key, fix)| (key, fix.minutes));
        let others = pool.fixes.iter().filter(|(key, _)| !self.is_own(key)).map(|(key, _)| (key, 1.0));
        let fixes = own.chain(others);
        let deciders = pool.people.iter().filter(|(_, person)| !person.decides_for.is_empty());
        Choices {
            services: world.services.iter().map(|(key, service)| named(key, &service.name)).collect(),
            items: world.items.iter().map(|(key, item)| named(key, &item.name)).collect(),
            categories: world.categories.iter().map(|(key, name)| named(key, name)).collect(),
            teams: world.teams.iter().map(|(key, team)| named(key, &team.name)).collect(),
            offers: pool.offers.iter().map(|(key, offer)| named(key, &offer.name)).collect(),
            diagnostics: looks.map(|(key, look)| (named(key, &look.label), look.minutes)).collect(),
            fixes: fixes
                .map(|(key, minutes)| (named(key, &self.label_of_fix(key).unwrap_or_default()), minutes))
                .collect(),
            suppliers: pool.suppliers.iter().map(|(key, supplier)| named(key, &supplier.name)).collect(),
            deciders: deciders.map(|(key, person)| named(key, &format!("{}, {}", person.name, person.role))).collect(),
            verify: vec![Verify::Callback, Verify::Badge, Verify::Manager],
            kinds: vec![Logged::Incident, Logged::Request, Logged::Event, Logged::Security],
        }
    }
}
