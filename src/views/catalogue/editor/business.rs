//! The business view: what customers read of a service.

use itsm::ServiceId;
use itsm::catalogue::{Day, Edit, Slot, Text, Texts};
use leptos::prelude::*;
use workspace::catalogue::{tree, typed};

use super::super::anchor::anchor;
use super::super::slot::{Look, Saving, SlotCheck, SlotField, Slotted, tie};
use super::keys;
use super::section::Section;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Choice, Field};
use crate::views::levels::several::Several;
use crate::views::person::PersonBox;

/// A text of the draft.
pub fn text(service: ServiceId, which: Text) -> Slotted {
    let read = move |text: &str| Ok(Edit::Text(which, text.trim().into()));
    tie(service, Slot::Text(which), Saving::OnLeave, move |content| which.of(content).to_string(), read)
}

/// A list of texts, one a line.
fn texts(service: ServiceId, which: Texts) -> Slotted {
    let glue = if which == Texts::Keywords { ", " } else { "\n" };
    let show = move |content: &itsm::catalogue::Content| which.of(content).join(glue);
    let read = move |text: &str| {
        let list = if which == Texts::Keywords { typed::words(text) } else { typed::lines(text) };
        Ok(Edit::Texts(which, list))
    };
    tie(service, Slot::Texts(which), Saving::OnLeave, show, read)
}

/// A day of the draft.
pub fn day(service: ServiceId, which: Day) -> Slotted {
    let show =
        move |content: &itsm::catalogue::Content| which.of(content).map(|day| day.to_string()).unwrap_or_default();
    let read = move |text: &str| match text.trim() {
        "" => Ok(Edit::Day(which, None)),
        text => text.parse().map(|day| Edit::Day(which, Some(day))).map_err(|_| "Choose a day.".to_owned()),
    };
    tie(service, Slot::Day(which), Saving::AtOnce, show, read)
}

/// The fields that come first.
#[component]
pub fn FirstFields(service: ServiceId) -> impl IntoView {
    view! {
        <Section id="section-first" title="The three that come first" first=true
            note="Somebody who reads only these three lines should know whether to go on.">
            <SlotField tied=text(service, Text::Name) label="Name" look=Look::Line required=true
                hint="What customers call it, not what colleagues call the system." />
            <SlotField tied=text(service, Text::Summary) label=Text::Summary.label() look=Look::Area(2)
                hint="One sentence: what will I have or be able to do?" />
            <SlotField tied=text(service, Text::ForWhom) label=Text::ForWhom.label() look=Look::Line
                hint="Say it so that readers recognise themselves: “Everybody who works in the office”." />
            <SlotField tied=text(service, Text::HowToAsk) label=Text::HowToAsk.label() look=Look::Line
                hint="Where to ask, and what to have ready." />
        </Section>
    }
    .into_any()
}

/// What it is worth.
#[component]
pub fn ValueFields(service: ServiceId, first: bool) -> impl IntoView {
    view! {
        <Section id="section-value" title="Value: outcomes, utility, warranty" first
            note="A service is worth something if it does what is needed (utility) and does it well enough (warranty). One without the other is worth nothing.">
            <SlotField tied=text(service, Text::Purpose) label=Text::Purpose.label() look=Look::Area(2)
                hint="What is it there for?" />
            <SlotField tied=texts(service, Texts::Outcomes) label=Texts::Outcomes.label() look=Look::Area(3)
                hint="One a line. What can customers do with it that they could not do without? “Work from home”, not “VPN tunnel”." />
            <SlotField tied=text(service, Text::Utility) label=Text::Utility.label() look=Look::Area(2)
                hint="Fit for purpose: which job does it do, which obstacle does it remove?" />
            <SlotField tied=text(service, Text::Warranty) label=Text::Warranty.label() look=Look::Area(2)
                hint="Fit for use: how available, how much capacity, how it goes on after a disaster, how secure?" />
            <SlotField tied=text(service, Text::Description) label=Text::Description.label() look=Look::Area(4)
                hint="Markdown: lists, links, headings. What readers want to know after the first sentence." />
        </Section>
    }
    .into_any()
}

/// Who answers for it, and who may have it.
#[component]
pub fn PeopleFields(service: ServiceId, first: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let owner = tie(
        service,
        Slot::Owner,
        Saving::AtOnce,
        |content| keys::one_text(content.owner),
        |text| Ok(Edit::Owner(keys::one(text))),
    );
    let audiences = tie(
        service,
        Slot::Audiences,
        Saving::AtOnce,
        |content| keys::text(&content.audiences),
        |text| Ok(Edit::Audiences(keys::all(text))),
    );
    let offered = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let all = workspace.desk().portfolio().audiences().iter();
            all.map(|(id, name)| Choice::new(keys::text(&[*id]), name.to_string())).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let boxes = move || {
        if offered.with(Vec::is_empty) {
            view! {
                <p class="hint">"Everybody. To offer something to some only, "<a href=Route::Catalogue(Shelf::Settings).href()>"name your audiences"</a>" first."</p>
            }
            .into_any()
        } else {
            view! { <Several choices=offered value=audiences.value /> }.into_any()
        }
    };
    view! {
        <Section id="section-people" title="Owner and audience" first
            note="The owner answers for the service through its whole life. The audience says who may see and order it.">
            <div class="slot" id=anchor(Slot::Owner)>
                <Field label="Owner" hint="One person, by name. A team cannot be asked.">
                    <PersonBox value=owner.value />
                </Field>
            </div>
            <div class="slot" id=anchor(Slot::Audiences)>
                <Field label="Audience" hint="Nobody ticked means everybody." group=true>{boxes}</Field>
            </div>
            <SlotField tied=text(service, Text::Entitlement) label=Text::Entitlement.label() look=Look::Line
                hint="What must one be or have? “A contract of at least six months.”" />
        </Section>
    }
    .into_any()
}

/// When it can be used, and how its users reach who supports it.
#[component]
pub fn HoursFields(service: ServiceId) -> impl IntoView {
    view! {
        <SlotField tied=text(service, Text::Hours) label=Text::Hours.label() look=Look::Area(2)
            hint="When can it be used, and when is it supported? These are two different things." />
        <SlotField tied=texts(service, Texts::Channels) label=Texts::Channels.label() look=Look::Area(2)
            hint="One a line: “Portal”, “Telephone 4711”." />
    }
    .into_any()
}

/// Where customers find it.
#[component]
pub fn PlaceFields(service: ServiceId, first: bool, children: Children) -> impl IntoView {
    let session = expect_context::<Session>();
    let categories = tie(
        service,
        Slot::Categories,
        Saving::AtOnce,
        |content| keys::text(&content.categories),
        |text| Ok(Edit::Categories(keys::all(text))),
    );
    let pinned = tie(
        service,
        Slot::Pinned,
        Saving::AtOnce,
        |content| if content.pinned { "yes".to_owned() } else { String::new() },
        |text| Ok(Edit::Pinned(!text.is_empty())),
    );
    let shelves = Memo::new(move |_| {
        let read = session.read(|workspace| tree::flat(workspace.desk().portfolio().categories()));
        let label = |row: &tree::Row| ["\u{2003}".repeat(row.depth), row.name.to_string()].concat();
        read.unwrap_or_default().iter().map(|row| Choice::new(keys::text(&[row.id]), label(row))).collect::<Vec<_>>()
    });
    let boxes = move || {
        if shelves.with(Vec::is_empty) {
            view! { <p class="hint">"There are no categories yet: "<a href=Route::Catalogue(Shelf::Settings).href()>"make the first one"</a>"."</p> }
                .into_any()
        } else {
            view! { <Several choices=shelves value=categories.value /> }.into_any()
        }
    };
    view! {
        <Section id="section-place" title="Where customers find it" first>
            <div class="slot" id=anchor(Slot::Categories)>
                <Field label="Categories" hint="A service may stand on several shelves." group=true>{boxes}</Field>
            </div>
            <SlotCheck tied=pinned label="Pinned" detail="It stands first, before everything that is not." />
            <SlotField tied=texts(service, Texts::Keywords) label=Texts::Keywords.label() look=Look::Line
                hint="With commas: the words that customers would search by. “notebook, computer, MacBook”" />
            {children()}
        </Section>
    }
    .into_any()
}
