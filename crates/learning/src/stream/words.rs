//! The words of a drawing, and how it writes numbers: a page hands in the reader's own forms.

/// What a drawing says.
pub struct Words<'a> {
    /// The prefix of the ids in the drawing: unique on a page that shows several.
    pub id: &'a str,
    /// "Lead time".
    pub lead: &'a str,
    /// "Work".
    pub touch: &'a str,
    /// "Waiting".
    pub wait: &'a str,
    /// "Flow efficiency".
    pub flow_efficiency: &'a str,
    /// "Hand-offs".
    pub hand_offs: &'a str,
    /// "Right first time".
    pub first_pass_yield: &'a str,
    /// "back", after a share of the items that is sent back.
    pub back: &'a str,
    /// "of items", after a share of the items that take a step.
    pub of_items: &'a str,
    /// "visits", after the number of visits of an item.
    pub visits: &'a str,
    /// "Bottleneck".
    pub bottleneck: &'a str,
    /// "Longest wait".
    pub longest_wait: &'a str,
    /// What the drawing says that has no steps.
    pub empty: &'a str,
    /// What the marks mean, below the drawing.
    pub legend: &'a str,
    /// Says minutes of working time.
    pub time: &'a dyn Fn(f64) -> String,
    /// Says a share of 1.
    pub share: &'a dyn Fn(f64) -> String,
    /// Says a mean number.
    pub number: &'a dyn Fn(f64) -> String,
}

impl Words<'static> {
    /// British English.
    pub fn english() -> Self {
        Self {
            id: "value-stream",
            lead: "Lead time",
            touch: "Work",
            wait: "Waiting",
            flow_efficiency: "Flow efficiency",
            hand_offs: "Hand-offs",
            first_pass_yield: "Right first time",
            back: "back",
            of_items: "of items",
            visits: "visits",
            bottleneck: "Bottleneck",
            longest_wait: "Longest wait",
            empty: "This stream has no steps yet.",
            legend: "Triangle: waiting before a step. Diamond: another owner takes over. Dashed box: only part of the items take the step. Dashed line: work goes back. Ladder and bar: minutes an item can expect, rework included; waiting above, work below.",
            time: &english_time,
            share: &english_share,
            number: &english_number,
        }
    }
}

/// Beyond this many minutes a figure says nothing more: about 190 years round the clock.
const ENDLESS: f64 = 1e8;

fn english_time(minutes: f64) -> String {
    // NaN, too, says nothing.
    if !(0.0..=ENDLESS).contains(&minutes) {
        return "beyond measure".to_owned();
    }
    if minutes < 59.95 {
        return format!("{} min", english_number(minutes));
    }
    let whole = minutes.round();
    let (hours, rest) = ((whole / 60.0).floor(), whole % 60.0);
    if rest == 0.0 || hours >= 100.0 {
        format!("{} h", (whole / 60.0).round())
    } else {
        format!("{hours} h {rest} min")
    }
}

fn english_share(share: f64) -> String {
    format!("{} %", english_number(share * 100.0))
}

fn english_number(value: f64) -> String {
    if value.abs() > ENDLESS {
        return "beyond measure".to_owned();
    }
    // To a tenth, 12 rather than 12.0; small ones to a hundredth, so that they are not said to be nothing.
    let digits = if value.abs() < 9.995 { 100.0 } else { 10.0 };
    format!("{}", (value * digits).round() / digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_minutes_and_hours() {
        let said = [0.0, 2.5, 45.0, 59.96, 60.0, 200.0, 6001.0, 1e100, f64::NAN].map(english_time);
        let expected =
            ["0 min", "2.5 min", "45 min", "1 h", "1 h", "3 h 20 min", "100 h", "beyond measure", "beyond measure"];
        assert_eq!(said, expected);
    }

    #[test]
    fn shares_are_said_in_percent() {
        assert_eq!([0.041666, 0.5, 1.0].map(english_share), ["4.17 %", "50 %", "100 %"]);
    }
}
