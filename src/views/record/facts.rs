//! The fields of a record, below each other.

use leptos::prelude::*;
use workspace::Workspace;

use crate::session::Session;
use crate::ui;

/// The panel; a field without a value is left out.
#[component]
pub fn FactsPanel(
    /// Its heading.
    #[prop(default = "Details")]
    title: &'static str,
    /// Names and values; follows the workspace.
    lines: impl Fn(&Workspace) -> Vec<(&'static str, String)> + Send + Sync + 'static,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let lines = Memo::new(move |_| session.read(&lines).unwrap_or_default());
    let fact = |(name, value): (&'static str, String)| view! { <ui::Fact label=name>{value}</ui::Fact> };
    let shown = move || lines.get().into_iter().filter(|(_, value)| !value.is_empty()).map(fact).collect_view();
    // Read outside of the component: what a component reads while it is made is not followed.
    let facts = move || {
        let shown = shown();
        view! { <ui::Facts>{shown}</ui::Facts> }.into_any()
    };
    view! { <ui::Panel title>{facts}</ui::Panel> }.into_any()
}
