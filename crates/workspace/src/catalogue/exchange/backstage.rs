//! Backstage's software catalogue: a `Component` of type `service` for each service, a `Group` for each team that
//! supports some, a `Resource` for each configuration item.

use std::collections::{BTreeMap, BTreeSet};

use itsm::Key;
use itsm::catalogue::{Catalogue, Content, Stage, Status};

use super::gather::Gathering;
use super::holds::Shape;
use super::yaml::{Node, Writer, documents, quoted};
use super::{Fault, Imported};

const API: &str = "backstage.io/v1alpha1";

pub(super) fn write(catalogue: &Catalogue) -> String {
    let mut out = Writer::default();
    let names = Names::of(catalogue);
    for (key, name) in &names.groups {
        out.line(0, "---");
        head(&mut out, "Group", name, names.group_title(catalogue, *key));
        out.line(0, "spec:");
        out.field(1, "type", "team");
        out.line(1, "children: []");
    }
    for (id, name) in &names.items {
        out.line(0, "---");
        head(&mut out, "Resource", name, catalogue.directory.item(itsm::ItemId(*id)));
        out.line(0, "spec:");
        out.field(1, "type", "configuration-item");
        out.field(1, "owner", "unknown");
    }
    for (id, listed) in &catalogue.services {
        out.line(0, "---");
        component(&mut out, &names, id.0, &listed.content, listed.status);
    }
    out.text()
}

fn head(out: &mut Writer, kind: &str, name: &str, title: &str) {
    out.field(0, "apiVersion", API);
    out.field(0, "kind", kind);
    out.line(0, "metadata:");
    out.field(1, "name", name);
    out.field(1, "title", title);
}

fn component(out: &mut Writer, names: &Names, id: Key, content: &Content, status: Status) {
    head(out, "Component", names.services.get(&id).map_or("service", |name| name), &content.name);
    out.field(1, "description", &content.summary);
    let tags: BTreeSet<String> = content.keywords.iter().map(|word| tag(word)).filter(|tag| !tag.is_empty()).collect();
    out.list(1, "tags", &tags.into_iter().collect::<Vec<_>>());
    if !content.documents.is_empty() {
        out.line(1, "links:");
        for document in &content.documents {
            out.line(2, &["- url: ", &quoted(&document.link)].concat());
            out.field(3, "title", &document.title);
        }
    }
    out.line(0, "spec:");
    out.field(1, "type", "service");
    out.field(1, "lifecycle", lifecycle(status));
    let owner = content.support.and_then(|group| names.groups.get(&group.0));
    out.field(1, "owner", &owner.map_or_else(|| "unknown".to_owned(), |name| ["group:default/", name].concat()));
    let services = content.supporting.iter().filter_map(|id| names.services.get(&id.0));
    let services = services.map(|name| ["component:default/", name].concat());
    let items = content.items.iter().filter_map(|id| names.items.get(&id.0));
    let items = items.map(|name| ["resource:default/", name].concat());
    out.list(1, "dependsOn", &services.chain(items).collect::<Vec<_>>());
}

/// Names as Backstage has them: letters, digits and hyphens, at most 63, unlike each other within a kind.
struct Names {
    services: BTreeMap<Key, String>,
    groups: BTreeMap<Key, String>,
    items: BTreeMap<Key, String>,
}

impl Names {
    fn of(catalogue: &Catalogue) -> Self {
        let directory = &catalogue.directory;
        let contents = || catalogue.services.values().map(|listed| &listed.content);
        let groups: BTreeSet<_> = contents().filter_map(|content| content.support).collect();
        let items: BTreeSet<_> = contents().flat_map(|content| content.items.iter().copied()).collect();
        let others: BTreeSet<_> = contents().flat_map(|content| content.supporting.iter().copied()).collect();
        let own = catalogue.services.iter().map(|(id, listed)| (id.0, &*listed.content.name));
        let others =
            others.iter().filter(|id| !catalogue.services.contains_key(id)).map(|id| (id.0, directory.service(*id)));
        let services: BTreeMap<Key, &str> = own.chain(others).collect();
        use crate::catalogue::site::slugs;
        Self {
            services: slugs(services.into_iter()),
            groups: slugs(groups.iter().map(|id| (id.0, directory.group(*id)))),
            items: slugs(items.iter().map(|id| (id.0, directory.item(*id)))),
        }
    }

    fn group_title<'a>(&self, catalogue: &'a Catalogue, key: Key) -> &'a str {
        catalogue.directory.group(itsm::GroupId(key))
    }
}

/// A word as Backstage's tags are: lower case, digits and hyphens, at most 63 characters.
pub(super) fn tag(word: &str) -> String {
    let mut tag = String::new();
    for letter in word.chars().flat_map(char::to_lowercase).take(63) {
        if letter.is_ascii_alphanumeric() {
            tag.push(letter);
        } else if !tag.is_empty() && !tag.ends_with('-') {
            tag.push('-');
        }
    }
    tag.trim_end_matches('-').to_owned()
}

fn lifecycle(status: Status) -> &'static str {
    match status.stage() {
        Stage::Pipeline => "experimental",
        Stage::Catalogue => "production",
        Stage::Retired => "deprecated",
    }
}

pub(super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
    let documents = documents(text)?;
    let mut reading = Gathering::default();
    for document in &documents {
        let place = document.place();
        if document.get("apiVersion").is_none() || document.get("kind").is_none() {
            if document.words() != Some("") {
                reading.fail(place, "This is no Backstage entity: apiVersion or kind is missing.");
            }
            continue;
        }
        match document.text("kind") {
            "Component" | "API" | "System" => entity(&mut reading, document, &documents),
            "Group" | "Resource" | "User" => {}
            other => reading.note(format!(
                "{place}: an entity of the kind \u{201c}{}\u{201d} was left out.",
                super::holds::short(other)
            )),
        }
    }
    reading.finish(Shape::Backstage)
}

fn meta<'a>(document: &'a Node, name: &str) -> &'a str {
    document.get("metadata").map_or("", |metadata| metadata.text(name))
}

/// The kind and the name that a reference means: `kind:namespace/name`, of which only the name has to be there.
fn reference<'a>(words: &'a str, kind: &'a str) -> (&'a str, &'a str) {
    let (kind, rest) = words.split_once(':').unwrap_or((kind, words));
    (kind, rest.rsplit_once('/').map_or(rest, |(_, name)| name))
}

/// What an entity is called for people: its title, or its name where it has none or is not in the file.
fn title_of<'a>(documents: &'a [Node], kind: &str, name: &'a str) -> &'a str {
    let found = documents.iter().find(|one| one.text("kind") == kind && meta(one, "name") == name);
    found.map(|one| meta(one, "title")).filter(|title| !title.is_empty()).unwrap_or(name)
}

fn entity(reading: &mut Gathering, document: &Node, documents: &[Node]) {
    let title = |kind, name| title_of(documents, kind, name);
    let place = document.place();
    let name = meta(document, "name");
    if name.trim().is_empty() {
        return reading.fail(place, "metadata.name is missing; a service needs a name.");
    }
    let called = match meta(document, "title") {
        "" => name,
        title => title,
    };
    let mut content = Content { summary: reading.text(meta(document, "description"), &place), ..Content::default() };
    let metadata = document.get("metadata");
    for tag in metadata.map(|metadata| metadata.list("tags")).unwrap_or_default() {
        content.keywords.push(reading.line(tag.words().unwrap_or_default(), &tag.place()));
    }
    for link in metadata.map(|metadata| metadata.list("links")).unwrap_or_default() {
        content.documents.extend(reading.document(link.text("title"), link.text("url"), &link.place()));
    }
    let spec = document.get("spec");
    let owner = spec.map_or("", |spec| spec.text("owner"));
    match reference(owner, "group") {
        (_, "" | "unknown") => {}
        ("group", name) => content.support = reading.group(title("Group", name), &place),
        ("user", name) => content.owner = reading.person(title("User", name), &place),
        _ => {}
    }
    for needed in spec.map(|spec| spec.list("dependsOn")).unwrap_or_default() {
        match reference(needed.words().unwrap_or_default(), "component") {
            ("component", name) => content.supporting.extend(reading.service(title("Component", name), &place)),
            ("resource", name) => content.items.extend(reading.item(title("Resource", name), &place)),
            _ => {}
        }
    }
    let status = match spec.map_or("", |spec| spec.text("lifecycle")) {
        "production" => Status::Launched,
        "deprecated" => Status::Retired,
        _ => Status::InStudy,
    };
    if let Some((_, listed)) = reading.listed(called, &place) {
        listed.content = Content { name: listed.content.name.clone(), ..content };
        listed.status = status;
    }
}
