//! What the story tells of the practices beside incidents and problems.

use super::*;

#[test]
fn its_changes_are_of_every_type_go_every_way_and_refer_to_the_story() {
    use itsm::change::{ChangeType, CloseCode, State as Step, caused};
    let desk = company().desk();
    let all: Vec<_> = desk.changes().all().collect();
    assert!(all.len() >= 8);
    at_least(&count(all.iter().map(|change| change.kind)), 1, ChangeType::ALL);
    at_least(&count(all.iter().map(|change| change.state)), 1, [Step::Authorize, Step::Scheduled, Step::Closed]);
    let backed_out: Vec<_> = all.iter().filter(|change| change.close_code() == Some(CloseCode::BackedOut)).collect();
    assert!(backed_out.iter().any(|change| caused(desk, change.id).count() > 2));
    assert!(all.iter().any(|change| change.asked > 1), "one was refused, amended and asked again");
    let from = |change: &&itsm::change::Change| desk.links().to(itsm::RecordId::Change(change.id)).next().is_some();
    assert!(all.iter().filter(|change| from(change)).count() >= 4);
    assert!(desk.change_templates().all().filter(|template| template.is_in_force()).count() >= 3);
    let you = itsm::PersonId::imported(1);
    assert!(
        all.iter().any(|change| change.awaits_approval() && !change.is_own(you)),
        "one waits for whoever opens the company"
    );
}

#[test]
fn every_item_is_described_and_every_service_knows_what_it_needs() {
    let desk = company().desk();
    let (directory, map) = (desk.directory(), desk.configuration());
    for (id, name) in &directory.items {
        assert!(map.item(*id).is_some_and(|item| item.kind.is_some()), "{name}");
    }
    for (id, name) in &directory.services {
        assert!(!map.needs(itsm::configuration::Node::Service(*id)).is_empty(), "{name}");
    }
}

#[test]
fn the_core_switch_takes_services_down_and_one_access_point_takes_none() {
    let desk = company().desk();
    let item = |name: &str| {
        let found = desk.directory().items.iter().find(|(_, known)| known.starts_with(name));
        *found.unwrap().0
    };
    let fails = |name: &str| workspace::baseline::fails_with(desk, item(name)).len();
    assert!(fails("SW-B-CORE") >= 5);
    assert_eq!(fails("AP-B1"), 0);
    assert_eq!(fails("DC-1"), 0);
}

#[test]
fn people_ask_for_things_and_say_how_content_they_are() {
    use itsm::request::State as Asked;
    let requests = || company().desk().requests().all();
    assert!(requests().count() >= 25, "{} requests", requests().count());
    let states = count(requests().map(|request| request.state()));
    at_least(&states, 1, Asked::ALL);
    at_least(&states, 2, [Asked::AwaitingApproval, Asked::InFulfilment, Asked::Rejected]);
    at_least(&count(requests().map(|request| request.kind)), 1, itsm::request::Kind::ALL);
    let rated = incidents().filter_map(|one| one.rating.as_ref()).count();
    assert!(rated >= 40, "{rated} answers");
    let measured =
        workspace::measures::satisfaction(company(), &workspace::measures::Period::whole(company()).unwrap());
    let share = |answers: workspace::measures::Answers| answers.positive.ratio().unwrap();
    // Green figures, tired people: the watermelon of the story.
    let tired = measured.by_service.values().filter(|one| one.answered.part >= 3 && share(**one) < 0.5);
    assert!(share(measured.all) > 0.6 && tired.count() >= 1, "{measured:?}");
}

/// Every record that has a number, of whichever practice.
fn records() -> Vec<RecordId> {
    let desk = company().desk();
    let mut all: Vec<RecordId> = incidents().map(|one| RecordId::Incident(one.id)).collect();
    all.extend(desk.problems().map(|one| RecordId::Problem(one.id)));
    all.extend(desk.changes().all().map(|one| RecordId::Change(one.id)));
    all.extend(desk.change_templates().all().map(|one| RecordId::ChangeTemplate(one.id)));
    all.extend(desk.requests().all().map(|one| RecordId::Request(one.id)));
    all.extend(desk.articles().all().map(|one| RecordId::Article(one.id)));
    all.extend(desk.improvements().all().map(|one| RecordId::Improvement(one.id)));
    all.extend(desk.alerts().all().map(|one| RecordId::Alert(one.id)));
    all.extend(desk.promises().all().map(|one| RecordId::Promise(one.id)));
    all.extend(desk.suppliers().all().map(|one| RecordId::Supplier(one.id)));
    all
}

#[test]
fn there_are_more_than_three_hundred_tickets_of_all_practices() {
    let desk = company().desk();
    let tickets =
        incidents().count() + desk.problems().count() + desk.changes().all().len() + desk.requests().all().len();
    assert!(tickets >= 300, "{tickets} tickets");
    let heard_of = [
        ("requests", desk.requests().all().len(), 70),
        ("changes", desk.changes().all().len(), 14),
        ("templates", desk.change_templates().all().len(), 3),
        ("articles", desk.articles().all().len(), 14),
        ("improvements", desk.improvements().all().len(), 7),
        ("causes of events", desk.alerts().all().len(), 10),
        ("agreements", desk.promises().all().len(), 6),
        ("suppliers", desk.suppliers().all().len(), 2),
        ("major incidents", desk.majors().len(), 3),
        ("windows", desk.schedule().windows().len(), 2),
        ("freezes", desk.schedule().freezes().len(), 2),
    ];
    for (what, many, least) in heard_of {
        assert!(many >= least, "{many} {what}");
    }
    let outages: usize =
        desk.directory().services.keys().filter_map(|id| desk.availability(*id)).map(|of| of.outages.len()).sum();
    assert!(outages >= 5, "{outages} outages");
    let described = |id: &itsm::ItemId| desk.configuration().item(*id).is_some_and(|item| item.kind.is_some());
    assert!(desk.directory().items.keys().all(described), "an item that nobody has described");
}

#[test]
fn links_lead_to_records_that_are_there_and_back() {
    let desk = company().desk();
    let mut walked: BTreeMap<Relation, usize> = BTreeMap::new();
    let mut ends = records();
    ends.extend(desk.directory().services.keys().map(|id| RecordId::Service(*id)));
    ends.extend(desk.directory().items.keys().map(|id| RecordId::Item(*id)));
    for from in ends {
        for link in desk.links().from(from) {
            *walked.entry(link.relation).or_default() += 1;
            assert!(desk.card(link.to).is_some(), "{from:?} leads nowhere: {link:?}");
            let back = desk.links().to(link.to).any(|back| back.to == from && back.relation == link.relation);
            assert!(back, "no way back from {:?} to {from:?}", link.to);
        }
    }
    at_least(&walked, 2, Relation::ALL);
    assert!(walked.values().sum::<usize>() >= 50, "{walked:?}");
}

#[test]
fn nobody_approves_their_own() {
    let desk = company().desk();
    for change in desk.changes().all() {
        let people = change.rounds.iter().flat_map(|round| round.approvers.iter().chain(round.delegates.values()));
        assert!(people.into_iter().all(|person| !change.is_own(*person)), "{}", change.summary);
    }
    for request in desk.requests().all() {
        let approvers = request.rounds.iter().flat_map(|round| &round.approvers);
        let own = |person: &PersonId| *person == request.requester || Some(*person) == request.beneficiary;
        assert!(approvers.into_iter().all(|person| !own(person)), "{}", request.summary);
    }
    for article in desk.articles().all() {
        assert!(
            article.versions.iter().all(|version| !version.writers.contains(&version.reviewer)),
            "{}",
            article.title()
        );
    }
}

#[test]
fn requests_and_changes_are_at_every_point_of_their_lives() {
    use itsm::change::{ChangeType, CloseCode, State as Change};
    use itsm::request::{Kind, State as Request};
    let desk = company().desk();
    at_least(&count(desk.requests().all().map(|one| one.state())), 1, Request::ALL);
    at_least(
        &count(desk.requests().all().map(|one| format!("{:?}", one.kind))),
        2,
        Kind::ALL.map(|kind| format!("{kind:?}")),
    );
    let late = |one: &&itsm::request::Request| {
        desk.promise_of(one, last_morning()).is_some_and(|standing| one.state().is_open() && standing.is_late)
    };
    assert!(desk.requests().all().any(|one| late(&one)), "none is late");
    at_least(&count(desk.changes().all().map(|one| one.kind)), 2, ChangeType::ALL);
    let states = count(desk.changes().all().map(|one| one.state));
    at_least(&states, 1, [Change::Assess, Change::Authorize, Change::Scheduled, Change::Closed, Change::Cancelled]);
    let codes = count(desk.changes().all().filter_map(|one| one.close_code()).map(|code| format!("{code:?}")));
    let wanted = [CloseCode::Successful, CloseCode::SuccessfulWithIssues, CloseCode::BackedOut];
    at_least(&codes, 1, wanted.map(|code| format!("{code:?}")));
    let amended = desk.changes().all().find(|one| one.asked > 1).expect("none was refused and asked anew");
    assert!(amended.authorisation() == Some(itsm::approval::Outcome::Approved), "{}", amended.summary);
    let you = desk.changes().all().filter(|one| one.awaits_approval());
    assert!(you.flat_map(|one| &one.rounds).any(|round| round.approvers.contains(&workspace::seed::YOU)));
}

#[test]
fn the_schedule_of_the_coming_week_has_conflicts_to_find() {
    use itsm::schedule::{With, conflicts};
    let desk = company().desk();
    let all = itsm::change::planned(desk);
    let coming: Vec<_> = all.iter().filter(|one| one.is_open && one.span.start() > last_morning()).collect();
    assert!(coming.len() >= 4, "{} to come", coming.len());
    let found: Vec<_> = coming.iter().flat_map(|one| conflicts(desk, one, &all)).collect();
    assert!(found.iter().any(|one| matches!(one.with(), With::Freeze(_))), "nothing meets a freeze");
    assert!(found.iter().any(|one| matches!(one.with(), With::Change(_))), "no two changes meet");
}

#[test]
fn most_people_are_content_and_who_is_not_says_why() {
    let ratings = incidents().filter_map(|one| one.rating.as_ref());
    let ratings: Vec<_> =
        ratings.chain(company().desk().requests().all().filter_map(|one| one.rating.as_ref())).collect();
    assert!(ratings.len() >= 80, "{} answers", ratings.len());
    let positive = ratings.iter().filter(|rating| rating.score.is_positive()).count();
    assert!((65..=90).contains(&(positive * 100 / ratings.len())), "{positive} of {}", ratings.len());
    let low: Vec<_> = ratings.iter().filter(|rating| rating.score.get() <= 2).collect();
    assert!((5..=15).contains(&low.len()) && low.iter().all(|rating| !rating.words.is_empty()), "{low:?}");
}

#[test]
fn articles_improvements_and_events_are_at_different_points_of_their_lives() {
    use itsm::improvement::Stage;
    use itsm::knowledge::State as Article;
    let desk = company().desk();
    let articles = count(desk.articles().all().map(|one| one.state(last_morning())));
    let wanted = [Article::Draft, Article::Review, Article::Outdated, Article::PendingRetirement, Article::Retired];
    at_least(&articles, 1, wanted);
    at_least(&articles, 7, [Article::Published]);
    assert!(
        desk.articles().all().any(|one| one.versions.len() >= 2 && one.votes().1 > 0),
        "none was mended after a vote"
    );
    let stages = count(desk.improvements().all().map(|one| one.state.stage()));
    at_least(&stages, 1, [Stage::Accepted, Stage::Approved, Stage::InProgress, Stage::Review, Stage::Closed]);
    let raised = desk.alerts().all().filter(|one| desk.incidents_of_alert(one.id).next().is_some()).count();
    assert!(raised >= 8, "{raised} led to incidents");
    let told = desk.majors().values().any(|one| one.updates.len() + one.moments.len() >= 5 && one.look_back.is_some());
    assert!(told, "no major incident was told and looked back on");
}

#[test]
fn it_fits_well_into_a_browsers_storage() {
    assert!(FILE.len() < 700_000, "{} bytes", FILE.len());
}

#[test]
fn it_has_three_hundred_tickets_and_more_in_all_practices() {
    let desk = company().desk();
    let tickets =
        [desk.incidents().len(), desk.problems().len(), desk.changes().all().len(), desk.requests().all().len()];
    assert!(tickets.iter().sum::<usize>() > 300, "{tickets:?}");
    let kept = [desk.articles().all().len(), desk.improvements().all().len(), desk.promises().all().len()];
    assert!(kept.iter().all(|count| *count >= 5), "{kept:?}");
    assert!(desk.suppliers().all().len() >= 2 && desk.alerts().all().len() >= 3 && !desk.majors().is_empty());
    assert!(desk.promises().all().any(|promise| !promise.reviews.is_empty()));
}
