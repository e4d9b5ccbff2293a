//! Ordering: the form of an offering, what it will cost and who will be asked as it is filled in, and then one of three
//! things: an order in this workspace, something to put into the basket, or a letter that its sender still has to send.

use std::sync::Arc;

use itsm::PersonId;
use itsm::ServiceId;
use itsm::catalogue::form::{Answers, check, fill, prune, surcharge};
use itsm::catalogue::{Content, Offering, OfferingKey, OrderBy};
use leptos::prelude::*;
use workspace::catalogue::basket::{Basket, Line};
use workspace::catalogue::letter::Letter;
use workspace::catalogue::offer::Standing;
use workspace::catalogue::price::{Total, price_words};
use workspace::query::{key_of, key_text};

use super::copy::CopyButton;
use super::quantity::Quantity;
use super::way::{self, People};
use super::{Portal, Shown, articles, basket, mine, offering, parameters, placed, states};
use crate::browser::dom;
use crate::route::{Counter, Route};
use crate::session::Declined;
use crate::session::offered::Source;
use crate::ui::{Button, ComboBox, Field, Kind, Toaster};
use crate::views::catalogue::form::{Errors, OrderForm};
use crate::views::desk::choices;
use crate::views::page;

/// The page: the keys of service and offering, and the parameters of the address (`line`: which line of the basket is
/// changed; `again`: the number of a request whose answers are taken over).
pub fn page(service: &str, offering: &str, parameters: &str) -> AnyView {
    let service = parameters::key::<ServiceId>(service).unwrap_or_default();
    let key = parameters::key::<OfferingKey>(offering).unwrap_or_default();
    let line = parameters::value(parameters, "line").and_then(|line| line.parse().ok());
    let again = parameters::value(parameters, "again");
    states::with_catalogue(move |portal, shown| {
        let before = again.as_ref().and_then(|number| mine::again(portal.session, number));
        let standing = shown.standing(service);
        let found = shown.content(service).and_then(|content| Some((content.clone(), content.offering(key)?.clone())));
        match found {
            Some((content, offering)) if standing == Standing::Offered => {
                let wanted = Wanted { portal, shown: shown.clone(), service, content, offering, before };
                let placed = RwSignal::new(Vec::<String>::new());
                let wanted = StoredValue::new(wanted);
                let body = move || {
                    let numbers = placed.get();
                    if numbers.is_empty() {
                        untrack(|| form(wanted.get_value(), line, placed))
                    } else {
                        placed::page(portal, numbers)
                    }
                };
                body.into_any()
            }
            _ => states::not_offered(portal, &shown, shown.name(service), standing),
        }
    })
}

/// What somebody is about to order.
#[derive(Clone)]
struct Wanted {
    portal: Portal,
    /// What was ordered before, if it is ordered again.
    before: Option<Line>,
    shown: Arc<Shown>,
    service: ServiceId,
    content: Content,
    offering: Offering,
}

/// What the form holds.
#[derive(Clone, Copy)]
struct Held {
    answers: RwSignal<Answers>,
    quantity: RwSignal<u16>,
    beneficiary: RwSignal<String>,
    manager: RwSignal<String>,
}

impl Held {
    fn line(self, wanted: &Wanted) -> Line {
        let person = |signal: RwSignal<String>| signal.with(|text| key_of(text)).map(PersonId);
        Line {
            service: wanted.service,
            offering: wanted.offering.key,
            quantity: self.quantity.get(),
            answers: self.answers.with(|answers| prune(&wanted.offering.form, answers)),
            beneficiary: person(self.beneficiary),
            manager: person(self.manager),
        }
    }

    fn take(self, line: &Line) {
        let text = |person: Option<PersonId>| person.map(|id| key_text(id.0)).unwrap_or_default();
        self.answers.set(line.answers.clone());
        self.quantity.set(line.quantity);
        self.beneficiary.set(text(line.beneficiary));
        self.manager.set(text(line.manager));
    }
}

fn begin(wanted: &Wanted, line: Option<usize>) -> (Held, RwSignal<bool>, impl Fn() + Copy + use<>) {
    let held = Held {
        answers: RwSignal::new(fill(&wanted.offering.form)),
        quantity: RwSignal::new(1),
        beneficiary: RwSignal::new(String::new()),
        manager: RwSignal::new(String::new()),
    };
    let session = wanted.portal.session;
    let in_basket =
        line.and_then(|place| untrack(|| session.basket()).lines.get(place).cloned()).or_else(|| wanted.before.clone());
    let of_this = |line: &Line| line.service == wanted.service && line.offering == wanted.offering.key;
    if let Some(line) = in_basket.filter(of_this) {
        held.take(&line);
    }
    // The whole form is kept as one text, in the form that a basket has.
    let wanted_now = wanted.clone();
    let write = move || Basket { lines: vec![held.line(&wanted_now)] }.to_text();
    let text = RwSignal::new(untrack(&write));
    let name = ["order-", &key_text(wanted.service.0), "-", &key_text(wanted.offering.key.0)].concat();
    let name = line.map_or_else(|| name.clone(), |line| [&name, "-", &line.to_string()].concat());
    let kept = session.keep_draft(&name, vec![("order", text)], None);
    if kept.restored.get_untracked() {
        let read = Basket::read(&text.get_untracked());
        if let Some(line) = read.lines.first().filter(|line| of_this(line)) {
            held.take(line);
        }
    }
    Effect::new(move |_| {
        let now = write();
        if text.with_untracked(|before| *before != now) {
            text.set(now);
        }
    });
    (held, kept.restored, move || kept.settle())
}

fn form(wanted: Wanted, line: Option<usize>, placed: RwSignal<Vec<String>>) -> AnyView {
    let portal = wanted.portal;
    let toaster = expect_context::<Toaster>();
    let title = wanted.offering.name.to_string();
    let window = "Order ".to_owned() + &title;
    page::title(move || window.clone());
    page::announce();
    let (held, restored, settle) = begin(&wanted, line);
    let from = wanted.shown.offered.from;
    let data = StoredValue::new(wanted.clone());
    let errors = RwSignal::new(Errors::new());
    let total = Memo::new(move |_| {
        data.with_value(|wanted| {
            let added = held.answers.with(|answers| surcharge(&wanted.offering.form, answers));
            Total::of(&wanted.offering.price, added, held.quantity.get())
        })
    });
    if from == Source::Workspace {
        way::follow_manager(portal.session, &wanted.offering, held.answers, held.manager);
    }
    let refusal = RwSignal::new(None::<Declined>);
    let needs_manager = Memo::new(move |_| {
        let by_way = data.with_value(|wanted| {
            let quantity = held.quantity.get();
            let catalogue = &wanted.shown.offered.catalogue;
            held.answers.with(|answers| way::needs_manager(catalogue, &wanted.offering, answers, quantity))
        });
        let was_asked = refusal.with(|refusal| refusal.as_ref().is_some_and(|why| why.is_about(&["manager"])));
        from == Source::Workspace && (by_way || was_asked)
    });
    // What is wrong is said beside its field, and the first of it takes the focus.
    let ready = move || {
        let wrong = data.with_value(|wanted| {
            held.answers.with_untracked(|answers| check(&wanted.offering.form, answers, wanted.shown.today))
        });
        let is_ready = wrong.is_empty();
        errors.set(wrong);
        is_ready
    };
    let take = move || data.with_value(|wanted| untrack(|| held.line(wanted)));
    let order = move |()| {
        if !ready() {
            return;
        }
        match basket::give(portal.session, &take()) {
            Ok(number) => {
                settle();
                if let Some(place) = line {
                    portal.session.change_basket(|basket| basket.remove(place));
                }
                placed.set(vec![number]);
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let put_in = move |()| {
        if !ready() {
            return;
        }
        let taken = portal.session.change_basket(|basket| match line.and_then(|place| basket.lines.get_mut(place)) {
            Some(known) => {
                *known = take();
                true
            }
            None => basket.add(take()),
        });
        if taken {
            settle();
            toaster.ok(if line.is_some() { "The basket is changed." } else { "It is in your basket." });
            portal.location.go(&Route::Portal(Counter::Basket));
        } else {
            toaster.bad("Your basket is full. Order what is in it first, or take something out.");
        }
    };
    let manager_error =
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&["manager"])).map(|why| why.sentence()));
    let general = move || refusal.get().filter(|why| !why.is_about(&["manager"])).map(|why| why.sentence());
    // Also where the rules ask a manager whom the workflow does not name: who would decide alone is who orders.
    let asks_manager = move || {
        let is_missed = refusal.with(|why| why.as_ref().is_some_and(|why| why.is_about(&["manager"])));
        needs_manager.get() || is_missed || held.manager.with(|text| !text.is_empty())
    };
    let people = (from == Source::Workspace).then(|| view! {
        <div class="form-row">
            <Field label="For whom" hint="If it is for somebody else.">
                <ComboBox choices=choices::people(portal.session, held.beneficiary) list_label="People" value=held.beneficiary />
            </Field>
            <Show when=asks_manager>
                <Field label="Your manager" hint="Decides on this order. Filled in where your answers say who it is." required=true error=manager_error>
                    <ComboBox choices=choices::people(portal.session, held.manager) list_label="People" value=held.manager />
                </Field>
            </Show>
        </div>
    });
    let asks = wanted.offering.form.fields().next().is_some();
    let form = wanted.offering.form.clone();
    let quantity_of = "Quantity of ".to_owned() + &title;
    let side = move || {
        data.with_value(|wanted| {
            let manager = held.manager.with(|text| key_of(text)).map(PersonId);
            let quantity = held.quantity.get();
            held.answers.with(|answers| {
                way::way(&wanted.shown, &wanted.content, &wanted.offering, answers, quantity, People { manager })
            })
        })
    };
    let currency = wanted.shown.currency().to_owned();
    let price = price_words(&wanted.offering.price, &currency);
    let total_words = {
        let currency = currency.clone();
        move || total.with(|total| total.words(&currency))
    };
    let acts = match from {
        Source::Workspace => view! {
            <div class="form-actions">
                <Button label="Order now" kind=Kind::Primary on_press=order />
                <Button label=if line.is_some() { "Change the basket" } else { "Put into the basket" } on_press=put_in />
            </div>
        }
        .into_any(),
        Source::Preview => view! {
            <p class="portal-honest">"This is a preview: nothing is ordered. "<b>"Check the answers"</b>" to see what a customer would be told."</p>
            <div class="form-actions"><Button label="Check the answers" kind=Kind::Primary on_press=move |()| {
                if ready() {
                    toaster.ok("A customer could order with these answers.");
                }
            } /></div>
        }
        .into_any(),
        Source::Beside | Source::Shared => outside(data, held, total, ready, put_in),
    };
    view! {
        <div class="page portal-page">
            <nav class="portal-crumbs" aria-label="Way">
                <ul class="portal-crumbs-list"><li><a href=Counter::service(wanted.service).href()>{wanted.content.name.to_string()}</a></li></ul>
            </nav>
            <h1>{title}</h1>
            <p class="portal-lead">{wanted.offering.summary.to_string()}</p>
            <Show when=move || restored.get()>
                <div class="banner portal-restored" role="status">
                    <p>"What you had typed is back."</p>
                    <Button label="Begin anew" kind=Kind::Quiet on_press=move |()| {
                        held.answers.set(data.with_value(|wanted| fill(&wanted.offering.form)));
                        held.quantity.set(1);
                        held.beneficiary.set(String::new());
                        held.manager.set(String::new());
                        settle();
                    } />
                </div>
            </Show>
            <div class="portal-columns">
                <form class="portal-main form" novalidate on:submit=move |event| event.prevent_default()>
                    {asks.then(|| view! { <OrderForm form answers=held.answers errors currency=wanted.shown.listed.settings.currency.clone() /> })}
                    <div class="portal-how-many">
                        <span class="field-label" aria-hidden="true">"How many"</span>
                        <Quantity label=quantity_of value=held.quantity on_change=move |number| held.quantity.set(number) />
                    </div>
                    {people}
                    <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                    {acts}
                </form>
                <div class="portal-aside">
                    <section class="portal-side portal-cost" aria-labelledby="portal-cost">
                        <h2 id="portal-cost">"What it costs"</h2>
                        <p class="portal-total" role="status">{total_words}</p>
                        <p class="muted">{price}</p>
                    </section>
                    <section class="portal-side" aria-labelledby="portal-next">
                        <h2 id="portal-next">"What happens then"</h2>
                        {side}
                    </section>
                    {offering::included(&wanted.shown, &wanted.offering).map(|list| view! {
                        <section class="portal-side" aria-labelledby="portal-with">
                            <h2 id="portal-with">"Comes with"</h2>
                            {list}
                        </section>
                    })}
                    {articles::about(portal, wanted.service, "Before you order")}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// How to order where nobody stands behind the page: a letter, another tool, or not at all. Never "ordered".
fn outside(
    data: StoredValue<Wanted>,
    held: Held,
    total: Memo<Total>,
    ready: impl Fn() -> bool + Copy + 'static,
    put_in: impl Fn(()) + Copy + 'static,
) -> AnyView {
    let letter = RwSignal::new(None::<Letter>);
    let (order_by, to) = data.with_value(|wanted| {
        let order_by = wanted.offering.order_by.clone();
        let settings = &wanted.shown.listed.settings;
        let to = match &order_by {
            OrderBy::Email(to) if !to.is_empty() => to.to_string(),
            OrderBy::Email(_) => settings.email.to_string(),
            OrderBy::Link(_) | OrderBy::Information => String::new(),
        };
        (order_by, to)
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
            <p class="portal-honest">"Orders go to another tool of this organisation. What you typed here stays here."</p>
            <p class="form-actions"><a class="button button-primary" href=link.to_string() target="_blank" rel="noopener noreferrer external">"Go to the order form"</a></p>
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
