//! The format in force, as something to follow: whoever writes a date or a number while it is shown is asked again
//! when the format changes, in this tab or in another.

use std::sync::LazyLock;

use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use preferences::{Chosen, Format};

use crate::browser::language;

static FORMAT: LazyLock<ArcRwSignal<Format>> = LazyLock::new(|| ArcRwSignal::new(Format::ENGLISH));
static LANGUAGE: LazyLock<Format> = LazyLock::new(|| Format::of_language(&language::samples()));

/// The format in force. Inside of a memo, an effect or a part of a page, it is followed.
pub fn format() -> Format {
    if Observer::get().is_some() { FORMAT.get() } else { FORMAT.get_untracked() }
}

/// What the browser's language says.
pub fn of_language() -> Format {
    *LANGUAGE
}

/// Puts what was chosen in force. Before any page is asked to follow.
pub(super) fn put(chosen: Chosen) {
    let format = chosen.over(of_language());
    if FORMAT.with_untracked(|before| *before != format) || preferences::format::current() != format {
        preferences::format::set_current(format);
        FORMAT.set(format);
    }
}
