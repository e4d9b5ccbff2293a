//! The Ishikawa diagram: possible causes by kind, before one of them is believed.

use std::sync::Arc;

use itsm::ProblemId;
use itsm::problem::{Bone, Command as Ask};
use leptos::prelude::*;

use super::picture::{Picture, lines};
use super::{Board, BoardDraft, refused};
use crate::ui::chart::{Anchor, Drawing, Paint};
use crate::ui::{Button, Field, Kind, Picture as Icon, TextArea, TextInput};

/// The kinds to begin with: the four dimensions of service management (ITIL 4 Foundation).
const USUAL: [&str; 4] =
    ["Organizations and people", "Information and technology", "Partners and suppliers", "Value streams and processes"];

#[derive(Clone, Default, PartialEq)]
struct Diagram {
    number: String,
    effect: String,
    bones: Vec<Bone>,
}

fn diagram(board: Board, id: ProblemId) -> Diagram {
    let read = board.session.read(|workspace| {
        let problem = workspace.desk().problem(id).ok()?;
        let number = workspace.desk().problem_number(id);
        Some(Diagram { number, effect: problem.summary.to_string(), bones: problem.analysis.bones.clone() })
    });
    read.flatten().unwrap_or_default()
}

/// The board.
#[component]
pub fn Fishbone(id: ProblemId) -> impl IntoView {
    let board = Board::new();
    let known = Memo::new(move |_| diagram(board, id));
    let refusal = Memo::new(move |_| refused(board.session, id));
    let edit = move || match refusal.get() {
        None => view! { <Button label="Collect causes" on_press=move |()| board.editing.set(true) /> }.into_any(),
        Some(why) => view! { <p class="hint">{why}</p> }.into_any(),
    };
    let shown = move || {
        let diagram = known.get();
        if diagram.bones.is_empty() {
            view! {
                <p class="hint">"Collect what might cause it, sorted by kind, before you believe one of them. Then look for what rules each out."</p>
                <div class="form-actions">{edit()}</div>
            }
            .into_any()
        } else {
            let bone = |bone: &Bone| bone.name.to_string() + ": " + &bone.causes.join("; ");
            let text = diagram.bones.iter().map(bone).collect::<Vec<_>>().join(". ");
            let file = "ishikawa-".to_owned() + &diagram.number + ".svg";
            let title = "Ishikawa diagram of ".to_owned() + &diagram.number;
            view! { <Picture title text file drawing=draw(&diagram)>{edit()}</Picture> }.into_any()
        }
    };
    move || {
        if board.editing.get() {
            return view! { <Edit id board /> }.into_any();
        }
        shown.into_any()
    }
}

/// A spine with the effect at its head; bones above and below it in turn, two by two.
fn draw(diagram: &Diagram) -> Drawing {
    const LINE: f64 = 16.0;
    const PAIR: f64 = 216.0;
    const LEAN: f64 = 56.0;
    const HEAD: f64 = 168.0;
    const LETTERS: usize = 26;
    let rows = |bone: &Bone| bone.causes.iter().map(|cause| lines(cause, LETTERS).len()).sum::<usize>().max(1);
    let tallest = |below: usize| {
        let side = diagram.bones.iter().skip(below).step_by(2);
        side.map(rows).max().map_or(0.0, |rows| rows as f64 * LINE + 44.0)
    };
    let (above, below) = (tallest(0), tallest(1).max(32.0));
    let pairs = diagram.bones.len().div_ceil(2);
    let length = pairs as f64 * PAIR + LEAN;
    let mut drawing = Drawing::new(length + HEAD, above + below);
    drawing.line((0.0, above), (length, above), Paint::First);
    let effect = lines(&diagram.effect, 20);
    let height = effect.len() as f64 * LINE + 20.0;
    drawing.rect((length, above - height / 2.0), HEAD - 2.0, height, Paint::Hollow);
    for (row, text) in effect.into_iter().enumerate() {
        let y = above - height / 2.0 + 22.0 + row as f64 * LINE;
        drawing.text((length + 12.0, y), text, Anchor::Start, Paint::Strong);
    }
    for (place, bone) in diagram.bones.iter().enumerate() {
        let foot = (place / 2 + 1) as f64 * PAIR + LEAN / 2.0;
        let is_above = place % 2 == 0;
        let (tip, name_y) = if is_above { (20.0, 12.0) } else { (above + below - 20.0, above + below - 6.0) };
        drawing.line((foot - LEAN, tip), (foot, above), Paint::Zero);
        drawing.text((foot - LEAN, name_y), bone.name.to_string(), Anchor::Middle, Paint::Strong);
        let mut row = 0;
        for cause in &bone.causes {
            for text in lines(cause, LETTERS) {
                let from_name = (row as f64 + 1.0) * LINE + 4.0;
                let y = if is_above { tip + from_name } else { above + 22.0 + row as f64 * LINE };
                // The bone leans: words end a little before it.
                let share =
                    if is_above { (y - tip) / (above - tip).max(1.0) } else { (tip - y) / (tip - above).max(1.0) };
                drawing.text((foot - LEAN + LEAN * share - 8.0, y), text, Anchor::End, Paint::Word);
                row += 1;
            }
        }
    }
    drawing
}

/// A bone that is being written.
#[derive(Clone, Copy)]
struct Draft {
    key: usize,
    name: RwSignal<String>,
    causes: RwSignal<String>,
}

fn draft(key: usize, name: &str, causes: &str) -> Draft {
    Draft { key, name: RwSignal::new(name.to_owned()), causes: RwSignal::new(causes.to_owned()) }
}

#[component]
fn Edit(id: ProblemId, board: Board) -> impl IntoView {
    let now = untrack(|| diagram(board, id));
    let blank: Vec<(String, String)> = if now.bones.is_empty() {
        USUAL.iter().map(|name| ((*name).to_owned(), String::new())).collect()
    } else {
        now.bones.iter().map(|bone| (bone.name.to_string(), bone.causes.join("\n"))).collect()
    };
    let (kept, typed) = BoardDraft::begin(board.session, &("ishikawa-".to_owned() + &now.number), blank);
    let beginning: Vec<Draft> =
        typed.iter().enumerate().map(|(key, (name, causes))| draft(key, name, causes)).collect();
    let next = StoredValue::new(beginning.len());
    let bones = RwSignal::new(beginning);
    kept.follow(move || bones.with(|bones| bones.iter().map(|bone| (bone.name.get(), bone.causes.get())).collect()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let bone = |draft: &Draft| Bone {
            name: draft.name.get_untracked().into(),
            causes: draft.causes.with_untracked(|text| text.lines().map(Arc::from).collect()),
        };
        let bones = bones.with_untracked(|bones| bones.iter().map(bone).collect());
        board.save(Ask::DrawBones { problem: id, bones }, kept);
    };
    let add = move |()| {
        let key = next.get_value();
        next.set_value(key + 1);
        bones.update(|bones| bones.push(draft(key, "", "")));
    };
    let row = move |this: Draft| {
        let remove = move |()| bones.update(|bones| bones.retain(|bone| bone.key != this.key));
        view! {
            <li class="bone-draft">
                <div class="bone-head">
                    <Field label="Kind of causes" required=true><TextInput value=this.name /></Field>
                    <Button label="Take this kind out" kind=Kind::Quiet picture=Icon::Close icon_only=true on_press=remove />
                </div>
                <Field label="Possible causes" hint="One a line." required=true><TextArea value=this.causes rows=3 /></Field>
            </li>
        }
        .into_any()
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <ul class="bones-drafts">
                <For each=move || bones.get() key=|bone| bone.key children=row />
            </ul>
            <Button label="Another kind" kind=Kind::Quiet picture=Icon::Plus on_press=add />
            {board.buttons(kept)}
        </form>
    }
    .into_any()
}
