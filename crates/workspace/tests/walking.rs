//! A walk leaves real records behind, each written by one command, and can tell what they show.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::sync::Arc;

use common::tab::Tab;
use itsm::catalogue::{Check, Status};
use itsm::promise::Command as Promise;
use itsm::{Command, Context, PromiseId, Refusal, Role, ServiceId};
use workspace::in_turn::InTurn;
use workspace::seed;
use workspace::walking::{Control, Form, Known, Reference, Spot, Typed, candidates, carry_out, known, pass, read};

/// A walk in a blank workspace.
struct Walker {
    tab: Tab,
    service: Option<ServiceId>,
    agreement: Option<PromiseId>,
}

fn typed(fields: &[(&str, &str)]) -> Typed {
    fields.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
}

impl Walker {
    fn new() -> Self {
        Self { tab: Tab::blank(), service: None, agreement: None }
    }

    fn spot(&self) -> Spot<'_> {
        let desk = self.tab.workspace.desk();
        Spot { desk, service: self.service, agreement: self.agreement, now: self.tab.now }
    }

    fn in_turn<T>(&mut self, steps: impl FnOnce(&mut InTurn<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let context = Context { now: self.tab.now, actor: seed::YOU, role: Role::default(), tag: 1 };
        let mut turn = InTurn::new(&self.tab.workspace, &context);
        let value = steps(&mut turn)?;
        let events = turn.into_events();
        self.tab.store(&events);
        Ok(value)
    }

    fn write(&mut self, form: Form, fields: &[(&str, &str)]) -> Reference {
        let wish = read(form, &typed(fields), self.spot()).unwrap();
        self.in_turn(|turn| carry_out(wish, 1, turn)).unwrap()
    }

    /// The places that are refused.
    fn refused(&self, form: Form, fields: &[(&str, &str)]) -> Vec<String> {
        read(form, &typed(fields), self.spot()).unwrap_err().into_iter().map(|fault| fault.place).collect()
    }

    fn known(&self, reference: Reference) -> Known {
        known(self.tab.workspace.desk(), reference, self.tab.now).unwrap()
    }

    fn publish(&mut self, service: ServiceId) {
        let because = Arc::from("The first version");
        let publish = itsm::catalogue::Command::Publish { service, note: because, from: None };
        self.in_turn(|turn| turn.decide(Command::Catalogue(publish))).unwrap();
    }

    fn entered() -> Self {
        let mut walker = Walker::new();
        let Reference::Service(id) = walker.write(Form::Entry, ENTRY) else { panic!("not a service") };
        walker.service = Some(id);
        walker
    }

    fn promised() -> (Self, Reference) {
        let mut walker = Walker::entered();
        let reference = walker.write(Form::CustomerAgreement, PROMISE);
        let Reference::Agreement(id) = reference else { panic!("not an agreement") };
        walker.agreement = Some(id);
        (walker, reference)
    }
}

const ME: &str = "1";
const ENTRY: &[(&str, &str)] = &[
    ("name", "Loan scanners"),
    ("summary", "A working scanner within 30 minutes."),
    ("outcomes", "Orders leave on the same day.\n\nPickers keep picking."),
    ("owner", ME),
    ("business-case", "Worth 36,000; costs 26,000."),
];
const PROMISE: &[(&str, &str)] = &[
    ("party", "Logistics"),
    ("name", "A working scanner in 30 minutes"),
    ("response", "5"),
    ("resolution", "30"),
    ("valid-from", "2026-05-01"),
    ("review-months", "3"),
    ("tell", "The service owner"),
];

#[test]
fn a_service_enters_the_portfolio_with_its_business_case_by_one_command() {
    let walker = Walker::entered();
    let service = walker.service.unwrap();
    let known = walker.known(Reference::Service(service));
    assert_eq!(known.title, "Loan scanners");
    assert_eq!(known.state, "in-study");
    assert!(known.has_owner);
    for field in ["name", "summary", "outcomes", "owner", "business-case"] {
        assert!(known.fields.contains(field), "{field}");
    }
    for field in ["hours", "retirement-plan", "valid-to"] {
        assert!(!known.fields.contains(field), "{field}");
    }
    let listing = walker.tab.workspace.desk().portfolio().listing(service).unwrap();
    assert_eq!(listing.draft.outcomes.len(), 2);
    assert_eq!(&*listing.done[&Check::BusinessCase].words, "Worth 36,000; costs 26,000.");
}

#[test]
fn an_entry_that_is_there_is_written_on_and_what_is_not_said_stays() {
    let mut walker = Walker::entered();
    let again =
        [("name", "Loan scanners"), ("purpose", "Picking goes on."), ("owner", ME), ("business-case", "Better.")];
    let reference = walker.write(Form::Entry, &again);
    assert_eq!(reference, Reference::Service(walker.service.unwrap()));
    let listing = walker.tab.workspace.desk().portfolio().listing(walker.service.unwrap()).unwrap();
    assert_eq!(&*listing.draft.purpose, "Picking goes on.");
    assert_eq!(&*listing.draft.summary, "A working scanner within 30 minutes.");
    assert_eq!(&*listing.done[&Check::BusinessCase].words, "Better.");
}

#[test]
fn what_is_missing_or_not_understood_is_told_at_its_field_and_nothing_is_written() {
    let walker = Walker::entered();
    assert_eq!(walker.refused(Form::Entry, &[("name", "Only a name")]), ["owner", "business-case"]);
    assert_eq!(walker.refused(Form::Ending, &[("retirement-plan", "All."), ("valid-to", "tomorrow")]), ["valid-to"]);
    let half = [("summary", "S"), ("owner", ME), ("measure", "M"), ("baseline", "many"), ("target", "20")];
    assert_eq!(walker.refused(Form::Improvement, &half), ["baseline"]);
    let slow = [("party", "Sales"), ("name", "N"), ("resolution", "soon"), ("valid-from", "2026-05-01")];
    assert!(walker.refused(Form::CustomerAgreement, &slow).iter().all(|place| place == "resolution"));
    let lone = [
        ("attendees", "A"),
        ("minutes", "M"),
        ("outcome", "Green"),
        ("what", "W"),
        ("owner", ME),
        ("due", "2026-06-01"),
    ];
    assert_eq!(walker.refused(Form::Review, &lone), [""], "there is no agreement to review");
    assert_eq!(
        Walker::new().refused(Form::Item, &[("name", "Scanner"), ("owner", ME)]),
        [""],
        "there is no service yet"
    );
}

#[test]
fn an_agreement_has_the_targets_of_the_walk_and_is_covered_once_a_team_promises_as_much() {
    let (mut walker, customer) = Walker::promised();
    let promise = walker.known(customer);
    assert_eq!((promise.state, promise.target), ("draft", Some(30)));
    for field in ["services", "response", "resolution", "review-months", "tell"] {
        assert!(promise.fields.contains(field), "{field}");
    }
    assert!(!promise.is_covered, "a draft is no promise");
    walker.tab.try_do(Command::Promise(Promise::Agree(walker.agreement.unwrap()))).unwrap();
    assert!(!walker.known(customer).is_covered, "nothing stands beneath it");
    let inside = |minutes: &'static str| {
        [
            ("party", "1"),
            ("name", "Cabinet filled"),
            ("response", "5"),
            ("resolution", minutes),
            ("valid-from", "2026-04-01"),
        ]
    };
    let Reference::Agreement(id) = walker.write(Form::InsideAgreement, &inside("20")) else { panic!() };
    assert!(!walker.known(customer).is_covered, "it is a draft");
    walker.tab.try_do(Command::Promise(Promise::Agree(id))).unwrap();
    assert!(walker.known(customer).is_covered);
    assert_eq!(walker.known(Reference::Agreement(id)).state, "agreed");
    let Reference::Agreement(slow) = walker.write(Form::InsideAgreement, &inside("45")) else { panic!() };
    walker.tab.try_do(Command::Promise(Promise::Agree(slow))).unwrap();
    assert!(!walker.known(customer).is_covered, "one beneath it is slower");
}

#[test]
fn a_review_is_noted_at_the_agreement() {
    let (mut walker, _) = Walker::promised();
    walker.tab.try_do(Command::Promise(Promise::Agree(walker.agreement.unwrap()))).unwrap();
    let fields = [
        ("attendees", "Jo, Marta"),
        ("minutes", "The walk to the cabinet takes ten minutes."),
        ("outcome", "Amber"),
        ("what", "Propose a second cabinet"),
        ("owner", ME),
        ("due", "2026-06-01"),
    ];
    let review = walker.write(Form::Review, &fields);
    assert_eq!(review, Reference::Review(walker.agreement.unwrap(), 0));
    let known = walker.known(review);
    assert!(known.fields.contains("outcome") && known.fields.contains("actions"));
}

#[test]
fn every_other_record_is_written_and_tells_what_it_holds() {
    let mut walker = Walker::entered();
    let offering =
        walker.write(Form::Offering, &[("name", "Swap"), ("summary", "A charged one."), ("opens", "An incident")]);
    assert!(walker.known(offering).fields.contains("summary"));
    let second = walker.write(Form::Offering, &[("name", "Rent"), ("summary", "For a peak.")]);
    assert_ne!(offering, second);

    let supplier = [
        ("name", "Pickwerk"),
        ("contact", "Repair desk, 4711"),
        ("contract", "Repair"),
        ("valid-from", "2026-04-01"),
        ("notice-by", "2027-01-01"),
    ];
    let supplier = walker.write(Form::Supplier, &supplier);
    let known = walker.known(supplier);
    assert_eq!(known.state, "active");
    assert!(["contact", "services", "contract", "notice-by"].iter().all(|field| known.fields.contains(field)));

    let change = [
        ("summary", "Bring it into use"),
        ("assignee", ME),
        ("planned", "2026-05-01"),
        ("test", "One pick."),
        ("back-out", "Close it."),
    ];
    let change = walker.write(Form::Change, &change);
    let known = walker.known(change);
    assert!(known.has_owner && known.fields.contains("test") && known.fields.contains("back-out"));
    assert!(!known.fields.contains("implementation"));

    for name in ["Scanner 1", "Scanner 2"] {
        let item = walker.write(Form::Item, &[("name", name), ("kind", "Hardware"), ("owner", ME)]);
        let known = walker.known(item);
        assert_eq!((known.state, known.has_owner), ("in-build", true));
        assert!(known.fields.contains("needed-by"), "the service needs it");
    }

    let article = walker.write(
        Form::Article,
        &[("title", "Get a loan scanner"), ("audience", "Everyone"), ("body", "Go to the cabinet.")],
    );
    assert_eq!(walker.known(article).state, "draft");

    let improvement = [
        ("summary", "A second cabinet"),
        ("owner", ME),
        ("measure", "Minutes"),
        ("baseline", "29"),
        ("target", "20"),
        ("benefit", "4"),
    ];
    let improvement = walker.write(Form::Improvement, &improvement);
    let known = walker.known(improvement);
    assert_eq!(known.target, Some(20));
    assert!(known.fields.contains("baseline"));
}

#[test]
fn the_service_passes_its_gates_one_after_the_other() {
    let mut walker = Walker::entered();
    let service = walker.service.unwrap();
    let noted = |checks: &[Check]| checks.iter().map(|one| (*one, Arc::from("See the dossier."))).collect::<Vec<_>>();
    let mut passes = |checks: &[Check], to| walker.in_turn(|turn| pass(service, &noted(checks), to, "".into(), turn));
    assert_eq!(passes(&[], Status::InDesign), Ok(()), "the business case was noted with the entry");
    assert!(passes(&[], Status::InTest).is_err(), "the design package is asked for");
    passes(&[Check::DesignPackage], Status::InTest).unwrap();
    passes(&[Check::TransitionPlan, Check::Acceptance], Status::Active).unwrap();
    assert_eq!(walker.known(Reference::Service(service)).state, "active");
}

#[test]
fn a_service_that_was_launched_is_retired_for_a_reason() {
    let mut walker = Walker::entered();
    let service = walker.service.unwrap();
    let way = [
        (Check::BusinessCase, Status::InDesign),
        (Check::DesignPackage, Status::InTest),
        (Check::TransitionPlan, Status::Active),
        (Check::EarlyLifeSupport, Status::Launched),
        (Check::RetirementPlan, Status::Retired),
    ];
    for (check, to) in way {
        let mut gates = vec![(check, Arc::from("As decided in the walk."))];
        match to {
            Status::Active => gates.push((Check::Acceptance, "Both said yes.".into())),
            Status::Launched => walker.publish(service),
            Status::Retired => assert!(
                walker.in_turn(|turn| pass(service, &gates, to, "".into(), turn)).is_err(),
                "nobody would know why"
            ),
            _ => {}
        }
        walker.in_turn(|turn| pass(service, &gates, to, "Fewer than five uses a month.".into(), turn)).unwrap();
    }
    assert_eq!(walker.known(Reference::Service(service)).state, "retired");
}

#[test]
fn the_end_of_a_service_is_noted_before_it_comes() {
    let mut walker = Walker::entered();
    let end = [("retirement-plan", "Users move on."), ("valid-to", "2029-05-01")];
    let reference = walker.write(Form::Ending, &end);
    let known = walker.known(reference);
    assert!(known.fields.contains("retirement-plan") && known.fields.contains("valid-to"));
    assert_eq!(known.state, "in-study");
    let listing =
        [("how-to-ask", "Go to your shift lead."), ("hours", "06:00 to 22:00"), ("channels", "Cabinet\nPortal")];
    let reference = walker.write(Form::Listing, &listing);
    assert!(walker.known(reference).fields.contains("channels"));
}

#[test]
fn a_reference_reads_as_it_was_written_and_a_record_that_is_gone_is_not_known() {
    let mut walker = Walker::entered();
    let item = walker.write(Form::Item, &[("name", "Scanner"), ("owner", ME)]);
    let offering = walker.write(Form::Offering, &[("name", "Swap"), ("summary", "One.")]);
    for reference in [item, offering, Reference::Service(walker.service.unwrap())] {
        assert_eq!(Reference::read(&reference.text()), Some(reference));
    }
    for text in ["", "item", "item:", "item:x", "offering:1", "review:1", "nothing:1"] {
        assert_eq!(Reference::read(text), None, "{text}");
    }
    let gone = Reference::read("change:99").unwrap();
    assert_eq!(known(walker.tab.workspace.desk(), gone, walker.tab.now), None);
}

#[test]
fn what_is_there_already_is_offered_for_its_decision() {
    let mut walker = Walker::entered();
    let item = walker.write(Form::Item, &[("name", "Scanner"), ("owner", ME)]);
    let desk = walker.tab.workspace.desk();
    let names = |form: Form| candidates(desk, form, walker.service).into_iter().map(|one| one.1).collect::<Vec<_>>();
    assert_eq!(candidates(desk, Form::Item, walker.service), [(item, "Scanner".to_owned())]);
    assert_eq!(names(Form::Entry), ["Loan scanners"]);
    assert!(names(Form::Change).is_empty());
    assert!(candidates(desk, Form::Item, None).is_empty());
}

#[test]
fn each_form_is_for_one_decision_and_asks_for_each_field_once() {
    for form in Form::ALL {
        assert_eq!(Form::of(form.decision()), Some(form));
        let mut ids: Vec<_> = form.fields().iter().map(|field| field.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), form.fields().len(), "{form:?}");
        assert!(form.fields().iter().any(|field| field.needed), "{form:?}");
        for field in form.fields() {
            assert!(!matches!(field.control, Control::Words([])), "{form:?} {}", field.id);
        }
    }
    assert_eq!(Form::of("need"), None);
}
