//! What opens over the page: dialog, sheet, menu, message; and tabs.

use leptos::prelude::*;

use super::{example, family, wide};
use crate::ui::{
    Button, CommandButton, Dialog, Field, Kind, Menu, MenuItem, Picture, Sheet, Tab, Tabs, TextArea, Toaster, Tone,
};

fn dialog() -> impl IntoView {
    let open = RwSignal::new(false);
    let solution = RwSignal::new(String::new());
    let refusal = Memo::new(move |_| {
        solution
            .with(|text| text.trim().is_empty())
            .then(|| "Needs a solution: the next person should not have to solve it again.".to_owned())
    });
    view! {
        <Button label="Open a dialog" on_press=move |()| open.set(true) />
        <Dialog
            title="Resolve INC3000007?"
            open=open
            actions=move || view! {
                <CommandButton label="Resolve" kind=Kind::Primary refusal=refusal on_press=move |()| open.set(false) />
                <Button label="Cancel" kind=Kind::Quiet on_press=move |()| open.set(false) />
            }
        >
            <Field label="Solution" hint="What you really did." required=true><TextArea value=solution /></Field>
        </Dialog>
    }
}

fn sheet(label: &'static str, modal: bool) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button label=label on_press=move |()| open.set(true) />
        <Sheet title="Ines Falk" open=open modal=modal actions=move || view! { <Button label="Answer" kind=Kind::Primary on_press=move |()| open.set(false) /> }>
            <p>"Warehouse, floor 2. Four incidents this year, the last one about a headset."</p>
        </Sheet>
    }
}

fn menus() -> impl IntoView {
    let theme = RwSignal::new("System");
    let items = move |()| {
        let choice =
            move |name: &'static str| MenuItem::radio(name, theme.get_untracked() == name, move || theme.set(name));
        vec![
            choice("System").under("Theme"),
            choice("Light"),
            choice("Dark"),
            MenuItem::link("All settings", "#").under("More"),
        ]
    };
    let actions = |()| {
        vec![
            MenuItem::action("Assign to me", || {}).with_hint("A"),
            MenuItem::action("Put on hold", || {}).with_hint("H"),
            MenuItem::action("Close", || {}).refused("Only a resolved incident can be closed."),
        ]
    };
    view! {
        <div class="cluster">
            <Menu label="Appearance" items=items />
            <Menu label="Actions" picture=Picture::More icon_only=true class="button button-icon" items=actions />
            <span class="muted">{theme}</span>
        </div>
    }
}

fn toasts() -> impl IntoView {
    let toaster = Toaster::of_context();
    let undone = RwSignal::new(false);
    view! {
        <div class="cluster">
            <Button label="Good news" on_press=move |()| toaster.push("INC3000007 is resolved.", Tone::Ok) />
            <Button
                label="With an action"
                on_press=move |()| toaster.push_with("INC3000007 was put on hold.", Tone::Slate, "Undo", "Ctrl Z", move || { undone.try_set(true); })
            />
            <Button label="Bad news" on_press=move |()| toaster.push("The file could not be read: line 31, column “opened_at” is not a date. Nothing was changed.", Tone::Bad) />
        </div>
    }
}

/// The family of windows.
pub fn section() -> AnyView {
    let chosen = RwSignal::new(0_usize);
    let tabs = vec![Tab::new("Activity").with_count("12"), Tab::new("Clocks"), Tab::new("Related").with_count("3")];
    let panel = |index: usize| {
        let text = ["What happened, newest first.", "Two clocks run.", "A parent and two children."];
        view! { <p>{text.get(index).copied()}</p> }.into_any()
    };
    family(
        "Windows, menus, tabs, messages",
        "Dialogs keep the focus and give it back. Good news leaves by itself; bad news waits.",
        view! {
            {example("Dialog", dialog())}
            {example("Sheet, modal and beside the page", view! {
                <div class="cluster">{sheet("Open a sheet", true)}{sheet("Open beside the page", false)}</div>
            })}
            {example("Menus: choices, actions, a refusal", menus())}
            {example("Messages", toasts())}
            {wide("Tabs", view! { <Tabs label="Incident" tabs=tabs chosen=chosen panel=panel /> })}
        },
    )
}
