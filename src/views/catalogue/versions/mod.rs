//! The versions of a service: what is written, looked at, scheduled and published; what is different between any two; and
//! the way back.

mod acts;
mod compare;
pub mod shown;
mod timeline;

use itsm::{EntryId, RecordId, ServiceId};
use leptos::prelude::*;
use workspace::query::key_of;

use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Badge, Panel, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{FormDialog, RecordAt, RecordFrame};
use crate::views::words;

/// The page of the service with that key; the parameters of the address say which two versions are compared.
#[component]
pub fn VersionsPage(service: String, parameters: String) -> impl IntoView {
    let asked = StoredValue::new(parameters);
    provide_context(Asked(asked));
    let find =
        |desk: &itsm::Desk, key: &str| key_of(key).map(ServiceId).filter(|id| desk.portfolio().listing(*id).is_some());
    let page = |id: ServiceId| view! { <Versions id /> }.into_any();
    view! { <RecordAt number=service what="service of the portfolio" list=Route::Catalogue(Shelf::List) find page /> }
        .into_any()
}

/// The parameters of the address.
#[derive(Clone, Copy)]
struct Asked(StoredValue<String>);

#[component]
fn Versions(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let parameters = use_context::<Asked>().map(|asked| asked.0.get_value()).unwrap_or_default();
    let open = RwSignal::new(None::<acts::Wanted>);
    let name = Memo::new(move |_| {
        session
            .read(|w| w.desk().portfolio().listing(id).map(|one| one.draft.name.to_string()))
            .flatten()
            .unwrap_or_default()
    });
    let title = Signal::derive(move || "Versions of ".to_owned() + &name.get());
    let status = Memo::new(move |_| {
        session.read(|w| w.desk().portfolio().listing(id).map(|one| one.status)).flatten().unwrap_or_default()
    });
    let line = move || {
        let status = status.get();
        let tone = if status.is_open() { Tone::Slate } else { Tone::Neutral };
        let label = [status.stage().word(), ": ", &status.word().to_lowercase()].concat();
        view! {
            <Badge tone label />
            <a href=Shelf::service(id).href()>"Edit the draft"</a>
            <a href=Route::Catalogue(Shelf::Portfolio).href()>"Its place in the portfolio"</a>
        }
        .into_any()
    };
    let known = session.peek(|w| w.desk().directory().name(EntryId::Service(id)).map(str::to_owned)).flatten();
    let side = move || view! { <ChangeLog id /> }.into_any();
    view! {
        <RecordFrame
            practice="Catalogue"
            list=Route::Catalogue(Shelf::List)
            number=known.unwrap_or_default()
            title
            line=move || view! { {line} }.into_any()
            side
            about="About these versions"
        >
            <acts::Acts id open />
            <FormDialog open title=acts::title form=move |wanted, asking| acts::dialog(id, wanted, asking) />
            <timeline::Steps id open />
            <compare::Compare id parameters=parameters.clone() />
            <History record=RecordId::Service(id) />
        </RecordFrame>
    }
    .into_any()
}

/// What customers read about what is new.
#[component]
fn ChangeLog(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let lines = Memo::new(move |_| {
        let now = session.now.get();
        let read = session.read(|workspace| {
            let listing = workspace.desk().portfolio().listing(id)?;
            let shown = listing.versions.iter().rev().filter(|one| !one.withdrawn && one.from <= now);
            Some(
                shown
                    .map(|one| {
                        let note =
                            if one.note.trim().is_empty() { "First version".into() } else { one.note.to_string() };
                        (one.number, words::date(zone.local(one.from)), note)
                    })
                    .collect::<Vec<_>>(),
            )
        });
        read.flatten().unwrap_or_default()
    });
    let row = |(number, date, note): (u32, String, String)| {
        view! { <li><strong>{date}</strong>" · version "{number}<br />{note}</li> }
    };
    let body = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="hint">"Nothing was published yet. What you say is new with each version stands here."</p> }
                .into_any();
        }
        view! { <ul class="plain version-log">{lines.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! { <Panel title="Change log for customers">{body}</Panel> }.into_any()
}
