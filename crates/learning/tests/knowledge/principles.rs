//! The guiding principles in use.

use learning::knowledge::{Fit, Kind, Situation};

use super::lists::PRINCIPLES;
use super::{knowledge, situations};

fn follows(situation: &Situation) -> usize {
    situation.choices.iter().position(|choice| choice.fit == Fit::Follows).unwrap()
}

#[test]
fn each_principle_has_at_least_five_situations() {
    let (situations, knowledge) = (situations(), knowledge());
    for principle in PRINCIPLES {
        assert!(situations.of(principle).count() >= 5, "{principle}");
        assert_eq!(knowledge.concept(principle).unwrap().kind, Kind::Principle);
    }
    assert!(situations.all.iter().all(|one| PRINCIPLES.contains(&one.principle.as_str())));
}

#[test]
fn of_three_choices_exactly_one_follows() {
    for situation in situations().all {
        assert_eq!(situation.choices.len(), 3, "{}", situation.id);
        let fitting = situation.choices.iter().filter(|choice| choice.fit == Fit::Follows).count();
        assert_eq!(fitting, 1, "{}", situation.id);
    }
}

#[test]
fn neither_place_nor_length_gives_the_right_choice_away() {
    let situations = situations();
    let mut places = [0; 3];
    let (mut longest, mut shortest) = (0, 0);
    for situation in &situations.all {
        let right = follows(situation);
        places[right] += 1;
        let lengths: Vec<usize> = situation.choices.iter().map(|choice| choice.text.len()).collect();
        longest += usize::from(lengths.iter().max() == lengths.get(right));
        shortest += usize::from(lengths.iter().min() == lengths.get(right));
        assert!(lengths.iter().max().unwrap() <= &(2 * lengths.iter().min().unwrap()), "{}", situation.id);
    }
    assert!(places.iter().max().unwrap() - places.iter().min().unwrap() <= 2, "{places:?}");
    let most = situations.all.len() * 42 / 100;
    assert!(longest <= most && shortest <= most, "{longest} longest, {shortest} shortest");
    for principle in PRINCIPLES {
        let places: Vec<usize> = situations.of(principle).map(follows).collect();
        assert!((0..3).all(|place| places.contains(&place)), "{principle}: {places:?}");
    }
}
