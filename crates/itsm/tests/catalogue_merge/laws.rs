//! Laws of joining. That it is associative is not claimed.

use std::collections::BTreeSet;

use itsm::catalogue::Catalogue;
use itsm::catalogue::merge::{Cell, Side, joined, merge, value};
use proptest::prelude::*;

use super::good::good;
use super::touch::TOUCHES;

type Touched = Vec<(usize, u32)>;

fn touched(base: &Catalogue, touches: &Touched) -> Catalogue {
    let mut copy = base.clone();
    // Each at most once: a second one may need what the first took away.
    let mut done = BTreeSet::new();
    for (which, number) in touches {
        if done.insert(*which) {
            TOUCHES[*which](&mut copy, *number);
        }
    }
    copy
}

fn touches() -> impl Strategy<Value = Touched> {
    prop::collection::vec((0..TOUCHES.len(), 0..4_u32), 0..8)
}

fn is_order(cell: Cell) -> bool {
    use itsm::catalogue::Slot;
    matches!(cell, Cell::FormOrder(..) | Cell::StepOrder(..) | Cell::Slot(_, Slot::OfferingOrder))
}

/// Without the names, which are united whatever is chosen.
fn said(catalogue: Catalogue) -> Catalogue {
    Catalogue { directory: Default::default(), ..catalogue }
}

/// What stands at a cell, apart from the parts that are compared by themselves.
fn at(catalogue: &Catalogue, cell: Cell) -> Option<itsm::catalogue::merge::Value> {
    use itsm::catalogue::merge::Value;
    match value(catalogue, cell) {
        Some(Value::Offering(offering)) => Some(Value::Offering(Box::new(itsm::catalogue::Offering {
            form: Default::default(),
            workflow: Default::default(),
            ..*offering
        }))),
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn if_they_changed_nothing_mine_stays(mine in touches()) {
        let base = good();
        let mine = touched(&base, &mine);
        prop_assert!(merge(&base, &mine, &base).is_empty());
        prop_assert_eq!(joined(&base, &mine, &base, |_| None), mine);
    }

    #[test]
    fn if_i_changed_nothing_theirs_is_taken(theirs in touches()) {
        let base = good();
        let theirs = touched(&base, &theirs);
        let found = merge(&base, &base, &theirs);
        prop_assert!(found.conflicts.is_empty() && found.kept.is_empty());
        prop_assert_eq!(joined(&base, &base, &theirs, |_| None), theirs);
    }

    #[test]
    fn the_same_changes_on_both_sides_are_no_conflict(both in touches()) {
        let base = good();
        let copy = touched(&base, &both);
        prop_assert_eq!(merge(&base, &copy, &copy), Default::default());
        prop_assert_eq!(joined(&base, &copy, &copy, |_| None), copy);
    }

    #[test]
    fn changes_of_different_cells_are_no_conflict_and_all_of_them_come(all in touches(), cut in 0..8_usize) {
        let base = good();
        let mut seen = BTreeSet::new();
        let all: Touched = all.into_iter().filter(|(which, _)| seen.insert(*which)).collect();
        let (mine, theirs) = all.split_at(cut.min(all.len()));
        let (mine, theirs) = (touched(&base, &mine.to_vec()), touched(&base, &theirs.to_vec()));
        let found = merge(&base, &mine, &theirs);
        prop_assert_eq!(&found.conflicts, &Vec::new());
        let both = joined(&base, &mine, &theirs, |_| None);
        for cell in found.changes.iter().filter(|cell| !is_order(**cell)) {
            prop_assert_eq!(at(&both, *cell), at(&theirs, *cell));
        }
        for cell in found.kept.iter().filter(|cell| !is_order(**cell)) {
            prop_assert_eq!(at(&both, *cell), at(&mine, *cell));
        }
    }

    #[test]
    fn choosing_mine_everywhere_leaves_mine_and_theirs_for_conflicts_gives_theirs(
        mine in touches(), theirs in touches(),
    ) {
        let base = good();
        let (mine, theirs) = (touched(&base, &mine), touched(&base, &theirs));
        prop_assert_eq!(said(joined(&base, &mine, &theirs, |_| Some(Side::Mine))), said(mine.clone()));
        let found = merge(&base, &mine, &theirs);
        let chosen = joined(&base, &mine, &theirs, |_| Some(Side::Theirs));
        for cell in found.conflicts.iter().chain(&found.changes).filter(|cell| !is_order(**cell)) {
            prop_assert_eq!(at(&chosen, *cell), at(&theirs, *cell));
        }
    }

    #[test]
    fn what_is_found_is_the_same_from_both_sides(mine in touches(), theirs in touches()) {
        let base = good();
        let (mine, theirs) = (touched(&base, &mine), touched(&base, &theirs));
        let (one, other) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        let set = |cells: &[Cell]| cells.iter().copied().filter(|cell| !is_order(*cell)).collect::<BTreeSet<_>>();
        prop_assert_eq!(set(&one.conflicts), set(&other.conflicts));
        prop_assert_eq!(set(&one.changes), set(&other.kept));
    }
}
