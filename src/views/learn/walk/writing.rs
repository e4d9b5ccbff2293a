//! Writing a record of the walk: a form in a dialog, filled with what the walk has decided, and one command for all of
//! it.

use std::sync::Arc;

use itsm::PromiseId;
use learning::walk::Decision;
use leptos::prelude::*;
use workspace::rules::Fault;
use workspace::walking::{Control, Field as Asked, Form, Reference, Spot, Typed, Wish, carry_out, read};

use super::{Desk, records, start};
use crate::session::{Declined, Session};
use crate::ui::{Button, Choice, ComboBox, DateInput, Dialog, Field, Kind, Select, TextArea, TextInput};
use crate::views::desk::choices;
use crate::views::undo;

/// The button, and the dialog behind it; `again` where it is the service's one entry that is written on.
pub fn door(desk: &Desk, decision: &Decision, form: Form, again: Signal<bool>) -> AnyView {
    let open = RwSignal::new(false);
    let (keeper, of) = (desk.clone(), Arc::new(decision.clone()));
    let title = title(form);
    let label = Signal::derive(move || if again.get() { "Write it anew" } else { verb(form) }.to_owned());
    let body = move || view! { <WriteForm desk=keeper.clone() decision=of.clone() form open /> };
    view! {
        <div class="form-actions"><Button label=label on_press=move |()| open.set(true) /></div>
        <Dialog title=title open=open>{body()}</Dialog>
    }
    .into_any()
}

fn verb(form: Form) -> &'static str {
    match form {
        Form::Entry => "Enter it in the portfolio",
        Form::Offering => "Write an offering",
        Form::Supplier => "Add the supplier",
        Form::CustomerAgreement | Form::InsideAgreement => "Draft the agreement",
        Form::Change => "Raise the change",
        Form::Item => "Register an item",
        Form::Article => "Write an article",
        Form::Listing => "Write the catalogue entry",
        Form::Review => "Note the review",
        Form::Improvement => "Register the improvement",
        Form::Ending => "Note how it ends",
    }
}

fn title(form: Form) -> &'static str {
    match form {
        Form::Entry => "The service enters the portfolio",
        Form::Offering => "An offering",
        Form::Supplier => "A supplier with its contract",
        Form::CustomerAgreement => "The promise to the customer",
        Form::InsideAgreement => "The promise of a team beneath it",
        Form::Change => "The change that brings it into use",
        Form::Item => "A part of the service",
        Form::Article => "A knowledge article",
        Form::Listing => "What users read in the catalogue",
        Form::Review => "A review meeting",
        Form::Improvement => "An entry of the improvement register",
        Form::Ending => "How the service ends",
    }
}

/// What is left to do on the record's own page.
fn beyond(form: Form) -> &'static str {
    match form {
        Form::Listing => "It is written into the draft. Publishing it is done in the catalogue, by the steps there.",
        Form::CustomerAgreement | Form::InsideAgreement => {
            "It is a draft in the desk's hours. Both sides agree to it on its own page."
        }
        Form::Change => "It is new: assessing and authorising it is done on its own page, by others.",
        Form::Article => "It is a draft: somebody else reads it before it is published.",
        _ => "",
    }
}

#[component]
fn WriteForm(desk: Desk, decision: Arc<Decision>, form: Form, open: RwSignal<bool>) -> impl IntoView {
    let begun = start::typed(&desk, &decision, form);
    let values: Vec<(&'static Asked, RwSignal<String>)> = form
        .fields()
        .iter()
        .map(|field| (field, RwSignal::new(begun.get(field.id).cloned().unwrap_or_default())))
        .collect();
    let faults = RwSignal::new(Vec::<Fault<String>>::new());
    let refused = RwSignal::new(None::<String>);
    let fields: Vec<AnyView> = values.iter().map(|(field, value)| control(&desk, field, *value, faults)).collect();
    let general = move || {
        let beside = faults
            .with(|faults| faults.iter().find(|fault| fault.place.is_empty()).map(|fault| fault.sentence.clone()));
        refused.get().or(beside).map(|text| view! { <p class="error">{text}</p> })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed: Typed = values.iter().map(|(field, value)| (field.id.to_owned(), value.get_untracked())).collect();
        refused.set(None);
        let wish = match asked(&desk, form, &typed) {
            Ok(wish) => wish,
            Err(found) => return faults.set(found),
        };
        faults.set(vec![]);
        match write(&desk, wish) {
            Ok(reference) => {
                open.set(false);
                records::note(&desk, &decision.id, reference);
                undo::confirm(desk.session, desk.toaster, "It is written");
            }
            Err(why) => refused.set(Some(why.sentence())),
        }
    };
    let beyond = beyond(form);
    view! {
        <form class="form" novalidate on:submit=submit>
            {fields}
            {(!beyond.is_empty()).then(|| view! { <p class="hint">{beyond}</p> })}
            <div class="form-error" role="alert">{general}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">{verb(form)}</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=move |()| open.set(false) />
            </div>
        </form>
    }
    .into_any()
}

fn asked(desk: &Desk, form: Form, typed: &Typed) -> Result<Wish, Vec<Fault<String>>> {
    let (service, agreement) = untrack(|| (desk.service(), agreement(desk)));
    let now = desk.session.now.get_untracked();
    let none_open = || vec![Fault { place: String::new(), sentence: "No workspace is open.".to_owned() }];
    let read =
        desk.session.peek(|workspace| read(form, typed, Spot { desk: workspace.desk(), service, agreement, now }));
    read.unwrap_or_else(|| Err(none_open()))
}

/// The agreement with the customer, which a review is about.
fn agreement(desk: &Desk) -> Option<PromiseId> {
    let all = desk.records(Form::CustomerAgreement.decision());
    all.iter().find_map(|text| match Reference::read(text)? {
        Reference::Agreement(id) => Some(id),
        _ => None,
    })
}

fn write(desk: &Desk, wish: Wish) -> Result<Reference, Declined> {
    let tag = desk.session.tag();
    desk.session.give_in_turn(|turn| carry_out(wish, tag, turn))
}

fn control(
    desk: &Desk,
    field: &'static Asked,
    value: RwSignal<String>,
    faults: RwSignal<Vec<Fault<String>>>,
) -> AnyView {
    let error = Signal::derive(move || {
        faults.with(|faults| faults.iter().find(|fault| fault.place == field.id).map(|fault| fault.sentence.clone()))
    });
    let session = desk.session;
    // Made inside the field, so that it knows its label.
    view! { <Field label=field.label required=field.needed error=error>{input(session, field, value)}</Field> }
        .into_any()
}

fn input(session: Session, field: &'static Asked, value: RwSignal<String>) -> AnyView {
    match field.control {
        Control::Line => view! { <TextInput value /> }.into_any(),
        Control::Lines => view! { <TextArea value rows=3 /> }.into_any(),
        Control::Day => view! { <DateInput value /> }.into_any(),
        Control::Person => {
            view! { <ComboBox choices=choices::people(session, value) list_label="People" value /> }.into_any()
        }
        Control::Group => {
            view! { <ComboBox choices=choices::groups(session, value) list_label="Teams" value /> }.into_any()
        }
        Control::Words(words) => {
            let choices: Vec<Choice> = words.iter().map(|word| Choice::new(*word, *word)).collect();
            view! { <Select choices=Signal::stored(choices) value placeholder="Choose" /> }.into_any()
        }
    }
}
