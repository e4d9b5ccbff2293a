//! Instants and whole numbers as small distances to a neighbour.

use super::field::Field;
use super::grid::UNKNOWN;
use super::plan::Near;

/// The instants that other instants are measured from. Each list is empty until its column is known.
#[derive(Default)]
pub struct References {
    /// When each row was written.
    rows: Vec<i64>,
    opened: Vec<i64>,
    created: Vec<i64>,
    last: Vec<i64>,
    before_last: Vec<i64>,
}

impl References {
    /// Takes a column that others may be measured from; any other is passed over.
    pub fn learn(&mut self, field: Field, values: &[i64], lengths: &[u32]) {
        match field {
            Field::OpenedAt => self.opened = heads(values, lengths),
            Field::CreatedAt => self.created = heads(values, lengths),
            Field::UpdatedAt => {
                self.rows = values.to_vec();
                self.last = spans(lengths).map(|(_, end)| at(values, end.wrapping_sub(1))).collect();
                self.before_last =
                    spans(lengths).map(|(start, end)| at(values, end.saturating_sub(2).max(start))).collect();
            }
            _ => {}
        }
    }

    /// From what the first instants of that column are least far away, on the whole.
    pub fn nearest(&self, field: Field, values: &[i64], lengths: &[u32]) -> Near {
        let firsts = heads(values, lengths);
        let cost = |near: &Near| -> u64 {
            let mut above = 0;
            firsts
                .iter()
                .enumerate()
                .map(|(incident, &value)| {
                    if value == UNKNOWN {
                        return 0;
                    }
                    let distance = value.wrapping_sub(self.origin(*near, incident, above));
                    above = value;
                    u64::from(64 - distance.unsigned_abs().leading_zeros())
                })
                .sum()
        };
        Near::choices(field).iter().copied().min_by_key(cost).unwrap_or_default()
    }

    /// What the first value of an incident is measured from.
    fn origin(&self, near: Near, incident: usize, above: i64) -> i64 {
        let list = match near {
            Near::Above => return above,
            Near::Opened => &self.opened,
            Near::Created => &self.created,
            Near::Last => &self.last,
            Near::BeforeLast => &self.before_last,
        };
        match at(list, incident) {
            UNKNOWN => above,
            known => known,
        }
    }

    /// What a later value is measured from: the row's own instant, or, for the columns that this very list is
    /// made of and for plain numbers, the last known value.
    fn later_origin(&self, measured_from_row: bool, row: usize, known: i64) -> i64 {
        if measured_from_row { at(&self.rows, row) } else { known }
    }
}

/// How the distances of one column are measured.
#[derive(Clone, Copy)]
pub struct Measure {
    /// Where first values start from.
    pub near: Near,
    /// What all distances are multiples of.
    pub unit: i64,
    /// Whether later values are measured from their row's instant.
    pub from_row: bool,
}

impl Measure {
    /// For whole numbers.
    pub const WHOLES: Measure = Measure { near: Near::Above, unit: 1, from_row: false };

    /// For the instants of a field.
    pub fn moments(field: Field, near: Near, unit: u32) -> Self {
        let from_row = !matches!(field, Field::OpenedAt | Field::CreatedAt | Field::UpdatedAt);
        Measure { near, unit: i64::from(unit.max(1)), from_row }
    }
}

/// A column's codes: one for each incident, one for each later row. Both as running sums, because the column
/// codec stores differences.
///
/// First values: 0 unknown, else the distance (moved up by 1 from 0 on). Later values: 0 as above, 1 unknown,
/// else the distance (moved up by 2 from 0 on).
pub fn to_codes(values: &[i64], lengths: &[u32], measure: Measure, references: &References) -> (Vec<i64>, Vec<i64>) {
    let mut first = Running::default();
    let mut later = Running::default();
    let mut above_first = 0;
    for (incident, (start, end)) in spans(lengths).enumerate() {
        let head = at(values, start);
        if head == UNKNOWN {
            first.push(0);
        } else {
            let distance = head.wrapping_sub(references.origin(measure.near, incident, above_first)) / measure.unit;
            first.push(if distance < 0 { distance } else { distance + 1 });
            above_first = head;
        }
        let (mut above, mut known) = (head, known_or(head, 0));
        for row in start + 1..end {
            let value = at(values, row);
            if value == above {
                later.push(0);
            } else if value == UNKNOWN {
                later.push(1);
            } else {
                let origin = references.later_origin(measure.from_row, row, known);
                let distance = value.wrapping_sub(origin) / measure.unit;
                later.push(if distance < 0 { distance } else { distance + 2 });
            }
            above = value;
            known = known_or(value, known);
        }
    }
    (first.sums, later.sums)
}

/// The values that [`to_codes`] made codes of.
pub fn from_codes(
    first: &[i64],
    later: &[i64],
    lengths: &[u32],
    measure: Measure,
    references: &References,
) -> Vec<i64> {
    let mut values = Vec::with_capacity(first.len() + later.len());
    let mut first = differences(first);
    let mut later = differences(later);
    let mut above_first = 0;
    for (incident, (start, end)) in spans(lengths).enumerate() {
        let head = match first.next().unwrap_or(0) {
            0 => UNKNOWN,
            code => {
                let distance = if code < 0 { code } else { code - 1 }.wrapping_mul(measure.unit);
                above_first = references.origin(measure.near, incident, above_first).wrapping_add(distance);
                above_first
            }
        };
        values.push(head);
        let (mut above, mut known) = (head, known_or(head, 0));
        for row in start + 1..end {
            above = match later.next().unwrap_or(0) {
                0 => above,
                1 => UNKNOWN,
                code => {
                    let distance = if code < 0 { code } else { code - 2 }.wrapping_mul(measure.unit);
                    references.later_origin(measure.from_row, row, known).wrapping_add(distance)
                }
            };
            known = known_or(above, known);
            values.push(above);
        }
    }
    values
}

/// Where the rows of each incident begin and end.
pub fn spans(lengths: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    lengths.iter().scan(0usize, |start, &length| {
        let span = (*start, *start + length as usize);
        *start = span.1;
        Some(span)
    })
}

fn heads(values: &[i64], lengths: &[u32]) -> Vec<i64> {
    spans(lengths).map(|(start, _)| at(values, start)).collect()
}

fn at(values: &[i64], place: usize) -> i64 {
    values.get(place).copied().unwrap_or(UNKNOWN)
}

fn known_or(value: i64, otherwise: i64) -> i64 {
    if value == UNKNOWN { otherwise } else { value }
}

#[derive(Default)]
struct Running {
    sums: Vec<i64>,
    sum: i64,
}

impl Running {
    fn push(&mut self, code: i64) {
        self.sum = self.sum.wrapping_add(code);
        self.sums.push(self.sum);
    }
}

fn differences(sums: &[i64]) -> impl Iterator<Item = i64> {
    sums.iter().scan(0i64, |above, &sum| {
        let code = sum.wrapping_sub(*above);
        *above = sum;
        Some(code)
    })
}
