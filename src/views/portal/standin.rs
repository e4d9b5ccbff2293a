//! Stands in for the renderer of forms until it is here.

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Answers, Form, Wrong};
use leptos::prelude::*;

#[component]
pub fn OrderForm(form: Form, answers: RwSignal<Answers>, errors: Memo<Vec<(FieldKey, Wrong)>>) -> impl IntoView {
    let _ = (form, answers, errors);
    ().into_any()
}
