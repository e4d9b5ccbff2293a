//! Each rule by itself.

use chrono::{NaiveDate, TimeDelta};
use itsm::configuration::{Amendment, Baseline, Command as Ask, Kind, LifeState, Need, Node, Owner};
use itsm::{Command, Entry, EntryId, Happening, ItemId, PersonId, SupplierId};

use crate::bench::{Bench, amend, it, item, need, service};

#[test]
fn an_item_is_registered_with_its_name_and_everything_known_in_one_command() {
    let mut bench = Bench::begin();
    let changes = vec![Amendment::Kind(Some(Kind::NetworkDevice)), Amendment::Serial(" SN-1 ".into())];
    let steps = bench.does(Ask::Register { name: "SW-CORE".into(), state: LifeState::Planned, changes });
    let Happening::Entered(Entry::Item(id, name)) = &steps[0] else { panic!("{steps:?}") };
    assert_eq!(&**name, "SW-CORE");
    let known = bench.desk.configuration().item(*id).unwrap();
    assert_eq!((known.kind, known.state, &*known.serial), (Some(Kind::NetworkDevice), LifeState::Planned, "SN-1"));
    let again = Ask::Register { name: "sw-core".into(), state: LifeState::Live, changes: vec![] };
    assert!(bench.refuses(again).contains("another entry has it"));
}

#[test]
fn what_nobody_has_described_is_taken_for_live_and_may_begin_anywhere() {
    let mut bench = Bench::begin();
    assert!(bench.desk.configuration().item(item(1)).is_none());
    bench.becomes(1, LifeState::Planned);
    bench.becomes(1, LifeState::InBuild);
    let back = bench.refuses(Ask::Become { item: item(1), state: LifeState::Planned });
    assert!(back.contains("a life goes forward"), "{back}");
}

#[test]
fn a_retired_item_comes_back_only_through_a_build() {
    let mut bench = Bench::begin();
    bench.becomes(1, LifeState::Live);
    bench.becomes(1, LifeState::Retired);
    assert!(bench.refuses(Ask::Become { item: item(1), state: LifeState::Live }).contains("back into build"));
    bench.becomes(1, LifeState::InBuild);
}

#[test]
fn what_is_retired_is_offered_no_more_until_it_comes_back() {
    let mut bench = Bench::begin();
    bench.becomes(1, LifeState::Live);
    bench.becomes(1, LifeState::Retired);
    assert!(bench.desk.directory().is_retired(EntryId::Item(item(1))));
    bench.becomes(1, LifeState::InBuild);
    assert!(!bench.desk.directory().is_retired(EntryId::Item(item(1))));
}

#[test]
fn what_others_need_is_not_retired() {
    let mut bench = Bench::begin();
    bench.needs(service(1), vec![need(1, &[it(1)])]);
    assert!(bench.refuses(Ask::Become { item: item(1), state: LifeState::Retired }).contains("others need it"));
    bench.needs(service(1), vec![]);
    bench.becomes(1, LifeState::Retired);
    let late = bench.refuses(Ask::SetNeeds { of: service(1), needs: vec![need(1, &[it(1)])] });
    assert!(late.contains("retired"), "{late}");
}

#[test]
fn a_room_is_not_retired_before_what_stands_in_it() {
    let mut bench = Bench::begin();
    bench.does(Ask::PutInto { item: item(2), whole: Some(item(1)) });
    assert!(bench.refuses(Ask::Become { item: item(1), state: LifeState::Retired }).contains("its parts come first"));
}

#[test]
fn a_ring_of_parts_is_refused_with_its_reason() {
    let mut bench = Bench::begin();
    bench.does(Ask::PutInto { item: item(2), whole: Some(item(1)) });
    bench.does(Ask::PutInto { item: item(3), whole: Some(item(2)) });
    assert!(bench.refuses(Ask::PutInto { item: item(1), whole: Some(item(3)) }).contains("a ring of parts"));
    assert!(
        bench.refuses(Ask::PutInto { item: item(1), whole: Some(item(1)) }).contains("nothing is a part of itself")
    );
    assert_eq!(bench.desk.configuration().wholes(item(3)), [item(2), item(1)]);
    assert_eq!(bench.desk.configuration().all_parts(item(1)), [item(2), item(3)].into());
}

#[test]
fn a_ring_of_needs_is_legal() {
    let mut bench = Bench::begin();
    bench.needs(it(1), vec![need(1, &[it(2)])]);
    bench.needs(it(2), vec![need(1, &[it(1)])]);
}

#[test]
fn a_need_asks_for_at_least_one_and_for_no_more_than_there_are() {
    assert_eq!(Need::new("".into(), 0, [it(1)].into()), None);
    assert_eq!(Need::new("".into(), 2, [it(1)].into()), None);
    assert_eq!(Need::new("".into(), 1, [].into()), None);
    assert_eq!(need(2, &[it(1), it(2), it(3)]).spare(), 1);
}

#[test]
fn nothing_needs_itself_and_no_group_stands_there_twice() {
    let mut bench = Bench::begin();
    let of_itself = Ask::SetNeeds { of: it(1), needs: vec![need(1, &[it(1), it(2)])] };
    assert!(bench.refuses(of_itself).contains("stand in for itself"));
    let twice = vec![need(1, &[it(1), it(2)]), need(2, &[it(2), it(1)])];
    assert!(bench.refuses(Ask::SetNeeds { of: service(1), needs: twice }).contains("twice"));
}

#[test]
fn needs_and_owners_must_be_known() {
    let mut bench = Bench::begin();
    let unknown = Node::Item(ItemId::imported(99));
    assert!(bench.refuses(Ask::SetNeeds { of: service(1), needs: vec![need(1, &[unknown])] }).contains("not in"));
    let nobody = Amendment::Owner(Some(Owner::Person(PersonId::imported(99))));
    assert!(bench.refuses(amend(1, nobody)).contains("not in"));
    let supplier = Amendment::Supplier(Some(SupplierId::imported(99)));
    assert!(bench.refuses(amend(1, supplier)).contains("not in"));
    assert!(bench.refuses(amend(99, Amendment::Serial("1".into()))).contains("not in"));
}

#[test]
fn a_warranty_does_not_end_before_the_purchase() {
    let mut bench = Bench::begin();
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    bench.does(amend(1, Amendment::BoughtOn(day(10))));
    assert!(bench.refuses(amend(1, Amendment::WarrantyUntil(day(9)))).contains("before the item was bought"));
    bench.does(amend(1, Amendment::WarrantyUntil(day(10))));
    assert!(bench.see(1).is_asset());
}

#[test]
fn saying_what_is_known_already_changes_nothing() {
    let mut bench = Bench::begin();
    bench.does(amend(1, Amendment::Kind(Some(Kind::Line))));
    assert!(bench.refuses(amend(1, Amendment::Kind(Some(Kind::Line)))).contains("a change"));
    assert!(bench.refuses(Ask::PutInto { item: item(1), whole: None }).contains("nothing would change"));
    assert!(bench.refuses(Ask::SetNeeds { of: it(1), needs: vec![] }).contains("a change"));
    assert!(bench.refuses(Ask::Note { item: item(1), text: "  ".into() }).contains("text"));
}

#[test]
fn a_baseline_has_a_name_of_its_own_and_does_not_lie_ahead() {
    let mut bench = Bench::begin();
    let now = bench.now;
    bench.does(Ask::NameBaseline(Baseline { name: " Before ".into(), at: now }));
    let (id, baseline) = bench.desk.configuration().baselines().iter().next().unwrap();
    assert_eq!(&*baseline.name, "Before");
    let id = *id;
    assert!(bench.refuses(Ask::NameBaseline(Baseline { name: "before".into(), at: now })).contains("another baseline"));
    let ahead = Baseline { name: "Ahead".into(), at: now + TimeDelta::hours(1) };
    assert!(bench.refuses(Ask::NameBaseline(ahead)).contains("ahead"));
    bench.does(Ask::DropBaseline(id));
    assert!(bench.refuses(Ask::DropBaseline(id)).contains("not in"));
}

#[test]
fn a_name_that_the_map_uses_is_known_to_be_used() {
    let mut bench = Bench::begin();
    assert!(!bench.desk.practices_mention(EntryId::Item(item(1))));
    bench.needs(service(1), vec![need(1, &[it(1)])]);
    assert!(bench.desk.practices_mention(EntryId::Item(item(1))));
    assert!(bench.desk.practices_mention(service(1).entry()));
    assert!(bench.ask(Command::Retire(EntryId::Item(item(2)))).is_ok());
}
