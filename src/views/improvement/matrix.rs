//! Effort against benefit: what brings much for little stands at the top left. A small picture, and the same as a list.

use itsm::improvement::Scale;
use leptos::prelude::*;
use workspace::Workspace;

use super::list::href;
use crate::session::Session;
use crate::ui::chart::{Anchor, Drawing, Mark, Paint};
use crate::ui::{Panel, PriorityBars};
use crate::views::words;

/// A place with improvements.
#[derive(Clone, PartialEq)]
struct Place {
    effort: u8,
    benefit: u8,
    priority: u8,
    /// Number and summary of each.
    ones: Vec<(String, String)>,
}

fn places(workspace: &Workspace) -> Vec<Place> {
    let desk = workspace.desk();
    let mut places = vec![];
    for benefit in Scale::all().collect::<Vec<_>>().into_iter().rev() {
        for effort in Scale::all() {
            let here = desk
                .improvements()
                .all()
                .filter(|one| one.state.is_open() && (one.effort, one.benefit) == (effort, benefit));
            let ones: Vec<(String, String)> =
                here.map(|one| (desk.improvements().number(one.id), one.summary.to_string())).collect();
            if !ones.is_empty() {
                let priority = itsm::improvement::priority(effort, benefit).0;
                places.push(Place { effort: effort.step(), benefit: benefit.step(), priority, ones });
            }
        }
    }
    places.sort_by_key(|place| place.priority);
    places
}

/// The panel; nothing where nothing is open.
#[component]
pub fn Matrix() -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| session.read(places).unwrap_or_default());
    move || {
        let places = found.get();
        (!places.is_empty()).then(|| {
            view! {
                <Panel title="Effort and benefit" class="matrix">
                    <p class="hint">"Priority is benefit less effort: two steps or more to the good is 1, as much as it costs is 3."</p>
                    <div class="matrix-body">
                        <div class="matrix-picture">{picture(&places)}</div>
                        <ul class="plain matrix-list" aria-label="By effort and benefit">{places.into_iter().map(row).collect_view()}</ul>
                    </div>
                </Panel>
            }
        })
    }
}

fn row(place: Place) -> AnyView {
    let what = ["Benefit ", &place.benefit.to_string(), ", effort ", &place.effort.to_string()].concat();
    let one = |(number, summary): (String, String)| {
        let href = href(&number);
        view! { <li><a href=href>{number}</a>" "{summary}</li> }
    };
    view! {
        <li class="matrix-place">
            <span class="matrix-what"><PriorityBars level=place.priority /><span>{what}</span></span>
            <ul class="plain">{place.ones.into_iter().map(one).collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn picture(places: &[Place]) -> AnyView {
    const CELL: f64 = 44.0;
    const LEFT: f64 = 40.0;
    const STEPS: f64 = 5.0;
    const TOP: f64 = 22.0;
    let side = CELL * STEPS;
    let mut drawing = Drawing::new(LEFT + side + 8.0, TOP + side + 44.0);
    let column = |effort: u8| LEFT + f64::from(effort - 1) * CELL;
    let line = |benefit: u8| TOP + (STEPS - f64::from(benefit)) * CELL;
    for step in 0..=5_u8 {
        let at = f64::from(step) * CELL;
        drawing.line((LEFT, TOP + at), (LEFT + side, TOP + at), Paint::Grid);
        drawing.line((LEFT + at, TOP), (LEFT + at, TOP + side), Paint::Grid);
    }
    for step in 1..=5_u8 {
        drawing.text((column(step) + CELL / 2.0, TOP + side + 18.0), step.to_string(), Anchor::Middle, Paint::Note);
        drawing.text((LEFT - 10.0, line(step) + CELL / 2.0 + 4.0), step.to_string(), Anchor::End, Paint::Note);
    }
    drawing.text((LEFT + side / 2.0, TOP + side + 38.0), "Effort", Anchor::Middle, Paint::Word);
    drawing.text((0.0, 12.0), "Benefit", Anchor::Start, Paint::Word);
    for place in places {
        let (x, y) = (column(place.effort) + CELL / 2.0, line(place.benefit) + CELL / 2.0);
        drawing.marks.push(Mark::Dot { x, y, radius: 14.0, paint: Paint::Point });
        drawing.text((x, y + 4.0), place.ones.len().to_string(), Anchor::Middle, Paint::Strong);
    }
    let open: usize = places.iter().map(|place| place.ones.len()).sum();
    let label =
        words::count(open, "open improvement", "open improvements") + " by effort and benefit; the list has the same";
    let (width, height) = (drawing.width.to_string(), drawing.height.to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let marks: Vec<AnyView> = drawing.marks.into_iter().map(Mark::view).collect();
    view! { <svg class="chart-picture" width=width height=height viewBox=view_box role="img" aria-label=label>{marks}</svg> }
        .into_any()
}
