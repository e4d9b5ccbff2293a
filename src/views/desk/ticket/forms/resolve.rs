//! Resolve: in which way, what was done, and whether what hangs on it is resolved with it.

use itsm::incident::{Command, ResolutionCode};
use itsm::{ArticleId, knowledge};
use leptos::prelude::*;
use workspace::query::key_of;

use crate::session::Session;
use crate::ui::{Checkbox, Field, Select, TextArea};
use crate::views::asking::FormFrame;
use crate::views::desk::choices;
use crate::views::desk::helpful::ArticleUsed;
use crate::views::desk::ticket::move_dialog::Form;
use crate::views::words;

/// The form.
#[component]
pub fn ResolveForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let code = RwSignal::new(ResolutionCode::SolutionProvided.word().to_owned());
    let solution = RwSignal::new(String::new());
    let open =
        session.peek(|w| w.desk().dependants(form.id).filter(|other| other.state.is_open()).count()).unwrap_or(0);
    let cascade = RwSignal::new(open > 0);
    let article = RwSignal::new(String::new());
    let submit = move || {
        let word = code.get_untracked();
        let chosen = ResolutionCode::CHOICES.iter().find(|code| code.word() == word);
        let code = chosen.cloned().unwrap_or(ResolutionCode::SolutionProvided);
        let (incident, solution, cascade) = (form.id, solution.get_untracked().into(), cascade.get_untracked());
        match article.with_untracked(|key| key_of(key)).map(ArticleId) {
            Some(article) => {
                let ask = knowledge::Command::ResolveWith { article, incident, code, solution, cascade };
                form.asking().give(itsm::Command::Article(ask), "Resolved, and the article is linked");
            }
            None => form.give(Command::Resolve { incident, code, solution, cascade }, "Resolved"),
        }
    };
    let linked = words::count(open, "open linked incident is", "open linked incidents are");
    view! {
        <FormFrame form label="Resolve" error=form.error_beside(&["solution"]) submit>
            <p class="form-note">"An incident is resolved when the service is restored, also by a workaround."</p>
            <Field label="Resolution code" required=true>
                <Select choices=choices::resolution_codes() value=code />
            </Field>
            <Field label="Solution" hint="What did you do? Colleagues find it with the next one like this." required=true error=form.error_of("solution")>
                <TextArea value=solution rows=4 />
            </Field>
            <ArticleUsed id=form.id article solution />
            {(open > 0).then(|| view! {
                <Checkbox label="Resolve what is linked to it, too" detail=linked + " children or duplicates of it." value=cascade />
            })}
        </FormFrame>
    }
    .into_any()
}
