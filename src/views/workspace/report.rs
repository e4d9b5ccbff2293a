//! What an import took, mended and left out: nothing is dropped in silence.

use leptos::prelude::*;

use crate::session::Session;

/// The panel; nothing where the workspace did not begin with an import.
#[component]
pub fn ImportReport() -> impl IntoView {
    let session = expect_context::<Session>();
    let report = Memo::new(move |_| {
        session
            .read(|workspace| workspace.meta().map(|meta| (meta.file_name.clone(), meta.report.sentences())))
            .flatten()
    });
    let panel = |(file_name, sentences): (String, Vec<String>)| {
        let line = |sentence: String| view! { <li>{sentence}</li> };
        view! {
            <section class="panel" aria-labelledby="report">
                <h2 id="report">"What the import did"</h2>
                <p class="hint">{file_name}</p>
                <ul class="report">{sentences.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    };
    view! { {move || report.get().map(panel)} }.into_any()
}
