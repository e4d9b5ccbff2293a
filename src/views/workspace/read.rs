//! Reading an exported workspace: a button that asks for the file.

use leptos::prelude::*;

use crate::browser::{files, tasks};
use crate::session::Session;
use crate::ui::Toaster;

/// The button. `on_read` is called once the workspace is there and open.
#[component]
pub fn ReadExport(
    #[prop(into)] label: String,
    #[prop(optional, into)] on_read: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let read = move |event: leptos::ev::Event| {
        let Some(file) = files::chosen(&event) else { return };
        if file.size() > journal::MOST_EXPORT_BYTES as u64 {
            return toaster.bad("This file is too large to be an exported workspace. It was not read.");
        }
        tasks::spawn(async move {
            let read = match file.text().await {
                Ok(text) => session.import_file(&text),
                Err(sentence) => Err(sentence),
            };
            match read {
                Ok(()) => {
                    toaster.ok("The workspace is read and open");
                    if let Some(on_read) = on_read {
                        on_read.run(());
                    }
                }
                Err(sentence) => toaster.bad(sentence),
            }
        });
    };
    view! {
        <label class="button file-button">
            <span>{label}</span>
            <input type="file" class="visually-hidden" accept=".json,application/json" on:change=read />
        </label>
    }
    .into_any()
}
