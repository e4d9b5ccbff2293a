//! Two versions beside each other: each measure, and which steps the difference comes from.

use learning::stream::{Difference, Measure, Words, compare};
use leptos::prelude::*;

use super::Open;

/// What has changed since the stream was taken up; nothing while it is as it was.
pub fn since(open: &Open) -> Option<AnyView> {
    let before = open.before.as_ref().filter(|before| **before != open.stream)?;
    let comparison = compare(before, &open.stream);
    let words = Words::english();
    let value = |measure: Measure, value: Option<f64>| match (measure, value) {
        (_, None) => "–".to_owned(),
        (Measure::Touch | Measure::Wait | Measure::Lead, Some(minutes)) => (words.time)(minutes),
        (Measure::FlowEfficiency | Measure::FirstPassYield, Some(share)) => (words.share)(share),
        (Measure::HandOffs, Some(number)) => (words.number)(number),
    };
    let row = |one: &Difference| {
        let from: Vec<&str> = one.sources.iter().take(2).map(|source| source.name.as_str()).collect();
        let same = one.before == one.after;
        view! {
            <tr>
                <th scope="row">{name(one.measure)}</th>
                <td>{value(one.measure, one.before)}</td>
                <td>{value(one.measure, one.after)}</td>
                <td>{if same { "the same".to_owned() } else { from.join(", ") }}</td>
            </tr>
        }
    };
    Some(
        view! {
            <section aria-labelledby="stream-compared">
                <h2 id="stream-compared">"Before and after"</h2>
                <div class="table-scroll">
                    <table class="learn-levels">
                        <thead><tr><th scope="col">"Measure"</th><th scope="col">"Before"</th><th scope="col">"Now"</th><th scope="col">"Mostly from"</th></tr></thead>
                        <tbody>{comparison.differences.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        }
        .into_any(),
    )
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Touch => "Work",
        Measure::Wait => "Waiting",
        Measure::Lead => "Lead time",
        Measure::FlowEfficiency => "Flow efficiency",
        Measure::HandOffs => "Hand-offs",
        Measure::FirstPassYield => "Right first time",
    }
}
