//! Whose catalogue it is, and what holds for all of it.

use itsm::Command;
use itsm::catalogue::{Command as Ask, Settings};
use leptos::prelude::*;

use crate::browser::{files, tasks};
use crate::session::{Declined, Session};
use crate::ui::{Button, Checkbox, Field, Kind, TextInput, Toaster};
use crate::views::undo;

/// The largest logo, in bytes of its `data:` address.
const LOGO_MOST: usize = 64_000;

#[derive(Clone, Copy)]
struct Typed {
    organisation: RwSignal<String>,
    contact: RwSignal<String>,
    email: RwSignal<String>,
    site: RwSignal<String>,
    currency: RwSignal<String>,
    logo: RwSignal<String>,
    review: RwSignal<String>,
}

impl Typed {
    fn of(settings: &Settings) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            organisation: text(&settings.organisation),
            contact: text(&settings.contact),
            email: text(&settings.email),
            site: text(&settings.site),
            currency: text(&settings.currency),
            logo: text(&settings.logo),
            review: text(if settings.needs_review { "yes" } else { "" }),
        }
    }

    fn hold(self, settings: &Settings) {
        let set = |signal: RwSignal<String>, text: &str| {
            if signal.with_untracked(|held| held != text) {
                signal.set(text.to_owned());
            }
        };
        set(self.organisation, &settings.organisation);
        set(self.contact, &settings.contact);
        set(self.email, &settings.email);
        set(self.site, &settings.site);
        set(self.currency, &settings.currency);
        set(self.logo, &settings.logo);
        set(self.review, if settings.needs_review { "yes" } else { "" });
    }

    fn settings(self) -> Settings {
        let words = |signal: RwSignal<String>| signal.get_untracked().trim().into();
        Settings {
            organisation: words(self.organisation),
            contact: words(self.contact),
            email: words(self.email),
            site: words(self.site),
            logo: words(self.logo),
            currency: self.currency.get_untracked().trim().to_uppercase().into(),
            needs_review: self.review.with_untracked(|review| !review.is_empty()),
        }
    }
}

/// What is wrong with the settings, and at which field.
fn fault(settings: &Settings) -> Option<(&'static str, &'static str)> {
    let is_code = settings.currency.len() == 3 && settings.currency.chars().all(|letter| letter.is_ascii_uppercase());
    if settings.organisation.is_empty() {
        Some(("organisation", "Say whose catalogue it is."))
    } else if !settings.email.is_empty() && !settings.email.contains('@') {
        Some(("e-mail", "An e-mail address has an @."))
    } else if !settings.site.is_empty() && !settings.site.starts_with("https://") {
        Some(("site", "Begin with https://."))
    } else if !is_code {
        Some(("currency", "Three letters by ISO 4217: EUR, USD, CHF."))
    } else {
        None
    }
}

/// The panel with the form.
#[component]
pub fn About() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let stored = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().portfolio().settings().clone()).unwrap_or_default()
    });
    let first = stored.get_untracked();
    let typed = Typed::of(&first);
    let base = RwSignal::new(first);
    let Typed { organisation, contact, email, site, currency, logo, review } = typed;
    let kept = session.keep_draft(
        "catalogue-settings",
        vec![
            ("organisation", organisation),
            ("contact", contact),
            ("email", email),
            ("site", site),
            ("currency", currency),
            ("review", review),
        ],
        None,
    );
    let is_typed = move || base.with_untracked(|base| typed.settings() != *base);
    Effect::new(move |_| {
        let now = stored.get();
        if !is_typed() {
            typed.hold(&now);
            base.set(now);
            kept.settle();
        }
    });
    let overtaken = Memo::new(move |_| stored.with(|stored| base.with(|base| stored != base)));
    let wrong = RwSignal::new(None::<(&'static str, String)>);
    let refusal = RwSignal::new(None::<Declined>);
    let error = move |of: &'static str| {
        Signal::derive(move || wrong.get().filter(|(field, _)| *field == of).map(|(_, text)| text))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let settings = typed.settings();
        if let Some((field, sentence)) = fault(&settings) {
            return wrong.set(Some((field, sentence.to_owned())));
        }
        wrong.set(None);
        match session.give(Command::Catalogue(Ask::Set(Box::new(settings)))) {
            Ok(_) => {
                refusal.set(None);
                let now = stored.get_untracked();
                typed.hold(&now);
                base.set(now);
                kept.settle();
                undo::confirm(session, toaster, "The settings are saved");
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let choose = move |event: leptos::ev::Event| {
        let Some(file) = files::chosen(&event) else { return };
        tasks::spawn(async move {
            match read_logo(&file).await {
                Ok(address) => {
                    wrong.set(None);
                    logo.set(address);
                }
                Err(sentence) => wrong.set(Some(("logo", sentence))),
            }
        });
    };
    let needs_review = RwSignal::new(review.with_untracked(|review| !review.is_empty()));
    Effect::new(move |_| {
        let text = if needs_review.get() { "yes" } else { "" };
        if review.with_untracked(|review| review != text) {
            review.set(text.to_owned());
        }
    });
    Effect::new(move |_| {
        let now = review.with(|review| !review.is_empty());
        if needs_review.get_untracked() != now {
            needs_review.set(now);
        }
    });
    let picture = move || {
        let address = logo.get();
        (!address.is_empty()).then(|| {
            view! {
                <div class="shelf-logo">
                    <img src=address alt="The logo as it is now" />
                    <Button label="Take the logo away" kind=Kind::Quiet on_press=move |()| logo.set(String::new()) />
                </div>
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="about">
            <h2 id="about">"Organisation"</h2>
            <form class="form" novalidate on:submit=submit>
                {move || overtaken.get().then(|| view! {
                    <p class="slot-overtaken" role="status">"These settings became others while you typed. Saving puts yours in their place."</p>
                })}
                <Field label="Name" required=true error=error("organisation")><TextInput value=organisation autocomplete="organization" /></Field>
                <Field label="Contact" hint="Whom to ask about the catalogue, in words."><TextInput value=contact /></Field>
                <Field label="E-mail" hint="Where questions and orders go if an offering says nothing else." error=error("e-mail")>
                    <TextInput value=email kind="email" />
                </Field>
                <Field label="Address of the published catalogue" hint="https, once you know where it will be." error=error("site")>
                    <TextInput value=site kind="url" />
                </Field>
                <Field label="Currency" hint="One for all prices, by its three letters." required=true error=error("currency")>
                    <TextInput value=currency />
                </Field>
                <Field label="Logo" hint="A PNG or JPEG of at most 48 kB." error=error("logo") group=true>
                    {picture}
                    <label class="button file-button">
                        <input type="file" class="visually-hidden" accept="image/png,image/jpeg" on:change=choose />
                        <span>"Choose a picture"</span>
                    </label>
                </Field>
                <Checkbox label="Somebody else reviews each version" detail="Nothing is published before a second pair of eyes has read it." value=needs_review />
                <div class="form-error" role="alert">{move || refusal.get().map(|why| view! { <p class="error">{why.sentence()}</p> })}</div>
                <div class="form-actions"><button type="submit" class="button button-primary">"Save settings"</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// A picture as a `data:` address; `Err` with a sentence.
async fn read_logo(file: &files::UserFile) -> Result<String, String> {
    let bytes = file.bytes().await?.to_vec();
    let kind = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        _ => return Err("This is no PNG or JPEG. Save the logo as one of these.".to_owned()),
    };
    let address = ["data:image/", kind, ";base64,", &workspace::catalogue::typed::base64(&bytes)].concat();
    if address.len() > LOGO_MOST {
        return Err("This picture is too large: make it smaller, at most 48 kB. It travels with every page.".to_owned());
    }
    Ok(address)
}
