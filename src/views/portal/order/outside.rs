//! A page with nobody behind it.

use itsm::catalogue::OrderBy;
use leptos::prelude::*;
use workspace::catalogue::letter::Letter;
use workspace::catalogue::price::Total;

use super::super::basket;
use super::super::copy::CopyButton;
use super::{Held, Wanted};
use crate::browser::dom;
use crate::ui::{Button, Kind};

/// How to order where nobody stands behind the page: a letter, another tool, or not at all. Never "ordered".
pub(super) fn outside(
    data: StoredValue<Wanted>,
    held: Held,
    total: Memo<Total>,
    ready: impl Fn() -> bool + Copy + 'static,
    put_in: impl Fn(()) + Copy + 'static,
) -> AnyView {
    let letter = RwSignal::new(None::<Letter>);
    let (order_by, to, is_report) = data.with_value(|wanted| {
        let order_by = wanted.offering.order_by.clone();
        let settings = &wanted.shown.listed.settings;
        let to = match &order_by {
            OrderBy::Email(to) if !to.is_empty() => to.to_string(),
            OrderBy::Email(_) => settings.email.to_string(),
            OrderBy::Link(_) | OrderBy::Information => String::new(),
        };
        (order_by, to, wanted.offering.opens_incident())
    });
    let prepare = move |()| {
        if ready() {
            let made = data.with_value(|wanted| {
                let line = untrack(|| held.line(wanted));
                let currency = wanted.shown.currency();
                total.with_untracked(|total| {
                    Letter::of(&to, &wanted.content, &wanted.offering, line.quantity, &line.answers, total, currency)
                })
            });
            letter.set(Some(made));
            dom::soon(|| {
                dom::focus_id("portal-letter");
            });
        }
    };
    // A letter that says something else than the form is worse than none.
    Effect::new(move |_| {
        held.answers.track();
        held.quantity.track();
        letter.set(None);
    });
    let way = match order_by {
        OrderBy::Email(_) => view! {
            <p class="portal-honest">"Nobody receives anything from this page. It prepares an e-mail, and you send it."</p>
            <div class="form-actions">
                <Button label="Prepare the e-mail" kind=Kind::Primary on_press=prepare />
                <Button label="Put into the basket" on_press=put_in />
            </div>
            {move || letter.get().map(|letter| basket::letter(&letter, Some("portal-letter")))}
        }
        .into_any(),
        OrderBy::Link(link) => view! {
            <p class="portal-honest">{if is_report { "Reports" } else { "Orders" }}" go to another tool of this organisation. What you typed here stays here."</p>
            <p class="form-actions"><a class="button button-primary" href=link.to_string() target="_blank" rel="noopener noreferrer external">{if is_report { "Go to the form" } else { "Go to the order form" }}</a></p>
        }
        .into_any(),
        OrderBy::Information if is_report => view! {
            <p class="portal-honest">"This page informs only: nobody receives a report from it. It shows what will be asked."</p>
        }
        .into_any(),
        OrderBy::Information => view! {
            <p class="portal-honest">"This page informs only: nobody receives an order from it. It shows what will be asked, and what it costs."</p>
        }
        .into_any(),
    };
    view! {
        {way}
        <p class="portal-honest">"To practise with real orders, approvals and fulfilment: "<CopyButton kind=Kind::Quiet /></p>
    }
    .into_any()
}
