//! What a service is made of.

use itsm::configuration::Node;
use itsm::{RecordId, ServiceId};
use leptos::prelude::*;

use super::item::Hangs;
use super::needs_form::NeedsForm;
use super::nodes;
use crate::route::Practice;
use crate::session::Session;
use crate::views::asking::Asking;
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FormDialog, RecordAt, RecordFrame, Related};

/// The page of the service whose key stands in the address.
#[component]
pub fn ServicePage(
    /// The key.
    place: String,
) -> impl IntoView {
    let page: fn(ServiceId) -> AnyView = |id| view! { <Shown id /> }.into_any();
    let list = Practice::Configuration.list();
    view! { <RecordAt number=place what="service" list find=nodes::service_at page /> }.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Needs;

#[component]
fn Shown(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = RwSignal::new(None::<Needs>);
    let name = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().directory().service(id).to_owned()).unwrap_or_default()
    });
    let line = || view! { <span>"Service, as its customers know it"</span> };
    let side = move || view! { <Related record=RecordId::Service(id) /> };
    let form = move |_: Needs, asking: Asking| view! { <NeedsForm of=Node::Service(id) asking /> }.into_any();
    view! {
        <RecordFrame practice="Configuration" list=Practice::Configuration.list() number=Signal::derive(|| "Service".to_owned())
            title=name line side about="About this service">
            <ActionRow acts=move || vec![Act::asks("What it needs", None, open, Needs).primary()] />
            <FormDialog open title=|_| "What it needs" form />
            <Hangs node=Node::Service(id) />
            <p><a href=nodes::impact_of([Node::Service(id)]).href()>"See what fails if it does"</a></p>
            <History record=RecordId::Service(id) />
        </RecordFrame>
    }
    .into_any()
}
