//! Starting the session: the storage and the settings; and, once there is work to look after, what to listen to.

use chrono::DateTime;
use leptos::prelude::*;

use super::inner::Inner;
use super::measure::calm;
use super::{Saved, Session, Settings, Status};
use crate::browser::{clock, events, page};

/// How often the desk's clock moves on the screen, in milliseconds. Minutes are what is shown.
const TICK_MILLIS: u32 = 10_000;

impl Session {
    /// The session of this page, with no workspace open yet. It holds no code of workspaces: where there
    /// [is none](Inner::has_work), none is needed.
    pub fn begin() -> Self {
        let inner = Inner::probe();
        let settings = Settings::load(&*inner.store);
        let has_work = inner.has_work();
        let session = Self {
            inner: StoredValue::new_local(inner),
            queue: RwSignal::new(None),
            first_queue: RwSignal::new(String::new()),
            listening: StoredValue::new(false),
            status: RwSignal::new(if has_work { Status::Opening } else { Status::Empty }),
            revision: RwSignal::new(0),
            now: RwSignal::new(clock::wall_now()),
            turned: RwSignal::new(DateTime::UNIX_EPOCH),
            saved: RwSignal::new(Saved::Saved),
            gone: RwSignal::new(vec![]),
            shelf: RwSignal::new(0),
            filling: RwSignal::new(None),
            calm: RwSignal::new(calm()),
            vanished: StoredValue::new(None),
            notices: RwSignal::new(vec![]),
            settings: RwSignal::new(Settings::default()),
            part: RwSignal::new(super::Part::default()),
            active: RwSignal::new(None),
            open_view: RwSignal::new(None),
            folded: RwSignal::new((false, vec![])),
            template: RwSignal::new(None),
            searching: StoredValue::new(false),
        };
        session.hold(settings);
        // What another tab chooses holds here, too; which workspace is open is each tab's own.
        events::on_foreign_write(move |key, text| {
            if let Some(heard) = key.and_then(|key| Settings::heard(&key, text.as_deref())) {
                let workspace = session.settings.with_untracked(|settings| settings.workspace.clone());
                session.hold(Settings { workspace, ..heard });
            }
        });
        Effect::new(move |_| {
            session.settings.with(|settings| {
                page::set_root_attribute("data-theme", settings.theme.attribute());
                page::set_root_attribute("data-density", settings.density.attribute());
                page::set_root_attribute("data-motion", settings.motion.attribute());
            });
        });
        session
    }

    /// Goes on with the work there is: opens the last workspace.
    pub fn resume(self) {
        self.sweep();
        let expired = self.expire();
        self.open_last(self.settings.with_untracked(|settings| settings.workspace.clone()));
        self.tell(expired);
        self.look_back();
    }

    /// Follows the clock and the other tabs, from the first open workspace on.
    pub fn listen(self) {
        if !self.listening.get_value() {
            self.listening.set_value(true);
            events::on_foreign_write(move |key, value| self.heard(key.as_deref(), value.as_deref()));
            events::on_return(move || self.catch_up());
            clock::every(TICK_MILLIS, move || self.tick());
        }
    }
}
