//! The timeline, with each kind of entry.

use leptos::prelude::*;

use super::{family, wide};
use crate::ui::{Remark, Timeline, TimelineItem};

/// The family of stories.
pub fn section() -> AnyView {
    let change = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    family(
        "Timeline",
        "What happened, by whom, and for whose eyes. What the team keeps to itself has a dashed border and says so.",
        view! {
            {wide("Public, internal, system, long text", view! {
                <Timeline label="Activity">
                    <TimelineItem
                        time="16 May 2016, 08:12"
                        datetime="2016-05-16T06:12:00Z"
                        who="Ines Falk"
                        heading="called"
                        remark=Remark::Public
                        text="Calls drop after a minute or so. It started this morning. My colleague next to me has the same."
                    />
                    <TimelineItem
                        time="08:13"
                        datetime="2016-05-16T06:13:00Z"
                        who="Priya Nguyen"
                        heading="changed it"
                        details=vec![change("Impact", "medium, was low"), change("Assignment group", "Network"), change("Priority", "P2, was P4")]
                    />
                    <TimelineItem
                        time="08:15"
                        datetime="2016-05-16T06:15:00Z"
                        who="Priya Nguyen"
                        heading="wrote a note"
                        remark=Remark::Internal
                        text="Second report from floor 2 within five minutes: looks like the access point, not the headsets.\n\nAsked monitoring for AP-2-07. Do not replace any headset before we know."
                    />
                    <TimelineItem time="08:16" datetime="2016-05-16T06:16:00Z" heading="Response was met after 4 min." />
                    <TimelineItem
                        time="08:20"
                        datetime="2016-05-16T06:20:00Z"
                        who="Priya Nguyen"
                        heading="replied"
                        remark=Remark::Public
                        text="We found that several people on your floor have this. We look into the wireless network and will tell you more by 09:15."
                    />
                </Timeline>
            })}
        },
    )
}
