//! Earlier shifts of the same scenario. What they lost is not stored: it is worked out when somebody asks.

use leptos::prelude::*;
use simulation::debrief::Debrief;

use super::look::Look;
use super::words;
use crate::route::{Route, Stand};
use crate::session::shift::RunInfo;
use crate::views::words as plain;

/// So many are played again; of the others one opens the debrief.
const MOST: usize = 6;

/// One's other runs of the scenario that are over, the latest first.
pub fn of(debrief: &Debrief, this: &str, runs: Vec<RunInfo>) -> Vec<RunInfo> {
    let same = |run: &RunInfo| run.finished && run.id != this && *debrief.scenario == run.scenario;
    runs.into_iter().filter(same).collect()
}

/// What is known of what a run lost.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Known {
    NotYet,
    Minutes(f64),
    Never,
}

/// The list, which is worked out once `asked`.
pub fn earlier(look: Look, runs: &[RunInfo], asked: RwSignal<bool>) -> AnyView {
    if runs.is_empty() {
        return view! { <p class="debrief-hint">"This is your first finished shift of this scenario in this browser."</p> }
            .into_any();
    }
    let known: Vec<(RunInfo, RwSignal<Known>)> =
        runs.iter().take(MOST).map(|run| (run.clone(), RwSignal::new(Known::NotYet))).collect();
    let wanted: Vec<_> = known.iter().map(|(run, known)| (run.id.clone(), *known)).collect();
    Effect::new(move |before: Option<bool>| {
        let began = before.unwrap_or(false);
        if asked.get() && !began {
            work_out(look, wanted.clone().into_iter());
        }
        began || asked.get_untracked()
    });
    let one = |(run, known): (RunInfo, RwSignal<Known>)| {
        let href = Route::Shift(Stand::Debrief(run.id.clone())).href();
        let lost = move || match known.get() {
            Known::NotYet => "…".to_owned(),
            Known::Minutes(minutes) => words::whole(minutes),
            Known::Never => "–".to_owned(),
        };
        view! {
            <tr>
                <th scope="row"><a href=href>{run.name.clone()}</a></th>
                <td>{run.code.clone()}</td>
                <td class="number">{plain::number(run.acts)}</td>
                <td class="number">{lost}</td>
            </tr>
        }
    };
    let more = runs.len().saturating_sub(MOST);
    view! {
        <table class="debrief-earlier">
            <thead><tr><th scope="col">"Shift"</th><th scope="col">"Code"</th><th scope="col" class="number">"Acts"</th><th scope="col" class="number">"Minutes lost"</th></tr></thead>
            <tbody>
                <tr><th scope="row">"This one"</th><td></td><td class="number">{plain::number(look.acts)}</td><td class="number">{words::whole(look.debrief().lost_minutes)}</td></tr>
                {known.into_iter().map(one).collect_view()}
            </tbody>
        </table>
        {(more > 0).then(|| view! { <p class="debrief-hint">{plain::count(more, "older shift stands", "older shifts stand")}" under Practise."</p> })}
        <p class="debrief-hint">"The same code means the same people, faults and chances. Other codes had other chances: compare each with its own strip."</p>
    }
    .into_any()
}

/// One after the other, so that the page stays quick.
fn work_out(look: Look, mut rest: std::vec::IntoIter<(String, RwSignal<Known>)>) {
    let Some((run, known)) = rest.next() else { return };
    let heard = move |minutes: Option<f64>| {
        if known.try_set(minutes.map_or(Known::Never, Known::Minutes)).is_none() {
            work_out(look, rest);
        }
    };
    look.lost_in(&run, Box::new(heard));
}
