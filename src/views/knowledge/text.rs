//! The text of an article: its Markdown as elements, made one by one, so that nothing in it can be a script.

use leptos::prelude::*;
use workspace::articles::markdown::{Block, Inline, parse};

use crate::route::Route;
use crate::session::Session;
use crate::views::heading::heading;

/// The text. Numbers of records that are here become links.
#[component]
pub fn ArticleText(
    /// As Markdown.
    #[prop(into)]
    body: Signal<String>,
    /// Below which level of the page's outline it stands: 1 under the page's heading.
    #[prop(default = 1)]
    under: u8,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let blocks = Memo::new(move |_| body.with(|body| parse(body)));
    view! { <div class="article-text">{move || shown(session, &blocks.get(), under)}</div> }.into_any()
}

fn shown(session: Session, blocks: &[Block], under: u8) -> AnyView {
    blocks.iter().map(|block| of_block(session, block, under)).collect_view().into_any()
}

fn of_block(session: Session, block: &Block, under: u8) -> AnyView {
    let words = |inlines: &[Inline]| of_inlines(session, inlines);
    match block {
        Block::Heading(level, inlines) => heading(level.saturating_add(under), None, words(inlines)),
        Block::Paragraph(inlines) => view! { <p>{words(inlines)}</p> }.into_any(),
        Block::List(first, items) => {
            let item = |blocks: &Vec<Block>| match blocks.as_slice() {
                // The only paragraph of an entry needs no space around it.
                [Block::Paragraph(inlines), rest @ ..] => {
                    view! { <li>{words(inlines)}{shown(session, rest, under)}</li> }.into_any()
                }
                blocks => view! { <li>{shown(session, blocks, under)}</li> }.into_any(),
            };
            let items = items.iter().map(item).collect_view();
            match first {
                Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote(blocks) => view! { <blockquote>{shown(session, blocks, under)}</blockquote> }.into_any(),
        // What is wider than the page scrolls, with the keyboard, too.
        Block::Code(text) => view! { <pre tabindex="0"><code>{text.clone()}</code></pre> }.into_any(),
        Block::Table(head, rows) => {
            let heads = head.iter().map(|cell| view! { <th scope="col">{words(cell)}</th> }).collect_view();
            let cell = |cell: &Vec<Inline>| view! { <td>{words(cell)}</td> };
            let row = |row: &Vec<Vec<Inline>>| view! { <tr>{row.iter().map(cell).collect_view()}</tr> };
            view! {
                <div class="article-table" tabindex="0" role="group" aria-label="Table">
                    <table><thead><tr>{heads}</tr></thead><tbody>{rows.iter().map(row).collect_view()}</tbody></table>
                </div>
            }
            .into_any()
        }
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

fn of_inlines(session: Session, inlines: &[Inline]) -> AnyView {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Emphasis(inside) => view! { <em>{of_inlines(session, inside)}</em> }.into_any(),
        Inline::Strong(inside) => view! { <strong>{of_inlines(session, inside)}</strong> }.into_any(),
        Inline::Struck(inside) => view! { <s>{of_inlines(session, inside)}</s> }.into_any(),
        Inline::Link(to, inside) => view! {
            <a href=to.clone() target="_blank" rel="noopener noreferrer">{of_inlines(session, inside)}</a>
        }
        .into_any(),
        Inline::Record(number) => of_record(session, number),
        Inline::Break => view! { <br /> }.into_any(),
    };
    inlines.iter().map(one).collect_view().into_any()
}

fn of_record(session: Session, number: &str) -> AnyView {
    let card = session.peek(|workspace| {
        let desk = workspace.desk();
        desk.find_record(number).and_then(|id| desk.card(id))
    });
    match card.flatten() {
        Some(card) => {
            let href = Route::record(&card).href();
            view! { <a href=href title=card.title>{card.number}</a> }.into_any()
        }
        None => number.to_owned().into_any(),
    }
}
