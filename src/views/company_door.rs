//! The way into the sample company, for those who come to look. Only the door: what opens it is fetched when somebody
//! goes through.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::tasks;
use crate::parts;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{CommandButton, Kind};

/// A button that opens the company and leads to its open incidents.
#[component]
pub fn CompanyDoor(
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: Kind,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let running = RwSignal::new(false);
    let fault = RwSignal::new(None::<String>);
    let open = move |()| {
        fault.set(None);
        running.set(true);
        tasks::spawn(async move {
            let opened = match parts::company().await {
                Ok(open) => open(session).await,
                Err(parts::NotLoaded) => {
                    Err("The desk could not be fetched. Check the connection and try again; nothing was changed."
                        .to_owned())
                }
            };
            match opened {
                Ok(()) => location.go(&Route::Desk(session.queue_parameters())),
                // Whoever has gone on in the meantime wants neither.
                Err(sentence) => drop(fault.try_set(Some(sentence))),
            }
            let _ = running.try_set(false);
        });
    };
    view! {
        <div class="company-door">
            <CommandButton label="Look around the sample company" kind running on_press=open />
            <p class="company-says" role="status">
                {move || running.get().then_some("Opening the company and its 60 days of work.")}
            </p>
            {move || fault.get().map(|sentence| view! { <p class="company-fault" role="alert">{sentence}</p> })}
        </div>
    }
    .into_any()
}
