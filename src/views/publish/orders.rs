//! Where an order goes, offering by offering: a page of files has nobody behind it.

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::Catalogue;
use leptos::prelude::*;
use workspace::catalogue::page::{Ordering, ordering};

use crate::route::Shelf;
use crate::ui::Panel;

#[derive(Clone, PartialEq)]
struct Row {
    id: ServiceId,
    service: String,
    offering: String,
    goes: String,
}

fn rows(catalogue: &Catalogue) -> Vec<Row> {
    let mut rows: Vec<Row> = catalogue
        .services
        .iter()
        .flat_map(|(id, listed)| {
            let service = &listed.content.name;
            listed.content.offerings.iter().map(move |offering| Row {
                id: *id,
                service: service.to_string(),
                offering: offering.name.to_string(),
                goes: match ordering(catalogue, service, offering) {
                    Ordering::Email { address, .. } => "E-mail to ".to_owned() + &address,
                    Ordering::Link(link) => link,
                    Ordering::Information { .. } => "Nowhere: it only informs".to_owned(),
                },
            })
        })
        .collect();
    rows.sort_by_cached_key(|row| row.service.to_lowercase());
    rows
}

/// The table.
#[component]
pub fn Orders(
    /// What customers see.
    catalogue: Memo<Arc<Catalogue>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| catalogue.with(|catalogue| rows(catalogue)));
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row"><a href=Shelf::service(row.id).href()>{row.service}</a></th>
                <td>{row.offering}</td>
                <td class="publish-goes">{row.goes}</td>
            </tr>
        }
    };
    view! {
        <Panel title="Where orders go">
            <p class="hint">"From the published pages. Change it in the offering, on the page of its service. The app itself takes orders only to practise with."</p>
            <div class="publish-scroll" tabindex="0" role="region" aria-label="Where orders go, as a table">
                <table class="publish-table">
                    <thead><tr><th scope="col">"Service"</th><th scope="col">"Offering"</th><th scope="col">"An order goes to"</th></tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Panel>
    }
    .into_any()
}
