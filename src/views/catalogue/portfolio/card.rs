//! One service on the board.

use chrono::{DateTime, Utc};
use itsm::catalogue::{Check, Listing, Rank, Review, Status};
use itsm::{Desk, ServiceId};
use leptos::prelude::*;
use workspace::query::key_text;

use super::Wanted;
use super::moving::Mover;
use super::rank::Dots;
use crate::browser::drag;
use crate::route::Shelf;
use crate::ui::{Badge, Button, Kind, Menu, MenuItem, Picture, Tone};

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Which service.
    pub id: ServiceId,
    /// What its draft calls it.
    pub name: String,
    /// Where it stands.
    pub status: Status,
    owner: Option<String>,
    rank: [Option<u8>; 4],
    ticked: usize,
    version: Option<u32>,
    scheduled: bool,
    differs: bool,
    asked: bool,
}

/// The cards of a lane, by name.
pub fn cards(desk: &Desk, status: Status, now: DateTime<Utc>) -> Vec<Facts> {
    let here = desk.portfolio().listings().filter(|listing| listing.status == status);
    let mut cards: Vec<Facts> = here.map(|listing| facts(desk, listing, now)).collect();
    cards.sort_by_key(|facts| facts.name.to_lowercase());
    cards
}

fn facts(desk: &Desk, listing: &Listing, now: DateTime<Utc>) -> Facts {
    let Rank { value, cost, demand, risk } = listing.draft.rank;
    Facts {
        id: listing.id,
        name: listing.draft.name.to_string(),
        status: listing.status,
        owner: listing.draft.owner.map(|id| desk.directory().person(id).to_owned()),
        rank: [value, cost, demand, risk],
        ticked: listing.done.len(),
        version: listing.published(now).map(|version| version.number),
        scheduled: listing.scheduled(now).is_some(),
        differs: !listing.versions.is_empty() && listing.differs(),
        asked: matches!(listing.review, Review::Asked { .. }),
    }
}

/// The id of a card's link, so that the focus can follow it.
pub fn card_id(id: ServiceId) -> String {
    "service-".to_owned() + &key_text(id.0)
}

/// The card.
#[component]
pub fn Card(facts: Facts, mover: Mover, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let Facts { id, name, status, owner, rank, ticked, .. } = facts.clone();
    let places = move |()| Status::ALL.into_iter().filter(|to| *to != status).map(|to| place(mover, id, to)).collect();
    let gates = [&ticked.to_string(), " of ", &Check::ALL.len().to_string(), " gate checks"].concat();
    let progress = gates.clone();
    let (shown, carried) = (name.clone(), name.clone());
    let about = ["“", &name, "”"].concat();
    let (gates_label, rank_label) = (["Gates of ", &about].concat(), ["Rank ", &about].concat());
    view! {
        <li
            class="portfolio-card"
            draggable="true"
            on:dragstart=move |event| {
                drag::begin(&event, &carried);
                mover.dragged.set(Some((id, status)));
            }
            on:dragend=move |_| mover.dragged.set(None)
        >
            <h4><a id=card_id(id) href=Shelf::service(id).href() draggable="false">{shown}</a></h4>
            <p class="portfolio-owner">{owner.unwrap_or_else(|| "Nobody owns it yet".to_owned())}</p>
            <p class="portfolio-marks">{marks(&facts)}</p>
            <Dots rank />
            <p class="portfolio-gates">
                <meter min="0" max=Check::ALL.len().to_string() value=ticked.to_string() aria-label=gates></meter>
                <span aria-hidden="true">{progress}</span>
            </p>
            <div class="portfolio-acts">
                <Menu label="Move" about class="button button-quiet" items=places />
                <Button label=gates_label kind=Kind::Quiet picture=Picture::Check icon_only=true on_press=move |()| open.set(Some(Wanted::Gates(id))) />
                <Button label=rank_label kind=Kind::Quiet picture=Picture::Sortable icon_only=true on_press=move |()| open.set(Some(Wanted::Rank(id))) />
                <a class="portfolio-versions" href=Shelf::versions(id).href()>"Versions"</a>
            </div>
        </li>
    }
    .into_any()
}

fn place(mover: Mover, id: ServiceId, to: Status) -> MenuItem {
    let item = MenuItem::action(to.word(), move || mover.ask(id, to)).under(to.stage().word());
    match mover.refused(id, to) {
        Some(why) => item.refused(why),
        None => item,
    }
}

fn marks(facts: &Facts) -> AnyView {
    let version = facts.version.map(|number| "Version ".to_owned() + &number.to_string());
    let version = version.map(|label| view! { <Badge tone=Tone::Ok picture=Some(Picture::Met) label /> });
    let scheduled = facts.scheduled.then(|| {
        view! { <Badge tone=Tone::Slate picture=Some(Picture::DueSoon) label="Scheduled".to_owned() /> }
    });
    let asked = facts.asked.then(|| {
        view! { <Badge tone=Tone::Warn picture=Some(Picture::Person) label="Review asked for".to_owned() /> }
    });
    let differs = facts.differs.then(|| view! { <Badge label="Draft differs".to_owned() plain=true /> });
    view! { {version} {scheduled} {asked} {differs} }.into_any()
}
