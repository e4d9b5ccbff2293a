//! What may be written of a service and its offerings.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::catalogue::form::{Choice, Condition, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    AudienceId, ChoiceKey, Command as Ask, Document, Edit, FieldKey, LONGEST_TEXT, Offering, OfferingKey, OrderBy,
    Rank, SectionKey, ServiceCategoryId, StepKey, Target, TargetLevel, Text,
};
use itsm::{Command, Entry, EntryId, GroupId, ItemId, PersonId, ServiceId};

use crate::bench::{Bench, MAIL, READER, TEAM, key, offering, text};

fn refused(edit: Edit) -> String {
    let mut bench = Bench::begin();
    let service = bench.draft("Laptop");
    bench.write(service, Edit::Offering(Box::new(offering(1, "Standard"))));
    bench.refuses(Ask::Edit { service, edits: vec![edit] })
}

fn of_offering(change: impl FnOnce(&mut Offering)) -> Edit {
    let mut new = offering(2, "Light");
    change(&mut new);
    Edit::Offering(Box::new(new))
}

fn field(number: u32, kind: FieldKind) -> Field {
    Field {
        key: FieldKey(key(number)),
        label: "Which one?".into(),
        help: "".into(),
        kind,
        required: false,
        show_if: None,
        default: None,
    }
}

fn of_form(fields: Vec<Field>) -> Edit {
    let section = Section { key: SectionKey(key(1)), fields, ..Section::default() };
    Edit::Form(OfferingKey(key(1)), Box::new(Form { sections: vec![section] }))
}

fn of_step(what: StepKind) -> Edit {
    let step = Step { key: StepKey(key(1)), name: "Owner approves".into(), when: When::Always, what };
    Edit::Workflow(OfferingKey(key(1)), Box::new(Workflow { steps: vec![step] }))
}

fn approval(by: Vec<Approver>, rule: Rule) -> Edit {
    of_step(StepKind::Approval { by, rule, takes: TimeDelta::hours(4) })
}

#[test]
fn nobody_and_nothing_is_named_that_the_desk_does_not_know() {
    let none = ServiceId::imported(99);
    let unknown = [
        (Edit::Owner(Some(PersonId::imported(99))), "owner"),
        (Edit::Support(Some(GroupId::imported(99))), "team"),
        (Edit::Items(vec![ItemId::imported(99)]), "configuration item"),
        (Edit::Supporting(vec![none]), "service"),
        (Edit::Categories(vec![ServiceCategoryId(key(9))]), "category"),
        (Edit::Audiences(vec![AudienceId(key(9))]), "audience"),
        (of_offering(|new| new.includes = vec![(none, OfferingKey(key(1)))]), "service"),
        (approval(vec![Approver::Person(PersonId::imported(99))], Rule::All), "approver"),
        (
            of_step(StepKind::Tasks(vec![Task {
                name: text("Do"),
                group: Some(GroupId::imported(99)),
                ..Task::default()
            }])),
            "team",
        ),
    ];
    for (edit, what) in unknown {
        assert_eq!(refused(edit), format!("This {what} is not in the workspace."));
    }
}

#[test]
fn a_value_that_cannot_be_is_refused_at_its_field() {
    let share = Target { what: text("Availability"), level: TargetLevel::Share(100_001), within: text("Mo to Fr") };
    let time = Target { level: TargetLevel::Time(TimeDelta::zero()), ..share.clone() };
    let script = Document { title: text("Terms"), link: text(" JavaScript:alert(1)") };
    let too_long = text(&"x".repeat(LONGEST_TEXT + 1));
    let wrong = [
        (Edit::Targets(vec![share]), "targets"),
        (Edit::Targets(vec![time]), "targets"),
        (Edit::Documents(vec![script]), "documents"),
        (Edit::Rank(Rank { value: Some(6), ..Rank::default() }), "rank"),
        (Edit::Rank(Rank { risk: Some(0), ..Rank::default() }), "rank"),
        (Edit::Text(Text::Description, too_long), "More about it"),
        (of_offering(|new| new.target = Some(TimeDelta::hours(-1))), "target"),
        (of_offering(|new| new.order_by = OrderBy::Link(text("http://example.org"))), "where orders go"),
        (of_offering(|new| new.order_by = OrderBy::Email(text("nobody"))), "where orders go"),
        (of_offering(|new| new.name = text("STANDARD")), "the offering's name"),
        (
            of_step(StepKind::Tasks(vec![Task { name: text("Do"), takes: TimeDelta::hours(-1), ..Task::default() }])),
            "how long it takes",
        ),
    ];
    for (edit, at) in wrong {
        let said = refused(edit);
        assert!(said.starts_with(&format!("Check {at}: ")), "{said}");
    }
    assert!(refused(of_offering(|new| new.name = text(" "))).starts_with("Needs the offering's name: "));
}

#[test]
fn safe_links_and_addresses_are_taken() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let links = ["https://example.org/a", "http://example.org", "mailto:desk@example.org", ""];
    let documents = links.map(|link| Document { title: text("Terms"), link: text(link) });
    bench.write(id, Edit::Documents(documents.to_vec()));
    bench.write(id, of_offering(|new| new.order_by = OrderBy::Email(text("orders@example.org"))));
    bench.write(id, of_offering(|new| new.order_by = OrderBy::Link(text("https://tool.example.org/new"))));
}

#[test]
fn a_service_is_not_built_on_itself_and_no_offering_contains_itself() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let on_itself = Ask::Edit { service: id, edits: vec![Edit::Supporting(vec![id])] };
    assert!(bench.refuses(on_itself).starts_with("Check supporting services: "));
    let mut whole = offering(1, "All of it");
    whole.includes = vec![(id, whole.key)];
    let edits = vec![Edit::Offering(Box::new(whole.clone()))];
    assert!(bench.refuses(Ask::Edit { service: id, edits }).starts_with("Check bundle: "));
    whole.includes = vec![(MAIL, whole.key)];
    bench.write(id, Edit::Offering(Box::new(whole)));
}

#[test]
fn a_form_asks_what_can_be_answered() {
    let choice = |number| Choice { key: ChoiceKey(key(number)), label: text("Blue"), ..Choice::default() };
    let number = FieldKind::Number { least: Some(5), most: Some(1), unit: text(""), each: 0 };
    assert!(refused(of_form(vec![field(1, number)])).starts_with("Check the number's limits: "));
    let twice = vec![field(1, FieldKind::Person), field(1, FieldKind::Item)];
    assert!(refused(of_form(twice)).starts_with("Check form: "));
    let twice = FieldKind::Choice { choices: vec![choice(1), choice(1)] };
    assert!(refused(of_form(vec![field(1, twice)])).starts_with("Check form: "));
    let silent = Field { label: text(" "), ..field(1, FieldKind::Person) };
    assert!(refused(of_form(vec![silent])).starts_with("Needs a question: "));
    let mut deep = Condition::Answered(FieldKey(key(1)));
    for _ in 0..8 {
        deep = Condition::Not(Box::new(deep));
    }
    let hidden = Field { show_if: Some(deep), ..field(2, FieldKind::Person) };
    assert!(refused(of_form(vec![field(1, FieldKind::Person), hidden])).starts_with("Check condition: "));
}

#[test]
fn a_workflow_asks_for_approvals_that_can_be_given() {
    let owner = vec![Approver::Owner];
    assert!(refused(approval(owner.clone(), Rule::Quorum(2))).starts_with("Check how many must approve: "));
    assert!(refused(approval(owner.clone(), Rule::Quorum(0))).starts_with("Check how many must approve: "));
    let nameless = Task { name: text(" "), ..Task::default() };
    assert!(refused(of_step(StepKind::Tasks(vec![nameless]))).starts_with("Needs the task's name: "));
    let mut bench = Bench::begin();
    let service = bench.draft("Laptop");
    bench.write(service, Edit::Offering(Box::new(offering(1, "Standard"))));
    bench.write(service, approval(vec![Approver::Owner, Approver::Person(READER)], Rule::Quorum(1)));
}

#[test]
fn what_stood_there_before_it_was_retired_may_stay() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", itsm::catalogue::Status::Rejected);
    bench.write(id, Edit::Support(Some(TEAM)));
    bench.ask(Command::Enter(Entry::Group(GroupId::imported(2), "Network".into()))).unwrap();
    bench.ask(Command::Retire(EntryId::Group(TEAM))).unwrap();
    bench.write(id, Edit::Pinned(true));
    bench.write(id, Edit::Support(None));
    let again = Ask::Edit { service: id, edits: vec![Edit::Support(Some(TEAM))] };
    assert!(bench.refuses(again).starts_with("Check team: it is retired"));
}

fn nested(levels: usize) -> Condition {
    let leaf = Condition::Answered(FieldKey(key(1)));
    (1..levels).fold(leaf, |inner, _| Condition::Not(Box::new(inner)))
}

#[test]
fn conditions_are_nested_as_deep_as_in_a_file_and_no_deeper_wherever_they_stand() {
    let deepest = itsm::catalogue::form::CONDITION_DEPTH;
    let of_field =
        |when| of_form(vec![field(1, FieldKind::Person), Field { show_if: Some(when), ..field(2, FieldKind::Person) }]);
    let of_section = |when| {
        let mut edit = of_form(vec![field(1, FieldKind::Person)]);
        if let Edit::Form(_, form) = &mut edit {
            form.sections[0].show_if = Some(when);
        }
        edit
    };
    let of_choice = |when| {
        let choice = Choice { key: ChoiceKey(key(1)), label: text("Blue"), show_if: Some(when), ..Choice::default() };
        of_form(vec![field(1, FieldKind::Person), field(2, FieldKind::Choice { choices: vec![choice] })])
    };
    let of_workflow = |when| {
        let mut edit = of_step(StepKind::Automatic);
        if let Edit::Workflow(_, workflow) = &mut edit {
            workflow.steps[0].when = When::Answers(when);
        }
        edit
    };
    let places: [&dyn Fn(Condition) -> Edit; 4] = [&of_field, &of_section, &of_choice, &of_workflow];
    for place in places {
        let mut bench = Bench::begin();
        let service = bench.draft("Laptop");
        bench.write(service, Edit::Offering(Box::new(offering(1, "Standard"))));
        bench.write(service, place(nested(deepest)));
        assert!(refused(place(nested(deepest + 1))).starts_with("Check condition: "));
        assert!(refused(place(nested(2_000))).starts_with("Check condition: "));
    }
}

#[test]
fn what_stands_on_one_line_is_kept_on_one_line() {
    let mut bench = Bench::begin();
    let id = bench.draft("Lap\r\ntop");
    assert_eq!(&*bench.desk.portfolio().listing(id).unwrap().draft.name, "Lap top");
    let broken = "One\nTwo\u{2028}\tThree\n";
    let choice = |number, label: &str| Choice { key: ChoiceKey(key(number)), label: text(label), ..Choice::default() };
    let mut new = offering(1, broken);
    new.price = itsm::catalogue::Price::PerUnit { amount: 5, unit: text("giga\nbyte") };
    bench.write(id, Edit::Offering(Box::new(new)));
    bench.write(id, Edit::Documents(vec![Document { title: text(broken), link: text("https://example.org\n") }]));
    bench.write(id, Edit::Texts(itsm::catalogue::Texts::Keywords, vec![text(broken)]));
    bench.write(id, Edit::Text(Text::Description, text("One\nTwo")));
    let asked = Field { label: text(broken), ..field(1, FieldKind::Choice { choices: vec![choice(1, broken)] }) };
    bench.write(id, of_form(vec![asked]));
    let mut edit = of_step(StepKind::Tasks(vec![Task { name: text(broken), ..Task::default() }]));
    if let Edit::Workflow(_, workflow) = &mut edit {
        workflow.steps[0].name = text(broken);
    }
    bench.write(id, edit);
    let draft = &bench.desk.portfolio().listing(id).unwrap().draft;
    let one = &draft.offerings[0];
    let asked = one.form.fields().next().unwrap();
    let StepKind::Tasks(tasks) = &one.workflow.steps[0].what else { panic!("tasks") };
    for line in [
        &one.name,
        &draft.documents[0].title,
        &draft.keywords[0],
        &asked.label,
        &asked.kind.choices()[0].label,
        &one.workflow.steps[0].name,
        &tasks[0].name,
    ] {
        assert_eq!(&**line, "One Two Three");
    }
    assert_eq!(one.price, itsm::catalogue::Price::PerUnit { amount: 5, unit: text("giga byte") });
    assert_eq!(&*draft.documents[0].link, "https://example.org");
    assert_eq!(&*draft.description, "One\nTwo", "texts of several lines keep them");
    let same = Ask::Edit { service: id, edits: vec![Edit::Text(Text::Name, text("Lap\ntop"))] };
    assert!(bench.refuses(same).contains("already as you wrote it"));
}

#[test]
fn two_names_are_not_told_apart_by_a_line_break() {
    let mut bench = Bench::begin();
    bench.draft("Guest internet");
    let new = itsm::catalogue::Content { name: text("Guest\ninternet"), ..Default::default() };
    assert!(bench.refuses(Ask::Draft { service: None, content: Box::new(new) }).contains("another service has it"));
}
