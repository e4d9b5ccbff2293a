//! What the portal goes by: finding a service, what is offered to whom, prices, the basket, orders by letter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use itsm::catalogue::form::{Answer, Answers, Choice, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::{
    AudienceId, Catalogue, ChoiceKey, Content, FieldKey, Listed, LogLine, Offering, OfferingKey, Opens, Period, Price,
    ServiceCategory, ServiceCategoryId, Status,
};
use itsm::{Key, PersonId, ServiceId};
use proptest::prelude::*;
use workspace::catalogue::basket::{Basket, Line, MOST_LINES, MOST_OF_ONE};
use workspace::catalogue::find::{Index, Order};
use workspace::catalogue::letter::{LINK_MOST, Letter, said};
use workspace::catalogue::offer::{As, Standing, offered, standing};
use workspace::catalogue::price::{Due, Total, least_words, money, price_words, surcharge_words};

fn key(number: u32) -> Key {
    Key { number, tag: 0 }
}

fn service(number: u32) -> ServiceId {
    ServiceId(key(number))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn texts(all: &[&str]) -> Vec<Arc<str>> {
    all.iter().map(|text| Arc::from(*text)).collect()
}

fn launched(content: Content) -> Listed {
    Listed { content, status: Status::Launched, ..Listed::default() }
}

/// Services of these contents, numbered from 1.
fn catalogue(contents: impl IntoIterator<Item = Content>) -> Catalogue {
    let services = (1..).zip(contents).map(|(number, content)| (service(number), launched(content))).collect();
    Catalogue { services, ..Catalogue::default() }
}

fn named(name: &str) -> Content {
    Content { name: name.into(), ..Content::default() }
}

fn found(catalogue: &Catalogue, query: &str) -> Vec<u32> {
    ids(Index::new(catalogue).find(query, None, None, Order::Relevance))
}

fn ids(found: Vec<ServiceId>) -> Vec<u32> {
    found.into_iter().map(|id| id.0.number).collect()
}

#[test]
fn a_word_is_found_by_its_beginning_whatever_its_case_and_accents() {
    let catalogue = catalogue([named("Büroausstattung"), named("Café-Straßenkarte"), named("Ǆungla Cafe\u{301}")]);
    assert_eq!(found(&catalogue, "buro"), [1]);
    assert_eq!(found(&catalogue, "BÜRO"), [1]);
    assert_eq!(found(&catalogue, "strasse"), [2]);
    assert_eq!(found(&catalogue, "café"), [2, 3]);
    assert_eq!(found(&catalogue, "ausstattung"), [] as [u32; 0], "a word is found by its beginning only");
}

#[test]
fn every_word_has_to_be_there_and_their_order_says_nothing() {
    let catalogue = catalogue([
        Content { summary: "A place to work in the office".into(), ..named("Desk with screen") },
        named("Screen"),
    ]);
    assert_eq!(found(&catalogue, "office scr"), [1]);
    assert_eq!(found(&catalogue, "scr  office!"), [1]);
    assert_eq!(found(&catalogue, "screen printer"), [] as [u32; 0]);
}

#[test]
fn a_name_counts_more_than_a_keyword_that_more_than_the_summary_and_that_more_than_the_rest() {
    let catalogue = catalogue([
        Content { description: "A laptop".into(), ..named("A") },
        Content { summary: "A laptop".into(), ..named("B") },
        Content { keywords: texts(&["laptop"]), ..named("C") },
        named("Laptop"),
    ]);
    assert_eq!(found(&catalogue, "lap"), [4, 3, 2, 1]);
}

#[test]
fn a_whole_word_comes_before_the_beginning_of_one() {
    let catalogue = catalogue([named("Mailbox"), named("Mail")]);
    assert_eq!(found(&catalogue, "mail"), [2, 1]);
}

#[test]
fn what_customers_cannot_read_is_not_searched() {
    let catalogue = catalogue([Content { technical: "Exchange 2019 on vm-12".into(), ..named("Mailbox") }]);
    assert_eq!(found(&catalogue, "exchange"), [] as [u32; 0]);
}

#[test]
fn signs_alone_find_nothing_and_nothing_finds_everything() {
    let catalogue = catalogue([named("Mail"), named("Wi-Fi")]);
    assert_eq!(found(&catalogue, "?!"), [] as [u32; 0]);
    assert_eq!(found(&catalogue, "  "), [1, 2]);
}

#[test]
fn without_words_what_is_pinned_stands_first_then_what_is_ordered_most() {
    let catalogue = catalogue([named("Alpha"), named("Beta"), Content { pinned: true, ..named("Zeta") }]);
    let orders = BTreeMap::from([(service(2), 7)]);
    let index = Index::new(&catalogue).with_orders(&orders);
    for (order, expected) in [
        (Order::Relevance, [3, 2, 1]),
        (Order::Popularity, [3, 2, 1]),
        (Order::Name, [3, 1, 2]),
        (Order::Newest, [3, 1, 2]),
    ] {
        assert_eq!(ids(index.find("", None, None, order)), expected, "{order:?}");
    }
    assert_eq!(index.orders(service(2)), 7);
}

#[test]
fn a_pin_does_not_bring_up_what_fits_worse() {
    let catalogue =
        catalogue([Content { pinned: true, summary: "Also for a laptop".into(), ..named("Bag") }, named("Laptop")]);
    assert_eq!(found(&catalogue, "laptop"), [2, 1]);
}

#[test]
fn the_newest_was_first_published_last_and_what_never_was_comes_at_the_end() {
    let mut catalogue = catalogue([named("A"), named("B"), named("C")]);
    let line =
        |seconds, version| LogLine { version, from: DateTime::from_timestamp(seconds, 0).unwrap(), note: "".into() };
    catalogue.services.get_mut(&service(2)).unwrap().log = vec![line(100, 1), line(900, 2)];
    catalogue.services.get_mut(&service(3)).unwrap().log = vec![line(200, 1)];
    assert_eq!(ids(Index::new(&catalogue).find("", None, None, Order::Newest)), [3, 2, 1]);
}

#[test]
fn a_category_holds_what_stands_below_it_even_if_categories_make_a_circle() {
    let shelf = |number| ServiceCategoryId(key(number));
    let mut catalogue = catalogue([
        Content { categories: vec![shelf(2)], ..named("Laptop") },
        Content { categories: vec![shelf(3)], ..named("Mail") },
        named("Nowhere"),
    ]);
    let category = |name: &str, parent| ServiceCategory { name: name.into(), parent, ..ServiceCategory::default() };
    catalogue.categories = BTreeMap::from([
        (shelf(1), category("Hardware", Some(shelf(2)))),
        (shelf(2), category("Portable", Some(shelf(1)))),
        (shelf(3), category("Messages", None)),
    ]);
    let index = Index::new(&catalogue);
    let within = |number| ids(index.find("", Some(shelf(number)), None, Order::Name));
    assert_eq!(within(1), [1]);
    assert_eq!(within(2), [1]);
    assert_eq!(within(3), [2]);
    assert_eq!(found(&catalogue, "messages"), [2], "what a shelf is called finds what stands on it");
}

#[test]
fn an_audience_sees_what_is_for_it_and_what_is_for_everybody() {
    let (staff, guests) = (AudienceId(key(1)), AudienceId(key(2)));
    let catalogue = catalogue([
        named("Wi-Fi"),
        Content { audiences: vec![staff], ..named("Laptop") },
        Content { audiences: vec![guests, staff], ..named("Badge") },
    ]);
    let index = Index::new(&catalogue);
    let seen = |audience| ids(index.find("", None, audience, Order::Name));
    assert_eq!(seen(None), [3, 2, 1]);
    assert_eq!(seen(Some(guests)), [3, 1]);
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zäéß]{1,6}", 0..5).prop_map(|words| words.join(" "))
}

prop_compose! {
    fn contents()(all in proptest::collection::vec((words(), words(), words(), any::<bool>()), 0..12)) -> Vec<Content> {
        all.into_iter().map(|(name, keyword, summary, pinned)| Content {
            name: name.into(), keywords: vec![keyword.into()], summary: summary.into(), pinned, ..Content::default()
        }).collect()
    }
}

proptest! {
    #[test]
    fn another_word_never_finds_more(contents in contents(), query in words(), more in "[a-zäéß]{1,3}") {
        let catalogue = catalogue(contents);
        let index = Index::new(&catalogue);
        let fewer = index.find(&(query.clone() + " " + &more), None, None, Order::Name);
        let all = index.find(&query, None, None, Order::Name);
        prop_assert!(fewer.iter().all(|id| all.contains(id)));
    }

    #[test]
    fn every_beginning_of_a_name_finds_it_and_every_order_finds_the_same(contents in contents(), letters in 1_usize..5) {
        let catalogue = catalogue(contents);
        let index = Index::new(&catalogue);
        for (id, listed) in &catalogue.services {
            let query: String = listed.content.name.chars().take(letters).collect();
            let found = Order::ALL.map(|order| {
                let mut found = index.find(&query, None, None, order);
                found.sort();
                found
            });
            prop_assert!(found[0].contains(id), "{query:?}");
            prop_assert!(found.iter().all(|other| *other == found[0]));
        }
    }

    #[test]
    fn nothing_that_is_typed_breaks_the_search(query in ".{0,40}", contents in contents()) {
        let catalogue = catalogue(contents);
        let found = Index::new(&catalogue).find(&query, None, None, Order::Relevance);
        prop_assert!(found.len() <= catalogue.services.len());
    }
}

#[test]
fn customers_see_what_is_launched_and_valid_and_are_told_why_the_rest_is_missing() {
    let staff = AudienceId(key(1));
    let mut catalogue = catalogue([
        named("Here"),
        named("Drafted"),
        Content { valid_from: Some(day("2024-07-01")), ..named("Next month") },
        Content { valid_to: Some(day("2024-05-31")), ..named("Last month") },
        named("Gone"),
        Content { audiences: vec![staff], ..named("Not for guests") },
    ]);
    catalogue.audiences = BTreeMap::from([(staff, Arc::from("Staff")), (AudienceId(key(2)), Arc::from("Guests"))]);
    catalogue.services.get_mut(&service(2)).unwrap().status = Status::InDesign;
    catalogue.services.get_mut(&service(5)).unwrap().status = Status::Retired;
    let today = day("2024-06-10");
    let seen = |number, looked_at| standing(&catalogue, service(number), looked_at, Some(AudienceId(key(2))), today);
    assert_eq!(seen(1, As::Customers), Standing::Offered);
    assert_eq!(seen(2, As::Customers), Standing::NotYet(None));
    assert_eq!(seen(2, As::Preview), Standing::Offered);
    assert_eq!(seen(3, As::Customers), Standing::NotYet(Some(day("2024-07-01"))));
    assert_eq!(seen(4, As::Customers), Standing::Over(day("2024-05-31")));
    assert_eq!(seen(5, As::Preview), Standing::Retired);
    assert_eq!(seen(6, As::Customers), Standing::NotForYou(texts(&["Staff"])));
    assert_eq!(seen(7, As::Customers), Standing::Unknown);
    let listed = |looked_at| ids(offered(&catalogue, looked_at, today).services.into_keys().collect());
    assert_eq!(listed(As::Customers), [1, 6]);
    assert_eq!(listed(As::Preview), [1, 2, 3, 4, 6]);
}

#[test]
fn the_first_and_the_last_day_belong_to_the_offer() {
    let valid = Content { valid_from: Some(day("2024-06-01")), valid_to: Some(day("2024-06-30")), ..named("June") };
    let catalogue = catalogue([valid]);
    for today in ["2024-06-01", "2024-06-30"] {
        assert_eq!(standing(&catalogue, service(1), As::Customers, None, day(today)), Standing::Offered, "{today}");
    }
}

#[test]
fn what_is_paid_once_and_what_comes_back_are_never_one_sum() {
    let mut total = Total::of(&Price::Fixed(94_900), 12_000, 2);
    total.add(&Total::of(&Price::Subscription { amount: 1_200, period: Period::Month }, 0, 1));
    total.add(&Total::of(&Price::Subscription { amount: 800, period: Period::Month }, 0, 1));
    assert_eq!(total.due(Due::Once), 213_800);
    assert_eq!(total.due(Due::Monthly), 2_000);
    assert_eq!(total.words("EUR"), "EUR\u{a0}2,138.00 and EUR\u{a0}20.00 a month");
}

#[test]
fn a_price_that_nobody_said_is_never_free() {
    let mut total = Total::of(&Price::Unsaid, 0, 1);
    assert_eq!(total.words("EUR"), "Price not said");
    total.add(&Total::of(&Price::Fixed(500), 0, 1));
    assert_eq!(total.words("EUR"), "EUR\u{a0}5.00 and something whose price is not said");
    assert_eq!(Total::of(&Price::Free, 0, 3).words("EUR"), "Free");
}

#[test]
fn a_reduction_takes_a_price_to_nothing_at_most() {
    assert_eq!(Total::of(&Price::Fixed(500), -900, 2), Total::default());
}

#[test]
fn prices_are_said_with_their_unit_period_or_basis() {
    let said = |price: &Price| price_words(price, "CHF").replace('\u{a0}', " ");
    assert_eq!(money(123_456_700, "EUR"), "EUR\u{a0}1,234,567.00");
    assert_eq!(said(&Price::Fixed(5)), "CHF 0.05");
    assert_eq!(said(&Price::PerUnit { amount: 20, unit: "gigabyte".into() }), "CHF 0.20 per gigabyte");
    assert_eq!(said(&Price::Subscription { amount: 1_200, period: Period::Quarter }), "CHF 12.00 a quarter");
    let charged = Price::ChargeBack { estimate: 40_000, basis: "hours worked".into() };
    assert_eq!(said(&charged), "Charged at cost, about CHF 400.00 (hours worked)");
    assert_eq!(surcharge_words(-1_050, "CHF").replace('\u{a0}', " "), "− CHF 10.50");
    assert_eq!(surcharge_words(0, "CHF"), "");
}

#[test]
fn several_prices_are_summed_up_by_the_least_only_where_they_are_paid_alike() {
    let least = |prices: &[Price]| least_words(prices, "EUR").replace('\u{a0}', " ");
    let monthly = |amount| Price::Subscription { amount, period: Period::Month };
    assert_eq!(least(&[monthly(1_200), monthly(900)]), "From EUR 9.00 a month");
    assert_eq!(least(&[Price::Free, Price::Free]), "Free");
    assert_eq!(least(&[Price::Fixed(5_000), monthly(900)]), "", "a month is not to be compared with once");
    let yearly = Price::Subscription { amount: 900, period: Period::Year };
    assert_eq!(least(&[monthly(1_200), yearly]), "");
    assert_eq!(least(&[]), "");
}

fn field(number: u32, label: &str, kind: FieldKind) -> Field {
    Field {
        key: FieldKey(key(number)),
        label: label.into(),
        help: "".into(),
        kind,
        required: false,
        show_if: None,
        default: None,
    }
}

fn line(offering: u32, quantity: u16, answers: Answers) -> Line {
    Line {
        service: service(1),
        offering: OfferingKey(key(offering)),
        quantity,
        answers,
        beneficiary: None,
        manager: None,
    }
}

#[test]
fn the_same_thing_with_the_same_answers_becomes_more_of_it() {
    let answers = || Answers::from([(FieldKey(key(1)), Answer::Number(3))]);
    let mut basket = Basket::default();
    assert!(basket.add(line(1, 1, answers())));
    assert!(basket.add(line(1, 2, answers())));
    assert!(basket.add(line(1, 1, Answers::new())));
    assert_eq!(basket.lines.iter().map(|line| line.quantity).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(basket.count(), 4);
    basket.set_quantity(0, 0);
    assert_eq!(basket.lines[0].quantity, 1, "nothing of something is no order; it is taken out instead");
    basket.remove(0);
    basket.remove(9);
    assert_eq!(basket.lines, [line(1, 1, Answers::new())]);
}

#[test]
fn a_full_basket_says_so_and_keeps_what_it_has() {
    let mut basket = Basket::default();
    for number in 0..MOST_LINES {
        assert!(basket.add(line(number as u32, 1, Answers::new())));
    }
    let before = basket.clone();
    assert!(!basket.add(line(999, 1, Answers::new())));
    assert_eq!(basket, before);
}

#[test]
fn a_damaged_basket_keeps_the_lines_that_can_be_read() {
    let good = Basket { lines: vec![line(1, 1, Answers::new())] }.to_text();
    let damaged = good.replacen('[', r#"[{"service":"x"}, 7, "#, 1);
    assert_eq!(Basket::read(&damaged).lines, [line(1, 1, Answers::new())]);
    for nothing in ["", "null", "{}", &good[..good.len() - 3]] {
        assert_eq!(Basket::read(nothing), Basket::default(), "{nothing}");
    }
}

fn answer() -> impl Strategy<Value = Answer> {
    let some_key = || (any::<u32>(), any::<u32>()).prop_map(|(number, tag)| ChoiceKey(Key { number, tag }));
    prop_oneof![
        ".{0,12}".prop_map(|text| Answer::Text(text.into())),
        any::<i64>().prop_map(Answer::Number),
        some_key().prop_map(Answer::Choice),
        proptest::collection::vec(some_key(), 0..3).prop_map(Answer::Choices),
        (0_i32..60_000).prop_map(|days| Answer::Date(NaiveDate::from_epoch_days(days).unwrap())),
        ".{0,12}".prop_map(|text| Answer::Person(text.into())),
        ".{0,12}".prop_map(|text| Answer::Item(text.into())),
    ]
}

prop_compose! {
    fn lines()(
        number in any::<u32>(), tag in any::<u32>(), quantity in 1..=MOST_OF_ONE,
        answers in proptest::collection::btree_map(any::<u32>(), answer(), 0..4), person in any::<Option<u32>>(),
    ) -> Line {
        let answers = answers.into_iter().map(|(field, answer)| (FieldKey(key(field)), answer)).collect();
        let person = person.map(|number| PersonId(Key { number, tag }));
        let offering = OfferingKey(Key { number, tag });
        Line { service: service(number), offering, quantity, answers, beneficiary: person, manager: person }
    }
}

proptest! {
    #[test]
    fn a_basket_that_was_kept_comes_back_as_it_was(lines in proptest::collection::vec(lines(), 0..5)) {
        let basket = Basket { lines };
        prop_assert_eq!(Basket::read(&basket.to_text()), basket);
    }
}

fn form() -> Form {
    let choice = |number, label: &str| Choice { key: ChoiceKey(key(number)), label: label.into(), ..Choice::default() };
    let text = FieldKind::Text { long: false, check: TextCheck::Any, most: 0 };
    let fields = vec![
        field(1, "Why", text),
        field(2, "Memory", FieldKind::Choice { choices: vec![choice(1, "16 GB"), choice(2, "32 GB")] }),
        field(3, "Extras", FieldKind::Choices { choices: vec![choice(3, "Bag"), choice(4, "Dock")], most: 0 }),
        field(4, "When", FieldKind::Date { future: true, notice_days: 0 }),
    ];
    Form { sections: vec![Section { fields, ..Section::default() }] }
}

fn order(why: &str) -> (Content, Offering, Answers) {
    let offering = Offering { name: "Laptop & bag".into(), form: form(), ..Offering::default() };
    let answers = Answers::from([
        (FieldKey(key(1)), Answer::Text(why.into())),
        (FieldKey(key(2)), Answer::Choice(ChoiceKey(key(2)))),
        (FieldKey(key(3)), Answer::Choices(vec![ChoiceKey(key(3)), ChoiceKey(key(9))])),
    ]);
    (named("Computers"), offering, answers)
}

#[test]
fn an_order_by_letter_says_what_is_wanted_in_words_and_breaks_no_link() {
    let (content, offering, answers) = order("A new start?\nYes & soon");
    let total = Total::of(&Price::Fixed(94_900), 0, 2);
    let letter = Letter::of("it@example.org", &content, &offering, 2, &answers, &total, "EUR");
    assert_eq!(letter.subject, "Order: Laptop & bag × 2");
    for line in ["Service: Computers", "Quantity: 2", "Memory: 32 GB", "Extras: Bag", "Price: EUR\u{a0}1,898.00"] {
        assert!(letter.body.lines().any(|said| said == line), "{line}: {}", letter.body);
    }
    let link = letter.link().unwrap();
    assert!(link.starts_with("mailto:it@example.org?subject=Order%3A%20Laptop%20%26%20bag"), "{link}");
    assert_eq!(link.matches('&').count(), 1, "only one sign divides subject and body: {link}");
    assert!(link.contains("%0D%0A"), "lines end as mail programs expect it");
}

#[test]
fn a_letter_that_reports_a_fault_asks_for_help_and_names_no_price() {
    let (content, offering, answers) = order("It stays dark");
    let offering = Offering { opens: Opens::Incident, ..offering };
    let letter = Letter::of("it@example.org", &content, &offering, 2, &answers, &Total::default(), "EUR");
    assert_eq!(letter.subject, "Report: Laptop & bag");
    assert!(letter.body.starts_with("Please look into this.\n\nService: Computers\n"), "{}", letter.body);
    assert!(letter.body.contains("Memory: 32 GB"), "{}", letter.body);
    assert!(!letter.body.contains("Quantity") && !letter.body.contains("Price"), "{}", letter.body);
}

#[test]
fn a_letter_that_is_too_long_for_a_link_has_none() {
    let (content, offering, answers) = order(&"x".repeat(LINK_MOST));
    let letter = Letter::of("it@example.org", &content, &offering, 1, &answers, &Total::default(), "EUR");
    assert_eq!(letter.link(), None);
}

#[test]
fn orders_for_one_address_go_in_one_letter() {
    let (content, offering, answers) = order("Why not");
    let one = || Letter::of("it@example.org", &content, &offering, 1, &answers, &Total::default(), "EUR");
    let mut letter = one();
    letter.join(&one());
    letter.join(&one());
    assert_eq!(letter.subject, "Order: Laptop & bag and more");
    assert_eq!(letter.body.matches("Service: Computers").count(), 3);
}

#[test]
fn an_address_cannot_bring_other_receivers_or_texts_into_the_link() {
    let (content, offering, answers) = order("Why not");
    let letter = Letter::of(
        "it@example.org?bcc=x@evil.example&body=",
        &content,
        &offering,
        1,
        &answers,
        &Total::default(),
        "EUR",
    );
    assert!(letter.link().unwrap().starts_with("mailto:it@example.org%3Fbcc%3Dx@evil.example%26body%3D?subject="));
}

#[test]
fn what_was_answered_is_said_in_the_order_of_the_form_and_what_was_not_is_left_out() {
    let (_, offering, answers) = order("Because");
    let said = said(&offering.form, &answers);
    let questions: Vec<&str> = said.iter().map(|(question, _)| question.as_str()).collect();
    assert_eq!(questions, ["Why", "Memory", "Extras"]);
}
