//! Files that nobody should have to trust: refused or made harmless, with a sentence that says where and why.

use itsm::catalogue::OrderBy;
use workspace::catalogue::exchange::{Fault, Format, LARGEST, read};

use super::made::small;

/// What a spreadsheet takes a cell for a formula by. Source: OWASP, CSV injection.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

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
    for formula in ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'quoted'", "＝1", "＋1", "－1", "＠A"]
    {
        let text = Format::Csv.write(&small(formula, formula)).remove(0).text;
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert!(!row.iter().any(|cell| cell.starts_with(FORMULAS)), "{text}");
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

#[test]
fn white_space_before_a_formula_does_not_hide_it() {
    for formula in ["\t=1", "\r=1", "\n=1", "\t", "\r\n+1", " \t@A"] {
        for format in [Format::Csv, Format::Itop] {
            for file in format.write(&small("Laptop", formula)) {
                let mut reader = csv::Reader::from_reader(file.text.trim_start_matches('\u{feff}').as_bytes());
                for row in reader.records() {
                    let row = row.unwrap();
                    assert!(!row.iter().any(|cell| cell.starts_with(FORMULAS)), "{formula:?}: {row:?}");
                }
            }
        }
        let text = Format::Csv.write(&small("Laptop", formula)).remove(0).text;
        let summary = read(text.as_bytes()).unwrap().catalogue.services.into_values().next().unwrap().content.summary;
        assert_eq!(&*summary, formula.trim(), "white space around a text is no part of it");
    }
}

#[test]
fn the_tables_of_itop_carry_nothing_out_and_come_back_as_they_were() {
    for name in ["=cmd|'/C calc'!A0", "+1", "@SUM(A1)", "<script>alert(1)</script>"] {
        let mut catalogue = small(name, name);
        catalogue.settings.organisation = name.into();
        let content = &mut catalogue.services.values_mut().next().unwrap().content;
        content.offerings[0].name = name.into();
        content.targets = vec![itsm::catalogue::Target {
            what: name.into(),
            level: itsm::catalogue::TargetLevel::Time(chrono::TimeDelta::hours(1)),
            within: "".into(),
        }];
        for file in Format::Itop.write(&catalogue) {
            let mut reader = csv::Reader::from_reader(file.text.trim_start_matches('\u{feff}').as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            assert!(!row.iter().any(|cell| cell.starts_with(FORMULAS)), "{}", file.text);
            let imported = read(file.text.as_bytes()).unwrap();
            assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, name, "{}", file.name);
        }
    }
}

#[test]
fn damaged_tables_of_itop_are_refused_with_their_lines() {
    let places = |table: &str| faults(table).into_iter().map(|fault| fault.place).collect::<Vec<_>>();
    assert_eq!(places("name,org_id->name\r\n,Example\r\n"), ["line 2"]);
    assert_eq!(places("name,service_id->name\r\nStandard,\r\n"), ["line 2"]);
    let targets =
        "name,metric,value,unit\r\nA: B,ttr,-1,minutes\r\nA: B,ttr,9999999999999999999,minutes\r\nA: C,ttr,1,years\r\n";
    assert_eq!(places(targets), ["line 2", "line 3", "line 4"]);
    assert_eq!(places("name,org_id->name\r\nX\r\n"), ["line 2"]);
}

#[test]
fn a_form_of_glpi_stays_words_there_and_here() {
    let script = "Pick <one> & <script>alert(1)</script>";
    let mut catalogue = small("Laptop", script);
    let field = itsm::catalogue::form::Field {
        key: itsm::Key::imported(1).into(),
        label: script.into(),
        help: script.into(),
        kind: itsm::catalogue::form::FieldKind::Person,
        required: false,
        show_if: None,
        default: None,
    };
    let section = itsm::catalogue::form::Section {
        key: itsm::Key::imported(1).into(),
        help: script.into(),
        fields: vec![field],
        ..Default::default()
    };
    let offering = &mut catalogue.services.values_mut().next().unwrap().content.offerings[0];
    offering.summary = script.into();
    offering.form.sections = vec![section];
    let text = Format::Glpi.write(&catalogue).remove(0).text;
    let form: serde_json::Value = serde_json::from_str(&text).unwrap();
    // Headers and descriptions are HTML there, names are words.
    for html in [&form["forms"][0]["header"], &form["forms"][0]["sections"][0]["description"]] {
        assert_eq!(html, "Pick &lt;one&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;");
    }
    let imported = read(text.as_bytes()).unwrap();
    let offering = &imported.catalogue.services.values().next().unwrap().content.offerings[0];
    let section = &offering.form.sections[0];
    assert_eq!((&*offering.summary, &*section.help), (script, script));
    assert_eq!((&*section.fields[0].label, &*section.fields[0].help), (script, script));
    let other = r#"{"forms":[{"name":"Laptop","header":"<p>A &amp; B&nbsp;&lt;C&gt;</p><script>alert(1)</script>","sections":[]}]}"#;
    let imported = read(other.as_bytes()).unwrap();
    assert_eq!(
        &*imported.catalogue.services.values().next().unwrap().content.offerings[0].summary,
        "A & B <C> alert(1)"
    );
}

#[test]
fn damaged_forms_of_glpi_are_refused_with_their_places() {
    let places = |file: &str| faults(file).into_iter().map(|fault| fault.place).collect::<Vec<_>>();
    assert_eq!(places(r#"{"forms":7}"#), ["forms"]);
    assert_eq!(places(r#"{"forms":[{"name":" "},{"name":7}]}"#), ["forms[0].name", "forms[1].name"]);
    let nameless = r#"{"forms":[{"name":"X","sections":[{"questions":[{"name":"","type":"QuestionTypeFile"}]}]}]}"#;
    assert_eq!(places(nameless), ["forms[0].sections[0].questions[0].name"]);
    let question = r#"{"name":"Q","type":"QuestionTypeFile"},"#.repeat(600);
    let many =
        format!(r#"{{"forms":[{{"name":"X","sections":[{{"questions":[{}]}}]}}]}}"#, question.trim_end_matches(','));
    assert_eq!(places(&many), ["forms[0].sections[0].questions[500]"]);
}

#[test]
fn a_tmf633_file_with_unfit_links_is_refused_or_loses_them_with_a_word() {
    let other =
        r#"{"serviceSpecification":[{"name":"Mailbox","attachment":[{"name":"Guide","url":"javascript:alert(1)"}]}]}"#;
    let imported = read(other.as_bytes()).unwrap();
    assert!(imported.catalogue.services.values().all(|listed| listed.content.documents.is_empty()));
    assert!(imported.notes[0].contains("left out"), "{:?}", imported.notes);
    let mut catalogue = small("Laptop", "A laptop");
    let document = itsm::catalogue::Document { title: "Guide".into(), link: "javascript:alert(1)".into() };
    catalogue.services.values_mut().next().unwrap().content.documents = vec![document];
    for format in [Format::Own, Format::Tmf633] {
        let faults = faults(&format.write(&catalogue).remove(0).text);
        assert!(faults[0].problem.starts_with("must begin with https://"), "{format:?}: {faults:?}");
        assert!(faults[0].place.contains("[0]") && faults[0].place.ends_with("documents[0].link"), "{faults:?}");
    }
}

#[test]
fn yaml_makes_nothing_but_words_of_what_it_reads() {
    for file in [
        "apiVersion: v1\nkind: !!python/object/apply:os.system [\"x\"]\n",
        "apiVersion: v1\nkind: Component\n<<: {a: b}\nmetadata:\n  name: !!binary aGVsbG8=\n",
        "apiVersion: v1\nkind: Component\nkind: System\n",
        "apiVersion: v1\n? [a, b]\n: c\n",
        "apiVersion: v1\nkind: Component\nmetadata: &name {name: x}\n",
    ] {
        match read(file.as_bytes()) {
            Ok(imported) => {
                let name = &imported.catalogue.services.values().next().unwrap().content.name;
                assert_eq!(&**name, "aGVsbG8=", "no mark makes anything but words");
            }
            Err(faults) => assert!(!faults[0].problem.is_empty()),
        }
    }
    let many = "- a\n".repeat(250_000);
    assert!(!faults(format!("apiVersion: v1\nkind:\n{many}")).is_empty());
}

#[test]
fn names_stand_on_one_line_whatever_a_file_says() {
    for file in [
        "Service,What you get\r\n\"Lap\ntop\",x\r\n",
        r#"{"serviceSpecification":[{"name":"Lap\ntop","specCharacteristic":[]}]}"#,
        "apiVersion: v1\nkind: Component\nmetadata:\n  name: \"Lap\\ntop\"\n",
        r#"{"forms":[{"name":"Lap\ntop","sections":[]}]}"#,
        "name,org_id->name\r\n\"Lap\ntop\",Example\r\n",
        r#"{"format":"service-dojo-catalogue","version":1,"catalogue":{"services":[{"id":1,"name":"Lap\ntop"}]}}"#,
    ] {
        let imported = read(file.as_bytes()).unwrap_or_else(|faults| panic!("{file}: {faults:?}"));
        assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, "Lap top", "{file}");
    }
}
