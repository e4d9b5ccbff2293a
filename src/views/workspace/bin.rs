//! Workspaces that were deleted and can be restored.

use journal::Binned;
use leptos::prelude::*;

use super::open::shown_name;
use crate::session::Session;
use crate::ui::{Button, Dialog, Kind, Toaster, open_while};
use crate::views::words;

/// The panel; nothing where there is none.
#[component]
pub fn RecentlyDeleted() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let list = Memo::new(move |_| {
        session.shelf.track();
        let mut list = session.binned();
        list.sort_by(|a, b| b.since_millis.cmp(&a.since_millis).then_with(|| a.info.id.cmp(&b.info.id)));
        list
    });
    let ending = RwSignal::new(None::<(String, String)>);
    let open = open_while(ending);
    let title = Signal::derive(move || {
        let name = ending.with(|ending| ending.as_ref().map(|ending| ending.1.clone()).unwrap_or_default());
        "Delete “".to_owned() + &name + "” for good?"
    });
    let end = move |()| {
        if let Some((id, name)) = ending.get_untracked() {
            match session.delete(&id) {
                Ok(()) => toaster.ok("“".to_owned() + &name + "” is deleted for good"),
                Err(sentence) => toaster.bad(sentence),
            }
        }
        open.set(false);
    };
    let panel = move || {
        let list = list.get();
        (!list.is_empty()).then(|| view! {
            <section class="panel" aria-labelledby="deleted">
                <h2 id="deleted">"Recently deleted"</h2>
                <p class="hint">"Each can be restored for 30 days, however much room is needed, and keeps its room meanwhile."</p>
                <ul class="workspaces">{list.into_iter().map(|one| row(one, session, toaster, ending)).collect_view()}</ul>
            </section>
        })
    };
    view! {
        {panel}
        <Dialog title open>
            <p>"Nothing brings it back then but an export that you have kept."</p>
            <div class="form-actions">
                <Button label="Delete for good" kind=Kind::Danger on_press=end />
                <Button label="Keep it here" kind=Kind::Quiet on_press=move |()| open.set(false) />
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(one: Binned, session: Session, toaster: Toaster, ending: RwSignal<Option<(String, String)>>) -> AnyView {
    let date = |millis: u64| {
        let at = chrono::DateTime::from_timestamp_millis(i64::try_from(millis).ok()?)?;
        Some(words::date(session.zone().local(at)))
    };
    let until = one.until_millis();
    let dates = match (one.since_millis.and_then(date), until.and_then(date)) {
        (Some(since), Some(until)) => "Deleted on ".to_owned() + &since + ", kept until " + &until,
        _ => "Kept until you decide: when it was deleted cannot be read".to_owned(),
    };
    let size = words::number(one.info.units as usize) + " characters";
    let name = shown_name(one.info.name);
    let (label, id) = (name.clone(), one.info.id);
    let pair = (id.clone(), name.clone());
    let restored = name.clone();
    let restore = move |()| match session.restore(&id) {
        Ok(()) => toaster.ok("“".to_owned() + &restored + "” is back"),
        Err(sentence) => toaster.bad(sentence),
    };
    view! {
        <li class="workspace" aria-label=label>
            <div class="workspace-what">
                <strong>{name}</strong>
                <span class="hint">{dates}" · "{size}</span>
            </div>
            <div class="workspace-actions">
                <Button label="Restore" on_press=restore />
                <Button label="Delete for good" kind=Kind::Quiet on_press=move |()| ending.set(Some(pair.clone())) />
            </div>
        </li>
    }
    .into_any()
}
