//! Events of alerts, and rules for them, made up.

use itsm::monitoring::{Event, Held, Match, Outcome, Raise, Repeats, Rule, Rules, Severity, Sighting, Then, Verdict};
use itsm::{CategoryId, GroupId, ItemId, ServiceId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{instant, level, some, text};

fn severity() -> impl Strategy<Value = Severity> {
    select(Severity::ALL.to_vec())
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let outcome = select(vec![
        Outcome::Ignored,
        Outcome::Noted,
        Outcome::Raised,
        Outcome::Held(Held::OpenIncident),
        Outcome::Held(Held::Quiet),
        Outcome::Held(Held::Flapping),
        Outcome::Cleared,
        Outcome::LateRecovery,
    ]);
    (outcome, text()).prop_map(|(outcome, rule)| Verdict { outcome, rule })
}

fn sighting() -> impl Strategy<Value = Box<Sighting>> {
    let words = (text(), text(), text());
    (words, some(ItemId), severity(), severity(), instant(), any::<bool>(), verdict()).prop_map(
        |((source, key, message), item, severity, counts_as, at, recovers, verdict)| {
            Box::new(Sighting { source, item, key, severity, counts_as, message, at, recovers, verdict })
        },
    )
}

/// Any event of an alert.
pub fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => sighting().prop_map(Event::Begun),
        3 => sighting().prop_map(Event::Repeated),
        1 => select(vec![Event::Acknowledged, Event::RaisedByHand]),
        1 => text().prop_map(|because| Event::Closed { because }),
        1 => text().prop_map(|text| Event::Noted { text }),
    ]
}

fn then() -> impl Strategy<Value = Then> {
    let raise = (some(GroupId), some(ServiceId), some(CategoryId), level(), level())
        .prop_map(|(group, service, category, impact, urgency)| Raise { group, service, category, impact, urgency });
    prop_oneof![select(vec![Then::Ignore, Then::Note]), raise.prop_map(Then::Incident)]
}

/// Any rules.
pub fn rules() -> impl Strategy<Value = Rules> {
    let repeats = || of((any::<u32>(), any::<u32>()).prop_map(|(times, minutes)| Repeats { times, minutes }));
    let when = (text(), some(ItemId), of(severity()), text()).prop_map(|(source, item, severity, words)| Match {
        source,
        item,
        severity,
        words,
    });
    let rule = (text(), when, then()).prop_map(|(name, when, then)| Rule { name, when, then });
    (vec(rule, 0..4), any::<u32>(), repeats(), repeats()).prop_map(|(rules, quiet_minutes, escalate, flapping)| Rules {
        rules,
        quiet_minutes,
        escalate,
        flapping,
    })
}
