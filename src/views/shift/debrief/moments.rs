//! The timeline as a list: for phones, and for whoever would rather read it.

use leptos::prelude::*;
use simulation::debrief::Debrief;

use super::look::Look;
use super::words;
use crate::ui::{FilterChip, Icon, Picture};

/// Something that stands in the list.
struct Moment {
    minutes: f64,
    lane: String,
    label: String,
    act: usize,
    picture: Option<Picture>,
}

const FINDINGS: &str = "findings";

fn moments(debrief: &Debrief, chosen: &[String]) -> Vec<Moment> {
    let is_chosen = |lane: &str| chosen.iter().any(|one| one == lane);
    let lanes = debrief.lanes.iter().filter(|lane| is_chosen(&lane.key));
    let mut all: Vec<Moment> = lanes
        .flat_map(|lane| {
            lane.bars.iter().map(|bar| Moment {
                minutes: bar.from,
                lane: lane.name.clone(),
                label: bar.label.clone(),
                act: bar.act,
                picture: None,
            })
        })
        .collect();
    if is_chosen(FINDINGS) {
        all.extend(debrief.all.iter().map(|told| Moment {
            minutes: words::since(debrief, told.at),
            lane: if told.strength { "Strength" } else { "To change" }.to_owned(),
            label: told.title.clone(),
            act: told.act,
            picture: Some(if told.strength { Picture::Met } else { Picture::Next }),
        }));
    }
    all.sort_by(|a, b| a.minutes.total_cmp(&b.minutes));
    all
}

/// The list, with what is to stand in it.
pub fn list(look: Look) -> AnyView {
    let debrief = look.debrief();
    let chosen = RwSignal::new(vec!["contacts".to_owned(), FINDINGS.to_owned()]);
    let chip = move |key: String, label: String| {
        let of = key.clone();
        let pressed = Signal::derive(move || chosen.with(|chosen| chosen.contains(&of)));
        let toggle = move |()| {
            chosen.update(|chosen| match chosen.iter().position(|one| *one == key) {
                Some(place) => {
                    chosen.remove(place);
                }
                None => chosen.push(key.clone()),
            });
        };
        view! { <FilterChip label pressed on_toggle=toggle /> }
    };
    let lanes = debrief.lanes.iter().map(|lane| (lane.key.to_string(), lane.name.clone()));
    let chips = lanes.chain([(FINDINGS.to_owned(), "Findings".to_owned())]).map(|(key, name)| chip(key, name));
    let chips = chips.collect_view();
    let rows = move || {
        let moments = chosen.with(|chosen| moments(&debrief, chosen));
        moments
            .into_iter()
            .map(|Moment { minutes, lane, label, act, picture }| {
                let at = words::at(&debrief, minutes);
                view! {
                    <li>
                        <button type="button" class="debrief-moment" aria-current=move || (look.act.get() == Some(act)).then_some("true") on:click=move |_| look.show_me(act)>
                            <span class="debrief-moment-at">{at}</span>
                            <span class="debrief-moment-lane">{picture.map(|picture| view! { <Icon picture /> })}{lane}</span>
                            <span class="debrief-moment-label">{label}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="debrief-chips" role="group" aria-label="Show">{chips}</div>
        <ol class="debrief-moments">{rows}</ol>
    }
    .into_any()
}
