//! Articles on the screen: Markdown without trust, versions compared, and what is offered when.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use proptest::prelude::*;
use workspace::articles::advice::{excerpt, solution_of};
use workspace::articles::compare::{Change, compare};
use workspace::articles::markdown::{Block, Inline, parse, plain};

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

#[test]
fn paragraphs_lists_headings_code_and_tables_become_blocks() {
    let blocks = parse(
        "# Symptom\n\nIt *hums* `loud`.\n\n1. Off\n2. On\n   - slowly\n\n```\nping 10.0.0.1\n```\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    );
    assert_eq!(blocks[0], Block::Heading(1, vec![text("Symptom")]));
    assert_eq!(
        blocks[1],
        Block::Paragraph(vec![
            text("It "),
            Inline::Emphasis(vec![text("hums")]),
            text(" "),
            Inline::Code("loud".into()),
            text(".")
        ])
    );
    let nested = Block::List(None, vec![vec![paragraph("slowly")]]);
    assert_eq!(blocks[2], Block::List(Some(1), vec![vec![paragraph("Off")], vec![paragraph("On"), nested]]));
    assert_eq!(blocks[3], Block::Code("ping 10.0.0.1".into()));
    assert_eq!(
        blocks[4],
        Block::Table(vec![vec![text("A")], vec![text("B")]], vec![vec![vec![text("1")], vec![text("2")]]])
    );
    assert_eq!(blocks.len(), 5);
}

#[test]
fn a_loose_list_keeps_its_paragraphs() {
    let blocks = parse("- One\n\n- Two\n\n  Three\n");
    assert_eq!(blocks, [Block::List(None, vec![vec![paragraph("One")], vec![paragraph("Two"), paragraph("Three")]])]);
}

#[test]
fn no_html_comes_through() {
    assert_eq!(parse("<script>alert(1)</script>\n"), []);
    assert_eq!(parse("<iframe src=\"https://evil.example\"></iframe>\n\nFine\n"), [paragraph("Fine")]);
    assert_eq!(parse("a <img src=x onerror=alert(1)> b"), [paragraph("a  b")]);
    let shown = format!("{:?}", parse("<svg onload=alert(1)>\n\n<a href=\"javascript:x\">y</a>"));
    assert!(!shown.contains("onload") && !shown.contains("javascript"), "{shown}");
}

#[test]
fn links_lead_to_the_web_or_a_mail_and_nowhere_else() {
    let link = |to: &str| vec![Block::Paragraph(vec![Inline::Link(to.into(), vec![text("here")])])];
    for to in ["https://example.org/a?b=c", "http://example.org", "mailto:desk@example.org", "HTTPS://example.org"] {
        assert_eq!(parse(&format!("[here]({to})")), link(to));
    }
    for to in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/desk",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "ftp://example.org",
        "",
    ] {
        assert_eq!(parse(&format!("[here]({to})")), [paragraph("here")], "{to}");
    }
    assert_eq!(parse("<javascript:alert(1)>").len(), 1);
    assert!(!format!("{:?}", parse("<javascript:alert(1)>")).contains("Link"));
}

#[test]
fn pictures_are_not_loaded_but_named() {
    assert_eq!(parse("![a cat](https://evil.example/cat.png)"), [paragraph("[picture: a cat]")]);
}

#[test]
fn the_number_of_a_record_is_told_apart() {
    assert_eq!(
        parse("See INC0000012, or PRB0000003-4f."),
        [Block::Paragraph(vec![
            text("See "),
            Inline::Record("INC0000012".into()),
            text(", or "),
            Inline::Record("PRB0000003-4f".into()),
            text(".")
        ])]
    );
    assert_eq!(parse("INCIDENT0000012 INC12 xINC0000012"), [paragraph("INCIDENT0000012 INC12 xINC0000012")]);
}

#[test]
fn the_outline_has_no_gaps() {
    let levels = |source: &str| -> Vec<u8> {
        parse(source)
            .iter()
            .filter_map(|block| if let Block::Heading(level, _) = block { Some(*level) } else { None })
            .collect()
    };
    assert_eq!(levels("## A\n\n###### B\n\n## C\n\n# D"), [1, 2, 2, 1]);
    assert_eq!(levels("### A\n\n#### B"), [1, 2]);
}

#[test]
fn huge_nesting_ends_at_a_depth() {
    fn depth(blocks: &[Block]) -> usize {
        blocks
            .iter()
            .map(|block| match block {
                Block::Quote(inner) => 1 + depth(inner),
                Block::List(_, items) => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
                _ => 0,
            })
            .max()
            .unwrap_or(0)
    }
    let quotes = ">".repeat(5_000) + " deep";
    assert!(depth(&parse(&quotes)) <= 8);
    let lists: String = (0..400).map(|level| "  ".repeat(level) + "- x\n").collect();
    let blocks = parse(&lists);
    assert!(depth(&blocks) <= 8);
    assert!(plain(&quotes).ends_with("deep"));
    parse(&"*".repeat(20_000));
    parse(&"[".repeat(20_000));
    parse(&"![".repeat(10_000));
}

#[test]
fn a_changed_line_is_removed_and_added() {
    assert_eq!(
        compare("a\nb\nc", "a\nB\nc\nd"),
        [(Change::Same, "a"), (Change::Removed, "b"), (Change::Added, "B"), (Change::Same, "c"), (Change::Added, "d")]
    );
}

#[test]
fn what_to_do_is_the_part_under_its_heading() {
    assert_eq!(
        solution_of("## Symptom\n\nHums\n\n## What helped\n\nOff and on.\n\n### Then\n\nWait.\n\n## Cause\n\nDust"),
        "Off and on.\n\n### Then\n\nWait."
    );
    assert_eq!(solution_of("Just do it"), "Just do it");
    assert_eq!(solution_of("# Solution\n"), "# Solution");
}

#[test]
fn an_excerpt_ends_between_words() {
    assert_eq!(excerpt("# One\n\nTwo **three** four", 12), "One Two…");
    assert_eq!(excerpt("Say **this**, then:\n\n- a\n  - b", 99), "Say this, then: a b");
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(source in any::<String>()) {
        parse(&source);
        plain(&source);
        solution_of(&source);
        excerpt(&source, 20);
    }

    #[test]
    fn no_marks_make_the_reader_panic_or_a_link_elsewhere(source in "[-*_#>`\\[\\]()!<a:/|\n 1.jhtps]{0,200}") {
        let shown = format!("{:?}", parse(&source));
        prop_assert!(!shown.contains("Link(\"j"));
    }

    #[test]
    fn both_texts_come_back_from_a_comparison(one in "([ab]\n?){0,40}", other in "([ab]\n?){0,40}") {
        let lines = compare(&one, &other);
        let side = |not: Change| -> Vec<&str> { lines.iter().filter(|(change, _)| *change != not).map(|(_, line)| *line).collect() };
        prop_assert_eq!(side(Change::Added), one.lines().collect::<Vec<_>>());
        prop_assert_eq!(side(Change::Removed), other.lines().collect::<Vec<_>>());
    }
}
