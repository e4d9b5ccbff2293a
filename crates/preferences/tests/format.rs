//! How dates and numbers are written.

use chrono::{NaiveDate, NaiveDateTime};
use preferences::language::Samples;
use preferences::{Chosen, Dates, FirstDay, Format, Grouping, Hours};

fn afternoon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2016, 5, 6).and_then(|day| day.and_hms_opt(14, 5, 0)).unwrap_or_default()
}

#[test]
fn every_form_of_a_date_is_as_it_is_offered() {
    let written = |dates| {
        let format = Format { dates, ..Format::ENGLISH };
        (format.date(afternoon()), format.short_date(afternoon()))
    };
    let expected = [
        ("6 May 2016", "6 May"),
        ("May 6, 2016", "May 6"),
        ("06/05/2016", "06/05"),
        ("05/06/2016", "05/06"),
        ("06.05.2016", "06.05."),
        ("2016-05-06", "05-06"),
    ];
    for (dates, (long, short)) in Dates::ALL.iter().zip(expected) {
        assert_eq!(written(*dates), (long.to_owned(), short.to_owned()));
    }
}

#[test]
fn noon_and_midnight_are_twelve_where_hours_are_counted_to_twelve() {
    let format = Format { hours: Hours::Twelve, ..Format::ENGLISH };
    assert_eq!(format.time(afternoon()), "2:05\u{a0}pm");
    let hours: Vec<String> = [0, 1, 12, 13, 24].map(|hour| format.hour(hour)).to_vec();
    assert_eq!(hours, ["12\u{a0}am", "1\u{a0}am", "12\u{a0}pm", "1\u{a0}pm", "12\u{a0}am"]);
    assert_eq!(Format::ENGLISH.hour(24), "24:00");
}

#[test]
fn numbers_are_parted_by_thousands_and_decimals_keep_their_figures() {
    let written = |grouping| {
        let format = Format { grouping, ..Format::ENGLISH };
        [format.number(0), format.number(999), format.number(1_234_567), format.decimal("1234.50")]
    };
    assert_eq!(written(Grouping::Comma), ["0", "999", "1,234,567", "1,234.50"]);
    assert_eq!(written(Grouping::Dot), ["0", "999", "1.234.567", "1.234,50"]);
    assert_eq!(written(Grouping::Space), ["0", "999", "1\u{a0}234\u{a0}567", "1\u{a0}234,50"]);
    assert_eq!(written(Grouping::Apostrophe), ["0", "999", "1’234’567", "1’234.50"]);
    assert_eq!(Format::ENGLISH.decimal("–"), "–");
}

#[test]
fn a_week_holds_every_day_once_from_its_first_on() {
    assert_eq!(FirstDay::Monday.week(), [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(FirstDay::Sunday.week(), [6, 0, 1, 2, 3, 4, 5]);
    assert_eq!(FirstDay::Saturday.week(), [5, 6, 0, 1, 2, 3, 4]);
}

fn language(date: &str, hour: &str, number: &str, first_day: Option<u8>, tag: &str) -> Format {
    let [date, hour, number, tag] = [date, hour, number, tag].map(str::to_owned);
    Format::of_language(&Samples { date, hour, number, first_day, tag })
}

#[test]
fn a_language_is_read_off_from_what_the_browser_writes() {
    use Dates::*;
    use FirstDay::*;
    use Grouping::*;
    use Hours::*;
    let format = |dates, hours, grouping, first_day| Format { dates, hours, grouping, first_day };
    let british = language("16/05/2016", "14", "1,234,567.5", Some(1), "en-GB");
    assert_eq!(british, format(DayWord, TwentyFour, Comma, Monday));
    let american = language("5/16/2016", "2 PM", "1,234,567.5", Some(7), "en-US");
    assert_eq!(american, format(WordDay, Twelve, Comma, Sunday));
    let german = language("16.5.2016", "14 Uhr", "1.234.567,5", Some(1), "de-DE");
    assert_eq!(german, format(Dots, TwentyFour, Dot, Monday));
    let french = language("16/05/2016", "14 h", "1\u{202f}234\u{202f}567,5", None, "fr-FR");
    assert_eq!(french, format(DayWord, TwentyFour, Space, Monday));
    let swiss = language("16.5.2016", "14 Uhr", "1’234’567.5", Some(1), "de-CH");
    assert_eq!(swiss, format(Dots, TwentyFour, Apostrophe, Monday));
    let swedish = language("2016-05-16", "14", "1\u{a0}234\u{a0}567,5", Some(1), "sv-SE");
    assert_eq!(swedish, format(YearFirst, TwentyFour, Space, Monday));
    let indian = language("16/5/2016", "2 pm", "12,34,567.5", None, "en-IN");
    assert_eq!(indian, format(DayWord, Twelve, Comma, Sunday));
    let emirati = language("16/5/2016", "2 PM", "1,234,567.5", None, "ar-AE");
    assert_eq!(emirati.first_day, Saturday);
    assert_eq!(language("", "", "", None, ""), Format::ENGLISH);
}

#[test]
fn what_is_chosen_stands_over_the_language_and_the_rest_follows_it() {
    let american = language("5/16/2016", "2 PM", "1,234,567.5", Some(7), "en-US");
    let chosen = Chosen { dates: Some(Dates::Dots), ..Chosen::default() };
    assert_eq!(chosen.over(american), Format { dates: Dates::Dots, ..american });
    assert_eq!(Chosen::default().over(american), american);
}

#[test]
fn every_code_reads_back() {
    assert!(Dates::ALL.iter().all(|one| Dates::from_code(one.code()) == Some(*one)));
    assert!(Hours::ALL.iter().all(|one| Hours::from_code(one.code()) == Some(*one)));
    assert!(Grouping::ALL.iter().all(|one| Grouping::from_code(one.code()) == Some(*one)));
    assert!(FirstDay::ALL.iter().all(|one| FirstDay::from_code(one.code()) == Some(*one)));
    assert_eq!(Dates::from_code("language"), None);
}

#[test]
fn amounts_are_read_as_people_type_them() {
    let table = [
        ("120", 12_000),
        ("120.5", 12_050),
        ("120,50", 12_050),
        ("1,200.00", 120_000),
        ("1.200,00", 120_000),
        ("1 200", 120_000),
        ("1.200", 120_000),
        ("1’200.05", 120_005),
        ("-20", -2_000),
        ("− 0.05", -5),
        ("+3", 300),
        (",5", 50),
    ];
    for (typed, expected) in table {
        assert_eq!(preferences::format::cents(typed), Some(expected), "{typed}");
    }
    for typed in ["", "free", "1.2.x", "--1", "12 EUR", ".", "99999999999999999999"] {
        assert_eq!(preferences::format::cents(typed), None, "{typed}");
    }
}
