//! What comes back of what was saved.

use itsm::catalogue::{Catalogue, Opens};
use proptest::prelude::*;
use workspace::catalogue::exchange::{Format, Imported, Shape, changes, losses, onto, read};
use workspace::catalogue::file;

use super::made::{catalogue, small, tame};

/// Every file of a format, read again.
fn back(format: Format, catalogue: &Catalogue) -> Vec<Imported> {
    let files = format.write(catalogue);
    let read = |text: &str| match read(text.as_bytes()) {
        Ok(imported) => Some(imported),
        // A table without rows says nothing, and says so.
        Err(faults) if faults[0].problem.contains("There is no service") => None,
        Err(faults) => panic!("{format:?}: {faults:?}\n{text}"),
    };
    files.iter().filter(|file| !file.text.is_empty()).filter_map(|file| read(&file.text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_tmf633_holds_comes_back_unchanged(catalogue in catalogue()) {
        let sound = file::read(&file::to_text(&catalogue)).unwrap();
        prop_assume!(!sound.services.is_empty());
        let text = Format::Tmf633.write(&sound).remove(0).text;
        let imported = read(text.as_bytes()).unwrap();
        prop_assert_eq!(imported.shape, Shape::Tmf633);
        prop_assert_eq!(&imported.notes, &Vec::<String>::new());
        prop_assert_eq!(&imported.catalogue, &sound);
        prop_assert_eq!(Format::Tmf633.write(&imported.catalogue).remove(0).text, text);
    }

    #[test]
    fn taking_back_a_file_that_nobody_edited_changes_nothing(catalogue in tame()) {
        for format in Format::ALL {
            for imported in back(format, &catalogue) {
                let after = onto(&catalogue, &imported);
                prop_assert_eq!(changes(&catalogue, &after), vec![], "{:?}", format);
            }
        }
    }

    #[test]
    fn a_table_read_into_an_empty_workspace_and_saved_again_is_the_same_table(catalogue in tame()) {
        let text = Format::Csv.write(&catalogue).remove(0).text;
        if let Ok(imported) = read(text.as_bytes()) {
            prop_assert_eq!(Format::Csv.write(&imported.catalogue).remove(0).text, text);
        }
    }

    #[test]
    fn no_file_makes_the_reader_fail_in_another_way_than_by_faults(text in "\\PC{0,200}", cut in 0..4000_usize, catalogue in tame()) {
        let _ = read(text.as_bytes());
        for format in Format::ALL {
            for file in format.write(&catalogue) {
                let _ = read(file.text.as_bytes().get(..cut).unwrap_or_default());
            }
        }
    }
}

#[test]
fn a_keyword_that_no_tag_can_say_survives_a_file_of_backstage() {
    let mut catalogue = small("Laptop", "A laptop");
    let listed = catalogue.services.values_mut().next().unwrap();
    listed.content.keywords = vec!["notebook".into(), "漢字".into()];
    for imported in back(Format::Backstage, &catalogue) {
        assert_eq!(changes(&catalogue, &onto(&catalogue, &imported)), vec![]);
    }
}

#[test]
fn what_an_order_opens_survives_files_that_cannot_say_it_and_is_named_as_lost() {
    let mut catalogue = small("Laptop", "A laptop");
    catalogue.services.values_mut().next().unwrap().content.offerings[0].opens = Opens::Incident;
    for format in Format::ALL {
        let what = "That an order opens an incident";
        let is_lost = losses(format, &catalogue).iter().any(|loss| loss.what == what);
        let holds = matches!(format, Format::Own | Format::Tmf633 | Format::Csv);
        // Backstage has no offerings at all, which is said once.
        assert_eq!(is_lost, !holds && format != Format::Backstage, "{format:?}");
        for imported in back(format, &catalogue) {
            let after = onto(&catalogue, &imported);
            assert_eq!(changes(&catalogue, &after), vec![], "{format:?}");
            let there = imported.catalogue.services.values().flat_map(|listed| &listed.content.offerings);
            assert!(!holds || there.map(|one| one.opens).eq([Opens::Incident]), "{format:?}");
        }
    }
}

#[test]
fn a_table_says_what_an_order_opens_and_which_words_it_knows() {
    let table = |word: &str| format!("Service,Offering,An order opens\nLaptop,Repair,{word}\n");
    let opens = |word: &str| {
        let imported = read(table(word).as_bytes()).unwrap();
        imported.catalogue.services.values().next().unwrap().content.offerings[0].opens
    };
    assert_eq!([opens(""), opens("Request"), opens("incident")], [Opens::Request, Opens::Request, Opens::Incident]);
    let fault = read(table("problem").as_bytes()).unwrap_err().remove(0);
    assert!(fault.problem.contains("must be request or incident"), "{fault:?}");
}

#[test]
fn a_format_that_holds_everything_loses_nothing() {
    let catalogue = small("Laptop", "A laptop");
    assert_eq!(losses(Format::Own, &catalogue), vec![]);
    assert_eq!(losses(Format::Tmf633, &catalogue), vec![]);
}

#[test]
fn what_a_format_cannot_hold_is_named_with_the_services_it_is_lost_of() {
    let mut catalogue = small("Laptop", "A laptop");
    let listed = catalogue.services.values_mut().next().unwrap();
    listed.content.purpose = "Work anywhere".into();
    listed.content.offerings[0].price = itsm::catalogue::Price::Fixed(100);
    let lost = |format| losses(format, &catalogue).into_iter().map(|loss| loss.what).collect::<Vec<_>>();
    assert_eq!(lost(Format::Csv), Vec::<&str>::new());
    assert_eq!(lost(Format::Backstage), ["Purpose", "Offerings"]);
    assert_eq!(lost(Format::Itop), ["Purpose", "Prices"]);
    assert!(losses(Format::Itop, &catalogue).iter().all(|loss| loss.of.iter().any(|name| &**name == "Laptop")));
}

#[test]
fn a_table_that_knows_less_than_we_do_takes_nothing_away() {
    let mut known = small("Laptop", "A laptop");
    known.services.values_mut().next().unwrap().content.technical = "Imaged by night".into();
    let table = "Service,What you get\r\nlaptop,A fast laptop\r\n";
    let imported = read(table.as_bytes()).unwrap();
    let after = onto(&known, &imported);
    let content = &after.services.values().next().unwrap().content;
    assert_eq!(&*content.summary, "A fast laptop");
    assert_eq!(content.offerings.len(), 1, "a row without an offering does not drop the known one");
}

#[test]
fn a_column_that_is_not_there_leaves_what_it_would_say() {
    let mut known = small("Laptop", "A laptop");
    known.services.values_mut().next().unwrap().content.technical = "Imaged by night".into();
    let after = onto(&known, &read(b"Service,What you get\r\nLaptop,A fast laptop\r\n").unwrap());
    assert_eq!(&*after.services.values().next().unwrap().content.technical, "Imaged by night");
}

/// A laptop that says something in every column of a table.
fn full() -> Catalogue {
    use itsm::catalogue::{Day, Edit, Kind, OrderBy, Price, ServiceCategory, Text, Texts};
    let mut known = small("Laptop", "A laptop");
    let (owner, group) = (itsm::PersonId::imported(7), itsm::GroupId::imported(7));
    known.directory.people.insert(owner, "Ana Reyes".into());
    known.directory.groups.insert(group, "Workplace".into());
    known.audiences.insert(itsm::Key::imported(7).into(), "Staff".into());
    let shelf = ServiceCategory { name: "Devices".into(), ..ServiceCategory::default() };
    known.categories.insert(itsm::Key::imported(7).into(), shelf);
    let content = &mut known.services.values_mut().next().unwrap().content;
    for which in Text::ALL.into_iter().filter(|which| *which != Text::Name) {
        content.take(&Edit::Text(which, "Some words".into()));
    }
    for which in Texts::ALL {
        content.take(&Edit::Texts(which, vec!["One".into(), "Two".into()]));
    }
    for which in Day::ALL {
        content.take(&Edit::Day(which, chrono::NaiveDate::from_ymd_opt(2027, 3, 31)));
    }
    content.owner = Some(owner);
    content.support = Some(group);
    content.audiences = vec![itsm::Key::imported(7).into()];
    content.categories = vec![itsm::Key::imported(7).into()];
    content.pinned = true;
    let one = &mut content.offerings[0];
    one.summary = "With a bag".into();
    one.kind = Kind::Goods;
    one.price = Price::PerUnit { amount: 90_000, unit: "device".into() };
    one.target = Some(chrono::TimeDelta::hours(8));
    one.order_by = OrderBy::Email("orders@example.org".into());
    one.opens = Opens::Incident;
    known
}

/// The table of a catalogue without some of its columns.
fn without(catalogue: &Catalogue, gone: &[&str]) -> String {
    let text = Format::Csv.write(catalogue).remove(0).text;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let kept = |row: &csv::StringRecord| -> csv::StringRecord {
        let cells = headings.iter().zip(row.iter()).filter(|(heading, _)| !gone.contains(heading));
        cells.map(|(_, cell)| cell).collect()
    };
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(&kept(&headings)).unwrap();
    for row in reader.records() {
        writer.write_record(&kept(&row.unwrap())).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn whichever_column_is_not_there_nothing_changes() {
    use itsm::catalogue::Price;
    let known = full();
    let text = Format::Csv.write(&known).remove(0).text;
    let heading = text.trim_start_matches('\u{feff}').lines().next().unwrap().to_owned();
    let columns: Vec<&str> = heading.split(',').filter(|column| *column != "Service").collect();
    assert_eq!(columns.len(), 32);
    for column in columns {
        // A price without an amount is refused, as nobody knows what is meant.
        let gone = if column == "Amount" { vec!["Amount", "Price"] } else { vec![column] };
        let imported = read(without(&known, &gone).as_bytes()).unwrap_or_else(|faults| panic!("{column}: {faults:?}"));
        assert_eq!(changes(&known, &onto(&known, &imported)), vec![], "{column}");
    }
    let imported = read(without(&known, &["Kind", "Unit", "Orders go to", "State", "Pinned"]).as_bytes()).unwrap();
    assert_eq!(changes(&known, &onto(&known, &imported)), vec![]);
    let mut at_cost = full();
    let one = &mut at_cost.services.values_mut().next().unwrap().content.offerings[0];
    one.price = Price::ChargeBack { estimate: 500, basis: "hours".into() };
    let imported = read(without(&at_cost, &["Unit"]).as_bytes()).unwrap();
    assert_eq!(changes(&at_cost, &onto(&at_cost, &imported)), vec![]);
}

#[test]
fn a_kind_that_is_left_empty_stays_and_one_that_is_said_counts() {
    use itsm::catalogue::Kind;
    let known = full();
    let kind = |table: &str| {
        let after = onto(&known, &read(table.as_bytes()).unwrap());
        after.services.values().next().unwrap().content.offerings[0].kind
    };
    assert_eq!(kind("Service,Offering\r\nlaptop,Standard\r\n"), Kind::Goods);
    assert_eq!(kind("Service,Offering,Kind\r\nLaptop,Standard,\r\n"), Kind::Goods);
    assert_eq!(kind("Service,Offering,Kind\r\nLaptop,Standard,service action\r\n"), Kind::Action);
    let fresh = onto(&Catalogue::default(), &read(b"Service,Offering\r\nDesk,Standard\r\n").unwrap());
    assert_eq!(fresh.services.values().next().unwrap().content.offerings[0].kind, Kind::default());
}

#[test]
fn a_keyword_that_cannot_be_a_tag_of_backstage_stays() {
    let mut known = small("Laptop", "A laptop");
    let content = &mut known.services.values_mut().next().unwrap().content;
    content.keywords = vec!["\u{1f4bb}".into(), "Notebook".into()];
    for imported in back(Format::Backstage, &known) {
        assert_eq!(changes(&known, &onto(&known, &imported)), vec![]);
    }
}
