//! What holds for any stream.

use learning::stream::{
    Activity, Measures, Minutes, Name, Rework, Share, Step, StepId, Stream, TakenShare, Vocabulary, WIDEST, Words,
    compare, layout, read, store, to_svg,
};
use proptest::prelude::*;

use crate::common::near;
use crate::drawing::well_formed;

#[derive(Clone, Debug)]
struct Draft {
    name: String,
    activity: usize,
    owner: u8,
    touch: u32,
    wait: u32,
    rework: Option<(usize, u16)>,
    taken: u16,
}

fn draft() -> impl Strategy<Value = Draft> {
    let times = (0_u32..864_000, 0_u32..864_000);
    let rework = proptest::option::of((any::<prop::sample::Index>().prop_map(|index| index.index(40)), 0_u16..1000));
    let taken = prop_oneof![2 => Just(1000_u16), 1 => 1_u16..=1000];
    ("[ -~äßé“”<>&'\"]{1,80}", 0_usize..8, 0_u8..5, times, rework, taken).prop_map(
        |(name, activity, owner, (touch, wait), rework, taken)| Draft {
            name,
            activity,
            owner,
            touch,
            wait,
            rework,
            taken,
        },
    )
}

fn step(draft: &Draft, vocabulary: Vocabulary, place: usize) -> Step {
    let activities = vocabulary.activities();
    Step {
        name: Name::new(&draft.name).unwrap_or_else(|_| Name::new("Nameless").unwrap()),
        activity: activities[draft.activity % activities.len()],
        owner: Name::new(["Service desk", "Network", "Workplace", "service DESK", "Finance"][usize::from(draft.owner)])
            .unwrap(),
        touch: Minutes::new(f64::from(draft.touch) / 10.0).unwrap(),
        wait: Minutes::new(f64::from(draft.wait) / 10.0).unwrap(),
        rework: draft.rework.filter(|_| place > 0).map(|(to, share)| Rework {
            to: StepId(u32::try_from(to % place).unwrap() + 1),
            share: Share::new(f64::from(share) / 1000.0).unwrap(),
        }),
        taken: Share::new(f64::from(draft.taken) / 1000.0).unwrap(),
    }
}

fn any_stream() -> impl Strategy<Value = Stream> {
    let vocabulary = prop_oneof![Just(Vocabulary::ValueChain), Just(Vocabulary::Lifecycle)];
    (vocabulary, prop::collection::vec(draft(), 0..=40)).prop_map(|(vocabulary, drafts)| {
        let empty = Stream::new(Name::new("Any").unwrap(), vocabulary);
        drafts.iter().enumerate().fold(empty, |stream, (place, draft)| {
            stream.add(StepId(u32::try_from(place).unwrap() + 1), place, step(draft, vocabulary, place)).unwrap()
        })
    })
}

/// The same with something else in each step.
fn each(stream: &Stream, change: impl Fn(&Step) -> Step) -> Stream {
    stream.steps().iter().fold(stream.clone(), |next, placed| next.change(placed.id, change(&placed.step)).unwrap())
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn figures_are_within_their_bounds(stream in any_stream()) {
        let measures = Measures::of(&stream);
        prop_assert!(measures.lead.is_finite() && measures.lead >= measures.touch && measures.touch >= 0.0);
        prop_assert!(measures.flow_efficiency.is_none_or(|share| (0.0..=1.0).contains(&share)));
        prop_assert!((0.0..=1.0).contains(&measures.first_pass_yield));
        for (placed, figures) in stream.steps().iter().zip(&measures.steps) {
            prop_assert!(figures.visits >= placed.step.taken.get() * (1.0 - 1e-12));
            prop_assert!(figures.hand_offs >= 0.0 && figures.hand_offs <= figures.visits * (1.0 + 1e-9));
        }
    }

    /// What comes into a step is what goes out: visits solve the equations they are defined by.
    #[test]
    fn visits_balance(stream in any_stream()) {
        let measures = Measures::of(&stream);
        let mut flow = 1.0;
        for (placed, figures) in stream.steps().iter().zip(&measures.steps) {
            let taken = placed.step.taken;
            prop_assert!(close(figures.visits, flow * taken.get() + figures.returns), "{} at {:?}", figures.visits, placed.id);
            flow = flow * taken.rest() + figures.visits * placed.step.rework.map_or(1.0, |rework| rework.share.rest());
        }
        // In the end each item leaves once.
        prop_assert!(stream.steps().is_empty() || close(flow, 1.0), "{flow}");
    }

    #[test]
    fn totals_of_owners_and_activities_are_those_of_the_stream(stream in any_stream()) {
        let measures = Measures::of(&stream);
        prop_assert!(close(measures.owners.iter().map(|load| load.touch).sum(), measures.touch));
        prop_assert!(close(measures.activities.iter().map(|total| total.touch).sum(), measures.touch));
        prop_assert!(close(measures.activities.iter().map(|total| total.wait).sum(), measures.wait));
        prop_assert_eq!(measures.owners.iter().map(|load| load.steps).sum::<usize>(), stream.steps().len());
    }

    #[test]
    fn rework_never_shortens(stream in any_stream()) {
        let measures = Measures::of(&stream);
        let without = Measures::of(&each(&stream, |step| Step { rework: None, ..step.clone() }));
        prop_assert!(measures.lead >= without.lead * (1.0 - 1e-12) && measures.touch >= without.touch * (1.0 - 1e-12));
        let less = Measures::of(&each(&stream, |step| Step {
            rework: step.rework.map(|rework| Rework { share: Share::new((rework.share.get() * 500.0).floor() / 1000.0).unwrap(), ..rework }),
            ..step.clone()
        }));
        prop_assert!(measures.lead >= less.lead * (1.0 - 1e-12) && less.lead >= without.lead * (1.0 - 1e-12));
    }

    #[test]
    fn without_rework_moving_a_step_changes_no_time(stream in any_stream(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        prop_assume!(!stream.steps().is_empty());
        let plain = each(&stream, |step| Step { rework: None, ..step.clone() });
        let id = plain.steps()[from.index(plain.steps().len())].id;
        let moved = plain.move_to(id, to.index(plain.steps().len())).unwrap();
        let (before, after) = (Measures::of(&plain), Measures::of(&moved));
        prop_assert!(close(before.touch, after.touch) && close(before.lead, after.lead));
        prop_assert!(plain.steps().iter().all(|placed| moved.step(placed.id).is_some_and(|step| step.touch == placed.step.touch)));
    }

    #[test]
    fn what_is_stored_is_read_as_it_was(stream in any_stream()) {
        let text = store(&stream);
        prop_assert!(text.len() < 30_000);
        prop_assert_eq!(read(&text), Ok(stream));
    }

    #[test]
    fn a_difference_is_the_sum_of_its_sources(before in any_stream(), after in any_stream()) {
        let mild = |stream: &Stream| each(stream, |step| Step {
            rework: step.rework.map(|rework| Rework { share: Share::new((rework.share.get() * 100.0).floor() / 1000.0).unwrap(), ..rework }),
            ..step.clone()
        });
        for difference in compare(&mild(&before), &mild(&after)).differences {
            if let (Some(whole), true) = (difference.difference(), !difference.sources.is_empty()) {
                let sum: f64 = difference.sources.iter().map(|source| source.difference).sum();
                let scale = difference.before.unwrap().abs().max(difference.after.unwrap().abs()).max(1.0);
                prop_assert!((sum - whole).abs() <= 1e-6 * scale, "{:?}: {sum} for {whole}", difference.measure);
            }
        }
    }

    #[test]
    fn any_stream_is_drawn(stream in any_stream(), width in 0.0..1500.0) {
        well_formed(&to_svg(&stream, &Words::english()));
        let drawing = layout(&stream, width);
        prop_assert!(drawing.width <= WIDEST && drawing.height.is_finite());
    }

    #[test]
    fn a_refused_edit_is_the_only_way_that_rework_could_go_forward(stream in any_stream(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        prop_assume!(!stream.steps().is_empty());
        let id = stream.steps()[from.index(stream.steps().len())].id;
        for edited in [stream.move_to(id, to.index(stream.steps().len())), stream.remove(id)].into_iter().flatten() {
            for placed in edited.steps() {
                let earlier = placed.step.rework.is_none_or(|rework| edited.place(rework.to) < edited.place(placed.id));
                prop_assert!(earlier && edited.step(placed.id).is_some());
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,300}") {
        prop_assert!(read(&text).is_err());
    }
}

#[test]
fn a_share_and_its_rest_make_one() {
    for per_mille in 1..=1000 {
        let share: TakenShare = Share::new(f64::from(per_mille) / 1000.0).unwrap();
        near(share.get() + share.rest(), 1.0);
    }
    assert!(Activity::from_code(Vocabulary::ValueChain, "support").is_none());
}
