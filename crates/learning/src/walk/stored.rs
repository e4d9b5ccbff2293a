//! `walk.json`: its form, version 1, and how the plan is made of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::check::{Check, Code, Weight};
use super::decision::{Decision, Kind, Way};
use super::plan::{Artefact, Named, Plan, RecordKind, Sample, SetAside, Stage};
use super::way::{Activities, Activity, Stream, StreamStep};
use super::whole;
use crate::edition::Edition;
use crate::knowledge::stored::{Versioned, code, edition_list, file, provenance};
use crate::knowledge::{ConceptId, DoIt, Source, Unreadable};

mod sample;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    version: u32,
    source: String,
    note: String,
    sample: StoredSample,
    set_aside: StoredSetAside,
    checks: Vec<StoredCode>,
    records: Vec<StoredRecord>,
    stages: Vec<StoredStage>,
    stream: StoredStream,
    activities: StoredActivities,
    dossier: Vec<StoredArtefact>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSample {
    service: String,
    about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct StoredSetAside {
    at_least_words: usize,
    decisions: Vec<String>,
    says: String,
}

/// A check that there is, with its weight. What it is about is told in the file for its writers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCode {
    code: String,
    argument: Option<String>,
    weight: String,
    #[serde(rename = "about")]
    _about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct StoredRecord {
    id: String,
    do_it: String,
    about: String,
    states: Vec<String>,
    fields: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStage {
    id: String,
    names: BTreeMap<String, StoredNamed>,
    intro: String,
    concepts: Vec<String>,
    portfolio: StoredMove,
    decisions: Vec<StoredDecision>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredNamed {
    text: String,
    source: String,
    confidence: String,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMove {
    ticks: Vec<String>,
    #[serde(rename = "move")]
    to: String,
    when: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDecision {
    id: String,
    question: String,
    why: String,
    kind: String,
    hint: String,
    unit: Option<String>,
    options: Option<Vec<StoredWay>>,
    record: Option<String>,
    sample: Value,
    checks: Vec<StoredCheck>,
    artefact: String,
    v3: Vec<String>,
    #[serde(rename = "4")]
    v4: Vec<String>,
    #[serde(rename = "5")]
    v5: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredWay {
    id: String,
    label: String,
    consequence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCheck {
    code: String,
    says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStream {
    edition: Vec<String>,
    source: String,
    confidence: String,
    note: String,
    steps: Vec<StoredStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStep {
    id: String,
    name: String,
    activity: String,
    says: String,
    decisions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredActivities {
    edition: Vec<String>,
    source: String,
    confidence: String,
    note: String,
    list: Vec<StoredActivity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredActivity {
    id: String,
    says: String,
    decisions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredArtefact {
    artefact: String,
    stage: String,
    gates: Vec<String>,
    opens: String,
}

/// The plan of the file.
pub(super) fn read(text: &str) -> Result<Plan, Unreadable> {
    let file = file::<File>(text)?;
    let weights = weights(&file.checks)?;
    let plan = Plan {
        source: code("walk", "source", &file.source, Source::from_code)?,
        note: file.note,
        sample: Sample { service: file.sample.service, about: file.sample.about },
        set_aside: SetAside {
            at_least_words: file.set_aside.at_least_words,
            decisions: file.set_aside.decisions,
            says: file.set_aside.says,
        },
        record_kinds: file.records.into_iter().map(record_kind).collect::<Result<_, _>>()?,
        stages: file.stages.into_iter().map(|one| stage(one, &weights)).collect::<Result<_, _>>()?,
        stream: stream(file.stream)?,
        activities: activities(file.activities)?,
        dossier: file.dossier.into_iter().map(artefact).collect(),
    };
    whole::check(&plan)?;
    Ok(plan)
}

/// The weight of each check, by its name.
fn weights(stored: &[StoredCode]) -> Result<BTreeMap<&str, Weight>, Unreadable> {
    let mut weights = BTreeMap::new();
    for one in stored {
        let argument = code("checks", "code", &one.code, Code::argument)?;
        if argument != one.argument.as_deref() {
            let value = one.argument.clone().unwrap_or_else(|| "nothing".to_owned());
            return Err(Unreadable::Unknown { item: one.code.clone(), field: "argument", value });
        }
        let weight = code(&one.code, "weight", &one.weight, |word| match word {
            "must" => Some(Weight::Must),
            "should" => Some(Weight::Should),
            _ => None,
        })?;
        if weights.insert(one.code.as_str(), weight).is_some() {
            return Err(Unreadable::Twice { item: one.code.clone() });
        }
    }
    Ok(weights)
}

fn record_kind(stored: StoredRecord) -> Result<RecordKind, Unreadable> {
    Ok(RecordKind {
        do_it: code(&stored.id, "doIt", &stored.do_it, DoIt::from_code)?,
        id: stored.id,
        about: stored.about,
        states: stored.states,
        fields: stored.fields,
    })
}

fn stage(stored: StoredStage, weights: &BTreeMap<&str, Weight>) -> Result<Stage, Unreadable> {
    let mut names = BTreeMap::new();
    for (edition, name) in stored.names {
        names.insert(code(&stored.id, "edition", &edition, Edition::from_code)?, named(&stored.id, name)?);
    }
    if names.len() < Edition::ALL.len() {
        return Err(Unreadable::Missing { item: stored.id, field: "name in each edition" });
    }
    Ok(Stage {
        id: stored.id,
        names,
        intro: stored.intro,
        concepts: concepts(stored.concepts),
        ticks: stored.portfolio.ticks,
        moves_to: stored.portfolio.to,
        moves_when: stored.portfolio.when,
        decisions: stored.decisions.into_iter().map(|one| decision(one, weights)).collect::<Result<_, _>>()?,
    })
}

fn named(item: &str, stored: StoredNamed) -> Result<Named, Unreadable> {
    let known = provenance(item, &stored.source, &stored.confidence)?;
    Ok(Named { text: stored.text, source: known.source, confidence: known.confidence, note: stored.note })
}

fn decision(stored: StoredDecision, weights: &BTreeMap<&str, Weight>) -> Result<Decision, Unreadable> {
    let id = stored.id;
    let kind = kind(&id, &stored.kind, stored.options, stored.record)?;
    let counts = matches!(kind, Kind::Number | Kind::Money);
    if counts != stored.unit.is_some() {
        return Err(match counts {
            true => Unreadable::Missing { item: id, field: "unit" },
            false => Unreadable::Amiss { item: id, because: format!("a {} has no unit", stored.kind) },
        });
    }
    let checks = stored.checks.into_iter().map(|one| check(&id, one, weights)).collect::<Result<_, _>>()?;
    let sample = sample::read(&id, &kind, stored.sample)?;
    let taught = [(Edition::V3, stored.v3), (Edition::V4, stored.v4), (Edition::V5, stored.v5)];
    Ok(Decision {
        id,
        question: stored.question,
        why: stored.why,
        hint: stored.hint,
        unit: stored.unit,
        artefact: stored.artefact,
        kind,
        concepts: taught.into_iter().map(|(edition, ids)| (edition, concepts(ids))).collect(),
        checks,
        sample,
    })
}

/// The kind of a decision, with what it needs and nothing that belongs to another.
fn kind(item: &str, word: &str, options: Option<Vec<StoredWay>>, record: Option<String>) -> Result<Kind, Unreadable> {
    let missing = |field| Unreadable::Missing { item: item.to_owned(), field };
    let (mut options, mut record) = (options, record);
    let kind = match word {
        "text" => Kind::Text,
        "number" => Kind::Number,
        "money" => Kind::Money,
        "date" => Kind::Date,
        "choice" => Kind::Choice(options.take().ok_or_else(|| missing("options"))?.into_iter().map(way).collect()),
        "people" => Kind::People,
        "list" => Kind::List,
        "record" => Kind::Record(record.take().ok_or_else(|| missing("record"))?),
        _ => return Err(Unreadable::Unknown { item: item.to_owned(), field: "kind", value: word.to_owned() }),
    };
    match (options, record) {
        (None, None) => Ok(kind),
        (Some(_), _) => Err(Unreadable::Amiss { item: item.to_owned(), because: format!("a {word} has no options") }),
        (_, Some(_)) => Err(Unreadable::Amiss { item: item.to_owned(), because: format!("a {word} has no record") }),
    }
}

fn way(stored: StoredWay) -> Way {
    Way { id: stored.id, label: stored.label, consequence: stored.consequence }
}

fn check(item: &str, stored: StoredCheck, weights: &BTreeMap<&str, Weight>) -> Result<Check, Unreadable> {
    let (name, argument) = match stored.code.split_once(':') {
        Some((name, argument)) => (name, Some(argument)),
        None => (stored.code.as_str(), None),
    };
    Ok(Check {
        weight: code(item, "check", name, |name| weights.get(name).copied())?,
        code: code(item, "check", &stored.code, |_| Code::parse(name, argument))?,
        says: stored.says,
    })
}

fn stream(stored: StoredStream) -> Result<Stream, Unreadable> {
    only("stream", &stored.edition, Edition::V4)?;
    let step = |one: StoredStep| StreamStep {
        id: one.id,
        name: one.name,
        activity: ConceptId::new(one.activity),
        says: one.says,
        decisions: one.decisions,
    };
    Ok(Stream {
        provenance: provenance("stream", &stored.source, &stored.confidence)?,
        note: stored.note,
        steps: stored.steps.into_iter().map(step).collect(),
    })
}

fn activities(stored: StoredActivities) -> Result<Activities, Unreadable> {
    only("activities", &stored.edition, Edition::V5)?;
    let activity =
        |one: StoredActivity| Activity { id: ConceptId::new(one.id), says: one.says, decisions: one.decisions };
    Ok(Activities {
        provenance: provenance("activities", &stored.source, &stored.confidence)?,
        note: stored.note,
        list: stored.list.into_iter().map(activity).collect(),
    })
}

/// That something is of the one edition whose words it uses.
fn only(item: &str, codes: &[String], edition: Edition) -> Result<(), Unreadable> {
    match edition_list(item, codes)?.as_slice() {
        [one] if *one == edition => Ok(()),
        _ => {
            Err(Unreadable::Amiss { item: item.to_owned(), because: format!("it is told in {} only", edition.name()) })
        }
    }
}

fn artefact(stored: StoredArtefact) -> Artefact {
    Artefact { artefact: stored.artefact, stage: stored.stage, gates: stored.gates, opens: stored.opens }
}

fn concepts(ids: Vec<String>) -> Vec<ConceptId> {
    ids.into_iter().map(ConceptId::new).collect()
}
