//! Ranked dots: what a service is worth, costs, how much it is wanted, and what can go wrong with it.

use itsm::catalogue::{Command as Ask, Edit, Rank};
use itsm::{Command, ServiceId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup};
use crate::views::asking::{Asking, FormFrame};

/// What is ranked, with what the ends of its scale mean.
const SCALES: [(&str, &str); 4] = [
    ("Value", "What it is worth to its customers."),
    ("Cost", "What it takes to provide."),
    ("Demand", "How much it is wanted."),
    ("Risk", "What can go wrong with it."),
];

/// The four ranks of a service as dots; the words are beside them for everybody.
#[component]
pub fn Dots(rank: [Option<u8>; 4]) -> impl IntoView {
    let row = |(name, dots): (&'static str, Option<u8>)| {
        let said = dots.map_or_else(|| "not said".to_owned(), |dots| dots.to_string() + " of 5");
        view! { <div class="dots-row"><dt>{name}</dt><dd>{picture(dots)}<span class="visually-hidden">{said}</span></dd></div> }
    };
    let rows: Vec<_> = SCALES.iter().map(|(name, _)| *name).zip(rank).map(row).collect();
    view! { <dl class="dots">{rows}</dl> }.into_any()
}

fn picture(dots: Option<u8>) -> AnyView {
    let filled = dots.unwrap_or(0);
    let dot = |place: u8| {
        let x = (f64::from(place) * 12.0 - 6.0).to_string();
        let class = if place <= filled { "dot dot-filled" } else { "dot" };
        view! { <circle class=class cx=x cy="6" r="4"></circle> }
    };
    view! {
        <svg class="dots-picture" width="60" height="12" viewBox="0 0 60 12" aria-hidden="true">
            {(1..=5).map(dot).collect_view()}
        </svg>
    }
    .into_any()
}

/// The form that ranks a service.
#[component]
pub fn RankForm(id: ServiceId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let rank = session.peek(|workspace| workspace.desk().portfolio().listing(id).map(|one| one.draft.rank));
    let rank = rank.flatten().unwrap_or_default();
    let text = |dots: Option<u8>| RwSignal::new(dots.map(|dots| dots.to_string()).unwrap_or_default());
    let fields = [rank.value, rank.cost, rank.demand, rank.risk].map(text);
    let submit = move || {
        let [value, cost, demand, risk] = fields.map(|field| field.with_untracked(|text| text.parse().ok()));
        let edits = vec![Edit::Rank(Rank { value, cost, demand, risk })];
        asking.give(Command::Catalogue(Ask::Edit { service: id, edits }), "Ranked");
    };
    let choices = || {
        let unsaid = Choice::new("", "Not said");
        let dots = |dots: u8| match dots {
            1 => Choice::new("1", "1, least"),
            5 => Choice::new("5", "5, most"),
            dots => Choice::new(dots.to_string(), dots.to_string()),
        };
        std::iter::once(unsaid).chain((1..=5).map(dots)).collect::<Vec<Choice>>()
    };
    let field = move |((label, hint), value): ((&'static str, &'static str), RwSignal<String>)| {
        view! { <Field label hint group=true><RadioGroup choices=choices() value beside=true /></Field> }
    };
    let rows: Vec<_> = SCALES.into_iter().zip(fields).map(field).collect();
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&[]) submit>
            <p class="hint">"Ranks compare services with each other. What matters is the order, not the number."</p>
            {rows}
        </FormFrame>
    }
    .into_any()
}
