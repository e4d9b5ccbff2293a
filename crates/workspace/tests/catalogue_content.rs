//! The catalogues and example services that ship beside the app: each reads, says all that a service has to say, and
//! keeps its own rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{NaiveDate, TimeDelta};
use itsm::catalogue::form::{Answer, Answers, Condition, Field, FieldKind, Form, check, fill, prune};
use itsm::catalogue::workflow::{Approver, StepKind, When, cost};
use itsm::catalogue::{Catalogue, Content, FieldKey, Offering, Price, Status, Text, Texts, lint};
use serde_json::Value;
use workspace::catalogue::file;

const WHOLE: [&str; 2] = ["small-company.json", "university-department.json"];

/// The day on which the tests look: no review is overdue then.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/content/catalogue"))
}

fn text_of(file: &str) -> String {
    std::fs::read_to_string(folder().join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

fn index() -> Vec<Value> {
    serde_json::from_str(&text_of("index.json")).unwrap()
}

/// Every file that the index names, with its catalogue.
fn catalogues() -> Vec<(String, Catalogue)> {
    let read = |entry: Value| {
        let name = entry["file"].as_str().unwrap().to_owned();
        let catalogue = file::read(&text_of(&name)).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        (name, catalogue)
    };
    index().into_iter().map(read).collect()
}

fn each_service(mut look: impl FnMut(&str, &Content)) {
    for (file, catalogue) in catalogues() {
        catalogue
            .services
            .values()
            .for_each(|listed| look(&format!("{file}: {}", listed.content.name), &listed.content));
    }
}

fn each_offering(mut look: impl FnMut(&str, &Offering)) {
    each_service(|at, content| content.offerings.iter().for_each(|one| look(&format!("{at}: {}", one.name), one)));
}

#[test]
fn the_index_names_every_file_once_and_says_what_it_is() {
    let named: Vec<String> = index().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    let files = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<String> = files.filter(|file| file != "index.json").collect();
    assert_eq!(named.iter().cloned().collect::<BTreeSet<_>>(), there);
    assert_eq!(named.len(), there.len());
    for (entry, (file, catalogue)) in index().iter().zip(catalogues()) {
        let about = entry["about"].as_str().unwrap();
        assert!(about.ends_with('.') && about.chars().count() <= 110, "{file}: {about}");
        assert!(entry["title"].as_str().unwrap().chars().count() <= 40, "{file}");
        assert_eq!(entry["services"].as_u64().unwrap() as usize, catalogue.services.len(), "{file}");
        assert_eq!(entry["kind"] == "catalogue", WHOLE.contains(&file.as_str()), "{file}");
    }
    assert!(named.len() >= 10);
}

#[test]
fn every_file_is_read_without_a_word_and_comes_back_as_it_was() {
    for entry in index() {
        let name = entry["file"].as_str().unwrap();
        let reading = file::open(&text_of(name)).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        assert_eq!((reading.ignored.len(), reading.cleaned), (0, 0), "{name}");
        let catalogue = reading.catalogue.unwrap();
        assert_eq!(file::read(&file::to_text(&catalogue)).unwrap(), catalogue, "{name}");
    }
}

#[test]
fn all_of_it_is_small_enough_to_ship() {
    let sizes = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    let whole: u64 = sizes.sum();
    assert!(whole < 250_000, "{whole} bytes");
}

#[test]
fn every_service_says_all_that_a_service_has_to_say() {
    each_service(|at, content| {
        for text in Text::ALL {
            assert!(!text.of(content).trim().is_empty(), "{at}: {text:?}");
        }
        assert!(Texts::Outcomes.of(content).len() >= 3, "{at}");
        assert!(Texts::Channels.of(content).len() >= 2 && content.keywords.len() >= 4, "{at}");
        assert!(content.targets.len() >= 2, "{at}");
        for target in &content.targets {
            assert!(!target.what.is_empty() && !target.within.is_empty(), "{at}: {target:?}");
        }
        assert!(content.owner.is_some() && content.support.is_some() && !content.categories.is_empty(), "{at}");
        assert!(!content.documents.is_empty() && !content.supporting.is_empty(), "{at}");
        assert!(content.review_on.is_some_and(|day| day >= NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()), "{at}");
        let rank = [content.rank.value, content.rank.cost, content.rank.demand, content.rank.risk];
        assert!(rank.iter().all(Option::is_some), "{at}");
        assert!(content.cost.monthly > 0 && !content.offerings.is_empty(), "{at}");
    });
}

#[test]
fn reports_of_faults_open_incidents_and_nothing_else_does() {
    let mut reports = BTreeSet::new();
    each_offering(|_, offering| {
        if offering.opens_incident() {
            reports.insert(offering.name.to_string());
        }
    });
    let faults = [
        "Instrument does not measure",
        "Lost or broken phone",
        "Repair or exchange",
        "Report that something does not work",
        "Something does not work",
    ];
    assert_eq!(reports, faults.map(str::to_owned).into());
}

#[test]
fn every_offering_has_a_price_a_promise_a_form_and_a_workflow() {
    each_offering(|at, offering| {
        assert!(!offering.summary.is_empty() && offering.price != Price::Unsaid, "{at}");
        assert!(offering.form.fields().count() >= 2 && !offering.workflow.steps.is_empty(), "{at}");
        for field in offering.form.fields() {
            assert!(!field.label.is_empty(), "{at}");
            let choices = field.kind.choices();
            assert!(choices.is_empty() || choices.len() > 1, "{at}: {}", field.label);
            assert!(choices.iter().all(|choice| !choice.label.is_empty()), "{at}: {}", field.label);
        }
        let takes = |what: &StepKind| match what {
            StepKind::Approval { takes, .. } => *takes,
            StepKind::Tasks(tasks) => tasks.iter().map(|task| task.takes).max().unwrap(),
            StepKind::Automatic => TimeDelta::zero(),
        };
        // Also with every step that only some orders take: an exception is no reason to break the promise.
        let all: TimeDelta = offering.workflow.steps.iter().map(|step| takes(&step.what)).sum();
        assert!(all <= offering.target.unwrap(), "{at}: {} minutes of work", all.num_minutes());
    });
}

#[test]
fn texts_are_short_enough_to_be_read() {
    let words = |text: &str| text.split_whitespace().count();
    each_service(|at, content| {
        assert!(content.name.chars().count() <= 32, "{at}");
        for (text, most) in [
            (Text::Summary, 20),
            (Text::ForWhom, 16),
            (Text::HowToAsk, 32),
            (Text::Description, 90),
            (Text::Purpose, 26),
            (Text::Utility, 45),
            (Text::Warranty, 62),
            (Text::Entitlement, 22),
            (Text::Hours, 34),
            (Text::Technical, 55),
        ] {
            assert!(words(text.of(content)) <= most, "{at}: {text:?} has {} words", words(text.of(content)));
        }
        assert!(content.outcomes.iter().all(|outcome| words(outcome) <= 18 && !outcome.ends_with('.')), "{at}");
        // Sentences of prose that one can say in one breath.
        for text in Text::ALL {
            for sentence in text.of(content).split(['.', ':', ';', '?', '\n']) {
                assert!(words(sentence) <= 26, "{at}: {sentence}");
            }
        }
    });
    each_offering(|at, offering| {
        assert!(words(&offering.summary) <= 22, "{at}");
        for field in offering.form.fields() {
            assert!(field.label.chars().count() <= 80 && field.help.chars().count() <= 90, "{at}: {}", field.label);
        }
    });
}

#[test]
fn texts_hold_no_exclamation_marks_and_no_marketing() {
    let banned =
        ["!", "world-class", "best-in-class", "seamless", "cutting-edge", "leverage", "robust", "simply", "utilise"];
    for entry in index() {
        let name = entry["file"].as_str().unwrap();
        let text = text_of(name).to_lowercase();
        for word in banned {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn a_whole_catalogue_has_fourteen_launched_services_on_shelves_that_all_hold_something() {
    for name in WHOLE {
        let catalogue = file::read(&text_of(name)).unwrap();
        assert_eq!(catalogue.services.len(), 14, "{name}");
        assert!(catalogue.services.values().all(|one| one.status == Status::Launched && !one.log.is_empty()), "{name}");
        let contents = || catalogue.services.values().map(|listed| &listed.content);
        for (id, category) in &catalogue.categories {
            let held = contents().filter(|content| content.categories.contains(id)).count();
            assert!(held > 0 || catalogue.within(Some(*id)).len() > 1, "{name}: {}", category.name);
            assert!(!category.summary.is_empty(), "{name}: {}", category.name);
        }
        for (id, audience) in &catalogue.audiences {
            assert!(contents().any(|content| content.audiences.contains(id)), "{name}: {audience}");
        }
        let summaries: BTreeSet<&str> = contents().map(|content| &*content.summary).collect();
        assert_eq!(summaries.len(), 14, "{name}");
    }
}

#[test]
fn an_example_service_brings_no_names_of_people_and_no_addresses_of_its_own() {
    for (name, catalogue) in catalogues().into_iter().filter(|(name, _)| !WHOLE.contains(&name.as_str())) {
        assert!(catalogue.settings.organisation.is_empty() && catalogue.settings.email.is_empty(), "{name}");
        let text = text_of(&name);
        for foreign in ["example.org", ".example", "Alder", "4711"] {
            assert!(!text.contains(foreign), "{name}: {foreign}");
        }
    }
}

#[test]
fn everybody_who_is_asked_to_approve_is_there() {
    for (file, catalogue) in catalogues() {
        for content in catalogue.services.values().map(|listed| &listed.content) {
            for step in content.offerings.iter().flat_map(|offering| &offering.workflow.steps) {
                let StepKind::Approval { by, .. } = &step.what else { continue };
                let is_there = |approver: &Approver| match approver {
                    Approver::Manager => true,
                    Approver::Owner => content.owner.is_some(),
                    Approver::Person(person) => catalogue.directory.people.contains_key(person),
                };
                assert!(!by.is_empty() && by.iter().all(is_there), "{file}: {}: {}", content.name, step.name);
            }
        }
    }
}

#[test]
fn what_a_form_is_filled_with_at_first_is_right() {
    each_offering(|at, offering| {
        let answers = fill(&offering.form);
        let wrong = check(&offering.form, &answers, today());
        let of_defaults: Vec<_> = wrong.iter().filter(|(field, _)| answers.contains_key(field)).collect();
        assert!(of_defaults.is_empty(), "{at}: {of_defaults:?}");
    });
}

#[test]
fn every_condition_can_come_true_and_can_stay_untrue() {
    each_offering(|at, offering| {
        let form = &offering.form;
        for (asked, own) in conditions(offering) {
            let all: Vec<&Condition> = asked.iter().copied().chain([own]).collect();
            let found = find(form, &all, |answers| all.iter().all(|condition| condition.holds(form, answers)));
            assert!(found.is_some(), "{at}: never {own:?}");
            let found = find(form, &all, |answers| {
                asked.iter().all(|condition| condition.holds(form, answers)) && !own.holds(form, answers)
            });
            assert!(found.is_some(), "{at}: always {own:?}");
        }
    });
}

/// A limit looks at what an order commits to: of a subscription, its first year.
#[test]
fn every_limit_of_costs_can_be_passed_and_leaves_a_plain_order_alone() {
    each_offering(|at, offering| {
        let most = offering.form.fields().map(most_of).sum::<i64>();
        let periods = match offering.price {
            Price::Subscription { period, .. } => period.in_a_year(),
            _ => 1,
        };
        let highest = offering.price.first().saturating_add_signed(most) * periods;
        let plain = cost(offering, &fill(&offering.form), 1).commitment();
        for step in &offering.workflow.steps {
            if let When::CostsMoreThan(limit) = step.when {
                assert!(highest > limit, "{at}: {}: never", step.name);
                assert!(plain <= limit, "{at}: {}: always", step.name);
            }
        }
    });
}

/// Approvals are asked before anything is done, wherever they stand: a file that says otherwise would mislead.
#[test]
fn approvals_stand_before_what_is_done() {
    each_offering(|at, offering| {
        let steps = offering.workflow.steps.iter();
        let after = steps.skip_while(|step| step.is_approval()).find(|step| step.is_approval());
        assert!(after.is_none(), "{at}: {}", after.unwrap().name);
    });
}

/// Who orders is asked for a manager only where one decides.
#[test]
fn a_manager_is_asked_for_only_where_one_approves() {
    each_offering(|at, offering| {
        let by_manager =
            |what: &StepKind| matches!(what, StepKind::Approval { by, .. } if by.contains(&Approver::Manager));
        if !offering.workflow.steps.iter().any(|step| by_manager(&step.what)) {
            let asks = offering.form.fields().find(|field| field.label.to_lowercase().contains("manager"));
            assert!(asks.is_none(), "{at}: {}", asks.unwrap().label);
        }
    });
}

/// The most that an answer to a field adds.
fn most_of(field: &Field) -> i64 {
    match &field.kind {
        FieldKind::Number { most, each, .. } => each * most.unwrap_or(1),
        FieldKind::Choices { choices, .. } => choices.iter().map(|choice| choice.price.max(0)).sum(),
        kind => kind.choices().iter().map(|choice| choice.price).max().unwrap_or(0),
    }
}

/// Every condition of an offering, with those that must hold for it to be looked at.
fn conditions(offering: &Offering) -> Vec<(Vec<&Condition>, &Condition)> {
    let mut found = Vec::new();
    for section in &offering.form.sections {
        let of_section: Vec<&Condition> = section.show_if.iter().collect();
        found.extend(section.show_if.iter().map(|own| (Vec::new(), own)));
        for field in &section.fields {
            found.extend(field.show_if.iter().map(|own| (of_section.clone(), own)));
            let asked: Vec<&Condition> = of_section.iter().copied().chain(&field.show_if).collect();
            let choices = field.kind.choices().iter().filter_map(|choice| choice.show_if.as_ref());
            found.extend(choices.map(|own| (asked.clone(), own)));
        }
    }
    let steps = offering.workflow.steps.iter().filter_map(|step| match &step.when {
        When::Answers(own) => Some((Vec::new(), own)),
        When::Always | When::CostsMoreThan(_) => None,
    });
    found.extend(steps);
    found
}

/// Answers that fulfil something, by trying every combination of what matters.
fn find(form: &Form, about: &[&Condition], fulfils: impl Fn(&Answers) -> bool) -> Option<Answers> {
    let mut matter: BTreeSet<FieldKey> = about.iter().flat_map(|condition| condition.fields()).collect();
    loop {
        let more: Vec<FieldKey> = matter.iter().flat_map(|key| shown_by(form, *key)).collect();
        let before = matter.len();
        matter.extend(more);
        if matter.len() == before {
            break;
        }
    }
    let mut tries = vec![Answers::new()];
    for key in matter {
        let options = options(form, form.field(key).unwrap());
        let with = |answers: &Answers| -> Vec<Answers> {
            let one = |option: &Answer| answers.clone().into_iter().chain([(key, option.clone())]).collect();
            options.iter().map(one).chain([answers.clone()]).collect()
        };
        tries = tries.iter().flat_map(with).collect();
        assert!(tries.len() < 200_000, "too many combinations to try");
    }
    tries.into_iter().map(|answers| prune(form, &answers)).find(|answers| fulfils(answers))
}

/// The fields on which it depends whether a field is shown, and what can be chosen.
fn shown_by(form: &Form, key: FieldKey) -> Vec<FieldKey> {
    let section = form.sections.iter().find(|section| section.fields.iter().any(|field| field.key == key)).unwrap();
    let field = form.field(key).unwrap();
    let choices = field.kind.choices().iter().filter_map(|choice| choice.show_if.as_ref());
    section.show_if.iter().chain(&field.show_if).chain(choices).flat_map(Condition::fields).collect()
}

fn options(form: &Form, field: &Field) -> Vec<Answer> {
    let choices = field.kind.choices().iter().map(|choice| choice.key);
    match &field.kind {
        FieldKind::Text { .. } | FieldKind::FileName => vec![Answer::Text("x".into())],
        FieldKind::Number { least, most, .. } => {
            let edges = [*least, *most].into_iter().flatten().chain(limits(form, field.key));
            edges
                .flat_map(|edge| [edge - 1, edge])
                .filter(|edge| in_range(*edge, *least, *most))
                .map(Answer::Number)
                .collect()
        }
        FieldKind::Choice { .. } => choices.map(Answer::Choice).collect(),
        FieldKind::Choices { .. } => choices.map(|choice| Answer::Choices(vec![choice])).collect(),
        FieldKind::Date { .. } => vec![Answer::Date(today())],
        FieldKind::Person => vec![Answer::Person("x".into())],
        FieldKind::Item => vec![Answer::Item("x".into())],
    }
}

fn in_range(number: i64, least: Option<i64>, most: Option<i64>) -> bool {
    least.is_none_or(|least| least <= number) && most.is_none_or(|most| number <= most)
}

/// The numbers at which conditions about a field turn; those of workflows are near the edges of the field itself.
fn limits(form: &Form, key: FieldKey) -> Vec<i64> {
    fn of(condition: &Condition, key: FieldKey, found: &mut Vec<i64>) {
        match condition {
            Condition::AtLeast(field, number) | Condition::AtMost(field, number) if *field == key => {
                found.push(*number)
            }
            Condition::Not(one) => of(one, key, found),
            Condition::All(some) | Condition::Any(some) => some.iter().for_each(|one| of(one, key, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for section in &form.sections {
        section.show_if.iter().for_each(|condition| of(condition, key, &mut found));
        for field in &section.fields {
            field.show_if.iter().for_each(|condition| of(condition, key, &mut found));
        }
    }
    found
}

#[test]
fn questions_have_different_words_within_a_form() {
    each_offering(|at, offering| {
        let mut seen: BTreeMap<String, FieldKey> = BTreeMap::new();
        for field in offering.form.fields() {
            let before = seen.insert(field.label.to_lowercase(), field.key);
            assert!(before.is_none(), "{at}: {}", field.label);
        }
    });
}

/// An example service is judged as it is: whose catalogue it becomes part of, and where its documents are, is not said.
const LEFT_OPEN: [&str; 3] = ["no-organisation", "no-contact", "document-no-link"];

#[test]
fn the_check_finds_nothing() {
    let mut found = Vec::new();
    for (file, catalogue) in catalogues() {
        let is_whole = WHOLE.contains(&file.as_str());
        for finding in lint::check(&catalogue, today()) {
            if is_whole || !LEFT_OPEN.contains(&finding.rule.code) {
                found.push(format!("{file}: {}: {:?} {}", finding.rule.code, finding.place, finding.about));
            }
        }
        let scores = catalogue.services.keys().map(|id| lint::completeness(&catalogue, *id));
        assert!(scores.into_iter().all(|score| score.done == score.of), "{file}");
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_empty_desk_takes_every_example_in() {
    for (name, catalogue) in catalogues() {
        let context = itsm::Context {
            now: chrono::DateTime::UNIX_EPOCH,
            actor: itsm::PersonId::imported(1),
            role: itsm::Role::Everyone,
            tag: 7,
        };
        let command = itsm::Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(catalogue)));
        let decided = itsm::decide(&itsm::Desk::default(), command, &context);
        assert!(decided.is_ok(), "{name}: {}", decided.unwrap_err().sentence());
    }
}
