//! How customers will see a service: the live view beside the editor.

use itsm::ServiceId;
use itsm::catalogue::Catalogue;
use leptos::prelude::*;

use super::editor::promise_words;
use super::money;
use crate::views::words;

/// The service as a page of the portal shows it.
#[component]
pub fn Preview(
    /// The catalogue that it stands in.
    #[prop(into)]
    catalogue: Signal<Catalogue>,
    /// Which service.
    service: ServiceId,
) -> impl IntoView {
    let shown = move || {
        catalogue.with(|catalogue| {
            let content = catalogue.content(service)?;
            let currency = &*catalogue.settings.currency;
            let part = |title: &'static str, text: &str| {
                (!text.is_empty()).then(|| view! { <div><dt>{title}</dt><dd>{text.to_owned()}</dd></div> })
            };
            let list = |title: &'static str, texts: Vec<String>| {
                (!texts.is_empty()).then(|| {
                    let lines = texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
                    view! { <div><dt>{title}</dt><dd><ul>{lines}</ul></dd></div> }
                })
            };
            let offering = |offering: &itsm::catalogue::Offering| {
                let target = offering.target.map(|time| "Within ".to_owned() + &words::business_span(time));
                view! {
                    <li>
                        <p class="preview-offering">{offering.name.to_string()}</p>
                        <p>{offering.summary.to_string()}</p>
                        <p class="hint">{money::price(&offering.price, currency)}{target.map(|target| " · ".to_owned() + &target)}</p>
                    </li>
                }
            };
            let offerings = (!content.offerings.is_empty()).then(|| {
                view! { <ul class="preview-offerings" aria-label="What can be ordered">{content.offerings.iter().map(offering).collect_view()}</ul> }
            });
            let audience: Vec<String> = content.audiences.iter().filter_map(|id| catalogue.audiences.get(id)).map(ToString::to_string).collect();
            Some(view! {
                <article class="preview-service">
                    <p class="preview-name">{content.name.to_string()}</p>
                    <p class="preview-summary">
                        {if content.summary.is_empty() { "What you get stands here.".to_owned() } else { content.summary.to_string() }}
                    </p>
                    {offerings}
                    <dl class="facts">
                        {part("Who it is for", &content.for_whom)}
                        {list("Only for", audience)}
                        {part("Entitlement", &content.entitlement)}
                        {part("How to ask for it", &content.how_to_ask)}
                        {list("What you can do with it", content.outcomes.iter().map(ToString::to_string).collect())}
                        {part("What it does", &content.utility)}
                        {part("How well it does it", &content.warranty)}
                        {part("Hours", &content.hours)}
                        {list("How to reach us", content.channels.iter().map(ToString::to_string).collect())}
                        {list("What we promise", content.targets.iter().map(promise_words).collect())}
                        {list("To read", content.documents.iter().map(|document| document.title.to_string()).collect())}
                    </dl>
                </article>
            })
        })
    };
    view! { <div class="preview-body">{shown}</div> }.into_any()
}
