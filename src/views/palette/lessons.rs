//! Where one learns, as the search over everything offers it.

use crate::route::{Lesson, Route};

/// Each place with what it is called there: all begin alike, so that "learn" shows them together.
pub fn places() -> [(&'static str, Route); 11] {
    let place = |label: &'static str, lesson: Lesson| (label, Route::Learn(lesson));
    [
        place("Learn", Lesson::index()),
        place("Learn the lifecycle", Lesson::Lifecycle(String::new())),
        place("Learn by walking a service through its lifecycle", Lesson::Walks),
        place("Learn ITSM and ITIL side by side", Lesson::Compare),
        place("Learn practices and processes", Lesson::Practices),
        place("Learn to use the principles", Lesson::Principles),
        place("Learn with a value stream", Lesson::Streams),
        place("Learn about a service from all sides", Lesson::Dimensions),
        place("Learn which of ITSM and ITIL to use", Lesson::Advisor),
        place("Learn how mature practices are", Lesson::Maturity),
        place("Learn words: the glossary", Lesson::Glossary(String::new())),
    ]
}
