//! Which key does what. A stroke is one key that types a character, or `g` and then such a key.
//!
//! Two things may share a stroke only if they never work in the same place. Keys are named by what they type, so a
//! keyboard of any layout fits.

use std::cell::Cell;

mod action;
mod unfit;

pub use action::{Action, Place};
pub use unfit::Unfit;

/// The key that waits for a second one.
pub const LEADER: char = 'g';

thread_local! {
    static CURRENT: Cell<Keymap> = const { Cell::new(Keymap::DEFAULT) };
}

/// The keys in force.
pub fn current() -> Keymap {
    CURRENT.get()
}

/// Puts keys in force.
pub fn set_current(keymap: Keymap) {
    CURRENT.set(keymap);
}

/// What is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stroke {
    /// Nothing: it has no key.
    #[default]
    None,
    /// One key.
    One(char),
    /// `g`, then this one.
    Led(char),
}

impl Stroke {
    /// As it is stored: `r`, `g d`, or nothing.
    pub fn code(self) -> String {
        match self {
            Stroke::None => String::new(),
            Stroke::One(key) => key.to_string(),
            Stroke::Led(key) => [LEADER, ' ', key].iter().collect(),
        }
    }

    /// The stroke of a code; `None` if it is none that may be chosen.
    pub fn from_code(code: &str) -> Option<Self> {
        let mut keys = code.split(' ');
        match (keys.next(), keys.next(), keys.next()) {
            (Some(""), None, _) => Some(Stroke::None),
            (Some(key), None, _) => Self::pressed(key, false, false).ok().filter(|_| key != "g"),
            (Some("g"), Some(key), None) => Self::pressed(key, false, true).ok(),
            _ => None,
        }
    }

    /// As people read it: `R` typed with Shift is `Shift R`.
    pub fn text(self) -> String {
        let key = |key: char| if key.is_uppercase() { "Shift ".to_owned() + &key.to_string() } else { key.to_string() };
        match self {
            Stroke::None => String::new(),
            Stroke::One(one) => key(one),
            Stroke::Led(one) => LEADER.to_string() + " " + &key(one),
        }
    }

    /// What was pressed, by the browser's name of the key.
    ///
    /// # Errors
    /// Why nothing may be put on that key.
    pub fn pressed(key: &str, with_modifier: bool, after_leader: bool) -> Result<Self, Unfit> {
        if with_modifier {
            return Err(Unfit::Browser);
        }
        let mut signs = key.chars();
        match (signs.next(), signs.next()) {
            (Some(' '), None) => Err(Unfit::Moves("Space")),
            (Some(sign), None) if sign.is_whitespace() || sign.is_control() => Err(Unfit::Browser),
            (Some(sign), None) if after_leader => Ok(Stroke::Led(sign)),
            (Some(sign), None) => Ok(Stroke::One(sign)),
            _ => Err(Unfit::named(key)),
        }
    }
}

/// What every key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keymap {
    strokes: [Stroke; Action::ALL.len()],
    /// Whether no single key does anything, as WCAG 2.1.4 asks to be possible: for who speaks to the browser, or
    /// touches keys unmeant.
    pub is_off: bool,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Keymap {
    /// Before anything is changed.
    pub const DEFAULT: Keymap = Keymap { strokes: action::DEFAULTS, is_off: false };

    /// The stroke of an action, whether or not keys are switched off.
    pub fn stroke(&self, action: Action) -> Stroke {
        self.strokes.get(action as usize).copied().unwrap_or_default()
    }

    /// The keys of an action for people to read; empty if it has none, or if keys are switched off.
    pub fn text(&self, action: Action) -> String {
        if self.is_off { String::new() } else { self.stroke(action).text() }
    }

    /// Whether an action has other keys than at first.
    pub fn is_changed(&self, action: Action) -> bool {
        self.stroke(action) != Self::DEFAULT.stroke(action)
    }

    /// What a key does in a place; `after_leader` if `g` was pressed before. With Caps Lock, a capital letter that
    /// does nothing stands for the small one.
    pub fn action(&self, place: Place, key: &str, after_leader: bool) -> Option<Action> {
        if self.is_off {
            return None;
        }
        let stroke = Stroke::pressed(key, false, after_leader).ok()?;
        self.find(place, stroke).or_else(|| {
            let small = key.to_lowercase();
            self.find(place, Stroke::pressed(&small, false, after_leader).ok()?)
        })
    }

    fn find(&self, place: Place, stroke: Stroke) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.place() == place && self.stroke(*action) == stroke)
    }

    /// Whether a key waits for a second one.
    pub fn leads(&self, key: &str) -> bool {
        !self.is_off
            && key.eq_ignore_ascii_case("g")
            && self.strokes.iter().any(|stroke| matches!(stroke, Stroke::Led(_)))
    }

    /// Whose stroke it is, where the action works too.
    pub fn taken_by(&self, action: Action, stroke: Stroke) -> Vec<Action> {
        if stroke == Stroke::None {
            return vec![];
        }
        let others = Action::ALL.into_iter().filter(|other| *other != action && other.meets(action));
        others.filter(|other| self.stroke(*other) == stroke).collect()
    }

    /// Gives an action a stroke.
    ///
    /// # Errors
    /// What has that stroke already.
    pub fn set(&mut self, action: Action, stroke: Stroke) -> Result<(), Action> {
        match self.taken_by(action, stroke).first() {
            Some(other) => Err(*other),
            None => {
                self.put(action, stroke);
                Ok(())
            }
        }
    }

    /// Gives an action a stroke, and what had it the action's own. What cannot have that either has none from then on.
    pub fn swap(&mut self, action: Action, stroke: Stroke) {
        let before = self.stroke(action);
        let others = self.taken_by(action, stroke);
        others.iter().for_each(|other| self.put(*other, Stroke::None));
        self.put(action, stroke);
        for other in others {
            let _ = self.set(other, before);
        }
    }

    /// Puts every key back to what it was at first. Whether keys are switched off stays.
    pub fn reset(&mut self) {
        self.strokes = Self::DEFAULT.strokes;
    }

    fn put(&mut self, action: Action, stroke: Stroke) {
        if let Some(slot) = self.strokes.get_mut(action as usize) {
            *slot = stroke;
        }
    }

    /// What differs from the beginning, as codes, for storing.
    pub fn changes(&self) -> Vec<(String, String)> {
        let changed = Action::ALL.into_iter().filter(|action| self.is_changed(*action));
        changed.map(|action| (action.code().to_owned(), self.stroke(action).code())).collect()
    }

    /// The keys with stored changes. What is not understood is left as at first; of two that want one stroke in one
    /// place, the first has it.
    pub fn with_changes<'a>(changes: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut keymap = Self::DEFAULT;
        for (action, stroke) in changes {
            if let (Some(action), Some(stroke)) = (Action::from_code(action), Stroke::from_code(stroke)) {
                keymap.put(action, stroke);
            }
        }
        for (place, action) in Action::ALL.into_iter().enumerate() {
            let taken = keymap.taken_by(action, keymap.stroke(action));
            if taken.into_iter().any(|other| (other as usize) < place) {
                keymap.put(action, Stroke::None);
            }
        }
        keymap
    }
}
