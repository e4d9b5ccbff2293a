//! Ids that tie a label, a hint or a reason to its control.

use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// An id that nothing else on the page has.
pub fn fresh(prefix: &str) -> String {
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    with_suffix(prefix, &number.to_string())
}

/// `field-7` and `hint` give `field-7-hint`.
pub fn with_suffix(id: &str, suffix: &str) -> String {
    let mut text = String::with_capacity(id.len() + suffix.len() + 1);
    text.push_str(id);
    text.push('-');
    text.push_str(suffix);
    text
}

/// Joins class names, leaving out empty ones.
pub fn classes(names: &[&str]) -> String {
    let mut text = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(name);
    }
    text
}
