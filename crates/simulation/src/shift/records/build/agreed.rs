//! What is agreed: priorities, targets in the hours of the player's team, and what is done with events.

use chrono::TimeDelta;
use itsm::calendar::{CalendarSpec, TimeOfDay, Window};
use itsm::incident::HoldReason;
use itsm::monitoring::{self, Rules};
use itsm::service_level::{Agreement, PauseOn, PriorityChange, ReopenRule, Targets};
use itsm::{Command, Matrix};

use super::{Build, told};
use crate::scenario::World;

pub(super) fn agree(build: &mut Build<'_>) -> Result<(), String> {
    let files = build.files;
    let context = build.founding(TimeDelta::zero())?;
    // A desk that nobody has told otherwise has this matrix; saying so changes nothing.
    if Matrix::new(&files.world.matrix).ok().as_ref() != Some(build.records.desk.matrix()) {
        let command = Command::SetMatrix(files.world.matrix.clone());
        build.records.give(&context, command).map_err(told("matrix of", &files.world.id))?;
    }
    let agreement = Box::new(agreement(build)?);
    build.records.give(&context, Command::SetAgreement(agreement)).map_err(told("targets of", &files.world.id))?;
    // Nothing becomes an incident by itself: that is for people to say.
    let rules = Box::new(Rules { rules: Vec::new(), quiet_minutes: 0, escalate: None, flapping: None });
    let command = Command::Alert(monitoring::Command::SetRules(rules));
    build.records.give(&context, command).map(drop).map_err(told("rules of", &files.world.id))
}

fn agreement(build: &Build<'_>) -> Result<Agreement, String> {
    let (world, scenario) = (&build.files.world, &build.files.scenario);
    let team = world.teams.get(&scenario.you.team);
    let today = scenario.crew.get(&scenario.you.team).and_then(|crew| crew.hours.as_deref());
    let hours = today.or(team.map(|team| team.hours.as_str())).unwrap_or_default();
    let open = windows(hours).ok_or_else(|| format!("\"{hours}\" are no hours, such as \"08:00-17:00\"."))?;
    Ok(Agreement {
        name: "Incidents".into(),
        calendar: CalendarSpec::weekly(&world.zone, 0..=4, &open),
        targets: targets(world),
        pause_on: PauseOn { reasons: vec![HoldReason::Caller], response_too: false },
        reopen: ReopenRule::Continue,
        priority_change: PriorityChange::Forward,
        warn_at_percent: Agreement::USUAL_WARNING_PERCENT,
        enforced_from: None,
    })
}

fn targets(world: &World) -> [Targets; Matrix::LOWEST as usize] {
    let minutes = |minutes: f64| TimeDelta::seconds((minutes * 60.0) as i64);
    std::array::from_fn(|place| {
        let target = world.targets.iter().find(|target| usize::from(target.priority) == place + 1);
        target.map_or(Targets::default(), |target| Targets {
            response: Some(minutes(target.respond)),
            resolution: Some(minutes(target.resolve)),
        })
    })
}

/// "08:00-17:00"; hours across midnight are two windows.
fn windows(hours: &str) -> Option<Vec<Window>> {
    let (from, to) = hours.split_once('-')?;
    let (opens, closes): (TimeOfDay, TimeOfDay) = (from.parse().ok()?, to.parse().ok()?);
    if opens < closes {
        return Some(vec![Window { opens, closes }]);
    }
    let evening = Window { opens, closes: TimeOfDay::MIDNIGHT };
    let morning = Window { opens: TimeOfDay::from_seconds(0)?, closes };
    Some([evening, morning].into_iter().filter(|window| window.opens < window.closes).collect())
}
