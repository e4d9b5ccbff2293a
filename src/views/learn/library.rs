//! The files of the body of knowledge: fetched once, when somebody first learns, and held for all pages after that.

use std::cell::RefCell;
use std::sync::Arc;

use learning::knowledge::{CONCEPT_FILES, GLOSSARY_FILE, Knowledge};
use leptos::prelude::*;

use crate::browser::{files, tasks};
use crate::route::Route;
use crate::ui::{Button, ErrorState, Skeleton};
use crate::views::page::Page;

thread_local! {
    static HERE: RefCell<Option<Arc<Knowledge>>> = const { RefCell::new(None) };
}

/// Why something could not be shown, and what to do.
const NOT_FETCHED: &str =
    "The texts could not be fetched. Check the connection and try again; nothing else is affected.";

/// How far a file is.
#[derive(Clone)]
pub enum Texts<T> {
    /// On its way.
    Coming,
    /// Here.
    Here(T),
    /// Not to be had: why, and what to do.
    Failed(String),
}

/// Shows a page from concepts and glossary, once they are here; `title` stands meanwhile.
pub fn with_knowledge(
    title: &'static str,
    show: impl Fn(Arc<Knowledge>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    if let Some(here) = HERE.with_borrow(Clone::clone) {
        return show(here);
    }
    let texts = RwSignal::new(Texts::Coming);
    let fetch = move || {
        texts.set(Texts::Coming);
        tasks::spawn(async move {
            let fetched = knowledge().await;
            let _ = texts.try_set(match fetched {
                Ok(knowledge) => Texts::Here(knowledge),
                Err(why) => Texts::Failed(why),
            });
        });
    };
    fetch();
    (move || match texts.get() {
        Texts::Here(knowledge) => show(knowledge),
        Texts::Coming => {
            view! { <Page title=title class="learn"><Skeleton lines=8 label="Fetching the texts" /></Page> }.into_any()
        }
        Texts::Failed(why) => view! { <Page title=title class="learn">{failed(why, fetch)}</Page> }.into_any(),
    })
    .into_any()
}

/// Shows what one file says, once it is here.
pub fn with_file<T: Send + Sync + 'static>(
    address: &'static str,
    read: impl Fn(&str) -> Result<T, String> + Copy + Send + Sync + 'static,
    show: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let texts = RwSignal::new(Texts::<Arc<T>>::Coming);
    let fetch = move || {
        texts.set(Texts::Coming);
        tasks::spawn(async move {
            let text = files::fetch_text(Route::file(address)).await.map_err(|_| NOT_FETCHED.to_owned());
            let _ = texts.try_set(match text.and_then(|text| read(&text)) {
                Ok(read) => Texts::Here(Arc::new(read)),
                Err(why) => Texts::Failed(why),
            });
        });
    };
    fetch();
    (move || match texts.get() {
        Texts::Here(read) => show(read),
        Texts::Coming => view! { <Skeleton lines=8 label="Fetching the texts" /> }.into_any(),
        Texts::Failed(why) => failed(why, fetch),
    })
    .into_any()
}

/// Shows what one file says once it is here, and nothing until then or if it cannot be had: for what nobody waits for.
pub fn quietly<T: Send + Sync + 'static>(
    address: &'static str,
    read: impl Fn(&str) -> Option<T> + 'static,
    show: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let here = RwSignal::new(None::<Arc<T>>);
    tasks::spawn(async move {
        let text = files::fetch_text(Route::file(address)).await.ok();
        // The page may be left by now.
        let _ = here.try_set(text.and_then(|text| read(&text)).map(Arc::new));
    });
    (move || here.get().map(&show)).into_any()
}

fn failed(why: String, again: impl Fn() + Copy + Send + 'static) -> AnyView {
    view! {
        <ErrorState title="This cannot be shown now" text=why safe="Your work is kept.">
            <Button label="Try again" on_press=move |()| again() />
        </ErrorState>
    }
    .into_any()
}

/// All files at once, as each is a way to the host and back.
async fn knowledge() -> Result<Arc<Knowledge>, String> {
    let waiting: Vec<_> = CONCEPT_FILES
        .iter()
        .chain([&GLOSSARY_FILE])
        .map(|address| {
            let (teller, waiting) = tasks::answer();
            tasks::spawn(async move { teller.tell(files::fetch_text(Route::file(address)).await) });
            (*address == GLOSSARY_FILE, waiting)
        })
        .collect();
    let mut knowledge = Knowledge::default();
    for (is_glossary, waiting) in waiting {
        let text = waiting.await.map_err(|_| NOT_FETCHED.to_owned())?;
        let added = if is_glossary { knowledge.add_glossary(&text) } else { knowledge.add_concepts(&text) };
        added.map_err(|unreadable| unreadable.to_string())?;
    }
    let knowledge = Arc::new(knowledge);
    HERE.set(Some(knowledge.clone()));
    Ok(knowledge)
}
