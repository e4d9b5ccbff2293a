//! Lists of lines that one adds to and takes from: opening hours, holidays, breaks. Each line keeps its fields while
//! others come and go, so that the focus stays where it is.

use leptos::prelude::*;
use workspace::rules::Fault;
use workspace::rules::calendar::{self, LISTS, Lists, Place};

use crate::browser::dom;
use crate::ui::{Button, Icon, Kind, Picture};

/// The most fields of a line.
const CELLS: usize = 3;

/// One line.
#[derive(Clone, Copy)]
pub struct Line {
    key: usize,
    cells: [RwSignal<String>; CELLS],
}

/// All lists of the form, and the text in which they are kept.
#[derive(Clone, Copy)]
pub struct Book {
    lists: StoredValue<Vec<RwSignal<Vec<Line>>>>,
    next: StoredValue<usize>,
    owner: StoredValue<Option<Owner>>,
}

/// What a list of the form asks for.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Which list.
    pub list: usize,
    /// What each field of a line is called, for those who listen.
    pub labels: &'static [&'static str],
    /// What kind of field each is ("text", "date").
    pub kinds: &'static [&'static str],
    /// What stands between the fields.
    pub between: &'static [&'static str],
    /// What an empty field shows.
    pub examples: &'static [&'static str],
}

impl Book {
    /// The lists that stand in `text`; each follows the other from now on.
    pub fn open(text: RwSignal<String>) -> Self {
        let lists = (0..LISTS).map(|_| RwSignal::new(Vec::new())).collect();
        let book = Self {
            lists: StoredValue::new(lists),
            next: StoredValue::new(0),
            owner: StoredValue::new(Owner::current()),
        };
        book.rebuild(&text.get_untracked());
        Effect::new(move |_| {
            let wanted = text.get();
            if book.write(false) != wanted {
                book.rebuild(&wanted);
            }
        });
        Effect::new(move |_| {
            let written = book.write(true);
            if text.with_untracked(|text| *text != written) {
                text.set(written);
            }
        });
        book
    }

    fn rebuild(self, text: &str) {
        let wanted = calendar::lists_of(text).unwrap_or_else(|| vec![vec![]; LISTS]);
        self.lists.with_value(|lists| {
            for (list, lines) in lists.iter().zip(wanted) {
                list.set(lines.iter().map(|cells| self.line(cells)).collect());
            }
        });
    }

    /// A line of its own; its fields belong to the page, whoever asks for it.
    fn line(self, texts: &[String]) -> Line {
        let key = self.next.with_value(|next| *next);
        self.next.set_value(key + 1);
        let make = || std::array::from_fn(|cell| RwSignal::new(texts.get(cell).cloned().unwrap_or_default()));
        let cells = self.owner.with_value(|owner| owner.as_ref().map_or_else(make, |owner| owner.with(make)));
        Line { key, cells }
    }

    /// What the lists hold.
    pub fn lists(self) -> Lists {
        self.read(true)
    }

    fn read(self, track: bool) -> Lists {
        let text = |cell: &RwSignal<String>| if track { cell.get() } else { cell.get_untracked() };
        let line = |list: usize, line: &Line| line.cells.iter().take(width(list)).map(text).collect();
        self.lists.with_value(|lists| {
            let each = lists.iter().enumerate();
            each.map(|(number, list)| {
                let lines = if track { list.get() } else { list.get_untracked() };
                lines.iter().map(|one| line(number, one)).collect()
            })
            .collect()
        })
    }

    fn write(self, track: bool) -> String {
        calendar::text(&self.read(track))
    }

    fn list(self, list: usize) -> Option<RwSignal<Vec<Line>>> {
        self.lists.with_value(|lists| lists.get(list).copied())
    }

    /// Puts other lines in the place of a list.
    pub fn set(self, list: usize, lines: &[Vec<String>]) {
        if let Some(signal) = self.list(list) {
            signal.set(lines.iter().map(|cells| self.line(cells)).collect());
        }
    }

    /// Adds a line and puts the focus into it.
    fn add(self, list: usize) {
        let Some(signal) = self.list(list) else { return };
        let line = self.line(&[]);
        signal.update(|lines| lines.push(line));
        dom::soon(move || {
            dom::focus_id(&cell_id(line.key, 0));
        });
    }

    fn remove(self, list: usize, key: usize) {
        if let Some(signal) = self.list(list) {
            signal.update(|lines| lines.retain(|line| line.key != key));
            dom::soon(move || {
                dom::focus_id(&add_id(list));
            });
        }
    }
}

/// How many fields the lines of a list have.
fn width(list: usize) -> usize {
    if list == calendar::BREAKS { CELLS } else { 2 }
}

fn cell_id(key: usize, cell: usize) -> String {
    ["line-", &key.to_string(), "-", &cell.to_string()].concat()
}

fn add_id(list: usize) -> String {
    "add-".to_owned() + &list.to_string()
}

/// One list with its lines and the button that adds one.
#[component]
pub fn LineList(
    book: Book,
    shape: Shape,
    /// What the list is called ("Monday").
    name: &'static str,
    /// What adds a line ("Add hours").
    add: &'static str,
    /// What stands there while there are no lines.
    none: &'static str,
    /// Everything that is wrong with the form.
    faults: Memo<Vec<Fault<Place>>>,
    /// Whether blank fields are shown as wrong, too.
    tried: RwSignal<bool>,
) -> impl IntoView {
    let list = shape.list;
    let lines = move || book.list(list).map(|lines| lines.get()).unwrap_or_default();
    let empty = move || lines().is_empty().then(|| view! { <span class="hint line-none">{none}</span> });
    let one = move |line: Line| {
        let fault = Signal::derive(move || {
            let at = lines().iter().position(|other| other.key == line.key)?;
            let blank = line.cells.iter().take(width(list)).any(|cell| cell.with(|text| text.trim().is_empty()));
            if blank && !tried.get() {
                return None;
            }
            let here = Place::Line { list, line: at };
            faults.with(|faults| faults.iter().find(|fault| fault.place == here).map(|fault| fault.sentence.clone()))
        });
        line_view(book, shape, name, line, fault)
    };
    view! {
        <div class="lines">
            {empty}
            <For each=lines key=|line| line.key children=one />
            <button
                type="button"
                class="button button-quiet line-add"
                id=add_id(list)
                aria-label=[add, ", ", name].concat()
                on:click=move |_| book.add(list)
            >
                <Icon picture=Picture::Plus />
                <span>{add}</span>
            </button>
        </div>
    }
    .into_any()
}

fn line_view(book: Book, shape: Shape, name: &'static str, line: Line, fault: Signal<Option<String>>) -> AnyView {
    let error_id = StoredValue::new(cell_id(line.key, CELLS));
    let word = |words: &[&'static str], place: usize| words.get(place).copied().unwrap_or_default();
    let cell = move |(place, value): (usize, RwSignal<String>)| {
        let label = [name, ", ", word(shape.labels, place)].concat();
        let between = word(shape.between, place);
        view! {
            {(!between.is_empty()).then(|| view! { <span class="line-between" aria-hidden="true">{between}</span> })}
            {cell_input(cell_id(line.key, place), label, word(shape.kinds, place), word(shape.examples, place), value, fault, error_id)}
        }
    };
    let cells: Vec<_> = line.cells.into_iter().take(width(shape.list)).enumerate().map(cell).collect();
    let label = "Remove from ".to_owned() + name;
    view! {
        <div class="line">
            <div class="line-cells">
                {cells}
                <Button label picture=Picture::Close icon_only=true kind=Kind::Quiet on_press=move |()| book.remove(shape.list, line.key) />
            </div>
            {error(fault, error_id)}
        </div>
    }
    .into_any()
}

/// A field that takes what was typed when it is left: nobody is told of a mistake in the middle of a word.
pub fn cell_input(
    id: String,
    label: String,
    kind: &'static str,
    example: &'static str,
    value: RwSignal<String>,
    fault: Signal<Option<String>>,
    error_id: StoredValue<String>,
) -> AnyView {
    let wrong = move || fault.with(Option::is_some);
    let class = if kind == "date" { "input cell-input cell-date" } else { "input cell-input" };
    view! {
        <input
            class=class
            type=kind
            id=id
            autocomplete="off"
            placeholder=example
            aria-label=label
            aria-invalid=move || wrong().then_some("true")
            aria-describedby=move || wrong().then(|| error_id.get_value())
            prop:value=value
            on:change:target=move |event| value.set(event.target().value())
        />
    }
    .into_any()
}

/// What is wrong with a line.
pub fn error(fault: Signal<Option<String>>, id: StoredValue<String>) -> AnyView {
    view! {
        <div aria-live="polite">
            {move || fault.get().map(|fault| view! {
                <p class="field-error" id=id.get_value()><Icon picture=Picture::Problem /><span>{fault}</span></p>
            })}
        </div>
    }
    .into_any()
}
