//! Ordering: the form of an offering, what it will cost and who will be asked as it is filled in, and then one of three
//! things: an order in this workspace, something to put into the basket, or a letter that its sender still has to send.
//! An offering that opens an incident is reported in the same way.

mod outside;

use std::sync::Arc;

use itsm::PersonId;
use itsm::ServiceId;
use itsm::catalogue::form::{Answers, check, fill, prune, surcharge};
use itsm::catalogue::{Content, Offering, OfferingKey};
use leptos::prelude::*;
use workspace::catalogue::basket::{Basket, Line};
use workspace::catalogue::offer::Standing;
use workspace::catalogue::price::{Total, price_words};
use workspace::query::{key_of, key_text};

use super::placed::{self, Placed};
use super::quantity::Quantity;
use super::way::{self, People};
use super::{Portal, Shown, articles, mine, parameters, states};
use crate::route::{Counter, Route};
use crate::session::Declined;
use crate::session::offered::Source;
use crate::ui::{Button, Field, Kind, Toaster};
use crate::views::catalogue::form::{Errors, OrderForm};
use crate::views::page;
use crate::views::person::PersonBox;
use crate::views::service_page::offering;
use outside::outside;

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
                let placed = RwSignal::new(Vec::<Placed>::new());
                let wanted = StoredValue::new(wanted);
                let body = move || {
                    let done = placed.get();
                    if done.is_empty() {
                        untrack(|| form(wanted.get_value(), line, placed))
                    } else {
                        placed::page(portal, done)
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

fn form(wanted: Wanted, line: Option<usize>, placed: RwSignal<Vec<Placed>>) -> AnyView {
    let portal = wanted.portal;
    let toaster = expect_context::<Toaster>();
    let title = wanted.offering.name.to_string();
    // Whoever reports a fault orders nothing: it has no quantity, no price, and nobody approves it.
    let is_report = wanted.offering.opens_incident();
    let window = if is_report { title.clone() } else { "Order ".to_owned() + &title };
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
        from == Source::Workspace && !is_report && (by_way || was_asked)
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
        match placed::give(portal.session, &take()) {
            Ok(done) => {
                settle();
                if let Some(place) = line {
                    portal.session.change_basket(|basket| basket.remove(place));
                }
                placed.set(vec![done]);
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
    let asks_manager = move || needs_manager.get() || held.manager.with(|text| !text.is_empty());
    let people = (from == Source::Workspace && !is_report).then(|| {
        view! {
            <div class="form-row">
                <Field label="For whom" hint="If it is for somebody else.">
                    <PersonBox value=held.beneficiary />
                </Field>
                <Show when=asks_manager>
                    <Field label="Your manager" hint="Decides on this order. Filled in where your answers say who it is." required=true error=manager_error>
                        <PersonBox value=held.manager />
                    </Field>
                </Show>
            </div>
        }
    });
    let asks = wanted.offering.form.fields().next().is_some();
    let form = wanted.offering.form.clone();
    let how_many = (!is_report).then(|| view! {
        <div class="portal-how-many">
            <span class="field-label" aria-hidden="true">"How many"</span>
            <Quantity label="Quantity of ".to_owned() + &title value=held.quantity on_change=move |number| held.quantity.set(number) />
        </div>
    });
    let side = move || {
        data.with_value(|wanted| {
            if is_report && matches!(from, Source::Workspace | Source::Preview) {
                return way::reported(&wanted.shown, &wanted.content);
            }
            let manager = held.manager.with(|text| key_of(text)).map(PersonId);
            let quantity = held.quantity.get();
            held.answers.with(|answers| {
                way::way(&wanted.shown, &wanted.content, &wanted.offering, answers, quantity, People { manager })
            })
        })
    };
    let currency = wanted.shown.currency().to_owned();
    let basic_currency = currency.clone();
    let price = price_words(&wanted.offering.price, &currency);
    let total_words = {
        let currency = currency.clone();
        move || total.with(|total| total.words(&currency))
    };
    let costs = (!is_report).then(|| {
        view! {
            <section class="portal-side portal-cost" aria-labelledby="portal-cost">
                <h2 id="portal-cost">"What it costs"</h2>
                <p class="portal-total" role="status">{total_words}</p>
                {move || {
                    // What is added is explained by what it is added to.
                    let basic = price.clone();
                    let is_other = total.with(|total| total.words(&basic_currency)) != basic;
                    is_other.then(|| view! { <p class="muted">"Without options: "{basic}</p> })
                }}
            </section>
        }
    });
    let acts = match from {
        Source::Workspace => view! {
            <div class="form-actions">
                <Button label=if is_report { "Report it" } else { "Order now" } kind=Kind::Primary on_press=order />
                <Button label=if line.is_some() { "Change the basket" } else { "Put into the basket" } on_press=put_in />
            </div>
        }
        .into_any(),
        Source::Preview => view! {
            <p class="portal-honest">"This is a preview: nobody receives anything. "<b>"Check the answers"</b>" to see what a customer would be told."</p>
            <div class="form-actions"><Button label="Check the answers" kind=Kind::Primary on_press=move |()| {
                if ready() {
                    toaster.ok(if is_report { "A customer could report it with these answers." } else { "A customer could order with these answers." });
                }
            } /></div>
        }
        .into_any(),
        Source::Beside | Source::Shared => outside(data, held, total, ready, put_in),
    };
    let is_open = |service: ServiceId| wanted.shown.content(service).is_some();
    let included = offering::included(&wanted.shown.offered.catalogue, &wanted.offering, &is_open);
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
                    {how_many}
                    {people}
                    <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                    {acts}
                </form>
                <div class="portal-aside">
                    {costs}
                    <section class="portal-side" aria-labelledby="portal-next">
                        <h2 id="portal-next">"What happens then"</h2>
                        {side}
                    </section>
                    {included.filter(|_| !is_report).map(|list| view! {
                        <section class="portal-side" aria-labelledby="portal-with">
                            <h2 id="portal-with">"Comes with"</h2>
                            {list}
                        </section>
                    })}
                    {articles::about(portal, wanted.service, if is_report { "Before you report" } else { "Before you order" })}
                </div>
            </div>
        </div>
    }
    .into_any()
}
