//! Stands in for the renderer of forms until it is here.

use std::sync::Arc;

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Answers, Form, Wrong};
use leptos::prelude::*;

#[component]
pub fn OrderForm(
    #[prop(into)] form: Signal<Form>,
    answers: RwSignal<Answers>,
    errors: RwSignal<Vec<(FieldKey, Wrong)>>,
    #[prop(into)] currency: Signal<Arc<str>>,
) -> impl IntoView {
    let _ = (form, answers, errors, currency);
    ().into_any()
}
