//! Markdown as blocks that a page can show without trusting the text: no HTML comes through, a link leads to the web,
//! to a mail or to a record, and nothing is loaded from anywhere.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::numbers::numbers;

/// Deeper nesting than this is shown at this depth.
const DEEPEST: usize = 8;
/// Where a link may lead.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// A part of the text with a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 for the highest that the text has.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list: the first number of an ordered one, and its entries.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Somebody else's words.
    Quote(Vec<Block>),
    /// Text as it is, such as commands.
    Code(String),
    /// A table: the heads of its columns, and its rows.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// A line across.
    Rule,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words as they are.
    Code(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// No longer so.
    Struck(Vec<Inline>),
    /// A link to the web or to a mail address.
    Link(String, Vec<Inline>),
    /// What looks like the number of a record.
    Record(String),
    /// The line ends here.
    Break,
}

/// What is open while the text is read.
enum Open {
    Blocks(Around),
    Inlines(Within),
    Skipped,
}

enum Around {
    Quote,
    List(Option<u64>),
    Item,
    Table,
    Head,
    Row,
}

enum Within {
    Heading(u8),
    Paragraph,
    Cell,
    Emphasis,
    Strong,
    Struck,
    Link(Option<String>),
    Picture,
}

/// A frame with what it holds so far.
struct Frame {
    open: Open,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    inlines: Vec<Inline>,
    cells: Vec<Vec<Inline>>,
    head: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
}

impl Frame {
    fn new(open: Open) -> Self {
        Self { open, blocks: vec![], items: vec![], inlines: vec![], cells: vec![], head: vec![], rows: vec![] }
    }
}

/// Reads a text. Never fails: what means nothing is shown as words.
pub fn parse(text: &str) -> Vec<Block> {
    let mut reading = Reading { frames: vec![Frame::new(Open::Blocks(Around::Quote))], code: None, depth: 0 };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).for_each(|event| reading.take(event));
    let mut blocks = reading.end();
    level_headings(&mut blocks);
    blocks
}

/// The words of a text, without marks: for a line of a list.
pub fn plain(text: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => apart(&mut words),
            Event::Start(tag) if !is_span(&tag.to_end()) => apart(&mut words),
            Event::End(tag) if !is_span(&tag) => apart(&mut words),
            _ => {}
        }
    }
    words.trim().to_owned()
}

/// A space between what stands apart.
fn apart(words: &mut String) {
    if !words.ends_with(' ') {
        words.push(' ');
    }
}

/// Whether a tag marks words inside a line.
fn is_span(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

struct Reading {
    frames: Vec<Frame>,
    /// The text of a code block.
    code: Option<String>,
    /// How many quotes and lists are open.
    depth: usize,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.words(&text),
            },
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::SoftBreak => self.inline(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => {
                self.end_loose();
                self.block(Block::Rule);
            }
            // No HTML comes through; mathematics, footnotes and tasks are not switched on.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let open = match tag {
            Tag::Paragraph => Open::Inlines(Within::Paragraph),
            Tag::Heading { level, .. } => Open::Inlines(Within::Heading(level_of(level))),
            Tag::BlockQuote(_) => self.nested(Around::Quote),
            Tag::List(first) => self.nested(Around::List(first)),
            Tag::Item => match self.frames.last().map(|frame| &frame.open) {
                Some(Open::Blocks(Around::List(_))) => Open::Blocks(Around::Item),
                _ => Open::Skipped,
            },
            Tag::CodeBlock(_) => {
                self.end_loose();
                self.code = Some(String::new());
                return;
            }
            Tag::Table(_) => Open::Blocks(Around::Table),
            Tag::TableHead => Open::Blocks(Around::Head),
            Tag::TableRow => Open::Blocks(Around::Row),
            Tag::TableCell => Open::Inlines(Within::Cell),
            Tag::Emphasis => Open::Inlines(Within::Emphasis),
            Tag::Strong => Open::Inlines(Within::Strong),
            Tag::Strikethrough => Open::Inlines(Within::Struck),
            Tag::Link { dest_url, .. } => Open::Inlines(Within::Link(allowed(&dest_url))),
            Tag::Image { .. } => Open::Inlines(Within::Picture),
            _ => Open::Skipped,
        };
        let is_span = matches!(
            open,
            Open::Inlines(Within::Emphasis | Within::Strong | Within::Struck | Within::Link(_) | Within::Picture)
        );
        if is_span {
            self.begin_loose();
        } else {
            self.end_loose();
        }
        self.frames.push(Frame::new(open));
    }

    /// A quote or a list, unless it is too deep: then what it holds stands where it stands.
    fn nested(&mut self, around: Around) -> Open {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST { Open::Skipped } else { Open::Blocks(around) }
    }

    fn finish(&mut self, tag: TagEnd) {
        if matches!(tag, TagEnd::CodeBlock) {
            if let Some(code) = self.code.take() {
                self.block(Block::Code(code.trim_end().to_owned()));
            }
            return;
        }
        if matches!(tag, TagEnd::Paragraph) {
            self.end_loose();
            return;
        }
        let is_span = is_span(&tag);
        if !is_span {
            // What stood loose in the entry of a tight list.
            self.end_loose();
        }
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_)) {
            self.depth = self.depth.saturating_sub(1);
        }
        if self.frames.len() > 1
            && let Some(frame) = self.frames.pop()
        {
            self.close(frame);
        }
    }

    fn close(&mut self, frame: Frame) {
        let Frame { open, blocks, items, inlines, cells, head, rows } = frame;
        match open {
            Open::Blocks(Around::Quote) => self.block(Block::Quote(blocks)),
            Open::Blocks(Around::List(first)) => self.block(Block::List(first, items)),
            Open::Blocks(Around::Item) => self.parent(|parent| parent.items.push(blocks)),
            Open::Blocks(Around::Table) => self.block(Block::Table(head, rows)),
            Open::Blocks(Around::Head) => self.parent(|parent| parent.head = cells),
            Open::Blocks(Around::Row) => self.parent(|parent| parent.rows.push(cells)),
            Open::Inlines(Within::Heading(level)) => self.block(Block::Heading(level, inlines)),
            Open::Inlines(Within::Paragraph) if inlines.is_empty() => {}
            Open::Inlines(Within::Paragraph) => self.block(Block::Paragraph(inlines)),
            Open::Inlines(Within::Cell) => self.parent(|parent| parent.cells.push(inlines)),
            Open::Inlines(Within::Emphasis) => self.inline(Inline::Emphasis(inlines)),
            Open::Inlines(Within::Strong) => self.inline(Inline::Strong(inlines)),
            Open::Inlines(Within::Struck) => self.inline(Inline::Struck(inlines)),
            Open::Inlines(Within::Link(Some(to))) => self.inline(Inline::Link(to, inlines)),
            // A link that may not lead anywhere is its words.
            Open::Inlines(Within::Link(None)) => inlines.into_iter().for_each(|inline| self.inline(inline)),
            Open::Inlines(Within::Picture) => {
                self.inline(Inline::Text("[picture: ".to_owned()));
                inlines.into_iter().for_each(|inline| self.inline(inline));
                self.inline(Inline::Text("]".to_owned()));
            }
            Open::Skipped => {
                blocks.into_iter().for_each(|block| self.block(block));
            }
        }
    }

    /// Words in the entry of a tight list stand in no paragraph; here they do.
    fn begin_loose(&mut self) {
        if !matches!(self.frames.last().map(|frame| &frame.open), Some(Open::Inlines(_))) {
            self.frames.push(Frame::new(Open::Inlines(Within::Paragraph)));
        }
    }

    fn end_loose(&mut self) {
        if matches!(self.frames.last().map(|frame| &frame.open), Some(Open::Inlines(Within::Paragraph)))
            && let Some(frame) = self.frames.pop()
        {
            self.close(frame);
        }
    }

    fn words(&mut self, text: &str) {
        for (words, is_number) in numbers(text) {
            let inline = if is_number { Inline::Record(words.to_owned()) } else { Inline::Text(words.to_owned()) };
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: Inline) {
        self.begin_loose();
        self.parent(|parent| match (&inline, parent.inlines.last_mut()) {
            (Inline::Text(more), Some(Inline::Text(text))) => text.push_str(more),
            _ => parent.inlines.push(inline),
        });
    }

    fn block(&mut self, block: Block) {
        self.parent(|parent| parent.blocks.push(block));
    }

    fn parent(&mut self, change: impl FnOnce(&mut Frame)) {
        if let Some(frame) = self.frames.last_mut() {
            change(frame);
        }
    }

    fn end(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            if let Some(frame) = self.frames.pop() {
                self.close(frame);
            }
        }
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Levels without gaps, so that the page's outline has none: the first heading is the highest, and each goes at most
/// one deeper than the one before.
fn level_headings(blocks: &mut [Block]) {
    let top = blocks.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(*level),
        _ => None,
    });
    let top = top.min().unwrap_or(1);
    let mut before = 0;
    for block in blocks {
        match block {
            Block::Heading(level, _) => {
                *level = (*level).saturating_sub(top).saturating_add(1).min(before + 1).min(3);
                before = *level;
            }
            Block::Quote(inner) => flatten(inner),
            Block::List(_, items) => items.iter_mut().for_each(|item| flatten(item)),
            _ => {}
        }
    }
}

/// Headings inside quotes and lists are strong lines: they divide nothing.
fn flatten(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading(_, inlines) => *block = Block::Paragraph(vec![Inline::Strong(std::mem::take(inlines))]),
            Block::Quote(inner) => flatten(inner),
            Block::List(_, items) => items.iter_mut().for_each(|item| flatten(item)),
            _ => {}
        }
    }
}

/// The address, if a link may lead there.
fn allowed(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let fits = SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    let is_clean = !address.chars().any(|letter| letter.is_control() || letter.is_whitespace());
    (fits && is_clean && !rest.is_empty()).then(|| address.to_owned())
}
