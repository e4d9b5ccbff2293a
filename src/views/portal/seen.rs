//! As whom the portal is looked at: one of the audiences that the catalogue knows, or with everything in view.

use itsm::catalogue::AudienceId;
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::Portal;
use crate::session::offered;
use crate::ui::{Choice, Field, Select};

/// The chooser; not there where everything is for everybody.
#[component]
pub fn SeenAs(portal: Portal) -> impl IntoView {
    let choices = Memo::new(move |_| {
        portal.shown.with(|shown| {
            let audiences = shown.as_ref().map(|shown| &shown.listed.audiences).into_iter().flatten();
            let choice =
                |(id, name): (&AudienceId, &std::sync::Arc<str>)| Choice::new(key_text(id.0), name.to_string());
            audiences.map(choice).collect::<Vec<Choice>>()
        })
    });
    let value = RwSignal::new(offered::seen_as().map(|id| key_text(id.0)).unwrap_or_default());
    // Other places of the portal choose, too.
    Effect::new(move |_| {
        let now = offered::seen_as().map(|id| key_text(id.0)).unwrap_or_default();
        if value.with_untracked(|value| *value != now) {
            value.set(now);
        }
    });
    Effect::new(move |_| {
        let chosen = value.with(|value| key_of(value).map(AudienceId));
        if untrack(offered::seen_as) != chosen {
            offered::see_as(chosen);
        }
    });
    view! {
        <Show when=move || choices.with(|choices| !choices.is_empty())>
            <div class="portal-seen">
                <Field label="Seen as" hint="What is not for them is left out." required=true>
                    <Select choices value placeholder="Everybody: all services" />
                </Field>
            </div>
        </Show>
    }
    .into_any()
}
