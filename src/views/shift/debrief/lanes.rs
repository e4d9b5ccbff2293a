//! The lanes of the timeline as a drawing: contacts, you, teams, and how many people wait, over one clock.

use simulation::debrief::{Bar, Debrief, Lane, Told};

use super::words;

/// The height of a bar, and of the row it stands in, in pixels.
const BAR: f64 = 14.0;
const ROW: f64 = 17.0;
/// Over and under a lane.
const AIR: f64 = 10.0;
/// The height of the lane that counts people.
const PEOPLE: f64 = 44.0;
/// Where the clock and the pins stand, over the lanes.
const HEAD: f64 = 48.0;
/// The names of the lanes stand left of them.
pub const GUTTER: f64 = 116.0;
const EDGE: f64 = 12.0;
/// More rows of one lane than these are drawn over each other: nobody would tell them apart.
const MOST_ROWS: usize = 14;
/// A name beyond the end of its bar is cut here, in pixels.
const MOST_TEXT: f64 = 170.0;
/// Beside a text, in pixels.
const PAD: f64 = 4.0;
/// About how wide a letter of 11 px is.
const LETTER: f64 = 6.2;
/// Pins nearer than this, in pixels, stand over each other.
const PIN: f64 = 18.0;

/// A bar in its place.
pub struct Placed {
    /// Its lane.
    pub lane: String,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// What is written in it, as far as it fits.
    pub text: String,
    /// What is said on pointing.
    pub title: String,
}

/// A finding in its place.
pub struct Pin {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Whether it is a strength.
    pub strength: bool,
    /// What is said on pointing.
    pub title: String,
    /// The act before which it can be shown.
    pub act: usize,
}

/// How many wait, and the most at once where it was first reached.
pub struct People {
    /// The path of the area.
    pub path: String,
    /// The most.
    pub most: String,
    /// Where it was reached.
    pub x: f64,
    /// The top of the area.
    pub y: f64,
    /// Whether there is no room right of it.
    pub at_end: bool,
}

/// The lanes, drawn for a width.
pub struct Lanes {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// The names, with the y of their base line.
    pub names: Vec<(String, f64)>,
    /// The lines between lanes.
    pub rules: Vec<f64>,
    /// Times on the clock, with their x.
    pub ticks: Vec<(String, f64)>,
    /// All bars.
    pub bars: Vec<Placed>,
    /// How many wait.
    pub people: Option<People>,
    /// The findings.
    pub pins: Vec<Pin>,
    length: f64,
}

impl Lanes {
    /// The lanes of a debrief.
    pub fn draw(debrief: &Debrief, width: f64) -> Self {
        let mut lanes = Lanes {
            width,
            height: HEAD,
            names: vec![],
            rules: vec![HEAD],
            ticks: vec![],
            bars: vec![],
            people: None,
            pins: vec![],
            length: words::length(debrief),
        };
        lanes.clock(debrief);
        for lane in &debrief.lanes {
            lanes.names.push((lane.name.clone(), lanes.height + AIR + 11.0));
            if *lane.key == *"waiting" {
                lanes.count(lane)
            } else {
                lanes.lay(debrief, lane)
            }
            lanes.rules.push(lanes.height);
        }
        lanes.pin(debrief, &debrief.all);
        lanes
    }

    /// The x of a time in minutes since the shift began.
    pub fn x(&self, minutes: f64) -> f64 {
        x_of(self.width, self.length, minutes)
    }

    fn clock(&mut self, debrief: &Debrief) {
        const STEPS: [f64; 5] = [15.0, 30.0, 60.0, 120.0, 240.0];
        const NARROWEST: f64 = 64.0;
        let wide_enough = |step: &f64| (self.width - GUTTER) * step / self.length >= NARROWEST;
        let step = STEPS.into_iter().find(wide_enough).unwrap_or(480.0);
        let mut minutes = 0.0;
        while minutes <= self.length {
            self.ticks.push((words::at(debrief, minutes), self.x(minutes)));
            minutes += step;
        }
    }

    /// Lays bars into rows, each into the first where it has room with what is written in it. What one does is done one
    /// after the other, so it has one row.
    fn lay(&mut self, debrief: &Debrief, lane: &Lane) {
        let one_row = *lane.key == *"you";
        let right = self.width - EDGE;
        let mut ends: Vec<f64> = vec![];
        let top = self.height + AIR;
        for bar in &lane.bars {
            let (x, end) = (self.x(bar.from), self.x(bar.to.min(self.length)));
            let width = (end - x - 1.0).max(3.0);
            let inside = width - 2.0 * PAD;
            // What is short is still named, beyond its end.
            let room = if one_row { inside } else { inside.max(MOST_TEXT).min(right - x - PAD) };
            let free = ends.iter().position(|end| *end <= x + 0.5).unwrap_or(ends.len());
            let row = if one_row { 0 } else { free.min(MOST_ROWS - 1) };
            let text = if free > row && !one_row { String::new() } else { fitting(&bar.label, room) };
            let taken = width.max(letters(&text) * LETTER + 2.0 * PAD);
            match ends.get_mut(row) {
                Some(end) => *end = end.max(x + taken),
                None => ends.push(x + taken),
            }
            self.bars.push(Placed {
                lane: lane.key.to_string(),
                x,
                y: top + ROW * row as f64,
                width,
                height: BAR,
                text,
                title: [&words::at(debrief, bar.from), " ", &bar.label].concat(),
            });
        }
        self.height = top + ROW * ends.len().max(1) as f64 + AIR;
    }

    /// People who wait: how many at each instant.
    fn count(&mut self, lane: &Lane) {
        let top = self.height + AIR;
        let floor = top + PEOPLE;
        self.height = floor + AIR;
        let steps = waiting(&lane.bars, self.length);
        let Some(most) = steps.iter().map(|(_, people)| *people).max().filter(|most| *most > 0) else { return };
        let y = |people: u32| floor - PEOPLE * f64::from(people) / f64::from(most);
        let mut path = ["M", &point(self.x(0.0), floor)].concat();
        let (mut before, mut peak) = (0, 0.0);
        for (at, people) in steps {
            let x = self.x(at);
            path.push_str(&["L", &point(x, y(before)), "L", &point(x, y(people))].concat());
            if people == most && before < most && peak == 0.0 {
                peak = x;
            }
            before = people;
        }
        path.push_str(
            &["L", &point(self.x(self.length), y(before)), "L", &point(self.x(self.length), floor), "Z"].concat(),
        );
        let at_end = peak > self.width - 120.0;
        self.people = Some(People { path, most: most.to_string(), x: peak, y: top, at_end });
    }

    fn pin(&mut self, debrief: &Debrief, all: &[Told]) {
        let mut taken: Vec<(f64, f64)> = vec![];
        for told in all {
            let x = self.x(words::since(debrief, told.at));
            let is_free = |y: f64, taken: &[(f64, f64)]| taken.iter().all(|(at, on)| *on != y || (x - at).abs() >= PIN);
            let y = [36.0, 20.0].into_iter().find(|y| is_free(*y, &taken)).unwrap_or(36.0);
            taken.push((x, y));
            let kind = if told.strength { " Strength: " } else { " To change: " };
            let title = [&words::at(debrief, words::since(debrief, told.at)), kind, &told.title].concat();
            self.pins.push(Pin { x, y, strength: told.strength, title, act: told.act });
        }
    }
}

/// The x of a time, in lanes of a width that tell of so many minutes.
pub fn x_of(width: f64, length: f64, minutes: f64) -> f64 {
    GUTTER + (minutes / length).clamp(0.0, 1.0) * (width - GUTTER - EDGE)
}

/// The time at an x.
pub fn minutes_of(width: f64, length: f64, x: f64) -> f64 {
    ((x - GUTTER) / (width - GUTTER - EDGE).max(1.0)).clamp(0.0, 1.0) * length
}

/// How many people wait from which minute on.
fn waiting(bars: &[Bar], length: f64) -> Vec<(f64, u32)> {
    let mut turns: Vec<(f64, i64)> = vec![];
    for bar in bars {
        turns.push((bar.from.clamp(0.0, length), i64::from(bar.people)));
        turns.push((bar.to.clamp(0.0, length), -i64::from(bar.people)));
    }
    turns.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut people = 0;
    let mut steps: Vec<(f64, u32)> = vec![];
    for (at, more) in turns {
        people += more;
        let now = u32::try_from(people).unwrap_or(0);
        match steps.last_mut() {
            Some(last) if last.0 == at => last.1 = now,
            _ => steps.push((at, now)),
        }
    }
    steps
}

fn letters(text: &str) -> f64 {
    text.chars().count() as f64
}

/// As much of a text as has room.
fn fitting(text: &str, width: f64) -> String {
    let room = (width / LETTER).max(0.0) as usize;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    // Less than a word says nothing.
    if room < 6 {
        return String::new();
    }
    let cut: String = text.chars().take(room - 1).collect();
    cut.trim_end().to_owned() + "…"
}

/// A point of a path.
fn point(x: f64, y: f64) -> String {
    [short(x), short(y)].join(",")
}

/// A number with at most one decimal: more would be seen by nobody.
pub fn short(number: f64) -> String {
    ((number * 10.0).round() / 10.0).to_string()
}
