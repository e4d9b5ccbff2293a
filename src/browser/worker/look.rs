//! The worker's side of looking back at a shift: its debrief, what policies get out of it, and any instant of it. The
//! shift that is played stays as it is.

use serde::Serialize;
use simulation::debrief::{Debrief, Ranging};
use simulation::grading::Rules;
use simulation::shift::{Act, Beginning, Shift};

use super::protocol::{Answer, Look, Looked};
use super::shift::{NO_SHIFT, Playing};

/// What is held to look back with.
pub(super) struct Back {
    /// The shift as it began.
    begun: Shift,
    beginning: Beginning,
    /// Where somebody looked last, and after how many acts that is: from there on it is not far to a later instant.
    sought: Option<(usize, Shift)>,
    ranging: Option<Ranging>,
}

const NOT_OVER: &str = "This shift is not over yet. Play it to its end to look back at it.";
const NOT_AGAIN: &str =
    "The shift could not be done again to that instant. Reload the page; what you have done is kept.";

/// Looks back; `held` is the shift that is played, if there is one.
pub(super) fn look(held: Option<&mut Playing>, look: Look, serial: u32) -> Answer {
    let Some(playing) = held else { return Answer::Fault(NO_SHIFT.to_owned()) };
    let (back, shift, acts) = playing.back();
    let looked = match look {
        Look::Debrief { rules } => debrief(shift, &rules),
        Look::Ranges { seeds } => back.range(seeds),
        Look::Seek { acts: count } => back.seek(acts, usize::try_from(count).unwrap_or(usize::MAX)),
    };
    match looked {
        Ok(looked) => Answer::Looked(serial, looked),
        Err(because) => Answer::ShiftRefused { serial, because, at: 0 },
    }
}

fn debrief(shift: &Shift, rules: &str) -> Result<Looked, String> {
    if !shift.is_over() {
        return Err(NOT_OVER.to_owned());
    }
    let rules = Rules::read(rules)?;
    Ok(Looked::Debriefed { json: json(&Debrief::of(shift, &rules))? })
}

impl Back {
    pub fn new(shift: &Shift, beginning: &Beginning) -> Self {
        Self { begun: shift.clone(), beginning: beginning.clone(), sought: None, ranging: None }
    }

    /// Lets one more policy play one more seed.
    fn range(&mut self, seeds: u32) -> Result<Looked, String> {
        let mut ranging = match self.ranging.take().filter(|ranging| ranging.is_for(seeds)) {
            Some(ranging) => ranging,
            None => Ranging::new(self.begun.files().clone(), &self.beginning, seeds)?,
        };
        ranging.step()?;
        if let Some(ranges) = ranging.ranges() {
            return Ok(Looked::Ranged { json: json(&ranges)? });
        }
        let (done, of) = (ranging.done(), ranging.of());
        self.ranging = Some(ranging);
        Ok(Looked::Ranging { done, of })
    }

    /// What one saw after so many of these acts.
    fn seek(&mut self, acts: &[Act], count: usize) -> Result<Looked, String> {
        let count = count.min(acts.len());
        let near = self.sought.take().filter(|(done, _)| *done <= count);
        let (done, mut shift) = near.unwrap_or_else(|| (0, self.begun.clone()));
        for act in acts.get(done..count).unwrap_or_default() {
            shift.act(act.clone()).map_err(|_| NOT_AGAIN.to_owned())?;
        }
        let json = json(&shift.view())?;
        self.sought = Some((count, shift));
        Ok(Looked::Sought { json })
    }
}

fn json<T: Serialize>(what: &T) -> Result<String, String> {
    serde_json::to_string(what).map_err(|error| error.to_string())
}
