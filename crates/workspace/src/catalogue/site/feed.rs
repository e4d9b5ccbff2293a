//! What changed, as an Atom feed (RFC 4287).

use chrono::{DateTime, SecondsFormat, Utc};
use itsm::Key;
use itsm::catalogue::LogLine;
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
                    None => { (urn_of_feed(site.organisation())) }
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
                    id { (urn(id.0, line)) }
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

/// An identity that never changes (RFC 4287, 4.2.6): a UUID of version 8 (RFC 9562), made of what tells versions apart.
/// Neither the address of the site nor a name is in it, as both may change. The minute from which the version is offered
/// is: ids of examples and templates are the same for everybody, and a reader may follow several catalogues.
fn urn(Key { number, tag }: Key, line: &LogLine) -> String {
    // 26 bits of minutes are more than a hundred years.
    let minute = u128::try_from(line.from.timestamp().div_euclid(60)).unwrap_or(0) & 0x3ff_ffff;
    uuid((u128::from(number) << 90) | (u128::from(tag) << 58) | (u128::from(line.version) << 26) | minute)
}

/// The identity of a feed that nobody knows the address of: it hangs on whose catalogue it is, by the hash FNV-1a of 128
/// bits. With an address, that is the identity.
fn urn_of_feed(organisation: &str) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = organisation.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    uuid(hash >> 6)
}

/// A UUID of version 8 of 122 bits.
fn uuid(bits: u128) -> String {
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        (bits >> 90) & 0xffff_ffff,
        (bits >> 74) & 0xffff,
        (bits >> 62) & 0xfff,
        0x8000 | ((bits >> 48) & 0x3fff),
        bits & 0xffff_ffff_ffff
    )
}

/// Without characters that XML cannot hold.
pub(super) fn xml(text: &str) -> String {
    let is_held = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_held).collect()
}
