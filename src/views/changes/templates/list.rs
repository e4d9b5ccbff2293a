//! All templates: those that are in force first.

use itsm::RecordId;
use itsm::change::template::{ChangeTemplate, State};
use leptos::prelude::*;
use workspace::Workspace;

use super::super::badges;
use super::super::new_template_route;
use crate::route::Practice;
use crate::ui::{Kind, LinkButton, Picture, Tone};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words;

/// Where a template stands.
pub fn state(template: &ChangeTemplate) -> Mark {
    let (tone, picture) = match template.state {
        State::Draft if template.returned.is_some() => (Tone::Warn, Picture::Back),
        State::Draft => (Tone::Slate, Picture::New),
        State::Authorize => (Tone::Warn, Picture::Paused),
        State::InForce => (Tone::Ok, Picture::Met),
        State::Retired => (Tone::Neutral, Picture::Close),
    };
    Mark { tone, picture: Some(picture), label: template.state.word().to_owned() }
}

fn line(workspace: &Workspace, template: &ChangeTemplate) -> Line {
    let desk = workspace.desk();
    let number = desk.change_templates().number(template.id);
    let used = desk.changes().all().filter(|change| change.template == Some(template.id)).count();
    let mut marks = vec![state(template)];
    marks.extend(template.body.weighed().map(badges::risk));
    let texts = vec![
        "Version ".to_owned() + &template.version.to_string(),
        "Used for ".to_owned() + &words::count(used, "change", "changes"),
    ];
    Line {
        id: RecordId::ChangeTemplate(template.id),
        href: Practice::Changes.at(number.clone()).href(),
        number,
        title: template.body.name.to_string(),
        priority: None,
        marks,
        texts,
        shown_by: vec![template.is_in_force(), template.state != State::Retired, true],
    }
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let mut templates: Vec<&ChangeTemplate> = workspace.desk().change_templates().all().collect();
    templates.sort_by_key(|template| (!template.is_in_force(), template.state, template.body.name.to_lowercase()));
    templates.into_iter().map(|template| line(workspace, template)).collect()
}

/// The page.
#[component]
pub fn TemplatesPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton label="All changes" href=Practice::Changes.list().href() />
            <LinkButton label="Write a template" kind=Kind::Primary href=new_template_route().href() />
        }
    };
    let empty = (
        "No templates yet",
        "What is done often, and seldom goes wrong, is authorised once: write it down as a template. Its changes then ask nobody.",
    );
    let chips = &["In force", "In use or in work", "All"];
    view! { <RecordList title="Change templates" lines chips empty actions /> }.into_any()
}
