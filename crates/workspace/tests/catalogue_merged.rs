//! Joining copies of a catalogue: what they differ in, in words, and copies that were published.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use itsm::ServiceId;
use itsm::catalogue::form::{Field, FieldKind, Section};
use itsm::catalogue::merge::{Cell, Setting, merge};
use itsm::catalogue::{
    Catalogue, Content, FieldKey, Listed, Offering, OfferingKey, Price, SectionKey, Slot, Status, Text,
};
use workspace::catalogue::merged::{Lines, is_for_customers, lines, with_internal};
use workspace::catalogue::page::for_customers;

const LAPTOP: ServiceId = ServiceId::imported(1);

fn base() -> Catalogue {
    let field = Field {
        key: FieldKey::default(),
        label: "Which model?".into(),
        help: "".into(),
        kind: FieldKind::Person,
        required: true,
        show_if: None,
        default: None,
    };
    let mut offering = Offering { name: "Standard".into(), price: Price::Fixed(90_000), ..Offering::default() };
    offering.form.sections = vec![Section { key: SectionKey::default(), fields: vec![field], ..Section::default() }];
    let content = Content {
        name: "Laptop".into(),
        summary: "A computer.".into(),
        technical: "Installed by script.".into(),
        offerings: vec![offering],
        ..Content::default()
    };
    let listed = Listed { content, status: Status::Launched, ..Listed::default() };
    Catalogue { services: [(LAPTOP, listed)].into(), ..Catalogue::default() }
}

fn laptop(catalogue: &mut Catalogue) -> &mut Content {
    &mut catalogue.services.get_mut(&LAPTOP).unwrap().content
}

#[test]
fn a_text_is_told_as_it_was_and_as_each_side_has_it() {
    let (base, mut mine, mut theirs) = (base(), base(), base());
    laptop(&mut mine).summary = "A light computer.".into();
    laptop(&mut theirs).summary = "".into();
    let said = lines(&base, &mine, &theirs, Cell::Slot(LAPTOP, Slot::Text(Text::Summary)));
    let whole = Lines {
        service: Some("Laptop".into()),
        place: "What you get".into(),
        before: vec!["A computer.".into()],
        mine: vec!["A light computer.".into()],
        theirs: vec!["Nothing".into()],
    };
    assert_eq!(said, whole);
}

#[test]
fn one_question_is_told_without_what_else_changed_in_its_form() {
    let (base, mine, mut theirs) = (base(), base(), base());
    let offering = &mut laptop(&mut theirs).offerings[0];
    offering.form.sections[0].fields[0].label = "Whose is it?".into();
    offering.form.sections[0].title = "Yours".into();
    let found = merge(&base, &mine, &theirs);
    assert_eq!(found.changes.len(), 2);
    let key = OfferingKey::default();
    let said = lines(&base, &mine, &theirs, Cell::Field(LAPTOP, key, FieldKey::default()));
    assert_eq!(said.place, "Standard: Form");
    assert_eq!(said.mine, ["As before"]);
    assert!(said.theirs.iter().any(|line| line.contains("Whose is it?")), "{said:?}");
    assert!(said.theirs.iter().all(|line| !line.contains("Yours")), "{said:?}");
}

#[test]
fn what_only_one_side_has_is_told_as_not_there_on_the_other() {
    let (none, mine) = (Catalogue::default(), base());
    let said = lines(&none, &none, &mine, Cell::Service(LAPTOP));
    assert_eq!((said.mine[0].as_str(), said.theirs[0].as_str()), ("Not there", "Laptop: A computer."));
    let said = lines(&none, &none, &mine, Cell::Setting(Setting::Organisation));
    assert_eq!(said.mine, ["Nothing"]);
}

#[test]
fn a_published_copy_does_not_empty_what_is_meant_for_colleagues() {
    let mine = base();
    let mut published = for_customers(&mine);
    laptop(&mut published).summary = "A fine computer.".into();
    assert!(is_for_customers(&published) && !is_for_customers(&mine));
    let theirs = with_internal(published, &mine);
    assert_eq!(merge(&mine, &mine, &theirs).changes, [Cell::Slot(LAPTOP, Slot::Text(Text::Summary))]);
}

#[test]
fn a_copy_for_colleagues_may_empty_it() {
    let mine = base();
    let mut theirs = base();
    laptop(&mut theirs).technical = "".into();
    laptop(&mut theirs).cost.monthly = 100;
    let theirs = with_internal(theirs, &mine);
    assert_eq!(merge(&mine, &mine, &theirs).changes.len(), 2);
}
