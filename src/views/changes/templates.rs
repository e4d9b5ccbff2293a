//! Templates of standard changes: procedures whose risk is weighed and authorised once.

mod form;
mod list;
mod record;

use itsm::ChangeTemplateId;
use leptos::prelude::*;

pub use form::WritePage;
pub use list::TemplatesPage;

/// The page of a template.
pub fn record(id: ChangeTemplateId) -> AnyView {
    view! { <record::TemplatePage id /> }.into_any()
}

/// The form that revises a template.
pub fn revise(id: ChangeTemplateId) -> AnyView {
    view! { <form::WriteForm id=id /> }.into_any()
}
