//! Markdown as HTML: blocks that were read without any HTML become elements one by one.

use maud::{Markup, html};

use crate::articles::markdown::{Block, Inline, parse};
use crate::catalogue::page::is_document_link;

/// The highest heading of a text stands below those of the page.
const FIRST_HEADING: u8 = 3;

pub(super) fn prose(text: &str) -> Markup {
    blocks(&parse(text))
}

fn blocks(all: &[Block]) -> Markup {
    html! { @for block in all { (self::block(block)) } }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(level, words) => match level.saturating_add(FIRST_HEADING - 1) {
            ..=3 => html! { h3 { (inlines(words)) } },
            4 => html! { h4 { (inlines(words)) } },
            5 => html! { h5 { (inlines(words)) } },
            _ => html! { h6 { (inlines(words)) } },
        },
        Block::Paragraph(words) => html! { p { (inlines(words)) } },
        Block::List(None, entries) => html! { ul { @for entry in entries { li { (blocks(entry)) } } } },
        Block::List(Some(first), entries) => {
            html! { ol start=(first) { @for entry in entries { li { (blocks(entry)) } } } }
        }
        Block::Quote(inner) => html! { blockquote { (blocks(inner)) } },
        Block::Code(text) => html! { pre tabindex="0" { code { (text) } } },
        Block::Table(head, rows) => html! {
            div.wide tabindex="0" role="group" aria-label="Table" {
                table {
                    thead { tr { @for cell in head { th scope="col" { (inlines(cell)) } } } }
                    tbody { @for row in rows { tr { @for cell in row { td { (inlines(cell)) } } } } }
                }
            }
        },
        Block::Rule => html! { hr; },
    }
}

fn inlines(all: &[Inline]) -> Markup {
    html! { @for inline in all { (self::inline(inline)) } }
}

fn inline(inline: &Inline) -> Markup {
    match inline {
        // A record's number leads nowhere outside the desk.
        Inline::Text(words) | Inline::Record(words) => html! { (words) },
        Inline::Code(words) => html! { code { (words) } },
        Inline::Emphasis(inner) => html! { em { (inlines(inner)) } },
        Inline::Strong(inner) => html! { strong { (inlines(inner)) } },
        Inline::Struck(inner) => html! { s { (inlines(inner)) } },
        Inline::Link(href, inner) if is_document_link(href) => html! { a href=(href) { (inlines(inner)) } },
        Inline::Link(_, inner) => inlines(inner),
        Inline::Break => html! { br; },
    }
}
