//! The columns of the queue: which there are, and which somebody chose, in which order and how wide.
//!
//! A choice is written down as words, `number priority:80 summary target`: in the settings of a browser and in saved
//! views. What is not understood is passed over, so that a choice of a later version still shows a queue.

use crate::query::SortKey;

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is what its heading says")]
pub enum Column {
    Number,
    Priority,
    State,
    Summary,
    Target,
    Group,
    Person,
    Caller,
    Opened,
    Changed,
    Age,
    Category,
    Service,
    Item,
    Impact,
    Urgency,
    Channel,
    Hold,
    Reopened,
    Reassigned,
    Resolved,
    Closed,
    Parent,
}

impl Column {
    /// Every column: the usual ones in their usual order, then the others.
    pub const ALL: [Column; 23] = [
        Column::Number,
        Column::Priority,
        Column::State,
        Column::Summary,
        Column::Target,
        Column::Group,
        Column::Person,
        Column::Caller,
        Column::Opened,
        Column::Changed,
        Column::Age,
        Column::Category,
        Column::Service,
        Column::Item,
        Column::Impact,
        Column::Urgency,
        Column::Channel,
        Column::Hold,
        Column::Reopened,
        Column::Reassigned,
        Column::Resolved,
        Column::Closed,
        Column::Parent,
    ];

    /// What it is called where a choice is written down.
    pub fn word(self) -> &'static str {
        match self {
            Column::Number => "number",
            Column::Priority => "priority",
            Column::State => "state",
            Column::Summary => "summary",
            Column::Target => "target",
            Column::Group => "group",
            Column::Person => "person",
            Column::Caller => "caller",
            Column::Opened => "opened",
            Column::Changed => "changed",
            Column::Age => "age",
            Column::Category => "category",
            Column::Service => "service",
            Column::Item => "item",
            Column::Impact => "impact",
            Column::Urgency => "urgency",
            Column::Channel => "channel",
            Column::Hold => "hold",
            Column::Reopened => "reopened",
            Column::Reassigned => "reassigned",
            Column::Resolved => "resolved",
            Column::Closed => "closed",
            Column::Parent => "parent",
        }
    }

    /// The column of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word)
    }

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Column::Number => "Number",
            Column::Priority => "Priority",
            Column::State => "State",
            Column::Summary => "Summary",
            Column::Target => "Target",
            Column::Group => "Group",
            Column::Person => "Person",
            Column::Caller => "Caller",
            Column::Opened => "Opened",
            Column::Changed => "Changed",
            Column::Age => "Age",
            Column::Category => "Category",
            Column::Service => "Service",
            Column::Item => "Configuration item",
            Column::Impact => "Impact",
            Column::Urgency => "Urgency",
            Column::Channel => "Channel",
            Column::Hold => "Waits for",
            Column::Reopened => "Reopened",
            Column::Reassigned => "Reassigned",
            Column::Resolved => "Resolved",
            Column::Closed => "Closed",
            Column::Parent => "Parent",
        }
    }

    /// What sorts by it; `None` for the summary, as half of them are derived.
    pub fn sort_key(self) -> Option<SortKey> {
        Some(match self {
            Column::Number => SortKey::Number,
            Column::Priority => SortKey::Priority,
            Column::State => SortKey::State,
            Column::Summary => return None,
            Column::Target => SortKey::TimeLeft,
            Column::Group => SortKey::Group,
            Column::Person => SortKey::Assignee,
            Column::Caller => SortKey::Caller,
            Column::Opened => SortKey::Opened,
            Column::Changed => SortKey::Changed,
            Column::Age => SortKey::Age,
            Column::Category => SortKey::Category,
            Column::Service => SortKey::Service,
            Column::Item => SortKey::Item,
            Column::Impact => SortKey::Impact,
            Column::Urgency => SortKey::Urgency,
            Column::Channel => SortKey::Channel,
            Column::Hold => SortKey::Hold,
            Column::Reopened => SortKey::Reopened,
            Column::Reassigned => SortKey::Reassigned,
            Column::Resolved => SortKey::Resolved,
            Column::Closed => SortKey::Closed,
            Column::Parent => SortKey::Parent,
        })
    }

    /// Whether it is always there: by these an incident is known.
    pub fn stays(self) -> bool {
        matches!(self, Column::Number | Column::Summary)
    }

    /// Its usual width in CSS pixels; for the summary, the least that it shrinks to.
    pub fn usual(self) -> u16 {
        match self {
            Column::Number => 96,
            Column::Priority | Column::Impact | Column::Urgency => 80,
            Column::Age => 88,
            Column::State => 148,
            Column::Summary => 200,
            Column::Target => 124,
            Column::Reopened => 96,
            Column::Opened | Column::Changed | Column::Resolved | Column::Closed => 132,
            Column::Item => 152,
            Column::Group | Column::Person | Column::Caller => 104,
            Column::Channel | Column::Parent | Column::Reassigned | Column::Hold => 112,
            Column::Category | Column::Service => 136,
        }
    }
}

/// Columns that somebody chose, each once, the number first. The summary takes what the others leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout(Vec<(Column, Option<u16>)>);

impl Layout {
    /// The narrowest column, in CSS pixels: a few letters and the edge to drag it by.
    pub const NARROWEST: u16 = 56;
    /// The widest.
    pub const WIDEST: u16 = 640;

    /// The usual columns that fit a window of this width in CSS pixels. On a phone each incident is a card, and all
    /// of them count.
    pub fn usual(window: f64) -> Self {
        let hidden: &[Column] = match window {
            ..700.0 => &[],
            ..1000.0 => &[Column::State, Column::Group, Column::Person, Column::Caller, Column::Opened],
            ..1120.0 => &[Column::Group, Column::Person, Column::Caller, Column::Opened],
            ..1280.0 => &[Column::Person, Column::Caller, Column::Opened],
            ..1440.0 => &[Column::Caller, Column::Opened],
            ..1600.0 => &[Column::Caller],
            _ => &[],
        };
        let all = Column::ALL.into_iter().take(9);
        Self(all.filter(|column| !hidden.contains(column)).map(|column| (column, None)).collect())
    }

    /// The choice that a text holds; `None` for one without any column, which stands for the usual ones.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chosen: Vec<(Column, Option<u16>)> = vec![];
        for word in text.split_whitespace() {
            let (name, width) = word.split_once(':').map_or((word, None), |(name, width)| (name, width.parse().ok()));
            if let Some(column) = Column::named(name)
                && chosen.iter().all(|(other, _)| *other != column)
            {
                chosen.push((column, width.map(clamped).filter(|_| column != Column::Summary)));
            }
        }
        if chosen.is_empty() {
            return None;
        }
        let number = chosen.iter().position(|(column, _)| *column == Column::Number);
        let number = number.map_or((Column::Number, None), |place| chosen.remove(place));
        chosen.insert(0, number);
        if chosen.iter().all(|(column, _)| *column != Column::Summary) {
            chosen.insert(1, (Column::Summary, None));
        }
        Some(Self(chosen))
    }

    /// The choice as [`Self::parse`] reads it.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (column, width) in &self.0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(column.word());
            if let Some(width) = width {
                text.push(':');
                text.push_str(&width.to_string());
            }
        }
        text
    }

    /// The columns in their order.
    pub fn columns(&self) -> impl Iterator<Item = Column> {
        self.0.iter().map(|(column, _)| *column)
    }

    /// How wide a column is, in CSS pixels; `None` where it is not shown.
    pub fn width(&self, column: Column) -> Option<u16> {
        let (column, width) = self.0.iter().find(|(other, _)| *other == column)?;
        Some(width.unwrap_or(column.usual()))
    }

    /// Puts a column at the end, or takes it away unless it stays.
    pub fn toggle(&mut self, column: Column) {
        match self.place(column) {
            Some(_) if column.stays() => {}
            Some(place) => drop(self.0.remove(place)),
            None => self.0.push((column, None)),
        }
    }

    /// Whether a column can go one place on, towards the end or the beginning: the number stays first.
    pub fn can_move(&self, column: Column, on: bool) -> bool {
        self.place(column).is_some_and(|place| place > 0 && if on { place + 1 < self.0.len() } else { place > 1 })
    }

    /// Moves a column one place on, if it can go there.
    pub fn shift(&mut self, column: Column, on: bool) {
        if let Some(place) = self.place(column).filter(|_| self.can_move(column, on)) {
            self.0.swap(place, if on { place + 1 } else { place - 1 });
        }
    }

    /// Makes a column so wide, within what is sensible; `None` for its usual width. The summary takes what is left.
    pub fn resize(&mut self, column: Column, width: Option<u16>) {
        if let Some((_, own)) = self.0.iter_mut().find(|(other, _)| *other == column && *other != Column::Summary) {
            *own = width.map(clamped).filter(|width| *width != column.usual());
        }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.columns().position(|other| other == column)
    }
}

fn clamped(width: u16) -> u16 {
    width.clamp(Layout::NARROWEST, Layout::WIDEST)
}
