//! Queries as people type them: understood, answered with the place of what is wrong, written down again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::common::tab::{DESK, NETWORK, Tab};
use chrono::{NaiveDate, TimeDelta};
use itsm::incident::{Amendment, Command as Incident, HoldReason};
use itsm::{Command, Entry, IncidentId, Level, PersonId};
use proptest::prelude::*;
use proptest::sample::select;
use workspace::query::{
    Age, Choice, Grouping, Name, Names, Query, Set, Sort, SortKey, Span, Time, Unit, What, Word, complete, counts,
    parse, run, understand,
};
use workspace::seed;

/// Five incidents: with you at the desk, with Network and on hold, with nobody, resolved, and a child of the second.
fn five() -> (Tab, [IncidentId; 5]) {
    let mut tab = Tab::blank();
    tab.try_do(Command::Enter(Entry::Person(PersonId::imported(7), Arc::from("Zoë Müller")))).unwrap();
    let ids =
        ["VPN drops", "Phone silent", "Mail slow", "VPN refused", "Phone silent upstairs"].map(|said| tab.log(said));
    tab.act(Incident::Assign { incident: ids[0], group: Some(DESK), assignee: Some(seed::YOU) });
    tab.act(Incident::Assign { incident: ids[1], group: Some(NETWORK), assignee: None });
    tab.act(Incident::Hold { incident: ids[1], reason: HoldReason::Supplier, note: Arc::from("Ticket 4711 there") });
    let caller = Amendment::Caller(Some(PersonId::imported(7)));
    tab.act(Incident::Amend { incident: ids[2], changes: vec![caller, Amendment::Impact(Level(1))] });
    tab.resolve(ids[3], "Renewed the certificate");
    tab.act(Incident::LinkParent { incident: ids[4], parent: Some(ids[1]) });
    (tab, ids)
}

fn found(tab: &Tab, text: &str) -> Vec<usize> {
    let typed = understand(text, &tab.workspace);
    assert_eq!(typed.faults, [], "{text}");
    let mut numbers: Vec<usize> =
        run(&tab.workspace, &typed.query, tab.now).iter().map(|id| id.0.number as usize).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn every_field_finds_what_it_says() {
    let (mut tab, ids) = five();
    let mut wrong = vec![];
    for (text, numbers) in [
        ("state:open", vec![1, 2, 3, 5]),
        ("STATE:Resolved,closed", vec![4]),
        ("-state:open", vec![4]),
        ("state:new state:on-hold", vec![1, 2, 3, 5]),
        ("hold:supplier", vec![2]),
        ("-hold:supplier state:open", vec![1, 3, 5]),
        ("hold:none,supplier", vec![1, 2, 3, 4, 5]),
        ("priority<=2", vec![3]),
        ("priority:p2", vec![3]),
        ("priority>2 priority<5", vec![1, 2, 4, 5]),
        ("impact=1", vec![3]),
        ("-impact:1 urgency>=1", vec![1, 2, 4, 5]),
        ("group:network", vec![2]),
        ("group:\"Service desk\",NETWORK", vec![1, 2, 4]),
        ("group:none", vec![3, 5]),
        ("-group:none", vec![1, 2, 4]),
        ("person:me", vec![1, 4]),
        ("person:none -group:network", vec![3, 5]),
        ("caller:\"zoë müller\"", vec![3]),
        ("-caller:\"Zoë Müller\" vpn", vec![1, 4]),
        ("service:none item:none category:none", vec![1, 2, 3, 4, 5]),
        ("parent:inc0000002", vec![5]),
        ("-parent:none", vec![5]),
        ("duplicate:yes", vec![]),
        ("reopened:no", vec![1, 2, 3, 4, 5]),
        ("breached:no", vec![1, 2, 3, 4, 5]),
        ("clock:none", vec![1, 2, 3, 4, 5]),
        ("opened:today", vec![1, 2, 3, 4, 5]),
        ("opened:yesterday", vec![]),
        ("opened<1h resolved:<1d", vec![4]),
        ("-resolved:<1d vpn", vec![1]),
        ("changed:>1h", vec![]),
        ("phone -upstairs", vec![2]),
        ("\"phone silent\"", vec![2, 5]),
        ("\"silent phone\"", vec![]),
    ] {
        let found = found(&tab, text);
        if found != numbers {
            wrong.push((text, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    tab.act(Incident::MarkDuplicate { incident: ids[4], of: Some(ids[1]) });
    assert_eq!(found(&tab, "duplicate:yes"), [5]);
}

#[test]
fn days_and_hours_are_those_of_the_desk() {
    let (mut tab, ids) = five();
    let zone = itsm::calendar::Zone::named(&tab.workspace.desk().agreement().agreement().calendar.zone).unwrap();
    let opened = zone.local(tab.workspace.desk().incident(ids[0]).unwrap().opened_at);
    let day = opened.date();
    let weekday = opened.format("%a").to_string().to_lowercase();
    let next = day.succ_opt().unwrap();
    for text in [
        format!("opened:{day}"),
        format!("opened:{day}..{next}"),
        format!("opened>={day}"),
        format!("opened<{next}"),
        format!("opened:..{day}"),
        format!("-opened:{next}.."),
        format!("weekday:{weekday}"),
        format!("hour:{}", opened.format("%-H")),
        format!("hour:0..23 weekday:{weekday}"),
    ] {
        assert_eq!(found(&tab, &text).len(), 5, "{text}");
    }
    for text in [format!("opened:{next}"), format!("opened>{day}"), format!("-weekday:{weekday}")] {
        assert_eq!(found(&tab, &text), Vec::<usize>::new(), "{text}");
    }
    tab.now += TimeDelta::days(8);
    assert_eq!(found(&tab, "opened:<7d"), Vec::<usize>::new(), "ages count from the desk's present instant");
    assert_eq!(found(&tab, "opened:>1w").len(), 5);
}

#[test]
fn a_fault_has_its_place_its_reason_and_what_may_have_been_meant() {
    let (tab, _) = five();
    for (text, place, sentence, instead) in [
        ("vpn state:nwe", "nwe", "state has no “nwe”: new?", Some("new")),
        (
            "stat:new",
            "stat",
            "There is no field “stat”. Did you mean state? To look for it as a word, put it in quotes.",
            Some("state"),
        ),
        ("http://x", "http", "There is no field “http”. To look for it as a word, put it in quotes.", None),
        ("group:Netwrok", "Netwrok", "group has no “Netwrok”: Network?", Some("Network")),
        ("group:servce", "servce", "group has no “servce”: nothing in the directory is called so.", None),
        ("caller:Zoe", "Zoe", "caller has no “Zoe”: nothing in the directory is called so.", None),
        ("priority:7", "7", "priority has no “7”: 1 to 5.", None),
        ("priority<1", "1", "No priority is below 1.", None),
        ("breached:maybe", "maybe", "breached has no “maybe”: no, yes.", None),
        ("state>new", ">", "state takes a colon: state:value.", Some(":")),
        ("hold:", "", "hold needs a value: none, caller, problem, supplier, change, evidence.", None),
        ("opened:2026-02-30", "2026-02-30", "There is no day “2026-02-30”.", None),
        (
            "opened:2026-02-03..2026-01-01",
            "2026-02-03..2026-01-01",
            "The first day comes after the last: swap them.",
            None,
        ),
        ("opened:tody", "tody", "opened has no “tody”: today?", Some("today")),
        ("sort:prority", "prority", "sort has no “prority”: priority?", Some("priority")),
        (
            "state:new -state:new",
            "-state:new",
            "state can have no value any more: this leaves none. Take it away.",
            None,
        ),
        ("group:\"Net", "\"Net", "The quotes are never closed: put \" behind the last word.", None),
    ] {
        let typed = understand(text, &tab.workspace);
        let fault = typed.faults.first().unwrap_or_else(|| panic!("{text} has no fault"));
        assert_eq!(&text[fault.at.clone()], place, "{text}");
        assert_eq!(fault.sentence, sentence, "{text}");
        assert_eq!(fault.instead.as_deref(), instead, "{text}");
    }
}

#[test]
fn what_is_understood_beside_a_fault_still_counts() {
    let typed = parse("state:new mood:bad priority:2 vpn");
    assert_eq!((typed.query.to_text().as_str(), typed.faults.len()), ("state:new priority:2 vpn", 1));
}

#[test]
fn a_query_is_written_in_one_way() {
    for (typed, written) in [
        ("", ""),
        ("vpn  STATE:new,in-progress,on-hold", "state:open vpn"),
        ("status:open assignee:ME target:breached", "state:open clock:breached person:me"),
        ("breached:yes", "clock:breached"),
        ("breached:yes,no", "clock:none,met,paused,within,due-soon,breached"),
        ("-priority:4,5", "priority:1,2,3"),
        ("hour:9..11", "hour:9,10,11"),
        ("weekday:Monday", "weekday:mon"),
        ("group:\"Network\" group:\"none\" -group:none", "group:Network,\"none\" -group:none"),
        ("opened:2026-01-05..2026-01-05 opened:>=2026-01-01", "opened:2026-01-05 opened:2026-01-01.."),
        ("3:1 \"state:new\" -\"-x\" \"say \\\"hi\\\"\"", "\"3:1\" \"state:new\" -\"-x\" \"say \\\"hi\\\"\""),
        ("sort:-opened", ""),
        ("sort:priority,-opened", "sort:priority,-opened"),
    ] {
        let query = parse(typed);
        assert_eq!(query.faults, [], "{typed}");
        assert_eq!(query.query.to_text(), written, "{typed}");
    }
}

#[test]
fn at_the_cursor_stands_what_may_come_next_with_how_many_it_would_show() {
    let (tab, _) = five();
    let offers = |text: &str, all: bool| {
        let counts = counts(&tab.workspace, &Query::default(), tab.now);
        let completion = complete(text, text.len(), &tab.workspace, &counts, all);
        let offers: Vec<(String, String)> =
            completion.offers.into_iter().map(|offer| (offer.text, offer.detail)).collect();
        (completion.from, offers)
    };
    let pair = |text: &str, detail: &str| (text.to_owned(), detail.to_owned());
    assert_eq!(offers("vpn st", false), (4, vec![pair("state:", "where it stands")]));
    assert_eq!(
        offers("-gro", false),
        (1, vec![pair("group:", "the team it is with"), pair("groupby:", "what stands together: groupby:state")])
    );
    assert_eq!(offers("state:o", false), (6, vec![pair("open ", "4"), pair("on-hold ", "1")]));
    assert_eq!(offers("group:netw", false), (6, vec![pair("Network ", "1")]));
    assert_eq!(offers("caller:zoë m", false), (7, vec![pair("\"Zoë Müller\" ", "")]), "without quotes, too");
    assert_eq!(offers("caller:\"zo", false), (7, vec![pair("\"Zoë Müller\" ", "")]));
    assert_eq!(offers("state:new,re", false), (10, vec![pair("resolved ", "1")]));
    assert_eq!(offers("vpn", false).1, vec![], "nothing is offered for a plain word");
    assert_eq!(offers("", false).1, vec![]);
    assert_eq!(offers("groupby:cat", false), (8, vec![pair("category ", "")]));
    assert_eq!(offers("", true).1.len(), 25);
}

fn any_set<T: Choice + std::fmt::Debug + 'static>() -> impl Strategy<Value = Set<T>> {
    proptest::collection::vec(0..T::WORDS.len(), 0..4)
        .prop_map(|places| places.into_iter().filter_map(T::at).collect::<Set<T>>())
}

fn not_blank() -> impl Strategy<Value = String> {
    let texts = prop_oneof![
        any::<String>(),
        select(vec!["none", "me", "state:new", "#12", "-x", "\"", "\\", "a,b", "..", "<7d"]).prop_map(str::to_owned),
    ];
    texts.prop_filter("blank texts are no texts", |text| !text.trim().is_empty())
}

fn any_names(me: bool) -> impl Strategy<Value = Names> {
    let name = prop_oneof![
        Just(Name::None),
        Just(if me { Name::Me } else { Name::None }),
        not_blank().prop_map(|name| Name::Called(Arc::from(name))),
        crate::common::key().prop_map(Name::Key),
    ];
    let some = proptest::collection::btree_set(name, 0..3);
    (some.clone(), some).prop_map(|(any, not)| Names { any, not })
}

fn any_time() -> impl Strategy<Value = Time> {
    let day = || (1_i32..4000, 1_u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap());
    let age = || {
        (any::<u16>(), select(vec![Unit::Hours, Unit::Days, Unit::Weeks])).prop_map(|(count, unit)| Age { count, unit })
    };
    let span = prop_oneof![
        Just(Span::Today),
        Just(Span::Yesterday),
        (day(), day()).prop_map(|(a, b)| Span::Days(a.min(b), a.max(b))),
        day().prop_map(Span::From),
        day().prop_map(Span::Until),
        age().prop_map(Span::Younger),
        age().prop_map(Span::Older),
    ];
    let spans = proptest::collection::btree_set(span, 1..3);
    (select(vec![What::Opened, What::Resolved, What::Changed]), spans, any::<bool>())
        .prop_map(|(what, any, negated)| Time { what, any, negated })
}

fn any_sort() -> impl Strategy<Value = Vec<Sort>> {
    let keys = proptest::sample::subsequence(SortKey::ALL.to_vec(), 0..=3).prop_shuffle();
    (keys, proptest::collection::vec(any::<bool>(), 3))
        .prop_map(|(keys, down)| keys.into_iter().zip(down).map(|(key, descending)| Sort { key, descending }).collect())
}

fn any_query() -> impl Strategy<Value = Query> {
    let sets = (
        any_set(),
        any_set(),
        (any_set(), any_set(), any_set(), any_set()),
        (any_set(), any_set(), any_set(), any_set()),
        (any_set(), any_set()),
    );
    let names =
        (any_names(false), any_names(true), any_names(true), any_names(false), any_names(false), any_names(false));
    let word = (not_blank(), any::<bool>()).prop_map(|(text, negated)| Word { text, negated });
    let rest = (
        proptest::collection::btree_set(any_time(), 0..3),
        proptest::collection::vec(word, 0..4),
        any_sort(),
        any_names(false),
        proptest::option::of(select(Grouping::ALL.to_vec())),
    );
    (sets, names, rest).prop_map(|(sets, names, (times, words, sort, parents, grouping))| {
        let (stages, holds, (priorities, impacts, urgencies, breaches), (channels, weekdays, hours, reopened), last) =
            sets;
        let (groups, people, callers, categories, services, items) = names;
        let mut query = Query {
            stages,
            holds,
            priorities,
            impacts,
            urgencies,
            breaches,
            groups,
            people,
            callers,
            categories,
            services,
            items,
            channels,
            times,
            weekdays,
            hours,
            reopened,
            reassigned: last.0,
            duplicate: last.1,
            parents,
            words,
            grouping,
            sort,
        };
        query.settle_sort();
        query
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(query in any_query()) {
        let text = query.to_text();
        let typed = parse(&text);
        prop_assert_eq!(&typed.faults, &[], "{}", text);
        prop_assert_eq!(typed.query, query, "{}", text);
    }

    #[test]
    fn a_link_opens_the_queue_that_it_was_made_from(query in any_query()) {
        let link = query.to_params();
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '?', '"', '<']));
        prop_assert_eq!(Query::from_params(&link), query);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>(), cursor in 0_usize..40) {
        check_any(&text, cursor);
    }

    #[test]
    fn no_text_of_the_right_letters_is_too_odd(text in "(-?(state|priority|group|opened|sort|hour|xy)?[:=<>]{0,2}(\"|[a-z0-9,. \\\\-]{0,6})){0,5}", cursor in 0_usize..40) {
        check_any(&text, cursor);
    }
}

fn check_any(text: &str, cursor: usize) {
    let typed = parse(text);
    for fault in &typed.faults {
        assert!(text.get(fault.at.clone()).is_some(), "{text}: {fault:?}");
    }
    let query = parse(&typed.query.to_text());
    assert_eq!((query.query, query.faults), (typed.query, vec![]), "{text}");
    let tab = Tab::blank();
    let completion = complete(text, cursor, &tab.workspace, &workspace::query::Counts::default(), true);
    let places: BTreeSet<usize> = [completion.from, completion.to].into();
    assert!(completion.offers.is_empty() || places.iter().all(|place| text.is_char_boundary(*place)), "{text}");
}
