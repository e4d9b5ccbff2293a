//! Streams to test with.

use learning::stream::{Activity, Minutes, Name, Rework, Share, Step, StepId, Stream, TakenShare, Vocabulary};

pub fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

pub fn minutes(minutes: f64) -> Minutes {
    Minutes::new(minutes).unwrap()
}

/// A step that is named like its owner.
pub fn step(owner: &str, touch: f64, wait: f64) -> Step {
    Step {
        name: name(&format!("Work of {owner}")),
        activity: Activity::DeliverAndSupport,
        owner: name(owner),
        touch: minutes(touch),
        wait: minutes(wait),
        rework: None,
        taken: TakenShare::ALL,
    }
}

pub fn back(step: Step, to: u32, share: f64) -> Step {
    Step { rework: Some(Rework { to: StepId(to), share: Share::new(share).unwrap() }), ..step }
}

pub fn taken(step: Step, share: f64) -> Step {
    Step { taken: Share::new(share).unwrap(), ..step }
}

/// A stream of these steps with the ids 1, 2, 3 and so on.
pub fn stream(steps: impl IntoIterator<Item = Step>) -> Stream {
    let empty = Stream::new(name("A stream"), Vocabulary::ValueChain);
    steps.into_iter().zip(1..).fold(empty, |stream, (step, id)| {
        stream.add(StepId(id), stream.steps().len(), step).unwrap_or_else(|refusal| panic!("{refusal}"))
    })
}

#[track_caller]
pub fn near(actual: f64, expected: f64) {
    let scale = expected.abs().max(1.0);
    assert!((actual - expected).abs() <= 1e-9 * scale, "{actual} instead of {expected}");
}
