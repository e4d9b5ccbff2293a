//! Re-route: what is really an incident or a change.

use itsm::request::{Command as Ask, Target};
use itsm::{CategoryId, Command, GroupId, Level, RequestId};
use leptos::prelude::*;
use workspace::query::key_of;

use crate::session::Session;
use crate::ui::{Choice, ComboBox, Field, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;

const INCIDENT: &str = "incident";
const CHANGE: &str = "change";

/// The form.
#[component]
pub fn RerouteForm(id: RequestId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let to = RwSignal::new(INCIDENT.to_owned());
    let [because, impact, urgency, category, group] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let level = |signal: RwSignal<String>| Level(signal.with_untracked(|text| text.parse().unwrap_or(0)));
    let is_incident = move || to.with(|to| to == INCIDENT);
    let submit = move || {
        let (target, done) = if to.with_untracked(|to| to == INCIDENT) {
            let target = Target::Incident {
                impact: level(impact),
                urgency: level(urgency),
                category: category.with_untracked(|text| key_of(text)).map(CategoryId),
                group: group.with_untracked(|text| key_of(text)).map(GroupId),
            };
            (target, "Re-routed, and an incident is logged")
        } else {
            (Target::Change, "Re-routed")
        };
        let reroute = Ask::Reroute { request: id, to: target, because: because.get_untracked().into() };
        asking.give(Command::Request(reroute), done);
    };
    let targets = vec![
        Choice::new(INCIDENT, "An incident")
            .with_detail("Something is broken or worse than agreed. It is logged with the request’s words."),
        Choice::new(CHANGE, "A change")
            .with_detail("Something has to be altered that may affect services. Raise it from here next."),
    ];
    let of_incident = move || {
        is_incident().then(|| {
            view! {
                <div class="form-row">
                    <Field label="Impact" group=true required=true error=asking.error_of("impact")>
                        <RadioGroup choices=choices::levels(session) value=impact beside=true />
                    </Field>
                    <Field label="Urgency" group=true required=true error=asking.error_of("urgency")>
                        <RadioGroup choices=choices::levels(session) value=urgency beside=true />
                    </Field>
                </div>
                <div class="form-row">
                    <Field label="Category"><ComboBox choices=choices::categories(session, category) list_label="Categories" value=category /></Field>
                    <Field label="Group"><ComboBox choices=choices::groups(session, group) list_label="Groups" value=group /></Field>
                </div>
            }
        })
    };
    view! {
        <FormFrame form=asking label="Re-route" error=asking.error_beside(&["reason", "impact", "urgency"]) submit>
            <Field label="What is it really?" group=true required=true><RadioGroup choices=targets value=to /></Field>
            {of_incident}
            <Field label="Reason" hint="The requester is told why it takes another way." required=true error=asking.error_of("reason")>
                <TextArea value=because rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
