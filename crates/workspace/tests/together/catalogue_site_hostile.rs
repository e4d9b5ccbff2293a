//! The published site of a catalogue that somebody wrote to do harm: whatever stands in it stays words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use chrono::{DateTime, TimeZone, Utc};
use itsm::catalogue::{Catalogue, Document, OrderBy};
use workspace::catalogue::file;
use workspace::catalogue::site::site;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 1, 9, 0, 0).unwrap()
}

/// Words that end an attribute, an element, data for machines, a comment, and a part of a feed.
const HOSTILE: &str = "\"' onmouseover=\"alert(1)\" --></script></title></style>]]><script>alert(1)</script><img src=x onerror=alert(1)>&";

/// A catalogue file with hostile words (§) wherever a text may stand.
const EVERYWHERE: &str = r#"{"format": "service-dojo-catalogue", "version": 1, "catalogue": {
    "organisation": "§", "contact": "§", "email": "desk@example.org", "site": "https://example.org/c",
    "categories": [{"id": 1, "name": "§", "summary": "§"}, {"id": 2, "name": "§ 2", "parent": 1}],
    "audiences": [{"id": 1, "name": "§"}],
    "directory": {"people": [{"id": 1, "name": "§"}], "groups": [{"id": 1, "name": "§"}],
        "items": [{"id": 1, "name": "§"}], "services": [{"id": 9, "name": "§ 9"}]},
    "services": [{"id": 1, "status": "launched", "name": "§", "summary": "§", "forWhom": "§", "howToAsk": "§",
        "description": "§\n\n# §\n\n- §\n\n[§](javascript:alert(1)) ![§](javascript:alert(1)) `§`\n\n<div>§</div>",
        "purpose": "§", "outcomes": ["§"], "utility": "§", "warranty": "§", "owner": 1, "audiences": [1],
        "entitlement": "§", "hours": "§", "channels": ["§"],
        "targets": [{"what": "§", "words": "§", "within": "§"}, {"what": "§", "share": 99, "within": "§"}],
        "categories": [1, 2], "keywords": ["§"], "documents": [{"title": "§", "link": "https://example.org/a"}],
        "support": 1, "supporting": [9], "items": [1], "technical": "§",
        "log": [{"version": 1, "from": "2027-01-04T08:00:00Z", "note": "§"}],
        "comments": [{"by": "§", "at": "2027-01-04T08:00:00Z", "text": "§"}],
        "offerings": [
            {"key": 1, "name": "§", "summary": "§", "price": {"model": "perUnit", "amount": 100, "unit": "§"},
                "orderBy": {"link": "https://example.org/order"},
                "form": {"sections": [{"key": 1, "title": "§", "help": "§", "fields": [
                    {"key": 1, "label": "§", "help": "§", "type": "number", "unit": "§", "each": 5},
                    {"key": 2, "label": "§", "type": "choice", "choices": [{"key": 1, "label": "§", "price": 7}]},
                    {"key": 3, "label": "§", "type": "text", "default": {"text": "§"}, "showIf": {"field": 3, "says": "§"}}
                ]}]},
                "workflow": {"steps": [
                    {"key": 1, "name": "§", "type": "approval", "by": ["owner", {"person": 1}], "onlyIf": {"field": 3, "says": "§"}},
                    {"key": 2, "name": "§", "type": "tasks", "tasks": [{"name": "§", "group": 1}]},
                    {"key": 3, "name": "§", "type": "automatic"}
                ]}},
            {"key": 2, "name": "§ 2", "summary": "§", "price": {"model": "chargeBack", "estimate": 100, "basis": "§"},
                "orderBy": {"email": "orders@example.org"}, "includes": [{"service": 1, "offering": 1}]}
        ]}]}}"#;

fn hostile() -> Catalogue {
    let quoted = serde_json::Value::from(HOSTILE).to_string();
    let words = quoted.trim_start_matches('"').strip_suffix('"').unwrap();
    file::read(&EVERYWHERE.replace('§', words)).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn pages(catalogue: &Catalogue) -> Vec<(String, String)> {
    let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
    site(catalogue, at()).into_iter().map(text).collect()
}

/// A mark of a page: what it is called, and its attributes, read as a browser reads them.
fn marks(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut marks = vec![];
    let mut rest = page;
    while let Some(begin) = rest.find('<') {
        rest = &rest[begin + 1..];
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap();
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut attributes = vec![];
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
                rest = after;
                break;
            }
            let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '>')).unwrap();
            let key = rest[..end].to_owned();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(after) = rest.strip_prefix("=\"") {
                let end = after.find('"').unwrap();
                value = after[..end].to_owned();
                rest = &after[end + 1..];
            }
            attributes.push((key, value));
        }
        // What stands in data for machines is no mark.
        if name == "script" {
            rest = &rest[rest.find("</script>").unwrap()..];
        }
        marks.push((name, attributes));
    }
    marks
}

fn harmless(pages: &[(String, String)]) {
    let known: BTreeSet<&str> = [
        "a",
        "body",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "img",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "pre",
        "s",
        "script",
        "section",
        "small",
        "span",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "ul",
        "br",
        "blockquote",
        "article",
        "caption",
        "search",
        "b",
    ]
    .into();
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (name, attributes) in marks(page) {
            let plain = name.trim_start_matches('/');
            assert!(known.contains(plain) || plain.eq_ignore_ascii_case("!doctype"), "{path}: <{name}>");
            if name == "script" {
                assert_eq!(attributes, [("type".to_owned(), "application/ld+json".to_owned())], "{path}");
            }
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && key != "style" && key != "srcdoc", "{path}: {key}");
                if matches!(&*key, "href" | "src") {
                    let scheme = value.split(['/', '#', '?']).next().unwrap_or_default().to_lowercase();
                    let is_known = ["https:", "http:", "mailto:", "data:image/png", "data:,"];
                    let is_fit = !scheme.contains(':')
                        || is_known.iter().any(|one| scheme.starts_with(one) || value.starts_with(one));
                    assert!(is_fit, "{path}: {key}={value}");
                }
            }
        }
        for data in page.split("<script type=\"application/ld+json\">").skip(1) {
            let data = data.split("</script>").next().unwrap();
            assert!(!data.contains(['<', '>', '&']), "{path}");
            serde_json::from_str::<serde_json::Value>(data).unwrap();
        }
    }
}

#[test]
fn script_in_every_text_of_a_catalogue_stays_words_on_every_page() {
    let pages = pages(&hostile());
    assert!(pages.iter().filter(|(path, _)| path.ends_with(".html")).count() >= 4);
    harmless(&pages);
    let service = &pages.iter().find(|(path, _)| path.starts_with("services/")).unwrap().1;
    assert!(service.matches("&lt;script&gt;alert(1)").count() > 30, "the words themselves are there to be read");
}

#[test]
fn links_that_lead_elsewhere_than_to_the_web_or_a_mail_are_no_links_of_a_page() {
    let mut catalogue = hostile();
    let unfit = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "https://a\" onclick=\"alert(1)",
        "mailto:a@example.org\" onclick=\"alert(1)",
    ];
    let key = |number: usize| itsm::Key::imported(u32::try_from(number).unwrap()).into();
    let listed = catalogue.services.values_mut().next().unwrap();
    listed.content.documents =
        unfit.iter().map(|link| Document { title: "Terms".into(), link: (*link).into() }).collect();
    let one = listed.content.offerings[0].clone();
    let orders = unfit.iter().flat_map(|link| [OrderBy::Link((*link).into()), OrderBy::Email((*link).into())]);
    listed.content.offerings = orders
        .enumerate()
        .map(|(place, order_by)| itsm::catalogue::Offering { key: key(place + 1), order_by, ..one.clone() })
        .collect();
    catalogue.settings.email = "a@example.org\" onclick=\"alert(1)".into();
    catalogue.settings.site = "javascript:alert(1)".into();
    for logo in
        unfit.into_iter().chain(["data:image/svg+xml;base64,PHN2Zz4=", "data:image/png;base64,AA==\" onload=\"x"])
    {
        catalogue.settings.logo = logo.into();
        let pages = pages(&catalogue);
        harmless(&pages);
        assert!(pages.iter().all(|(path, page)| !path.ends_with(".html") || !page.contains("<img")), "{logo}");
    }
}

/// What stands between the marks of a feed, and the marks, which have to be closed in their order.
fn well_formed(xml: &str) {
    let rest = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>").unwrap();
    let mut open: Vec<String> = vec![];
    for (place, part) in rest.split('<').enumerate() {
        let text = if place == 0 {
            part
        } else {
            let (mark, text) = part.split_once('>').unwrap();
            match mark.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
                None if mark.ends_with('/') => {}
                None => open.push(mark.split_whitespace().next().unwrap().to_owned()),
            }
            text
        };
        assert!(!text.contains('>') && !text.contains("]]>"), "{text}");
        for entity in text.split('&').skip(1) {
            let name = entity.split(';').next().unwrap();
            assert!(["amp", "lt", "gt", "quot", "apos"].contains(&name) || name.starts_with('#'), "{name}");
        }
        let is_held = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        assert!(text.chars().all(is_held));
    }
    assert!(open.is_empty(), "{open:?}");
}

fn ids(feed: &str) -> Vec<String> {
    feed.split("<id>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

fn feed(catalogue: &Catalogue) -> String {
    pages(catalogue).into_iter().find(|(path, _)| path == "feed.xml").unwrap().1
}

#[test]
fn a_feed_of_hostile_words_and_of_signs_that_xml_cannot_hold_is_sound() {
    let mut catalogue = hostile();
    well_formed(&feed(&catalogue));
    let listed = catalogue.services.values_mut().next().unwrap();
    listed.log[0].note = "Bell \u{7} and \u{0}, \u{fffe}, \u{b}".into();
    listed.content.name = "\u{1b}[31mName".into();
    well_formed(&feed(&catalogue));
}

#[test]
fn an_entry_of_the_feed_keeps_its_id_for_ever_and_shares_it_with_no_other() {
    let mut catalogue = hostile();
    let (id, listed) = catalogue.services.first_key_value().map(|(id, one)| (*id, one.clone())).unwrap();
    let more =
        [itsm::Key { number: 1, tag: 1 << 31 }, itsm::Key { number: 1 << 31, tag: 0 }, itsm::Key { number: 2, tag: 3 }];
    for (place, key) in more.into_iter().enumerate() {
        let mut other = listed.clone();
        other.content.name = format!("Service {place}").into();
        other.content.offerings.clear();
        for version in [2, 3, 1 << 20] {
            other.log.push(itsm::catalogue::LogLine { version, ..listed.log[0].clone() });
        }
        catalogue.services.insert(itsm::ServiceId(key), other);
    }
    let before = ids(&feed(&catalogue));
    let told_apart: BTreeSet<&String> = before.iter().collect();
    assert_eq!((told_apart.len(), before.len()), (14, 14), "the feed itself and thirteen versions");
    for id in &before[1..] {
        let uuid = id.strip_prefix("urn:uuid:").unwrap();
        let groups: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12], "{id}");
        assert!(uuid.split('-').nth(2).unwrap().starts_with('8'), "version 8: {id}");
        assert!(uuid.split('-').nth(3).unwrap().starts_with(['8', '9', 'a', 'b']), "{id}");
    }
    // Neither words, nor an address, nor a later version changes an id.
    let changed = catalogue.services.get_mut(&id).unwrap();
    changed.content.name = "Renamed".into();
    changed.log[0].note = "Other words".into();
    let from = at();
    changed.log.push(itsm::catalogue::LogLine { version: 2, from, note: "New".into() });
    catalogue.settings.site = "https://example.com/moved".into();
    let after: BTreeSet<String> = ids(&feed(&catalogue)).into_iter().collect();
    assert!(before[1..].iter().all(|id| after.contains(id)));
    assert_eq!(after.len(), 15);
}

#[test]
fn the_feeds_of_two_organisations_that_began_with_the_same_example_are_told_apart() {
    let mut mine = hostile();
    mine.settings.site = "".into();
    let mut theirs = mine.clone();
    theirs.settings.organisation = "Another Ltd".into();
    theirs.services.values_mut().next().unwrap().log[0].from = at();
    let (mine, theirs) = (ids(&feed(&mine)), ids(&feed(&theirs)));
    assert!(mine.iter().all(|id| !theirs.contains(id)));
}
