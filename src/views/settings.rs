//! Appearance and vocabulary; `format` has dates and numbers, `keys` the page of the keys.

mod format;
mod keys;

use learning::Edition;
use leptos::prelude::*;

use crate::route::Route;
use crate::session::{Density, Motion, Session, Settings, Theme};
use crate::ui::{Choice, Field, RadioGroup};
use crate::views::page::Page;
use crate::views::words;

pub use keys::KeysPage;

/// A list bound to one setting.
fn bind(
    session: Session,
    get: impl Fn(&Settings) -> &'static str + Copy + 'static,
    set: impl Fn(&mut Settings, &str) + 'static,
) -> RwSignal<String> {
    let value = RwSignal::new(session.settings.with_untracked(|settings| get(settings).to_owned()));
    // Another tab, or the menu in the header, may change it.
    Effect::new(move |_| {
        let now = session.settings.with(|settings| get(settings));
        if value.with_untracked(|value| value != now) {
            value.set(now.to_owned());
        }
    });
    Effect::new(move |_| {
        let chosen = value.get();
        if session.settings.with_untracked(|settings| get(settings) != chosen) {
            session.choose(|settings| set(settings, &chosen));
        }
    });
    value
}

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let theme = bind(
        session,
        |settings| settings.theme.attribute().unwrap_or("system"),
        |settings, value| {
            settings.theme = match value {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => Theme::System,
            };
        },
    );
    let density = bind(
        session,
        |settings| settings.density.attribute().unwrap_or("comfortable"),
        |settings, value| settings.density = if value == "compact" { Density::Compact } else { Density::Comfortable },
    );
    let motion = bind(
        session,
        |settings| settings.motion.attribute().unwrap_or("system"),
        |settings, value| settings.motion = if value == "off" { Motion::Off } else { Motion::System },
    );
    let edition = bind(
        session,
        |settings| settings.edition.code(),
        |settings, value| settings.edition = Edition::from_code(value).unwrap_or_default(),
    );
    let editions: Vec<Choice> = Edition::ALL
        .into_iter()
        .map(|edition| Choice::new(edition.code(), edition.name()).with_detail(edition.whose()))
        .collect();
    let themes =
        vec![Choice::new("system", "As the system"), Choice::new("light", "Light"), Choice::new("dark", "Dark")];
    let densities = vec![Choice::new("comfortable", "Comfortable"), Choice::new("compact", "Compact")];
    let motions = vec![Choice::new("system", "As the system"), Choice::new("off", "Keep everything still")];
    let keys_said = move || {
        session.settings.with(|settings| match settings.keys.changes().len() {
            _ if settings.keys.is_off => "Single keys are switched off.".to_owned(),
            0 => "No key is changed.".to_owned(),
            changed => words::count(changed, "key is", "keys are") + " changed.",
        })
    };
    view! {
        <Page title="Settings" note="They hold for this browser and take effect at once." class="page-narrow">
            <div class="form">
                <Field label="Edition" hint="Which is my exam? The same work is named in the words of the edition you choose." group=true required=true>
                    <RadioGroup choices=editions value=edition />
                </Field>
                <Field label="Theme" group=true required=true><RadioGroup choices=themes value=theme beside=true /></Field>
                <Field label="Density" group=true required=true><RadioGroup choices=densities value=density beside=true /></Field>
                <Field label="Motion" group=true required=true><RadioGroup choices=motions value=motion beside=true /></Field>
            </div>
            <format::FormatSettings />
            <section class="settings-part" aria-labelledby="settings-keys">
                <h2 id="settings-keys">"Keys"</h2>
                <p>{keys_said}</p>
                <p><a class="button" href=Route::Keys.href()>"Change keys"</a></p>
            </section>
        </Page>
    }
    .into_any()
}
