//! Panels, facts, terms, bars.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{Bar, BarList, Button, Fact, Facts, Kind, Panel, PriorityBars, Term};

fn bar(label: &str, value: f64, text: &str) -> Bar {
    Bar { label: label.to_owned(), value, text: text.to_owned(), href: Some("#".to_owned()) }
}

/// The family of smaller parts.
pub fn section() -> AnyView {
    let bars = vec![
        bar("Monday", 4975.0, "4,975"),
        bar("Tuesday", 5064.0, "5,064"),
        bar("Wednesday", 4712.0, "4,712"),
        bar("Saturday", 402.0, "402"),
        bar("Sunday", 0.0, "0"),
    ];
    family(
        "Panels and smaller parts",
        "Borders before shadows. Every number opens what it counts.",
        view! {
            {example("Panel with facts", view! {
                <Panel title="Summary" actions=|| view! { <Button label="Edit" kind=Kind::Quiet on_press=|()| {} /> }>
                    <Facts>
                        <Fact label="Caller">"Ines Falk"</Fact>
                        <Fact label="Assignment group">"Network"</Fact>
                        <Fact label="Priority"><PriorityBars level=2 name="High" /></Fact>
                        <Fact label="Configuration item">"AP-2-07, access point in the corridor of floor 2, building 3"</Fact>
                    </Facts>
                </Panel>
            })}
            {example("Bars", view! { <BarList label="Opened by weekday" bars=bars /> })}
            {example("A term of the field", view! {
                <p>
                    "Link it to the "
                    <Term word="known error" meaning="A problem whose cause is analysed but not yet removed. It comes with a workaround." />
                    " and restore the service first."
                </p>
            })}
        },
    )
}
