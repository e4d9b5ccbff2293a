//! Help: how to use the app, and the gallery of its components.

pub mod components;
mod gallery;

use learning::{Practice, Term};
use leptos::prelude::*;
use preferences::Place;

use crate::keys::{FIXED, chosen};
use crate::route::{Counter, Lesson, Practice as Door, Route, Rules, Shelf, Stand};
use crate::session::Session;
use crate::ui::Kbd;
use crate::views::page::Page;

/// Queries, and what they ask for.
const ASKING: [(&str, &str); 9] = [
    ("printer \"paper jam\"", "Both must occur in texts or names; quotes keep words together"),
    ("state:new,on-hold", "One of several values; state:open stands for all that is not done"),
    ("priority<=2", "Compare priority, impact, urgency and hour"),
    ("-group:Network", "A minus asks for the opposite"),
    ("person:me caller:\"Ines Duarte\"", "People, teams, services and items by name, or none"),
    ("opened:<7d resolved:2026-01-05..2026-01-11", "Ages, days, and days from to; by the desk’s calendar"),
    ("clock:breached reopened:yes weekday:mon", "Targets, history, and when it came in"),
    ("sort:priority,-opened", "In this order; a minus turns it round. Or Shift and click on a second heading"),
    ("groupby:state", "What belongs together under a line of its own; one thing at a time"),
];

/// The help page.
#[component]
pub fn HelpPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let edition = Memo::new(move |_| session.settings.with(|settings| settings.edition));
    let practice = move |practice: Practice| {
        let edition = edition.get();
        view! { <li>{practice.name(edition)}" ("{practice.kind(edition)}")"</li> }
    };
    let term = move |term: Term| {
        let meaning = term.meaning(edition.get());
        let source = meaning.source.to_owned()
            + match meaning.confidence {
                learning::Confidence::Settled => "",
                learning::Confidence::Reported => ". Reported to hold for Version 5",
            };
        view! { <div><dt>{meaning.term}</dt><dd>{meaning.text}" "<span class="hint">{source}</span></dd></div> }
    };
    let key = |(keys, does): (&'static str, &'static str)| view! { <div class="fact"><dt><Kbd keys /></dt><dd>{does}</dd></div> };
    let keys = move || {
        let keymap = session.settings.with(|settings| settings.keys);
        let row = |(keys, does): (String, &'static str)| view! { <div class="fact"><dt><Kbd keys /></dt><dd>{does}</dd></div> };
        Place::ALL.into_iter().flat_map(|place| chosen(&keymap, place)).map(row).collect_view()
    };
    view! {
        <Page title="Help" class="page-narrow">
            <section aria-labelledby="help-begin">
                <h2 id="help-begin">"Beginning"</h2>
                <p>
                    "Open a real desk and take over its incidents as of a Monday morning, or begin with an empty one. Filter the queue, open an incident, and work it: start, assign, hold, resolve, close. What you cannot do now says why, and what you did can be undone: at once with Ctrl Z, later in the history of the workspace. What comes in again and again can be logged from a template."
                </p>
                <p>
                    "Any CSV of tickets can be brought in: "<a href=Route::Import.href()>"match its columns and words"</a>
                    ", look at the first tickets, and nothing is stored before you say so."
                </p>
                <p>
                    "Incidents that come again and again point to a "<a href=Route::Problems.href()>"problem"</a>
                    ". The desk proposes what may belong together; you look for the cause, tell the callers how to work on, and resolve what waited once the cause is gone."
                </p>
                <p>
                    "What people ask for is a "<a href=Door::Requests.list().href()>"request"</a>
                    ": its approvers answer one after the other, then its tasks begin, in sequence or at the same time. What is really an incident or a change is re-routed and stays linked. When something has ended, ask how content people are; the reports count the answers."
                </p>
                <p>
                    "What is to be altered is a "<a href=Door::Changes.list().href()>"change"</a>
                    ": six answers say what it risks, and that says who has to approve it. What is authorised is what is done, so an amendment asks them again. What is done often and is harmless becomes a template, which is authorised once."
                </p>
                <p>
                    "What your team offers stands in the "<a href=Route::Catalogue(Shelf::List).href()>"catalogue"</a>
                    ": begin with an example or with three sentences (what you get, who it is for, how to ask), and see it beside as your customers will. Every field is saved when you leave it, as a draft that nobody else is shown until it is published. What another tab wrote meanwhile is shown, never written over."
                </p>
                <p>
                    "What services are made of stands under "<a href=Door::Configuration.list().href()>"Configuration"</a>
                    ": say what needs what, mark something down, and see which services fail, which survive through redundancy, and why."
                </p>
                <p>
                    "When work may be done is shown in the "<a href=Door::Changes.at("calendar").href()>"change calendar"</a>
                    ", with freezes and maintenance windows. Try a span out: the desk says what speaks against it, and the next one that is free."
                </p>
                <p>
                    "What was found out once goes into an "<a href=Door::Knowledge.list().href()>"article"</a>
                    ": written from a solved incident, reviewed by somebody else, offered while you log and solve, and outdated once nobody has looked at it. What your monitoring sends comes in under "
                    <a href=Door::Events.list().href()>"events"</a>
                    ": rules make one incident of a hundred messages, and each says why it made no other."
                </p>
                <p>
                    "What your customers see is the "<a href=Counter::front().href()>"portal"</a>
                    ": they search, compare, fill a basket and order, also on a phone. It shows what the open workspace has published; without one, the file catalogue.json beside this app, or what a link brings. Only in a workspace does somebody receive an order: elsewhere the portal prepares an e-mail or says where to go."
                </p>
                <p>
                    "A failure that is too large for the usual way is led as a "<a href=Door::Major.list().href()>"major incident"</a>
                    ": people have parts, users hear at agreed times, and it is closed only after somebody has looked back. What should become better stands in the "<a href=Door::Improvement.list().href()>"improvement register"</a>
                    ", with a measure before and after; the desk’s figures propose where to begin."
                </p>
                <p>
                    "A service moves through the "<a href=Route::Catalogue(Shelf::Portfolio).href()>"portfolio"</a>
                    " from the pipeline (in study, in design, in test) into the catalogue (active, launched) and out of it (retired, obsolete). Drag its card, or use its menu: what a gate still misses is asked for, with words that others can read. Customers see a service once it is launched and a version of it is published. Its versions can be compared, scheduled and taken back, and "
                    <a href=Route::Catalogue(Shelf::WhatIf).href()>"What if"</a>
                    " shows what another price or target would have meant."
                </p>
                <p>
                    "The workflow of an offering says who is asked and what is done; its dry run shows the way of an order, its working time and its cost before anybody orders. Approvals come first, and nobody approves their own: where the owner orders, their manager decides. What you ordered stands under "
                    <a href=Route::Portal(Counter::Requests).href()>"My requests"</a>
                    "."
                </p>
                <p>
                    "What an order has to say is built under “Form” of each offering, with the form as customers see it beside it. A question or a whole section can hang on earlier answers, and a choice can change the price; conditions stay right when a question gets another name, and you are told before one that they use is removed."
                </p>
                <p>
                    "Before customers see the catalogue, "<a href=Route::Catalogue(Shelf::Check).href()>"check it"</a>
                    ": each finding says why it matters, and many are mended with one key. If two people edited it apart, "
                    <a href=Route::Catalogue(Shelf::Merge).href()>"join their copies"</a>
                    ": you decide what both changed, and one undo takes all of it back."
                </p>
                <p>
                    "A catalogue goes to customers under "<a href=Route::Catalogue(Shelf::Publish).href()>"Publish"</a>
                    ": as a site of plain files, as catalogue.json beside this app, as a link or on paper. You say per offering where an order goes; a plain page takes none. Other tools’ formats stand under "
                    <a href=Route::Catalogue(Shelf::Exchange).href()>"Import and export"</a>
                    ", with what each cannot hold."
                </p>
                <p>
                    "You play all roles at first. The person menu lets you play one of them, or act as another person: a requester sees what they reported, an approver what waits for their answer, and what a role may not do says which one may."
                </p>
                <p>
                    "“Why this page”, beside this help, says what a page's practice is for and what examinees mix up. “Compare”, on an incident or a problem, says it in other tools’ words and hands out a row that they can import."
                </p>
                <p>
                    "Under "<a href=Route::Shift(Stand::Library(String::new())).href()>"Practise"</a>
                    " you play a shift at a simulated desk. The clock moves only when you act or wait; each act says its minutes. A run is kept after every act and goes on after a reload; it never touches your own workspaces. A code shares the same shift, a file a whole run."
                </p>
                <p>"A desk that was brought in as of a day has a clock of its own, which goes on from that day. It is shown in the header."</p>
            </section>
            <section aria-labelledby="help-learn">
                <h2 id="help-learn">"Learning"</h2>
                <p>
                    "Under "<a href=Route::Learn(Lesson::index()).href()>"Learn"</a>
                    " every concept is explained in the words of your edition, with where its facts can be read up and how sure they are. Search everything at once, or begin with "
                    <a href=Route::Learn(Lesson::Lifecycle(String::new())).href()>"the lifecycle in one picture"</a>
                    ". Words with a dotted line say what they mean when you point at them or reach them by keyboard. “Do it” leads to where it is done here."
                </p>
                <p>
                    "Practise with "<a href=Route::Learn(Lesson::Compare).href()>"ITSM beside ITIL"</a>
                    ", which repeats what you told wrong, and with "<a href=Route::Learn(Lesson::Principles).href()>"the principles in situations"</a>
                    ". Work with "<a href=Route::Learn(Lesson::Streams).href()>"value streams"</a>", "
                    <a href=Route::Learn(Lesson::Dimensions).href()>"a service from all sides"</a>", "
                    <a href=Route::Learn(Lesson::Advisor).href()>"the advisor"</a>" and "
                    <a href=Route::Learn(Lesson::Maturity).href()>"maturity"</a>
                    ", whose gaps go into the improvement register."
                </p>
                <p>
                    "To see how it all hangs together, "<a href=Route::Learn(Lesson::Walks).href()>"walk a service"</a>
                    " from the first idea to its last day: with the guided sample, with a service of your portfolio or with a new one. Its records are written into the open workspace, and its dossier can be printed."
                </p>
                <p>"What you read, mark, note and answer is kept in this browser, whichever workspace is open. “Your reading” can be printed, and saved as a Markdown file; it is not part of a workspace's file."</p>
            </section>
            <section aria-labelledby="help-asking">
                <h2 id="help-asking">"Asking the queue"</h2>
                <p>"The search field takes words, and fields with values. The arrow keys offer what may come next."</p>
                <dl class="facts">{ASKING.map(key).collect_view()}</dl>
                <p class="hint">"Queries and exported files write dates and numbers as programs read them, whatever form you chose in the settings."</p>
            </section>
            <section aria-labelledby="help-keys">
                <h2 id="help-keys">"Keys"</h2>
                <dl class="facts keys">{keys}{FIXED.map(key).collect_view()}</dl>
                <p class="hint">"A shift has keys of its own: press ? in it, or see the list of keys."</p>
                <p><a href=Route::Keys.href()>"Change keys, or switch single ones off"</a></p>
            </section>
            <section aria-labelledby="help-clocks">
                <h2 id="help-clocks">"Clocks"</h2>
                <p>"Two clocks run for each incident, in the agreement’s business hours: one until the desk responds, one until the service is restored. A hold stops the resolution clock where the agreement says so. The verdict is fixed when the incident is closed."</p>
                <p>"When the desk is open, how long things may take, when a clock warns and which priority follows from what: you decide, under "<a href=Route::Rules(Rules::Time).href()>"Rules and names"</a>". A name that is no longer needed is retired there, never deleted."</p>
            </section>
            <section aria-labelledby="help-levels">
                <h2 id="help-levels">"Agreements and suppliers"</h2>
                <p>
                    "What is promised to customers, by groups and by suppliers stands under "<a href=Door::Levels.list().href()>"Service levels"</a>
                    ". An agreement with a customer sets targets for incidents about its services; where several apply, the shortest counts. A page of each service tells its outages, its availability, and whether it is green outside and red inside. An incident’s page leads to a comparison: the same ticket by the rules of nine tools."
                </p>
            </section>
            <section aria-labelledby="help-terms">
                <h2 id="help-terms">"Words, as "{move || edition.get().name()}" uses them"</h2>
                <dl class="terms">{move || Term::ALL.map(term).collect_view()}</dl>
                <p>"What this edition calls the work that a desk leads to:"</p>
                <ul>{move || Practice::ALL.map(practice).collect_view()}</ul>
                <p><a href=Route::Settings.href()>"Choose another edition"</a></p>
            </section>
            <section aria-labelledby="help-safe">
                <h2 id="help-safe">"Keeping your work"</h2>
                <p>
                    "Every change is saved at once in this browser, and a copy of it goes to the disk: the header says when it is there. "<a href=Route::Workspace.href()>"The workspace page"</a>
                    " exports a workspace as a file and reads it back, in this browser or another. What is deleted there can be restored for 30 days."
                </p>
            </section>
            <p><a href=Route::Components.href()>"The components this app is built from"</a></p>
        </Page>
    }
    .into_any()
}
