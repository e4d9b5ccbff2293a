//! What customers may read about a service before they order: published articles of the workspace that name it.

use itsm::ServiceId;
use itsm::knowledge::Audience;
use leptos::prelude::*;

use super::Portal;
use crate::route::Practice;
use crate::session::offered::Source;

/// More would keep people from what they came for.
const MOST: usize = 4;

/// The articles as a section; nothing where there are none.
pub fn about(portal: Portal, service: ServiceId, title: &'static str) -> AnyView {
    if !matches!(portal.source(), Some(Source::Workspace | Source::Preview)) {
        return ().into_any();
    }
    let now = portal.session.now.get_untracked();
    let found = portal.session.peek(|workspace| {
        let desk = workspace.desk();
        let line = |article: &itsm::knowledge::Article| {
            let content = article.shown(now)?;
            let fits = content.service == Some(service) && content.audience == Audience::Everyone;
            fits.then(|| (desk.articles().number(article.id), content.title.to_string()))
        };
        desk.articles_in_view(now).filter_map(line).take(MOST).collect::<Vec<_>>()
    });
    let found = found.unwrap_or_default();
    if found.is_empty() {
        return ().into_any();
    }
    let line = |(number, title): (String, String)| view! { <li><a href=Practice::Knowledge.at(number).href()>{title}</a></li> };
    view! {
        <section class="portal-side" aria-labelledby="portal-articles">
            <h2 id="portal-articles">{title}</h2>
            <ul class="portal-links">{found.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}
