//! No edition is mixed with another, and nothing that is only reported is stated as settled.

use std::collections::BTreeSet;

use learning::knowledge::{Across, Kind, Provenance, Source};
use learning::{Confidence, Edition};

use super::lists::LIFECYCLE;
use super::{comparison, knowledge, service_check, situations};

const VOLUMES: [Source; 5] =
    [Source::V3Strategy, Source::V3Design, Source::V3Transition, Source::V3Operation, Source::V3Improvement];

/// Terms of other frameworks, which no volume explains: what is said of them is our own reading.
const OTHER_FRAMEWORKS: [&str; 3] = ["cobit", "prince2", "six-sigma"];

fn every() -> Vec<(String, Across<Provenance>)> {
    let knowledge = knowledge();
    let concepts = knowledge.concepts().map(|one| (one.id.to_string(), one.editions.clone()));
    let terms = knowledge.terms().map(|one| (format!("term {}", one.id), one.editions.clone()));
    let mixed = knowledge.misconceptions().map(|one| (format!("misconception {}", one.id), one.editions.clone()));
    concepts.chain(terms).chain(mixed).collect()
}

#[test]
fn of_version_5_only_the_lifecycle_and_its_activities_are_settled() {
    let settled: BTreeSet<String> = every()
        .into_iter()
        .filter(|(_, editions)| editions.get(Edition::V5).is_some_and(|one| one.confidence == Confidence::Settled))
        .map(|(item, _)| item)
        .collect();
    let due = LIFECYCLE.into_iter().chain(["v5-lifecycle", "term v5-lifecycle"]).map(str::to_owned).collect();
    assert_eq!(settled, due);
}

#[test]
fn what_is_said_of_version_3_and_itil_4_is_settled() {
    for (item, editions) in every() {
        for (_, provenance) in editions.iter().filter(|(edition, _)| *edition != Edition::V5) {
            assert_eq!(provenance.confidence, Confidence::Settled, "{item}");
        }
    }
}

#[test]
fn each_edition_has_its_own_sources() {
    for (item, editions) in every() {
        for (edition, Provenance { source, .. }) in editions.iter() {
            let fits = match edition {
                Edition::V3 => VOLUMES.contains(source),
                Edition::V4 => matches!(source, Source::Foundation4 | Source::Guidance4),
                Edition::V5 => *source == Source::Reports5,
            };
            let elsewhere = OTHER_FRAMEWORKS.iter().any(|id| item == format!("term {id}"));
            assert!(fits || (elsewhere && *source == Source::Ours), "{item} in {edition:?}: {}", source.code());
        }
    }
}

#[test]
fn an_id_shows_the_edition_of_what_only_one_edition_has() {
    for concept in knowledge().concepts() {
        let only = |edition| concept.editions.iter().all(|(one, _)| one == edition);
        let id = concept.id.as_str();
        // The two techniques belong to version 3's exam, and are older than it.
        let technique = ["raci", "pdca"].contains(&id);
        assert_eq!(id.starts_with("v3-") || technique, only(Edition::V3), "{id}");
        assert_eq!(id.starts_with("v5-"), only(Edition::V5), "{id}");
    }
}

#[test]
fn the_kinds_of_an_edition_stay_in_it() {
    for concept in knowledge().concepts() {
        let due: Option<&[Edition]> = match concept.kind {
            Kind::Stage | Kind::Process | Kind::Function => Some(&[Edition::V3]),
            Kind::ChainActivity => Some(&[Edition::V4]),
            Kind::LifecycleActivity => Some(&[Edition::V5]),
            Kind::Practice | Kind::Principle | Kind::Dimension | Kind::Component => Some(&[Edition::V4, Edition::V5]),
            Kind::Model | Kind::Factor | Kind::Idea => None,
        };
        let has: Vec<Edition> = concept.editions.iter().map(|(edition, _)| edition).collect();
        assert!(due.is_none_or(|due| due == has), "{}", concept.id);
    }
}

#[test]
fn a_concept_names_terms_of_its_own_edition_or_of_an_older_one() {
    // Version 5 is explained with words of ITIL 4, whose own place in it is not known. One older technique names what it
    // led to.
    let ahead = [("pdca", "continual-improvement")];
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        for id in &concept.terms {
            let term = knowledge.term(id.as_str()).unwrap();
            let known = term.editions.oldest() <= concept.editions.newest();
            assert!(known || ahead.contains(&(concept.id.as_str(), id.as_str())), "{} names {id}", concept.id);
        }
    }
}

#[test]
fn words_of_version_3_stay_in_version_3() {
    let knowledge = knowledge();
    for id in ["operational-level-agreement", "underpinning-contract", "follow-the-sun"] {
        let term = knowledge.term(id).unwrap();
        assert!(term.is_in(Edition::V3) && !term.is_in(Edition::V4) && !term.is_in(Edition::V5), "{id}");
        assert_eq!(term.meaning(Edition::V4), None);
    }
    assert!(!knowledge.term("service-value-system").unwrap().is_in(Edition::V3));
}

#[test]
fn an_edition_that_keeps_a_meaning_tells_the_older_one() {
    let knowledge = knowledge();
    let mut kept = 0;
    for term in knowledge.terms() {
        for edition in Edition::ALL {
            assert_eq!(term.meaning(edition).is_some(), term.is_in(edition), "{} in {edition:?}", term.id);
            assert!(term.is_in(edition) || !term.means.has(edition), "{} in {edition:?}", term.id);
            kept += usize::from(term.is_in(edition) && !term.means.has(edition));
        }
    }
    assert!(kept > 0);
}

#[test]
fn the_comparison_is_sure_of_version_5_only_where_the_facts_are() {
    // That its Foundation began in February 2026, and that its lifecycle has eight activities.
    let settled = ["certification", "framework-or-approach", "origins"];
    let comparison = comparison();
    for row in &comparison.rows {
        let told = [&row.itsm.text, &row.itsm.example, &row.itil.text, &row.itil.example, &row.careful];
        let speaks = told.iter().any(|text| text.contains("Version 5"));
        assert_eq!(speaks, row.editions.contains(&Edition::V5), "{}", row.id);
        let sure = row.provenance.confidence == Confidence::Settled;
        assert!(!speaks || !sure || settled.contains(&row.id.as_str()), "{}", row.id);
    }
    for statement in &comparison.drill {
        // No scored item on what is only reported.
        assert!(!statement.editions.contains(&Edition::V5) && !statement.statement.contains("Version 5"));
        assert_eq!(statement.provenance.confidence, Confidence::Settled, "{}", statement.id);
    }
    let sure: Vec<&str> = comparison
        .history
        .iter()
        .filter(|moment| moment.text.contains("Version 5") && moment.provenance.confidence == Confidence::Settled)
        .map(|moment| moment.title.as_str())
        .collect();
    assert_eq!(sure, ["ITIL (Version 5) Foundation"]);
}

#[test]
fn situations_and_questions_are_of_itil_4() {
    for situation in situations().all {
        assert_eq!(situation.editions, [Edition::V4], "{}", situation.id);
    }
    let check = service_check();
    for area in check.areas() {
        assert_eq!(area.editions, [Edition::V4], "{}", area.id);
        assert!(area.questions.iter().all(|question| question.editions == [Edition::V4]), "{}", area.id);
    }
}

#[test]
fn whoever_speaks_of_version_5_says_how_sure_it_is() {
    let hedges = ["report", "settled", "according", "said to", "our ", "ours", "open", "sources", "disputed"];
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        let told: Vec<&str> = concept
            .sections
            .iter()
            .map(|section| section.text.as_str())
            .chain([concept.short.as_str(), concept.purpose.as_str()])
            .collect();
        let told = told.join(" ").to_lowercase();
        if told.contains("version 5") {
            assert!(hedges.iter().any(|hedge| told.contains(hedge)), "{}", concept.id);
        }
    }
}
