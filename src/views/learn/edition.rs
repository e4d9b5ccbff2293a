//! In whose words one learns: the edition, and how sure what it says is.

use learning::knowledge::{Across, Provenance};
use learning::{Confidence, Edition};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::FilterChip;

/// The edition that is chosen.
pub fn chosen(session: Session) -> Memo<Edition> {
    Memo::new(move |_| session.settings.with(|settings| settings.edition))
}

/// The choice of the edition.
pub fn choice(session: Session) -> AnyView {
    let edition = chosen(session);
    let chip = move |one: Edition| {
        let choose = move |()| session.choose(|settings| settings.edition = one);
        view! { <FilterChip label=one.name() pressed=Signal::derive(move || edition.get() == one) on_toggle=choose /> }
    };
    view! { <div class="learn-editions" role="group" aria-label="Edition">{Edition::ALL.map(chip).collect_view()}</div> }
        .into_any()
}

/// Where the facts of a text can be read up, edition by edition, and how sure they are.
pub fn sources(editions: &Across<Provenance>) -> AnyView {
    let line = |(edition, provenance): (Edition, &Provenance)| {
        let sure = match provenance.confidence {
            Confidence::Settled => "settled: independent sources agree",
            Confidence::Reported => "reported: let no exam answer hang on it",
        };
        view! { <li>{edition.name()}": "{provenance.source.name()}" · "{sure}</li> }
    };
    view! {
        <footer class="learn-sources">
            <ul>{editions.iter().map(line).collect_view()}</ul>
            <p>"The words are our own."</p>
        </footer>
    }
    .into_any()
}

/// The same of a text that holds for no edition in particular.
pub fn told(provenance: Provenance) -> String {
    let sure = match provenance.confidence {
        Confidence::Settled => "settled",
        Confidence::Reported => "reported",
    };
    [provenance.source.name(), " · ", sure].concat()
}
