//! Whatever is asked, in whatever order.

use std::collections::BTreeSet;

use itsm::configuration::{
    Action, Amendment, Command as Ask, Configuration, Fate, Kind, LifeState, Need, Node, Question, impact, why_not,
};
use itsm::{Command, Desk, Event, RecordId, apply, decide};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{Bench, ITEMS, SERVICES, it, item, service, teaches_briefly};

fn node() -> impl Strategy<Value = Node> {
    prop_oneof![(1..=ITEMS).prop_map(it), (1..=SERVICES).prop_map(service)]
}

fn need() -> impl Strategy<Value = Need> {
    let group = prop::collection::btree_set(node(), 1..4);
    (group, 1..4_u32).prop_map(|(of, least)| {
        let least = least.min(u32::try_from(of.len()).unwrap());
        Need::new("".into(), least, of).unwrap()
    })
}

fn state() -> impl Strategy<Value = LifeState> {
    select(LifeState::ALL.to_vec())
}

fn ask() -> impl Strategy<Value = Ask> {
    let number = || 1..=ITEMS;
    prop_oneof![
        4 => (number(), state()).prop_map(|(number, state)| Ask::Become { item: item(number), state }),
        3 => (number(), prop::option::of(number()))
            .prop_map(|(number, whole)| Ask::PutInto { item: item(number), whole: whole.map(item) }),
        4 => (node(), prop::collection::vec(need(), 0..3)).prop_map(|(of, needs)| Ask::SetNeeds { of, needs }),
        2 => (number(), prop::option::of(select(Kind::ALL.to_vec())))
            .prop_map(|(number, kind)| Ask::Amend { item: item(number), changes: vec![Amendment::Kind(kind)] }),
        1 => number().prop_map(|number| Ask::Note { item: item(number), text: "Seen".into() }),
    ]
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 0..60)
}

fn play(asks: Vec<Ask>) -> Bench {
    let mut bench = Bench::begin();
    for ask in asks {
        let before = bench.desk.clone();
        let _ = bench.ask(Command::Item(ask));
        only_allowed_moves(&before, &bench.desk);
        holds(bench.desk.configuration());
    }
    bench
}

/// The life as a table, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    use LifeState::*;
    for now in after.configuration().items() {
        let Some(earlier) = before.configuration().item(now.id) else { continue };
        let allowed = earlier.state == now.state
            || matches!(
                (earlier.state, now.state),
                (Planned, InBuild | Live | Retired)
                    | (InBuild, Live | Retired)
                    | (Live, UnderMaintenance | Retired)
                    | (UnderMaintenance, Live | Retired)
                    | (Retired, InBuild)
            );
        assert!(allowed, "{:?} became {:?}", earlier.state, now.state);
    }
}

fn holds(map: &Configuration) {
    for item in map.items() {
        assert!(!map.all_parts(item.id).contains(&item.id), "a ring of parts");
        assert!(!map.wholes(item.id).contains(&item.id), "a ring of wholes");
        if let Some(whole) = item.part_of {
            assert!(map.parts(whole).any(|part| part == item.id));
        }
        assert!(map.parts(item.id).all(|part| map.item(part).unwrap().part_of == Some(item.id)));
        if item.state == LifeState::Retired {
            assert_eq!(map.needed_by(Node::Item(item.id)).next(), None, "a retired item is needed");
            assert_eq!(map.parts(item.id).next(), None, "a retired item has parts");
        }
    }
    for (of, needs) in map.all_needs() {
        assert!(!needs.is_empty());
        for member in needs.iter().flat_map(|need| need.of()) {
            assert_ne!(*member, of);
            assert!(map.needed_by(*member).any(|other| other == of));
        }
    }
    for node in every_node() {
        assert!(map.needed_by(node).all(|by| map.needs(by).iter().any(|need| need.of().contains(&node))));
    }
}

fn every_node() -> Vec<Node> {
    (1..=ITEMS).map(it).chain((1..=SERVICES).map(service)).collect()
}

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Desk {
    let mut desk = Desk::default();
    events.into_iter().for_each(|event| apply(&mut desk, event));
    desk
}

/// The plainest way to find what fails: ask everything again until nothing more does.
fn naive(map: &Configuration, down: &BTreeSet<Node>) -> BTreeSet<Node> {
    let mut out = down.clone();
    loop {
        let before = out.len();
        for node in every_node() {
            let unmet = |need: &Need| need.of().difference(&out).count() < need.at_least() as usize;
            if map.needs(node).iter().any(unmet) {
                out.insert(node);
            }
        }
        if out.len() == before {
            return out;
        }
    }
}

fn rank(fate: &Fate) -> u8 {
    match fate {
        Fate::NotImpacted | Fate::KeptUp => 0,
        Fate::Degraded(_) => 1,
        Fate::Fails(_) | Fate::Down => 2,
    }
}

fn nodes() -> impl Strategy<Value = BTreeSet<Node>> {
    prop::collection::btree_set(node(), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn only_allowed_moves_happen_and_every_invariant_holds(asks in asks()) {
        play(asks);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_and_a_record_forgotten_and_folded_again_is_the_same(asks in asks()) {
        let bench = play(asks);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        let mut desk = bench.desk.clone();
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            desk.forget(record);
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(record));
            own.for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(&desk, &bench.desk);
    }

    #[test]
    fn why_not_and_decide_agree_and_every_refusal_is_short(asks in asks(), number in 1..=ITEMS, state in state()) {
        let bench = play(asks);
        let ask = Ask::Become { item: item(number), state };
        let tried = decide(&bench.desk, Command::Item(ask), &bench.context());
        let why = why_not(&bench.desk, item(number), Action::Become(state));
        why.iter().for_each(teaches_briefly);
        prop_assert_eq!(tried.err(), why);
    }

    #[test]
    fn what_comes_late_is_applied_only_where_it_is_legal_and_breaks_nothing(one in asks(), other in asks()) {
        let mut bench = play(one);
        for event in play(other).journal {
            if event.what.record().is_some() && bench.desk.legal(&event).is_ok() {
                apply(&mut bench.desk, &event);
                holds(bench.desk.configuration());
            }
        }
    }

    #[test]
    fn what_fails_is_what_the_plainest_reckoning_finds(asks in asks(), down in nodes()) {
        let bench = play(asks);
        let map = bench.desk.configuration();
        let found = impact(map, &Question::of(down.clone()));
        prop_assert_eq!(found.out().collect::<BTreeSet<Node>>(), naive(map, &down));
        // Every chain ends at something that was marked down, each step a need of the one before.
        for node in found.out() {
            let chain = found.chain(node);
            prop_assert!(down.contains(chain.last().unwrap()));
            for pair in chain.windows(2) {
                prop_assert!(map.needs(pair[0]).iter().any(|need| need.of().contains(&pair[1])));
            }
        }
    }

    #[test]
    fn more_down_never_brings_anything_up(
        asks in asks(), down in nodes(), more in nodes(), kept in nodes(), depth in prop::option::of(0..4_u32),
    ) {
        let bench = play(asks);
        let map = bench.desk.configuration();
        let kept: BTreeSet<Node> = kept.difference(&more).copied().collect();
        let question = Question { down: down.clone(), kept_up: kept, depth };
        let worse = Question { down: down.union(&more).copied().collect(), ..question.clone() };
        let (one, other) = (impact(map, &question), impact(map, &worse));
        for node in every_node() {
            prop_assert!(rank(one.fate(node)) <= rank(other.fate(node)), "{:?}", node);
        }
    }
}
