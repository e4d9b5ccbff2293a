//! A board as a picture: on the page, and as a file.

use leptos::prelude::*;

use crate::browser::files;
use crate::ui::chart::Drawing;
use crate::ui::{Button, Kind, Picture as Icon, Toaster};

const MIME: &str = "image/svg+xml";

/// The picture with a button that saves it. `text` says in words what is in it.
#[component]
pub fn Picture(
    /// Its title, also in the file.
    title: String,
    /// What it shows, in words.
    text: String,
    /// The file's name.
    file: String,
    /// What is drawn.
    drawing: Drawing,
    /// What can be done with it besides saving.
    children: Children,
) -> impl IntoView {
    let toaster = expect_context::<Toaster>();
    let (width, height) = (drawing.width.to_string(), drawing.height.to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let label = title.clone() + ". " + &text;
    let saved = StoredValue::new(drawing.to_svg(&title, &text));
    let save = move |()| {
        if saved.with_value(|svg| files::download(&file, MIME, svg)) {
            toaster.ok("Saved as a picture");
        } else {
            toaster.bad("The browser did not take the file. Nothing was changed.");
        }
    };
    let marks: Vec<AnyView> = drawing.marks.into_iter().map(crate::ui::chart::Mark::view).collect();
    view! {
        <div class="board-picture" tabindex="0" role="group" aria-label="The board, to scroll">
            <svg class="chart-picture" width=width height=height viewBox=view_box role="img" aria-label=label>{marks}</svg>
        </div>
        <div class="form-actions">
            {children()}
            <Button label="Save as a picture" kind=Kind::Quiet picture=Icon::Download on_press=save />
        </div>
    }
    .into_any()
}

/// A text in lines of at most so many letters; at least one line.
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let fits =
            lines.last().is_some_and(|line| line.is_empty() || line.chars().count() + 1 + word.chars().count() <= most);
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
