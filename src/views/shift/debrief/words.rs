//! Plain words and numbers of a debrief.

use learning::Edition;
use simulation::debrief::{Bar, Debrief, Lane, Told};
use simulation::scenario::LocalTime;
use simulation::shift::Policy;

use crate::session::format::format;
use crate::views::shift::words::clock;
use crate::views::words as plain;

/// Minutes as a whole number: more would pretend to be exact.
pub fn whole(minutes: f64) -> String {
    plain::number(minutes.max(0.0).round() as usize)
}

/// A range as people read it: "310–380"; one number where both ends are the same.
pub fn range(low: f64, high: f64) -> String {
    let (low, high) = (whole(low), whole(high));
    if low == high { low } else { [low.as_str(), "–", &high].concat() }
}

/// A policy by its name; `None` for those that only try out what is not worth doing.
pub fn policy(policy: Policy) -> Option<&'static str> {
    Some(match policy {
        Policy::Expert => "Expert",
        Policy::CarefulNovice => "Careful novice",
        Policy::ByPriority => "By priority",
        Policy::FirstCome => "First come, first served",
        Policy::Nothing => "Nobody at the desk",
        Policy::CloseEverything
        | Policy::CallAllMajor
        | Policy::PauseAllClocks
        | Policy::AskForEver
        | Policy::PassEverythingOn => return None,
    })
}

/// A measure's value in its unit.
pub fn measured(value: f64, unit: &str) -> String {
    match unit {
        "minutes" => whole(value) + " min",
        "share" => whole(value * 100.0) + " %",
        "count" => whole(value),
        _ => format().decimal(&tenths(value)),
    }
}

/// A range of a measure in its unit: "3–5 min".
pub fn measured_range(low: f64, high: f64, unit: &str) -> String {
    let (from, to) = (measured(low, unit), measured(high, unit));
    if from == to {
        return to;
    }
    let bare = from.split(' ').next().unwrap_or(&from);
    [bare, "–", &to].concat()
}

fn tenths(value: f64) -> String {
    let tenths = (value.max(0.0) * 10.0).round() as u64;
    [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".")
}

/// The lane of a key.
pub fn lane<'a>(debrief: &'a Debrief, key: &str) -> Option<&'a Lane> {
    debrief.lanes.iter().find(|lane| *lane.key == *key)
}

/// What the player did, act by act.
pub fn acts(debrief: &Debrief) -> &[Bar] {
    lane(debrief, "you").map_or(&[], |lane| &lane.bars)
}

/// How long the shift was, in minutes.
pub fn length(debrief: &Debrief) -> f64 {
    let (LocalTime(from), LocalTime(to)) = debrief.hours;
    f64::from(to.saturating_sub(from)).max(1.0)
}

/// A time of the shift in minutes since it began.
pub fn since(debrief: &Debrief, LocalTime(at): LocalTime) -> f64 {
    let LocalTime(from) = debrief.hours.0;
    f64::from(at) - f64::from(from)
}

/// Minutes since the shift began, as they stand on its clock.
pub fn at(debrief: &Debrief, minutes: f64) -> String {
    let LocalTime(from) = debrief.hours.0;
    clock(LocalTime(from.saturating_add(minutes.max(0.0) as u32)))
}

/// When it was after how many acts, in minutes since the shift began, as far as the lanes tell. Waits are acts that stand
/// on no lane: what came then is on one.
pub fn stops(debrief: &Debrief) -> Vec<(usize, f64)> {
    let bars = debrief.lanes.iter().flat_map(|lane| &lane.bars);
    let mut stops: Vec<(usize, f64)> = bars.map(|bar| (bar.act, bar.from)).chain([(0, 0.0)]).collect();
    stops.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut latest = 0.0_f64;
    for (_, minutes) in &mut stops {
        latest = latest.max(*minutes);
        *minutes = latest;
    }
    stops.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    stops
}

/// The time after so many acts.
pub fn minutes_after(stops: &[(usize, f64)], act: usize) -> f64 {
    stops.iter().rev().find(|(of, _)| *of <= act).map_or(0.0, |(_, minutes)| *minutes)
}

/// After how many acts the desk was as it was at a time.
pub fn act_at(stops: &[(usize, f64)], minutes: f64) -> usize {
    stops.iter().rev().find(|(_, at)| *at <= minutes).map_or(0, |(act, _)| *act)
}

/// What an edition says of the idea behind a finding, and how sure that is.
pub fn explained(told: &Told, edition: Edition) -> Option<(String, &'static str)> {
    let (_, text, sure) = told.explains.iter().find(|(code, ..)| code == edition.code())?;
    let sure = match sure.as_str() {
        "settled" => "Settled: independent sources agree.",
        _ => "Reported: not all sources agree or are public yet.",
    };
    Some((text.clone(), sure))
}

/// How much goes back to a finding: users' minutes, or its weight where there are none.
pub fn weight(told: &Told) -> Option<String> {
    match (told.minutes, told.level) {
        (Some(minutes), _) if minutes >= 0.5 => Some(whole(minutes) + " min of users’ time"),
        (_, Some(level)) => Some(["Weight ", &level.to_string(), " of 5"].concat()),
        _ => None,
    }
}
