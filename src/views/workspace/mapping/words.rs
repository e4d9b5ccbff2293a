//! What the words of a file mean: states, hold reasons, impact, urgency, priority.

use leptos::prelude::*;
use workspace::import::{NOT_KNOWN, Word, WordList};

use super::mapper::Mapper;
use super::pick;
use crate::ui::Panel;
use crate::views::words::number;

/// The panel; nothing where no column has words of that kind.
#[component]
pub fn Words(mapper: Mapper) -> impl IntoView {
    // Only other words make the lists anew: choosing must not take the focus away.
    let lists = Memo::new(move |_| {
        let mut lists = mapper.checked.with(|checked| checked.words.clone());
        lists.iter_mut().flat_map(|list| list.words.iter_mut()).for_each(|word| word.becomes.clear());
        lists
    });
    let any = Memo::new(move |_| lists.with(|lists| lists.iter().any(|list| !list.words.is_empty())));
    let panel = move || {
        any.get().then(|| {
            let tables = move || lists.get().into_iter().map(|words| table(mapper, words)).collect::<Vec<_>>();
            view! {
                <Panel title="Words" class="mapping-words">
                    <p class="hint">"What each word means here. A word that becomes something else stays readable beside the ticket."</p>
                    <div class="mapping-lists">{tables}</div>
                </Panel>
            }
        })
    };
    panel.into_any()
}

fn table(mapper: Mapper, list: WordList) -> AnyView {
    if list.words.is_empty() {
        return ().into_any();
    }
    let title = list.label.clone() + ", from " + &list.column;
    let more = (list.more > 0).then(|| {
        let text = number(list.more as usize) + " more words are read as guessed.";
        view! { <p class="hint">{text}</p> }
    });
    let field = list.field.clone();
    let rows: Vec<AnyView> = list.words.iter().map(|word| row(mapper, &field, word, &list.choices)).collect();
    view! {
        <div>
            <table class="mapping-table">
                <caption>{title}</caption>
                <thead><tr><th scope="col">"Word"</th><th scope="col" class="number">"Rows"</th><th scope="col">"Becomes"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {more}
        </div>
    }
    .into_any()
}

fn row(mapper: Mapper, field: &str, word: &Word, choices: &[(String, String)]) -> AnyView {
    let becomes = {
        let (field, text) = (field.to_owned(), word.text.clone());
        move |checked: &workspace::import::Checked| {
            let list = checked.words.iter().find(|list| list.field == field);
            let word = list.and_then(|list| list.words.iter().find(|word| word.text == text));
            word.map_or(String::new(), |word| word.becomes.clone())
        }
    };
    let chosen = mapper.checked.with_untracked(&becomes);
    let undecided = move || mapper.checked.with(|checked| becomes(checked).is_empty()).then_some("true");
    let mut all = vec![(String::new(), "Choose".to_owned())];
    all.extend(choices.iter().cloned());
    all.push((NOT_KNOWN.to_owned(), "Not known".to_owned()));
    let (field, text) = (field.to_owned(), word.text.clone());
    let label = word.text.clone() + " becomes";
    let choose = move |value: String| mapper.choose(|mapping| mapping.choose(&field, &text, &value));
    view! {
        <tr data-undecided=undecided>
            <th scope="row">{word.text.clone()}</th>
            <td class="number">{number(word.rows as usize)}</td>
            <td>{pick(label, "input input-select", all, &chosen, choose)}</td>
        </tr>
    }
    .into_any()
}
