//! A category: what stands in it and below it.

use itsm::catalogue::ServiceCategoryId;
use leptos::prelude::*;
use workspace::catalogue::find::Order;
use workspace::catalogue::tree::with_parents;

use super::card::{self, Asked};
use super::{Portal, Shown, parameters, shell, states};
use crate::route::Counter;
use crate::session::offered;
use crate::ui::{EmptyState, Kind, LinkButton, Picture, SearchInput};
use crate::views::page::{self, Page};

/// The page of the category with this key.
pub fn page(key: &str) -> AnyView {
    let id = parameters::key::<ServiceCategoryId>(key);
    states::with_catalogue(move |portal, shown| {
        match id {
        Some(id) if shown.listed.categories.contains_key(&id) => {
            let title = shown.listed.categories.get(&id).map(|category| category.name.to_string()).unwrap_or_default();
            page::title(move || title.clone());
            page::announce();
            // Who looks as somebody else sees other shelves.
            let body = move || {
                offered::seen_as();
                untrack(|| category(portal, &shown, id))
            };
            body.into_any()
        }
        _ => view! {
            <Page title="Category" class="page-narrow">
                <EmptyState title="There is no such category" text="The link may be old; categories change." picture=Picture::Catalogue>
                    <LinkButton label="All services" kind=Kind::Primary href=shell::front() />
                </EmptyState>
            </Page>
        }
        .into_any(),
    }
    })
}

fn category(portal: Portal, shown: &Shown, id: ServiceCategoryId) -> AnyView {
    let category = shown.listed.categories.get(&id).cloned().unwrap_or_default();
    let name = category.name.to_string();
    let below = shown.listed.within(Some(id)).into_iter().filter_map(|(below, category)| {
        let count = shown.index.find("", Some(below), offered::seen_as(), Order::Name).len();
        (count > 0).then(|| view! {
            <li><a href=Counter::category(below).href()>{category.name.to_string()}<span class="portal-count-quiet">{count}</span></a></li>
        })
    });
    let below = below.collect::<Vec<_>>();
    let below = (!below.is_empty())
        .then(|| view! { <nav aria-label="Within this category"><ul class="portal-jump">{below}</ul></nav> });
    let query = RwSignal::new(String::new());
    let asked = Asked { query, order: RwSignal::new(Order::Relevance.code().to_owned()), category: Some(id) };
    let many = shown.index.find("", Some(id), None, Order::Name).len() > 6;
    let label = "Search in ".to_owned() + &name;
    view! {
        <div class="page portal-page">
            {crumbs(shown, Some(id), false)}
            <h1>{name}</h1>
            <p class="portal-lead">{category.summary.to_string()}</p>
            {below}
            {many.then(|| view! { <SearchInput label value=query /> })}
            {card::results(portal, asked)}
        </div>
    }
    .into_any()
}

/// The way down to a category, or (with `linked`) to something that stands in it.
pub fn crumbs(shown: &Shown, category: Option<ServiceCategoryId>, linked: bool) -> AnyView {
    let mut path = category.map(|id| with_parents(&shown.listed.categories, id)).unwrap_or_default();
    if !linked && !path.is_empty() {
        path.remove(0);
    }
    let link = |id: &ServiceCategoryId| {
        let name = shown.listed.categories.get(id).map(|category| category.name.to_string())?;
        Some(view! { <li><a href=Counter::category(*id).href()>{name}</a></li> })
    };
    view! {
        <nav class="portal-crumbs" aria-label="Way">
            <ul class="portal-crumbs-list">
                <li><a href=shell::front()>"All services"</a></li>
                {path.iter().rev().filter_map(link).collect_view()}
            </ul>
        </nav>
    }
    .into_any()
}
