//! What is said to those who listen: a ring at once, all else when there is a pause, each once.

use leptos::prelude::*;
use simulation::shift::view::News;

use super::desk::Desk;
use super::words;

/// The two regions, and the reason why the last press did nothing.
pub fn heard(desk: Desk) -> AnyView {
    let news = desk.part(|view| view.news.clone());
    let said = RwSignal::new(Vec::<News>::new());
    let polite = RwSignal::new(String::new());
    let rings = RwSignal::new(String::new());
    Effect::new(move |_| {
        let news = news.get();
        let fresh: Vec<&News> = said.with_untracked(|said| news.iter().filter(|news| !said.contains(news)).collect());
        let words = |ringing: bool| {
            let those = fresh.iter().filter(|news| news.rings == ringing);
            those.map(|news| [&words::clock(news.at), ", ", &news.text, "."].concat()).collect::<Vec<_>>().join(" ")
        };
        let (calm, loud) = (words(false), words(true));
        if !calm.is_empty() {
            polite.set(calm);
        }
        if !loud.is_empty() {
            rings.set(loud);
        }
        said.set(news);
    });
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">{polite}</div>
        <div class="visually-hidden" role="alert" aria-live="assertive">{rings}</div>
    }
    .into_any()
}
