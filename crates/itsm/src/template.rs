//! Templates for logging: what is the same each time a certain kind of incident comes in, under a name.

use std::sync::Arc;

use crate::desk::Desk;
use crate::directory::Directory;
use crate::ids::{CategoryId, GroupId, ItemId, Key, PersonId, ServiceId, TemplateId};
use crate::priority::Level;
use crate::refusal::Refusal;

/// A template. It says nothing of the caller: who calls is never the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// What people call it.
    pub name: Arc<str>,
    /// What it fills in.
    pub fill: Fill,
}

/// What a template fills in; what it leaves alone is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// In one line, what is wrong.
    pub summary: Arc<str>,
    /// What is to be asked, or what is known already.
    pub description: Arc<str>,
    /// How much of the business is affected.
    pub impact: Option<Level>,
    /// How soon it hurts.
    pub urgency: Option<Level>,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// The configuration item at fault.
    pub item: Option<ItemId>,
    /// What kind of incident.
    pub category: Option<CategoryId>,
    /// The team it goes to.
    pub group: Option<GroupId>,
    /// The person it goes to.
    pub assignee: Option<PersonId>,
}

impl Fill {
    /// Whether it fills in nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same without what a form could not show: entries that are no longer in the directory, and levels that the
    /// matrix does not have. With the fields that were left out, as the form calls them.
    pub fn still_there(&self, directory: &Directory, levels: u8) -> (Self, Vec<&'static str>) {
        let mut gone = vec![];
        let mut fill = self.clone();
        let level = |level: &Level| (1..=levels).contains(&level.0);
        keep(&mut fill.impact, level, "impact", &mut gone);
        keep(&mut fill.urgency, level, "urgency", &mut gone);
        keep(&mut fill.service, |id| directory.services.contains_key(id), "affected service", &mut gone);
        keep(&mut fill.category, |id| directory.categories.contains_key(id), "category", &mut gone);
        keep(&mut fill.item, |id| directory.items.contains_key(id), "configuration item", &mut gone);
        keep(&mut fill.group, |id| directory.groups.contains_key(id), "assignment group", &mut gone);
        keep(&mut fill.assignee, |id| directory.people.contains_key(id), "person", &mut gone);
        (fill, gone)
    }
}

fn keep<T>(field: &mut Option<T>, is_there: impl Fn(&T) -> bool, name: &'static str, gone: &mut Vec<&'static str>) {
    if field.as_ref().is_some_and(|value| !is_there(value)) {
        *field = None;
        gone.push(name);
    }
}

/// The template to save, with its texts trimmed, if it may stand beside the others; a new one (`None`) gets an id.
pub(crate) fn save(
    desk: &Desk,
    id: Option<TemplateId>,
    wanted: Template,
    tag: u32,
) -> Result<(TemplateId, Template), Refusal> {
    let template = trimmed(wanted);
    if template.name.is_empty() {
        return Err(Refusal::Missing { field: "name", because: "nobody can choose a template that has none" });
    }
    let id = match id {
        Some(id) if !desk.templates.contains_key(&id) => return Err(Refusal::NoSuch { what: "template" }),
        Some(id) => id,
        None => next(desk, tag),
    };
    if desk.templates.get(&id) == Some(&template) {
        return Err(Refusal::Invalid { field: "template", because: "it is as now; nothing would change" });
    }
    let lower = |name: &str| name.to_lowercase();
    let mut others = desk.templates.iter().filter(|(other, _)| **other != id);
    if others.any(|(_, known)| lower(&known.name) == lower(&template.name)) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another template has it, and nobody could tell them apart",
        });
    }
    if template.fill.is_empty() {
        return Err(Refusal::Missing {
            field: "something to fill in",
            because: "a template that fills nothing saves nobody any work",
        });
    }
    Ok((id, template))
}

fn trimmed(template: Template) -> Template {
    let trim = |text: &Arc<str>| Arc::from(text.trim());
    let fill =
        Fill { summary: trim(&template.fill.summary), description: trim(&template.fill.description), ..template.fill };
    Template { name: trim(&template.name), fill }
}

/// The template to take away, if it is here.
pub(crate) fn drop_template(desk: &Desk, id: TemplateId) -> Result<TemplateId, Refusal> {
    if desk.templates.contains_key(&id) { Ok(id) } else { Err(Refusal::NoSuch { what: "template" }) }
}

fn next(desk: &Desk, tag: u32) -> TemplateId {
    let highest = desk.templates.keys().next_back().map_or(0, |id| id.0.number);
    TemplateId(Key { number: highest.saturating_add(1), tag })
}
