//! Saving in a format: what the format cannot hold stands beside the button.

use std::sync::Arc;

use itsm::catalogue::Catalogue;
use leptos::prelude::*;
use workspace::catalogue::exchange::{Format, Loss, losses};

use crate::browser::files;
use crate::ui::{Button, Choice, Field, Icon, Kind, Panel, Picture, RadioGroup, Toaster};
use crate::views::words;

/// So many services are named; the rest is a number.
const NAMED: usize = 5;

/// The panel.
#[component]
pub fn Save(
    /// What is written.
    catalogue: Memo<Arc<Catalogue>>,
) -> impl IntoView {
    let toaster = expect_context::<Toaster>();
    let chosen = RwSignal::new(key(Format::Own).to_owned());
    let format = Memo::new(move |_| {
        chosen.with(|chosen| Format::ALL.into_iter().find(|one| key(*one) == chosen)).unwrap_or(Format::Own)
    });
    let lost = Memo::new(move |_| catalogue.with(|catalogue| losses(format.get(), catalogue)));
    let choices: Vec<Choice> =
        Format::ALL.iter().map(|one| Choice::new(key(*one), one.word()).with_detail(one.summary())).collect();
    let save = move |()| {
        let written = catalogue.with_untracked(|catalogue| format.get_untracked().write(catalogue));
        let is_saved = written.iter().all(|file| files::download(file.name, file.mime, &file.text));
        let names: Vec<&str> = written.iter().map(|file| file.name).collect();
        if is_saved {
            toaster.ok(names.join(", ") + if names.len() == 1 { " is saved." } else { " are saved." });
        } else {
            toaster.bad("The browser refused the download. Allow downloads for this page and try again.");
        }
    };
    let line = |loss: Loss| {
        let of = named(&loss.of);
        view! { <li><b>{loss.what}</b>{(!of.is_empty()).then(|| [" of ", &of].concat())}</li> }
    };
    let told = move || {
        let lost = lost.get();
        if lost.is_empty() {
            view! { <p class="ready-fine exchange-whole"><Icon picture=Picture::Met /><span>"Nothing is lost: all of it comes back from this file."</span></p> }.into_any()
        } else {
            view! {
                <p>"This format cannot hold:"</p>
                <ul class="exchange-losses">{lost.into_iter().map(line).collect_view()}</ul>
            }
            .into_any()
        }
    };
    let is_empty = move || catalogue.with(|catalogue| catalogue.services.is_empty());
    view! {
        <Panel title="Save it in a format">
            <Field label="Format" group=true required=true>
                <RadioGroup choices value=chosen />
            </Field>
            <div class="exchange-lost" aria-live="polite">{told}</div>
            <Show when=is_empty><p class="hint">"Nothing is written yet, so the file will have no service."</p></Show>
            <div class="form-actions"><Button label="Save the file" kind=Kind::Primary picture=Picture::Download on_press=save /></div>
        </Panel>
    }
    .into_any()
}

fn key(format: Format) -> &'static str {
    match format {
        Format::Own => "own",
        Format::Tmf633 => "tmf633",
        Format::Backstage => "backstage",
        Format::Csv => "csv",
        Format::Glpi => "glpi",
        Format::Itop => "itop",
    }
}

/// "Laptop, Mailbox and 3 others".
fn named(of: &[Arc<str>]) -> String {
    let first: Vec<&str> = of.iter().take(NAMED).map(|name| &**name).collect();
    match of.len().saturating_sub(NAMED) {
        0 => first.join(", "),
        others => [&first.join(", "), " and ", &words::count(others, "other", "others")].concat(),
    }
}
