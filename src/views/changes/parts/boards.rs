//! Who is asked: one board for each round of a change authority.

use std::collections::BTreeMap;

use itsm::approval::Rule;
use itsm::change::{Asked, Board};
use itsm::{Key, PersonId};
use leptos::prelude::*;
use workspace::query::key_of;

use super::several::{Several, ids};
use crate::session::Session;
use crate::ui::{ComboBox, Field};
use crate::views::desk::choices;

/// Who is chosen for one round.
#[derive(Clone, Copy)]
pub struct Seats {
    approvers: RwSignal<String>,
    /// For each approver by key, the delegate.
    delegates: StoredValue<BTreeMap<String, ArcRwSignal<String>>>,
}

impl Seats {
    /// Nobody yet.
    pub fn empty() -> Self {
        Self { approvers: RwSignal::new(String::new()), delegates: StoredValue::new(BTreeMap::new()) }
    }

    /// The field of an approver's delegate. It outlives the list that shows it, which is drawn anew with each approver.
    fn delegate(self, approver: &str) -> RwSignal<String> {
        let known = self.delegates.try_update_value(|all| all.entry(approver.to_owned()).or_default().clone());
        known.unwrap_or_default().into()
    }

    /// The board that is chosen.
    pub fn board(self) -> Board {
        let approvers = self.approvers.with_untracked(|text| ids(text, PersonId));
        let person = |text: &str| key_of(text).map(|key: Key| PersonId(key));
        let delegates = self.delegates.with_value(|all| {
            let chosen = all.iter().filter_map(|(seat, by)| Some((person(seat)?, by.with_untracked(|by| person(by))?)));
            chosen.filter(|(seat, _)| approvers.contains(seat)).collect()
        });
        Board { approvers, delegates }
    }
}

/// "All of them must agree."
pub fn needed(rule: Rule) -> String {
    match rule {
        Rule::All => "All of them must agree.".to_owned(),
        Rule::Majority => "More than half of them must agree.".to_owned(),
        Rule::Any => "One of them is enough.".to_owned(),
        Rule::Quorum(many) => "At least ".to_owned() + &many.to_string() + " of them must agree.",
    }
}

/// A field for each round, with delegates for those who are chosen.
#[component]
pub fn Boards(
    /// Who has to be asked.
    asked: &'static [Asked],
    /// Who is chosen, round by round.
    seats: Vec<Seats>,
    /// What is wrong with the approvers.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let round = move |(place, (asked, seats)): (usize, (&'static Asked, Seats))| {
        let people = choices::people(session, seats.approvers);
        let label = if place == 0 { asked.body.word().to_owned() } else { "Then: ".to_owned() + asked.body.word() };
        let error = Signal::derive(move || error.get().filter(|_| place == 0));
        let name = move |key: &str| {
            people.with(|all| all.iter().find(|choice| choice.value == key).map(|choice| choice.label.clone()))
        };
        let delegate = move |key: String| {
            let field = seats.delegate(&key);
            let label = "Delegate of ".to_owned() + &name(&key).unwrap_or_default();
            view! {
                <Field label><ComboBox choices=choices::people(session, field) list_label="People" value=field /></Field>
            }
        };
        let delegates = move || {
            let keys: Vec<String> = seats.approvers.with(|all| all.split_whitespace().map(str::to_owned).collect());
            (!keys.is_empty()).then(|| {
                view! {
                    <details class="related-more">
                        <summary>"Name delegates"</summary>
                        <div class="form">{keys.into_iter().map(delegate).collect_view()}</div>
                    </details>
                }
            })
        };
        view! {
            <Field label hint=needed(asked.rule) required=true error>
                <Several choices=people value=seats.approvers list_label="People" />
            </Field>
            {delegates}
        }
        .into_any()
    };
    asked.iter().zip(seats).enumerate().map(round).collect_view().into_any()
}
