//! What happens to maintenance windows and freezes, in plain words.

use itsm::schedule::{Event, scope_words};

use super::{Names, Said, detail, join};

impl Names<'_> {
    /// What was saved or taken away.
    pub(super) fn of_schedule(&self, event: &Event) -> Said {
        match event {
            Event::WindowSaved(_, window) => Said::system(join(["Maintenance window saved: ", &window.name]))
                .with_details(vec![detail("For", &scope_words(self.0, &window.scope))]),
            Event::WindowDropped(_) => Said::system("Maintenance window taken away"),
            Event::FreezeSaved(_, freeze) => Said::system(join(["Freeze saved: ", &freeze.name]))
                .with_details(vec![detail("For", &scope_words(self.0, &freeze.scope))])
                .with_text(&freeze.reason),
            Event::FreezeDropped(_) => Said::system("Freeze taken away"),
        }
    }
}
