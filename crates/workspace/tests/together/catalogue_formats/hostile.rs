//! Files that nobody should have to trust: refused or made harmless, with a sentence that says where and why.

use itsm::catalogue::OrderBy;
use workspace::catalogue::exchange::{Fault, Format, LARGEST, read};

use super::made::small;

fn faults(file: impl AsRef<[u8]>) -> Vec<Fault> {
    read(file.as_ref()).expect_err("this file is refused")
}

#[test]
fn a_huge_file_is_refused_unread() {
    let faults = faults(vec![b'{'; LARGEST + 1]);
    assert!(faults[0].problem.contains("at most 2 MB"), "{faults:?}");
}

#[test]
fn deep_nesting_is_refused_in_every_format() {
    let json = ["{\"serviceSpecification\":".to_owned(), "[".repeat(100_000)].concat();
    assert!(faults(json)[0].problem.contains("nested too deeply"));
    let yaml = ["apiVersion: x\nkind: ".to_owned(), "[".repeat(5_000)].concat();
    assert!(faults(yaml)[0].problem.contains("nested too deeply"));
    let glpi = ["{\"forms\":[{\"sections\":".to_owned(), "[".repeat(50_000)].concat();
    assert!(faults(glpi)[0].problem.contains("nested too deeply"));
}

#[test]
fn a_yaml_bomb_is_refused_at_its_first_reference() {
    let bomb = "apiVersion: v1\na: &a [\"x\",\"x\"]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n";
    let faults = faults(bomb);
    assert!(faults[0].place.starts_with("line 2"), "{faults:?}");
    assert!(faults[0].problem.contains("references are not read"), "{faults:?}");
}

#[test]
fn a_script_in_a_name_stays_words() {
    let name = "<script>alert(1)</script>";
    for format in [Format::Own, Format::Tmf633, Format::Csv, Format::Backstage] {
        let imported = read(format.write(&small(name, "x")).remove(0).text.as_bytes()).unwrap();
        assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, name, "{format:?}");
    }
}

#[test]
fn a_formula_in_a_cell_is_never_carried_out_and_comes_back_as_it_was() {
    for formula in ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'quoted'"] {
        let text = Format::Csv.write(&small(formula, formula)).remove(0).text;
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{text}");
        let imported = read(text.as_bytes()).unwrap();
        assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.summary, formula);
    }
}

#[test]
fn a_link_that_is_no_link_to_the_web_is_left_out_and_that_is_said() {
    for link in ["javascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "JaVaScRiPt:alert(1)", "vbscript:x"] {
        let yaml = format!(
            "apiVersion: v1\nkind: Component\nmetadata:\n  name: x\n  links:\n    - url: \"{link}\"\n      title: Click\n"
        );
        let imported = read(yaml.as_bytes()).unwrap();
        assert!(imported.catalogue.services.values().all(|listed| listed.content.documents.is_empty()));
        assert!(
            imported.notes[0].starts_with("line 6") && imported.notes[0].contains("left out"),
            "{:?}",
            imported.notes
        );

        let table = format!("Service,Offering,Orders go,Orders go to\r\nX,Y,link,\"{link}\"\r\n");
        let imported = read(table.as_bytes()).unwrap();
        let offering = &imported.catalogue.services.values().next().unwrap().content.offerings[0];
        assert_eq!(offering.order_by, OrderBy::Information);
        assert!(imported.notes[0].contains("is no https link"), "{:?}", imported.notes);
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_heading() {
    assert_eq!(read("\u{feff}Service,Offering\r\nX,Y\r\n".as_bytes()).unwrap().catalogue.services.len(), 1);
}

#[test]
fn utf_16_is_read_and_damaged_utf_16_is_refused() {
    let text = "Service,Offering\r\nMöbel,Stuhl\r\n";
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let imported = read(&wide).unwrap();
    assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, "Möbel");
    assert!(faults(&wide[..wide.len() - 1])[0].problem.contains("UTF-16"));
    assert!(faults([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])[0].problem.contains("UTF-16"));
}

#[test]
fn a_nul_is_refused_with_its_line() {
    let faults = faults("Service\nX\0\n");
    assert_eq!(faults[0].place, "line 2");
}

#[test]
fn what_is_no_text_is_refused_with_its_line() {
    assert_eq!(faults(b"Service,Offering\nX,\xff\xfe\n")[0].place, "line 2");
}

#[test]
fn marks_that_turn_text_around_are_left_out_and_counted() {
    let imported = read("Service,What you get\nLap\u{202e}pot\u{202c},x\n".as_bytes()).unwrap();
    assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, "Lappot");
    assert!(imported.notes[0].contains("2 invisible"), "{:?}", imported.notes);
    let escaped = r#"{"serviceSpecification":[{"name":"a\u202eb\u0000c","specCharacteristic":[]}]}"#;
    let imported = read(escaped.as_bytes()).unwrap();
    assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, "abc");
}

#[test]
fn faults_of_a_table_name_line_and_column_and_all_come_at_once() {
    let table = "Service,State,Price,Amount,Offering,Review due\r\nX,Flying,fixed,much,Y,soon\r\n,Active,,,,\r\n";
    let places: Vec<String> = faults(table).into_iter().map(|fault| fault.place).collect();
    assert_eq!(
        places,
        ["line 2, column Review due", "line 2, column State", "line 2, column Amount", "line 3, column Service"]
    );
}

#[test]
fn a_row_that_is_too_long_is_named() {
    assert_eq!(faults("Service,Offering\r\nX,Y,Z\r\n")[0].place, "line 2");
}

#[test]
fn damaged_json_is_named_by_line_and_column() {
    let faults = faults("{\n  \"serviceSpecification\": [}\n");
    assert!(faults[0].place.starts_with("line 2, column"), "{faults:?}");
}

#[test]
fn no_more_than_twenty_faults_are_told() {
    let rows: String = (0..100).map(|_| ",Active\r\n").collect();
    assert_eq!(faults(["Service,State\r\n", &rows].concat()).len(), 20);
}

#[test]
fn a_text_of_a_million_letters_is_refused_with_its_place() {
    let faults = faults(format!("Service,What you get\r\nX,{}\r\n", "a".repeat(1_000_000)));
    assert_eq!(faults[0].place, "line 2, column What you get");
}

#[test]
fn something_else_altogether_is_refused_and_says_what_can_be_read() {
    assert!(faults("Dear colleague")[0].problem.contains("Backstage"));
    assert!(!faults("").is_empty());
    assert!(!faults("PK\u{3}\u{4}").is_empty());
}
