//! Keys on which nothing may be put, and why.

/// Why nothing may be put on a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A combination of the browser or the system.
    Browser,
    /// One of the keys F1 to F24 and their like.
    Function,
    /// It moves about or works what is in focus, also for screen readers.
    Moves(&'static str),
    /// A key that only changes others: not yet a press.
    Modifier,
    /// A key that waits for another to make an accent.
    Dead,
}

impl Unfit {
    /// Why, by the browser's name of a key that types nothing.
    pub(super) fn named(key: &str) -> Self {
        match key {
            "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Fn" | "NumLock" => Unfit::Modifier,
            "Dead" | "Process" | "Compose" | "Unidentified" => Unfit::Dead,
            "Tab" => Unfit::Moves("Tab"),
            "Enter" => Unfit::Moves("Enter"),
            "Escape" => Unfit::Moves("Escape"),
            "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => Unfit::Moves("An arrow key"),
            "Home" | "End" | "PageUp" | "PageDown" => Unfit::Moves("That key"),
            "Backspace" | "Delete" | "Insert" => Unfit::Moves("That key"),
            key if key.starts_with('F') && key.len() <= 3 => Unfit::Function,
            _ => Unfit::Browser,
        }
    }

    /// In words.
    pub fn sentence(self) -> String {
        match self {
            Unfit::Browser => {
                "Keys with Ctrl, Alt or Command belong to the browser and the system. Choose a single key.".to_owned()
            }
            Unfit::Function => {
                "The F keys belong to the browser and the system. Choose a letter, a figure or a sign.".to_owned()
            }
            Unfit::Moves(key) => {
                key.to_owned()
                    + " moves about the page or works what is in focus, for screen readers too. Choose another."
            }
            Unfit::Modifier => String::new(),
            Unfit::Dead => {
                "That key waits for a second one to make an accent. Choose one that types at once.".to_owned()
            }
        }
    }
}
