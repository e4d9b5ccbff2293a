//! What the story tells of the service catalogue, and of what is ordered from it.

use super::*;

use itsm::catalogue::form::Condition;
use itsm::catalogue::workflow::StepKind;
use itsm::catalogue::{Action, Check, Listing, Offering, Stage, Status, Which, lint, why_not};
use itsm::request::{Request, State as Asked};

fn listing(name: &str) -> &'static Listing {
    let found = company().desk().portfolio().listings().find(|listing| *listing.draft.name == *name);
    found.unwrap_or_else(|| panic!("{name} is not in the portfolio"))
}

/// The first thing that can be ordered of a service, as it is written now.
fn offering(name: &str) -> &'static Offering {
    &listing(name).draft.offerings[0]
}

/// What was ordered, in the order in which it was.
fn orders() -> Vec<&'static Request> {
    let mut all: Vec<_> = company().desk().requests().all().filter(|request| request.order.is_some()).collect();
    all.sort_by_key(|request| request.opened_at);
    all
}

#[test]
fn its_catalogue_says_whose_it_is_and_has_services_on_every_shelf() {
    let portfolio = company().desk().portfolio();
    let settings = portfolio.settings();
    assert_eq!((&*settings.organisation, &*settings.currency), (play::NAME, "EUR"));
    assert!(!settings.contact.is_empty() && !settings.email.is_empty());
    assert_eq!((portfolio.categories().len(), portfolio.audiences().len()), (4, 2));
    let stages = count(portfolio.listings().map(|listing| listing.status.stage() as usize));
    let of = |stage: Stage| stages[&(stage as usize)];
    assert_eq!((of(Stage::Pipeline), of(Stage::Catalogue), of(Stage::Retired)), (1, 5, 1));
    let seen = itsm::catalogue::catalogue(company().desk(), Which::Published(last_morning()));
    assert_eq!(seen.services.len(), 5);
    for id in seen.categories.keys() {
        assert!(seen.services.values().any(|listed| listed.content.categories.contains(id)), "an empty shelf: {id:?}");
    }
}

#[test]
fn what_the_desk_works_for_is_what_customers_find() {
    let desk = company().desk();
    for name in ["Workplace computer", "Mail and calendar", "Remote access", "Order processing"] {
        let id = listing(name).id;
        assert_eq!(desk.directory().service(id), name);
        assert!(incidents().any(|incident| incident.service == Some(id)), "nobody ever had trouble with {name}");
        assert!(!listing(name).draft.items.is_empty(), "{name} is made of nothing");
    }
}

#[test]
fn a_bundle_brings_what_other_services_offer_and_asks_two_people_before_teams_work_at_once() {
    let first_day = offering("New starter");
    let parts: Vec<_> = first_day.includes.iter().map(|(service, _)| *service).collect();
    assert_eq!(parts, [listing("Workplace computer").id, listing("Mail and calendar").id]);
    let steps = &first_day.workflow.steps;
    let approvals = steps.iter().filter(|step| matches!(step.what, StepKind::Approval { .. }));
    assert_eq!(approvals.count(), 2);
    let at_once = |step: &itsm::catalogue::workflow::Step| matches!(&step.what, StepKind::Tasks(all) if all.len() > 1);
    assert!(steps.iter().any(at_once));
}

#[test]
fn a_form_has_a_condition_and_choices_with_a_price() {
    let form = &offering("Workplace computer").form;
    assert!(form.fields().any(|field| matches!(field.show_if, Some(Condition::Chosen(..)))));
    assert!(form.fields().flat_map(|field| field.kind.choices()).filter(|choice| choice.price > 0).count() >= 3);
}

#[test]
fn one_service_waits_before_its_gate_and_one_has_ended() {
    let signature = listing("Electronic signature");
    assert_eq!(signature.status, Status::InDesign);
    assert_eq!(signature.missing(Status::InTest).collect::<Vec<_>>(), [Check::DesignPackage]);
    assert!(why_not(company().desk(), signature.id, Action::Move(Status::InTest), last_morning()).is_some());
    let fax = listing("Fax by mail");
    assert_eq!(fax.status, Status::Retired);
    assert!(fax.done.contains_key(&Check::RetirementPlan));
}

#[test]
fn one_service_has_two_versions_and_a_draft_that_colleagues_talk_about() {
    let computer = listing("Workplace computer");
    assert_eq!(computer.versions.len(), 2);
    let [first, second] = computer.versions.as_slice() else { panic!("two versions") };
    let changed = first.content.edits_to(&second.content);
    assert!(changed.len() >= 4, "{changed:?}");
    assert!(!second.note.is_empty() && computer.differs());
    let settled: Vec<bool> = computer.comments.iter().map(|comment| comment.settled).collect();
    assert_eq!(settled, [true, false]);
    assert!(computer.comments.iter().all(|comment| comment.by != computer.edited_by));
}

#[test]
fn the_check_finds_the_two_flaws_that_are_there_to_be_found_and_no_other() {
    let found = lint::check(&lint::of_desk(company().desk()), local(last_morning()).date());
    let mut found: Vec<_> = found.iter().map(|finding| (finding.rule.code, finding.place, &*finding.about)).collect();
    found.sort_by_key(|(code, ..)| *code);
    let [(overdue, there, _), (hours, here, about)] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((*overdue, there.service()), ("review-overdue", Some(listing("Order processing").id)));
    assert_eq!((*hours, here.service()), ("target-hours", Some(listing("Remote access").id)));
    assert_eq!(*about, "Access ready to use");
}

#[test]
fn four_people_ordered_and_each_order_is_elsewhere() {
    let told: Vec<_> = orders()
        .into_iter()
        .map(|request| {
            let by = company().desk().directory().person(request.requester);
            (by, &*request.summary, request.state(), request.rating.is_some())
        })
        .collect();
    let expected = [
        ("Luis Ortega", "Laptop", Asked::Done, true),
        ("Priya Raman", "Access from anywhere", Asked::Done, false),
        ("Ben Achterberg", "First day", Asked::InFulfilment, false),
        ("Aylin Koç", "Access to order processing", Asked::AwaitingApproval, false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn orders_keep_what_they_were_asked_and_what_they_cost() {
    let all = orders();
    let [laptop, _, starter, access] = all.as_slice() else { panic!("four orders") };
    // A larger screen, one for the desk and a headset on top of the price.
    assert_eq!(laptop.items[0].price, Some(129_000 + 15_000 + 21_900 + 7_900));
    assert_eq!(laptop.order.as_ref().map(|order| (order.version, order.answers.len())), Some((1, 5)));
    assert_eq!(starter.items.len(), 3, "the first day, a laptop and a mailbox");
    assert_eq!(access.rounds.len(), 2, "booking payments needs the word of Finance");
    assert_eq!(access.rounds[0].votes.len(), 1);
}
