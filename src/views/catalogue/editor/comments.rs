//! What colleagues say of a service. Customers never see it.

use itsm::catalogue::{Action, Command as Ask, Remark};
use itsm::{Command, ServiceId};
use leptos::prelude::*;

use crate::session::{Declined, Session};
use crate::ui::{Button, Field, Kind, TextArea, Toaster};
use crate::views::undo;
use crate::views::words;

/// The comments, the open ones first, and a field for one more.
#[component]
pub fn Comments(service: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let all = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let listing = desk.portfolio().listing(service)?;
            let named = |(place, remark): (u16, &Remark)| {
                (place, desk.directory().person(remark.by).to_owned(), remark.clone())
            };
            let mut all: Vec<(u16, String, Remark)> = (0..).zip(&listing.comments).map(named).collect();
            all.sort_by_key(|(place, _, remark)| (remark.settled, *place));
            Some(all)
        });
        read.flatten().unwrap_or_default()
    });
    let value = RwSignal::new(String::new());
    let form = "service-comment-".to_owned() + &workspace::query::key_text(service.0);
    let kept = session.keep_draft(&form, vec![("text", value)], None);
    let refusal = RwSignal::new(None::<Declined>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let comment = Ask::Comment { service, text: value.get_untracked().into() };
        match session.give(Command::Catalogue(comment)) {
            Ok(_) => {
                kept.forget();
                refusal.set(None);
                undo::confirm(session, toaster, "The comment stands");
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let settle = move |comment: u16, settled: bool| match session.give(Command::Catalogue(Ask::Settle {
        service,
        comment,
        settled,
    })) {
        Ok(_) => undo::confirm(session, toaster, if settled { "Settled" } else { "Open again" }),
        Err(why) => toaster.bad(why.sentence()),
    };
    let zone = session.zone();
    let one = move |(place, by, remark): (u16, String, Remark)| {
        let settled = remark.settled;
        let label = if settled { "Open it again" } else { "Settle" };
        view! {
            <li data-settled=settled.then_some("true")>
                <p class="comment-by"><strong>{by}</strong>" "<span class="hint">{words::date_time(zone.local(remark.at))}{settled.then_some(", settled")}</span></p>
                <p>{remark.text.to_string()}</p>
                <Button label kind=Kind::Quiet on_press=move |()| settle(place, !settled) />
            </li>
        }
    };
    let refused = Memo::new(move |_| session.refuses(service, Action::Comment).map(|refusal| refusal.sentence()));
    let open = move || all.with(|all| all.iter().filter(|(_, _, remark)| !remark.settled).count());
    view! {
        <section class="panel comments" aria-labelledby="comments">
            <h2 id="comments">"Comments "<span class="count">{move || words::number(open())}</span></h2>
            <p class="hint">"Colleagues read them, customers never. They travel with the file."</p>
            <ul>{move || all.get().into_iter().map(one).collect_view()}</ul>
            <form class="form" novalidate on:submit=submit>
                <Field label="Say something" error=Signal::derive(move || refusal.get().map(|why| why.sentence()))>
                    <TextArea value rows=2 />
                </Field>
                <div class="form-actions">
                    <button type="submit" class="button" aria-disabled=move || refused.with(Option::is_some).then_some("true")>"Comment"</button>
                </div>
                {move || refused.get().map(|why| view! { <p class="command-why">{why}</p> })}
            </form>
        </section>
    }
    .into_any()
}
