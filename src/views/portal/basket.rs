//! The basket: several orders and reports of faults, what they cost together, and sending them all.

use itsm::catalogue::form::surcharge;
use itsm::catalogue::{Offering, OrderBy};
use leptos::prelude::*;
use workspace::catalogue::basket::{Basket, Line};
use workspace::catalogue::letter::{Letter, said};
use workspace::catalogue::offer::Standing;
use workspace::catalogue::price::Total;
use workspace::query::key_text;

use super::copy::CopyButton;
use super::placed::{self, Placed};
use super::quantity::Quantity;
use super::{Portal, Shown, shell, states};
use crate::browser::dom;
use crate::route::{Counter, Route};
use crate::session::offered::Source;
use crate::ui::{Button, EmptyState, Kind, LinkButton, Picture, Toaster};
use crate::views::page;
use crate::views::words;

/// The page.
pub fn page() -> AnyView {
    states::with_catalogue(|portal, _| {
        let placed = RwSignal::new(Vec::<Placed>::new());
        let body = move || {
            let done = placed.get();
            if done.is_empty() { untrack(|| basket(portal, placed)) } else { placed::page(portal, done) }
        };
        body.into_any()
    })
}

/// What can still be ordered of a line, and what one costs.
fn fits<'a>(shown: &'a Shown, line: &Line) -> Option<(&'a Offering, Total)> {
    let offering = line.offering(&shown.listed).filter(|_| shown.standing(line.service) == Standing::Offered)?;
    let total = Total::of(&offering.price, surcharge(&offering.form, &line.answers), line.quantity);
    // A report of a fault costs nothing, whatever its offering says.
    Some((offering, if offering.opens_incident() { Total::default() } else { total }))
}

fn basket(portal: Portal, placed: RwSignal<Vec<Placed>>) -> AnyView {
    page::title(|| "Basket".to_owned());
    page::announce();
    let session = portal.session;
    let toaster = expect_context::<Toaster>();
    let basket = Memo::new(move |_| session.basket());
    let refused = RwSignal::new(Vec::<(usize, String)>::new());
    let total = move || {
        portal.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let mut total = Total::default();
            basket.with(|basket| {
                basket.lines.iter().filter_map(|line| fits(shown, line)).for_each(|(_, one)| total.add(&one))
            });
            Some(total.words(shown.currency()))
        })
    };
    let order_all = move |()| {
        let (mut done, mut left, mut why) = (Vec::new(), Vec::new(), Vec::new());
        let lines = basket.get_untracked().lines;
        let given = match placed::give_all(session, &lines) {
            Ok(given) => given,
            Err(declined) => return toaster.bad(declined.sentence()),
        };
        for (line, given) in lines.into_iter().zip(given) {
            match given {
                Ok(one) => done.push(one),
                Err(declined) => {
                    why.push((left.len(), declined.sentence()));
                    left.push(line);
                }
            }
        }
        session.change_basket(|basket| *basket = Basket { lines: left });
        if why.is_empty() {
            placed.set(done);
        } else {
            if !done.is_empty() {
                let numbers: Vec<&str> = done.iter().map(Placed::number).collect();
                toaster.ok(numbers.join(", ") + " sent; the rest is still here");
            }
            refused.set(why);
        }
    };
    let lines = move || {
        portal.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let refused = refused.get();
            let why = |place: usize| refused.iter().find(|(at, _)| *at == place).map(|(_, why)| why.clone());
            let line = |(place, one): (usize, &Line)| line(portal, shown, place, one, why(place));
            Some(basket.with(|basket| basket.lines.iter().enumerate().map(line).collect_view()))
        })
    };
    // How many of the lines report a fault, and how many order something.
    let kinds = move || {
        portal.shown.with(|shown| {
            let is_report = |line: &Line| {
                let offering = shown.as_ref().and_then(|shown| line.offering(&shown.listed));
                offering.is_some_and(Offering::opens_incident)
            };
            basket.with(|basket| {
                let reports = basket.lines.iter().filter(|line| is_report(line)).count();
                (reports, basket.lines.len() - reports)
            })
        })
    };
    let order_label = Signal::derive(move || match kinds() {
        (0, _) => "Order all",
        (_, 0) => "Report all",
        _ => "Order and report all",
    });
    let acts = move || match portal.source() {
        Some(Source::Workspace) => {
            view! { <Button label=order_label kind=Kind::Primary on_press=order_all /> }.into_any()
        }
        Some(Source::Preview) => {
            view! { <p class="portal-honest">"This is a preview of drafts: nobody can order here."</p> }.into_any()
        }
        _ => letters(portal, basket),
    };
    let body = move || {
        if basket.with(|basket| basket.lines.is_empty()) {
            return view! {
                <EmptyState title="Nothing in your basket" text="Open a service, fill in its form, and put it in here. What is in the basket is kept in this browser." picture=Picture::Catalogue>
                    <LinkButton label="All services" kind=Kind::Primary href=shell::front() />
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <ul class="portal-lines">{lines}</ul>
            <p class="portal-sum"><span>"Together"</span><strong role="status">{total}</strong></p>
            <div class="form-actions">{acts}</div>
        }
        .into_any()
    };
    view! { <div class="page portal-page page-narrow"><h1>"Basket"</h1>{body}</div> }.into_any()
}

fn line(portal: Portal, shown: &Shown, place: usize, line: &Line, why: Option<String>) -> AnyView {
    let session = portal.session;
    let remove = move |()| {
        session.change_basket(|basket| basket.remove(place));
        dom::soon(|| {
            dom::focus_at("main h1");
        });
    };
    let Some((offering, total)) = fits(shown, line) else {
        let name = shown.name(line.service);
        let name = if name.is_empty() { "Something".to_owned() } else { name };
        return view! {
            <li class="portal-line">
                <div><h2>{name.clone()}</h2><p class="portal-line-why">"It is no longer offered; take it out."</p></div>
                <Button label=["Take out: ", &name].concat() kind=Kind::Quiet on_press=remove />
            </li>
        }
        .into_any();
    };
    let answers = said(&offering.form, &line.answers);
    let answer = |(question, answer): (String, String)| view! { <div><dt>{question}</dt><dd>{answer}</dd></div> };
    let change = Route::Portal(Counter::Order(
        key_text(line.service.0),
        key_text(line.offering.0),
        "line=".to_owned() + &place.to_string(),
    ));
    let name = offering.name.to_string();
    let quantity = line.quantity;
    let much = if offering.opens_incident() {
        // The place of the quantity stays empty.
        view! { <span></span><p class="portal-line-price">"A report"</p> }.into_any()
    } else {
        view! {
            <Quantity label=["Quantity of ", &name].concat() value=quantity
                on_change=move |number| session.change_basket(|basket| basket.set_quantity(place, number)) />
            <p class="portal-line-price">{total.words(shown.currency())}</p>
        }
        .into_any()
    };
    view! {
        <li class="portal-line">
            <div class="portal-line-text">
                <h2>{name.clone()}</h2>
                <dl class="portal-answers">{answers.into_iter().map(answer).collect_view()}</dl>
                {why.map(|why| view! { <p class="portal-line-why" role="alert">{why}</p> })}
                <p class="portal-line-acts">
                    <a href=change.href() aria-label=["Change: ", &name].concat()>"Change"</a>
                    <Button label=["Take out: ", &name].concat() kind=Kind::Quiet on_press=remove />
                </p>
            </div>
            {much}
        </li>
    }
    .into_any()
}

/// Where nobody receives orders: one letter for each address, and a word about the rest.
fn letters(portal: Portal, basket: Memo<Basket>) -> AnyView {
    let letters = move || {
        portal.shown.with(|shown| {
        let shown = shown.as_ref()?;
        let mut letters: Vec<Letter> = Vec::new();
        let mut rest = 0;
        for line in basket.get().lines {
            let Some((offering, total)) = fits(shown, &line) else { continue };
            let Some(content) = shown.content(line.service) else { continue };
            let OrderBy::Email(to) = &offering.order_by else {
                rest += 1;
                continue;
            };
            let to = if to.is_empty() { &shown.listed.settings.email } else { to };
            let letter = Letter::of(to, content, offering, line.quantity, &line.answers, &total, shown.currency());
            match letters.iter_mut().find(|known| *known.to == **to) {
                Some(known) => known.join(&letter),
                None => letters.push(letter),
            }
        }
        let rest = (rest > 0).then(|| view! {
            <p class="portal-honest">{words::count(rest, "thing is", "things are")}" not ordered by e-mail: open its form to see how."</p>
        });
        Some(view! { {letters.iter().map(|one| letter(one, None)).collect_view()}{rest} })
    })
    };
    view! {
        <div class="portal-letters">
            <p class="portal-honest">"Nobody receives anything from this page: these e-mails are prepared, and you send them."</p>
            {letters}
            <p class="portal-honest">"To practise with real orders, approvals and fulfilment: "<CopyButton kind=Kind::Quiet /></p>
        </div>
    }
    .into_any()
}

/// A prepared letter: the link that opens it, and its text for who has no mail program.
pub fn letter(letter: &Letter, id: Option<&'static str>) -> AnyView {
    let link = letter.link();
    let open = match link {
        Some(href) => view! { <p><a class="button button-primary" href=href rel="external">"Open it in your mail program"</a></p> }.into_any(),
        None => view! { <p class="portal-honest">"It is too long for a link: copy it into your mail program."</p> }.into_any(),
    };
    let to = if letter.to.is_empty() { "(no address is given)".to_owned() } else { letter.to.clone() };
    view! {
        <section class="portal-letter" id=id tabindex="-1" aria-label="Prepared e-mail">
            <p>"To: "<b>{to}</b></p>
            <p>"Subject: "<b>{letter.subject.clone()}</b></p>
            <pre tabindex="0">{letter.body.clone()}</pre>
            {open}
            <p class="muted">"It is on its way once you have sent it."</p>
        </section>
    }
    .into_any()
}
