//! Six measures: yours, where an expert's lie, and what each counts.

use leptos::prelude::*;
use simulation::debrief::Measure;

use super::look::{Compared, Look};
use super::words;

/// The table.
pub fn measures(look: Look) -> AnyView {
    let rows = look.debrief().measures.iter().map(|measure| row(look, measure)).collect_view();
    view! {
        <section class="debrief-part" aria-labelledby="debrief-measures">
            <h2 id="debrief-measures">"Six measures"</h2>
            <table class="debrief-measures">
                <thead>
                    <tr>
                        <th scope="col">"Measure"</th>
                        <th scope="col" class="number">"Yours"</th>
                        <th scope="col" class="number">"Expert"</th>
                        <th scope="col">"What it counts"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(look: Look, measure: &Measure) -> AnyView {
    let yours = measure.yours.map_or_else(|| "–".to_owned(), |yours| words::measured(yours, &measure.unit));
    let (key, unit) = (measure.key.clone(), measure.unit.clone());
    let expert = move || {
        look.compared.with(|compared| match compared {
            Compared::Here(ranges) => {
                let found = ranges.expert.iter().find(|(of, ..)| *of == key);
                found.map_or_else(|| "–".to_owned(), |(_, low, high)| words::measured_range(*low, *high, &unit))
            }
            Compared::Playing(..) => "…".to_owned(),
            Compared::Failed(_) => "–".to_owned(),
        })
    };
    let better = if measure.more_is_better { "More is better." } else { "Less is better." };
    view! {
        <tr>
            <th scope="row">{measure.name.clone()}</th>
            <td class="number debrief-yours"><span class="debrief-of" aria-hidden="true">"Yours "</span>{yours}</td>
            <td class="number"><span class="debrief-of" aria-hidden="true">"Expert "</span>{expert}</td>
            <td class="debrief-counts">{measure.definition.clone()}" "<span class="debrief-better">{better}</span></td>
        </tr>
    }
    .into_any()
}
