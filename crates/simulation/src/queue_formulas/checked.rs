//! What a formula can be asked.

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The named number must be above 0 and finite.
    Positive(&'static str),
    /// The named number must be 0 or more and finite.
    NotNegative(&'static str),
    /// The named number must be 0 or more and less than 1.
    Part(&'static str),
    /// There must be at least one server.
    NoServer,
    /// Servers or load beyond `MOST_SERVERS`: the sum over servers would take too long.
    TooLarge,
    /// Patience is so long, under such a load, that the queue has more likely lengths than can be summed up.
    TooPatient,
    /// Work comes at least as fast as it can be done: the queue grows for ever, and there is no steady state.
    Overloaded,
    /// A second moment cannot be less than the mean's square.
    Moments,
}

/// The most servers that are reckoned with.
pub const MOST_SERVERS: u32 = 10_000_000;

impl std::fmt::Display for Impossible {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Positive(name) => write!(f, "{name:?} must be above 0"),
            Self::NotNegative(name) => write!(f, "{name:?} must be 0 or more"),
            Self::Part(name) => write!(f, "{name:?} must be 0 or more and less than 1"),
            Self::NoServer => f.write_str("there must be at least one server"),
            Self::TooLarge => write!(f, "there may be at most {MOST_SERVERS} servers, and as much load"),
            Self::TooPatient => {
                f.write_str("patience is so long that the queue has more likely lengths than can be summed up")
            }
            Self::Overloaded => {
                f.write_str("the load is not below the capacity: the queue grows for ever, there is no steady state")
            }
            Self::Moments => f.write_str("\"second_moment\" cannot be less than the mean's square"),
        }
    }
}

impl std::error::Error for Impossible {}

pub(super) fn positive(name: &'static str, value: f64) -> Result<f64, Impossible> {
    (value.is_finite() && value > 0.0).then_some(value).ok_or(Impossible::Positive(name))
}

pub(super) fn not_negative(name: &'static str, value: f64) -> Result<f64, Impossible> {
    (value.is_finite() && value >= 0.0).then_some(value).ok_or(Impossible::NotNegative(name))
}

pub(super) fn part(name: &'static str, value: f64) -> Result<f64, Impossible> {
    (0.0..1.0).contains(&value).then_some(value).ok_or(Impossible::Part(name))
}

/// At least one and not too many.
pub(super) fn servers(count: u32) -> Result<u32, Impossible> {
    match count {
        0 => Err(Impossible::NoServer),
        count if count > MOST_SERVERS => Err(Impossible::TooLarge),
        count => Ok(count),
    }
}
