//! Versions: looking at a draft, publishing it, and going back.

use itsm::catalogue::{
    Action, Catalogue, Command as Ask, Edit, Review, Settings, Status, Text, Which, catalogue, why_not, why_not_review,
};
use itsm::{Entry, Event, Happening, ServiceId};

use crate::bench::{Bench, READER, WRITER, go};

fn needs_review(bench: &mut Bench) {
    bench.does(Ask::Set(Box::new(Settings { needs_review: true, ..Settings::default() })));
}

fn review(service: ServiceId, approves: bool, words: &str) -> Ask {
    Ask::Review { service, approves, words: words.into() }
}

fn offered(bench: &Bench) -> Catalogue {
    catalogue(&bench.desk, Which::Published(bench.now))
}

fn renames(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| match &event.what {
            Happening::Entered(Entry::Service(_, name)) => Some(&**name),
            _ => None,
        })
        .collect()
}

#[test]
fn where_a_review_is_needed_nothing_is_published_without_one() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    needs_review(&mut bench);
    assert!(bench.refuses(Ask::Publish { service: id, from: None, note: "".into() }).starts_with("Needs a review: "));
    bench.does(Ask::Submit(id));
    assert!(bench.refuses(Ask::Submit(id)).starts_with("Not yet, somebody is asked already"));
    assert!(bench.refuses(Ask::Publish { service: id, from: None, note: "".into() }).starts_with("Needs a review: "));
    bench.r#as(READER).does(review(id, true, ""));
    assert_eq!(bench.see(id).review, Review::Approved { by: READER });
    assert!(bench.refuses(Ask::Submit(id)).starts_with("Not yet, the draft may be published already"));
    bench.r#as(WRITER).publish(id);
    assert_eq!(bench.see(id).review, Review::None);
}

#[test]
fn nobody_reviews_what_they_wrote_or_asked_for() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    bench.r#as(READER).write(id, Edit::Text(Text::Purpose, "To work".into()));
    bench.does(Ask::Submit(id));
    for actor in [READER, WRITER] {
        assert!(why_not_review(&bench.desk, id, actor, bench.now).is_some());
        let said = bench.r#as(actor).refuses(review(id, true, ""));
        assert!(said.starts_with("Not yet, nobody reviews what they wrote: "), "{said}");
    }
    bench.publish(id);
    // What is published is behind them: the next draft has its own writers.
    bench.r#as(WRITER).write(id, Edit::Text(Text::Purpose, "To work anywhere".into()));
    bench.does(Ask::Submit(id));
    bench.r#as(READER).does(review(id, true, ""));

    let other = bench.r#as(WRITER).draft("Phone");
    bench.r#as(READER).does(Ask::Submit(other));
    let said = bench.refuses(review(other, true, ""));
    assert!(said.starts_with("Not yet, nobody reviews what they wrote: "), "whoever asks does not answer: {said}");
}

#[test]
fn a_draft_that_is_returned_says_why_and_an_edit_begins_its_review_anew() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    assert!(bench.r#as(READER).refuses(review(id, true, "")).starts_with("Not yet, nobody asked for a review"));
    bench.r#as(WRITER).does(Ask::Submit(id));
    assert!(bench.r#as(READER).refuses(review(id, false, " ")).starts_with("Needs words: "));
    bench.does(review(id, false, "Say what it costs"));
    assert_eq!(bench.see(id).review, Review::Returned { by: READER, words: "Say what it costs".into() });
    bench.r#as(WRITER).write(id, Edit::Pinned(true));
    assert_eq!(bench.see(id).review, Review::None);
}

#[test]
fn a_version_says_what_the_draft_said_and_never_changes() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    bench.publish(id);
    bench.write(id, Edit::Text(Text::Summary, "Something else".into()));
    let listing = bench.see(id);
    assert_eq!(&*listing.version(1).unwrap().content.summary, "A machine to work with");
    assert!(listing.differs());
    bench.publish(id);
    assert_eq!(bench.see(id).versions.iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2]);
    let said = bench.refuses(Ask::Publish { service: id, from: None, note: "Again".into() });
    assert!(said.starts_with("Not yet, the draft says what is published: "), "{said}");
}

#[test]
fn from_the_second_version_on_customers_are_told_what_is_new() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    bench.does(Ask::Publish { service: id, from: None, note: " ".into() });
    bench.write(id, Edit::Pinned(true));
    let silent = Ask::Publish { service: id, from: None, note: " ".into() };
    assert!(bench.refuses(silent).starts_with("Needs what is new: "));
}

#[test]
fn a_scheduled_version_is_offered_from_its_instant_on_and_can_be_taken_back_until_then() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Launched);
    bench.rename(id, "Notebook");
    let from = bench.days(2);
    let later = Ask::Publish { service: id, from: Some(from), note: "Another name".into() };
    assert_eq!(renames(&bench.does(later.clone())), ["Notebook"]);
    assert_eq!(bench.see(id).scheduled(bench.now).unwrap().number, 2);
    assert_eq!(&*offered(&bench).services[&id].content.name, "Laptop");
    bench.write(id, Edit::Pinned(true));
    let second = Ask::Publish { service: id, from: None, note: "Pinned".into() };
    assert!(bench.refuses(second).starts_with("Not yet, the next version is scheduled already: "));

    assert_eq!(renames(&bench.does(Ask::Unschedule(id))), ["Laptop"]);
    assert_eq!(bench.name_of(id), "Laptop");
    assert!(bench.see(id).version(2).unwrap().withdrawn);
    assert!(bench.refuses(Ask::Unschedule(id)).starts_with("Not yet, nothing is scheduled: "));

    bench.does(later);
    assert_eq!(bench.see(id).versions.len(), 3, "a version that was taken back keeps its number");
    bench.now = from;
    assert_eq!(bench.see(id).published(bench.now).unwrap().number, 3);
    assert_eq!(&*offered(&bench).services[&id].content.name, "Notebook");
    assert!(bench.refuses(Ask::Unschedule(id)).starts_with("Not yet, nothing is scheduled: "), "it is offered");
    assert_eq!(offered(&bench).services[&id].log.iter().map(|line| line.version).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn an_instant_that_is_over_means_at_once() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let from = Some(bench.days(-3));
    bench.does(Ask::Publish { service: id, from, note: "".into() });
    assert_eq!(bench.see(id).versions[0].from, bench.now);
}

#[test]
fn going_back_makes_the_draft_say_what_a_version_said() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    assert!(bench.refuses(Ask::Restore { service: id, version: 1 }).starts_with("Needs a version: "));
    bench.publish(id);
    assert!(bench.refuses(Ask::Restore { service: id, version: 1 }).starts_with("Needs a change: "));
    bench.write(id, Edit::Text(Text::Summary, "Worse".into()));
    bench.publish(id);
    assert_eq!(bench.refuses(Ask::Restore { service: id, version: 7 }), "This version is not in the workspace.");
    bench.r#as(READER).does(Ask::Restore { service: id, version: 1 });
    let listing = bench.see(id);
    assert_eq!(listing.draft, *listing.version(1).unwrap().content);
    assert!(listing.writers.contains(&READER), "who goes back is a writer, too");
    bench.publish(id);
    assert_eq!(bench.see(id).versions.len(), 3);
}

#[test]
fn renaming_is_seen_in_the_directory_with_the_draft_at_first_and_then_with_each_version() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    assert_eq!(renames(&bench.rename(id, " Notebook ")), ["Notebook"]);
    assert_eq!(bench.name_of(id), "Notebook");
    assert!(renames(&bench.publish(id)).is_empty());
    assert!(renames(&bench.rename(id, "Portable")).is_empty(), "customers still call it Notebook");
    assert_eq!(bench.name_of(id), "Notebook");
    assert_eq!(renames(&bench.publish(id)), ["Portable"]);
    assert_eq!(bench.name_of(id), "Portable");
}

#[test]
fn what_is_rejected_or_gone_gets_no_versions() {
    for at in [Status::Rejected, Status::Retired, Status::Obsolete] {
        let mut bench = Bench::begin();
        let id = bench.standing("Laptop", at);
        for action in [Action::Publish, Action::Submit] {
            let said = why_not(&bench.desk, id, action, bench.now).unwrap().sentence();
            assert!(said.starts_with(&format!("Not while {}: ", at.word())), "{said}");
        }
    }
}

#[test]
fn customers_see_what_is_launched_published_and_valid_today() {
    let mut bench = Bench::begin();
    let shown = bench.standing("Laptop", Status::Launched);
    let active = bench.standing("Phone", Status::Active);
    bench.publish(active);
    let over = bench.standing("Pager", Status::Active);
    bench.write(over, Edit::Day(itsm::catalogue::Day::To, bench.days(-1).date_naive().into()));
    bench.publish(over);
    bench.go(over, Status::Launched);
    assert_eq!(offered(&bench).services.keys().copied().collect::<Vec<_>>(), [shown]);
    assert_eq!(catalogue(&bench.desk, Which::Drafts).services.len(), 3);
    bench.does(go(shown, Status::Active));
    assert!(offered(&bench).services.is_empty());
}
