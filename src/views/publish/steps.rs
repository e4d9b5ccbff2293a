//! How the files get to customers.

use leptos::prelude::*;

use crate::ui::Panel;

/// A host, and what one does there.
const HOSTS: [(&str, &[&str]); 4] = [
    (
        "GitHub Pages",
        &[
            "Make a repository and upload the unpacked files to its first folder.",
            "Under Settings, Pages, choose to deploy from a branch: main, folder / (root).",
            "After a minute, the same page shows the address. Write it into the settings of the catalogue and publish again.",
        ],
    ),
    (
        "GitLab Pages",
        &[
            "Make a project and put the unpacked files into a folder called public.",
            "Add .gitlab-ci.yml as README.txt in the archive shows it.",
            "After the pipeline has run, Deploy, Pages shows the address.",
        ],
    ),
    (
        "nginx",
        &[
            "Copy the unpacked files to a folder of the server.",
            "Add the location block that README.txt in the archive shows.",
            "Test the configuration with nginx -t, then reload it.",
        ],
    ),
    (
        "Beside this app",
        &[
            "Download catalogue.json.",
            "Put it into the folder of the app, in place of the empty one that is there.",
            "Visitors now begin with the catalogue, and can make their own copy.",
        ],
    ),
];

/// The panel.
#[component]
pub fn Steps() -> impl IntoView {
    let host = |(name, steps): (&'static str, &'static [&'static str])| {
        let steps = steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
        view! { <details class="publish-host"><summary>{name}</summary><ol>{steps}</ol></details> }
    };
    view! { <Panel title="Upload it">{HOSTS.into_iter().map(host).collect_view()}</Panel> }.into_any()
}
