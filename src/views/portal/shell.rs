//! What every page of the portal has around it: whose catalogue it is, where it comes from, the basket, the way back.

use leptos::prelude::*;

use super::copy::CopyButton;
use super::{Portal, parameters, seen};
use crate::route::{Counter, Route};
use crate::session::Status;
use crate::session::offered::{self, Finding, Source};
use crate::ui::{Button, Icon, Kind, LinkButton, Picture};
use crate::views::words;

/// The front page, drafts or not as they are looked at now.
pub fn front() -> String {
    Route::Portal(Counter::Front(if offered::is_preview() { "preview".to_owned() } else { String::new() })).href()
}

/// Header, bands, page and foot.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let portal = Portal::begin();
    provide_context(portal);
    view! {
        <div class="portal">
            <Head portal />
            <Band portal />
            {children()}
            <Foot portal />
        </div>
    }
    .into_any()
}

#[component]
fn Head(portal: Portal) -> impl IntoView {
    let settings = Memo::new(move |_| {
        portal.shown.with(|shown| shown.as_ref().map(|shown| shown.listed.settings.clone())).unwrap_or_default()
    });
    let name = move || {
        settings.with(|settings| {
            if settings.organisation.is_empty() { "Services".to_owned() } else { settings.organisation.to_string() }
        })
    };
    let logo = move || {
        let logo = settings.with(|settings| settings.logo.to_string());
        (!logo.is_empty()).then(|| view! { <img class="portal-logo" src=logo alt="" /> })
    };
    let count = Memo::new(move |_| portal.session.basket().count());
    let on_front = Memo::new(move |_| matches!(portal.location.route(), Route::Portal(Counter::Front(_))));
    let at = move |place: Counter| {
        let route = Route::Portal(place);
        move || (portal.location.route() == route).then_some("page")
    };
    let open = move || matches!(portal.session.status.get(), Status::Open { .. });
    let basket_label = move || match count.get() {
        0 => "Basket, empty".to_owned(),
        count => "Basket, ".to_owned() + &words::count(count as usize, "thing", "things"),
    };
    let query = RwSignal::new(String::new());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let preview = if offered::is_preview() { "preview&" } else { "" };
        let given = parameters::write(&[("q", &query.get_untracked())]);
        portal.location.go(&Route::Portal(Counter::Front([preview, &given].concat())));
    };
    view! {
        <nav class="portal-head" aria-label="Portal">
            <a class="portal-brand" href=front>{logo}<span>{name}</span></a>
            {move || (!on_front.get()).then(|| view! {
                <form class="portal-head-search" role="search" on:submit=search>
                    <Icon picture=Picture::Search />
                    <input class="input" type="search" autocomplete="off" placeholder="Search services" aria-label="Search services"
                        prop:value=query on:input:target=move |event| query.set(event.target().value()) />
                </form>
            })}
            <div class="portal-head-end">
                <Show when=open>
                    <a class="portal-link" href=Route::Portal(Counter::Requests).href() aria-current=at(Counter::Requests)>
                        <Icon picture=Picture::Person /><span>"My requests"</span>
                    </a>
                </Show>
                <a class="portal-link" href=Route::Portal(Counter::Basket).href() aria-current=at(Counter::Basket) aria-label=basket_label>
                    <Icon picture=Picture::Catalogue /><span>"Basket"</span>
                    {move || (count.get() > 0).then(|| view! { <span class="portal-count">{count.get()}</span> })}
                </a>
            </div>
        </nav>
    }
    .into_any()
}

/// Where the catalogue comes from, where that is not plain: a preview, a link, a file.
#[component]
fn Band(portal: Portal) -> impl IntoView {
    let place = Memo::new(move |_| {
        portal.finding.with(|finding| match finding {
            Finding::Here(offered) => Some(offered.from),
            Finding::BrokenLink(_) => Some(Source::Shared),
            _ => None,
        })
    });
    move || {
        match place.get() {
        Some(Source::Preview) => view! {
            <div class="banner portal-band" data-tone="warn">
                <Icon picture=Picture::Info />
                <p><strong>"Preview of drafts: nobody can order here."</strong>" You see what is being written, published or not."</p>
                <LinkButton label="Leave the preview" kind=Kind::Quiet href=Counter::front().href() />
            </div>
        }
        .into_any(),
        Some(Source::Shared) => view! {
            <div class="banner portal-band">
                <Icon picture=Picture::Info />
                <p>
                    <strong>"A catalogue from a link."</strong>
                    " It is only looked at: nothing of yours has changed. "
                    {move || offered::link_size().map(|size| words::number(size) + " characters.")}
                </p>
                <CopyButton />
                <Button label="Close it" kind=Kind::Quiet on_press=move |()| {
                    offered::leave_link();
                    portal.location.go(&Counter::front());
                } />
            </div>
        }
        .into_any(),
        Some(Source::Workspace | Source::Beside) | None => ().into_any(),
    }
    }
}

#[component]
fn Foot(portal: Portal) -> impl IntoView {
    let contact = move || {
        portal.shown.with(|shown| {
            let settings = &shown.as_ref()?.listed.settings;
            let email = (!settings.email.is_empty()).then(|| {
                let href = "mailto:".to_owned() + &settings.email;
                view! { " "<a href=href>{settings.email.to_string()}</a> }
            });
            (email.is_some() || !settings.contact.is_empty())
                .then(|| view! { <p class="portal-contact">"Questions: "{settings.contact.to_string()}{email}</p> })
        })
    };
    let open = move || matches!(portal.session.status.get(), Status::Open { .. });
    view! {
        <div class="portal-foot">
            {contact}
            <seen::SeenAs portal />
            {move || (portal.source() == Some(Source::Beside)).then(|| view! {
                <div class="portal-practise">
                    <p>"This catalogue lives in a file beside this app, so nobody receives what is ordered here. With a copy of your own you can change it, order from it and fulfil the orders."</p>
                    <CopyButton />
                </div>
            })}
            <p class="portal-way-back">
                {move || if open() {
                    view! { <a href=portal.session.queue_link()>"Back to the desk"</a>" · "<a href=Route::Home.href()>"Service Dojo"</a> }.into_any()
                } else {
                    view! { "Made with "<a href=Route::Home.href()>"Service Dojo"</a>". What you type stays in this browser." }.into_any()
                }}
            </p>
        </div>
    }
    .into_any()
}
