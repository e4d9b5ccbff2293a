//! Whether the work is kept, always in the same place.

use leptos::prelude::*;

use super::badge::Tone;
use super::icon::{Icon, Picture};

/// How well the work is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Being written.
    Saving,
    /// Kept by the browser; a crash of it might still lose the last seconds.
    #[default]
    Saved,
    /// On the disk.
    Safe,
    /// Could not be written.
    Failed,
    /// The browser keeps nothing: closing the page loses it.
    MemoryOnly,
    /// Another program version or tab owns the data: nothing can be changed here.
    ReadOnly,
}

impl Saving {
    fn parts(self) -> (&'static str, Picture, Tone) {
        match self {
            Saving::Saving => ("Saving", Picture::Running, Tone::Neutral),
            Saving::Saved => ("Saved", Picture::Saved, Tone::Neutral),
            Saving::Safe => ("Saved on disk", Picture::Safe, Tone::Neutral),
            Saving::Failed => ("Not saved", Picture::Problem, Tone::Bad),
            Saving::MemoryOnly => ("In memory only", Picture::Memory, Tone::Warn),
            Saving::ReadOnly => ("Read only", Picture::Info, Tone::Slate),
        }
    }
}

/// The state of saving, for the header.
#[component]
pub fn SaveState(
    /// How well the work is kept.
    #[prop(into)]
    saving: Signal<Saving>,
    /// Where more about it stands; without it, it is not a link.
    #[prop(optional, into)]
    href: Option<String>,
) -> impl IntoView {
    let parts = Memo::new(move |_| saving.get());
    let inside = move || {
        let (word, picture, _) = parts.get().parts();
        view! { <Icon picture /><span class="save-state-text">{word}</span> }
    };
    let tone = move || parts.get().parts().2.name();
    let inside = match href {
        Some(href) => view! { <a href=href>{inside}</a> }.into_any(),
        None => view! { <span class="save-state-plain">{inside}</span> }.into_any(),
    };
    view! { <div class="save-state" data-tone=tone role="status">{inside}</div> }.into_any()
}
