//! What comes back of what was saved.

use itsm::catalogue::Catalogue;
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
fn a_word_that_backstage_has_no_tag_for_is_not_lost_by_taking_its_file_back() {
    let mut catalogue = small("Laptop", "A laptop");
    let content = &mut catalogue.services.values_mut().next().unwrap().content;
    content.keywords = vec!["notebook".into(), "漢字".into()];
    for imported in back(Format::Backstage, &catalogue) {
        assert_eq!(changes(&catalogue, &onto(&catalogue, &imported)), vec![]);
    }
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
