//! How customers will see a service: the live view beside the editor.

use itsm::ServiceId;
use itsm::catalogue::Catalogue;
use leptos::prelude::*;

use crate::views::service_page::{self, Mode};

/// The body of the service's page in the portal, written anew with every change.
#[component]
pub fn Preview(
    /// The catalogue that it stands in.
    #[prop(into)]
    catalogue: Signal<Catalogue>,
    /// Which service.
    service: ServiceId,
) -> impl IntoView {
    let body = move || {
        catalogue.with(|catalogue| {
            let content = catalogue.content(service)?;
            Some(service_page::body(catalogue, service, content, Mode::Preview))
        })
    };
    view! { <div class="preview-body">{body}</div> }.into_any()
}
