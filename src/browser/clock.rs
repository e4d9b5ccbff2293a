//! The wall clock, and being woken up.

use chrono::{DateTime, Utc};
use gloo_timers::callback::{Interval, Timeout};

/// The wall clock's instant.
pub fn wall_now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(wall_millis() as i64).unwrap_or(DateTime::UNIX_EPOCH)
}

/// The wall clock in milliseconds since 1970.
pub fn wall_millis() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Calls `wake` every `millis` milliseconds for as long as the page lives.
pub fn every(millis: u32, wake: impl Fn() + 'static) {
    Interval::new(millis, wake).forget();
}

/// Waits for `millis` milliseconds.
pub async fn pause(millis: u32) {
    gloo_timers::future::TimeoutFuture::new(millis).await;
}

/// Calls `wake` once after `millis` milliseconds.
pub fn after(millis: u32, wake: impl FnOnce() + 'static) {
    Timeout::new(millis, wake).forget();
}
