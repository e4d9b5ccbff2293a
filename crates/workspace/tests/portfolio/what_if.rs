//! What another price, target or demand would do.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::{Check, Command as Ask, Content, Cost, Edit, Kind, Offering, OfferingKey, Period, Price, Status};
use itsm::incident::{Channel, Command as AskIncident, Report, ResolutionCode};
use itsm::request::{Command as AskRequest, Form, Kind as Of, Plan, Request, TaskId, Wanted};
use itsm::{Command, Context, Desk, Entry, Key, Level, PersonId, RequestId, ServiceId, apply, decide};
use proptest::prelude::*;
use workspace::catalogue::what_if::{Doubt, Pair, Source, Trial, Wish, edits, monthly, outcome};

const ADA: PersonId = PersonId::imported(1);
const TOM: PersonId = PersonId::imported(2);

struct Bench {
    desk: Desk,
    now: DateTime<Utc>,
}

fn laptop() -> OfferingKey {
    OfferingKey(Key { number: 1, tag: 0 })
}

impl Bench {
    /// A launched laptop, at 1,000.00 with two working days to deliver. Begins on a Monday at nine.
    fn begin() -> (Self, ServiceId) {
        let mut bench = Self { desk: Desk::default(), now: "2026-03-02T09:00:00Z".parse().unwrap() };
        bench.ask(Command::Enter(Entry::Person(ADA, "Ada".into())));
        bench.ask(Command::Enter(Entry::Person(TOM, "Tom".into())));
        let offering = Offering {
            key: laptop(),
            name: "Standard".into(),
            kind: Kind::Goods,
            price: Price::Fixed(100_000),
            target: Some(TimeDelta::hours(16)),
            ..Offering::default()
        };
        let cost = Cost { monthly: 50_000, per_order: 80_000 };
        let content = Content { name: "Laptop".into(), offerings: vec![offering], cost, ..Content::default() };
        bench.does(Ask::Draft { service: None, content: Box::new(content) });
        let id = bench.desk.portfolio().listings().next().unwrap().id;
        for check in Check::ALL {
            bench.does(Ask::Tick { service: id, check, words: Some("Done".into()) });
        }
        bench.does(Ask::Publish { service: id, from: None, note: "".into() });
        for to in [Status::InDesign, Status::InTest, Status::Active, Status::Launched] {
            bench.does(Ask::Move { service: id, to, because: "".into() });
        }
        (bench, id)
    }

    fn ask(&mut self, command: Command) {
        let context = Context { now: self.now, actor: ADA, role: itsm::Role::default(), tag: 7 };
        for event in decide(&self.desk, command, &context).unwrap() {
            apply(&mut self.desk, &event);
        }
    }

    fn does(&mut self, ask: Ask) {
        self.ask(Command::Catalogue(ask));
    }

    /// An order that takes so many working hours, on the morning of the next working day.
    fn ordered(&mut self, service: ServiceId, hours: i64) -> RequestId {
        let request = self.desk.requests().next(7);
        let task = Plan { name: "Hand it out".into(), assignee: Some(ADA), ..Plan::default() };
        let form = Form {
            summary: "A laptop".into(),
            description: "".into(),
            kind: Of::Resource,
            channel: Channel::Portal,
            requester: Some(TOM),
            beneficiary: None,
            service: Some(service),
            target: None,
            order: None,
            approvals: vec![],
            items: vec![Wanted { name: "Standard".into(), quantity: 1, price: None, tasks: vec![task] }],
        };
        let opened = self.now;
        self.ask(Command::Request(AskRequest::Log { form: Box::new(form), from: None }));
        self.now = self.desk.agreement().calendar().add(opened, TimeDelta::hours(hours)).unwrap();
        self.ask(Command::Request(AskRequest::StartTask { request, item: 0, task: TaskId::planned(0) }));
        self.ask(Command::Request(AskRequest::FinishTask {
            request,
            item: 0,
            task: TaskId::planned(0),
            words: "".into(),
        }));
        request
    }

    fn see(&self, id: RequestId) -> &Request {
        self.desk.requests().get(id).unwrap()
    }
}

fn with(service: ServiceId, wish: Wish) -> Trial {
    Trial { wishes: [((service, laptop()), wish)].into(), ..Trial::default() }
}

#[test]
fn demand_comes_from_what_was_ordered_or_is_typed_and_which_is_said() {
    let (mut bench, id) = Bench::begin();
    let nothing = outcome(&bench.desk, &Trial::default(), bench.now);
    assert_eq!(nothing.lines[0].source, Source::None);
    assert!(nothing.doubts.contains(&Doubt::NoOrders) && nothing.doubts.contains(&Doubt::ShortHistory));
    for _ in 0..12 {
        bench.ordered(id, 8);
    }
    bench.now = "2027-03-02T09:00:00Z".parse().unwrap();
    let seen = outcome(&bench.desk, &Trial::default(), bench.now);
    assert_eq!(seen.lines[0].source, Source::Orders { orders: 12, days: 365 });
    assert_eq!(seen.lines[0].demand, Pair { before: 100, after: 100 }, "one a month");
    assert_eq!(seen.money.before.revenue, 100_000);
    assert_eq!(seen.money.before.cost, 50_000 + 80_000);
    assert_eq!(seen.money.before.margin(), -30_000);
    let typed = outcome(&bench.desk, &with(id, Wish { demand: Some(250), ..Wish::default() }), bench.now);
    assert_eq!(typed.lines[0].source, Source::Typed);
    assert_eq!(typed.money.after.revenue, 250_000);
    assert_eq!(typed.money.before, seen.money.before);
}

#[test]
fn another_target_is_held_against_the_working_time_of_what_was_fulfilled() {
    let (mut bench, id) = Bench::begin();
    for hours in [2, 10, 20] {
        let request = bench.ordered(id, hours);
        let took = workspace::catalogue::what_if::working_time(&bench.desk, bench.see(request));
        assert_eq!(took, Some(TimeDelta::hours(hours)));
    }
    let shorter = with(id, Wish { target: Some(Some(TimeDelta::hours(8))), ..Wish::default() });
    let line = &outcome(&bench.desk, &shorter, bench.now).lines[0];
    assert_eq!((line.finished, line.missed), (3, Pair { before: Some(1), after: Some(2) }));
    let none = with(id, Wish { target: Some(None), ..Wish::default() });
    let found = outcome(&bench.desk, &none, bench.now);
    assert_eq!(found.lines[0].missed, Pair { before: Some(1), after: None });
    assert!(found.doubts.contains(&Doubt::FewOrders));
}

#[test]
fn a_service_on_its_way_costs_nothing_until_a_demand_is_typed_for_it() {
    let (mut bench, id) = Bench::begin();
    bench.does(Ask::Move { service: id, to: Status::Active, because: "A pause".into() });
    bench.does(Ask::Move { service: id, to: Status::InTest, because: "Not ready".into() });
    let found = outcome(&bench.desk, &Trial::default(), bench.now);
    assert_eq!(found.money.before.cost, 0);
    let planned = outcome(&bench.desk, &with(id, Wish { demand: Some(1_000), ..Wish::default() }), bench.now);
    assert_eq!((planned.money.before.cost, planned.money.after.cost), (0, 50_000 + 800_000));
    assert_eq!(planned.money.after.revenue, 1_000_000);
}

#[test]
fn a_subscription_brings_in_its_share_of_a_month() {
    let of = |period| monthly(&Price::Subscription { amount: 12_000, period });
    assert_eq!(Period::ALL.map(of), [12_000, 4_000, 1_000]);
}

#[test]
fn a_higher_price_raises_the_doubt_that_fewer_will_order() {
    let (bench, id) = Bench::begin();
    let dearer = Wish { price: Some(Price::Fixed(120_000)), ..Wish::default() };
    let found = outcome(&bench.desk, &with(id, dearer.clone()), bench.now);
    assert!(found.doubts.contains(&Doubt::Elasticity));
    let both = Wish { demand: Some(50), ..dearer };
    assert!(!outcome(&bench.desk, &with(id, both), bench.now).doubts.contains(&Doubt::Elasticity));
}

#[test]
fn incidents_of_a_service_are_held_against_another_time_to_resolve() {
    let (mut bench, id) = Bench::begin();
    for hours in [1_i64, 6] {
        let incident = bench.desk.next_incident(7);
        let report = Report {
            summary: "No light".into(),
            description: "".into(),
            channel: Channel::Phone,
            caller: Some(TOM),
            service: Some(id),
            item: None,
            category: None,
            impact: Level(2),
            urgency: Level(2),
            group: None,
            assignee: Some(ADA),
            follows: None,
        };
        bench.ask(Command::Incident(AskIncident::Log(Box::new(report))));
        bench.now += TimeDelta::hours(hours);
        bench.ask(Command::Incident(AskIncident::Resolve {
            incident,
            code: ResolutionCode::SolutionProvided,
            solution: "New lamp".into(),
            cascade: false,
        }));
    }
    let line = |hours: Option<i64>| {
        let resolution = hours.map(|hours| (id, TimeDelta::hours(hours))).into_iter().collect();
        outcome(&bench.desk, &Trial { resolution, ..Trial::default() }, bench.now).incidents[0].clone()
    };
    assert_eq!(line(None).resolved, 2);
    assert_eq!(line(None).missed.before, line(None).missed.after);
    assert_eq!(line(Some(2)).missed.after, 1);
}

#[test]
fn only_what_differs_from_the_draft_becomes_an_edit_and_demand_is_not_written() {
    let (bench, id) = Bench::begin();
    let same = Wish { price: Some(Price::Fixed(100_000)), demand: Some(900), ..Wish::default() };
    assert!(edits(&bench.desk, &with(id, same)).is_empty());
    let other = Wish { target: Some(None), ..Wish::default() };
    let edits = edits(&bench.desk, &with(id, other));
    assert!(
        matches!(edits[&id].as_slice(), [Edit::Offering(new)] if new.target.is_none() && new.price == Price::Fixed(100_000))
    );
}

fn wish() -> impl Strategy<Value = Wish> {
    let price = prop_oneof![Just(Price::Free), (0..1_000_000u64).prop_map(Price::Fixed)];
    let target = prop_oneof![Just(None), (1..40i64).prop_map(|hours| Some(TimeDelta::hours(hours)))];
    (prop::option::of(price), prop::option::of(target), prop::option::of(0..100_000u32))
        .prop_map(|(price, target, demand)| Wish { price, target, demand })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn no_change_leaves_everything_as_it_is(hours in prop::collection::vec(1..40i64, 0..5)) {
        let (mut bench, id) = Bench::begin();
        for hours in hours {
            bench.ordered(id, hours);
        }
        let found = outcome(&bench.desk, &with(id, Wish::default()), bench.now);
        prop_assert_eq!(found.money.before, found.money.after);
        for line in &found.lines {
            prop_assert_eq!(line.revenue.before, line.revenue.after);
            prop_assert_eq!(line.missed.before, line.missed.after);
            prop_assert_eq!(line.demand.before, line.demand.after);
        }
        prop_assert_eq!(&found, &outcome(&bench.desk, &Trial::default(), bench.now));
    }

    #[test]
    fn a_wish_never_changes_what_is_and_a_shorter_target_is_never_missed_less(
        wish in wish(),
        hours in prop::collection::vec(1..40i64, 0..5),
    ) {
        let (mut bench, id) = Bench::begin();
        for hours in hours {
            bench.ordered(id, hours);
        }
        let as_is = outcome(&bench.desk, &Trial::default(), bench.now);
        let found = outcome(&bench.desk, &with(id, wish), bench.now);
        prop_assert_eq!(found.money.before, as_is.money.before);
        for line in &found.lines {
            if let (Some(before), Some(after)) = (line.target.before, line.target.after) {
                let (missed, would) = (line.missed.before.unwrap(), line.missed.after.unwrap());
                let is_so = if after <= before { would >= missed } else { would <= missed };
                prop_assert!(is_so, "{missed} missed {before}, {would} would miss {after}");
            }
        }
    }
}

#[test]
fn amounts_hours_and_demand_are_read_as_people_type_them() {
    use workspace::catalogue::what_if::typed::{amount, demand, hours, plain, plain_hours};
    assert_eq!(amount("1,299.5"), Ok(Some(129_950)));
    assert_eq!(amount("1 299,05"), Ok(Some(129_905)));
    assert_eq!(amount(" "), Ok(None));
    for wrong in ["-1", "a lot", "1e9", "99999999999999999999", "1.2.34x"] {
        assert!(amount(wrong).is_err(), "{wrong}");
    }
    assert_eq!(hours("1.5"), Ok(Some(TimeDelta::minutes(90))));
    assert!(hours("0").is_err() && hours("10001").is_err());
    assert_eq!(demand("0.5"), Ok(Some(50)));
    assert!(demand("1000001").is_err());
    assert_eq!(
        (plain(129_905), plain(800), plain_hours(TimeDelta::minutes(90))),
        ("1299.05".into(), "8".into(), "1.50".into())
    );
}
