//! Articles and improvements.

use chrono::TimeDelta;
use itsm::improvement::{Amount, Command as AskImprovement, Measure, Reading, Scale, Scope, Statement};
use itsm::knowledge::{Command as Ask, Content};
use itsm::link::Relation;
use itsm::{ArticleId, Command, ImprovementId, RecordId};
use workspace::maturity_counts::Code;

use crate::bench::*;
use crate::requests;

fn published(bench: &mut Bench, days: i64) -> ArticleId {
    let article = bench.workspace.desk().articles().next(TAG);
    let content = Content { title: "Labels smear".into(), body: "Clean the head.".into(), ..Content::default() };
    bench.ask(Command::Article(Ask::Begin { content: Box::new(content), from: None }));
    bench.ask(Command::Article(Ask::Submit { article, reviewer: ANA }));
    let review_by = bench.now + TimeDelta::days(days);
    bench.ask_as(ANA, Command::Article(Ask::Approve { article, from: None, review_by }));
    article
}

#[test]
fn an_article_counts_where_it_solved_an_incident_or_a_request() {
    let mut bench = Bench::begin();
    let [helped, _alone] = [bench.resolved(), bench.resolved()];
    assert_eq!(bench.tells(Code::ArticlesUsed), None, "there are no articles");
    let article = RecordId::Article(published(&mut bench, 90));
    bench.link(RecordId::Incident(helped), Relation::SolvedWith, article);
    let request = requests::logged(&mut bench, None);
    bench.link(RecordId::Request(request), Relation::SolvedWith, article);
    assert_eq!(bench.tells(Code::ArticlesUsed), of(1, 2), "the request is not fulfilled yet");
    requests::fulfil(&mut bench, request);
    assert_eq!(bench.tells(Code::ArticlesUsed), of(2, 3));
}

#[test]
fn an_article_counts_until_its_day_of_review_has_passed() {
    let mut bench = Bench::begin();
    published(&mut bench, 10);
    published(&mut bench, 90);
    assert_eq!(bench.tells(Code::ArticlesReviewedInTime), of(2, 2));
    bench.wait(20);
    assert_eq!(bench.tells(Code::ArticlesReviewedInTime), of(1, 2));
}

fn does(bench: &mut Bench, ask: AskImprovement) {
    bench.ask(Command::Improvement(ask));
}

fn registered(bench: &mut Bench, is_complete: bool) -> ImprovementId {
    let id = bench.workspace.desk().improvements().next(TAG);
    let measure = Measure::Desk(itsm::improvement::DeskMeasure::Reopened, Scope::Everything);
    let day = bench.now.date_naive();
    let [first, last] = [28, 1].map(|ago| day - TimeDelta::days(ago));
    let statement = Statement {
        summary: "Fewer incidents come back".into(),
        why: "".into(),
        effort: Scale::MIDDLE,
        benefit: Scale::MIDDLE,
        owner: is_complete.then_some(ADA),
        measure: is_complete.then_some(measure),
        baseline: is_complete.then_some(Reading::Days { first, last }),
        target: is_complete.then_some(Amount::whole(2)),
        due: is_complete.then_some(day + TimeDelta::days(60)),
    };
    does(bench, AskImprovement::Register { statement: Box::new(statement), from: None });
    id
}

#[test]
fn an_improvement_counts_with_its_owner_and_measure_and_a_refused_one_not_at_all() {
    let mut bench = Bench::begin();
    registered(&mut bench, true);
    registered(&mut bench, false);
    let refused = registered(&mut bench, false);
    does(&mut bench, AskImprovement::Cancel { improvement: refused, because: "Costs too much".into() });
    assert_eq!(bench.tells(Code::ImprovementsWithOwner), of(1, 2));
    assert_eq!(bench.tells(Code::ImprovementsWithMeasure), of(1, 2));
}

#[test]
fn a_completed_improvement_counts_as_measured_and_one_under_way_does_not() {
    let mut bench = Bench::begin();
    let improvement = registered(&mut bench, true);
    let steps: [fn(ImprovementId) -> AskImprovement; 4] =
        [AskImprovement::Accept, AskImprovement::Assess, AskImprovement::Approve, AskImprovement::Start];
    for step in steps {
        does(&mut bench, step(improvement));
    }
    bench.wait(40);
    let day = bench.now.date_naive();
    let reading = Reading::Days { first: day - TimeDelta::days(28), last: day - TimeDelta::days(1) };
    does(&mut bench, AskImprovement::Measure { improvement, reading });
    assert_eq!(bench.tells(Code::ImprovementsMeasuredAfter), None);
    does(&mut bench, AskImprovement::Review(improvement));
    does(&mut bench, AskImprovement::Close { improvement, lessons: "Call back sooner".into() });
    assert_eq!(bench.tells(Code::ImprovementsMeasuredAfter), of(1, 1));
}
