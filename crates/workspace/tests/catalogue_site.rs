//! The static site: readable from any folder, safe whatever stands in a catalogue, light, and always the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use itsm::catalogue::form::{Choice, Condition, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    Catalogue, Content, Document, Kind, Listed, LogLine, Offering, Opens, OrderBy, Period, Price, ServiceCategory,
    Status, Target, TargetLevel,
};
use itsm::{Key, PersonId, ServiceId};
use workspace::catalogue::page::{Ordering, ordering};
use workspace::catalogue::site::{archive, site};

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 8, 30, 0).unwrap()
}

fn key(number: u32) -> Key {
    Key::imported(number)
}

fn offering(number: u32, name: &str) -> Offering {
    let choice =
        |number, label: &str, price| Choice { key: key(number).into(), label: label.into(), price, show_if: None };
    let field = |number, label: &str, kind, show_if| Field {
        key: key(number).into(),
        label: label.into(),
        help: "As on your contract".into(),
        kind,
        required: true,
        show_if,
        default: None,
    };
    let fields = vec![
        field(
            1,
            "Size",
            FieldKind::Choice { choices: vec![choice(1, "14 inch", 0), choice(2, "16 inch", 12_000)] },
            None,
        ),
        field(
            2,
            "Why a large one?",
            FieldKind::Text { long: true, check: TextCheck::Any, most: 200 },
            Some(Condition::Chosen(key(1).into(), key(2).into())),
        ),
    ];
    let approval = |number, name: &str, by, when| Step {
        key: key(number).into(),
        name: name.into(),
        when,
        what: StepKind::Approval { by: vec![by], rule: itsm::approval::Rule::All, takes: TimeDelta::hours(4) },
    };
    let task = Task { name: "Prepare and hand over".into(), group: None, takes: TimeDelta::hours(3) };
    Offering {
        key: key(number).into(),
        name: name.into(),
        summary: "Ready to work, with the software of your team".into(),
        kind: Kind::Access,
        opens: Opens::Request,
        price: Price::Subscription { amount: 4_900, period: Period::Month },
        target: Some(TimeDelta::hours(24)),
        form: Form {
            sections: vec![Section { key: key(1).into(), title: "Your laptop".into(), fields, ..Section::default() }],
        },
        workflow: Workflow {
            steps: vec![
                approval(1, "Line manager approves", Approver::Manager, When::Always),
                approval(2, "Budget is checked", Approver::Owner, When::CostsMoreThan(100_000)),
                Step {
                    key: key(3).into(),
                    name: "Hand over".into(),
                    when: When::Always,
                    what: StepKind::Tasks(vec![task]),
                },
            ],
        },
        order_by: OrderBy::Email("".into()),
        includes: vec![],
    }
}

const WORDS: [&str; 24] = [
    "laptop", "mailbox", "access", "printer", "network", "software", "meeting", "room", "phone", "storage", "server",
    "backup", "licence", "guest", "screen", "project", "report", "archive", "video", "data", "cloud", "desk", "badge",
    "training",
];

/// Realistic services: sentences of different words, so that they do not compress as no catalogue does.
fn many(count: u32) -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.settings.organisation = "Hill & Valley <Ltd>".into();
    catalogue.settings.contact = "Service Desk, telephone 4711".into();
    catalogue.settings.email = "desk@example.org".into();
    catalogue.settings.site = "https://example.org/catalogue".into();
    for number in 1..=12 {
        let parent = (number > 6).then(|| key(number - 6).into());
        let category = ServiceCategory {
            name: format!("Shelf {}", WORDS[number as usize]).into(),
            parent,
            place: number,
            ..Default::default()
        };
        catalogue.categories.insert(key(number).into(), category);
    }
    catalogue.directory.people.insert(PersonId::imported(1), "Ana Reyes".into());
    let mut seed = 7_u32;
    let mut word = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        WORDS[(seed >> 16) as usize % WORDS.len()]
    };
    for number in 1..=count {
        let name: Arc<str> = format!("{} {} {number}", word(), word()).into();
        let content = Content {
            name: name.clone(),
            summary: format!(
                "You get a {} with {} and {}, for your {} or {}, and help with the {} and the {}.",
                word(),
                word(),
                word(),
                word(),
                word(),
                word(),
                word()
            )
            .into(),
            for_whom: "All employees".into(),
            how_to_ask: "By e-mail".into(),
            description: format!(
                "## Good to know\n\nBring your **{}**. See [the guide](https://example.org/{number}).",
                word()
            )
            .into(),
            outcomes: vec![format!("Work with the {} anywhere", word()).into()],
            utility: "Mobile work".into(),
            warranty: "Replaced within a day".into(),
            owner: Some(PersonId::imported(1)),
            hours: "Monday to Friday, 8 to 18".into(),
            channels: vec!["Telephone 4711".into()],
            targets: vec![Target {
                what: "Availability".into(),
                level: TargetLevel::Share(99_500),
                within: "Service hours, a month".into(),
            }],
            categories: vec![key(number % 12 + 1).into()],
            pinned: number % 50 == 0,
            documents: vec![Document { title: "Terms of use".into(), link: "https://example.org/terms".into() }],
            technical: "SECRET-TECHNICAL".into(),
            offerings: vec![offering(1, "Standard"), offering(2, "For developers")],
            ..Content::default()
        };
        catalogue.directory.services.insert(ServiceId::imported(number), name);
        let log = vec![LogLine {
            version: 1,
            from: at() - TimeDelta::days(i64::from(number)),
            note: "Offered for the first time".into(),
        }];
        catalogue
            .services
            .insert(ServiceId::imported(number), Listed { content, status: Status::Launched, log, comments: vec![] });
    }
    catalogue
}

fn pages(catalogue: &Catalogue) -> BTreeMap<String, String> {
    site(catalogue, at()).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// How many bytes a text has after deflate: what brotli makes of a text is smaller still.
fn deflated(texts: &[&str]) -> usize {
    texts
        .iter()
        .map(|text| {
            let mut encoder = flate2::write::DeflateEncoder::new(vec![], flate2::Compression::best());
            encoder.write_all(text.as_bytes()).unwrap();
            encoder.finish().unwrap().len()
        })
        .sum()
}

#[test]
fn the_first_view_of_200_services_weighs_at_most_60_kb() {
    let pages = pages(&many(200));
    let weight = deflated(&[&pages["index.html"], &pages["style.css"]]);
    assert!(weight <= 60_000, "{weight}");
    assert!(weight >= 5_000, "200 services are not said in {weight} bytes");
}

#[test]
fn the_same_catalogue_at_the_same_instant_gives_the_same_bytes() {
    let catalogue = many(5);
    let files = site(&catalogue, at());
    assert_eq!(files, site(&catalogue.clone(), at()));
    assert_eq!(archive(&files, at()).unwrap(), archive(&files, at()).unwrap());
}

/// The values of an attribute in a page.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let begin = [" ", name, "=\""].concat();
    page.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_within_the_site_is_relative_and_leads_to_a_file() {
    let mut catalogue = many(20);
    catalogue.settings.site = "".into();
    let pages = pages(&catalogue);
    let mut count = 0;
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for href in attributes(page, "href") {
            if href.contains(':') || href.starts_with('#') {
                continue;
            }
            assert!(!href.starts_with('/'), "{path}: {href}");
            let target = match href.strip_prefix("../") {
                Some(rest) => rest.to_owned(),
                None if folder.is_empty() => href.to_owned(),
                None => [folder, "/", href].concat(),
            };
            assert!(pages.contains_key(&target), "{path}: {href}");
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn pages_run_nothing_and_have_one_first_heading_and_landmarks() {
    for (path, page) in pages(&many(3)).iter().filter(|(path, _)| path.ends_with(".html")) {
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("<script type=\"application/ld+json\">").count(), "{path}");
        assert!(
            page.contains("Content-Security-Policy") && !page.contains("script-src") && !page.contains("unsafe"),
            "{path}"
        );
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert!(!page.contains(" style=") && !page.contains(" onclick"), "{path}");
        for part in ["<html lang=\"en\">", "<main id=\"main\"", "<header>", "<footer>", "href=\"#main\""] {
            assert!(page.contains(part), "{path}: {part}");
        }
    }
}

/// The data for machines in a page.
fn data(page: &str) -> serde_json::Value {
    let json = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn no_text_gets_out_of_its_place() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let mut catalogue = many(1);
    catalogue.settings.organisation = hostile.into();
    let listed = catalogue.services.values_mut().next().unwrap();
    listed.content.name = hostile.into();
    listed.content.summary = hostile.into();
    listed.content.description = hostile.into();
    listed.content.offerings[0].name = hostile.into();
    listed.content.documents = vec![
        Document { title: "bad".into(), link: "javascript:alert(1)".into() },
        Document { title: "worse".into(), link: "https://a\" onclick=\"alert(1)".into() },
    ];
    listed.log[0].note = hostile.into();
    for (path, page) in pages(&catalogue) {
        if path == "catalogue.json" || path.ends_with(".txt") || path.ends_with(".css") {
            continue;
        }
        assert!(!page.contains("<script>") && !page.contains("<img src=x"), "{path}");
        assert!(!page.contains("\"javascript:") && !page.contains("onclick=\"alert"), "{path}");
    }
    let pages = pages(&catalogue);
    let page = pages.iter().find(|(path, _)| path.starts_with("services/")).unwrap().1;
    assert_eq!(data(page)["name"], hostile);
}

#[test]
fn machines_read_who_offers_what_to_whom_and_at_which_price() {
    let pages = pages(&many(2));
    let index = data(&pages["index.html"]);
    assert_eq!(index["@type"], "OfferCatalog");
    assert_eq!(index["itemListElement"].as_array().unwrap().len(), 2);
    let page = pages.iter().find(|(path, _)| path.starts_with("services/")).unwrap().1;
    let service = data(page);
    assert_eq!(service["@type"], "Service");
    assert_eq!(service["provider"]["name"], "Hill & Valley <Ltd>");
    assert_eq!(service["offers"][0]["priceSpecification"]["price"], "49.00");
    assert_eq!(service["offers"][0]["priceSpecification"]["priceCurrency"], "EUR");
    for field in ["audience", "availableChannel", "category", "hoursAvailable", "termsOfService"] {
        assert!(service.get(field).is_some(), "{field}");
    }
}

#[test]
fn a_page_says_what_is_asked_who_approves_and_what_follows() {
    let pages = pages(&many(1));
    let page = pages.iter().find(|(path, _)| path.starts_with("services/")).unwrap().1;
    for words in [
        "What we will ask you",
        "16 inch (+\u{a0}EUR\u{a0}120.00)",
        "Asked only if \u{201c}Size\u{201d} is \u{201c}16 inch\u{201d}.",
        "Line manager approves. Your manager must approve. This usually takes 4 working hours.",
        "Budget is checked. Only if the order costs more than EUR\u{a0}1,000.00 in its first year: Ana Reyes, the owner of the service must approve.",
        "Within 24 working hours (3 days of 8 hours), counted from its approval",
        "99.5 %",
        "EUR\u{a0}49.00 a month",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_page_with_nobody_behind_it_never_says_that_something_was_ordered() {
    for (path, page) in pages(&many(2)) {
        let page = page.to_lowercase();
        assert!(
            !page.contains("order placed") && !page.contains("was ordered") && !page.contains("thank you"),
            "{path}"
        );
    }
}

#[test]
fn a_report_of_a_fault_is_reported_and_has_no_price() {
    let mut catalogue = many(1);
    let content = &mut catalogue.services.values_mut().next().unwrap().content;
    let whole = Offering { opens: Opens::Incident, workflow: Workflow::default(), ..offering(1, "Something fails") };
    content.offerings = vec![whole];
    for (order_by, words) in [
        (OrderBy::Email("".into()), "Nothing is reported until you send"),
        (OrderBy::Link("https://tool.example/".into()), "where you report: tool.example"),
        (OrderBy::Information, "nothing can be reported here"),
    ] {
        catalogue.services.values_mut().next().unwrap().content.offerings[0].order_by = order_by;
        let pages = pages(&catalogue);
        let page = pages.iter().find(|(path, _)| path.starts_with("services/")).unwrap().1;
        assert!(page.contains(words) && page.contains("looks into it and restores the service."), "{words}: {page}");
        assert!(!page.contains("<dt>Price</dt>") && !page.contains("Order%3A"), "{words}");
    }
}

#[test]
fn an_order_goes_where_the_publisher_says() {
    let mut catalogue = many(1);
    let of = |catalogue: &Catalogue, order_by: OrderBy| {
        ordering(catalogue, "Laptop", &Offering { order_by, ..offering(1, "Standard & more") })
    };
    let Ordering::Email { address, href } = of(&catalogue, OrderBy::Email("".into())) else { panic!("an e-mail") };
    assert_eq!(address, "desk@example.org");
    assert!(
        href.starts_with(
            "mailto:desk@example.org?subject=Order%3A%20Laptop%3A%20Standard%20%26%20more&body=Your%20laptop%0D%0A"
        ),
        "{href}"
    );
    assert!(href.contains("Size%20%28needed%29%3A%0D%0A%0D%0A"), "{href}");
    assert_eq!(
        of(&catalogue, OrderBy::Link("https://tool.example/order?id=7".into())),
        Ordering::Link("https://tool.example/order?id=7".into())
    );
    for unfit in
        [OrderBy::Information, OrderBy::Link("http://tool.example".into()), OrderBy::Link("javascript:alert(1)".into())]
    {
        assert!(matches!(of(&catalogue, unfit), Ordering::Information { ask: Some(_) }));
    }
    catalogue.settings.email = "nobody".into();
    assert_eq!(of(&catalogue, OrderBy::Email("".into())), Ordering::Information { ask: None });
}

#[test]
fn what_colleagues_write_for_each_other_stays_in_the_house() {
    let mut catalogue = many(2);
    let second = catalogue.services.values_mut().nth(1).unwrap();
    second.status = Status::Retired;
    second.content.name = "GONE".into();
    for (path, page) in pages(&catalogue) {
        assert!(!page.contains("SECRET-TECHNICAL"), "{path}");
        assert!(!page.contains("GONE") && !path.contains("gone"), "{path}");
    }
}

#[test]
fn whole_addresses_are_given_only_where_the_address_is_known() {
    let mut catalogue = many(2);
    let known = pages(&catalogue);
    assert!(known["sitemap.xml"].contains("<loc>https://example.org/catalogue/</loc>"));
    assert!(known["feed.xml"].contains("href=\"https://example.org/catalogue/services/"));
    assert!(known["404.html"].contains("href=\"https://example.org/catalogue/style.css\""));
    catalogue.settings.site = "javascript:alert(1)".into();
    let unknown = pages(&catalogue);
    assert!(!unknown.contains_key("sitemap.xml"));
    assert!(!unknown["feed.xml"].contains("<link"));
    let ids = |feed: &str| {
        feed.split("<entry><id>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&known["feed.xml"]), ids(&unknown["feed.xml"]), "an identity does not hang on the address");
    assert_eq!(ids(&known["feed.xml"]).len(), 2);
}

#[test]
fn the_archive_unpacks_to_the_files() {
    let files = site(&many(3), at());
    let bytes = archive(&files, at()).unwrap();
    let zip = rawzip::ZipArchive::from_slice(&bytes).unwrap();
    let mut entries = zip.entries();
    let mut unpacked = vec![];
    while let Some(entry) = entries.next_entry().unwrap() {
        let path = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
        let local = zip.get_entry(entry.wayfinder()).unwrap();
        let mut content = vec![];
        local.verifying_reader(flate2::read::DeflateDecoder::new(local.data())).read_to_end(&mut content).unwrap();
        unpacked.push((path, content));
    }
    assert_eq!(unpacked, files);
}

#[test]
fn categories_that_go_round_in_a_circle_end() {
    let mut catalogue = many(3);
    let first: itsm::catalogue::ServiceCategoryId = key(1).into();
    catalogue.categories.get_mut(&first).unwrap().parent = Some(key(7).into());
    assert!(pages(&catalogue).contains_key("index.html"));
}

#[test]
fn an_empty_catalogue_is_a_site_as_well() {
    let pages = pages(&Catalogue::default());
    assert!(pages["index.html"].contains("Nothing is offered yet."));
}
