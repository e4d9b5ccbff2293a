//! Where practices stand: radar and table, the trend, and the gaps and next assessments with a way into the register.

use learning::maturity::{Assessment, Due, Gap, Level, Maturity};
use learning::study::Study;
use leptos::prelude::*;

use super::register::{self, Entry};
use super::{Desk, Stage, radar};
use crate::browser::page;
use crate::ui::{Button, Kind};
use crate::views::learn::reminders::within_a_sentence;
use crate::views::words as common;

/// Gaps up to this level are shown: the next steps, not all of them.
const WANTED: u8 = 4;
/// Why an assessment stands in the register.
const LOOK_AGAIN: &str = "Without a second look nobody knows whether it held, and what has changed.";

/// The result of what is answered.
pub fn shown(desk: Desk) -> AnyView {
    let now = desk.assessment.get_untracked();
    let earlier = untrack(|| desk.session.study(|study: &Study| study.assessed().to_vec())).unwrap_or_default();
    // The last one is this one, saved; the one before it is compared with.
    let before = earlier.iter().rev().find(|one| one.iter().ne(now.iter())).cloned();
    let parts = desk.maturity.with_value(|maturity| {
        let axes = maturity.radar(&now, before.as_ref());
        view! {
            <h2>"Where you stand"</h2>
            {radar::chart(&axes)}
            {axes.iter().any(|axis| axis.before.is_some()).then(|| view! { <p class="learn-what">"Solid: now. Dashed: the time before."</p> })}
            {table(maturity, &now, before.as_ref())}
            {gaps(desk, maturity, &now)}
            {again(desk, maturity, maturity.again(&now, &earlier))}
        }
    });
    view! {
        <div class="learn-advice">
            {parts}
            <div class="form-actions">
                <Button label="Assess another practice" kind=Kind::Primary on_press=move |()| desk.stage.set(Stage::Door) />
                <Button label="Print" on_press=move |()| page::print() />
            </div>
        </div>
    }
    .into_any()
}

fn table(maturity: &Maturity, now: &Assessment, before: Option<&Assessment>) -> AnyView {
    let trends = before.map(|before| maturity.trend(before, now)).unwrap_or_default();
    let row = |standing: &learning::maturity::Standing| {
        let practice = maturity.practice(&standing.practice)?;
        let level = maturity.level(standing.level)?;
        let next = standing.next.map(|next| format!("{} of {} met", next.met, next.of)).unwrap_or_default();
        let trend = trends.iter().find(|one| one.practice == standing.practice).map_or("", |one| match one.levels() {
            0 => "as before",
            up if up > 0 => "higher",
            _ => "lower",
        });
        Some(view! {
            <tr>
                <th scope="row">{practice.name.clone()}</th>
                <td>{level.level.number()}" "{level.name.clone()}</td>
                <td>{next}</td>
                <td>{trend}</td>
            </tr>
        })
    };
    let standings = maturity.standings(now);
    let rows: Vec<_> = standings.iter().filter(|one| one.is_assessed()).filter_map(row).collect();
    let since =
        before.map(|before| ["Since ", &common::date(before.on.into())].concat()).unwrap_or_else(|| "Trend".to_owned());
    view! {
        <div class="table-scroll">
            <table class="learn-levels">
                <thead><tr><th scope="col">"Practice"</th><th scope="col">"Level"</th><th scope="col">"Of the next level"</th><th scope="col">{since}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn gaps(desk: Desk, maturity: &Maturity, now: &Assessment) -> AnyView {
    let wanted = Level::new(WANTED).unwrap_or(Level::HIGHEST);
    let all = maturity.gaps(now, wanted);
    if all.is_empty() {
        return view! { <section><h3>"Gaps"</h3><p>"None up to this level. Look again when it is due."</p></section> }
            .into_any();
    }
    let lines: Vec<_> = all.into_iter().map(|gap| line(desk, maturity, gap)).collect();
    let open = desk.session.is_open();
    view! {
        <section>
            <h3>"Gaps, in the order in which to close them"</h3>
            {(!open).then(|| view! { <p class="learn-what">"Open a workspace to put gaps into its improvement register."</p> })}
            <ul class="learn-points">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(desk: Desk, maturity: &Maturity, gap: Gap) -> AnyView {
    let practice = maturity.practice(&gap.practice).map(|one| one.name.clone()).unwrap_or_default();
    let entry = Entry { summary: gap.text.summary.clone().into(), why: gap.text.why.clone().into(), due: None };
    let way = register::way(desk, entry);
    view! {
        <li>
            <p class="learn-what">{practice}" · level "{gap.level.number()}{gap.is_last_step.then_some(" · the last step to it")}</p>
            <h4>{gap.text.summary}</h4>
            <p>{gap.text.why}</p>
            {way}
        </li>
    }
    .into_any()
}

/// When to look again, the next first.
fn again(desk: Desk, maturity: &Maturity, all: Vec<Due>) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let line = |due: Due| {
        let name = maturity.practice(&due.practice)?.name.clone();
        let entry = Entry {
            summary: ["Assess ", &within_a_sentence(&name), " again"].concat().into(),
            why: LOOK_AGAIN.into(),
            due: Some(due.on),
        };
        Some(view! {
            <li class="learn-line">
                <span>{name}" by "{common::date(due.on.into())}</span>
                {register::way(desk, entry)}
            </li>
        })
    };
    let lines: Vec<_> = all.into_iter().filter_map(line).collect();
    view! { <section aria-labelledby="look-again"><h3 id="look-again">"Look again"</h3><ul class="learn-points">{lines}</ul></section> }
        .into_any()
}
