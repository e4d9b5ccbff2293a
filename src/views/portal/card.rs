//! Services as cards on a shelf, and lists of what was found.

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::{Content, Kind as Goods, ServiceCategoryId};
use leptos::prelude::*;
use workspace::catalogue::find::Order;
use workspace::catalogue::price::least_words;

use super::{Portal, Shown};
use crate::route::Counter;
use crate::session::offered;
use crate::ui::{Button, Choice, Icon, Picture, Select};
use crate::views::words;

/// More are shown when somebody asks: nobody reads the 41st, and a page of 200 takes long to paint.
const AT_ONCE: usize = 40;

/// The services as cards, in this order.
pub fn cards(shown: &Shown, ids: &[ServiceId], level: u8) -> AnyView {
    let one = |id: &ServiceId| shown.content(*id).map(|content| card(shown, *id, content, level));
    view! { <ul class="portal-cards">{ids.iter().filter_map(one).collect_view()}</ul> }.into_any()
}

fn card(shown: &Shown, id: ServiceId, content: &Content, level: u8) -> AnyView {
    let price = least_words(content.offerings.iter().map(|offering| &offering.price), shown.currency());
    let within = content.offerings.iter().filter_map(|offering| offering.target).min();
    let within = within.map(|span| "Within ".to_owned() + &words::business_span(span));
    let many = (content.offerings.len() > 1).then(|| words::count(content.offerings.len(), "choice", "choices"));
    let link = view! { <a href=Counter::service(id).href()>{content.name.to_string()}</a> };
    let heading = if level == 2 { view! { <h2>{link}</h2> }.into_any() } else { view! { <h3>{link}</h3> }.into_any() };
    let fact = |text: String| (!text.is_empty()).then(|| view! { <span>{text}</span> });
    view! {
        <li class="portal-card">
            <span class="portal-tile" data-kind=tile(content) aria-hidden="true"><Icon picture=picture(content) /></span>
            <div class="portal-card-text">
                {heading}
                <p>{content.summary.to_string()}</p>
                <p class="portal-card-facts">
                    {fact(price)}{within.and_then(fact)}{many.and_then(fact)}
                    {content.pinned.then(|| view! { <span class="portal-pinned">"Recommended"</span> })}
                </p>
            </div>
        </li>
    }
    .into_any()
}

/// The drawing on a service's tile: what most of what can be ordered from it is.
pub fn picture(content: &Content) -> Picture {
    match content.offerings.first().map(|offering| offering.kind) {
        Some(Goods::Goods) => Picture::Catalogue,
        Some(Goods::Action) => Picture::Running,
        Some(Goods::Access) => Picture::Person,
        None => Picture::Info,
    }
}

fn tile(content: &Content) -> &'static str {
    match content.offerings.first().map(|offering| offering.kind) {
        Some(Goods::Goods) => "goods",
        Some(Goods::Action) => "action",
        Some(Goods::Access) | None => "access",
    }
}

/// What is asked of the services.
#[derive(Clone, Copy)]
pub struct Asked {
    pub query: RwSignal<String>,
    pub order: RwSignal<String>,
    pub category: Option<ServiceCategoryId>,
}

/// What was found for what is asked, with how many there are, in which order, and what to do if there is nothing.
pub fn results(portal: Portal, asked: Asked) -> AnyView {
    let all = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let order = asked.order.with(|code| Order::from_code(code)).unwrap_or_default();
        let audience = offered::seen_as();
        portal.shown.with(|shown| {
            let find =
                |shown: &Arc<Shown>| asked.query.with(|query| shown.index.find(query, asked.category, audience, order));
            shown.as_ref().map(find).unwrap_or_default()
        })
    });
    let choices: Vec<Choice> = Order::ALL.into_iter().map(|order| Choice::new(order.code(), order.word())).collect();
    let heard = move || words::count(found.with(Vec::len), "service", "services");
    let list = move || {
        found.with(|found| {
            if found.is_empty() {
                return nothing(portal, asked);
            }
            let most = if all.get() { found.len() } else { AT_ONCE };
            let first = found.get(..most).unwrap_or(found);
            portal.shown.with(|shown| shown.as_ref().map(|shown| cards(shown, first, 2))).into_any()
        })
    };
    let more = move || {
        let count = found.with(Vec::len);
        (count > AT_ONCE && !all.get()).then(|| {
            let label = "Show all ".to_owned() + &words::number(count);
            view! { <Button label on_press=move |()| all.set(true) /> }
        })
    };
    view! {
        <div class="portal-found">
            <p role="status">{heard}</p>
            <label class="portal-order"><span>"Order"</span><Select choices value=asked.order /></label>
        </div>
        {list}
        {more}
    }
    .into_any()
}

fn nothing(portal: Portal, asked: Asked) -> AnyView {
    let searching = asked.query.with_untracked(|query| !query.trim().is_empty());
    let contact = portal.shown.with_untracked(|shown| {
        shown.as_ref().map(|shown| shown.listed.settings.contact.to_string()).filter(|contact| !contact.is_empty())
    });
    let clear = move |()| {
        asked.query.set(String::new());
        offered::see_as(None);
    };
    let title = if searching { "Nothing fits these words" } else { "Nothing here" };
    let text = match (searching, contact) {
        (true, Some(contact)) => "Try fewer letters or another word. Still nothing? Ask: ".to_owned() + &contact,
        (true, None) => "Try fewer letters, or another word for the same thing.".to_owned(),
        (false, _) => "Nothing here is offered to the audience you chose.".to_owned(),
    };
    view! {
        <div class="state portal-nothing">
            <p class="state-title">{title}</p>
            <p class="state-text">{text}</p>
            <div class="state-actions"><Button label="Show all services" on_press=clear /></div>
        </div>
    }
    .into_any()
}
