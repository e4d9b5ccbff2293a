//! What a drawing is made of: marks on a ground, each with the class that says how it is painted. A page shows them in
//! the colours of its theme, a file brings colours of its own.

use super::layout::{Area, Point};

/// A mark. Lengths are pixels, to a tenth; `class` says how it is painted.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "what each is made of is SVG's own")]
pub enum Mark {
    /// A text on its base line.
    Text { class: &'static str, x: f64, y: f64, text: String },
    /// A rectangle with rounded corners.
    Rect { class: String, area: Area, radius: f64 },
    /// A line through corners ("0,0 10.5,20").
    Line { class: &'static str, points: String },
    /// A filled shape with these corners.
    Shape { class: &'static str, points: String },
    /// Marks that are one thing, with what it is called.
    Named { title: String, marks: Vec<Mark> },
}

/// A drawing: its size in pixels, what it says to those who do not see it, and its marks from back to front.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
    /// The prefix of its ids.
    pub id: String,
    /// Its title.
    pub title: String,
    /// All of it in words.
    pub description: String,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// Marks under construction.
#[derive(Default)]
pub(super) struct Canvas {
    pub marks: Vec<Mark>,
    /// How far down what is put on it now belongs.
    pub down: f64,
}

impl Canvas {
    pub fn text(&mut self, class: &'static str, at: Point, text: &str) {
        self.marks.push(Mark::Text { class, x: tenth(at.x), y: tenth(at.y + self.down), text: text.to_owned() });
    }

    pub fn rect(&mut self, class: &str, area: Area, radius: f64) {
        let Area { x, y, width, height } = area;
        let area = Area { x: tenth(x), y: tenth(y + self.down), width: tenth(width), height: tenth(height) };
        self.marks.push(Mark::Rect { class: class.to_owned(), area, radius });
    }

    pub fn line(&mut self, class: &'static str, points: &[Point]) {
        let points = self.corners(points);
        self.marks.push(Mark::Line { class, points });
    }

    pub fn shape(&mut self, class: &'static str, points: &[Point]) {
        let points = self.corners(points);
        self.marks.push(Mark::Shape { class, points });
    }

    /// Puts together what is drawn meanwhile.
    pub fn named(&mut self, title: String, draw: impl FnOnce(&mut Self)) {
        let mut inside = Canvas { marks: Vec::new(), down: self.down };
        draw(&mut inside);
        self.marks.push(Mark::Named { title, marks: inside.marks });
    }

    fn corners(&self, points: &[Point]) -> String {
        let corner = |point: &Point| format!("{},{}", tenth(point.x), tenth(point.y + self.down));
        points.iter().map(corner).collect::<Vec<_>>().join(" ")
    }
}

/// A length to a tenth of a pixel: more would be seen by nobody.
pub(super) fn tenth(length: f64) -> f64 {
    // Never "-0".
    (length * 10.0).round() / 10.0 + 0.0
}
