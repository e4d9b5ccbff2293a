//! What a change of many asks for, and the change that the answers make.

use itsm::incident::{Amendment, HoldReason, ResolutionCode};
use itsm::{CategoryId, GroupId, Level, PersonId};
use leptos::prelude::*;
use workspace::bulk::Change;
use workspace::query::{key_of, key_text};

use super::Deed;
use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind, RadioGroup, Select, TextArea};
use crate::views::desk::choices;

/// The answers. A form uses those that its deed needs.
#[derive(Clone, Copy)]
pub struct Fields {
    group: RwSignal<String>,
    person: RwSignal<String>,
    reason: RwSignal<String>,
    code: RwSignal<String>,
    category: RwSignal<String>,
    impact: RwSignal<String>,
    urgency: RwSignal<String>,
    /// Solution, reason or note.
    text: RwSignal<String>,
}

impl Fields {
    /// Nothing answered yet.
    pub fn blank() -> Self {
        let field = |text: &str| RwSignal::new(text.to_owned());
        Self {
            group: field(""),
            person: field(""),
            reason: field(HoldReason::Caller.word()),
            code: field(ResolutionCode::SolutionProvided.word()),
            category: field(""),
            impact: field(""),
            urgency: field(""),
            text: field(""),
        }
    }

    /// The change, once everything is there that it needs.
    pub fn change(self, deed: Deed) -> Option<Change> {
        let words = || Some(self.text.get()).filter(|text| !text.trim().is_empty());
        match deed {
            Deed::Assign => {
                let group = self.group.with(|text| key_of(text)).map(GroupId);
                let assignee = self.person.with(|text| key_of(text)).map(PersonId);
                (group.is_some() || assignee.is_some()).then_some(Change::Assign { group, assignee })
            }
            Deed::Start => Some(Change::Start),
            Deed::Hold => {
                let word = self.reason.get();
                let reason = HoldReason::ALL.into_iter().find(|reason| reason.word() == word)?;
                Some(Change::Hold { reason, note: self.text.get().into() })
            }
            Deed::Resolve => {
                let word = self.code.get();
                let code = ResolutionCode::CHOICES.iter().find(|code| code.word() == word)?;
                Some(Change::Resolve { code: code.clone(), solution: words()?.into() })
            }
            Deed::Close => Some(Change::Close),
            Deed::Amend => {
                let level = |signal: RwSignal<String>| signal.with(|text| text.parse().ok()).map(Level);
                let category = self.category.with(|text| key_of(text)).map(CategoryId);
                let changes: Vec<Amendment> = [
                    category.map(|id| Amendment::Category(Some(id))),
                    level(self.impact).map(Amendment::Impact),
                    level(self.urgency).map(Amendment::Urgency),
                ]
                .into_iter()
                .flatten()
                .collect();
                (!changes.is_empty()).then_some(Change::Amend(changes))
            }
            Deed::Note => Some(Change::Note { text: words()?.into() }),
            Deed::Cancel => Some(Change::Cancel { because: words()?.into() }),
        }
    }

    /// What to say while something is missing.
    pub fn ask(deed: Deed) -> &'static str {
        match deed {
            Deed::Assign => "Choose a group or a person to see what will be changed.",
            Deed::Resolve => "Say what was done to see what will be changed.",
            Deed::Amend => "Choose at least one value to see what will be changed.",
            Deed::Cancel => "Say why to see what will be changed.",
            Deed::Note => "Write the note to see what will be changed.",
            Deed::Start | Deed::Hold | Deed::Close => "",
        }
    }

    /// The controls.
    pub fn view(self, deed: Deed, session: Session) -> AnyView {
        match deed {
            Deed::Start | Deed::Close => ().into_any(),
            Deed::Assign => view! {
                <Field label="Assignment group" hint="Empty leaves each with its group.">
                    <ComboBox choices=choices::groups(session, self.group) list_label="Groups" value=self.group />
                </Field>
                <Field label="Person" hint="Empty leaves them to the group.">
                    <ComboBox choices=choices::people(session, self.person) list_label="People" value=self.person />
                </Field>
                <Button label="Assign to me" kind=Kind::Quiet on_press=move |()| self.person.set(key_text(session.me().0)) />
            }
            .into_any(),
            Deed::Hold => view! {
                <Field label="What do you wait for?" group=true required=true>
                    <RadioGroup choices=choices::hold_reasons() value=self.reason />
                </Field>
                <Field label="What exactly?" hint="A work note on each of them.">
                    <TextArea value=self.text rows=2 />
                </Field>
            }
            .into_any(),
            Deed::Resolve => view! {
                <Field label="Resolution code" required=true>
                    <Select choices=choices::resolution_codes() value=self.code />
                </Field>
                <Field label="Solution" hint="It stands with each of them. What is linked to them stays as it is." required=true>
                    <TextArea value=self.text rows=4 />
                </Field>
            }
            .into_any(),
            Deed::Amend => view! {
                <Field label="Category">
                    <ComboBox choices=choices::categories(session, self.category) list_label="Categories" value=self.category />
                </Field>
                <div class="form-row">
                    <Field label="Impact">
                        <Select choices=choices::levels(session) value=self.impact placeholder="As it is" />
                    </Field>
                    <Field label="Urgency">
                        <Select choices=choices::levels(session) value=self.urgency placeholder="As it is" />
                    </Field>
                </div>
            }
            .into_any(),
            Deed::Note => view! {
                <Field label="Work note" hint="Only colleagues read it." required=true>
                    <TextArea value=self.text rows=3 />
                </Field>
            }
            .into_any(),
            Deed::Cancel => view! {
                <Field label="Reason" hint="Why is none of them needed? Cancelling is for mistakes; what was worked on is resolved." required=true>
                    <TextArea value=self.text rows=3 />
                </Field>
            }
            .into_any(),
        }
    }
}
