//! Catalogues and their events, made up. What is made here is sound: it refers to nothing that is not there, and stays
//! within the limits of a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use itsm::catalogue::{
    AudienceId, Catalogue, Check, Comment, Content, Cost, Day, Document, Edit, Event, Kind, Listed, LogLine, Offering,
    OfferingKey, Opens, OrderBy, Period, Price, Rank, ServiceCategory, ServiceCategoryId, Settings, Shared, Status,
    Target, TargetLevel, Text, Texts,
};
use itsm::{Directory, Entry, EntryId, GroupId, ItemId, Key, PersonId, ServiceId};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::order_form::{form, workflow};
use super::{instant, key};

/// Ids that a sound catalogue refers to: few, so that references meet.
pub(super) fn few() -> impl Strategy<Value = Key> {
    select(vec![Key::imported(1), Key::imported(2), Key { number: 1, tag: 77 }, Key { number: 4_000_000_000, tag: 9 }])
}

fn some_of<T: From<Key> + Clone + std::fmt::Debug + 'static>() -> impl Strategy<Value = Vec<T>> {
    let all = [Key::imported(1), Key::imported(2), Key { number: 1, tag: 77 }, Key { number: 4_000_000_000, tag: 9 }];
    subsequence(all.map(T::from).to_vec(), 0..=4)
}

/// Words without what a file takes out of texts.
pub fn words() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![Just(String::new()), "[a-z ,.'\"<>&\\\\äß漢😀-]{0,24}"].prop_map(Arc::from)
}

pub(super) fn lines() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![Just(String::new()), "[a-zA-Z ,.\n\t#*_=+@-]{0,40}"].prop_map(Arc::from)
}

fn name() -> impl Strategy<Value = Arc<str>> {
    "[A-Z][a-z' ]{0,12}".prop_map(Arc::from)
}

fn texts() -> impl Strategy<Value = Vec<Arc<str>>> {
    vec(lines(), 0..3)
}

fn link() -> impl Strategy<Value = Arc<str>> {
    select(vec!["", "https://example.org/a?b=c#d", "http://intra.example/1", "mailto:desk@example.org"])
        .prop_map(Arc::from)
}

fn email() -> impl Strategy<Value = Arc<str>> {
    select(vec!["", "desk@example.org", "a.b+c@example.org"]).prop_map(Arc::from)
}

pub(super) fn day() -> impl Strategy<Value = NaiveDate> {
    (1..3_000_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default())
}

pub(super) fn time() -> impl Strategy<Value = TimeDelta> {
    (0..300_000_000_i64).prop_map(TimeDelta::seconds)
}

pub(super) fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), 0..1_000_000_000_000_u64]
}

pub(super) fn number() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), -1_000_000_000..1_000_000_000_i64]
}

fn price() -> impl Strategy<Value = Price> {
    prop_oneof![
        select(vec![Price::Unsaid, Price::Free]),
        amount().prop_map(Price::Fixed),
        (amount(), words()).prop_map(|(amount, unit)| Price::PerUnit { amount, unit }),
        (amount(), select(Period::ALL.to_vec())).prop_map(|(amount, period)| Price::Subscription { amount, period }),
        (amount(), words()).prop_map(|(estimate, basis)| Price::ChargeBack { estimate, basis }),
    ]
}

pub(super) fn keys(number: usize) -> Vec<Key> {
    (0_u32..).take(number).map(|at| Key { number: at + 1, tag: (at % 2) * 5 }).collect()
}

fn offering() -> impl Strategy<Value = Offering> {
    let order_by = prop_oneof![
        Just(OrderBy::Information),
        email().prop_map(OrderBy::Email),
        select(vec!["", "https://example.org/order"]).prop_map(|link| OrderBy::Link(Arc::from(link))),
    ];
    let facts =
        (words(), lines(), select(Kind::ALL.to_vec()), price(), of(time()), order_by, select(Opens::ALL.to_vec()));
    let form = form().prop_flat_map(|form| workflow(&form).prop_map(move |workflow| (form.clone(), workflow)));
    (facts, form).prop_map(|((name, summary, kind, price, target, order_by, opens), (form, workflow))| Offering {
        key: OfferingKey::default(),
        name,
        summary,
        kind,
        opens,
        price,
        target,
        form,
        workflow,
        order_by,
        includes: Vec::new(),
    })
}

fn offerings() -> impl Strategy<Value = Vec<Offering>> {
    vec(offering(), 0..3).prop_map(|mut offerings| {
        let keys = keys(offerings.len());
        offerings.iter_mut().zip(keys).for_each(|(offering, key)| offering.key = OfferingKey(key));
        offerings
    })
}

fn targets() -> impl Strategy<Value = Vec<Target>> {
    let level = prop_oneof![
        (0..=100_000_u32).prop_map(TargetLevel::Share),
        time().prop_map(TargetLevel::Time),
        lines().prop_map(TargetLevel::Words),
    ];
    vec((words(), level, lines()).prop_map(|(what, level, within)| Target { what, level, within }), 0..3)
}

fn cost() -> impl Strategy<Value = Cost> {
    (amount(), amount()).prop_map(|(monthly, per_order)| Cost { monthly, per_order })
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    vec((words(), link()).prop_map(|(title, link)| Document { title, link }), 0..3)
}

fn rank() -> impl Strategy<Value = Rank> {
    let dots = || of(1..=5_u8);
    (dots(), dots(), dots(), dots()).prop_map(|(value, cost, demand, risk)| Rank { value, cost, demand, risk })
}

/// What is written of a service.
pub fn content() -> impl Strategy<Value = Content> {
    let words = (name(), vec(lines(), 10), vec(texts(), 2), vec(words(), 0..3));
    let ids = (of(few()), some_of(), some_of(), some_of(), some_of(), of(few()));
    let rest = (targets(), cost(), any::<bool>(), documents(), vec(of(day()), 3), rank(), offerings());
    (words, ids, rest).prop_map(|((name, texts, lists, keywords), ids, rest)| {
        let (owner, audiences, categories, supporting, items, support) = ids;
        let (targets, cost, pinned, documents, days, rank, offerings) = rest;
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap_or_default();
        let mut lists = lists.into_iter();
        let mut list = || lists.next().unwrap_or_default();
        Content {
            name,
            summary: text(),
            for_whom: text(),
            how_to_ask: text(),
            description: text(),
            purpose: text(),
            outcomes: list(),
            utility: text(),
            warranty: text(),
            owner: owner.map(PersonId),
            audiences,
            entitlement: text(),
            hours: text(),
            channels: list(),
            targets,
            cost,
            categories,
            keywords,
            pinned,
            documents,
            review_on: days[0],
            valid_from: days[1],
            valid_to: days[2],
            rank,
            supporting,
            items,
            support: support.map(GroupId),
            technical: text(),
            offerings,
        }
    })
}

fn listed() -> impl Strategy<Value = Listed> {
    let line = (any::<u32>(), instant(), lines()).prop_map(|(version, from, note)| LogLine { version, from, note });
    let comment = (words(), instant(), lines(), any::<bool>()).prop_map(|(by, at, text, settled)| Comment {
        by,
        at,
        text,
        settled,
    });
    (content(), select(Status::ALL.to_vec()), vec(line, 0..3), vec(comment, 0..3))
        .prop_map(|(content, status, log, comments)| Listed { content, status, log, comments })
}

pub fn settings() -> impl Strategy<Value = Settings> {
    let logo = select(vec!["", "data:image/png;base64,iVBORw0KGgo=", "data:image/jpeg;base64,/9j/4AAQ"]);
    let site = select(vec!["", "https://example.org/catalogue/"]);
    (words(), lines(), email(), site, logo, select(vec!["EUR", "CHF", "JPY"]), any::<bool>()).prop_map(
        |(organisation, contact, email, site, logo, currency, needs_review)| Settings {
            organisation,
            contact,
            email,
            site: Arc::from(site),
            logo: Arc::from(logo),
            currency: Arc::from(currency),
            needs_review,
        },
    )
}

fn category() -> impl Strategy<Value = ServiceCategory> {
    (name(), lines(), any::<u32>()).prop_map(|(name, summary, place)| ServiceCategory {
        name,
        summary,
        parent: None,
        place,
    })
}

/// Any sound catalogue.
pub fn catalogue() -> impl Strategy<Value = Catalogue> {
    let names = vec((name(), any::<bool>()), 12);
    let shelves = (vec(category(), 4), any::<bool>(), vec(name(), 4));
    (settings(), shelves, names, btree_map(few(), listed(), 0..3), any::<bool>()).prop_map(
        |(settings, (categories, nested, audiences), names, services, bundled)| {
            let all = [(1, 0), (2, 0), (1, 77), (4_000_000_000, 9)].map(|(number, tag)| Key { number, tag });
            let mut categories: BTreeMap<ServiceCategoryId, ServiceCategory> =
                all.map(ServiceCategoryId).into_iter().zip(categories).collect();
            if nested {
                categories.entry(ServiceCategoryId(all[0])).and_modify(|one| one.parent = Some(all[1].into()));
                categories.entry(ServiceCategoryId(all[1])).and_modify(|one| one.parent = Some(all[2].into()));
            }
            let mut services: BTreeMap<ServiceId, Listed> =
                services.into_iter().map(|(id, listed)| (ServiceId(id), listed)).collect();
            if bundled {
                bundle(&mut services);
            }
            let directory = directory(all, names, &services);
            let audiences = all.map(AudienceId).into_iter().zip(audiences).collect();
            Catalogue { settings, categories, audiences, directory, services }
        },
    )
}

/// Lets the first offering of the first service bring one of the last with it.
fn bundle(services: &mut BTreeMap<ServiceId, Listed>) {
    let last = services.iter().next_back().and_then(|(id, last)| Some((*id, last.content.offerings.first()?.key)));
    let several = services.len() > 1;
    if let (true, Some(last), Some(first)) = (several, last, services.values_mut().next()) {
        first.content.offerings.iter_mut().for_each(|offering| offering.includes = vec![last]);
    }
}

fn directory(all: [Key; 4], names: Vec<(Arc<str>, bool)>, services: &BTreeMap<ServiceId, Listed>) -> Directory {
    let mut directory = Directory::default();
    let ids = all
        .into_iter()
        .flat_map(|key| [EntryId::Person(PersonId(key)), EntryId::Group(GroupId(key)), EntryId::Item(ItemId(key))]);
    for (id, (name, retired)) in ids.zip(names) {
        directory.enter(&Entry::new(id, name));
        directory.retire(id, retired);
    }
    for (at, key) in all.into_iter().enumerate() {
        let id = ServiceId(key);
        let own = services.get(&id).filter(|_| at % 2 == 0).map(|listed| listed.content.name.clone());
        directory.services.insert(id, own.unwrap_or_else(|| Arc::from("Known by this name")));
    }
    directory
}

/// Any change of a content; texts as wild as people type them.
pub fn edit() -> impl Strategy<Value = Edit> {
    let texts = prop_oneof![
        (select(Text::ALL.to_vec()), super::text()).prop_map(|(which, text)| Edit::Text(which, text)),
        (select(Texts::ALL.to_vec()), vec(super::text(), 0..3)).prop_map(|(which, texts)| Edit::Texts(which, texts)),
        (select(Day::ALL.to_vec()), of(day())).prop_map(|(which, day)| Edit::Day(which, day)),
    ];
    let parts = prop_oneof![
        targets().prop_map(Edit::Targets),
        cost().prop_map(Edit::Cost),
        any::<bool>().prop_map(Edit::Pinned),
        documents().prop_map(Edit::Documents),
        rank().prop_map(Edit::Rank),
    ];
    let ids = prop_oneof![
        of(key()).prop_map(|id| Edit::Owner(id.map(PersonId))),
        of(key()).prop_map(|id| Edit::Support(id.map(GroupId))),
        vec(key().prop_map(AudienceId), 0..3).prop_map(Edit::Audiences),
        vec(key().prop_map(ServiceCategoryId), 0..3).prop_map(Edit::Categories),
        vec(key().prop_map(ServiceId), 0..3).prop_map(Edit::Supporting),
        vec(key().prop_map(ItemId), 0..3).prop_map(Edit::Items),
    ];
    let offerings = prop_oneof![
        offering().prop_map(|offering| Edit::Offering(Box::new(offering))),
        key().prop_map(|key| Edit::OfferingGone(OfferingKey(key))),
        vec(key().prop_map(OfferingKey), 0..3).prop_map(Edit::OfferingOrder),
        (key(), form()).prop_map(|(key, form)| Edit::Form(OfferingKey(key), Box::new(form))),
        (key(), form().prop_flat_map(|form| workflow(&form)))
            .prop_map(|(key, workflow)| Edit::Workflow(OfferingKey(key), Box::new(workflow))),
    ];
    prop_oneof![3 => texts, 2 => parts, 2 => ids, 2 => offerings]
}

/// Any event of a service in the portfolio.
pub fn event() -> impl Strategy<Value = Event> {
    let text = super::text;
    prop_oneof![
        content().prop_map(|content| Event::Drafted(Box::new(content))),
        edit().prop_map(Event::Edited),
        (select(Check::ALL.to_vec()), of(text())).prop_map(|(check, words)| Event::Ticked(check, words)),
        (select(Status::ALL.to_vec()), text()).prop_map(|(to, because)| Event::Moved { to, because }),
        select(vec![Event::Submitted, Event::Unscheduled]),
        (any::<bool>(), text()).prop_map(|(approves, words)| Event::Reviewed { approves, words }),
        (instant(), text()).prop_map(|(from, note)| Event::Published { from, note }),
        any::<u32>().prop_map(|version| Event::Restored { version }),
        text().prop_map(Event::Commented),
        (any::<u16>(), any::<bool>()).prop_map(|(comment, settled)| Event::Settled { comment, settled }),
    ]
}

/// Any event of what holds for the whole catalogue.
pub fn shared() -> impl Strategy<Value = Shared> {
    prop_oneof![
        settings().prop_map(|settings| Shared::Set(Box::new(settings))),
        (key(), of(category()), of(key())).prop_map(|(id, category, parent)| {
            let within = |category| ServiceCategory { parent: parent.map(ServiceCategoryId), ..category };
            Shared::Category(ServiceCategoryId(id), category.map(within))
        }),
        (key(), of(super::text())).prop_map(|(id, name)| Shared::Audience(AudienceId(id), name)),
    ]
}
