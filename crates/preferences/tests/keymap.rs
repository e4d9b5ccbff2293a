//! Which key does what.

use preferences::keymap::{Action, Keymap, Place, Stroke, Unfit};
use proptest::prelude::*;

#[test]
fn the_first_keys_are_free_of_conflicts_and_each_finds_its_action() {
    let keys = Keymap::DEFAULT;
    for action in Action::ALL {
        assert_eq!(keys.taken_by(action, keys.stroke(action)), []);
        assert_eq!(Action::from_code(action.code()), Some(action));
    }
    assert_eq!(keys.action(Place::Everywhere, "d", true), Some(Action::GoDesk));
    assert_eq!(keys.action(Place::Everywhere, "d", false), None);
    assert_eq!(keys.action(Place::Incident, "r", false), Some(Action::Resolve));
    assert!(keys.leads("g"));
}

#[test]
fn a_key_that_works_in_the_same_place_is_refused_and_can_be_swapped() {
    let mut keys = Keymap::DEFAULT;
    assert_eq!(keys.set(Action::Assign, Stroke::One('r')), Err(Action::Resolve));
    assert_eq!(keys, Keymap::DEFAULT);
    keys.swap(Action::Assign, Stroke::One('r'));
    assert_eq!(keys.stroke(Action::Assign), Stroke::One('r'));
    assert_eq!(keys.stroke(Action::Resolve), Stroke::One('a'));
}

#[test]
fn what_works_in_different_places_may_share_a_key() {
    let mut keys = Keymap::DEFAULT;
    assert_eq!(keys.set(Action::Resolve, Stroke::One('j')), Ok(()));
    assert_eq!(keys.set(Action::Log, Stroke::One('j')), Err(Action::Next));
    keys.swap(Action::Log, Stroke::One('j'));
    // Both had it. The old key of "Log an incident" goes to each of them, as they do not meet.
    assert_eq!(keys.stroke(Action::Next), Stroke::One('c'));
    assert_eq!(keys.stroke(Action::Resolve), Stroke::One('c'));
}

#[test]
fn keys_of_the_browser_and_of_screen_readers_are_refused_in_words() {
    assert_eq!(Stroke::pressed("k", true, false), Err(Unfit::Browser));
    for key in ["Tab", "Enter", " ", "ArrowDown", "Escape", "F5", "F12", "Home", "Dead", "Delete", "MediaPlay"] {
        let why = Stroke::pressed(key, false, false).map_err(Unfit::sentence);
        assert!(why.is_err_and(|why| !why.is_empty() && why.split(' ').count() <= 25), "{key}");
    }
    assert_eq!(Stroke::pressed("Shift", false, false), Err(Unfit::Modifier));
    assert_eq!(Stroke::pressed("ä", false, false), Ok(Stroke::One('ä')));
    assert_eq!(Stroke::pressed("я", false, true), Ok(Stroke::Led('я')));
}

#[test]
fn with_caps_lock_a_capital_stands_for_the_small_letter_unless_it_has_a_meaning_of_its_own() {
    let mut keys = Keymap::DEFAULT;
    assert_eq!(keys.action(Place::Incident, "R", false), Some(Action::Resolve));
    assert_eq!(keys.set(Action::Reopen, Stroke::One('R')), Ok(()));
    assert_eq!(keys.action(Place::Incident, "R", false), Some(Action::Reopen));
    assert_eq!(keys.text(Action::Reopen), "Shift R");
}

#[test]
fn switched_off_no_key_does_anything_and_none_is_named() {
    let mut keys = Keymap::DEFAULT;
    keys.is_off = true;
    assert_eq!(keys.action(Place::Everywhere, "c", false), None);
    assert!(!keys.leads("g"));
    assert_eq!(keys.text(Action::Log), "");
    assert_eq!(keys.stroke(Action::Log), Stroke::One('c'));
}

#[test]
fn stored_keys_that_make_no_sense_are_left_as_at_first() {
    let stored = [("log", "g"), ("search", "F5"), ("what", "w"), ("hold", ""), ("assign", "r"), ("keys", "g g g")];
    let keys = Keymap::with_changes(stored.into_iter());
    assert_eq!(keys.stroke(Action::Log), Stroke::One('c'));
    assert_eq!(keys.stroke(Action::Search), Stroke::One('/'));
    assert_eq!(keys.stroke(Action::Hold), Stroke::None);
    assert_eq!(keys.stroke(Action::Keys), Stroke::One('?'));
    // "Resolve" comes first, so it keeps the key that both want.
    assert_eq!(keys.stroke(Action::Resolve), Stroke::One('r'));
    assert_eq!(keys.stroke(Action::Assign), Stroke::None);
}

fn any_stroke() -> impl Strategy<Value = Stroke> {
    let key = prop::sample::select(vec!['a', 'c', 'j', 'r', 'x', '?', 'ö', 'R']);
    (0..3_u8, key).prop_map(|(kind, key)| match kind {
        0 => Stroke::None,
        1 => Stroke::One(key),
        _ => Stroke::Led(key),
    })
}

proptest! {
    #[test]
    fn whatever_is_set_and_swapped_no_key_means_two_things_and_it_is_stored_as_it_is(
        steps in prop::collection::vec((0..Action::ALL.len(), any_stroke(), any::<bool>()), 0..40),
    ) {
        let mut keys = Keymap::DEFAULT;
        for (place, stroke, by_force) in steps {
            let Some(action) = Action::ALL.get(place).copied() else { continue };
            let before = keys;
            if by_force {
                keys.swap(action, stroke);
                prop_assert_eq!(keys.stroke(action), stroke);
            } else if keys.set(action, stroke).is_err() {
                prop_assert_eq!(keys, before);
            }
            for action in Action::ALL {
                prop_assert_eq!(keys.taken_by(action, keys.stroke(action)), vec![]);
            }
        }
        let changes = keys.changes();
        let stored = changes.iter().map(|(action, stroke)| (action.as_str(), stroke.as_str()));
        prop_assert_eq!(Keymap::with_changes(stored), keys);
    }
}
