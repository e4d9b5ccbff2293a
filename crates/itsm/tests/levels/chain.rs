//! Whether what is promised to a customer is covered beneath.

use chrono::TimeDelta;
use itsm::Priority;
use itsm::calendar::{CalendarSpec, TimeOfDay, Window};
use itsm::promise::{AvailabilityTarget, Gap, MeasuringPeriod, Party, Slow, Terms, gaps};
use itsm::service_level::Measure;

use crate::bench::*;

#[test]
fn a_promise_with_nothing_beneath_it_hangs_in_the_air() {
    let mut bench = Bench::begin();
    let id = bench.agrees(Terms { services: vec![SHOP, MAIL, MAIL], ..sla(hours(4)) });
    bench.agrees(ola(NETWORK, hours(4)));
    assert_eq!(gaps(&bench.desk, bench.see(id), bench.now), [Gap::Uncovered(SHOP)]);
}

#[test]
fn an_ola_that_allows_longer_than_the_sla_promises_is_a_gap() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let beneath = bench.agrees(ola(NETWORK, hours(8)));
    let gaps = gaps(&bench.desk, bench.see(id), bench.now);
    assert_eq!(gaps.len(), 5, "one for each priority");
    assert_eq!(
        gaps[0],
        Gap::Slower(Slow {
            beneath,
            measure: Measure::Resolution,
            priority: Priority(1),
            allows: hours(8),
            promised: hours(4)
        })
    );
}

#[test]
fn an_ola_as_fast_as_the_promise_leaves_no_gap_and_other_services_do_not_matter() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    bench.agrees(ola(NETWORK, hours(4)));
    bench.agrees(Terms { services: vec![SHOP], ..ola(SERVERS, hours(80)) });
    assert_eq!(gaps(&bench.desk, bench.see(id), bench.now), []);
}

#[test]
fn missing_targets_hours_and_an_early_end_beneath_are_gaps() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let mut contract = ola(NETWORK, hours(4));
    contract.clocks.targets[4].resolution = None;
    contract.valid_until = Some(at("30 00:00"));
    let time = |hours: u32| TimeOfDay::from_seconds(hours * 3600).unwrap();
    contract.clocks.calendar = CalendarSpec::weekly("Etc/UTC", 0..=4, &[Window { opens: time(9), closes: time(15) }]);
    let beneath = bench.agrees(contract);
    assert_eq!(
        gaps(&bench.desk, bench.see(id), bench.now),
        [
            Gap::Silent { beneath, measure: Measure::Resolution, priority: Priority(5) },
            Gap::Hours { beneath, missing: TimeDelta::hours(10) },
            Gap::EndsFirst { beneath, at: at("30 00:00") },
        ]
    );
}

#[test]
fn a_contract_that_allows_more_downtime_is_a_gap() {
    let mut bench = Bench::begin();
    let supplier = bench.supplier();
    let available = |basis_points| Some(AvailabilityTarget { basis_points, period: MeasuringPeriod::Month });
    let id = bench.agrees(Terms { availability: available(9950), ..sla(hours(4)) });
    let beneath = bench.agrees(Terms { availability: available(9900), ..terms(Party::Supplier(supplier), hours(4)) });
    let found = gaps(&bench.desk, bench.see(id), bench.now);
    assert_eq!(found, [Gap::LessAvailable { beneath, allows: 9900, promised: 9950 }]);
    assert_eq!(gaps(&bench.desk, bench.see(beneath), bench.now), [], "only promises to customers have a chain");
}
