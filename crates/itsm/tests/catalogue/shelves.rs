//! Settings, categories and audiences.

use std::sync::Arc;

use itsm::catalogue::{
    AudienceId, Command as Ask, Edit, LOGO_MOST, ServiceCategory, ServiceCategoryId, Settings, Status,
};

use crate::bench::{Bench, text};

fn set(change: impl FnOnce(&mut Settings)) -> Ask {
    let mut settings = Settings { organisation: text("Fjordline"), ..Settings::default() };
    change(&mut settings);
    Ask::Set(Box::new(settings))
}

fn png(length: usize) -> Arc<str> {
    let head = "data:image/png;base64,";
    text(&format!("{head}{}", "A".repeat(length - head.len())))
}

#[test]
fn settings_that_would_mislead_or_harm_visitors_are_refused() {
    let wrong: [(&str, Ask); 9] = [
        ("currency", set(|settings| settings.currency = text("Euro"))),
        ("currency", set(|settings| settings.currency = text("€"))),
        ("e-mail", set(|settings| settings.email = text("service desk"))),
        ("e-mail", set(|settings| settings.email = text("a@example.org?bcc=b@example.org"))),
        ("address of the site", set(|settings| settings.site = text("http://example.org"))),
        ("address of the site", set(|settings| settings.site = text("https://"))),
        ("logo", set(|settings| settings.logo = text("data:image/svg+xml;base64,AAAA"))),
        ("logo", set(|settings| settings.logo = text("https://example.org/logo.png"))),
        ("logo", set(|settings| settings.logo = png(LOGO_MOST + 1))),
    ];
    for (at, ask) in wrong {
        let mut bench = Bench::begin();
        let said = bench.refuses(ask);
        assert!(said.starts_with(&format!("Check {at}: ")), "{said}");
    }
}

#[test]
fn settings_are_tidied_and_kept() {
    let mut bench = Bench::begin();
    let ask = set(|settings| {
        settings.currency = text(" nok ");
        settings.email = text(" desk@example.org ");
        settings.site = text("https://example.org/catalogue/");
        settings.logo = png(LOGO_MOST);
    });
    bench.does(ask.clone());
    let settings = bench.desk.portfolio().settings();
    assert_eq!((&*settings.currency, &*settings.email), ("NOK", "desk@example.org"));
    assert!(bench.refuses(ask).starts_with("Needs a change: "));
}

fn category(name: &str, parent: Option<ServiceCategoryId>) -> ServiceCategory {
    ServiceCategory { name: text(name), parent, ..ServiceCategory::default() }
}

fn save(bench: &mut Bench, name: &str, parent: Option<ServiceCategoryId>) -> ServiceCategoryId {
    bench.does(Ask::SaveCategory(None, category(name, parent)));
    let made = |(id, one): (&ServiceCategoryId, &ServiceCategory)| (&*one.name == name).then_some(*id);
    bench.desk.portfolio().categories().iter().rev().find_map(made).unwrap()
}

#[test]
fn a_category_never_stands_in_itself() {
    let mut bench = Bench::begin();
    let top = save(&mut bench, "Workplace", None);
    let middle = save(&mut bench, "Devices", Some(top));
    let bottom = save(&mut bench, "Portable", Some(middle));
    for parent in [top, middle, bottom] {
        let circle = Ask::SaveCategory(Some(top), category("Workplace", Some(parent)));
        assert!(bench.refuses(circle).starts_with("Check part of: "));
    }
    let unknown = Some(ServiceCategoryId(itsm::Key { number: 99, tag: 0 }));
    assert_eq!(
        bench.refuses(Ask::SaveCategory(Some(bottom), category("Portable", unknown))),
        "This category is not in the workspace."
    );
    bench.does(Ask::SaveCategory(Some(bottom), category("Portable", Some(top))));
}

#[test]
fn categories_beside_each_other_have_different_names() {
    let mut bench = Bench::begin();
    let top = save(&mut bench, "Workplace", None);
    assert!(bench.refuses(Ask::SaveCategory(None, category("WORKPLACE", None))).starts_with("Check name: "));
    assert!(bench.refuses(Ask::SaveCategory(None, category(" ", None))).starts_with("Needs a name: "));
    assert!(bench.refuses(Ask::SaveCategory(Some(top), category("Workplace", None))).starts_with("Needs a change: "));
    save(&mut bench, "Inside", Some(top));
    bench.does(Ask::SaveCategory(None, category("Workplace", Some(top))));
}

#[test]
fn a_category_with_others_in_it_stays_and_an_empty_one_goes() {
    let mut bench = Bench::begin();
    let top = save(&mut bench, "Workplace", None);
    let inner = save(&mut bench, "Devices", Some(top));
    assert!(bench.refuses(Ask::DropCategory(top)).starts_with("Not yet, other categories stand in it: "));
    bench.does(Ask::DropCategory(inner));
    bench.does(Ask::DropCategory(top));
    assert_eq!(bench.refuses(Ask::DropCategory(top)), "This category is not in the workspace.");
}

#[test]
fn what_stood_in_a_category_that_is_gone_never_turns_up_in_a_new_one() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let old = save(&mut bench, "Devices", None);
    bench.write(id, Edit::Categories(vec![old]));
    bench.does(Ask::DropCategory(old));
    let new = save(&mut bench, "Machines", None);
    assert_ne!(new, old);
    bench.write(id, Edit::Pinned(true));
}

#[test]
fn an_audience_stays_as_long_as_something_is_for_it() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Launched);
    bench.does(Ask::SaveAudience(None, text("Staff")));
    let staff: AudienceId = *bench.desk.portfolio().audiences().keys().next().unwrap();
    assert!(bench.refuses(Ask::SaveAudience(None, text("staff"))).starts_with("Check name: "));
    assert!(bench.refuses(Ask::SaveAudience(Some(staff), text("Staff"))).starts_with("Needs a change: "));
    bench.does(Ask::SaveAudience(Some(staff), text("All staff")));
    bench.write(id, Edit::Audiences(vec![staff]));
    assert!(bench.refuses(Ask::DropAudience(staff)).starts_with("Not yet, services are for it: "));
    bench.publish(id);
    bench.write(id, Edit::Audiences(vec![]));
    assert!(bench.refuses(Ask::DropAudience(staff)).starts_with("Not yet, "), "the published version is for it");
    bench.publish(id);
    bench.does(Ask::DropAudience(staff));
    assert_eq!(bench.refuses(Ask::DropAudience(staff)), "This audience is not in the workspace.");
    bench.does(Ask::SaveAudience(None, text("Guests")));
    assert!(!bench.desk.portfolio().audiences().contains_key(&staff), "the first version still means the other one");
}
