//! What all pages share: head, landmarks, the way back, and the foot.

use maud::{DOCTYPE, Markup, html};

use super::Site;
use crate::catalogue::page;

/// Nothing may run, nothing may be sent, and nothing comes from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

/// A page's place and what it says.
pub(super) struct Page<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it is about, for who finds it by a search.
    pub about: &'a str,
    /// The way from the page to the folder of the site: empty or "../".
    pub up: &'static str,
    /// Its path in the site.
    pub path: &'a str,
    /// The pages above it: what they are called, and where they are from here.
    pub trail: Vec<(String, String)>,
    /// The description for machines, as JSON.
    pub ld: Option<serde_json::Value>,
}

/// A whole page.
pub(super) fn page(site: &Site<'_>, page: Page<'_>, main: Markup) -> String {
    let organisation = site.organisation();
    let settings = &site.catalogue.settings;
    let title = if page.trail.is_empty() && page.path == "index.html" {
        [organisation, ": service catalogue"].concat()
    } else {
        [page.title, " \u{b7} ", organisation].concat()
    };
    let page_html = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                @if !page.about.is_empty() { meta name="description" content=(page.about); }
                @if let Some(address) = &site.address { link rel="canonical" href=(canonical(address, page.path)); }
                // Without one, browsers ask the host for an icon.
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ (page.up) "style.css" };
                link rel="alternate" type="application/atom+xml" title="Changes" href={ (page.up) "feed.xml" };
                @if let Some(ld) = &page.ld { (super::ld::script(ld)) }
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                header {
                    @if is_logo(&settings.logo) { img src=(settings.logo) alt="" height="40"; }
                    p.whose { (organisation) }
                }
                @if !page.trail.is_empty() {
                    nav.trail aria-label="You are here" {
                        ol {
                            @for (name, href) in &page.trail { li { a href=(href) { (name) } } }
                            li aria-current="page" { (page.title) }
                        }
                    }
                }
                main id="main" tabindex="-1" { (main) }
                footer {
                    @if !settings.contact.trim().is_empty() { p { "Questions: " (settings.contact) } }
                    @if page::is_address(settings.email.trim()) {
                        p { "E-mail: " a href={ "mailto:" (settings.email.trim()) } { (settings.email.trim()) } }
                    }
                    p {
                        "As of " time datetime=(site.at.date_naive()) { (page::date(site.at.date_naive())) } ". "
                        a href={ (page.up) "feed.xml" } { "Changes as a feed" } " \u{b7} "
                        a href={ (page.up) "catalogue.json" } { "The catalogue as data" }
                    }
                }
            }
        }
    };
    page_html.into_string()
}

/// The address of a page; the first page is its folder.
pub(super) fn canonical(address: &str, path: &str) -> String {
    [address, if path == "index.html" { "" } else { path }].concat()
}

/// Whether a logo is a picture that stands in the page itself.
fn is_logo(logo: &str) -> bool {
    let data = logo.strip_prefix("data:image/png;base64,").or_else(|| logo.strip_prefix("data:image/jpeg;base64,"));
    data.is_some_and(|data| {
        !data.is_empty() && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
    })
}
