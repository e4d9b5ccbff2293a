//! The post-incident report: made of the journal, and of what people wrote when they looked back. As a page, as
//! Markdown and as a file of HTML it is the same report.

use chrono::{DateTime, Utc};
use itsm::major::{LookBack, Part, Review};
use itsm::{IncidentId, RecordId};

use super::{impact, services, timeline};
use crate::Workspace;
use crate::measures::Period;
use crate::title::title;

/// A report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its heading.
    pub title: String,
    /// What it is about, field by field.
    pub facts: Vec<(String, String)>,
    /// Its sections, in their order.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What somebody wrote.
    Text(String),
    /// That nothing was written, or is known.
    Nothing(&'static str),
    /// Something that happened.
    Step {
        /// When, in the desk's zone.
        at: String,
        /// What, and who did it.
        what: String,
        /// The words; may be blank.
        text: String,
    },
    /// Another record.
    Record {
        /// How people call it.
        number: String,
        /// What it is about.
        title: String,
        /// Where it stands.
        state: String,
    },
}

/// The report as of `now`; `None` if nothing is known of a major incident.
pub fn report(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>) -> Option<Report> {
    let desk = workspace.desk();
    let major = desk.majors().get(&id)?;
    let hit = impact(workspace, id, now)?;
    let zone = Period::zone_of(workspace);
    let at = |instant: DateTime<Utc>| zone.local(instant).format("%Y-%m-%d %H:%M").to_string();
    let directory = desk.directory();
    let mut facts = vec![
        fact("Incident", &desk.incident_number(id)),
        fact("Times are of", &desk.agreement().agreement().calendar.zone),
        fact("Began", &at(hit.began)),
        fact("Restored", &hit.restored.map_or_else(|| "not yet".to_owned(), at)),
        fact("Lasted", &minutes(hit.lasted.num_minutes(), hit.lasted_business.num_minutes())),
        fact("Incidents", &hit.incidents.to_string()),
        fact("People who reported it", &hit.users.to_string()),
        fact("Updates told", &major.updates.len().to_string()),
    ];
    let named = services(workspace, id);
    if !named.is_empty() {
        facts.push(fact("Services", &named.join(", ")));
    }
    let parts = Part::ALL.into_iter().filter_map(|part| Some((part, major.who(part)?)));
    facts.extend(parts.map(|(part, person)| fact(part.word(), directory.person(person))));
    let review = match &major.look_back {
        Some(LookBack::Written(review)) => Review::clone(review),
        _ => Review::default(),
    };
    let steps: Vec<Block> = timeline(workspace, id)
        .into_iter()
        .map(|step| Block::Step {
            at: at(step.at),
            what: [&*step.what, " (", directory.person(step.by), ")"].concat(),
            text: step.text,
        })
        .collect();
    let learned = match &major.look_back {
        Some(LookBack::Waived(because)) => vec![Block::Text(["Waived: ", because].concat())],
        _ => written(&review.learned, "Not written yet."),
    };
    let sections = vec![
        Section { title: "Summary", blocks: written(&review.summary, "Not written yet.") },
        Section { title: "Timeline", blocks: steps },
        Section { title: "What went well", blocks: written(&review.went_well, "Nothing was written.") },
        Section { title: "What did not", blocks: written(&review.went_badly, "Nothing was written.") },
        Section { title: "What was learned", blocks: learned },
        Section { title: "What follows from it", blocks: actions(workspace, id) },
    ];
    let heading = ["Post-incident report: ", &title(workspace, id)].concat();
    Some(Report { title: heading, facts, sections })
}

fn fact(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn minutes(wall: i64, business: i64) -> String {
    let [wall, business] = [wall, business].map(|minutes| crate::say::number(minutes.unsigned_abs()));
    [&*wall, " minutes, ", &business, " of them in business hours"].concat()
}

fn written(text: &str, otherwise: &'static str) -> Vec<Block> {
    if text.is_empty() { vec![Block::Nothing(otherwise)] } else { vec![Block::Text(text.to_owned())] }
}

/// The problem behind it, and what it led to.
fn actions(workspace: &Workspace, id: IncidentId) -> Vec<Block> {
    let desk = workspace.desk();
    let problem = desk.incident(id).ok().and_then(|incident| incident.problem).map(RecordId::Problem);
    let led_to = desk.links().from(RecordId::Incident(id)).map(|link| link.to);
    let card = |id: RecordId| {
        let card = desk.card(id)?;
        Some(Block::Record { number: card.number, title: card.title, state: card.state.to_owned() })
    };
    let found: Vec<Block> = problem.into_iter().chain(led_to).filter_map(card).collect();
    if found.is_empty() {
        vec![Block::Nothing("Nothing yet. Raise a problem, or register an improvement.")]
    } else {
        found
    }
}

impl Report {
    /// As Markdown (CommonMark with tables).
    pub fn markdown(&self) -> String {
        let mut out = ["# ", &plain(&self.title), "\n\n| | |\n|---|---|\n"].concat();
        for (name, value) in &self.facts {
            out.push_str(&["| ", name, " | ", &plain(value), " |\n"].concat());
        }
        for section in &self.sections {
            out.push_str(&["\n## ", section.title, "\n\n"].concat());
            for block in &section.blocks {
                match block {
                    Block::Text(text) => out.push_str(&[&escaped(text), "\n"].concat()),
                    Block::Nothing(text) => out.push_str(&["*", text, "*\n"].concat()),
                    Block::Step { at, what, text } => {
                        let text = if text.is_empty() { String::new() } else { [": ", &plain(text)].concat() };
                        out.push_str(&["- **", at, "** ", &plain(what), &text, "\n"].concat());
                    }
                    Block::Record { number, title, state } => {
                        out.push_str(&["- ", number, " ", &plain(title), " (", state, ")\n"].concat());
                    }
                }
            }
        }
        out
    }

    /// As a page of HTML that needs nothing else.
    pub fn html(&self) -> String {
        const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";
        const STYLE: &str = "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#211e19;background:#fffefb}th{text-align:left;padding-right:1.5rem;font-weight:400;color:#655e50;vertical-align:top}li{margin:.25rem 0}p{white-space:pre-line}</style>\n";
        let title = html(&self.title);
        let mut out = [HEAD, "<title>", &title, "</title>\n", STYLE, "<h1>", &title, "</h1>\n<table>\n"].concat();
        for (name, value) in &self.facts {
            out.push_str(&["<tr><th scope=\"row\">", &html(name), "</th><td>", &html(value), "</td></tr>\n"].concat());
        }
        out.push_str("</table>\n");
        for section in &self.sections {
            out.push_str(&["<h2>", section.title, "</h2>\n"].concat());
            let is_list = |block: &Block| matches!(block, Block::Step { .. } | Block::Record { .. });
            let listed = section.blocks.first().is_some_and(is_list);
            out.push_str(if listed { "<ul>\n" } else { "" });
            for block in &section.blocks {
                let line = match block {
                    Block::Text(text) => ["<p>", &html(text), "</p>\n"].concat(),
                    Block::Nothing(text) => ["<p><em>", &html(text), "</em></p>\n"].concat(),
                    Block::Step { at, what, text } => {
                        let text = if text.is_empty() { String::new() } else { [": ", &html(text)].concat() };
                        ["<li><strong>", &html(at), "</strong> ", &html(what), &text, "</li>\n"].concat()
                    }
                    Block::Record { number, title, state } => {
                        ["<li>", &html(number), " ", &html(title), " (", &html(state), ")</li>\n"].concat()
                    }
                };
                out.push_str(&line);
            }
            out.push_str(if listed { "</ul>\n" } else { "" });
        }
        out.push_str("</html>\n");
        out
    }
}

/// One line of Markdown that reads as it was written.
fn plain(text: &str) -> String {
    escaped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown that reads as it was written: what would be markup is escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '<' | '>' | '#' | '[' | ']' | '|') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
