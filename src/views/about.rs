//! What this is, on what it stands, and what it is not.

use leptos::prelude::*;

use crate::route::Route;
use crate::views::page::Page;

/// The trade-mark notice, wherever ITIL is named to the outside.
pub const TRADE_MARK: &str = "ITIL® is a registered trade mark of its owner (the PeopleCert group). This is an independent practice tool, not affiliated with, accredited or endorsed by the owner. All questions are original; the official syllabus is the authority.";

/// The about page.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <Page title="About Service Dojo" class="page-narrow">
            <p class="lead">
                "Service Dojo is a free place to learn and prototype IT service management. You run a real service desk, in your browser, on real rules."
            </p>
            <section aria-labelledby="about-data">
                <h2 id="about-data">"Where your work is kept"</h2>
                <p>"Everything stays in this browser’s local storage, about 5 MB for this site. There is no account and no server, and nothing is sent anywhere."</p>
                <ul>
                    <li>"A browser writes local storage to disk some seconds after you save. So a copy of every change goes to its database (IndexedDB) at once: “Saved on disk” in the header says that it is there. What a crash takes from the one comes back from the other."</li>
                    <li>"Safari deletes a site’s data after about seven days of use without a visit. Export what you want to keep."</li>
                    <li>"Other pages under the same address share this storage and can read it. For your team, serve Service Dojo from an address of its own."</li>
                </ul>
                <p><a href=Route::Workspace.href()>"See what is stored, export or delete it"</a></p>
            </section>
            <section aria-labelledby="about-sample">
                <h2 id="about-sample">"The real desk"</h2>
                <p>
                    "The sample log comes from a ServiceNow desk of an IT company: 24,918 incidents of 2016 and 2017, made anonymous. "
                    "Claudio Amaral, Marcelo Fantinato and Sarajane Peres: Incident management process enriched event log. UCI Machine Learning Repository 498, "
                    <a href="https://doi.org/10.24432/C57S4H" rel="noreferrer">"doi 10.24432/C57S4H"</a>
                    ", licensed CC BY 4.0. It is shown here as an event log of incidents; what was mended is said in the import’s report."
                </p>
            </section>
            <section aria-labelledby="about-mark">
                <h2 id="about-mark">"Trade mark"</h2>
                <p>{TRADE_MARK}</p>
            </section>
            <section aria-labelledby="about-licence">
                <h2 id="about-licence">"Licence"</h2>
                <p>"Service Dojo is free software under MIT or Apache 2.0, as you prefer. Version "{env!("CARGO_PKG_VERSION")}"."</p>
            </section>
        </Page>
    }
    .into_any()
}
