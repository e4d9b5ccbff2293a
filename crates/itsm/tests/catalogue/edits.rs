//! The laws of edits: they are the one way in which contents change.

use std::collections::BTreeSet;

use itsm::catalogue::{Content, Slot};
use proptest::prelude::*;

use crate::some::{content, edit};

fn taken<'a>(from: &Content, edits: impl IntoIterator<Item = &'a itsm::catalogue::Edit>) -> Content {
    let mut content = from.clone();
    edits.into_iter().for_each(|edit| content.take(edit));
    content
}

proptest! {
    #[test]
    fn what_makes_one_content_of_another_makes_it(from in content(), to in content()) {
        prop_assert_eq!(taken(&from, &from.edits_to(&to)), to);
    }

    #[test]
    fn between_equal_contents_there_is_nothing_to_change(one in content()) {
        prop_assert_eq!(one.edits_to(&one), vec![]);
    }

    #[test]
    fn each_part_is_said_once(from in content(), to in content()) {
        let slots: Vec<Slot> = from.edits_to(&to).iter().map(|edit| edit.slot()).collect();
        let once: BTreeSet<Slot> = slots.iter().copied().collect();
        prop_assert_eq!(once.len(), slots.len());
    }

    #[test]
    fn an_edit_taken_twice_is_as_one_taken_once(from in content(), edit in edit()) {
        let once = taken(&from, [&edit]);
        prop_assert_eq!(taken(&once, [&edit]), once);
    }

    #[test]
    fn edits_of_different_fields_may_come_in_any_order(from in content(), one in edit(), other in edit()) {
        let is_of_offerings = |edit: &itsm::catalogue::Edit| {
            matches!(edit.slot(), Slot::Offering(_) | Slot::OfferingOrder | Slot::Form(_) | Slot::Workflow(_))
        };
        prop_assume!(one.slot() != other.slot() && !(is_of_offerings(&one) && is_of_offerings(&other)));
        prop_assert_eq!(taken(&from, [&one, &other]), taken(&from, [&other, &one]));
    }
}
