//! Files of the catalogue that somebody wrote to do harm, or by mistake: refused or made harmless, with a clear word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use serde_json::{Value, json};
use workspace::catalogue::file::{self, FILE_MOST};

use super::catalogue_file::{around, fault, sound, with_form, with_service};

#[test]
fn a_file_that_is_too_large_or_too_deep_is_refused_unread() {
    let large = format!("{}{}", " ".repeat(FILE_MOST), around(json!({})));
    assert_eq!(file::open(&large).unwrap_err()[0].to_string(), "is larger than 2 MB; no catalogue needs as much");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(file::open(&deep).unwrap_err()[0].problem.contains("nested too deeply"));
}

#[test]
fn conditions_are_read_to_the_depth_that_forms_allow_and_no_deeper() {
    let nested = |levels: usize| {
        let leaf = json!({"field": 1, "answered": true});
        let condition = (1..levels).fold(leaf, |within, _| json!({"not": within}));
        with_form(json!([{"key": 1, "showIf": condition, "fields": [{"key": 1, "type": "person"}]}]))
    };
    let deepest = itsm::catalogue::form::CONDITION_DEPTH;
    sound(nested(deepest));
    assert!(fault(nested(deepest + 1)).ends_with("is nested deeper than 8 levels"));
    assert!(fault(nested(40)).ends_with("is nested deeper than 8 levels"));
}

#[test]
fn links_lead_to_the_web_or_to_a_mail_address_and_nowhere_else() {
    let document = |link: &str| with_service(json!({"documents": [{"title": "Guide", "link": link}]}));
    for link in ["https://example.org/a?b#c", "HTTP://example.org", "mailto:desk@example.org", ""] {
        sound(document(link));
    }
    for link in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "/a",
        "https://",
        "https://a b",
        "https://a\"onclick=",
        "file:///etc",
        "vbscript:x",
    ] {
        assert!(fault(document(link)).starts_with("services[0].documents[0].link: must begin with"), "{link}");
    }
    let order = |order: Value| with_service(json!({"offerings": [{"key": 1, "orderBy": order}]}));
    sound(order(json!({"link": "https://example.org"})));
    fault(order(json!({"link": "http://example.org"})));
    fault(order(json!({"email": "desk@example.org?bcc=all@example.org"})));
    fault(order(json!({"email": "desk@example.org", "link": "https://example.org"})));
    fault(json!({"site": "http://example.org"}));
}

#[test]
fn a_logo_is_a_small_picture_within_the_file() {
    sound(json!({"logo": "data:image/png;base64,iVBORw0KGgo="}));
    for logo in [
        "https://example.org/logo.png",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "data:image/png;base64,PHN2Zz4=",
        "data:image/png;base64,iVBORw0KGgo=\" onerror=\"x",
        "data:text/html;base64,iVBORw0KGgo=",
    ] {
        assert!(fault(json!({"logo": logo})).starts_with("logo: "), "{logo}");
    }
    let large = format!("data:image/png;base64,iVBORw0KGgo{}", "A".repeat(64 * 1024));
    assert_eq!(fault(json!({"logo": large})), "logo: is larger than 64 kB");
}

#[test]
fn characters_that_cannot_be_seen_are_taken_out_and_counted() {
    let file = around(with_service(json!({
        "name": "Lap\u{202e}top\u{0}\n",
        "description": "One\r\nTwo\u{2066}\u{7f}\tThree",
        "summary": "Zero\u{200d}width joiners belong to words",
    })));
    let reading = file::open(&file).unwrap();
    let content = reading.catalogue.unwrap().services.into_values().next().unwrap().content;
    assert_eq!(&*content.name, "Laptop ");
    assert_eq!(&*content.description, "One\nTwo\tThree");
    assert_eq!(&*content.summary, "Zero\u{200d}width joiners belong to words");
    assert_eq!(reading.cleaned, 4);
}

#[test]
fn lists_that_no_catalogue_needs_are_refused_by_their_length() {
    let many = |count: usize| -> Value { (0..count).map(|at| json!({"id": at, "name": "A"})).collect() };
    assert_eq!(fault(json!({"services": many(2_001)})), "services: has 2001 entries; at most 2000 are read");
    let fields = |from: usize| -> Value { (from..from + 150).map(|at| json!({"key": at, "type": "item"})).collect() };
    let form = with_form(json!([{"key": 1, "fields": fields(0)}, {"key": 2, "fields": fields(150)}]));
    assert_eq!(fault(form), "services[0].offerings[0].form: has more than 200 fields");
    let choices: Value = (0..501).map(|at| json!({"key": at})).collect();
    let form = with_form(json!([{"key": 1, "fields": [{"key": 1, "type": "choice", "choices": choices}]}]));
    assert!(fault(form).ends_with("choices: has 501 entries; at most 500 are read"));
    assert_eq!(fault(json!({"organisation": "x".repeat(1_001)})), "organisation: is longer than 1000 characters");
}
