//! The drawing: everything in its place, well-formed, and safe whatever the names are.

use learning::stream::{Area, Layout, Step, StepId, Stream, Vocabulary, WIDEST, Words, layout, to_svg};

use crate::common::{back, name, near, step, stream, taken};

fn long(count: u32) -> Stream {
    stream((1..=count).map(|id| {
        let plain = step(if id % 2 == 0 { "A" } else { "B" }, f64::from(id), 2.0 * f64::from(id));
        if id % 3 == 0 { back(plain, (id / 2).max(1), 0.1) } else { plain }
    }))
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn points(drawing: &Layout) -> Vec<(f64, f64)> {
    let corners = drawing.triangles.iter().flat_map(|triangle| triangle.corners);
    let lines = drawing.returns.iter().flat_map(|line| line.points.clone());
    let rungs = drawing.ladder.iter().flat_map(|rung| [rung.wait_from, rung.touch_from, rung.touch_to]);
    let links = drawing.links.iter().flat_map(|link| [link.from, link.to]);
    let boxes = drawing.boxes.iter().map(|drawn| drawn.area).chain(drawing.bar.iter().map(|segment| segment.area));
    let boxes = boxes.flat_map(|area| [(area.x, area.y), (area.x + area.width, area.y + area.height)]);
    corners.chain(lines).chain(rungs).chain(links).map(|point| (point.x, point.y)).chain(boxes).collect()
}

#[test]
fn every_step_has_a_box_inside_the_drawing_and_no_two_boxes_overlap() {
    for count in [0, 1, 4, 5, 6, 11, 40] {
        for width in [0.0, 320.0, 700.0, WIDEST, 5000.0, f64::NAN] {
            let drawing = layout(&long(count), width);
            assert!(drawing.width <= WIDEST && (1..=5).contains(&drawing.columns));
            assert_eq!(drawing.boxes.len(), count as usize);
            assert_eq!(drawing.ladder.len(), count as usize);
            for (place, one) in drawing.boxes.iter().enumerate() {
                assert!(drawing.boxes.iter().skip(place + 1).all(|other| !overlap(&one.area, &other.area)));
            }
            let inside = |(x, y): &(f64, f64)| {
                (0.0..=drawing.width + 1e-6).contains(x) && (0.0..=drawing.height + 1e-6).contains(y)
            };
            assert!(points(&drawing).iter().all(inside), "{count} steps, {width} wide");
        }
    }
}

#[test]
fn a_narrow_page_gets_one_step_a_row() {
    let drawing = layout(&long(4), 360.0);
    assert_eq!(drawing.columns, 1);
    assert!(drawing.width <= 360.0);
}

#[test]
fn only_waits_have_triangles_and_only_changes_of_owner_have_marks() {
    let drawing = layout(&stream([step("A", 1.0, 0.0), step("A", 1.0, 5.0), step("B", 1.0, 0.0)]), WIDEST);
    assert_eq!(drawing.triangles.iter().map(|triangle| triangle.step).collect::<Vec<_>>(), [StepId(2)]);
    let marks: Vec<_> = drawing.links.iter().filter(|link| link.hand_off.is_some()).map(|link| link.step).collect();
    assert_eq!(marks, [StepId(3)]);
}

#[test]
fn the_bar_is_the_lead_time_to_scale() {
    let drawing = layout(&stream([step("A", 10.0, 30.0), back(step("B", 20.0, 0.0), 1, 0.5)]), WIDEST);
    let widths: Vec<_> = drawing.bar.iter().map(|segment| segment.area.width / drawing.bar_frame.width).collect();
    assert_eq!(widths.len(), 3);
    for (width, minutes) in widths.iter().zip([60.0, 20.0, 40.0]) {
        near(*width, minutes / 120.0);
    }
    assert!(layout(&stream([step("A", 0.0, 0.0)]), WIDEST).bar.is_empty());
}

#[test]
fn lines_of_returns_start_and_end_at_boxes_and_share_no_lane() {
    let drawing = layout(&long(40), WIDEST);
    let area = |id| drawing.boxes.iter().find(|drawn| drawn.step == id).unwrap().area;
    let mut across: Vec<(f64, f64, f64)> = Vec::new();
    for line in &drawing.returns {
        let (from, to) = (area(line.from), area(line.to));
        let (first, last) = (line.points[0], line.points[line.points.len() - 1]);
        assert!((first.y - from.y).abs() < 1e-9 && (from.x..=from.x + from.width).contains(&first.x));
        assert!((last.y - to.y).abs() < 1e-9 && (to.x..=to.x + to.width).contains(&last.x));
        for pair in line.points.windows(2) {
            let [one, other] = pair else { continue };
            if (one.y - other.y).abs() < 1e-9 {
                across.push((one.y, one.x.min(other.x), one.x.max(other.x)));
            } else {
                assert!((one.x - other.x).abs() < 1e-9, "lines run along the axes");
            }
        }
    }
    for (place, one) in across.iter().enumerate() {
        let hides = |other: &&(f64, f64, f64)| (one.0 - other.0).abs() < 1e-9 && one.1 < other.2 && other.1 < one.2;
        assert_eq!(across.iter().skip(place + 1).find(hides), None, "{one:?}");
    }
}

#[test]
fn every_drawing_is_well_formed_and_says_what_it_shows() {
    for count in [0, 1, 7, 40] {
        let svg = to_svg(&long(count), &Words::english());
        well_formed(&svg);
        assert!(
            svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\"value-stream-title value-stream-desc\"")
        );
        assert!(svg.contains("<title id=\"value-stream-title\">A stream</title><desc id=\"value-stream-desc\">"));
        let width: f64 = between(&svg, " width=\"", "\"").parse().unwrap();
        assert!((600.0..=1200.0).contains(&width));
        for never in ["http://", "https://", "url(", "@import", "<script", "<image", "NaN", "inf"] {
            assert!(!svg.replace("http://www.w3.org/2000/svg", "").contains(never), "{never}");
        }
        assert_eq!(svg.matches("<g><title>").count(), count as usize);
    }
}

#[test]
fn a_drawing_follows_the_reader_and_prints_light() {
    let svg = to_svg(&long(3), &Words::english());
    assert!(svg.contains("@media screen and (prefers-color-scheme:dark)") && svg.contains("font-family:system-ui"));
}

#[test]
fn names_cannot_become_markup() {
    let evil = "</title></svg><script>alert(\"1\")</script>&amp;'";
    let owner = Step { owner: name("\"><x onload='1'>"), ..step("A", 1.0, 2.0) };
    let hostile = stream([Step { name: name(evil), ..owner }]).renamed(name(evil));
    let words = Words { id: "\"><b", lead: "<b>&", ..Words::english() };
    let svg = to_svg(&hostile, &words);
    well_formed(&svg);
    assert!(!svg.contains("<script") && !svg.contains("<b") && !svg.contains("<x"));
    assert!(svg.contains("&lt;script&gt;"));
}

#[test]
fn long_names_are_wrapped_or_shortened_and_kept_whole_for_who_points_at_them() {
    let long = "x".repeat(80);
    let owner = name(&"W".repeat(80));
    let svg = to_svg(&stream([Step { name: name(&long), owner, ..step("A", 1.0, 0.0) }]), &Words::english());
    well_formed(&svg);
    assert!(svg.contains(&format!("<g><title>{long} · {}</title>", "W".repeat(80))));
    assert!(svg.contains('…'));
}

#[test]
fn the_description_tells_rework_and_part() {
    let two = stream([step("A", 10.0, 0.0), taken(back(step("B", 20.0, 60.0), 1, 0.25), 0.8)]);
    let svg = to_svg(&two, &Words::english());
    let said = between(&svg, "-desc\">", "</desc>");
    assert!(
        said.contains("2. Work of B (Deliver and support, B): Waiting 1 h, Work 20 min, 80 % of items, 25 % back → 1."),
        "{said}"
    );
}

#[test]
fn an_empty_stream_is_drawn_with_a_sentence() {
    let svg = to_svg(&Stream::new(name("Later"), Vocabulary::Lifecycle), &Words::english());
    well_formed(&svg);
    assert!(svg.contains(">This stream has no steps yet.</text>"));
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(inner, _)| inner).unwrap()
}

/// Checks what XML asks of a document like ours: one root, tags that close in order, quoted attributes that are there
/// once, no stray characters.
pub fn well_formed(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    let mut roots = 0;
    while let Some(start) = rest.find('<') {
        plain(&rest[..start]);
        assert!(!open.is_empty() || rest[..start].is_empty(), "text outside the root");
        let end = rest.find('>').unwrap_or_else(|| panic!("an open tag: {}", &rest[start..]));
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
            continue;
        }
        let (tag, alone) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (element, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!element.is_empty() && element.chars().all(|one| one.is_ascii_lowercase()), "{element}");
        attributes_of(attributes);
        roots += usize::from(open.is_empty());
        if !alone {
            open.push(element);
        }
    }
    assert!(rest.is_empty() && open.is_empty() && roots == 1, "{open:?} {rest}");
}

fn attributes_of(text: &str) {
    let mut seen: Vec<&str> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{rest}"));
        assert!(key.chars().all(|one| one.is_ascii_alphanumeric() || one == '-'), "{key}");
        assert!(!seen.contains(&key), "{key} twice");
        seen.push(key);
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("{after}"));
        plain(value);
        assert!(after.is_empty() || after.starts_with(' '), "{after}");
        rest = after.trim_start();
    }
}

fn plain(text: &str) {
    assert!(!text.contains('<') && !text.chars().any(char::is_control), "{text}");
    for after in text.split('&').skip(1) {
        let (entity, _) = after.split_once(';').unwrap_or_else(|| panic!("{after}"));
        assert!(["amp", "lt", "gt", "quot", "#39"].contains(&entity), "{entity}");
    }
}
