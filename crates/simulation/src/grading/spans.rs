//! Stretches of time: what two share, and what is left of one without others.

use chrono::{DateTime, Utc};

pub(super) type Time = DateTime<Utc>;

/// From when, and until when (not included).
pub(super) type Stretch = (Time, Time);

/// What both share, if anything.
pub(super) fn shared(one: Stretch, other: Stretch) -> Option<Stretch> {
    let both = (one.0.max(other.0), one.1.min(other.1));
    (both.0 < both.1).then_some(both)
}

/// What is left of one without the others, in order.
pub(super) fn without(one: Stretch, others: &[Stretch]) -> Vec<Stretch> {
    let mut left = vec![one];
    for other in others {
        left = left.into_iter().flat_map(|stretch| cut(stretch, *other)).collect();
    }
    left
}

fn cut(one: Stretch, other: Stretch) -> Vec<Stretch> {
    if shared(one, other).is_none() {
        return if one.0 < one.1 { vec![one] } else { vec![] };
    }
    [(one.0, other.0), (other.1, one.1)].into_iter().filter(|(from, to)| from < to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Time {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::minutes(minute)
    }

    #[test]
    fn what_is_cut_out_leaves_both_ends() {
        let left = without((at(0), at(10)), &[(at(2), at(4)), (at(3), at(6)), (at(9), at(12))]);
        assert_eq!(left, [(at(0), at(2)), (at(6), at(9))]);
        assert_eq!(without((at(0), at(1)), &[(at(0), at(1))]), []);
        assert_eq!(without((at(0), at(1)), &[(at(1), at(2))]), [(at(0), at(1))]);
    }
}
