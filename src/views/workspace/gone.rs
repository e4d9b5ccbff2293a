//! Workspaces that were in this browser and are gone from its storage: said, and never taken for a first visit.

use journal::{OpenError, Witness};
use leptos::prelude::*;

use super::read::ReadExport;
use crate::session::Session;
use crate::ui::{Button, ErrorState, Kind};

/// One message for each; nothing where none is gone.
#[component]
pub fn Gone() -> impl IntoView {
    let session = expect_context::<Session>();
    let message = move |witness: Witness| {
        let id = StoredValue::new(witness.workspace.clone());
        let forget = move |()| session.forget_kept(&id.get_value());
        let text = OpenError::Missing(witness).to_string();
        let replaces = id.get_value();
        view! {
            <ErrorState title="A workspace is gone from this browser" text safe="Nothing was changed here, and other workspaces are not affected.">
                <ReadExport label="Read its export" replaces=replaces.clone() />
                <Button label="Forget it" kind=Kind::Quiet on_press=forget />
            </ErrorState>
        }
    };
    move || session.gone.get().into_iter().map(message).collect_view().into_any()
}
