//! A stream at hand: the drawing, what an item can expect, the steps, and the way to what else can be done with it.

use learning::stream::{Measures, Name, Stream, Words, drawing, to_svg};
use leptos::prelude::*;

use super::{Desk, compared, picture, step};
use crate::browser::files;
use crate::ui::{Button, Field, Kind, TextInput};

/// The editor.
pub fn editor(desk: Desk) -> AnyView {
    let name =
        RwSignal::new(desk.open.with_untracked(|open| {
            open.as_ref().map(|open| open.stream.name().as_str().to_owned()).unwrap_or_default()
        }));
    let rename = move |()| {
        let wanted = name.get_untracked();
        let same =
            desk.open.with_untracked(|open| open.as_ref().is_some_and(|open| open.stream.name().as_str() == wanted));
        if !same {
            desk.edit(|stream| Name::new(&wanted).map(|name| stream.renamed(name)));
        }
    };
    let stream = Memo::new(move |_| desk.open.with(|open| open.as_ref().map(|open| open.stream.clone())));
    let drawn = move || stream.get().map(|stream| picture::picture(drawing(&stream, &Words::english())));
    let save_svg = move |()| {
        if let Some(stream) = stream.get_untracked() {
            files::download("value-stream.svg", "image/svg+xml", &to_svg(&stream, &Words::english()));
        }
    };
    view! {
        <Field label="Name" required=true><TextInput value=name on_leave=rename /></Field>
        {drawn}
        {move || stream.get().map(|stream| measures(&stream))}
        {step::list(desk)}
        {move || desk.open.with(|open| open.as_ref().and_then(compared::since))}
        <div class="form-actions">
            <Button label="All value streams" on_press=move |()| desk.open.set(None) />
            <Button label="Save the drawing" kind=Kind::Quiet on_press=save_svg />
            <Button label="Remove this stream" kind=Kind::Quiet on_press=move |()| desk.remove() />
        </div>
    }
    .into_any()
}

/// What an item can expect.
fn measures(stream: &Stream) -> AnyView {
    let (measures, words) = (Measures::of(stream), Words::english());
    let share = |share: f64| (words.share)(share);
    let fact = |what: &'static str, value: String, means: &'static str| {
        view! { <div><dt>{what}</dt><dd><strong>{value}</strong>" "<span class="learn-what">{means}</span></dd></div> }
    };
    let neck = measures.bottleneck.as_ref().and_then(|neck| {
        let step = stream.step(neck.step)?;
        Some(fact(
            "Bottleneck",
            [step.name.as_str(), " (", neck.owner.as_str(), ")"].concat(),
            "the step with the most expected work for each person of its owner",
        ))
    });
    let wait = measures
        .longest_wait
        .and_then(|id| stream.step(id))
        .map(|step| fact("Longest wait", ["before ", step.name.as_str()].concat(), "for an item, rework included"));
    let limit = measures.limit().and_then(|owner| {
        let items =
            [&(words.number)(owner.items_a_week?), " items a week: then ", owner.owner.as_str(), " is full"].concat();
        Some(fact("At most", items, "if its people do nothing else"))
    });
    view! {
        <section aria-labelledby="stream-measures">
            <h2 id="stream-measures">"What an item can expect"</h2>
            <dl class="learn-figures">
                {fact("Lead time", (words.time)(measures.lead), "from the first step to the last, in working time")}
                {fact("Work", (words.time)(measures.touch), "somebody does something")}
                {fact("Waiting", (words.time)(measures.wait), "nobody does")}
                {fact("Flow efficiency", measures.flow_efficiency.map_or_else(|| "–".to_owned(), share), "work out of lead time")}
                {fact("Hand-offs", (words.number)(measures.hand_offs), "changes of owner, rework included")}
                {fact("Right first time", (words.share)(measures.first_pass_yield), "items that never go back")}
            </dl>
            <dl class="learn-named">{neck}{wait}{limit}</dl>
        </section>
    }
    .into_any()
}
