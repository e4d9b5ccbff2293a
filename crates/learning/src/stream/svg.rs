//! A drawing as one file: an SVG that stands alone, is legible on light and dark grounds and in print, and says in words
//! what it shows.

use super::drawing::drawing;
use super::layout::Area;
use super::marks::{Drawing, Mark};
use super::quantity::is_hidden;
use super::steps::Stream;
use super::words::Words;

/// Plain colours rather than variables: not every reader of SVG knows those. Print stays light.
const STYLE: &str = "\
.vs text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;fill:#211e19}\
.vs .vs-ground{fill:#fffefb}.vs .vs-title{font-size:20px;font-weight:600}.vs .vs-sum{font-size:13px}\
.vs .vs-box{fill:#fffefb;stroke:#857c6b}.vs .vs-part{stroke-dasharray:5 3}.vs .vs-neck{stroke:#1f4e8c;stroke-width:2.5}\
.vs .vs-name{font-size:13px;font-weight:600}.vs .vs-owner,.vs .vs-time{font-size:12px}\
.vs .vs-small{font-size:11px;fill:#48433a}.vs .vs-mark{font-size:11px;font-weight:600}\
.vs .vs-line{fill:none;stroke:#48433a}.vs .vs-back{fill:none;stroke:#845a00;stroke-dasharray:5 3}\
.vs .vs-head{fill:#48433a}.vs .vs-back-head{fill:#845a00}.vs .vs-back-text{font-size:11px;fill:#845a00}\
.vs .vs-wait{fill:#faeacb;stroke:#845a00}.vs .vs-touch{fill:#1f4e8c;stroke:#1f4e8c}.vs .vs-hand{fill:#211e19}\
.vs .vs-mid{text-anchor:middle}.vs .vs-end{text-anchor:end}\
@media screen and (prefers-color-scheme:dark){.vs text{fill:#efeae0}.vs .vs-ground,.vs .vs-box{fill:#1e1c19}\
.vs .vs-box{stroke:#857d70}.vs .vs-neck{stroke:#93b8ee}.vs .vs-small{fill:#cbc4b6}.vs .vs-line{stroke:#cbc4b6}\
.vs .vs-back{stroke:#f2cb72}.vs .vs-head{fill:#cbc4b6}.vs .vs-back-head,.vs .vs-back-text{fill:#f2cb72}\
.vs .vs-wait{fill:#392b10;stroke:#f2cb72}.vs .vs-touch{fill:#93b8ee;stroke:#93b8ee}.vs .vs-hand{fill:#efeae0}}";

/// A stream as a file. The result is XML without a declaration.
pub fn to_svg(stream: &Stream, words: &Words<'_>) -> String {
    let Drawing { width, height, id, title, description, marks } = drawing(stream, words);
    let id = escape(&id);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vs\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title>\
         <desc id=\"{id}-desc\">{}</desc><style>{STYLE}</style>",
        escape(&title),
        escape(&description),
    );
    marks.iter().for_each(|mark| write(mark, &mut out));
    out + "</svg>"
}

/// Everything that is not ours goes through [`escape`].
fn write(mark: &Mark, out: &mut String) {
    *out += &match mark {
        Mark::Text { class, x, y, text } => {
            format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(text))
        }
        Mark::Rect { class, area: Area { x, y, width, height }, radius } => format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>"
        ),
        Mark::Line { class, points } => format!("<polyline class=\"{class}\" points=\"{points}\"/>"),
        Mark::Shape { class, points } => format!("<polygon class=\"{class}\" points=\"{points}\"/>"),
        Mark::Named { title, marks } => {
            let mut inside = format!("<g><title>{}</title>", escape(title));
            marks.iter().for_each(|mark| write(mark, &mut inside));
            inside + "</g>"
        }
    };
}

/// Text as it may stand in XML, between tags and in attributes; what would steer the line is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars().filter(|&character| !is_hidden(character)) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
