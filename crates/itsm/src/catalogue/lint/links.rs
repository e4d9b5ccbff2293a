//! Documents, and where they lead.

use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::content::Document;
use crate::catalogue::edit::{Edit, Slot};

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "link-not-https",
        Level::Must,
        "A link is not safe to follow",
        "Over plain http anybody on the way can change what customers read. Links lead to https, or to an e-mail address.",
        |here| here.documents(|link| !is_blank(link) && !is_safe(link), secured),
    ),
    Rule::service(
        "document-no-title",
        Level::Should,
        "A document has no title",
        "An address says where it leads, not what is there. Customers follow what they can read.",
        |here| {
            let untitled = here.listed.content.documents.iter().filter(|document| is_blank(&document.title));
            untitled.map(|document| at_documents().about(document.link.clone())).collect()
        },
    ),
    Rule::service(
        "document-no-link",
        Level::Should,
        "A document leads nowhere",
        "A title without an address only tells customers that there is something they cannot read.",
        |here| {
            here.documents(is_blank, |document, _| {
                (!is_blank(&document.title)).then_some(("Take it out of the list", None))
            })
        },
    ),
];

/// A mend of one document: its label, and what takes its place, if anything does.
type Mend = fn(&Document, &str) -> Option<(&'static str, Option<Document>)>;

fn at_documents() -> Found {
    Found::new(Part::Slot(Slot::Documents))
}

/// Whether a link leads where pages may lead.
pub(super) fn is_safe(link: &str) -> bool {
    let lower = link.trim().to_ascii_lowercase();
    lower.strip_prefix("https://").is_some_and(|rest| !rest.is_empty())
        || lower.strip_prefix("mailto:").is_some_and(|rest| rest.contains('@'))
}

/// The same address over https. Nearly every site answers there; whoever presses the key should still try it.
fn secured(document: &Document, link: &str) -> Option<(&'static str, Option<Document>)> {
    let (scheme, rest) = link.trim().split_once("://")?;
    let secure = Document { title: document.title.clone(), link: format!("https://{rest}").into() };
    (scheme.eq_ignore_ascii_case("http") && !rest.is_empty()).then_some(("Use https", Some(secure)))
}

impl Here<'_> {
    fn documents(&self, is_wrong: fn(&str) -> bool, mend: Mend) -> Vec<Found> {
        let documents = &self.listed.content.documents;
        let wrong = documents.iter().enumerate().filter(|(_, document)| is_wrong(&document.link));
        let each = wrong.map(|(place, document)| {
            let fix = mend(document, &document.link).map(|(label, instead)| {
                let mut mended = documents.clone();
                mended.splice(place..=place, instead);
                Fix::edit(label, self.id, Edit::Documents(mended))
            });
            let about = if is_blank(&document.title) { &document.link } else { &document.title };
            at_documents().about(about.clone()).fix(fix)
        });
        each.collect()
    }
}
