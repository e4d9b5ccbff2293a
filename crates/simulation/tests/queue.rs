//! Queues: the rules at one instant, and laws that hold for whatever customers come.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use simulation::queue::{
    Customer, Market, Moment, Outcome, RandomCustomers, Rota, Span, Staff, Station, Unservable, Visit, serve,
};

fn customer(arrival: f64, service: f64) -> Customer {
    let (arrival, service) = (Moment::new(arrival).unwrap(), Span::new(service).unwrap());
    Customer { number: 0, arrival, service, class: 1, patience: None }
}

fn patient(arrival: f64, service: f64, patience: f64) -> Customer {
    Customer { patience: Span::new(patience), ..customer(arrival, service) }
}

/// Start and end, or no start and when they left.
fn written(visits: &[Visit]) -> Vec<(Option<f64>, f64)> {
    let times = |visit: &Visit| match visit.outcome {
        Outcome::Served { start, end } => (Some(start.value()), end.value()),
        Outcome::Left { at } => (None, at.value()),
    };
    visits.iter().map(times).collect()
}

fn served(customers: &[Customer], staff: Staff) -> Vec<(Option<f64>, f64)> {
    written(&serve(customers, staff).unwrap())
}

#[test]
fn the_answer_is_in_the_order_of_the_question_and_ties_go_by_it() {
    let customers = [customer(5.0, 1.0), customer(0.0, 2.0), customer(5.0, 3.0), customer(1.0, 1.0)];
    let times = served(&customers, Staff::Fixed(1));
    assert_eq!(times, [(Some(5.0), 6.0), (Some(0.0), 2.0), (Some(6.0), 9.0), (Some(2.0), 3.0)]);
}

#[test]
fn the_first_class_goes_first_and_interrupts_nobody() {
    let class = |class, one| Customer { class, ..one };
    let customers =
        [customer(0.0, 4.0), class(2, customer(1.0, 1.0)), customer(2.0, 1.0), class(2, customer(1.5, 1.0))];
    let times = served(&customers, Staff::Fixed(1));
    assert_eq!(times, [(Some(0.0), 4.0), (Some(5.0), 6.0), (Some(4.0), 5.0), (Some(6.0), 7.0)]);
}

#[test]
fn patience_that_ends_when_a_server_frees_is_served() {
    let customers = [patient(0.0, 2.0, 1.5), patient(0.5, 1.0, 1.5), patient(0.25, 1.0, 1.5), patient(9.0, 1.0, 0.0)];
    let times = served(&customers, Staff::Fixed(1));
    assert_eq!(times, [(Some(0.0), 2.0), (Some(2.0), 3.0), (None, 1.75), (Some(9.0), 10.0)]);
}

#[test]
fn a_departure_makes_room_for_who_comes_at_that_instant() {
    let customers = [patient(0.0, 2.0, 0.0), patient(2.0, 1.0, 0.0), patient(2.0, 1.0, 0.0)];
    assert_eq!(served(&customers, Staff::Fixed(1)), [(Some(0.0), 2.0), (Some(2.0), 3.0), (None, 2.0)]);
}

#[test]
fn a_fresh_crew_comes_and_the_old_one_finishes_its_job() {
    let rota = Rota::new(24.0, &[8.0, 12.0, 24.0], &[0, 3, 1]).unwrap();
    let customers = [
        customer(0.0, 5.0),
        customer(11.0, 3.0),
        customer(11.5, 3.0),
        customer(11.5, 9.0),
        customer(12.0, 1.0),
        customer(23.5, 4.0),
        customer(24.0, 1.0),
    ];
    let times = served(&customers, Staff::Rota(rota));
    // The one of 12.0 gets the fresh server, though three of the old crew are busy; the last waits for the next day.
    let expected = [(8.0, 13.0), (11.0, 14.0), (11.5, 14.5), (12.0, 21.0), (21.0, 22.0), (23.5, 27.5), (32.0, 33.0)];
    assert_eq!(times, expected.map(|(start, end)| (Some(start), end)));
}

#[test]
fn a_departure_at_a_boundary_takes_the_next_before_the_fresh_crew_comes() {
    let rota = Rota::new(10.0, &[5.0, 10.0], &[1, 1]).unwrap();
    let customers = [customer(4.0, 1.0), customer(4.5, 8.0), customer(4.75, 1.0), customer(5.0, 0.0)];
    let times = served(&customers, Staff::Rota(rota));
    assert_eq!(times, [(Some(4.0), 5.0), (Some(5.0), 13.0), (Some(5.0), 6.0), (Some(6.0), 6.0)]);
}

#[test]
fn what_cannot_be_is_refused() {
    assert_eq!(serve(&[customer(0.0, 1.0)], Staff::Fixed(0)), Err(Unservable::Nobody));
    assert_eq!(served(&[patient(1.0, 1.0, 2.0)], Staff::Fixed(0)), [(None, 3.0)]);
    assert_eq!(serve(&[customer(f64::MAX, f64::MAX)], Staff::Fixed(1)), Err(Unservable::TooFar));
    let rota = || Rota::new(1.0, &[1.0], &[1]).unwrap();
    assert_eq!(serve(&[customer(1e15, 1.0)], Staff::Rota(rota())), Err(Unservable::TooFar));
    for (cycle, ends, servers) in
        [(1.0, vec![], vec![]), (1.0, vec![1.0], vec![]), (2.0, vec![1.0], vec![1]), (1.0, vec![1.0, 1.0], vec![1, 1])]
    {
        assert!(Rota::new(cycle, &ends, &servers).is_err());
    }
    assert!(Rota::new(f64::NAN, &[f64::NAN], &[1]).is_err());
}

/// First come, first served by the textbook's recursion: whoever comes takes the server who is free first.
fn by_recursion(customers: &[Customer], servers: usize) -> Vec<(Option<f64>, f64)> {
    let mut order: Vec<usize> = (0..customers.len()).collect();
    order.sort_by_key(|place| customers[*place].arrival);
    let mut free = vec![f64::NEG_INFINITY; servers];
    let mut times = vec![(None, 0.0); customers.len()];
    for place in order {
        let Customer { arrival, service, patience, .. } = customers[place];
        free.sort_by(f64::total_cmp);
        let start = free[0].max(arrival.value());
        let gone = patience.map_or(f64::INFINITY, |patience| arrival.value() + patience.value());
        times[place] = if start <= gone {
            free[0] = start + service.value();
            (Some(start), free[0])
        } else {
            (None, gone)
        };
    }
    times
}

/// Times in quarters, so that many things happen at one instant.
fn quarters(most: u32) -> impl Strategy<Value = f64> {
    (0..most).prop_map(|quarters| f64::from(quarters) / 4.0)
}

fn customers() -> impl Strategy<Value = Vec<Customer>> {
    prop::collection::vec((quarters(200), quarters(40), 1..4_i64), 0..60).prop_map(|list| {
        list.into_iter().map(|(arrival, service, class)| Customer { class, ..customer(arrival, service) }).collect()
    })
}

fn staff() -> impl Strategy<Value = Staff> {
    let rota = prop::collection::vec((1..20_u32, 0..4_u32), 1..5).prop_map(|turns| {
        let mut end = 0.0;
        let ends: Vec<f64> = turns.iter().map(|(quarters, _)| (end += f64::from(*quarters) / 4.0, end).1).collect();
        Rota::new(end, &ends, &turns.iter().map(|(_, servers)| *servers).collect::<Vec<_>>()).unwrap()
    });
    prop_oneof![(1..5_u32).prop_map(Staff::Fixed), rota.prop_map(Staff::Rota)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn first_come_first_served_is_the_recursion(list in customers(), servers in 1..5_u32, patience in prop::option::of(quarters(12))) {
        let patience = patience.and_then(Span::new);
        let list: Vec<_> = list.into_iter().map(|one| Customer { class: 1, patience, ..one }).collect();
        prop_assert_eq!(served(&list, Staff::Fixed(servers)), by_recursion(&list, servers as usize));
    }

    #[test]
    fn one_server_more_lets_nobody_wait_longer(list in customers(), servers in 1..5_u32) {
        let list: Vec<_> = list.into_iter().map(|one| Customer { class: 1, ..one }).collect();
        let (few, many) = (served(&list, Staff::Fixed(servers)), served(&list, Staff::Fixed(servers + 1)));
        prop_assert!(few.iter().zip(&many).all(|(few, many)| many.0 <= few.0));
    }

    #[test]
    fn nobody_gets_lost_and_the_queue_over_time_is_what_all_waited(
        list in customers(), staff in staff(), patience in prop::option::of(quarters(30)),
    ) {
        prop_assume!(staff.ever_works());
        let mut list: Vec<_> = list.into_iter().map(|one| Customer { patience: patience.and_then(Span::new), ..one }).collect();
        list.sort_by_key(|one| one.arrival);
        let mut arrivals = list.iter().zip(0..).map(|(one, number)| Customer { number, ..*one });
        let (mut station, mut waited, mut seen, mut queue) = (Station::new(staff), 0.0, 0, 0.0);
        loop {
            let (before, waiting) = (station.now(), station.waiting());
            let Some(now) = station.step(&mut arrivals, &mut |visit| { waited += visit.waited().value(); seen += 1; }) else { break };
            queue += waiting as f64 * now.since(before).value();
            let known = station.left() + station.served() + station.in_service();
            prop_assert_eq!(known, seen);
            prop_assert_eq!(station.arrived(), known + station.waiting() as u64);
        }
        prop_assert_eq!((station.arrived(), seen, station.waiting()), (list.len() as u64, list.len() as u64, 0));
        // Little's law over the whole run, exactly: quarters add up without rounding.
        prop_assert_eq!(queue, waited);
    }

    #[test]
    fn nobody_of_a_later_class_overtakes(list in customers(), servers in 1..4_u32) {
        let visits = serve(&list, Staff::Fixed(servers)).unwrap();
        let starts = |visit: &Visit| visit.customer.arrival.plus(visit.waited());
        for one in &visits {
            let ahead = |other: &&Visit| (one.customer.class, one.customer.number) < (other.customer.class, other.customer.number);
            for other in visits.iter().filter(ahead) {
                prop_assert!(starts(other) <= one.customer.arrival || starts(one) <= starts(other));
            }
        }
    }

    #[test]
    fn a_queue_saved_anywhere_goes_on_the_same(seed: u64, steps in 0..400_usize, staff in staff(), patience in prop::option::of(0.1..3.0)) {
        let market = Market { mean_between: 0.4, mean_service: 1.0, mean_patience: patience };
        let (mut customers, mut station) = (RandomCustomers::new(market, seed, 0), Station::new(staff));
        for _ in 0..steps {
            station.step(&mut customers, &mut |_| {});
        }
        let saved = serde_json::to_string(&(&customers, &station)).unwrap();
        let (mut resumed_customers, mut resumed): (RandomCustomers, Station) = serde_json::from_str(&saved).unwrap();
        let (mut whole, mut again) = (Vec::new(), Vec::new());
        for _ in 0..200 {
            station.step(&mut customers, &mut |visit| whole.push(visit));
            resumed.step(&mut resumed_customers, &mut |visit| again.push(visit));
        }
        prop_assert_eq!(whole, again);
        prop_assert_eq!((station, customers), (resumed, resumed_customers));
    }
}
