//! A drawing as a list of marks: shown on the page in the colours of its theme, saved with colours of its own.

use leptos::prelude::*;

/// How a mark is painted. The sheet `style/ui/chart.css` has the colours of both themes; saved files have those of
/// paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A line of the grid.
    Grid,
    /// The line at zero.
    Zero,
    /// The first line of a series.
    First,
    /// The second.
    Second,
    /// The ground under a line.
    Area,
    /// A bar.
    Bar,
    /// A bar beside it, hollow.
    Hollow,
    /// The soft part of a range.
    Soft,
    /// A point that stands out.
    Point,
    /// A point that the others are compared with.
    Solid,
    /// A count in a map, from 0 (none) to 5 (the most).
    Heat(u8),
    /// Words that matter.
    Word,
    /// The same, strong.
    Strong,
    /// Words beside them.
    Note,
}

/// Where a text stands by its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Begins there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A path of SVG.
    Path { d: String, paint: Paint },
    /// A rectangle.
    Rect { x: f64, y: f64, width: f64, height: f64, paint: Paint },
    /// A circle.
    Dot { x: f64, y: f64, radius: f64, paint: Paint },
    /// A text on its base line.
    Text { x: f64, y: f64, text: String, anchor: Anchor, paint: Paint },
}

/// A point that can be looked at: its place, what it says, and where what it counts can be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What it says ("Week from 4 Jan 2016: 120 opened").
    pub text: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// The marks, from back to front.
    pub marks: Vec<Mark>,
    /// The points, in the order of the arrow keys.
    pub spots: Vec<Spot>,
}

impl Drawing {
    pub(crate) fn new(width: f64, height: f64) -> Self {
        Self { width, height, ..Self::default() }
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        let d = ["M", &point(from), "L", &point(to)].concat();
        self.marks.push(Mark::Path { d, paint });
    }

    pub(crate) fn rect(&mut self, (x, y): (f64, f64), width: f64, height: f64, paint: Paint) {
        self.marks.push(Mark::Rect { x, y, width: width.max(0.0), height: height.max(0.0), paint });
    }

    pub(crate) fn text(&mut self, (x, y): (f64, f64), text: impl Into<String>, anchor: Anchor, paint: Paint) {
        self.marks.push(Mark::Text { x, y, text: text.into(), anchor, paint });
    }
}

/// `12.5,40` with one decimal: more would be seen by nobody.
pub(super) fn point((x, y): (f64, f64)) -> String {
    [short(x), short(y)].join(",")
}

/// A number with at most one decimal.
pub(super) fn short(number: f64) -> String {
    ((number * 10.0).round() / 10.0).to_string()
}

/// About how wide a text of 12 px is.
pub(super) fn text_width(text: &str) -> f64 {
    const PIXELS_A_LETTER: f64 = 7.0;
    text.chars().count() as f64 * PIXELS_A_LETTER
}

impl Paint {
    fn class(self) -> &'static str {
        match self {
            Paint::Grid => "mark-grid",
            Paint::Zero => "mark-zero",
            Paint::First => "mark-first",
            Paint::Second => "mark-second",
            Paint::Area => "mark-area",
            Paint::Bar => "mark-bar",
            Paint::Hollow => "mark-hollow",
            Paint::Soft => "mark-soft",
            Paint::Point => "mark-point",
            Paint::Solid => "mark-solid",
            Paint::Heat(0) => "mark-heat-0",
            Paint::Heat(1) => "mark-heat-1",
            Paint::Heat(2) => "mark-heat-2",
            Paint::Heat(3) => "mark-heat-3",
            Paint::Heat(4) => "mark-heat-4",
            Paint::Heat(_) => "mark-heat-5",
            Paint::Word => "mark-word",
            Paint::Strong => "mark-strong",
            Paint::Note => "mark-note",
        }
    }

    /// The same on paper, as attributes: the tokens of the light theme.
    fn on_paper(self) -> &'static str {
        match self {
            Paint::Grid => r##"stroke="#dad3c6" fill="none""##,
            Paint::Zero => r##"stroke="#857c6b" fill="none""##,
            Paint::First => r##"stroke="#211e19" stroke-width="2" stroke-linejoin="round" fill="none""##,
            Paint::Second => r##"stroke="#59616c" stroke-width="2" stroke-dasharray="5 3" fill="none""##,
            Paint::Area => r##"fill="#59616c" fill-opacity="0.2""##,
            Paint::Bar => r##"fill="#59616c""##,
            Paint::Hollow => r##"fill="#fffefb" stroke="#59616c" stroke-width="1.5""##,
            Paint::Soft => r##"fill="#59616c" fill-opacity="0.3""##,
            Paint::Point => r##"fill="#fffefb" stroke="#211e19" stroke-width="2""##,
            Paint::Solid => r##"fill="#211e19""##,
            Paint::Heat(0) => r##"fill="#f0ece3""##,
            Paint::Heat(1) => r##"fill="#59616c" fill-opacity="0.16""##,
            Paint::Heat(2) => r##"fill="#59616c" fill-opacity="0.36""##,
            Paint::Heat(3) => r##"fill="#59616c" fill-opacity="0.56""##,
            Paint::Heat(4) => r##"fill="#59616c" fill-opacity="0.78""##,
            Paint::Heat(_) => r##"fill="#59616c""##,
            Paint::Word => r##"fill="#211e19""##,
            Paint::Strong => r##"fill="#211e19" font-weight="600""##,
            Paint::Note => r##"fill="#655e50""##,
        }
    }
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

impl Mark {
    /// The mark on the page.
    pub(crate) fn view(self) -> AnyView {
        match self {
            Mark::Path { d, paint } => view! { <path class=paint.class() d=d /> }.into_any(),
            Mark::Rect { x, y, width, height, paint } => view! {
                <rect class=paint.class() x=short(x) y=short(y) width=short(width) height=short(height) />
            }
            .into_any(),
            Mark::Dot { x, y, radius, paint } => {
                view! { <circle class=paint.class() cx=short(x) cy=short(y) r=short(radius) /> }.into_any()
            }
            Mark::Text { x, y, text, anchor, paint } => {
                view! { <text class=paint.class() x=short(x) y=short(y) text-anchor=anchor.word()>{text}</text> }
                    .into_any()
            }
        }
    }

    /// The mark in a file.
    fn write(&self, out: &mut String) {
        let mut put = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
        match self {
            Mark::Path { d, paint } => put(&["<path ", paint.on_paper(), " d=\"", d, "\"/>"]),
            Mark::Rect { x, y, width, height, paint } => put(&[
                "<rect ",
                paint.on_paper(),
                " x=\"",
                &short(*x),
                "\" y=\"",
                &short(*y),
                "\" width=\"",
                &short(*width),
                "\" height=\"",
                &short(*height),
                "\"/>",
            ]),
            Mark::Dot { x, y, radius, paint } => put(&[
                "<circle ",
                paint.on_paper(),
                " cx=\"",
                &short(*x),
                "\" cy=\"",
                &short(*y),
                "\" r=\"",
                &short(*radius),
                "\"/>",
            ]),
            Mark::Text { x, y, text, anchor, paint } => put(&[
                "<text ",
                paint.on_paper(),
                " x=\"",
                &short(*x),
                "\" y=\"",
                &short(*y),
                "\" text-anchor=\"",
                anchor.word(),
                "\">",
                &escaped(text),
                "</text>",
            ]),
        }
    }
}

impl Drawing {
    /// The drawing as a file of its own, on paper, under its title.
    pub fn to_svg(&self, title: &str, summary: &str) -> String {
        const HEAD: f64 = 36.0;
        const EDGE: f64 = 16.0;
        let (width, height) = (short(self.width + 2.0 * EDGE), short(self.height + HEAD + 2.0 * EDGE));
        let mut out = [
            r#"<svg xmlns="http://www.w3.org/2000/svg" width=""#,
            &width,
            r#"" height=""#,
            &height,
            r#"" viewBox="0 0 "#,
            &width,
            " ",
            &height,
            r#"" font-family="system-ui, sans-serif" font-size="12"><title>"#,
            &escaped(title),
            "</title><desc>",
            &escaped(summary),
            r##"</desc><rect width="100%" height="100%" fill="#fffefb"/>"##,
            r##"<text x="16" y="32" font-size="16" font-weight="600" fill="#211e19">"##,
            &escaped(title),
            r#"</text><g transform="translate("#,
            &short(EDGE),
            " ",
            &short(HEAD + EDGE),
            ")\">",
        ]
        .concat();
        self.marks.iter().for_each(|mark| mark.write(&mut out));
        out.push_str("</g></svg>\n");
        out
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
