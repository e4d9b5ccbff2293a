//! What is promised of a service.

use std::sync::Arc;

use chrono::TimeDelta;

use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::content::{Target, TargetLevel};
use crate::catalogue::edit::{Edit, Slot};

/// A share of everything, in thousandths of a per cent.
const WHOLE: u32 = 100_000;

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "no-target",
        Level::Should,
        "Nothing is promised of it",
        "Without a target nobody can say whether the service is good enough, neither you nor its customers.",
        |here| if here.listed.content.targets.is_empty() { vec![at_targets()] } else { Vec::new() },
    ),
    Rule::service(
        "target-hours",
        Level::Must,
        "A target does not say its hours",
        "Eight hours are a whole working day, or a third of a day round the clock. Without its hours a target cannot be checked.",
        without_hours,
    ),
    Rule::service(
        "target-empty",
        Level::Must,
        "A target promises nothing",
        "A target has a subject and a level that can be measured. One of them is missing here.",
        |here| here.each_target(says_nothing),
    ),
    Rule::service(
        "target-all",
        Level::Could,
        "A target promises 100 %",
        "Nothing works all the time. A promise that will be broken teaches customers not to believe the others.",
        |here| here.each_target(|target| target.level == TargetLevel::Share(WHOLE)),
    ),
    Rule::service(
        "target-above-all",
        Level::Must,
        "A target promises more than everything",
        "A share above 100 % can never be met. It is a slip of the keyboard that customers will read.",
        |here| here.each_target(|target| matches!(target.level, TargetLevel::Share(share) if share > WHOLE)),
    ),
];

fn at_targets() -> Found {
    Found::new(Part::Slot(Slot::Targets))
}

impl Here<'_> {
    fn each_target(&self, is_wrong: fn(&Target) -> bool) -> Vec<Found> {
        let wrong = self.listed.content.targets.iter().filter(|target| is_wrong(target));
        wrong.map(|target| at_targets().about(target.what.clone())).collect()
    }
}

fn says_nothing(target: &Target) -> bool {
    let has_level = match &target.level {
        TargetLevel::Share(share) => *share > 0,
        TargetLevel::Time(time) => *time > TimeDelta::zero(),
        TargetLevel::Words(words) => !is_blank(words),
    };
    is_blank(&target.what) || !has_level
}

/// Words may bring their hours with them; shares and times cannot.
fn lacks_hours(target: &Target) -> bool {
    is_blank(&target.within) && !matches!(target.level, TargetLevel::Words(_))
}

/// One mend for all: the service's hours, where it has some.
fn without_hours(here: &Here) -> Vec<Found> {
    let content = &here.listed.content;
    let hours: Arc<str> = Arc::from(content.hours.trim());
    let mended = |target: &Target| match lacks_hours(target) {
        true => Target { within: hours.clone(), ..target.clone() },
        false => target.clone(),
    };
    let fix = (!hours.is_empty()).then(|| {
        let targets = content.targets.iter().map(mended).collect();
        Fix::edit("Count it in the hours of the service", here.id, Edit::Targets(targets))
    });
    let wrong = content.targets.iter().filter(|target| lacks_hours(target));
    wrong.map(|target| at_targets().about(target.what.clone()).fix(fix.clone())).collect()
}
