//! The sample company: what ships is what its story makes, and the story holds together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../examples/company/cast.rs"]
mod cast;
#[path = "../examples/company/catalogue.rs"]
mod catalogue;
#[path = "../examples/company/changes.rs"]
mod changes;
#[path = "../examples/company/configuration.rs"]
mod configuration;
#[path = "../examples/company/improvements.rs"]
mod improvements;
#[path = "../examples/company/knowledge.rs"]
mod knowledge;
#[path = "../examples/company/levels.rs"]
mod levels;
#[path = "../examples/company/play.rs"]
mod play;
#[path = "../examples/company/problems.rs"]
mod problems;
#[path = "../examples/company/records.rs"]
mod records;
#[path = "../examples/company/requests.rs"]
mod requests;
#[path = "../examples/company/script.rs"]
mod script;
#[path = "../examples/company/watching.rs"]
mod watching;

#[path = "company/established.rs"]
mod established;
#[path = "company/offers.rs"]
mod offers;
#[path = "company/practices.rs"]
mod practices;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use itsm::calendar::Zone;
use itsm::incident::{Channel, Event as Told, HoldReason, Incident, Report, ResolutionCode, Side, Stage, State};
use itsm::link::Relation;
use itsm::problem::State as Phase;
use itsm::service_level::Outcome;
use itsm::{Event, Happening, PersonId, Priority, RecordId};
use journal::{MemoryStore, TabId};
use workspace::Workspace;
use workspace::stored::VERSIONS;

const FILE: &str = include_str!("../../../public/samples/company.json");

thread_local! {
    /// Opened once for each thread: it reads in a moment, and it cannot be shared.
    static OPENED: &'static Workspace = Box::leak(Box::new(opened()));
}

/// The company as a browser opens it.
fn company() -> &'static Workspace {
    OPENED.with(|opened| *opened)
}

fn opened() -> Workspace {
    let store = MemoryStore::like_a_browser(5 << 20);
    let journal = journal::import(store, VERSIONS, FILE, "company", TabId(9), 1_900_000_000_000).unwrap();
    assert_eq!(journal.name(), play::NAME);
    let entries: Vec<journal::Entry> = journal.entries().into_iter().cloned().collect();
    let (mut workspace, findings) = Workspace::open(None, &entries);
    assert_eq!(findings, []);
    workspace.advance(last_morning());
    workspace
}

fn last_morning() -> DateTime<Utc> {
    "2026-03-16T07:40:00Z".parse().unwrap()
}

fn local(at: DateTime<Utc>) -> chrono::NaiveDateTime {
    Zone::named("Europe/Berlin").unwrap().local(at)
}

fn incidents() -> impl Iterator<Item = &'static Incident> {
    company().desk().incidents()
}

fn history(incident: &Incident) -> Vec<(&'static Event, &'static Told)> {
    let recorded = company().timeline(incident.id);
    // Links to records of other practices are events of the incident, too.
    let own = recorded.into_iter().filter_map(|recorded| match &recorded.event.what {
        Happening::Incident(_, told) => Some((recorded.event, told)),
        _ => None,
    });
    own.collect()
}

fn every_told() -> impl Iterator<Item = (&'static Event, &'static Told)> {
    incidents().flat_map(history)
}

fn count<T: Ord + Debug>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    all.fold(BTreeMap::new(), |mut counts, one| {
        *counts.entry(one).or_default() += 1;
        counts
    })
}

fn at_least<T: Ord + Debug>(counts: &BTreeMap<T, usize>, least: usize, of: impl IntoIterator<Item = T>) {
    for one in of {
        assert!(counts.get(&one).copied().unwrap_or(0) >= least, "fewer than {least} of {one:?}: {counts:?}");
    }
}

/// Everything that somebody wrote.
fn words_of(told: &Told) -> Vec<&str> {
    match told {
        Told::Logged(report) => vec![&report.summary, &report.description],
        Told::Resolved { solution, with: None, .. } => vec![solution],
        Told::Reopened { because } | Told::Cancelled { because } => vec![because],
        Told::Replied { text, .. } | Told::Noted { text } => vec![text],
        _ => vec![],
    }
}

#[test]
fn the_file_is_what_the_story_makes() {
    let made = play::export().unwrap_or_else(|faults| panic!("{}", faults.join("\n")));
    assert!(made == FILE, "run: cargo run -p workspace --example company > public/samples/company.json");
}

#[test]
fn it_is_a_mid_sized_firm() {
    let directory = company().desk().directory();
    assert!((30..=36).contains(&directory.people.len()), "{} people", directory.people.len());
    // Twelve that are run, and three that the catalogue knows besides: one new, one that may come, one that ended.
    assert_eq!((directory.services.len(), directory.items.len()), (15, 69));
    for name in ["Ines Duarte", "Tom Becker", "Priya Raman", "Henrik Falk", "Jo Lindqvist", "Luis Ortega"] {
        assert!(directory.people.values().any(|person| **person == *name), "{name} is missing");
    }
    assert_eq!(directory.person(workspace::seed::YOU), "You");
    let people: BTreeSet<_> = every_told().map(|(event, _)| event.by).collect();
    assert!(!people.contains(&workspace::seed::YOU), "who opens it has done nothing yet");
}

#[test]
fn it_tells_of_sixty_days_and_stops_on_a_monday_morning() {
    let first = incidents().map(|incident| incident.opened_at).min().unwrap();
    assert_eq!(company().last_happened_at(), Some(last_morning()));
    let days = (local(last_morning()).date() - local(first).date()).num_days();
    assert!((58..=62).contains(&days), "{days} days");
    assert_eq!(local(last_morning()).to_string(), "2026-03-16 08:40:00");
    assert_eq!(local(last_morning()).weekday(), Weekday::Mon);
}

#[test]
fn nothing_of_it_was_observed_elsewhere_and_nothing_is_flagged() {
    assert!(incidents().all(|incident| incident.foreign.is_none()));
    assert!(every_told().all(|(_, told)| !matches!(told, Told::Observed(_))));
    assert_eq!(company().findings(), []);
}

#[test]
fn whatever_is_named_exists() {
    let (desk, directory) = (company().desk(), company().desk().directory());
    for (event, told) in every_told() {
        assert!(directory.people.contains_key(&event.by));
        if let Told::Logged(report) = told {
            let Report { caller, service, item, category, group, .. } = &**report;
            assert!(caller.is_none_or(|id| directory.people.contains_key(&id)));
            assert!(service.is_some_and(|id| directory.services.contains_key(&id)));
            assert!(item.is_none_or(|id| directory.items.contains_key(&id)));
            assert!(category.is_none_or(|id| directory.categories.contains_key(&id)));
            assert!(group.is_some_and(|id| directory.groups.contains_key(&id)));
        }
    }
    for other in incidents().flat_map(|one| [one.parent, one.duplicate_of, one.follows]).flatten() {
        assert!(desk.incident(other).is_ok());
    }
}

#[test]
fn every_service_and_most_items_are_heard_of() {
    let services: BTreeSet<_> = incidents().filter_map(|incident| incident.service).collect();
    let items: BTreeSet<_> = incidents().filter_map(|incident| incident.item).collect();
    assert_eq!(services.len(), 12);
    assert!(items.len() >= 40, "{} items", items.len());
}

#[test]
fn each_history_runs_forward_from_its_opening() {
    for incident in incidents() {
        let history = history(incident);
        assert!(matches!(history[0].1, Told::Logged(_)));
        assert!(history[0].0.at == incident.opened_at && history.len() >= 2 || incident.state.is_open());
        assert!(history.windows(2).all(|pair| pair[0].0.at <= pair[1].0.at), "{}", incident.summary);
    }
}

#[test]
fn callers_answer_what_they_were_asked_and_nobody_answers_unasked() {
    let (mut asked, mut answered) = (0, 0);
    for incident in incidents() {
        let history = history(incident);
        for (at, (event, told)) in history.iter().enumerate() {
            match told {
                Told::Held(HoldReason::Caller) => {
                    asked += 1;
                    assert!(
                        matches!(history[at - 1].1, Told::Replied { side: Side::Desk, .. }),
                        "{}",
                        incident.summary
                    );
                    let answer =
                        history[at..].iter().any(|(_, told)| matches!(told, Told::Replied { side: Side::Caller, .. }));
                    answered += usize::from(answer);
                    assert!(answer || incident.state == State::OnHold(HoldReason::Caller), "{}", incident.summary);
                }
                Told::Replied { side: Side::Caller, .. } => assert_eq!(Some(event.by), incident.caller),
                Told::Replied { side: Side::Desk, .. } => assert_ne!(Some(event.by), incident.caller),
                _ => {}
            }
        }
    }
    assert!(asked >= 15 && answered * 3 >= asked * 2, "{answered} of {asked}");
}

#[test]
fn solutions_and_reasons_have_substance() {
    for incident in incidents() {
        let heard = incident.resolution.as_ref().map_or("", |end| &end.solution);
        let resolved = matches!(incident.state, State::Resolved | State::Closed);
        assert!(!resolved || heard.split_whitespace().count() >= 8, "{}: {heard}", incident.summary);
        assert!(incident.summary.chars().count() <= 80, "{}", incident.summary);
    }
    for (_, told) in every_told() {
        if let Told::Cancelled { because } = told {
            assert!(because.split_whitespace().count() >= 8, "{because}");
        }
    }
}

#[test]
fn there_is_some_of_everything_that_can_be() {
    use Stage::{Closed, InProgress, New, OnHold, Resolved};
    at_least(&count(incidents().map(|one| one.state.stage())), 6, [New, InProgress, OnHold, Resolved, Closed]);
    at_least(&count(incidents().map(|one| one.state.stage())), 3, [Stage::Cancelled]);
    at_least(
        &count(every_told().filter_map(|(_, told)| match told {
            Told::Held(reason) => Some(*reason),
            _ => None,
        })),
        3,
        HoldReason::ALL,
    );
    at_least(&count(incidents().map(|one| one.channel)), 3, Channel::ALL);
    let matrix = company().desk().matrix();
    at_least(&count(incidents().map(|one| one.priority(matrix))), 4, (1..=5).map(Priority));
    let codes = count(incidents().filter_map(|one| one.resolution.as_ref()).map(|end| format!("{:?}", end.code)));
    at_least(&codes, 1, ResolutionCode::CHOICES.iter().map(|code| format!("{code:?}")));
    assert!(incidents().any(|one| one.reopened > 0), "nothing came back");
    assert!(incidents().filter(|one| one.parent.is_some()).count() >= 6);
    assert!(incidents().filter(|one| one.duplicate_of.is_some()).count() >= 5);
    assert!(incidents().filter(|one| one.follows.is_some()).count() >= 2);
    assert!(incidents().filter(|one| one.reassigned > 0).count() >= 10);
    assert!(every_told().any(|(_, told)| matches!(told, Told::Resolved { with: Some(_), .. })), "no cascade");
}

#[test]
fn a_desk_waits_for_whoever_opens_it() {
    let open = incidents().filter(|one| one.state.is_open()).count();
    assert!((35..=45).contains(&open), "{open} open");
    let fresh =
        incidents().filter(|one| one.state == State::New && last_morning() - one.opened_at < TimeDelta::days(4));
    assert!(fresh.count() >= 8);
    assert!(incidents().count() >= 250, "{} incidents", incidents().count());
}

#[test]
fn most_promises_are_kept_and_some_are_not() {
    let clocks = |one: &Incident| company().desk().clocks(one, last_morning());
    let outcomes = incidents().filter_map(|one| clocks(one).resolution.verdict).map(|verdict| verdict.outcome);
    let (met, breached) = outcomes.fold((0, 0), |(met, breached), outcome| match outcome {
        Outcome::Met => (met + 1, breached),
        Outcome::Breached => (met, breached + 1),
    });
    assert!(breached >= 5 && met >= 8 * breached, "{met} met, {breached} breached");
    assert!(incidents().filter(|one| one.state.is_open()).any(|one| clocks(one).is_breached()));
}

#[test]
fn people_work_when_people_work() {
    let opened = count(incidents().map(|one| local(one.opened_at).weekday().num_days_from_monday()));
    assert!((0..5).all(|day| opened.get(&day).copied().unwrap_or(0) >= 25), "{opened:?}");
    assert!((5..7).all(|day| opened.get(&day).copied().unwrap_or(0) <= 3), "{opened:?}");
    for (event, told) in every_told() {
        let at = local(event.at);
        let on_call = at.weekday() == Weekday::Sat && at.hour() >= 21;
        let closing = matches!(told, Told::Closed) && at.hour() == 20;
        let working = at.weekday().num_days_from_monday() < 5 && (5..20).contains(&at.hour());
        assert!(working || closing || on_call, "{at}: {told:?}");
        let too_early = (5..7).contains(&at.hour()) && matches!(told, Told::Replied { .. } | Told::Resolved { .. });
        let early_shift =
            ["Hanna Brandt", "Tobias Krey", "Wiebke Lorenz", "Emre Aydin", "Marta Kowalczyk", "Jo Lindqvist"];
        let by = company().desk().directory().person(event.by);
        assert!(!too_early || early_shift.contains(&by), "{at} {by}: {told:?}");
    }
}

#[test]
fn no_words_are_used_again_and_again() {
    // The same words at one instant are one message to many.
    let said =
        |(event, told): (&'static Event, &'static Told)| words_of(told).into_iter().map(move |text| (event.at, text));
    let told: BTreeSet<(DateTime<Utc>, &str)> =
        every_told().flat_map(said).filter(|(_, text)| !text.is_empty()).collect();
    let texts = count(told.into_iter().map(|(_, text)| text));
    let often: Vec<_> = texts.iter().filter(|(_, times)| **times > 3).collect();
    assert!(often.is_empty(), "{often:?}");
    let beginnings = count(texts.keys().map(|text| text.split_whitespace().take(5).collect::<Vec<_>>()));
    let often: Vec<_> = beginnings.iter().filter(|(words, times)| words.len() == 5 && **times > 4).collect();
    assert!(often.is_empty(), "{often:?}");
}

#[test]
fn what_comes_again_has_a_problem_and_each_is_at_another_point_of_its_life() {
    let problems = || company().desk().problems();
    assert!(problems().count() >= 6);
    let states = count(problems().map(|one| one.state));
    at_least(&states, 1, [Phase::Assess, Phase::RootCauseAnalysis, Phase::FixInProgress, Phase::Closed]);
    assert!(problems().filter(|one| one.is_known_error()).count() >= 3);
    assert!(problems().any(|one| one.analysis.whys.len() >= 4) && problems().any(|one| one.analysis.bones.len() == 4));
    for problem in problems() {
        let linked: Vec<&Incident> = company().desk().incidents_of_problem(problem.id).collect();
        assert!(!linked.is_empty(), "{} explains nothing", problem.summary);
        assert!(problem.summary.chars().count() <= 80 && !problem.description.is_empty());
        assert!(linked.iter().any(|one| one.opened_at < problem.opened_at), "{} came from nowhere", problem.summary);
        let known = &problem.analysis.cause;
        assert!(problem.known_error_since.is_none() || known.split_whitespace().count() >= 8, "{known}");
    }
    let waiting = |one: &&Incident| one.state == State::OnHold(HoldReason::Problem);
    assert!(
        incidents().filter(waiting).all(|one| one.problem.is_some()),
        "something waits for a problem that is not there"
    );
}
