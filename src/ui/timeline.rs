//! What happened, in order: each entry with its time, who did it, and for whose eyes it is.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// For whom an entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remark {
    /// Seen by the caller too.
    Public,
    /// Seen by the team only.
    Internal,
    /// Noted by the system: a change of state, a measurement, an import.
    #[default]
    System,
}

impl Remark {
    fn picture(self) -> Picture {
        match self {
            Remark::Public => Picture::Reply,
            Remark::Internal => Picture::Note,
            Remark::System => Picture::System,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Remark::Public => ("public", "The caller sees this"),
            Remark::Internal => ("internal", "Team only"),
            Remark::System => ("system", ""),
        }
    }
}

/// A list of entries, newest or oldest first as the page decides.
#[component]
pub fn Timeline(
    /// What it is the story of ("Activity").
    #[prop(into)]
    label: Signal<String>,
    /// The entries: [`TimelineItem`]s.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline" aria-label=label>{children()}</ol> }.into_any()
}

/// One entry.
#[component]
pub fn TimelineItem(
    /// For whom it is.
    #[prop(optional)]
    remark: Remark,
    /// Whether it was taken back: still told, no longer in force.
    #[prop(optional)]
    off: bool,
    /// When, as people read it ("16 May 2016, 09:12").
    #[prop(into)]
    time: Signal<String>,
    /// When, as machines read it (ISO 8601).
    #[prop(into)]
    datetime: String,
    /// Who did it; empty for the system itself.
    #[prop(optional, into)]
    who: String,
    /// What happened, in a few plain words ("put it on hold").
    #[prop(into)]
    heading: String,
    /// Field and value of what changed.
    #[prop(optional)]
    details: Vec<(String, String)>,
    /// What was written; line breaks are kept.
    #[prop(optional, into)]
    text: String,
) -> impl IntoView {
    let (name, audience) = remark.words();
    let detail = |(field, value): (String, String)| {
        view! { <div><dt>{field}</dt><dd>{value}</dd></div> }
    };
    view! {
        <li class="timeline-item" data-remark=name data-off=off.then_some("true")>
            <span class="timeline-dot"><Icon picture=remark.picture() /></span>
            <div class="timeline-body">
                <p class="timeline-head">
                    {(!who.is_empty()).then(|| view! { <strong>{who}</strong>" " })}
                    {if off { view! { <s>{heading}</s> }.into_any() } else { view! { <span>{heading}</span> }.into_any() }}
                    {(!audience.is_empty()).then(|| view! { <span class="timeline-audience">{audience}</span> })}
                    <time datetime=datetime>{time}</time>
                </p>
                {(!details.is_empty()).then(|| view! { <dl class="timeline-details">{details.into_iter().map(detail).collect_view()}</dl> })}
                {(!text.is_empty()).then(|| view! { <p class="timeline-text">{text}</p> })}
            </div>
        </li>
    }
    .into_any()
}
