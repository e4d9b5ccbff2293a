//! The templates there are, and what can be done with them.

use itsm::{Command, Template, TemplateId};
use leptos::prelude::*;

use super::{Editing, Templates};
use crate::session::Session;
use crate::ui::Toaster;
use crate::views::desk::badges;
use crate::views::undo;

pub(super) fn list(sheet: Templates) -> AnyView {
    let session = sheet.session;
    let ids = Memo::new(move |_| {
        let known = session.read(|workspace| {
            let mut known: Vec<(TemplateId, String)> =
                workspace.desk().templates().iter().map(|(id, template)| (*id, template.name.to_lowercase())).collect();
            known.sort_by(|a, b| a.1.cmp(&b.1));
            known.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        });
        known.unwrap_or_default()
    });
    view! {
        <section class="saved-views templates" aria-label="Saved templates">
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="hint">"None yet. Fill in the form, then save it as a template. Templates belong to the workspace and travel with its export."</p> })}
            <ul><For each=move || ids.get() key=|id| *id children=move |id| one(sheet, id) /></ul>
        </section>
    }
    .into_any()
}

fn one(sheet: Templates, id: TemplateId) -> AnyView {
    let session = sheet.session;
    let toaster = expect_context::<Toaster>();
    let template = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().templates().get(&id).cloned()).flatten().unwrap_or_default()
    });
    let name = move || template.with(|template| template.name.to_string());
    let fills = move || template.with(|template| fills(session, template));
    let change = move |_| sheet.editing.set(Some(Editing { id: Some(id), template: template.get_untracked() }));
    let drop_it = move |_| {
        let said = template.with_untracked(|template| ["Template “", &template.name, "” is deleted"].concat());
        match session.give(Command::DropTemplate(id)) {
            Ok(_) => undo::confirm(session, toaster, said),
            Err(declined) => toaster.bad(declined.sentence()),
        }
    };
    // Heard with the name, so that each button says by itself what it does.
    let named = move || view! { <span class="visually-hidden">" "{name}</span> };
    view! {
        <li class="saved-view">
            <div class="template-what">
                <strong>{name}</strong>
                <span class="hint">{fills}</span>
            </div>
            <span class="saved-view-acts">
                <button type="button" class="button button-quiet" on:click=change>"Change"{named}</button>
                <button type="button" class="button button-quiet" on:click=drop_it>"Delete"{named}</button>
            </span>
        </li>
    }
    .into_any()
}

/// What it fills in, in one line: the summary, then what is chosen.
fn fills(session: Session, template: &Template) -> String {
    let words = session.read(|workspace| {
        let (desk, fill) = (workspace.desk(), &template.fill);
        let (directory, size) = (desk.directory(), desk.matrix().size());
        let level = |level: itsm::Level, of: &str| badges::level_word(level, size) + of;
        let mut words = vec![];
        if !fill.summary.is_empty() {
            words.push(fill.summary.to_string());
        }
        words.extend(fill.impact.map(|it| level(it, " impact")));
        words.extend(fill.urgency.map(|it| level(it, " urgency")));
        words.extend(fill.service.map(|id| directory.service(id).to_owned()));
        words.extend(fill.category.map(|id| directory.category(id).to_owned()));
        words.extend(fill.item.map(|id| directory.item(id).to_owned()));
        words.extend(fill.group.map(|id| "to ".to_owned() + directory.group(id)));
        words.extend(fill.assignee.map(|id| "to ".to_owned() + directory.person(id)));
        if words.is_empty() {
            words.push("A description".to_owned());
        }
        words.join(" · ")
    });
    words.unwrap_or_default()
}
