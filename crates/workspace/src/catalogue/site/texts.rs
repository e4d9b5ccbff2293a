//! The files around the pages: for search engines, for who is lost, and for who uploads the site.

use maud::{PreEscaped, html};

use super::Site;
use super::layout::{self, Page, canonical};

/// What is shown where nothing is. It may be shown at any depth, so its links are whole where the address is known.
pub(super) fn missing(site: &Site<'_>) -> String {
    let home = site.address.as_deref().unwrap_or("index.html");
    let main = html! {
        h1 { "This page is not there" }
        p { "The service may have been renamed or retired." }
        p { a href=(home) { "Look in the catalogue" } }
    };
    let page = Page { title: "Not found", about: "", up: "", path: "404.html", trail: vec![], ld: None };
    let page = layout::page(site, page, main);
    match &site.address {
        None => page,
        Some(address) => {
            let address = html! { (address) }.into_string();
            ["style.css", "feed.xml", "catalogue.json"].iter().fold(page, |page, file| {
                page.replace(&["href=\"", file, "\""].concat(), &["href=\"", &address, file, "\""].concat())
            })
        }
    }
}

pub(super) fn robots(site: &Site<'_>) -> String {
    let map = site.address.as_ref().map(|address| ["Sitemap: ", address, "sitemap.xml\n"].concat());
    ["User-agent: *\nAllow: /\n", &map.unwrap_or_default()].concat()
}

/// Every page, where the address is known: a map needs whole addresses.
pub(super) fn sitemap(site: &Site<'_>) -> Option<String> {
    let address = site.address.as_ref()?;
    let pages = std::iter::once("index.html".to_owned())
        .chain(site.categories.values().map(|slug| ["categories/", slug, ".html"].concat()))
        .chain(site.services.values().map(|slug| ["services/", slug, ".html"].concat()));
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for path in pages { url { loc { (canonical(address, &path)) } } }
        }
        "\n"
    };
    Some(map.into_string())
}

pub(super) fn readme(site: &Site<'_>) -> String {
    let address = match &site.address {
        Some(address) => ["These files expect to be at ", address, "\n"].concat(),
        None => "No address was given, so that the feed has no links and there is no sitemap.xml.\nGive one in the settings of the catalogue and publish again to have them.\n".to_owned(),
    };
    [
        "The service catalogue of ",
        site.organisation(),
        "\n\nPlain files: open index.html, from any folder. No server program, no script and no database is needed.\n\n",
        &address,
        STEPS,
    ]
    .concat()
}

const STEPS: &str = "
GitHub Pages
  1. Make a repository and upload these files to its first folder.
  2. Settings, Pages: deploy from a branch, branch main, folder / (root).
  3. After a minute the page of the settings shows the address.

GitLab Pages
  1. Make a project and put these files into a folder called public.
  2. Add a file .gitlab-ci.yml beside that folder:
       pages:
         script: [\"true\"]
         artifacts:
           paths: [public]
         rules:
           - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  3. After the pipeline has run, Deploy, Pages shows the address.

nginx
  1. Copy these files to a folder of the server, for example /var/www/catalogue.
  2. Add to the server block:
       location /catalogue/ {
         alias /var/www/catalogue/;
         index index.html;
         error_page 404 /catalogue/404.html;
       }
  3. nginx -t, then reload nginx.

To renew the site, publish again and replace all files.
catalogue.json can also be put beside Service Dojo itself: visitors then begin with this catalogue.
";
