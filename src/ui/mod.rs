//! The component kit: what every page is made of. Components show what they are given and tell what was done; they
//! know no records, no rules and no browser beyond `browser::dom`. Each has its sheet in `style/ui`, and shows all its
//! states on the gallery page, `/help/components`.
//!
//! Conventions: texts are `Signal<String>` (a `&'static str` will do) or `MaybeProp<String>` where they may be left out;
//! callbacks are [`UnsyncCallback`](leptos::prelude::UnsyncCallback), so any closure will do; classes only, never a
//! `style` attribute, which the page's policy blocks.

pub mod badge;
pub mod bar_list;
pub mod button;
pub mod chart;
pub mod chip;
pub mod choice;
pub mod clock_meter;
pub mod combo_box;
pub mod dialog;
pub mod facts;
pub mod field;
pub mod icon;
pub mod id;
pub mod input;
pub mod menu;
pub mod panel;
pub mod priority;
pub mod progress;
pub mod save_state;
pub mod search_input;
pub mod state;
pub mod table;
pub mod tabs;
pub mod term;
pub mod timeline;
pub mod toast;

pub use badge::{Badge, BadgeCell, Tone};
pub use bar_list::{Bar, BarList};
pub use button::{Button, CommandButton, Kind, LinkButton};
pub use chart::{Chart, Plot, Sheet};
pub use chip::FilterChip;
pub use choice::{Checkbox, Choice, RadioGroup, Select};
pub use clock_meter::{ClockMeter, ClockState, ClockText};
pub use combo_box::ComboBox;
pub use dialog::{Dialog, Sheet, open_while};
pub use facts::{Fact, Facts};
pub use field::{DerivedValue, Field};
pub use icon::{Icon, Picture};
pub use input::{DateInput, DateTimeInput, TextArea, TextInput};
pub use menu::{Menu, MenuItem};
pub use panel::{Kbd, Panel};
pub use priority::{PriorityBars, PriorityCell};
pub use progress::Progress;
pub use save_state::{SaveState, Saving};
pub use search_input::SearchInput;
pub use state::{EmptyState, ErrorState, Skeleton};
pub use table::{Cell, Column, Groups, Head, Selection, Sort, Status, TextCell, VirtualTable, Widths};
pub use tabs::{Tab, Tabs};
pub use term::Term;
pub use timeline::{Remark, Timeline, TimelineItem};
pub use toast::{ToastRegion, Toaster};
