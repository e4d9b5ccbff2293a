//! How full this browser's storage is.

use journal::Usage;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Bar, BarList};
use crate::views::words;

/// What settings take, outside of every workspace.
const OWN_KEYS: u64 = 1_000;

fn bars(usage: &Usage) -> Vec<Bar> {
    let bar = |label: &str, units: u64| Bar {
        label: label.to_owned(),
        value: units as f64,
        text: words::percent(units as f64 / usage.limit as f64),
        href: None,
    };
    let mut bars = vec![bar("Service Dojo", usage.ours)];
    // A key or two of our own stand outside of the workspaces.
    if usage.others > OWN_KEYS {
        bars.push(bar("Other pages under this address", usage.others));
    }
    bars.push(bar("Free", usage.limit.saturating_sub(usage.total())));
    bars
}

/// The panel.
#[component]
pub fn Storage() -> impl IntoView {
    let session = expect_context::<Session>();
    let usage = Memo::new(move |_| {
        session.status.track();
        session.revision.track();
        session.usage()
    });
    let shown = Signal::derive(move || usage.get().as_ref().map(bars).unwrap_or_default());
    let text = move || match usage.get() {
        Some(usage) => {
            words::percent(usage.share())
                + " of the 5,242,880 characters that a browser gives to all pages under this address."
        }
        None => "This browser does not let the page see its storage. What you do here lasts until the page is closed."
            .to_owned(),
    };
    view! {
        <section class="panel" aria-labelledby="storage">
            <h2 id="storage">"Storage"</h2>
            <p>{text}</p>
            <BarList label="Share of the storage" bars=shown />
        </section>
    }
    .into_any()
}
