//! Writing a template, or writing it anew.

use itsm::change::template::{Action, Body, Command as AskTemplate, Event, why_not};
use itsm::change::{Command as Ask, Plans};
use itsm::{CategoryId, ChangeTemplateId, Command, GroupId, Happening, Key, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::super::parts::{Questions, Several, answer_fields, answers, empty_answers, ids, joined};
use super::super::templates_route;
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::{Declined, Session};
use crate::ui::{ComboBox, Field, Kind, LinkButton, TextArea, TextInput, Toaster};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

/// The page that writes a new one.
#[component]
pub fn WritePage() -> impl IntoView {
    view! { <WithDesk><WriteForm /></WithDesk> }.into_any()
}

/// The form.
#[component]
pub fn WriteForm(
    /// The template that is written anew; none for a new one.
    #[prop(optional)]
    id: Option<ChangeTemplateId>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let known = session.peek(|workspace| {
        let templates = workspace.desk().change_templates();
        let template = id.and_then(|id| templates.get(id).ok())?;
        let refusal = why_not(workspace.desk(), template.id, Action::Revise).map(|refusal| refusal.sentence());
        Some((template.body.clone(), templates.number(template.id), refusal))
    });
    let (now, number, refused) = known.flatten().unwrap_or_default();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let (name, description) = (text(&now.name), text(&now.description));
    let (category, group) = (key(now.category.map(|id| id.0)), key(now.group.map(|id| id.0)));
    let services = RwSignal::new(joined(now.services.iter().map(|id| id.0)));
    let questions = empty_answers(now.answers);
    let plans = &now.plans;
    let (implementation, test, back_out) = (text(&plans.implementation), text(&plans.test), text(&plans.back_out));
    let mut fields = answer_fields(questions);
    fields.extend([
        ("name", name),
        ("description", description),
        ("category", category),
        ("group", group),
        ("services", services),
        ("plan", implementation),
        ("test", test),
        ("backout", back_out),
    ]);
    let kept = session.keep_draft(&("change-template-".to_owned() + &number), fields, None);
    let refusal = RwSignal::new(None::<Declined>);
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || {
        let why = refusal.get().filter(|why| !why.is_about(&["name"])).map(|why| why.sentence());
        why.or_else(|| refused.clone())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let body = Box::new(Body {
            name: name.get_untracked().into(),
            description: description.get_untracked().into(),
            category: category.with_untracked(|text| key_of(text)).map(CategoryId),
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            services: services.with_untracked(|text| ids(text, ServiceId)),
            answers: untrack(|| answers(questions)),
            plans: Plans {
                implementation: implementation.get_untracked().into(),
                test: test.get_untracked().into(),
                back_out: back_out.get_untracked().into(),
            },
        });
        let ask = match id {
            None => AskTemplate::Create(body),
            Some(template) => AskTemplate::Revise { template, body },
        };
        match session.give(Command::Change(Ask::Template(ask))) {
            Ok(events) => {
                let written = events.iter().find_map(|event| match &event.what {
                    Happening::ChangeTemplate(id, Event::Created(_) | Event::Revised(_)) => Some(*id),
                    _ => None,
                });
                let number = written.and_then(|id| session.peek(|w| w.desk().change_templates().number(id)));
                kept.forget();
                undo::confirm(session, toaster, "Saved");
                location.go(&Practice::Changes.at(number.unwrap_or_default()));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let title = if id.is_some() { "Revise ".to_owned() + &number } else { "Write a change template".to_owned() };
    let note = if id.is_some() {
        "What is changed here has to be authorised anew. Until then no change is made from it."
    } else {
        "A standard change is low in risk, well understood and written down. It is assessed and authorised here, once, and not at each use."
    };
    let back = if id.is_some() { Practice::Changes.at(number) } else { templates_route() };
    view! {
        <Page title=Signal::stored(title) note=Signal::stored(note.to_owned()) class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                <Field label="Name" hint="Its changes are called so." required=true error=error_of("name")><TextInput value=name /></Field>
                <Field label="Description" hint="When it fits, and when it does not."><TextArea value=description rows=3 /></Field>
                <Field label="Services"><Several choices=choices::services(session, RwSignal::new(String::new())) value=services list_label="Services" /></Field>
                <div class="form-row">
                    <Field label="Group" hint="Who does it.">
                        <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
                    </Field>
                    <Field label="Category" hint="What kind of change.">
                        <ComboBox choices=choices::categories(session, category) list_label="Categories" value=category />
                    </Field>
                </div>
                <h2>"Risk, each time it is done as written"</h2>
                <Questions answers=questions />
                <h2>"Plans"</h2>
                <Field label="Implementation plan" hint="Step by step."><TextArea value=implementation rows=4 /></Field>
                <Field label="Test plan" hint="How does one see that it worked?"><TextArea value=test rows=2 /></Field>
                <Field label="Back-out plan" hint="How is it undone? If it cannot be, why?"><TextArea value=back_out rows=2 /></Field>
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Save template"</button>
                    <LinkButton label="Leave it" kind=Kind::Quiet href=back.href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
