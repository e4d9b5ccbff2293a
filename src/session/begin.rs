//! Starting the session: the storage, the settings, what to listen to.

use chrono::DateTime;
use leptos::prelude::*;

use super::inner::Inner;
use super::{Saved, Session, Settings, Status};
use crate::browser::{clock, events, page, tasks};

/// How often the desk's clock moves on the screen, in milliseconds. Minutes are what is shown.
const TICK_MILLIS: u32 = 10_000;

impl Session {
    /// The session of this page. The last workspace opens as soon as the page has been painted.
    pub fn begin() -> Self {
        let inner = Inner::probe();
        let settings = Settings::load(&*inner.store);
        let last = settings.workspace.clone();
        let session = Self {
            inner: StoredValue::new_local(inner),
            queue: RwSignal::new(None),
            status: RwSignal::new(Status::Opening),
            revision: RwSignal::new(0),
            now: RwSignal::new(clock::wall_now()),
            turned: RwSignal::new(DateTime::UNIX_EPOCH),
            saved: RwSignal::new(Saved::Saved),
            notices: RwSignal::new(vec![]),
            settings: RwSignal::new(settings),
            active: RwSignal::new(None),
        };
        Effect::new(move |_| {
            session.settings.with(|settings| {
                page::set_root_attribute("data-theme", settings.theme.attribute());
                page::set_root_attribute("data-density", settings.density.attribute());
                page::set_root_attribute("data-motion", settings.motion.attribute());
            });
        });
        events::on_foreign_write(move |key, value| session.heard(key.as_deref(), value.as_deref()));
        events::on_return(move || session.catch_up());
        clock::every(TICK_MILLIS, move || session.tick());
        tasks::spawn(async move {
            tasks::paint().await;
            session.sweep();
            session.open_last(last);
        });
        session
    }
}
