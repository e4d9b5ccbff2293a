//! Edit details: what describes the change and what it touches. Plans and risk have places of their own on the page.

use itsm::change::{Amendment, ChangeType, Command as Ask, State};
use itsm::{CategoryId, ChangeId, Command, ItemId, Key, PersonId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::super::risk::{SENT_BACK, would_send_back};
use crate::session::Session;
use crate::ui::{Choice, ComboBox, Field, RadioGroup, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::changes::parts::{Several, Times, TimesFields, ids, joined};
use crate::views::desk::choices;

const EMERGENCY: &str = "emergency";
const NORMAL: &str = "normal";

/// The form.
#[component]
pub fn AmendForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let Some(now) = session.peek(|workspace| workspace.desk().changes().get(id).ok().cloned()).flatten() else {
        return ().into_any();
    };
    let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let summary = RwSignal::new(now.summary.to_string());
    let description = RwSignal::new(now.description.to_string());
    let (category, requester) = (key(now.category.map(|id| id.0)), key(Some(now.requested_by.0)));
    let services = RwSignal::new(joined(now.services.iter().map(|id| id.0)));
    let items = RwSignal::new(joined(now.items.iter().map(|id| id.0)));
    let is_early = matches!(now.state, State::New | State::Assess);
    let has_kind = is_early && now.kind != ChangeType::Standard;
    let kind = RwSignal::new(if now.kind == ChangeType::Emergency { EMERGENCY } else { NORMAL }.to_owned());
    let times = Times::of(session, now.planned);
    let untimely = RwSignal::new(None::<String>);
    let may_touch = matches!(now.state, State::New | State::Assess | State::Authorize | State::Scheduled);
    let (requested_by, was_planned) = (now.requested_by, now.planned);
    let submit = move || {
        let mut changes = vec![
            Amendment::Summary(summary.get_untracked().into()),
            Amendment::Description(description.get_untracked().into()),
            Amendment::Category(category.with_untracked(|text| key_of(text)).map(CategoryId)),
        ];
        if may_touch {
            changes.push(Amendment::Services(services.with_untracked(|text| ids(text, ServiceId))));
            changes.push(Amendment::Items(items.with_untracked(|text| ids(text, ItemId))));
        }
        if has_kind {
            let is_emergency = kind.with_untracked(|kind| kind == EMERGENCY);
            changes.push(Amendment::Kind(if is_emergency { ChangeType::Emergency } else { ChangeType::Normal }));
        }
        if is_early {
            let requester = requester.with_untracked(|text| key_of(text)).map_or(requested_by, PersonId);
            changes.push(Amendment::RequestedBy(requester));
            match times.span(session) {
                Ok(planned) if planned.map(to_minutes) != was_planned.map(to_minutes) => {
                    changes.push(Amendment::Planned(planned));
                }
                Ok(_) => {}
                Err(why) => return untimely.set(Some(why)),
            }
        }
        asking.give(Command::Change(Ask::Amend { change: id, changes }), "Saved");
    };
    let beside = asking.error_beside(&["summary", "planned"]);
    let error = Signal::derive(move || untimely.get().or_else(|| beside.get()));
    let kinds = vec![Choice::new(NORMAL, "Normal"), Choice::new(EMERGENCY, "Emergency")];
    view! {
        <FormFrame form=asking label="Save" error submit>
            <Field label="Summary" required=true error=asking.error_of("summary")><TextInput value=summary /></Field>
            <Field label="Description"><TextArea value=description rows=3 /></Field>
            {has_kind.then(|| view! {
                <Field label="Type" group=true required=true><RadioGroup choices=kinds value=kind beside=true /></Field>
            })}
            {(may_touch && would_send_back(session, id)).then(|| view! {
                <p class="form-note">"Of what follows: "{SENT_BACK}</p>
            })}
            {may_touch.then(|| view! {
                <Field label="Configuration items">
                    <Several choices=choices::items(session, RwSignal::new(String::new())) value=items list_label="Configuration items" />
                </Field>
                <Field label="Services">
                    <Several choices=choices::services(session, RwSignal::new(String::new())) value=services list_label="Services" />
                </Field>
            })}
            <Field label="Category">
                <ComboBox choices=choices::categories(session, category) list_label="Categories" value=category />
            </Field>
            {is_early.then(|| view! {
                <Field label="Requested by" required=true>
                    <ComboBox choices=choices::people(session, requester) list_label="People" value=requester />
                </Field>
                <TimesFields times start="Wished start" end="Wished end" end_error=asking.error_of("planned") />
            })}
        </FormFrame>
    }
    .into_any()
}

/// A span as the form shows it: what is finer than a minute was not chosen here.
fn to_minutes(span: itsm::change::Span) -> (i64, i64) {
    (span.start.timestamp() / 60, span.end.timestamp() / 60)
}
