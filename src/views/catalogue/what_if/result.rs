//! Revenue, cost and margin a month: a small picture, the table with the same numbers, and what to bear in mind.

use leptos::prelude::*;
use workspace::catalogue::told::Told;
use workspace::catalogue::what_if::{Doubt, Money, Outcome, Pair};

use super::chart;
use crate::session::Session;
use crate::ui::Panel;

/// The rows of the table.
pub fn amounts(money: Pair<Money>) -> [(&'static str, i64, i64); 3] {
    let signed = |cents: u64| i64::try_from(cents).unwrap_or(i64::MAX);
    [
        ("Revenue", signed(money.before.revenue), signed(money.after.revenue)),
        ("Cost", signed(money.before.cost), signed(money.after.cost)),
        ("Margin", money.before.margin(), money.after.margin()),
    ]
}

/// The panel.
#[component]
pub fn Result(found: Memo<Outcome>) -> impl IntoView {
    let session = expect_context::<Session>();
    let money = Memo::new(move |_| found.with(|found| found.money));
    let doubts = Memo::new(move |_| found.with(|found| found.doubts.clone()));
    let said = move |cents: i64| {
        let amount = session.read(|workspace| Told::of_desk(workspace.desk()).money(cents.unsigned_abs()));
        [if cents < 0 { "−" } else { "" }, &amount.unwrap_or_default()].concat()
    };
    let row = move |(name, before, after): (&'static str, i64, i64)| {
        let difference = after.saturating_sub(before);
        let difference = match difference {
            0 => "none".to_owned(),
            more @ 1.. => "+".to_owned() + &said(more),
            less => said(less),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="number">{said(before)}</td>
                <td class="number">{said(after)}</td>
                <td class="number">{difference}</td>
            </tr>
        }
    };
    let table = move || amounts(money.get()).map(row).into_iter().collect_view();
    let picture = move || chart::picture(amounts(money.get()));
    let doubt = |doubt: Doubt| view! { <li>{doubt.sentence()}</li> };
    let doubts = move || {
        let all = doubts.get();
        (!all.is_empty()).then(|| {
            view! {
                <h3>"What these numbers leave out"</h3>
                <ul class="what-if-doubts">{all.into_iter().map(doubt).collect_view()}</ul>
            }
        })
    };
    view! {
        <Panel title="A month, before and after" class="what-if-result">
            <div class="what-if-money">
                <div class="what-if-picture">{picture}</div>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Revenue, cost and margin">
                    <table class="what-if-table">
                        <thead>
                            <tr>
                                <th scope="col">"A month"</th>
                                <th scope="col" class="number">"Now"</th>
                                <th scope="col" class="number">"Then"</th>
                                <th scope="col" class="number">"Difference"</th>
                            </tr>
                        </thead>
                        <tbody>{table}</tbody>
                    </table>
                </div>
            </div>
            {doubts}
        </Panel>
    }
    .into_any()
}
