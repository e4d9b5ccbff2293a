//! Impact and urgency, and the priority that follows from them.

use itsm::{Level, Matrix};
use leptos::prelude::*;

use super::super::words;
use crate::ui::choice::Choice;
use crate::ui::{DerivedValue, Field, PriorityBars, RadioGroup};

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Weigh {
    /// 1 to 3, or nothing.
    pub impact: RwSignal<String>,
    /// 1 to 3, or nothing.
    pub urgency: RwSignal<String>,
}

impl Weigh {
    /// As it stands.
    pub fn new(impact: Option<u8>, urgency: Option<u8>) -> Self {
        let text = |level: Option<u8>| RwSignal::new(level.map(|level| level.to_string()).unwrap_or_default());
        Self { impact: text(impact), urgency: text(urgency) }
    }

    /// The two levels, as far as they are chosen.
    pub fn levels(self) -> (Option<u8>, Option<u8>) {
        let level = |value: RwSignal<String>| value.with_untracked(|value| value.parse().ok());
        (level(self.impact), level(self.urgency))
    }

    /// The fields.
    pub fn fields(self) -> AnyView {
        let levels = || vec![Choice::new("1", "High"), Choice::new("2", "Medium"), Choice::new("3", "Low")];
        let both = move || {
            let level = |value: RwSignal<String>| value.with(|value| value.parse::<u8>().ok());
            level(self.impact).zip(level(self.urgency))
        };
        let why = move || {
            both().map(|(impact, urgency)| {
                [words::level(impact), " impact, ", words::level(urgency), " urgency"].concat()
            })
        };
        let priority = move || match both() {
            Some((impact, urgency)) => {
                let level = Matrix::standard().priority(Level(impact), Level(urgency)).0;
                view! { <PriorityBars level /> }.into_any()
            }
            None => "Follows from impact and urgency".into_any(),
        };
        view! {
            <Field label="Impact" hint="How many people, how much of the work." required=true group=true>
                <RadioGroup choices=levels() value=self.impact beside=true />
            </Field>
            <Field label="Urgency" hint="How soon it hurts." required=true group=true>
                <RadioGroup choices=levels() value=self.urgency beside=true />
            </Field>
            <Field label="Priority" derived=MaybeProp::derive(why)>
                <DerivedValue>{priority}</DerivedValue>
            </Field>
        }
        .into_any()
    }
}
