//! One finding at a time beside what is being written, the heaviest first.

use itsm::ServiceId;
use leptos::prelude::*;

use super::finding::tone;
use super::found::{day, give, href, of_service};
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Badge, Button, Kind, Toaster};
use crate::views::words;

/// What the check would say first of a service, with its mend. Another one can be looked at.
#[component]
pub fn LintHints(
    /// The service that is being written of.
    service: ServiceId,
    /// What is said where nothing is found.
    #[prop(into)]
    clean: ViewFn,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let day = day(session);
    let found = Memo::new(move |_| of_service(session, service, day.get()));
    let passed = RwSignal::new(0_usize);
    move || {
        let found = found.get();
        let many = found.len();
        let place = passed.get().checked_rem(many).unwrap_or(0);
        let Some((finding, at)) = found.into_iter().nth(place) else { return clean.run() };
        let (rule, link) = (finding.rule, href(finding.place));
        let about = (!finding.about.is_empty()).then(|| finding.about.to_string());
        let mend = finding.fix.as_ref().map(|fix| fix.label.to_string()).map(|label| {
            let mend = move |()| match give(session, &finding) {
                Ok(done) => toaster.ok(done),
                Err(why) => toaster.bad(why),
            };
            view! { <Button label on_press=mend /> }
        });
        let next = (many > 1).then(|| {
            view! { <Button label="Another hint" kind=Kind::Quiet on_press=move |()| passed.update(|passed| *passed += 1) /> }
        });
        let all = ["All ", &words::count(many, "finding", "findings")].concat();
        view! {
            <aside class="lint-hint" aria-label="A hint of the check">
                <p class="check-title">
                    <Badge tone=tone(rule.level) label=rule.level.word() plain=true />
                    <strong>{rule.title}</strong>
                    <a href=link>{at}</a>
                </p>
                {about.map(|about| view! { <p class="check-about">{about}</p> })}
                <p class="hint">{rule.reason}</p>
                <div class="check-mend">
                    {mend}
                    {next}
                    <a href=Route::Catalogue(Shelf::Check).href()>{all}</a>
                </div>
            </aside>
        }
        .into_any()
    }
}
