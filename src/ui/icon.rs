//! Small drawings, 16 by 16. They never stand alone: a word is beside them, seen or heard.

use leptos::prelude::*;

/// What a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The app itself: the gate of a practice hall.
    Brand,
    /// A promise was kept.
    Met,
    /// Most of the agreed time is used.
    DueSoon,
    /// The agreed time is over.
    Breached,
    /// The clock is stopped by a rule.
    Paused,
    /// The clock rests until the calendar opens.
    OutsideHours,
    /// The clock runs.
    Running,
    /// Nobody has touched it yet.
    New,
    /// Something to know.
    Info,
    /// Something that went wrong.
    Problem,
    /// Front page.
    Home,
    /// The service desk's queue.
    Desk,
    /// Learning by doing.
    Practise,
    /// The service catalogue.
    Catalogue,
    /// Concepts and explanations.
    Learn,
    /// Searching.
    Search,
    /// Help.
    Help,
    /// A person.
    Person,
    /// Several people.
    Group,
    /// Appearance and preferences.
    Settings,
    /// What is stored.
    Workspace,
    /// Closes or removes.
    Close,
    /// Chosen, done.
    Check,
    /// Opens below.
    Down,
    /// Goes on.
    Next,
    /// Goes back.
    Back,
    /// Sorted, smallest first.
    Ascending,
    /// Sorted, largest first.
    Descending,
    /// Can be sorted.
    Sortable,
    /// Makes a new one.
    Plus,
    /// Narrows a list.
    Filter,
    /// Brings a file in.
    Upload,
    /// Takes a file out.
    Download,
    /// Tied to another record.
    Link,
    /// A call.
    Phone,
    /// A mail.
    Mail,
    /// A chat, or a reply that the caller sees.
    Reply,
    /// A note that only the team sees.
    Note,
    /// Done by the system.
    System,
    /// Written to the disk.
    Safe,
    /// Kept by the browser.
    Saved,
    /// Only in memory.
    Memory,
    /// More actions.
    More,
    /// Undoes.
    Undo,
}

impl Picture {
    /// The drawing's outline, and whether it is filled.
    fn outline(self) -> (&'static str, bool) {
        use Picture::*;
        match self {
            Brand => ("M1.25 4c2.5 1.1 11 1.1 13.5 0M3 7.5h10M4.75 5v9.5M11.25 5v9.5", false),
            Met => ("M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M5 8.25l2.1 2.1L11 6.25", false),
            DueSoon => ("M8 2.25 14.5 13.5h-13zM8 6.5v3.25M8 11.6v.05", false),
            Breached => ("M8 1.5 14.5 8 8 14.5 1.5 8z", true),
            Paused => ("M5 3.25v9.5M11 3.25v9.5", false),
            OutsideHours => ("M13.5 9.75A6 6 0 0 1 6.25 2.5a6 6 0 1 0 7.25 7.25z", false),
            Running => ("M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M8 4.5V8l2.5 1.5", false),
            New => ("M13.25 8a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0z", false),
            Info => ("M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M8 7.5v3.25M8 5.1v.05", false),
            Problem => ("M5.25 1.75h5.5l3.5 3.5v5.5l-3.5 3.5h-5.5l-3.5-3.5v-5.5zM8 4.75V8.5M8 10.9v.05", false),
            Home => ("M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z", false),
            Desk => ("M2 9.5h3.5l1 2h3l1-2H14M2 9.5 4 3.5h8l2 6v3.5H2z", false),
            Practise => (
                "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0M8 8v.05",
                false,
            ),
            Catalogue => (
                "M2.5 2.5h4.25v4.25H2.5zM9.25 2.5h4.25v4.25H9.25zM2.5 9.25h4.25v4.25H2.5zM9.25 9.25h4.25v4.25H9.25z",
                false,
            ),
            Learn => (
                "M8 4c-1.5-1-3.5-1.25-6-1.25v9.5c2.5 0 4.5.25 6 1.25 1.5-1 3.5-1.25 6-1.25v-9.5C11.5 2.75 9.5 3 8 4zM8 4v9.5",
                false,
            ),
            Search => ("M11.75 7A4.75 4.75 0 1 1 2.25 7a4.75 4.75 0 0 1 9.5 0M10.5 10.5 14 14", false),
            Help => (
                "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M6.25 6.25C6.25 5.25 7 4.6 8 4.6s1.75.65 1.75 1.6c0 1.3-1.75 1.4-1.75 2.7M8 11.25v.05",
                false,
            ),
            Person => (
                "M10.75 5.25a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0M2.75 13.75c.5-2.75 2.5-4 5.25-4s4.75 1.25 5.25 4",
                false,
            ),
            Group => (
                "M8.25 5.5a2.25 2.25 0 1 1-4.5 0 2.25 2.25 0 0 1 4.5 0M1.5 13.25c.4-2.5 2-3.5 4.5-3.5s4.1 1 4.5 3.5M10 3.4a2.25 2.25 0 0 1 0 4.2M12 10c1.5.45 2.3 1.5 2.5 3.25",
                false,
            ),
            Settings => (
                "M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M12 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M8 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0",
                false,
            ),
            Workspace => ("M2 5.5 8 2.5l6 3-6 3zM2 8.25l6 3 6-3M2 11l6 3 6-3", false),
            Close => ("M4 4l8 8M12 4l-8 8", false),
            Check => ("M3 8.5l3.25 3.25L13 5", false),
            Down => ("M4 6.25l4 4 4-4", false),
            Next => ("M6.25 4l4 4-4 4", false),
            Back => ("M9.75 4l-4 4 4 4", false),
            Ascending => ("M8 13V3.5M4.5 7 8 3.5 11.5 7", false),
            Descending => ("M8 3v9.5M4.5 9 8 12.5 11.5 9", false),
            Sortable => ("M5 6l3-3 3 3M5 10l3 3 3-3", false),
            Plus => ("M8 3v10M3 8h10", false),
            Filter => ("M2 4h12M4.5 8h7M6.5 12h3", false),
            Upload => ("M2.5 10.5v3h11v-3M8 10.5v-8M4.75 5.75 8 2.5l3.25 3.25", false),
            Download => ("M2.5 10.5v3h11v-3M8 2.5v8M4.75 7.25 8 10.5l3.25-3.25", false),
            Link => (
                "M6.5 9.5l3-3M7.25 4.5 8.75 3a3 3 0 0 1 4.25 4.25l-1.5 1.5M8.75 11.5 7.25 13A3 3 0 0 1 3 8.75l1.5-1.5",
                false,
            ),
            Phone => (
                "M3 2.5h2.5l1.25 3.25-1.5 1.25c.75 1.75 2 3 3.75 3.75l1.25-1.5 3.25 1.25V13c0 .5-.5 1-1 1C7 13.5 2.5 9 2 3.5c0-.5.5-1 1-1z",
                false,
            ),
            Mail => ("M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5", false),
            Reply => ("M2 3h12v8H7.5L4 13.75V11H2zM5 6h6M5 8.25h3.5", false),
            Note => ("M11 2.5l2.5 2.5L6 12.5l-3.25.75.75-3.25zM9.25 4.25l2.5 2.5", false),
            System => ("M8 1.75l5.4 3.1v6.3L8 14.25l-5.4-3.1v-6.3z", false),
            Safe => (
                "M8 1.75 13.5 3.5v4c0 3.25-2.25 5.5-5.5 6.75C4.75 13 2.5 10.75 2.5 7.5v-4zM5.5 7.75l1.75 1.75L10.5 6.25",
                false,
            ),
            Saved => ("M4 8.5l2.75 2.75L12.25 5.5", false),
            Memory => (
                "M4 4h8v8H4zM6.5 1.75V4M9.5 1.75V4M6.5 12v2.25M9.5 12v2.25M1.75 6.5H4M1.75 9.5H4M12 6.5h2.25M12 9.5h2.25",
                false,
            ),
            More => ("M3 8v.05M8 8v.05M13 8v.05", false),
            Undo => ("M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6", false),
        }
    }
}

impl Picture {
    fn class(self) -> &'static str {
        match (self.outline().1, self) {
            (true, _) => "icon icon-filled",
            (false, Picture::More) => "icon icon-bold",
            _ => "icon",
        }
    }
}

/// A drawing that changes in place.
pub fn live(picture: Signal<Picture>) -> AnyView {
    view! {
        <svg class=move || picture.get().class() viewBox="0 0 16 16" aria-hidden="true">
            <path d=move || picture.get().outline().0 />
        </svg>
    }
    .into_any()
}

/// A drawing, hidden from screen readers.
#[component]
pub fn Icon(
    /// What it shows.
    picture: Picture,
) -> impl IntoView {
    view! {
        <svg class=picture.class() viewBox="0 0 16 16" aria-hidden="true">
            <path d=picture.outline().0 />
        </svg>
    }
    .into_any()
}
