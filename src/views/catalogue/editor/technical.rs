//! The technical view: what colleagues need to know. Customers never see it.

use itsm::ServiceId;
use itsm::catalogue::{Edit, Slot, Text};
use leptos::prelude::*;
use workspace::query::key_text;

use super::super::anchor::anchor;
use super::super::chosen::ChosenOnes;
use super::super::entries::{self, Kind};
use super::super::slot::{Look, Saving, SlotField, tie};
use super::business::text;
use super::keys;
use super::section::Section;
use crate::session::Session;
use crate::ui::{ComboBox, Field, Toaster};
use crate::views::desk::choices;

/// The fields.
#[component]
pub fn TechnicalFields(service: ServiceId, first: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let support = tie(
        service,
        Slot::Support,
        Saving::AtOnce,
        |content| keys::one_text(content.support),
        |text| Ok(Edit::Support(keys::one(text))),
    );
    let supporting = tie(
        service,
        Slot::Supporting,
        Saving::AtOnce,
        |content| keys::text(&content.supporting),
        |text| Ok(Edit::Supporting(keys::all(text))),
    );
    let items = tie(
        service,
        Slot::Items,
        Saving::AtOnce,
        |content| keys::text(&content.items),
        |text| Ok(Edit::Items(keys::all(text))),
    );
    let add_group = move |name: String| {
        if let Some(key) = entries::enter(session, toaster, Kind::Group, name) {
            support.value.set(key);
        }
    };
    let add_item = move |name: String| entries::enter(session, toaster, Kind::Item, name);
    let all = choices::services(session, RwSignal::new(String::new()));
    let others = Signal::derive(move || {
        let own = key_text(service.0);
        all.with(|all| all.iter().filter(|choice| choice.value != own).cloned().collect::<Vec<_>>())
    });
    view! {
        <Section id="section-technical" title="Technical view: what is behind it" first
            note="Which team keeps it going, and what it is built on. If one of these fails, this service may, too.">
            <div class="slot" id=anchor(Slot::Support)>
                <Field label="Supported by" hint="Tasks of an order go to this team where the workflow names no other.">
                    <ComboBox choices=choices::groups(session, support.value) list_label="Teams" value=support.value on_add=add_group />
                </Field>
            </div>
            <div class="slot" id=anchor(Slot::Supporting)>
                <Field label="Supporting services" hint="Services that this one is built on. Customers do not order them.">
                    <ChosenOnes choices=others value=supporting.value list_label="Services" />
                </Field>
            </div>
            <div class="slot" id=anchor(Slot::Items)>
                <Field label="Configuration items" hint="What it is made of.">
                    <ChosenOnes choices=choices::items(session, RwSignal::new(String::new())) value=items.value
                        list_label="Configuration items" on_add=add_item />
                </Field>
            </div>
            <SlotField tied=text(service, Text::Technical) label=Text::Technical.label() look=Look::Area(4)
                hint="For colleagues: how it is built, run and repaired." />
        </Section>
    }
    .into_any()
}
