//! Ticks at round numbers.

/// Round numbers from 0 on, a few of them, the last at or above `most`. Counts have no ticks between whole numbers.
pub(super) fn ticks(most: f64) -> Vec<f64> {
    const MOST_STEPS: f64 = 4.0;
    let mut step = 1.0;
    'found: for power in 0..12 {
        for factor in [1.0, 2.0, 5.0] {
            step = factor * 10_f64.powi(power);
            if most / step <= MOST_STEPS {
                break 'found;
            }
        }
    }
    let count = (most / step).ceil().max(1.0) as usize;
    (0..=count).map(|tick| tick as f64 * step).collect()
}

/// `25,000`, in the form in force.
pub(super) fn count_text(count: f64) -> String {
    preferences::format::current().number(count.max(0.0).round() as u64)
}
