//! A service level clock: how much of the agreed time is used, what is left, and when it would be broken.

use leptos::prelude::*;

use super::badge::Tone;
use super::icon::{Icon, Picture};

/// How a clock stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockState {
    /// It runs, with time in hand.
    #[default]
    Running,
    /// It runs, and most of the time is used (80 % by default).
    Warning,
    /// It runs past the agreed time.
    Breached,
    /// A pause rule stops it.
    Paused,
    /// It rests until the calendar opens.
    OutsideHours,
    /// Stopped in time; the verdict stays.
    Met,
    /// Stopped too late; the verdict stays.
    Missed,
}

impl ClockState {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            ClockState::Running => "Running",
            ClockState::Warning => "Due soon",
            ClockState::Breached => "Breached",
            ClockState::Paused => "Paused",
            ClockState::OutsideHours => "Outside hours",
            ClockState::Met => "Met",
            ClockState::Missed => "Missed",
        }
    }

    /// The shape for it.
    pub fn picture(self) -> Picture {
        match self {
            ClockState::Running => Picture::Running,
            ClockState::Warning => Picture::DueSoon,
            ClockState::Breached | ClockState::Missed => Picture::Breached,
            ClockState::Paused => Picture::Paused,
            ClockState::OutsideHours => Picture::OutsideHours,
            ClockState::Met => Picture::Met,
        }
    }

    /// The tone for it.
    pub fn tone(self) -> Tone {
        match self {
            ClockState::Running => Tone::Neutral,
            ClockState::Warning => Tone::Warn,
            ClockState::Breached | ClockState::Missed => Tone::Bad,
            ClockState::Paused | ClockState::OutsideHours => Tone::Slate,
            ClockState::Met => Tone::Ok,
        }
    }

    /// Whether the clock was stopped for good.
    pub fn frozen(self) -> bool {
        matches!(self, ClockState::Met | ClockState::Missed)
    }
}

/// A clock in words, ready to be read; the page words durations and instants in the person's zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClockText {
    /// What was promised ("Resolution").
    pub name: String,
    /// How it stands.
    pub state: ClockState,
    /// Used part of the agreed time, in percent; over 100 when breached.
    pub percent: f64,
    /// Used and agreed time ("5 h 12 min of 8 h").
    pub used: String,
    /// What is left or over ("2 h 48 min left", "3 h over").
    pub left: String,
    /// The instant it breaks or broke ("Due Tue 24 May, 16:00").
    pub due: String,
    /// Why it is paused, when it opens again, or another word that helps; may be empty.
    pub note: String,
}

/// A clock as a bar with its words.
#[component]
pub fn ClockMeter(
    /// The clock in words.
    #[prop(into)]
    clock: Signal<ClockText>,
) -> impl IntoView {
    let state = Memo::new(move |_| clock.with(|clock| clock.state));
    let text = move |part: fn(&ClockText) -> &String| Signal::derive(move || clock.with(|clock| part(clock).clone()));
    let (name, used, left) = (text(|c| &c.name), text(|c| &c.used), text(|c| &c.left));
    let (due, note) = (text(|c| &c.due), text(|c| &c.note));
    let width = move || clock.with(|clock| clock.percent.clamp(0.0, 100.0).to_string());
    let percent = move || clock.with(|clock| (clock.percent.max(0.0) as u32).to_string());
    view! {
        <section class="clock" data-tone=move || state.get().tone().name() data-frozen=move || state.get().frozen().then_some("true")>
            <div class="clock-line">
                <h3 class="clock-name">{name}</h3>
                <span class="clock-state">
                    {move || view! { <Icon picture=state.get().picture() /> }}
                    <span>{move || state.get().word()}</span>
                </span>
            </div>
            <svg class="clock-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="clock-ground" width="100" height="6" />
                <rect class="clock-used" width=width height="6" />
                <rect class="clock-mark" x="79.75" width="0.5" height="6" />
            </svg>
            <div class="clock-line clock-numbers">
                <strong class="clock-left">{left}</strong>
                <span>{used}" · "{percent}" %"</span>
            </div>
            <p class="clock-due">{due}</p>
            {move || (!note.with(String::is_empty)).then(|| view! { <p class="clock-note">{note}</p> })}
        </section>
    }
    .into_any()
}
