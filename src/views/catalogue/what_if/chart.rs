//! Two bars for each amount: as it is, and as it would be. The table beside it says the same.

use leptos::prelude::*;

const WIDTH: f64 = 260.0;
const LEFT: f64 = 64.0;
const BAR: f64 = 14.0;
const GAP: f64 = 18.0;

/// The picture.
pub fn picture(amounts: [(&'static str, i64, i64); 3]) -> AnyView {
    let values = || amounts.iter().flat_map(|(_, before, after)| [*before, *after]);
    let most = values().max().unwrap_or(0).max(0) as f64;
    let least = values().min().unwrap_or(0).min(0) as f64;
    let room = WIDTH - LEFT;
    let scale = if most > least { room / (most - least) } else { 0.0 };
    let zero = LEFT - least * scale;
    let each = BAR * 2.0 + GAP;
    let height = each * 3.0;
    let bar = |value: i64, top: f64, class: &'static str| {
        let length = (value as f64).abs() * scale;
        let x = if value < 0 { zero - length } else { zero };
        view! { <rect class=class x=x.to_string() y=top.to_string() width=length.to_string() height=BAR.to_string() rx="2"></rect> }
    };
    let row = |(place, (name, before, after)): (usize, (&'static str, i64, i64))| {
        let top = place as f64 * each + GAP / 2.0;
        let middle = (top + BAR + 4.0).to_string();
        view! {
            <text class="what-if-name" x="0" y=middle>{name}</text>
            {bar(before, top, "what-if-bar what-if-before")}
            {bar(after, top + BAR, "what-if-bar what-if-after")}
        }
    };
    let rows: Vec<_> = amounts.into_iter().enumerate().map(row).collect();
    let view_box = ["0 0 ", &WIDTH.to_string(), " ", &height.to_string()].concat();
    let (left, bottom) = (zero.to_string(), height.to_string());
    view! {
        <svg width=WIDTH.to_string() height=height.to_string() viewBox=view_box role="img" aria-label="Revenue, cost and margin a month, now and then; the table has the same numbers">
            <line class="what-if-zero" x1=left.clone() y1="0" x2=left y2=bottom></line>
            {rows}
        </svg>
        <p class="what-if-key" aria-hidden="true"><span class="what-if-key-before">"now"</span><span class="what-if-key-after">"then"</span></p>
    }
    .into_any()
}
