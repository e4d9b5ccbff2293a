//! Where a decision stands: every check has a case that it must find.

use learning::walk::{Answer, Facts, Finding, Person, Plan, Standing, Walk, Weight};

use crate::{TEXT, begun, decision, later, list, look, no_record, plan, sample, text, with};

/// The checks that do not hold, as the file writes their names.
fn failing(walk: &Walk, id: &str, look: &dyn Fn(&str) -> Option<Facts>) -> Vec<&'static str> {
    match plan().standing(walk, decision(id), look) {
        Standing::Wanting(findings) => findings.iter().map(|finding| name(id, finding)).collect(),
        Standing::Sound => Vec::new(),
        other => panic!("{id}: {other:?}"),
    }
}

fn name(id: &str, finding: &Finding) -> &'static str {
    let check = decision(id).checks.iter().find(|check| check.says == finding.says).unwrap();
    assert_eq!(check.weight, finding.weight);
    check.code.name()
}

fn answered(id: &str, answer: Answer) -> Vec<&'static str> {
    failing(&with(id, answer), id, &look)
}

/// What does not hold if the records of the sample are as `change` makes them.
fn looked(id: &str, change: impl Fn(&mut Facts)) -> Vec<&'static str> {
    let look = |reference: &str| {
        look(reference).map(|mut facts| {
            change(&mut facts);
            facts
        })
    };
    failing(&sample(), id, &look)
}

fn people(who: &[&str]) -> Answer {
    let person = |who: &&str| Person { who: (*who).to_owned(), role: "somebody".to_owned() };
    Answer::People(who.iter().map(person).collect())
}

#[test]
fn the_guided_sample_passes_its_own_walk() {
    let walk = sample();
    for decision in plan().decisions() {
        assert_eq!(plan().standing(&walk, decision, &look), Standing::Sound, "{}", decision.id);
    }
}

#[test]
fn a_decision_without_an_answer_is_open() {
    let walk = Walk::new("Empty", begun(), "nordhaven");
    assert!(plan().decisions().all(|decision| plan().standing(&walk, decision, &look) == Standing::Open));
    let odd = with("need", Answer::Number(7));
    assert_eq!(plan().standing(&odd, decision("need"), &look), Standing::Open);
}

#[test]
fn a_thin_text_is_found() {
    assert_eq!(answered("need", text("Pickers wait 80 times a year.")), ["at-least-words"]);
    let wordy = "Pickers in the warehouse lose a scanner now and then and work from paper lists.";
    assert_eq!(answered("need", text(wordy)), ["has-number"]);
    assert_eq!(answered("need", text("Pickers wait.")), ["at-least-words", "has-number"]);
}

#[test]
fn a_text_that_repeats_another_is_found_whatever_its_case_and_blanks() {
    let walk = sample();
    let Some(Answer::Text(need)) = walk.answer("need") else { panic!("a text") };
    assert_eq!(answered("outcome", text(&need.to_uppercase().replace(' ', "  \n"))), ["differs-from"]);
}

#[test]
fn entries_count_unless_they_are_blank() {
    assert_eq!(answered("security", list(&["one", "two", " "])), ["at-least-entries"]);
    assert_eq!(answered("security", list(&["one", "two", "three"])), Vec::<&str>::new());
    assert_eq!(answered("parties", people(&["Jo", "", "Claire"])), ["at-least-entries"]);
    assert_eq!(answered("acceptance-criteria", list(&["it works", "it is quick", "it is safe"])), ["has-number"]);
}

#[test]
fn names_compare_without_case_and_roles_do_not_count() {
    assert_eq!(answered("accepted-by", people(&["Nadia Haddad", "Emre Aydin"])), ["includes-one-of"]);
    assert_eq!(answered("accepted-by", people(&["Nadia Haddad", " jo LINDQVIST "])), Vec::<&str>::new());
}

#[test]
fn numbers_are_held_against_each_other() {
    assert_eq!(answered("usual-demand", Answer::Number(0)), ["at-least"]);
    assert_eq!(answered("cost", Answer::Number(36_000)), ["below"]);
    assert_eq!(answered("cost", Answer::Number(35_999)), Vec::<&str>::new());
    assert_eq!(answered("peak-demand", Answer::Number(5)), ["not-below"]);
    assert_eq!(answered("peak-demand", Answer::Number(6)), Vec::<&str>::new());
}

#[test]
fn days_are_held_against_the_day_of_the_answer_and_against_each_other() {
    assert_eq!(answered("start-date", Answer::Date(begun())), ["after"]);
    assert_eq!(answered("start-date", Answer::Date(later(1))), Vec::<&str>::new());
    assert_eq!(answered("early-life-end", Answer::Date(later(60))), ["after"]);
    assert_eq!(answered("early-life-end", Answer::Date(later(61))), Vec::<&str>::new());
}

#[test]
fn a_way_that_is_not_offered_is_found() {
    assert_eq!(answered("release-way", Answer::Choice("by-drone".to_owned())), ["one-of"]);
}

#[test]
fn records_that_are_gone_are_found() {
    assert_eq!(failing(&sample(), "item", &no_record), ["record-exists", "mentions-owner"]);
    assert_eq!(failing(&sample(), "catalogue-entry", &no_record), ["record-in-state", "has-field", "has-field"]);
    let first_gone = |reference: &str| (reference != "item/0").then(|| look(reference)).flatten();
    assert_eq!(failing(&sample(), "item", &first_gone), Vec::<&str>::new());
}

#[test]
fn what_a_record_lacks_is_found() {
    assert_eq!(looked("item", |facts| facts.has_owner = facts.title != "Loan scanner 5"), ["mentions-owner"]);
    assert_eq!(looked("supplier", |facts| facts.fields.retain(|field| field != "notice-by")), ["has-field"]);
    assert_eq!(looked("customer-agreement", |facts| facts.target = Some(31)), ["target-equals"]);
    assert_eq!(looked("improvement", |facts| facts.target = None), ["target-equals"]);
    assert_eq!(looked("inside-agreement", |facts| facts.is_covered = false), ["covers"]);
    assert_eq!(looked("inside-agreement", |facts| facts.state = "draft".to_owned()), ["record-in-state"]);
}

#[test]
fn a_gap_is_looked_for_beneath_the_agreement_that_is_named() {
    let only = |gap: &'static str| {
        move |reference: &str| look(reference).map(|facts| Facts { is_covered: !reference.starts_with(gap), ..facts })
    };
    assert_eq!(failing(&sample(), "inside-agreement", &only("customer-agreement")), ["covers"]);
    assert_eq!(failing(&sample(), "inside-agreement", &only("inside-agreement")), Vec::<&str>::new());
}

#[test]
fn an_entry_is_as_good_as_published_once_its_day_is_set_or_the_service_is_launched() {
    let at = |state: &str| looked("catalogue-entry", |facts| facts.state = state.to_owned());
    assert_eq!(at("active"), ["record-in-state"]);
    assert!(["scheduled", "published", "launched"].into_iter().all(|state| at(state).is_empty()));
}

#[test]
fn some_decisions_may_be_set_aside_with_a_reason() {
    let aside = |id: &str, why: &str| plan().standing(&with(id, Answer::Aside(why.into())), decision(id), &no_record);
    let reason = "Our own workshop repairs the scanners.";
    assert_eq!(aside("supplier", reason), Standing::Aside);
    let says = plan().set_aside.says.clone();
    assert_eq!(aside("supplier", "We do it."), Standing::Wanting(vec![Finding { weight: Weight::Must, says }]));
    assert_eq!(aside("need", reason), Standing::Open);
}

#[test]
fn checks_rest_that_compare_with_what_is_set_aside_or_open() {
    let mut walk = with("bridge-days", Answer::Number(1));
    assert_eq!(failing(&walk, "bridge-days", &look), ["not-below"]);
    walk.set("supplier-time", Answer::Aside("Our own workshop repairs the scanners.".into()), begun());
    assert_eq!(failing(&walk, "bridge-days", &look), Vec::<&str>::new());
    walk.set("supplier-time", Answer::Text(String::new()), begun());
    assert_eq!(failing(&walk, "bridge-days", &look), Vec::<&str>::new());

    let mut alone = Walk::new("Alone", begun(), "nordhaven");
    for id in ["cost", "outcome", "peak-demand", "early-life-end", "accepted-by", "inside-agreement", "improvement"] {
        alone.set(id, sample().answer(id).unwrap().clone(), begun());
        assert_eq!(failing(&alone, id, &look), Vec::<&str>::new(), "{id}");
    }
}

#[test]
fn what_must_hold_stands_before_what_should() {
    // In the file of today a must never follows a should, so the weights are turned round.
    let weighed = |code: &str, from: &str, to: &str, file: String| {
        let (before, after) = file.split_once(&format!("\"code\": \"{code}\"")).unwrap();
        format!("{before}\"code\": \"{code}\"{}", after.replacen(from, to, 1))
    };
    let file = weighed("at-least-entries", "must", "should", TEXT.to_owned());
    let plan = Plan::read(&weighed("has-number", "should", "must", file)).unwrap();
    let walk = with("acceptance-criteria", list(&["it works"]));
    let decision = plan.decision("acceptance-criteria").unwrap();
    let Standing::Wanting(findings) = plan.standing(&walk, decision, &look) else { panic!("it is too little") };
    assert_eq!(findings.iter().map(|one| one.weight).collect::<Vec<_>>(), [Weight::Must, Weight::Should]);
    assert_eq!(findings[0].says, decision.checks[1].says);
}
