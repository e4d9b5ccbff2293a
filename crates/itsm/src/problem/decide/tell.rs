//! What is written: to callers, to colleagues, and on the boards of the analysis.

use std::sync::Arc;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Desk, Happening};
use crate::fields::{filled, trimmed};
use crate::ids::ProblemId;
use crate::incident::{self, Side};
use crate::problem::event::Event;
use crate::problem::record::{Bone, Message, Why};
use crate::refusal::Refusal;

/// Longer chains are a list of guesses, not an analysis.
const MOST_WHYS: usize = 9;
/// What fits on one board.
const MOST_BONES: usize = 8;
/// What can be read beside one bone.
const MOST_CAUSES: usize = 12;

pub(super) fn communicate(desk: &Desk, id: ProblemId, what: Message, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Communicate)?;
    let text = filled(text, "text", "an empty message tells the callers nothing")?;
    let open = desk.incidents_of_problem(id).filter(|incident| incident.state.is_open());
    let replied = |incident: &incident::Incident| {
        Happening::Incident(incident.id, incident::Event::Replied { side: Side::Desk, text: text.clone() })
    };
    let mut steps: Steps = open.map(replied).collect();
    let incidents = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    steps.insert(0, on(id, Event::Communicated { what, text, incidents }));
    Ok(steps)
}

pub(super) fn note(desk: &Desk, id: ProblemId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Note)?;
    let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
    Ok(vec![on(id, Event::Noted { text })])
}

pub(super) fn draw_whys(desk: &Desk, id: ProblemId, whys: Vec<Why>) -> Result<Steps, Refusal> {
    let problem = check(desk, id, Action::Draw)?;
    let whys: Vec<Why> = whys
        .into_iter()
        .map(|why| Why { answer: trimmed(why.answer), evidence: trimmed(why.evidence) })
        .filter(|why| !why.answer.is_empty())
        .collect();
    if whys.len() > MOST_WHYS {
        return Err(Refusal::Invalid {
            field: "whys",
            because: "after nine answers the chain no longer convinces; begin anew",
        });
    }
    if whys == problem.analysis.whys {
        return Err(UNCHANGED);
    }
    Ok(vec![on(id, Event::WhysDrawn(whys))])
}

pub(super) fn draw_bones(desk: &Desk, id: ProblemId, bones: Vec<Bone>) -> Result<Steps, Refusal> {
    let problem = check(desk, id, Action::Draw)?;
    let mut drawn = Vec::with_capacity(bones.len());
    for Bone { name, causes } in bones {
        let name = trimmed(name);
        let causes: Vec<Arc<str>> = causes.into_iter().map(trimmed).filter(|cause| !cause.is_empty()).collect();
        if name.is_empty() && !causes.is_empty() {
            return Err(Refusal::Missing {
                field: "the bone's name",
                because: "causes are sorted by what they are of",
            });
        }
        if causes.len() > MOST_CAUSES {
            return Err(Refusal::Invalid {
                field: "causes",
                because: "more than twelve on one bone cannot be read; split it",
            });
        }
        if !name.is_empty() {
            drawn.push(Bone { name, causes });
        }
    }
    if drawn.len() > MOST_BONES {
        return Err(Refusal::Invalid { field: "bones", because: "more than eight do not fit on one board; join some" });
    }
    if drawn == problem.analysis.bones {
        return Err(UNCHANGED);
    }
    Ok(vec![on(id, Event::BonesDrawn(drawn))])
}

const UNCHANGED: Refusal = Refusal::Missing { field: "a change", because: "the board is already as you drew it" };
