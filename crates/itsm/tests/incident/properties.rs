//! Whatever is asked, in whatever order.

use itsm::incident::{Command as Ask, Event as What, Incident, MilestoneKind, ResolutionCode, Side, Stage, why_not};
use itsm::{Command, Desk, Event, Happening, IncidentId, RecordId, apply, decide};
use proptest::prelude::*;

use crate::invariants::*;
use crate::sequences::*;
use crate::shift::*;

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Desk {
    let mut desk = Desk::default();
    for event in events {
        apply(&mut desk, event);
    }
    desk
}

fn concerns(event: &Event, id: IncidentId) -> bool {
    matches!(&event.what, Happening::Incident(whose, _) if *whose == id)
}

/// Plays a random history. [`Shift::ask`] checks that each event is legal at its turn.
fn play(steps: Vec<Step>) -> Shift {
    let mut shift = Shift::begin();
    for step in steps {
        let before = shift.desk.clone();
        match step {
            Step::Asked(command) => {
                if shift.ask(command).is_err() {
                    assert_eq!(shift.desk, before, "a refused command changes nothing");
                }
                hold_over_a_legal_step(&before, &shift.desk);
            }
            Step::Saw(id, row) => {
                let what = Happening::Incident(id, What::Observed(Box::new(row)));
                shift.take(Event { at: shift.now, by: STRANGER, what });
                hold_over_any_step(&before, &shift.desk);
            }
        }
        hold_for_legal_events(&shift.desk);
    }
    shift
}

/// A command of each action that brings everything its form asks for.
fn well_formed(ask: &Ask) -> Option<Ask> {
    let text = "It works again".into();
    Some(match ask {
        Ask::Start(_) | Ask::Close(_) => ask.clone(),
        Ask::Resolve { incident, .. } => {
            let code = ResolutionCode::SolutionProvided;
            Ask::Resolve { incident: *incident, code, solution: text, cascade: true }
        }
        Ask::Reopen { incident, .. } => Ask::Reopen { incident: *incident, because: text },
        Ask::Cancel { incident, .. } => Ask::Cancel { incident: *incident, because: text },
        Ask::Reply { incident, side, .. } => Ask::Reply { incident: *incident, side: *side, text },
        Ask::Note { incident, .. } => Ask::Note { incident: *incident, text },
        _ => return None,
    })
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 64, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_sequence_of_commands_either_refuses_or_keeps_every_invariant(steps in steps()) {
        play(steps);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state(steps in steps()) {
        let shift = play(steps);
        prop_assert_eq!(&fold(&shift.journal), &shift.desk);
        for incident in shift.desk.incidents() {
            let alone = fold(shift.journal.iter().filter(|event| concerns(event, incident.id)));
            prop_assert_eq!(alone.incident(incident.id).unwrap(), incident);
        }
    }

    #[test]
    fn why_not_and_decide_agree(steps in steps(), asks in prop::collection::vec(ask(), 1..40)) {
        let shift = play(steps);
        for ask in asks {
            let Some((id, action)) = action_of(&ask) else { continue };
            let tried = decide(&shift.desk, Command::Incident(ask.clone()), &shift.context());
            match why_not(&shift.desk, id, action) {
                Some(refusal) => prop_assert_eq!(tried, Err(refusal)),
                None => {
                    if let Some(ask) = well_formed(&ask) {
                        prop_assert!(decide(&shift.desk, Command::Incident(ask), &shift.context()).is_ok());
                    }
                }
            }
        }
    }

    #[test]
    fn every_refusal_teaches_in_at_most_25_words(steps in steps(), asks in prop::collection::vec(ask(), 1..60)) {
        let shift = play(steps);
        for ask in asks {
            if let Err(refusal) = decide(&shift.desk, Command::Incident(ask), &shift.context()) {
                teaches_briefly(&refusal);
            }
        }
    }

    #[test]
    fn late_events_that_are_legal_keep_every_invariant(
        steps in steps(),
        late in prop::collection::vec(late_event(), 1..60),
    ) {
        let mut shift = play(steps);
        for event in late {
            if shift.desk.legal(&event).is_ok() {
                let before = shift.desk.clone();
                apply(&mut shift.desk, &event);
                hold_over_a_legal_step(&before, &shift.desk);
                hold_for_legal_events(&shift.desk);
            }
        }
    }

    #[test]
    fn applying_never_fails_and_leaves_a_record_that_agrees_with_itself(
        events in prop::collection::vec(any_event(), 1..120),
    ) {
        let mut desk = Desk::default();
        for event in &events {
            let before = desk.clone();
            apply(&mut desk, event);
            hold_over_any_step(&before, &desk);
            hold_for_any_events(&desk);
        }
        for incident in desk.incidents() {
            let alone = fold(events.iter().filter(|event| concerns(event, incident.id)));
            prop_assert_eq!(alone.incident(incident.id).unwrap(), incident);
        }
    }

    #[test]
    fn an_undone_event_leaves_what_folding_without_it_leaves(
        events in prop::collection::vec(any_event(), 1..60),
        undone in any::<prop::sample::Index>(),
    ) {
        let mut desk = fold(&events);
        let undone = undone.index(events.len());
        let rest: Vec<_> = events.iter().enumerate().filter(|(at, _)| *at != undone).map(|(_, event)| event).collect();
        if let Happening::Incident(id, _) = &events[undone].what {
            desk.forget(RecordId::Incident(*id));
            rest.iter().filter(|event| concerns(event, *id)).for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(desk, fold(rest));
    }

    #[test]
    fn a_closed_incident_stays_as_it_is_whatever_is_asked(asks in prop::collection::vec(ask(), 1..60)) {
        let mut shift = Shift::begin();
        let closed = shift.closed();
        let before = shift.see(closed).clone();
        for ask in asks {
            let _ = shift.try_to(ask);
            let mut after = shift.see(closed).clone();
            // A note may be added: it moves nothing but the instant of the last change. The caller may judge it.
            after.changed_at = before.changed_at;
            after.rating = before.rating.clone();
            prop_assert_eq!(&after, &before);
        }
    }
}

/// Every stage that the record has been in.
fn stages(incident: &Incident) -> Vec<Stage> {
    let became = incident.milestones.iter().filter_map(|milestone| match milestone.what {
        MilestoneKind::Became(state) => Some(state.stage()),
        _ => None,
    });
    std::iter::once(Stage::New).chain(became).collect()
}

#[test]
fn random_histories_reach_every_state_and_every_kind_of_event() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let (mut states, mut kinds) = (std::collections::BTreeSet::new(), std::collections::HashSet::new());
    for _ in 0..60 {
        let shift = play(steps().new_tree(&mut runner).unwrap().current());
        states.extend(shift.desk.incidents().filter(|one| one.foreign.is_none()).flat_map(stages));
        kinds.extend(shift.journal.iter().filter_map(|event| match &event.what {
            Happening::Incident(_, what) => Some(std::mem::discriminant(what)),
            _ => None,
        }));
    }
    assert_eq!((states.len(), kinds.len()), (6, 15), "{states:?}");
}

#[test]
fn a_conversation_played_twice_leaves_the_same_desk() {
    let play = || {
        let mut shift = Shift::begin();
        let id = shift.closed();
        shift.does(reply(id, Side::Caller));
        shift.desk
    };
    assert_eq!(play(), play());
}
