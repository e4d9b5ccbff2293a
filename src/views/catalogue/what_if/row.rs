//! One offering: what may be typed, and what would come of it.

use itsm::ServiceId;
use itsm::catalogue::{OfferingKey, Price};
use leptos::prelude::*;
use workspace::catalogue::told::Told;
use workspace::catalogue::what_if::{Line, Outcome, Source, Wish, typed};
use workspace::query::key_text;

use crate::session::Session;
use crate::ui::{Field, TextInput};
use crate::views::words;

/// The fields of an offering.
#[derive(Clone)]
pub struct Row {
    /// Of which service.
    pub service: ServiceId,
    /// Which offering.
    pub offering: OfferingKey,
    name: String,
    known: Price,
    at_first: [String; 3],
    /// The amount of its price.
    pub price: RwSignal<String>,
    /// Its target, in working hours.
    pub target: RwSignal<String>,
    /// Orders a month.
    pub demand: RwSignal<String>,
}

/// A row for each offering, filled with what is.
pub fn rows(as_is: &Outcome) -> Vec<Row> {
    let row = |line: &Line| {
        let price = match &line.price.before {
            Price::Unsaid => String::new(),
            price => typed::plain(price.first()),
        };
        let target = line.target.before.map(typed::plain_hours).unwrap_or_default();
        let demand = if line.source == Source::None { String::new() } else { typed::plain(line.demand.before.into()) };
        Row {
            service: line.service,
            offering: line.offering,
            name: line.name.clone(),
            known: line.price.before.clone(),
            at_first: [price.clone(), target.clone(), demand.clone()],
            price: RwSignal::new(price),
            target: RwSignal::new(target),
            demand: RwSignal::new(demand),
        }
    };
    as_is.lines.iter().map(row).collect()
}

impl Row {
    /// A name for it that no other has.
    pub fn key(&self) -> String {
        [&key_text(self.service.0), "/", &key_text(self.offering.0)].concat()
    }

    /// Whether anything differs from what was filled in.
    pub fn is_touched(&self) -> bool {
        [self.price, self.target, self.demand]
            .iter()
            .zip(&self.at_first)
            .any(|(field, text)| field.with(|now| now != text))
    }

    /// What is to be different: fields that were not touched, or cannot be read, wish for nothing.
    pub fn wish(&self) -> Wish {
        let [price, target, demand] = &self.at_first;
        let touched = |field: RwSignal<String>, at_first: &String| Some(field.get()).filter(|text| text != at_first);
        let price = touched(self.price, price).and_then(|text| typed::amount(&text).ok().flatten());
        let target = touched(self.target, target).and_then(|text| typed::hours(&text).ok());
        let demand = touched(self.demand, demand).and_then(|text| typed::demand(&text).ok().flatten());
        Wish { price: price.map(|amount| typed::with_amount(&self.known, amount)), target, demand }
    }
}

/// The row.
#[component]
pub fn RowForm(row: Row, found: Memo<Outcome>) -> impl IntoView {
    let session = expect_context::<Session>();
    let (service, offering) = (row.service, row.offering);
    let line = Memo::new(move |_| {
        let is_it = |line: &&Line| (line.service, line.offering) == (service, offering);
        found.with(|found| found.lines.iter().find(is_it).cloned())
    });
    let wrong = |read: Option<&'static str>| read.map(str::to_owned);
    let (price, target, demand) = (row.price, row.target, row.demand);
    let price_error = Signal::derive(move || wrong(price.with(|text| typed::amount(text).err())));
    let target_error = Signal::derive(move || wrong(target.with(|text| typed::hours(text).err())));
    let demand_error = Signal::derive(move || wrong(demand.with(|text| typed::demand(text).err())));
    let source = move || line.get().map(|line| said_of_source(line.source));
    let money = move || {
        let revenue = line.get()?.revenue;
        session.read(|workspace| {
            let told = Told::of_desk(workspace.desk());
            let now = told.money(revenue.before);
            match revenue.before == revenue.after {
                true => ["Brings in ", &now, " a month."].concat(),
                false => ["Brings in ", &told.money(revenue.after), " a month, now ", &now, "."].concat(),
            }
        })
    };
    let missed = move || line.get().and_then(said_of_missed);
    let paid = session.peek(|workspace| Told::of_desk(workspace.desk()).price(&row.known)).unwrap_or_default();
    view! {
        <li class="what-if-row">
            <h3>{row.name}</h3>
            <div class="what-if-fields">
                <Field label="Price" hint=paid error=price_error><TextInput value=price /></Field>
                <Field label="Fulfilled within" hint="Working hours; empty for no target." error=target_error>
                    <TextInput value=target />
                </Field>
                <Field label="Orders a month" hint=Signal::derive(move || source().unwrap_or_default()) error=demand_error>
                    <TextInput value=demand />
                </Field>
            </div>
            <p class="what-if-said">{money}" "{missed}</p>
        </li>
    }
    .into_any()
}

fn said_of_source(source: Source) -> String {
    match source {
        Source::Orders { orders, days } => {
            let orders = words::count(orders as usize, "order", "orders");
            ["From the journal: ", &orders, " in ", &words::count(days as usize, "day", "days"), "."].concat()
        }
        Source::Typed => "As you typed it.".to_owned(),
        Source::None => "Nothing was ordered yet: type what you expect.".to_owned(),
    }
}

fn said_of_missed(line: Line) -> Option<String> {
    if line.finished == 0 {
        return Some("No order was fulfilled yet, so nothing can be held against a target.".to_owned());
    }
    let of = [" of ", &words::count(line.finished, "fulfilled order", "fulfilled orders")].concat();
    let number = |missed: usize| words::number(missed);
    Some(match (line.missed.before, line.missed.after) {
        (None, None) => return None,
        (Some(before), Some(after)) if line.target.before == line.target.after => {
            debug_assert_eq!(before, after);
            [&number(before), &of, " took longer than the target."].concat()
        }
        (Some(before), Some(after)) => {
            [&number(after), &of, " would have taken longer than the target; ", &number(before), " did."].concat()
        }
        (None, Some(after)) => [&number(after), &of, " would have taken longer than the target."].concat(),
        (Some(before), None) => [&number(before), &of, " took longer than the target that would go."].concat(),
    })
}
