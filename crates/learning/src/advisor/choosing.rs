//! Which practices, in which order and how formally, and which frameworks beside them.

use super::answers::Answers;
use super::form::{Advisor, Effect, ExtentText, Formality, FrameworkUse, PracticeText};
use super::reasons::{Reason, sum};

/// In so many waves practices are taken up.
pub const WAVES: usize = 3;

/// Never more practices than this, whatever the file says: nobody takes up more at once and means it.
const MOST: usize = 12;

/// A practice needs so many points to be chosen: one strong reason, or several weak ones.
const ENOUGH: i32 = 3;

/// With fewer than this, the usual ones are added.
const FEWEST: usize = 3;

/// A practice that is recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenPractice {
    /// Its id among the 34.
    pub id: String,
    /// Its name.
    pub name: String,
    /// From 1 to [`WAVES`].
    pub wave: usize,
    /// How formally it is done.
    pub formality: Formality,
    /// What that looks like.
    pub done: String,
    /// Its points.
    pub points: i32,
    /// Chosen practices that build on it, for which it may come earlier than its own points would have it.
    pub carries: Vec<String>,
    /// Why it is chosen; empty if only because too few others were, as an assumption.
    pub reasons: Vec<Reason>,
    /// Why it is done so formally; the first is that of the extent, if it has any answer behind it.
    pub formality_reasons: Vec<Reason>,
}

/// What is said of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkVerdict {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it fits now.
    pub verdict: FrameworkUse,
    /// What for; or, of one that is not for now, why not in general.
    pub text: String,
    /// Its points: more than 0 is now.
    pub points: i32,
    /// Why; empty if nothing that was answered speaks of it.
    pub reasons: Vec<Reason>,
    /// What speaks for the opposite, and weighed less.
    pub against: Vec<Reason>,
}

struct Candidate<'a> {
    text: &'a PracticeText,
    points: i32,
    reasons: Vec<Reason>,
}

impl Advisor {
    /// The practices in the order in which to take them up.
    pub(super) fn choose(
        &self,
        heard: &Answers,
        extent: &ExtentText,
        extent_reason: Option<&Reason>,
    ) -> Vec<ChosenPractice> {
        let ordered = in_order(self.candidates(heard, extent.practices.min(MOST)));
        let carried: Vec<(String, &[String])> =
            ordered.iter().map(|one| (one.text.id.clone(), one.text.after.as_slice())).collect();
        let sizes = wave_sizes(ordered.len());
        let waves = sizes.into_iter().zip(1..).flat_map(|(size, wave)| std::iter::repeat_n(wave, size));
        let chosen = ordered.into_iter().zip(waves).map(|(candidate, wave)| {
            let of_rules = self.reasons(heard, |effect| match effect {
                Effect::Formality(which, points) if which.is_empty() || which.contains(&candidate.text.id) => {
                    Some(*points)
                }
                _ => None,
            });
            let formality = formality(extent.formality.saturating_add(sum(&of_rules)));
            let builds_on_it = carried.iter().filter(|(_, after)| after.contains(&candidate.text.id));
            ChosenPractice {
                carries: builds_on_it.map(|(id, _)| id.clone()).collect(),
                id: candidate.text.id.clone(),
                name: candidate.text.name.clone(),
                wave,
                formality,
                done: candidate.text.done(formality).to_owned(),
                points: candidate.points,
                reasons: candidate.reasons,
                formality_reasons: extent_reason.cloned().into_iter().chain(of_rules).collect(),
            }
        });
        chosen.collect()
    }

    /// Those with enough points, heaviest first, of equals in the file's order; the usual ones if they are too few.
    fn candidates(&self, heard: &Answers, most: usize) -> Vec<Candidate<'_>> {
        let all = self.practices.iter().map(|text| {
            let reasons = self.reasons(heard, |effect| match effect {
                Effect::Practices(points) => points.get(&text.id).copied(),
                _ => None,
            });
            Candidate { text, points: sum(&reasons), reasons }
        });
        let (mut chosen, others): (Vec<_>, Vec<_>) = all.partition(|candidate| candidate.points >= ENOUGH);
        // Stable: equals keep the file's order.
        chosen.sort_by_key(|candidate| std::cmp::Reverse(candidate.points));
        chosen.truncate(most);
        let missing = FEWEST.saturating_sub(chosen.len());
        let usual = others.into_iter().filter(|candidate| candidate.text.usual && candidate.points >= 0);
        chosen.extend(usual.take(missing));
        chosen
    }

    /// What is said of each framework, in the file's order.
    pub(super) fn frameworks_for(&self, heard: &Answers) -> Vec<FrameworkVerdict> {
        let verdicts = self.frameworks.iter().map(|framework| {
            let all = self.reasons(heard, |effect| match effect {
                Effect::Framework(id, points) if *id == framework.id => Some(*points),
                _ => None,
            });
            let points = sum(&all);
            let fits = points > 0;
            let (reasons, against) = all.into_iter().partition(|reason| (reason.points > 0) == fits);
            FrameworkVerdict {
                id: framework.id.clone(),
                name: framework.name.clone(),
                verdict: if fits { FrameworkUse::Now } else { FrameworkUse::NotNow },
                text: if fits { framework.good_for.clone() } else { framework.not_now.clone() },
                points,
                reasons,
                against,
            }
        });
        verdicts.collect()
    }
}

/// The heaviest first; but what it builds on, if that is chosen as well, comes right before it.
fn in_order(open: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut open: Vec<Option<Candidate<'_>>> = open.into_iter().map(Some).collect();
    let mut done = Vec::with_capacity(open.len());
    for at in 0..open.len() {
        take(at, &mut open, &mut done);
    }
    done
}

/// Takes one, after its foundations. It is out of `open` before they are looked at, so that even a ring of foundations
/// (a fault of the file) comes to an end.
fn take<'a>(at: usize, open: &mut [Option<Candidate<'a>>], done: &mut Vec<Candidate<'a>>) {
    let Some(candidate) = open.get_mut(at).and_then(Option::take) else { return };
    for foundation in &candidate.text.after {
        let place = open.iter().position(|one| one.as_ref().is_some_and(|one| one.text.id == *foundation));
        if let Some(place) = place {
            take(place, open, done);
        }
    }
    done.push(candidate);
}

/// As even as can be, earlier waves no smaller than later ones.
fn wave_sizes(practices: usize) -> [usize; WAVES] {
    let mut sizes = [practices / WAVES; WAVES];
    sizes.iter_mut().take(practices % WAVES).for_each(|size| *size += 1);
    sizes
}

/// Two steps above standard are strict: one reason alone does not call for proof.
fn formality(steps: i32) -> Formality {
    match steps {
        ..=-1 => Formality::Light,
        0..=1 => Formality::Standard,
        2.. => Formality::Strict,
    }
}
