//! Events of major incidents, made up.

use itsm::PersonId;
use itsm::major::{Event, Part, Plan, Review, What};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{instant, key, some, text};

pub fn event() -> impl Strategy<Value = Event> {
    let what = prop_oneof![
        select(vec![What::Found, What::Done, What::Decided]),
        vec(key().prop_map(PersonId), 0..4).prop_map(What::Swarmed),
    ];
    let plan = (text(), text(), any::<u32>()).prop_map(|(audience, channel, every_minutes)| Plan {
        audience,
        channel,
        every_minutes,
    });
    let review = (text(), text(), text(), text()).prop_map(|(summary, went_well, went_badly, learned)| Review {
        summary,
        went_well,
        went_badly,
        learned,
    });
    prop_oneof![
        text().prop_map(|because| Event::Proposed { because }),
        key().prop_map(|key| Event::Accepted { manager: PersonId(key) }),
        text().prop_map(|because| Event::Rejected { because }),
        text().prop_map(|because| Event::Demoted { because }),
        (select(Part::ALL.to_vec()), some(PersonId)).prop_map(|(part, person)| Event::PartGiven { part, person }),
        plan.prop_map(Event::Planned),
        (text(), any::<u32>()).prop_map(|(text, incidents)| Event::Updated { text, incidents }),
        (what, text(), instant()).prop_map(|(what, text, when)| Event::Logged { what, text, when }),
        review.prop_map(|review| Event::LookedBack(Box::new(review))),
        text().prop_map(|because| Event::Waived { because }),
    ]
}
