//! Any two versions side by side, or a version and the draft.

use itsm::ServiceId;
use itsm::catalogue::{Content, Listing};
use leptos::prelude::*;
use workspace::catalogue::diff::{Difference, contents};
use workspace::catalogue::told::Told;
use workspace::query::key_text;

use super::shown::Differences;
use crate::browser::location::Location;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Choice, Field, Panel, Select};

const DRAFT: &str = "draft";

/// What a parameter of the address says.
fn parameter(parameters: &str, name: &str) -> Option<String> {
    parameters
        .split('&')
        .find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))
        .map(|(_, value)| value.to_owned())
}

fn content<'a>(listing: &'a Listing, which: &str) -> Option<&'a Content> {
    match which {
        DRAFT => Some(&listing.draft),
        number => listing.version(number.parse().ok()?).map(|version| &*version.content),
    }
}

/// The panel; nothing as long as nothing was published.
#[component]
pub fn Compare(id: ServiceId, parameters: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let numbers = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let listing = workspace.desk().portfolio().listing(id)?;
            Some(listing.versions.iter().map(|version| version.number).collect::<Vec<u32>>())
        });
        read.flatten().unwrap_or_default()
    });
    let asked = |name| parameter(&parameters, name);
    let was_asked = asked("from").is_some();
    let latest = numbers.with_untracked(|numbers| numbers.last().map(u32::to_string)).unwrap_or_default();
    let from = RwSignal::new(asked("from").unwrap_or(latest));
    let to = RwSignal::new(asked("to").unwrap_or_else(|| DRAFT.to_owned()));
    // A first version, published while the page is open, is what the draft is held against.
    Effect::new(move |_| {
        let latest = numbers.with(|numbers| numbers.last().copied());
        if let Some(latest) = latest.filter(|_| from.with_untracked(String::is_empty)) {
            from.set(latest.to_string());
        }
    });
    // The address always says what is compared, so that it can be shared and survives a reload.
    Effect::new(move |before: Option<(String, String)>| {
        let now = (from.get(), to.get());
        if before.is_some_and(|before| before != now) {
            let parameters = ["from=", &now.0, "&to=", &now.1].concat();
            location.replace(&Route::Catalogue(Shelf::Versions(key_text(id.0), parameters)));
        }
        now
    });
    let found = Memo::new(move |_| {
        let (from, to) = (from.get(), to.get());
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let listing = desk.portfolio().listing(id)?;
            Some(contents(Told::of_desk(desk), content(listing, &from)?, content(listing, &to)?))
        });
        read.flatten()
    });
    let choices = move || {
        let version = |number: &u32| Choice::new(number.to_string(), "Version ".to_owned() + &number.to_string());
        let mut choices: Vec<Choice> = numbers.with(|numbers| numbers.iter().map(version).collect());
        choices.push(Choice::new(DRAFT, "Draft"));
        choices
    };
    let choices = Signal::derive(choices);
    let is_shown = Memo::new(move |_| numbers.with(|numbers| !numbers.is_empty()));
    let differences = move || match found.get() {
        Some(differences) if differences.is_empty() => view! { <p class="hint">"Both say the same."</p> }.into_any(),
        Some(differences) => shown(differences),
        None => view! { <p class="hint">"Choose two versions."</p> }.into_any(),
    };
    // A link "Compare …" leads here.
    let heading = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if was_asked && let Some(element) = heading.get() {
            crate::browser::dom::show(&element);
        }
    });
    let body = move || {
        is_shown.get().then(|| {
            view! {
                <div node_ref=heading>
                    <Panel title="Compare">
                        <div class="form-row version-choice">
                            <Field label="From" required=true><Select choices value=from /></Field>
                            <Field label="To" required=true><Select choices value=to /></Field>
                        </div>
                        <div aria-live="polite">{differences}</div>
                    </Panel>
                </div>
            }
        })
    };
    view! { {body} }.into_any()
}

fn shown(differences: Vec<Difference>) -> AnyView {
    view! { <Differences differences /> }.into_any()
}
