//! What changed, as an Atom feed (RFC 4287).

use chrono::{DateTime, SecondsFormat, Utc};
use itsm::Key;
use maud::{PreEscaped, html};

use super::Site;
use super::layout::canonical;

/// Readers take in no more; the pages of the services have all of it.
const MOST: usize = 100;

pub(super) fn feed(site: &Site<'_>) -> String {
    let mut entries: Vec<_> = site
        .catalogue
        .services
        .iter()
        .flat_map(|(id, listed)| listed.log.iter().map(move |line| (line, id, &listed.content.name)))
        .collect();
    entries.sort_by_key(|(line, ..)| std::cmp::Reverse(line.from));
    entries.truncate(MOST);
    let updated = entries.first().map_or(site.at, |(line, ..)| line.from);
    let feed = html! {
        feed xmlns="http://www.w3.org/2005/Atom" {
            id {
                @match &site.address {
                    Some(address) => { (address) "feed.xml" }
                    None => { (urn(Key::default(), 0)) }
                }
            }
            title { (xml(site.organisation())) ": changes of the service catalogue" }
            updated { (instant(updated)) }
            author { name { (xml(site.organisation())) } }
            @if let Some(address) = &site.address {
                link rel="self" href={ (address) "feed.xml" } {}
                link rel="alternate" href=(address) {}
            }
            @for (line, id, name) in entries {
                entry {
                    id { (urn(id.0, line.version)) }
                    title { (xml(name)) ", version " (line.version) }
                    updated { (instant(line.from)) }
                    @if let (Some(address), Some(slug)) = (&site.address, site.services.get(id)) {
                        link rel="alternate" href=(canonical(address, &["services/", slug, ".html"].concat())) {}
                    }
                    // An entry without a link has to say something.
                    content type="text" { @if line.note.is_empty() { "A new version is offered." } @else { (xml(&line.note)) } }
                }
            }
        }
    };
    html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")) (feed) "\n" }.into_string()
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// An identity that never changes: a UUID of version 8 (RFC 9562), made of what tells versions apart.
fn urn(Key { number, tag }: Key, version: u32) -> String {
    format!(
        "urn:uuid:{number:08x}-{:04x}-8{:03x}-{:04x}-{version:012x}",
        tag >> 16,
        (tag >> 4) & 0xfff,
        0x8000 | ((tag & 0xf) << 8)
    )
}

/// Without characters that XML cannot hold.
pub(super) fn xml(text: &str) -> String {
    let is_held = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_held).collect()
}
