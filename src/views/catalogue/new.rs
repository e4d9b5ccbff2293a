//! A new service: from an example, or with the three fields that come first.

use itsm::catalogue::{Command as Ask, Content};
use itsm::{Command, Happening, ServiceId};
use leptos::prelude::*;
use workspace::catalogue::agreed;

use super::templates::{self, Template};
use crate::browser::tasks;
use crate::session::Session;
use crate::ui::{Choice, Field, Select, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::FormDialog;

/// The dialog.
#[component]
pub fn NewService(
    /// Whether it is open.
    open: RwSignal<Option<()>>,
    /// Called with the new service.
    #[prop(into)]
    on_begun: UnsyncCallback<ServiceId>,
) -> impl IntoView {
    view! {
        <FormDialog open title=|()| "New service" form=move |(), asking| view! { <NewForm asking on_begun /> }.into_any() />
    }
    .into_any()
}

#[component]
fn NewForm(asking: Asking, on_begun: UnsyncCallback<ServiceId>) -> impl IntoView {
    let session = expect_context::<Session>();
    let text = || RwSignal::new(String::new());
    let (name, summary, for_whom, how_to_ask, from) = (text(), text(), text(), text(), text());
    let kept = session.keep_draft(
        "service-new",
        vec![("name", name), ("summary", summary), ("for whom", for_whom), ("how to ask", how_to_ask)],
        None,
    );
    let all = RwSignal::new(Vec::<Template>::new());
    tasks::spawn(async move {
        // Without examples one begins with nothing.
        if let Ok(found) = templates::index().await {
            let _ = all.try_set(found);
        }
    });
    let fault = RwSignal::new(None::<String>);
    let name_fault = RwSignal::new(None::<String>);
    let draft = move || {
        let words = |signal: RwSignal<String>| signal.get_untracked().trim().into();
        let content = Content {
            name: words(name),
            summary: words(summary),
            for_whom: words(for_whom),
            how_to_ask: words(how_to_ask),
            ..Content::default()
        };
        // One that the desk knows by name and nobody wrote of is the one that is meant.
        let known = session.peek(|workspace| agreed::unwritten(workspace.desk(), &content.name)).flatten();
        match session.give(Command::Catalogue(Ask::Draft { service: known, content: Box::new(content) })) {
            Ok(events) => {
                kept.forget();
                asking.dismiss();
                let begun = events.iter().find_map(|event| match event.what {
                    Happening::Catalogue(id, _) => Some(id),
                    _ => None,
                });
                if let Some(id) = begun {
                    on_begun.run(id);
                }
            }
            Err(why) if why.is_about(&["name"]) => name_fault.set(Some(why.sentence())),
            Err(why) => fault.set(Some(why.sentence())),
        }
    };
    let take = move |file: String| {
        tasks::spawn(async move {
            let taken = match templates::catalogue(&file).await {
                Ok(catalogue) => templates::take_in(session, catalogue),
                Err(why) => Err(why),
            };
            match taken.map(|services| services.first().copied()) {
                Ok(Some(id)) => {
                    asking.dismiss();
                    let _ = on_begun.try_run(id);
                }
                Ok(None) => asking.dismiss(),
                Err(why) => drop(fault.try_set(Some(why))),
            }
        });
    };
    let submit = move || {
        fault.set(None);
        name_fault.set(None);
        let file = from.get_untracked();
        if file.is_empty() { draft() } else { take(file) }
    };
    let choices = Signal::derive(move || {
        all.with(|all| all.iter().map(|one| Choice::new(one.file.clone(), one.title.clone())).collect::<Vec<_>>())
    });
    let about = move || {
        let file = from.get();
        all.with(|all| all.iter().find(|one| one.file == file).map(|one| one.about.clone()))
    };
    let fields = move || {
        from.with(String::is_empty).then(|| {
            view! {
                <Field label="Name" hint="What customers call it." required=true error=name_fault><TextInput value=name /></Field>
                <Field label="What you get" hint="In one sentence."><TextArea value=summary rows=2 /></Field>
                <Field label="Who it is for"><TextInput value=for_whom /></Field>
                <Field label="How to ask for it"><TextInput value=how_to_ask /></Field>
            }
        })
    };
    view! {
        <FormFrame form=asking label="Begin" error=Signal::derive(move || fault.get()) submit>
            {move || (!choices.with(Vec::is_empty)).then(|| view! {
                <Field label="Begin with" hint="An example is a complete service to be made your own.">
                    <Select choices value=from placeholder="Nothing: three sentences of your own" />
                </Field>
            })}
            {move || about().map(|about| view! { <p class="section-note">{about}</p> })}
            {fields}
        </FormFrame>
    }
    .into_any()
}
