//! A stream as marks: title, figures, steps in rows with their lines and times, and what the marks mean.

use super::fit::{STRONG, fit};
use super::layout::{Area, GAP, LEFT, Layout, NAME_LINE, PADDING, Point, StepBox, WIDEST, layout};
use super::marks::{Canvas, Drawing, tenth};
use super::measures::Measures;
use super::steps::{Step, Stream};
use super::words::Words;

/// The narrowest drawing: the sentence with the figures needs room, too.
const NARROWEST: f64 = 640.0;

/// Draws a stream, at most 1,200 pixels wide.
pub fn drawing(stream: &Stream, words: &Words<'_>) -> Drawing {
    let drawing = layout(stream, WIDEST);
    let measures = Measures::of(stream);
    let width = drawing.width.max(NARROWEST);
    let room = width - 2.0 * PADDING - LEFT;
    let summary = summary(&measures, words);
    let title = fit(stream.name().as_str(), room, 20.0 * STRONG, 2);
    let sentence = if stream.steps().is_empty() { words.empty } else { summary.as_str() };
    let lines = fit(sentence, room, 13.0, 3);
    let legend = if stream.steps().is_empty() { Vec::new() } else { fit(words.legend, room, 11.0, 5) };
    let head = 20.0 + 26.0 * title.len() as f64 + 18.0 * lines.len() as f64;
    let height = head + drawing.height + 14.0 * legend.len() as f64 + 32.0;
    let mut canvas = Canvas::default();
    canvas.rect("vs-ground", Area { x: 0.0, y: 0.0, width, height }, 0.0);
    let mut y = 10.0;
    for line in &title {
        y += 26.0;
        canvas.text("vs-title", Point::at(LEFT, y), line);
    }
    for line in &lines {
        y += 18.0;
        canvas.text("vs-sum", Point::at(LEFT, y), line);
    }
    canvas.down = head;
    if !stream.steps().is_empty() {
        draw(&mut canvas, stream, &drawing, &measures, words);
    }
    let mut y = drawing.height + 12.0;
    for line in &legend {
        y += 14.0;
        canvas.text("vs-small", Point::at(LEFT, y), line);
    }
    Drawing {
        width: tenth(width),
        height: tenth(height),
        id: words.id.to_owned(),
        title: stream.name().as_str().to_owned(),
        description: description(stream, &measures, sentence, words),
        marks: canvas.marks,
    }
}

fn draw(canvas: &mut Canvas, stream: &Stream, drawing: &Layout, measures: &Measures, words: &Words<'_>) {
    draw_lines(canvas, drawing, words);
    for triangle in &drawing.triangles {
        canvas.shape("vs-wait", &triangle.corners);
        let minutes = stream.step(triangle.step).map_or(0.0, |step| step.wait.get());
        canvas.text("vs-small vs-mid", triangle.label, &(words.time)(minutes));
        if measures.longest_wait == Some(triangle.step) {
            for (line, y) in fit(words.longest_wait, GAP, 11.0 * STRONG, 2).iter().zip([14.0, 26.0]) {
                canvas.text("vs-mark vs-mid", Point::at(triangle.label.x, triangle.label.y + y), line);
            }
        }
    }
    for drawn in &drawing.boxes {
        if let Some(step) = stream.step(drawn.step) {
            draw_box(canvas, drawn, step, measures, words);
        }
    }
    draw_times(canvas, drawing, words);
}

fn draw_lines(canvas: &mut Canvas, drawing: &Layout, words: &Words<'_>) {
    for link in &drawing.links {
        let Point { x, y } = link.to;
        canvas.line("vs-line", &[link.from, link.to]);
        canvas.shape("vs-head", &[Point::at(x, y), Point::at(x - 7.0, y - 4.0), Point::at(x - 7.0, y + 4.0)]);
        if link.goes_on {
            // A short stroke across: the row above goes on here.
            let start = link.from.x;
            canvas.line("vs-line", &[Point::at(start, y - 6.0), Point::at(start, y + 6.0)]);
        }
        if let Some(Point { x, y }) = link.hand_off {
            let around = [(0.0, -6.0), (5.0, 0.0), (0.0, 6.0), (-5.0, 0.0)];
            canvas.shape("vs-hand", &around.map(|(right, down)| Point::at(x + right, y + down)));
        }
    }
    for line in &drawing.returns {
        canvas.line("vs-back", &line.points);
        if let Some(&Point { x, y }) = line.points.last() {
            canvas.shape("vs-back-head", &[Point::at(x, y), Point::at(x - 4.0, y - 7.0), Point::at(x + 4.0, y - 7.0)]);
        }
        canvas.text("vs-back-text vs-end", line.label, &format!("{} {}", (words.share)(line.share), words.back));
    }
}

fn draw_box(canvas: &mut Canvas, drawn: &StepBox, step: &Step, measures: &Measures, words: &Words<'_>) {
    let Area { x, y, width, height } = drawn.area;
    let is_neck = measures.bottleneck.as_ref().is_some_and(|neck| neck.step == drawn.step);
    let is_part = step.taken.get() < 1.0;
    let class = ["vs-box", if is_part { " vs-part" } else { "" }, if is_neck { " vs-neck" } else { "" }].concat();
    canvas.named(format!("{} · {}", step.name, step.owner), |canvas| {
        canvas.rect(&class, drawn.area, 6.0);
        let left = x + PADDING;
        canvas.text("vs-small", Point::at(left, y + 17.0), step.activity.name());
        let mut below = y + 20.0;
        for line in &drawn.name {
            below += NAME_LINE;
            canvas.text("vs-name", Point::at(left, below), line);
        }
        canvas.text("vs-owner", Point::at(left, y + height - 26.0), &drawn.owner);
        canvas.text("vs-time", Point::at(left, y + height - 9.0), &(words.time)(step.touch.get()));
        let share =
            is_part.then(|| ("vs-small vs-mid", format!("{} {}", (words.share)(step.taken.get()), words.of_items)));
        let neck = is_neck.then(|| ("vs-mark vs-mid", words.bottleneck.to_owned()));
        for ((class, said), down) in share.into_iter().chain(neck).zip([14.0, 28.0]) {
            canvas.text(class, Point::at(x + width / 2.0, y + height + down), &said);
        }
    });
}

fn draw_times(canvas: &mut Canvas, drawing: &Layout, words: &Words<'_>) {
    for row in drawing.ladder.chunk_by(|one, next| one.row == next.row) {
        let down = |rung: &super::layout::Rung| Point::at(rung.touch_from.x, rung.touch_to.y);
        let points: Vec<_> = row
            .iter()
            .flat_map(|rung| {
                let up = Point::at(rung.touch_to.x, rung.wait_from.y);
                [rung.wait_from, rung.touch_from, down(rung), rung.touch_to, up]
            })
            .collect();
        // The last step of a row does not lead up again.
        canvas.line("vs-line", points.get(..points.len().saturating_sub(1)).unwrap_or_default());
        for rung in row {
            let wait = Point::at((rung.wait_from.x + rung.touch_from.x) / 2.0, rung.wait_from.y - 5.0);
            let touch = Point::at((rung.touch_from.x + rung.touch_to.x) / 2.0, rung.touch_to.y + 14.0);
            for (at, minutes) in
                [(wait, rung.wait), (touch, rung.touch)].into_iter().filter(|(_, minutes)| *minutes > 0.0)
            {
                canvas.text("vs-small vs-mid", at, &(words.time)(minutes));
            }
        }
    }
    for segment in &drawing.bar {
        canvas.rect(if segment.is_touch { "vs-touch" } else { "vs-wait" }, segment.area, 0.0);
    }
    let Area { x, y, .. } = drawing.bar_frame;
    let wait: f64 = drawing.ladder.iter().map(|rung| rung.wait).sum();
    let touch: f64 = drawing.ladder.iter().map(|rung| rung.touch).sum();
    let said =
        [(words.touch, touch), (words.wait, wait)].map(|(word, minutes)| format!("{word} {}", (words.time)(minutes)));
    canvas.text("vs-small", Point::at(x, y - 6.0), &said.join(" · "));
}

/// The figures in one line.
fn summary(measures: &Measures, words: &Words<'_>) -> String {
    let mut parts = vec![
        (words.lead, (words.time)(measures.lead)),
        (words.touch, (words.time)(measures.touch)),
        (words.wait, (words.time)(measures.wait)),
    ];
    parts.extend(measures.flow_efficiency.map(|efficiency| (words.flow_efficiency, (words.share)(efficiency))));
    parts.push((words.hand_offs, (words.number)(measures.hand_offs)));
    parts.push((words.first_pass_yield, (words.share)(measures.first_pass_yield)));
    parts.into_iter().map(|(word, value)| format!("{word} {value}")).collect::<Vec<_>>().join(" · ")
}

/// The drawing in words, for those who do not see it.
fn description(stream: &Stream, measures: &Measures, sentence: &str, words: &Words<'_>) -> String {
    let steps = stream.steps().iter().zip(&measures.steps).enumerate().map(|(place, (placed, figures))| {
        let step = &placed.step;
        let mut said = format!(
            " {}. {} ({}, {}): {} {}, {} {}",
            place + 1,
            step.name,
            step.activity.name(),
            step.owner,
            words.wait,
            (words.time)(step.wait.get()),
            words.touch,
            (words.time)(step.touch.get()),
        );
        if step.taken.get() < 1.0 {
            said += &format!(", {} {}", (words.share)(step.taken.get()), words.of_items);
        }
        if let Some(rework) = step.rework {
            let to = stream.place(rework.to).map_or(0, |place| place + 1);
            said += &format!(", {} {} → {to}", (words.share)(rework.share.get()), words.back);
        }
        if (figures.visits - 1.0).abs() > 1e-9 {
            said += &format!(", {} {}", (words.number)(figures.visits), words.visits);
        }
        said + "."
    });
    sentence.to_owned() + "." + &steps.collect::<String>()
}
