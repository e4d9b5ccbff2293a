//! What may help with an incident: known errors of problems, and articles. Offered beside the form that logs it, in the
//! form that resolves it, and for a reply. Each says why it is offered.

use itsm::{IncidentId, RecordId};
use leptos::prelude::*;
use workspace::articles::advice::{self, About, Known, Suggested};
use workspace::query::key_text;

use crate::browser::clock;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Badge, Button, Choice, ComboBox, Field, Kind, Menu, MenuItem, Picture, Tone};

/// More of a kind are not read during a call.
const MOST: usize = 3;
/// After this pause in typing it is looked for what may help, in milliseconds.
const PAUSE_MILLIS: u32 = 250;

/// Adds a paragraph to what is typed.
pub fn append(text: RwSignal<String>, more: &str) {
    text.update(|text| {
        let kept = text.trim_end().len();
        text.truncate(kept);
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(more);
    });
}

fn look(session: Session, about: &About) -> (Vec<Known>, Vec<Suggested>) {
    let now = session.now.get_untracked();
    let found = session.peek(|workspace| {
        (advice::known_errors(workspace, about, MOST), advice::articles(workspace, about, now, MOST))
    });
    found.unwrap_or_default()
}

/// The panels beside a form. They are empty, and not there, until there is something to say.
#[component]
pub fn Helpful(
    /// What the form is about.
    about: Signal<About>,
    /// Takes a text into the form.
    insert: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = RwSignal::new((Vec::<Known>::new(), Vec::<Suggested>::new()));
    let typed = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let about = about.get();
        typed.update_value(|count| *count += 1);
        let mine = typed.get_value();
        clock::after(PAUSE_MILLIS, move || {
            if typed.try_get_value() == Some(mine) {
                let now = look(session, &about);
                if found.try_with_untracked(|before| *before != now) == Some(true) {
                    found.set(now);
                }
            }
        });
    });
    let known = move |known: Known| {
        let href = Route::Problem(known.number.clone()).href();
        let label = "Insert the workaround of ".to_owned() + &known.number;
        let text = "Known error ".to_owned() + &known.number + ": " + &known.workaround;
        let way = if known.workaround.is_empty() {
            view! { <p class="hint">"No workaround is known yet. Link the incident to the problem, so that its caller is told."</p> }.into_any()
        } else {
            view! {
                <p class="beside-solution">{known.workaround.to_string()}</p>
                <Button label kind=Kind::Quiet on_press=move |()| insert(text.clone()) />
            }
            .into_any()
        };
        view! {
            <li class="helpful">
                <a href=href>{known.number}" "{known.summary}</a>
                <span class="helpful-why">{known.why}</span>
                {way}
            </li>
        }
    };
    let article = move |article: Suggested| {
        let href = Practice::Knowledge.at(article.number.clone()).href();
        let label = "Insert what ".to_owned() + &article.number + " says";
        let text = inserted(&article);
        view! {
            <li class="helpful">
                <a href=href>{article.number.clone()}" "{article.title.clone()}</a>
                <span class="helpful-why">{article.why.clone()}</span>
                {article.is_outdated.then(|| view! { <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label="Outdated" /> })}
                <Button label kind=Kind::Quiet on_press=move |()| insert(text.clone()) />
            </li>
        }
    };
    let errors =
        move || {
            let errors = found.with(|(errors, _)| errors.clone());
            (!errors.is_empty()).then(|| view! {
            <section class="panel">
                <h2>"Known errors"</h2>
                <p class="hint">"Their cause is known. If this is one, the workaround restores the service now."</p>
                <ul class="beside-list">{errors.into_iter().map(known).collect_view()}</ul>
            </section>
        })
        };
    let articles = move || {
        let articles = found.with(|(_, articles)| articles.clone());
        (!articles.is_empty()).then(|| {
            view! {
                <section class="panel">
                    <h2>"Articles"</h2>
                    <p class="hint">"What was found out once."</p>
                    <ul class="beside-list">{articles.into_iter().map(article).collect_view()}</ul>
                </section>
            }
        })
    };
    view! { {errors}{articles} }.into_any()
}

/// What an article says to do, with its number.
fn inserted(article: &Suggested) -> String {
    article.solution.to_string() + "\n\n(" + &article.number + ")"
}

/// In the form that resolves an incident: the article that helped, if one did. What it says to do can be taken over.
#[component]
pub fn ArticleUsed(
    /// The incident.
    id: IncidentId,
    /// The key of the article; empty for none.
    article: RwSignal<String>,
    /// The solution as it is typed.
    solution: RwSignal<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = session.now.get_untracked();
    let suggested = session.peek(|workspace| {
        let about = advice::about(workspace, RecordId::Incident(id));
        advice::articles(workspace, &about, now, MOST)
    });
    let suggested = suggested.unwrap_or_default();
    let all = session.peek(|workspace| {
        let desk = workspace.desk();
        let choice = |article: &itsm::knowledge::Article| {
            let label = desk.articles().number(article.id) + " " + article.title();
            Choice::new(key_text(article.id.0), label)
        };
        desk.articles_in_view(now).map(choice).collect::<Vec<Choice>>()
    });
    let all = all.unwrap_or_default();
    if all.is_empty() {
        return ().into_any();
    }
    let line = move |one: Suggested| {
        let label = "Solved with ".to_owned() + &one.number;
        let (key, text) = (key_text(one.id.0), one.solution.to_string());
        let pressed = key.clone();
        let used = Signal::derive(move || article.with(|chosen| *chosen == pressed));
        let choose = move |()| {
            article.set(key.clone());
            if solution.with_untracked(|typed| typed.trim().is_empty()) {
                solution.set(text.clone());
            }
        };
        view! {
            <li class="helpful">
                <span>{one.title}</span>
                <span class="helpful-why">{one.why}</span>
                <Button label kind=Kind::Quiet on_press=choose />
                {move || used.get().then(|| view! { <span class="helpful-why">"Chosen below"</span> })}
            </li>
        }
    };
    let offered = (!suggested.is_empty()).then(|| {
        view! { <ul class="beside-list" aria-label="Articles that may have helped">{suggested.into_iter().map(line).collect_view()}</ul> }
    });
    view! {
        {offered}
        <Field label="Article that helped" hint="It is linked, and counts as having solved one more.">
            <ComboBox choices=Signal::stored(all) list_label="Articles" value=article />
        </Field>
    }
    .into_any()
}

/// A menu that takes what an article says into what is being written. What only the desk may read is not offered for a
/// reply to the caller.
#[component]
pub fn InsertArticle(
    /// The incident.
    id: IncidentId,
    /// What is being written.
    text: RwSignal<String>,
    /// Whether the caller will read it.
    to_caller: Signal<bool>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let items = move |()| {
        let now = session.now.get_untracked();
        let found = session.peek(|workspace| {
            let about = advice::about(workspace, RecordId::Incident(id));
            advice::articles(workspace, &about, now, MOST * 2)
        });
        let may_go = |article: &Suggested| !(to_caller.get_untracked() && article.is_internal);
        let item = |article: Suggested| {
            let label = article.number.clone() + " " + &article.title;
            MenuItem::action(label, move || append(text, &inserted(&article)))
        };
        let mut items: Vec<MenuItem> = found.unwrap_or_default().into_iter().filter(may_go).map(item).collect();
        if items.is_empty() {
            items.push(MenuItem::link("None fits: look through all articles", Practice::Knowledge.list().href()));
        }
        items
    };
    let any = Memo::new(move |_| session.read(|workspace| !workspace.desk().articles().is_empty()).unwrap_or(false));
    view! {
        <Show when=move || any.get()>
            <Menu label="Insert an article" class="button button-quiet" items />
        </Show>
    }
    .into_any()
}
