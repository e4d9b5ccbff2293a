//! What a sample says of a mean, and how sure that is.

/// A mean and its 95 % confidence interval, mean ± half width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean of the sample.
    pub mean: f64,
    /// Half the width of the interval; infinite for fewer than two values.
    pub half_width: f64,
}

impl Estimate {
    /// From values that are independent, or nearly so (means of long batches, replications), by Student's t.
    pub fn of(values: &[f64]) -> Self {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let freedom = values.len().saturating_sub(1);
        if freedom == 0 {
            return Self { mean, half_width: f64::INFINITY };
        }
        let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
        let half_width = t_975(freedom) * (squares / freedom as f64 / count).sqrt();
        Self { mean, half_width }
    }

    /// Whether a value lies in the interval.
    pub fn covers(self, value: f64) -> bool {
        (value - self.mean).abs() <= self.half_width
    }
}

/// The 97.5 % quantile of Student's t for 1 to 10 degrees of freedom.
const SMALL: [f64; 10] =
    [12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157, 2.228_139];

/// The same for any number of them; beyond the table by the expansion around the normal quantile, with four terms.
///
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1972), 26.7.5; the error is below 0.0003 from 11 on.
fn t_975(freedom: usize) -> f64 {
    if let Some(value) = freedom.checked_sub(1).and_then(|place| SMALL.get(place)) {
        return *value;
    }
    let z = 1.959_963_985;
    let n = freedom as f64;
    let square = z * z;
    let first = z * (square + 1.0) / 4.0;
    let second = z * ((5.0 * square + 16.0) * square + 3.0) / 96.0;
    let third = z * (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
    z + (first + (second + third / n) / n) / n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, expected) in
            [(1, 12.706_205), (11, 2.200_985), (19, 2.093_024), (29, 2.045_230), (120, 1.979_930)]
        {
            assert!((t_975(freedom) - expected).abs() < 3e-4, "{freedom}: {}", t_975(freedom));
        }
    }

    #[test]
    fn one_value_says_nothing_of_its_spread() {
        assert_eq!(Estimate::of(&[3.0]), Estimate { mean: 3.0, half_width: f64::INFINITY });
        assert!(Estimate::of(&[1.0, 2.0, 3.0]).covers(2.5));
    }
}
