//! Writing an article: the first text of a new one, and the next text of one that is there, with a view of how it will
//! look. What is typed is kept until it is saved.

use std::sync::Arc;

use itsm::knowledge::{Amendment, Audience, Command as Ask, Content};
use itsm::{ArticleId, CategoryId, Command, Happening, ItemId, ServiceId};
use leptos::prelude::*;
use workspace::articles::draft;
use workspace::query::{key_of, key_text};

use super::text::ArticleText;
use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::{Declined, Fields, Session};
use crate::ui::{Button, Choice, ComboBox, Field, Kind, LinkButton, Picture, RadioGroup, TextArea, TextInput, Toaster};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::record::RecordAt;
use crate::views::undo;

/// What stands before the number of the record in the address.
const FROM: &str = "from=";

/// The page of a new article. Its address may name the record that it is written from.
#[component]
pub fn NewPage() -> impl IntoView {
    let location = expect_context::<Location>();
    let from = StoredValue::new(match location.route_untracked() {
        Route::Practice(_, Spot::New(parameters)) => parameters.strip_prefix(FROM).unwrap_or_default().to_owned(),
        _ => String::new(),
    });
    view! { <WithDesk><New from=from.get_value() /></WithDesk> }.into_any()
}

/// The page that writes on in an article.
#[component]
pub fn EditPage(
    /// The article's number.
    number: String,
) -> impl IntoView {
    view! {
        <RecordAt number what="article" list=Practice::Knowledge.list() find=|desk, number| desk.articles().find(number)
            page=|id| view! { <Edit id /> }.into_any() />
    }
    .into_any()
}

/// What a form knows of a version.
#[derive(Clone, Copy)]
struct Written {
    title: RwSignal<String>,
    body: RwSignal<String>,
    keywords: RwSignal<String>,
    service: RwSignal<String>,
    category: RwSignal<String>,
    /// Keys with spaces between them.
    items: RwSignal<String>,
    audience: RwSignal<String>,
}

impl Written {
    fn of(content: &Content) -> Self {
        let key = |key: Option<itsm::Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
        let items: Vec<String> = content.items.iter().map(|id| key_text(id.0)).collect();
        Self {
            title: RwSignal::new(content.title.to_string()),
            body: RwSignal::new(content.body.to_string()),
            keywords: RwSignal::new(content.keywords.to_string()),
            service: key(content.service.map(|id| id.0)),
            category: key(content.category.map(|id| id.0)),
            items: RwSignal::new(items.join(" ")),
            audience: RwSignal::new(content.audience.word().to_owned()),
        }
    }

    fn fields(self) -> Fields {
        vec![
            ("title", self.title),
            ("body", self.body),
            ("keywords", self.keywords),
            ("service", self.service),
            ("category", self.category),
            ("items", self.items),
            ("audience", self.audience),
        ]
    }

    fn content(self) -> Content {
        let words = |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
        let key = |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
        let audience = self.audience.get_untracked();
        Content {
            title: words(self.title),
            body: words(self.body),
            keywords: words(self.keywords),
            service: key(self.service).map(ServiceId),
            category: key(self.category).map(CategoryId),
            items: self.items.with_untracked(|keys| keys.split(' ').filter_map(key_of).map(ItemId).collect()),
            audience: Audience::ALL.into_iter().find(|one| one.word() == audience).unwrap_or_default(),
        }
    }

    fn changes(self) -> Vec<Amendment> {
        let Content { title, body, keywords, service, category, items, audience } = self.content();
        vec![
            Amendment::Title(title),
            Amendment::Body(body),
            Amendment::Keywords(keywords),
            Amendment::Service(service),
            Amendment::Category(category),
            Amendment::Items(items),
            Amendment::Audience(audience),
        ]
    }
}

#[component]
fn New(from: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let record = session.peek(|workspace| workspace.desk().find_record(&from)).flatten();
    let content = session.peek(|workspace| draft::from(workspace, record?)).flatten().unwrap_or_default();
    let source = record.and_then(|id| session.peek(|workspace| workspace.desk().card(id)).flatten());
    let written = Written::of(&content);
    let kept = session.keep_draft(&("article-".to_owned() + &from), written.fields(), None);
    let refusal = RwSignal::new(None::<Declined>);
    let save = move || {
        let begin = Ask::Begin { content: Box::new(written.content()), from: record };
        match session.give(Command::Article(begin)) {
            Ok(events) => {
                let begun = events.iter().find_map(|event| match event.what {
                    Happening::Article(id, _) => Some(id),
                    _ => None,
                });
                kept.forget();
                go_to(session, toaster, location, begun, " is begun");
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let note = source.map(|card| {
        let href = Route::record(&card).href();
        view! {
            <p class="form-note">"Begun from "<a href=href>{card.number}" "{card.title}</a>". Write it for somebody who was not there."</p>
        }
    });
    let back = Practice::Knowledge.list().href();
    view! {
        <Page title="Write an article" note="Say how the reader recognises the trouble, then what to do. One article, one question." class="page-beside">
            <Restored kept />
            {note}
            <Form written refusal label="Save draft" save back />
        </Page>
    }
    .into_any()
}

#[component]
fn Edit(id: ArticleId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let found = session.peek(|workspace| {
        let desk = workspace.desk();
        let article = desk.articles().get(id).ok()?;
        let latest = article.versions.last();
        let content = article.draft.as_ref().map(|draft| &draft.content).or(latest.map(|version| &version.content))?;
        let next = article.draft.is_none().then(|| latest.map_or(1, |version| version.number.saturating_add(1)));
        Some((content.clone(), next, desk.articles().number(id)))
    });
    let (content, next, number) = found.flatten().unwrap_or_default();
    let written = Written::of(&content);
    let kept = session.keep_draft(&("article-".to_owned() + &number), written.fields(), None);
    let refusal = RwSignal::new(None::<Declined>);
    let save = move || match session.give(Command::Article(Ask::Amend { article: id, changes: written.changes() })) {
        Ok(_) => {
            // What was typed is in the draft now: nothing is left to keep.
            kept.settle();
            go_to(session, toaster, location, Some(id), " is saved");
        }
        Err(why) => refusal.set(Some(why)),
    };
    let back = Practice::Knowledge.at(number.clone()).href();
    let note = match next {
        Some(next) => {
            "This begins version ".to_owned()
                + &next.to_string()
                + ". The present one stays in view until it is published."
        }
        None => "You write in the draft. Nobody else is shown it until it is published.".to_owned(),
    };
    view! {
        <Page title="Edit ".to_owned() + &number note=Signal::stored(note) class="page-beside">
            <Restored kept />
            <Form written refusal label="Save draft" save back />
        </Page>
    }
    .into_any()
}

fn go_to(session: Session, toaster: Toaster, location: Location, id: Option<ArticleId>, done: &str) {
    let number = id.and_then(|id| session.peek(|workspace| workspace.desk().articles().number(id)));
    let number = number.unwrap_or_default();
    undo::confirm(session, toaster, number.clone() + done);
    location.go(&Practice::Knowledge.at(number));
}

#[component]
fn Restored(kept: crate::session::KeptDraft) -> impl IntoView {
    view! {
        <Show when=move || kept.restored.get()>
            <div class="banner" role="status">
                <p>"What you had typed is back."</p>
                <Button label="Begin anew" kind=Kind::Quiet on_press=move |()| kept.forget() />
            </div>
        </Show>
    }
    .into_any()
}

const FIELDS: &[&str] = &["title", "text"];

#[component]
fn Form(
    written: Written,
    refusal: RwSignal<Option<Declined>>,
    label: &'static str,
    save: impl Fn() + 'static,
    back: String,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let audience = Audience::ALL.map(|audience| {
        let detail = match audience {
            Audience::Everyone => "Users may be sent it.",
            Audience::Desk => "Never put into a reply to a caller.",
        };
        Choice::new(audience.word(), audience.word()).with_detail(detail)
    });
    view! {
        <div class="beside">
            <form class="form" novalidate on:submit=submit>
                <Field label="Title" hint="As the reader would say it: “Labels smear after a ribbon change”." required=true error=error_of("title")>
                    <TextInput value=written.title />
                </Field>
                <Field label="Text" error=error_of("text")
                    hint="Markdown: ## for a heading, - or 1. for lists, **strong**, `command`. Numbers such as INC0000012 become links.">
                    <TextArea value=written.body rows=18 />
                </Field>
                <Field label="Keywords" hint="Words that people would search for and the text does not say.">
                    <TextInput value=written.keywords />
                </Field>
                <div class="form-row">
                    <Field label="Service">
                        <ComboBox choices=choices::services(session, written.service) list_label="Services" value=written.service />
                    </Field>
                    <Field label="Category">
                        <ComboBox choices=choices::categories(session, written.category) list_label="Categories" value=written.category />
                    </Field>
                </div>
                <Items keys=written.items />
                <Field label="Who may read it?" group=true required=true>
                    <RadioGroup choices=audience.to_vec() value=written.audience />
                </Field>
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">{label}</button>
                    <LinkButton label="Leave it" kind=Kind::Quiet href=back />
                </div>
            </form>
            <Preview written />
        </div>
    }
    .into_any()
}

#[component]
fn Preview(written: Written) -> impl IntoView {
    let is_blank = move || written.body.with(|body| body.trim().is_empty());
    view! {
        <aside class="beside-panels" aria-label="How it will look">
            <section class="panel article-preview">
                <h2>"How it will look"</h2>
                <p class="article-preview-title">{move || written.title.get()}</p>
                {move || is_blank().then(|| view! { <p class="hint">"Nothing written yet."</p> })}
                <ArticleText body=written.body under=2 />
            </section>
        </aside>
    }
    .into_any()
}

/// Several configuration items: chosen one by one, each can be taken out.
#[component]
fn Items(keys: RwSignal<String>) -> impl IntoView {
    let session = expect_context::<Session>();
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| {
        let key = chosen.get();
        if !key.is_empty() {
            keys.update(|keys| {
                if !keys.split(' ').any(|known| known == key) {
                    *keys = [keys.as_str(), &key].join(" ").trim().to_owned();
                }
            });
            chosen.set(String::new());
        }
    });
    let named = Memo::new(move |_| {
        let all = keys.get();
        let name = |text: &str| {
            let id = ItemId(key_of(text)?);
            session.read(|workspace| (text.to_owned(), workspace.desk().directory().item(id).to_owned()))
        };
        all.split(' ').filter_map(name).collect::<Vec<(String, String)>>()
    });
    let remove = move |key: &str| {
        keys.update(|keys| *keys = keys.split(' ').filter(|known| *known != key).collect::<Vec<_>>().join(" "));
    };
    let line = move |(key, name): (String, String)| {
        let label = "Take out ".to_owned() + &name;
        view! {
            <li>
                <span>{name}</span>
                <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| remove(&key) />
            </li>
        }
    };
    view! {
        <div class="article-items">
            <Field label="Configuration items" hint="Choose each that it is about.">
                <ComboBox choices=choices::items(session, chosen) list_label="Configuration items" value=chosen />
            </Field>
            {move || (!named.with(Vec::is_empty)).then(|| view! {
                <ul class="article-chosen" aria-label="Chosen items">{named.get().into_iter().map(line).collect_view()}</ul>
            })}
        </div>
    }
    .into_any()
}
