//! The mappings that are kept for files of the same columns.

use leptos::prelude::*;

use crate::session::{KeptMapping, Session};
use crate::ui::badge::Tone;
use crate::ui::{Button, Kind, Panel, Toaster};
use crate::views::words;

/// The panel; nothing while none is kept.
#[component]
pub fn KeptMappings() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let mappings = RwSignal::new(session.kept_mappings());
    let forget = move |kept: KeptMapping| {
        session.forget_mapping(&kept.fingerprint);
        mappings.set(session.kept_mappings());
        let text = "“".to_owned() + &kept.name + "” is forgotten";
        toaster.push_with(text, Tone::Ok, "Keep it", "", move || {
            session.keep_mapping(&kept.fingerprint, &kept.name, kept.mapping.clone());
            let _ = mappings.try_set(session.kept_mappings());
        });
    };
    let line = move |kept: KeptMapping| {
        let zone = chrono::DateTime::from_timestamp_millis(kept.used_at as i64).unwrap_or_default();
        let detail =
            words::count(kept.mapping.columns.len(), "column", "columns") + ", used " + &words::date(zone.naive_utc());
        let label = "Forget ".to_owned() + &kept.name;
        let name = kept.name.clone();
        view! {
            <li class="workspace">
                <span class="workspace-what"><strong>{name}</strong><span class="hint">{detail}</span></span>
                <Button label=label kind=Kind::Quiet on_press=move |()| forget(kept.clone()) />
            </li>
        }
        .into_any()
    };
    let panel = move || {
        let list = mappings.get();
        (!list.is_empty()).then(|| {
            view! {
                <Panel title="Kept choices for files">
                    <p class="hint">"A file with the same columns is filled in this way."</p>
                    <ul class="workspaces">{list.into_iter().map(line).collect::<Vec<_>>()}</ul>
                </Panel>
            }
        })
    };
    panel.into_any()
}
