//! How content callers are, on a desk that can be counted by hand.

use itsm::incident::{Event as Incident, Report};
use itsm::satisfaction::Score;
use itsm::{PersonId, ServiceId};
use workspace::figures::Share;
use workspace::measures::{self, Answers};

use super::made::{at, days, desk, logged, resolved};

fn called(service: Option<u32>) -> Incident {
    let Incident::Logged(report) = logged(2) else { unreachable!() };
    let service = service.map(ServiceId::imported);
    Incident::Logged(Box::new(Report { caller: Some(PersonId::imported(1)), service, ..*report }))
}

fn rated(score: u8) -> Incident {
    Incident::Rated { score: Score::new(score).unwrap(), words: "".into() }
}

#[test]
fn csat_is_positive_of_answered_and_the_response_rate_stands_beside_it() {
    let mut events = vec![];
    let scores = [(1, Some(5)), (2, Some(4)), (3, Some(3)), (4, Some(1)), (5, None), (6, None)];
    for (incident, score) in scores {
        let service = (incident < 3).then_some(1);
        events.push((at("2026-03-02T09:00:00Z"), incident, called(service)));
        let month = if incident == 1 { "2026-02-27T09:00:00Z" } else { "2026-03-03T09:00:00Z" };
        if incident == 1 {
            events.last_mut().unwrap().0 = at("2026-02-26T09:00:00Z");
        }
        events.push((at(month), incident, resolved()));
        if let Some(score) = score {
            events.push((at("2026-03-04T09:00:00Z"), incident, rated(score)));
        }
    }
    // Cancelled, without a caller, not resolved: nobody is asked.
    events.push((at("2026-03-05T09:00:00Z"), 7, called(None)));
    events.push((at("2026-03-05T09:01:00Z"), 7, Incident::Cancelled { because: "Mine".into() }));
    events.push((at("2026-03-05T09:02:00Z"), 8, logged(2)));
    events.push((at("2026-03-05T09:03:00Z"), 8, resolved()));
    events.push((at("2026-03-05T09:04:00Z"), 9, called(None)));
    let workspace = desk(events, at("2026-03-09T00:00:00Z"));
    let measured = measures::satisfaction(&workspace, &days("2026-02-01", "2026-03-31"));
    assert_eq!(measured.all.answered, Share { part: 4, whole: 6 });
    assert_eq!(measured.all.positive, Share { part: 2, whole: 4 });
    assert_eq!(measured.all.by_score, [1, 0, 1, 1, 1]);
    assert_eq!((measured.incidents, measured.requests), (measured.all, Answers::default()));
    assert_eq!(measured.by_month[&(2026, 2)].positive, Share { part: 1, whole: 1 });
    assert_eq!(measured.by_month[&(2026, 3)].answered, Share { part: 3, whole: 5 });
    assert_eq!(measured.by_service[&Some(ServiceId::imported(1))].positive, Share { part: 2, whole: 2 });
    let march = measures::satisfaction(&workspace, &days("2026-03-01", "2026-03-31"));
    assert_eq!(march.all.answered.whole, 5, "by the end, not by the answer");
}
