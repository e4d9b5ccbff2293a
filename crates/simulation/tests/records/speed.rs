//! How long it takes: `cargo test --release -p simulation --test records -- --ignored --nocapture`.

use std::time::Instant;

use simulation::shift::{HoldFor, Records, SolutionCode};

use super::common::{Shift, files, incident, key, start, you};

#[test]
#[ignore = "a measurement"]
fn beginning_cloning_and_a_busy_shift() {
    let files = files("recurring-printer");
    let begin = start(&files);
    let mut desk = Records::begin(&files, begin).unwrap();
    let timed = Instant::now();
    for _ in 0..20 {
        desk = Records::begin(&files, begin).unwrap();
    }
    println!("begin: {:?}", timed.elapsed() / 20);
    println!("events: {}", desk.take().len());
    let timed = Instant::now();
    for _ in 0..1_000 {
        std::hint::black_box(desk.clone());
    }
    println!("clone: {:?}", timed.elapsed() / 1_000);
    let mut shift = Shift::of("recurring-printer");
    let timed = Instant::now();
    for place in 0..100 {
        let case = key(&format!("case-{place}"));
        let new = incident(&case);
        shift.does(|desk, now| desk.log_incident(now, &you(), new));
        shift.does(|desk, now| desk.start(now, &you(), &case));
        shift.does(|desk, now| desk.hold(now, &you(), &case, HoldFor::Caller, ""));
        shift.does(|desk, now| desk.say(now, &key("lena"), &case, true, "Yes"));
        shift.does(|desk, now| desk.major(now, &you(), &case));
        shift.does(|desk, now| desk.resolve(now, &you(), &case, SolutionCode::Solution, "Done", false));
        let now = shift.now();
        std::hint::black_box(shift.desk.view(&case, now));
    }
    println!("600 commands and 100 views: {:?}", timed.elapsed());
}
