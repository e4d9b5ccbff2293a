//! The lists of the editions: nothing is missing, and nothing stands in the wrong place.

use std::collections::BTreeSet;

use learning::knowledge::{Concept, FILES, Kind};
use learning::{Edition, Practice};

use super::knowledge;

const STAGES: [(&str, &[&str]); 5] = [
    (
        "v3-service-strategy",
        &[
            "v3-strategy-management",
            "v3-service-portfolio-management",
            "v3-financial-management",
            "v3-demand-management",
            "v3-business-relationship-management",
        ],
    ),
    (
        "v3-service-design",
        &[
            "v3-design-coordination",
            "v3-service-catalogue-management",
            "v3-service-level-management",
            "v3-availability-management",
            "v3-capacity-management",
            "v3-it-service-continuity-management",
            "v3-information-security-management",
            "v3-supplier-management",
        ],
    ),
    (
        "v3-service-transition",
        &[
            "v3-transition-planning-and-support",
            "v3-change-management",
            "v3-service-asset-and-configuration-management",
            "v3-release-and-deployment-management",
            "v3-service-validation-and-testing",
            "v3-change-evaluation",
            "v3-knowledge-management",
        ],
    ),
    (
        "v3-service-operation",
        &[
            "v3-event-management",
            "v3-incident-management",
            "v3-request-fulfilment",
            "v3-problem-management",
            "v3-access-management",
        ],
    ),
    ("v3-continual-service-improvement", &["v3-seven-step-improvement"]),
];

const FUNCTIONS: [&str; 4] =
    ["v3-service-desk", "v3-technical-management", "v3-application-management", "v3-it-operations-management"];

const GENERAL: [&str; 14] = [
    "architecture-management",
    "continual-improvement",
    "information-security-management",
    "knowledge-management",
    "measurement-and-reporting",
    "organizational-change-management",
    "portfolio-management",
    "project-management",
    "relationship-management",
    "risk-management",
    "service-financial-management",
    "strategy-management",
    "supplier-management",
    "workforce-and-talent-management",
];

const SERVICE: [&str; 17] = [
    "availability-management",
    "business-analysis",
    "capacity-and-performance-management",
    "change-enablement",
    "incident-management",
    "it-asset-management",
    "monitoring-and-event-management",
    "problem-management",
    "release-management",
    "service-catalogue-management",
    "service-configuration-management",
    "service-continuity-management",
    "service-design",
    "service-desk",
    "service-level-management",
    "service-request-management",
    "service-validation-and-testing",
];

const TECHNICAL: [&str; 3] =
    ["deployment-management", "infrastructure-and-platform-management", "software-development-and-management"];

pub const PRINCIPLES: [&str; 7] = [
    "focus-on-value",
    "start-where-you-are",
    "progress-iteratively-with-feedback",
    "collaborate-and-promote-visibility",
    "think-and-work-holistically",
    "keep-it-simple-and-practical",
    "optimize-and-automate",
];

pub const DIMENSIONS: [&str; 4] =
    ["organizations-and-people", "information-and-technology", "partners-and-suppliers", "value-streams-and-processes"];

const CHAIN: [&str; 6] = ["plan", "improve", "engage", "design-and-transition", "obtain-build", "deliver-and-support"];

pub const LIFECYCLE: [&str; 8] =
    ["v5-discover", "v5-design", "v5-acquire", "v5-build", "v5-transition", "v5-operate", "v5-deliver", "v5-support"];

/// The practices of ITIL 4.
pub fn practices() -> Vec<&'static str> {
    GENERAL.into_iter().chain(SERVICE).chain(TECHNICAL).collect()
}

fn ids<'a>(concepts: impl Iterator<Item = &'a Concept>) -> Vec<&'a str> {
    concepts.map(|concept| concept.id.as_str()).collect()
}

fn set<'a>(ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    ids.into_iter().collect()
}

#[test]
fn version_3_has_its_five_stages_with_their_26_processes() {
    let knowledge = knowledge();
    assert_eq!(ids(knowledge.of_kind(Kind::Stage, Edition::V3)), STAGES.map(|(stage, _)| stage));
    for (stage, processes) in STAGES {
        let inside = knowledge.children(stage).filter(|child| child.kind == Kind::Process);
        assert_eq!(set(ids(inside)), set(processes.iter().copied()), "{stage}");
    }
    assert_eq!(knowledge.of_kind(Kind::Process, Edition::V3).count(), 26);
    assert_eq!(knowledge.concepts().filter(|concept| concept.kind == Kind::Process).count(), 26);
}

#[test]
fn version_3_has_four_functions_all_in_operation() {
    let knowledge = knowledge();
    let functions = knowledge.children("v3-service-operation").filter(|child| child.kind == Kind::Function);
    assert_eq!(ids(functions), FUNCTIONS);
    assert_eq!(knowledge.concepts().filter(|concept| concept.kind == Kind::Function).count(), 4);
}

#[test]
fn itil_4_has_34_practices_and_version_5_is_reported_to_keep_them() {
    assert_eq!((GENERAL.len(), SERVICE.len(), TECHNICAL.len()), (14, 17, 3));
    let knowledge = knowledge();
    for edition in [Edition::V4, Edition::V5] {
        assert_eq!(set(ids(knowledge.of_kind(Kind::Practice, edition))), set(practices()), "{edition:?}");
    }
    assert_eq!(knowledge.concepts().filter(|concept| concept.kind == Kind::Practice).count(), 34);
    assert!(knowledge.of_kind(Kind::Practice, Edition::V3).next().is_none());
}

#[test]
fn the_smaller_lists_are_whole_and_in_their_order() {
    let knowledge = knowledge();
    assert_eq!(ids(knowledge.of_kind(Kind::Principle, Edition::V4)), PRINCIPLES);
    assert_eq!(ids(knowledge.of_kind(Kind::Dimension, Edition::V4)), DIMENSIONS);
    assert_eq!(ids(knowledge.of_kind(Kind::ChainActivity, Edition::V4)), CHAIN);
    assert_eq!(ids(knowledge.of_kind(Kind::LifecycleActivity, Edition::V5)), LIFECYCLE);
}

#[test]
fn the_value_system_has_five_components_and_what_enters_and_leaves() {
    let knowledge = knowledge();
    let inside = set(ids(knowledge.children("service-value-system")));
    assert!(inside.is_superset(&set(["guiding-principles", "governance", "service-value-chain", "practices"])));
    assert!(inside.contains("opportunity-and-demand"));
    // The fifth component is a practice, too, and stands among these.
    assert_eq!(knowledge.concept("continual-improvement").unwrap().kind, Kind::Practice);
    assert!(knowledge.concept("value").is_some());
}

#[test]
fn both_ways_of_improving_are_there() {
    let knowledge = knowledge();
    let (steps, questions) =
        (knowledge.concept("v3-seven-steps").unwrap(), knowledge.concept("continual-improvement-model").unwrap());
    assert_eq!((steps.kind, questions.kind), (Kind::Model, Kind::Model));
    assert!(steps.is_in(Edition::V3) && questions.is_in(Edition::V4));
    let told = |concept: &Concept| {
        concept.sections.iter().map(|section| section.text.to_lowercase()).collect::<Vec<_>>().join(" ")
    };
    for step in ["strategy", "define", "gather", "process", "analyse", "present", "implement"] {
        assert!(told(steps).contains(step), "the seven steps do not name “{step}”");
    }
    for question in ["vision", "where are we now", "want to be", "get there", "action", "momentum"] {
        assert!(told(questions).contains(question), "the model does not ask “{question}”");
    }
}

#[test]
fn there_are_at_least_150_terms_and_the_misconceptions_an_examinee_meets() {
    let knowledge = knowledge();
    assert!(knowledge.terms().count() >= 150);
    for id in ["incident-or-problem", "incident-or-request"] {
        assert!(knowledge.misconception(id).is_some(), "{id}");
    }
    assert!(knowledge.misconceptions().count() >= 17);
}

#[test]
fn at_least_half_of_the_terms_have_an_example() {
    let knowledge = knowledge();
    let with = knowledge.terms().filter(|term| term.example.is_some()).count();
    assert!(with * 2 >= knowledge.terms().count());
}

#[test]
fn practices_are_called_here_what_the_rest_of_the_app_calls_them() {
    let knowledge = knowledge();
    for practice in Practice::ALL {
        for edition in Edition::ALL {
            let name = practice.name(edition);
            let found = knowledge.of_edition(edition).find(|concept| concept.name.to_lowercase() == name);
            let kind = found.unwrap_or_else(|| panic!("{name} in {edition:?}")).kind;
            assert_eq!(kind.code(), practice.kind(edition), "{name}");
        }
    }
}

#[test]
fn every_file_that_is_named_is_served() {
    for file in FILES {
        let path = format!("{}/../../public/{file}", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::exists(&path).unwrap(), "{file}");
    }
}
