//! Two or three offerings side by side, and the tray in which they are gathered.

use itsm::ServiceId;
use itsm::catalogue::{Content, Offering, OfferingKey};
use leptos::prelude::*;
use workspace::catalogue::offer::Standing;
use workspace::catalogue::price::price_words;

use super::{Portal, Shown, parameters, service, shell, states};
use crate::route::{Counter, Route};
use crate::ui::{Button, EmptyState, Kind, LinkButton, Picture};
use crate::views::page::{self, Page};
use crate::views::service_page::offering;
use crate::views::words;

/// More cannot be read beside each other on a phone.
pub const MOST: usize = 3;

/// An offering, with the service it is of.
pub type Chosen = (ServiceId, OfferingKey);

thread_local! {
    static CHOSEN: ArcRwSignal<Vec<Chosen>> = ArcRwSignal::new(Vec::new());
}

/// What is gathered to be compared. Asks to be run again when that changes.
pub fn chosen() -> Vec<Chosen> {
    CHOSEN.with(Clone::clone).get()
}

/// Takes an offering in, or out again.
pub fn toggle(one: Chosen) {
    CHOSEN.with(Clone::clone).update(|chosen| match chosen.iter().position(|other| *other == one) {
        Some(place) => drop(chosen.remove(place)),
        None if chosen.len() < MOST => chosen.push(one),
        None => {}
    });
}

/// What is gathered, at the foot of the window.
pub fn tray(portal: Portal) -> AnyView {
    let tray = move || {
        let all = chosen();
        if all.is_empty() {
            return None;
        }
        let name = |(service, key): &Chosen| {
            portal.shown.with(|shown| {
                shown
                    .as_ref()
                    .and_then(|shown| shown.listed.offering(*service, *key))
                    .map(|offering| offering.name.to_string())
            })
        };
        let names: Vec<String> = all.iter().filter_map(name).collect();
        let href = Route::Portal(Counter::Compare(parameters::write_offerings(&all))).href();
        let go = match all.len() {
            1 => view! { <span class="muted">"Choose one or two more."</span> }.into_any(),
            _ => view! { <LinkButton label="Compare them" kind=Kind::Primary href=href /> }.into_any(),
        };
        let empty = move |()| CHOSEN.with(Clone::clone).set(Vec::new());
        Some(view! {
            <div class="portal-tray" role="region" aria-label="To be compared">
                <p>{names.join(" · ")}</p>
                {go}
                <Button label="Empty" kind=Kind::Quiet on_press=empty />
            </div>
        })
    };
    tray.into_any()
}

/// The page that compares what its address names.
pub fn page(parameters: &str) -> AnyView {
    let mut wanted = parameters::offerings(parameters);
    wanted.truncate(MOST);
    states::with_catalogue(move |_, shown| {
        let pick = |(service, key): &Chosen| {
            let content = shown.content(*service).filter(|_| shown.standing(*service) == Standing::Offered)?;
            Some((*service, content, content.offering(*key)?))
        };
        let found: Vec<_> = wanted.iter().filter_map(pick).collect();
        if found.len() < 2 { too_few() } else { side_by_side(&shown, &found) }
    })
}

fn too_few() -> AnyView {
    view! {
        <Page title="Compare" class="page-narrow">
            <EmptyState title="Fewer than two to compare" text="Mark two or three on the pages of their services; here they stand side by side." picture=Picture::Catalogue>
                <LinkButton label="All services" kind=Kind::Primary href=shell::front() />
            </EmptyState>
        </Page>
    }
    .into_any()
}

type Found<'a> = (ServiceId, &'a Content, &'a Offering);

fn side_by_side(shown: &Shown, found: &[Found<'_>]) -> AnyView {
    page::title(|| "Compare".to_owned());
    page::announce();
    let currency = shown.currency();
    let head = found.iter().map(|(service, _, offering)| {
        view! {
            <th scope="col"><a href=Counter::service(*service).href()>{offering.name.to_string()}</a></th>
        }
    });
    let row = |what: &'static str, cell: &dyn Fn(&Found<'_>) -> String| {
        let cells: Vec<String> = found.iter().map(cell).collect();
        if cells.iter().all(String::is_empty) {
            return None;
        }
        let alike = cells.windows(2).all(|two| two.first() == two.last());
        let cells =
            cells.into_iter().map(|text| view! { <td>{if text.is_empty() { "–".to_owned() } else { text }}</td> });
        Some(view! {
            <tr class="portal-compare-what"><th scope="rowgroup" colspan=found.len().to_string()>{what}{alike.then_some(" (the same)")}</th></tr>
            <tr data-alike=alike.then_some("true")>{cells.collect_view()}</tr>
        })
    };
    let joined = |texts: Vec<String>| texts.join(", ");
    let rows = [
        row("Price", &|(_, _, offering)| match offering.opens_incident() {
            true => String::new(),
            false => price_words(&offering.price, currency),
        }),
        row("What you get", &|(_, _, offering)| offering.summary.to_string()),
        row("Promised, in working time", &|(_, _, offering)| {
            offering.target.map(words::business_span).unwrap_or_default()
        }),
        row("Options that change the price", &|(_, _, offering)| {
            joined(offering::options(offering, currency).into_iter().map(|(label, _)| label).collect())
        }),
        row("Comes with", &|(_, _, offering)| {
            joined(offering.includes.iter().map(|(service, _)| shown.name(*service)).collect())
        }),
        row("What it is", &|(_, _, offering)| offering.kind.word().to_owned()),
        row("Who it is for", &|(_, content, _)| content.for_whom.to_string()),
        row("Hours", &|(_, content, _)| content.hours.to_string()),
        row("How well it does it", &|(_, content, _)| content.warranty.to_string()),
    ];
    let order = found.iter().map(|(service, _, one)| {
        let label = service::order_label(shown.offered.from, one);
        view! { <td><a class="button" href=Counter::order(*service, one.key).href() aria-label=[label, ": ", &one.name].concat()>{label}</a></td> }
    });
    view! {
        <div class="page portal-page">
            <h1>"Compare"</h1>
            <div class="portal-compare" tabindex="0" role="group" aria-label="Offerings side by side">
                <table data-columns=found.len().to_string()>
                    <thead><tr>{head.collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().flatten().collect_view()}<tr class="portal-compare-order">{order.collect_view()}</tr></tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
