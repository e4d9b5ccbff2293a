//! The scenarios that come with the app are read whole.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../examples/common/app.rs"]
mod app;

use app::text;
use simulation::scenario::{Pool, Scenario, World};

#[test]
fn every_scenario_of_the_app_is_read_whole() {
    serde_json::from_str::<World>(&text("world.json")).unwrap();
    serde_json::from_str::<Pool>(&text("pool.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&text("index.json")).unwrap();
    let names = index["scenarios"].as_array().unwrap();
    assert_eq!(names.len(), 12);
    for name in names {
        let name = name.as_str().or_else(|| name["id"].as_str()).unwrap().to_owned() + ".json";
        serde_json::from_str::<Scenario>(&text(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
