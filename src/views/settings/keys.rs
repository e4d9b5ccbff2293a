//! Which key does what, and how to change it. Works by the keyboard alone: while a key is awaited, every press is
//! taken, and Escape leaves things as they are.

use leptos::{ev, prelude::*};
use preferences::keymap::{LEADER, Unfit};
use preferences::{Action, Keymap, Place, Stroke};

use crate::browser::dom;
use crate::keys;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Checkbox, Kbd, Kind, Toaster, Tone};
use crate::views::{page, shift};

/// What is going on in one line of the list.
#[derive(Clone, Debug, Default, PartialEq)]
enum Turn {
    /// Nothing.
    #[default]
    Idle,
    /// A key is awaited; the second one if `g` has been pressed.
    Listening { led: bool, why_not: String },
    /// The key does something else already.
    Taken { stroke: Stroke, by: Action },
}

#[derive(Clone, Copy)]
struct Editor {
    session: Session,
    toaster: Toaster,
    /// The line at hand; one at a time.
    at: RwSignal<Option<(Action, Turn)>>,
}

impl Editor {
    fn keymap(self) -> Keymap {
        self.session.settings.with(|settings| settings.keys)
    }

    fn turn(self, action: Action) -> Turn {
        self.at.with(|at| at.as_ref().filter(|(of, _)| *of == action).map(|(_, turn)| turn.clone())).unwrap_or_default()
    }

    fn go(self, action: Action, turn: Turn) {
        self.at.set(Some((action, turn)));
    }

    /// Ends the turn and gives the focus back to the line's button.
    fn end(self, action: Action) {
        self.at.set(None);
        focus(button_id(action));
    }

    fn change(self, change: impl FnOnce(&mut Keymap)) {
        self.session.choose(|settings| change(&mut settings.keys));
    }

    /// Gives an action a stroke, or says what has it already.
    fn give(self, action: Action, stroke: Stroke) {
        let mut keymap = self.session.settings.with_untracked(|settings| settings.keys);
        match keymap.set(action, stroke) {
            Ok(()) => {
                self.change(|keys| *keys = keymap);
                self.toaster.ok(said(action, stroke));
                self.end(action);
            }
            Err(by) => {
                self.go(action, Turn::Taken { stroke, by });
                focus("key-swap".to_owned());
            }
        }
    }

    fn swap(self, action: Action, stroke: Stroke) {
        self.change(|keys| keys.swap(action, stroke));
        self.toaster.ok(said(action, stroke));
        self.end(action);
    }

    /// A press while a key is awaited.
    fn pressed(self, action: Action, led: bool, event: &ev::KeyboardEvent) {
        let key = event.key();
        // Tab leaves, as everywhere: nobody is caught here.
        if key == "Tab" {
            return self.at.set(None);
        }
        event.prevent_default();
        event.stop_propagation();
        if key == "Escape" {
            return self.end(action);
        }
        let with_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !led && !with_modifier && key == LEADER.to_string() {
            return self.go(action, Turn::Listening { led: true, why_not: String::new() });
        }
        match Stroke::pressed(&key, with_modifier, led) {
            Ok(stroke) => self.give(action, stroke),
            Err(Unfit::Modifier) => {}
            Err(unfit) => self.go(action, Turn::Listening { led, why_not: unfit.sentence() }),
        }
    }

    fn line(self, action: Action) -> AnyView {
        let keymap = move || self.keymap();
        let changed = Memo::new(move |_| keymap().is_changed(action));
        let stroke = Memo::new(move |_| keymap().stroke(action).text());
        let keys = move || match stroke.get() {
            text if text.is_empty() => view! { <span class="hint">"no key"</span> }.into_any(),
            text => view! { <Kbd keys=text /> }.into_any(),
        };
        let turn = Memo::new(move |_| self.turn(action));
        // The button that listens stays the same for the second key: it has the focus.
        let kind = Memo::new(move |_| {
            turn.with(|turn| match turn {
                Turn::Idle => 0,
                Turn::Listening { .. } => 1,
                Turn::Taken { .. } => 2,
            })
        });
        let work = move || match kind.get() {
            0 => self.idle(action, changed, stroke),
            1 => self.listening(action, turn),
            _ => self.taken(action, turn),
        };
        view! {
            <li class="key-line" data-changed=move || changed.get().then_some("true")>
                <span class="key-name">{action.name()}</span>
                <span class="key-keys">{keys}</span>
                <div class="key-work">{work}</div>
            </li>
        }
        .into_any()
    }

    fn idle(self, action: Action, changed: Memo<bool>, stroke: Memo<String>) -> AnyView {
        let label = move |verb: &str| [verb, ": ", action.name()].concat();
        let button = move |verb: &'static str, id: Option<String>, press: UnsyncCallback<()>| {
            view! {
                <button type="button" class="button button-quiet" id=id aria-label=label(verb) on:click=move |_| press.run(())>
                    {verb}
                </button>
            }
            .into_any()
        };
        let begin = move || {
            self.go(action, Turn::Listening { led: false, why_not: String::new() });
            focus("key-listener".to_owned());
        };
        let clear = move || self.give(action, Stroke::None);
        let reset = move || self.give(action, Keymap::DEFAULT.stroke(action));
        view! {
            {button("Change", Some(button_id(action)), begin.into())}
            {move || (!stroke.with(String::is_empty)).then(|| button("No key", None, clear.into()))}
            {move || changed.get().then(|| button("Reset", None, reset.into()))}
        }
        .into_any()
    }

    fn listening(self, action: Action, turn: Memo<Turn>) -> AnyView {
        let led = move || turn.with(|turn| matches!(turn, Turn::Listening { led: true, .. }));
        let asked = move || if led() { "g, and then?" } else { "Press a key" };
        let why_not = move || match turn.get() {
            Turn::Listening { why_not, .. } => why_not,
            _ => String::new(),
        };
        let left = move |_| {
            if turn.try_with_untracked(|turn| matches!(turn, Turn::Listening { .. })) == Some(true) {
                self.at.set(None);
            }
        };
        view! {
            <button
                type="button"
                id="key-listener"
                class="button key-listener"
                aria-label=move || [asked(), " for: ", action.name(), ". Escape leaves it as it is."].concat()
                on:keydown=move |event| self.pressed(action, led(), &event)
                on:blur=left
            >
                {asked}
                <kbd>"Escape"</kbd>
            </button>
            <p class="key-note" role="status">{why_not}</p>
        }
        .into_any()
    }

    fn taken(self, action: Action, turn: Memo<Turn>) -> AnyView {
        let Turn::Taken { stroke, by } = turn.get_untracked() else { return ().into_any() };
        let says = [&stroke.text(), " is “", by.name(), "” already."].concat();
        let leave = move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                self.end(action);
            }
        };
        view! {
            <div class="key-taken" on:keydown=leave>
                <p class="key-note" role="status">{says}</p>
                <button type="button" id="key-swap" class="button" on:click=move |_| self.swap(action, stroke)>"Swap the two"</button>
                <button type="button" class="button button-quiet" on:click=move |_| self.end(action)>"Leave it"</button>
            </div>
        }
        .into_any()
    }
}

/// Moves the focus once what is to have it is there.
fn focus(id: String) {
    dom::soon(move || {
        dom::focus_id(&id);
    });
}

fn button_id(action: Action) -> String {
    "key-".to_owned() + action.code()
}

fn said(action: Action, stroke: Stroke) -> String {
    match stroke {
        Stroke::None => [action.name(), " has no key now."].concat(),
        stroke => [action.name(), ": ", &stroke.text()].concat(),
    }
}

/// The page.
#[component]
pub fn KeysPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let editor = Editor { session, toaster: expect_context(), at: RwSignal::new(None) };
    let off = RwSignal::new(editor.keymap().is_off);
    Effect::new(move |_| off.set(editor.keymap().is_off));
    Effect::new(move |_| {
        let wanted = off.get();
        if session.settings.with_untracked(|settings| settings.keys.is_off != wanted) {
            editor.change(|keys| keys.is_off = wanted);
        }
    });
    let any_changed = Memo::new(move |_| !editor.keymap().changes().is_empty());
    let reset_all = move |()| {
        let before = session.settings.with_untracked(|settings| settings.keys);
        editor.change(Keymap::reset);
        editor.toaster.push_with("Every key is back to what it was at first.", Tone::Ok, "Undo", "", move || {
            session.choose(|settings| settings.keys = before);
        });
    };
    let group = move |place: Place| {
        let lines: Vec<AnyView> = Action::ALL
            .into_iter()
            .filter(|action| action.place() == place)
            .map(|action| editor.line(action))
            .collect();
        let id = "keys-".to_owned() + place.name().rsplit(' ').next().unwrap_or_default();
        let labelled_by = id.clone();
        view! {
            <section class="settings-part" aria-labelledby=labelled_by>
                <h2 id=id>{place.name()}</h2>
                <ul class="key-list">{lines}</ul>
            </section>
        }
        .into_any()
    };
    let told = |(keys, does): (&'static str, &'static str)| view! { <div class="fact"><dt><Kbd keys /></dt><dd>{does}</dd></div> };
    page::title(|| "Keys".to_owned());
    page::announce();
    view! {
        <div class="page page-narrow">
            <nav class="crumbs" aria-label="Where you are"><a href=Route::Settings.href()>"Settings"</a><span aria-hidden="true">"/"</span><span>"Keys"</span></nav>
            <header class="page-head"><h1>"Keys"</h1></header>
            <p class="page-note">"A key is named by what it types. Single keys do nothing while you type."</p>
            <div class="key-switch">
                <Checkbox label="No single-key shortcuts".to_owned() detail="For speech input, or where keys are touched by accident. Arrows, Enter, and keys with Ctrl still work." value=off />
                <Show when=move || any_changed.get()>
                    <Button label="Reset all keys" kind=Kind::Quiet on_press=reset_all />
                </Show>
            </div>
            <div class="key-groups" data-off=move || off.get().then_some("true")>{Place::ALL.map(group)}</div>
            <section class="settings-part" aria-labelledby="keys-fixed">
                <h2 id="keys-fixed">"Always the same"</h2>
                <dl class="facts keys">{keys::FIXED.map(told)}</dl>
            </section>
            <section class="settings-part" aria-labelledby="keys-shift">
                <h2 id="keys-shift">"In a shift"</h2>
                <dl class="facts keys">{shift::keys::KEYS.map(told)}</dl>
            </section>
        </div>
    }
    .into_any()
}
