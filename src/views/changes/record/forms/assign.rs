//! Assign: to a team, and to somebody who sees it through.

use itsm::change::Command as Ask;
use itsm::{ChangeId, Command, GroupId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;

/// The form.
#[component]
pub fn AssignForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = session.peek(|w| w.desk().changes().get(id).ok().map(|change| (change.group, change.assignee))).flatten();
    let (group, lead) = now.unwrap_or_default();
    let group = RwSignal::new(group.map(|id| key_text(id.0)).unwrap_or_default());
    let lead = RwSignal::new(lead.map(|id| key_text(id.0)).unwrap_or_default());
    let submit = move || {
        let assign = Ask::Assign {
            change: id,
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            assignee: lead.with_untracked(|text| key_of(text)).map(PersonId),
        };
        asking.give(Command::Change(assign), "Assigned");
    };
    view! {
        <FormFrame form=asking label="Assign" error=asking.error_beside(&["group", "person"]) submit>
            <Field label="Group" error=asking.error_of("group")>
                <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
            </Field>
            <Field label="Person" hint="Who sees it through. They never approve it." error=asking.error_of("person")>
                <ComboBox choices=choices::people(session, lead) list_label="People" value=lead />
            </Field>
            <Button label="I see it through" kind=Kind::Quiet on_press=move |()| lead.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}
