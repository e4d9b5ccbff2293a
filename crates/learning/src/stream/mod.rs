//! The value stream builder's rules: a stream of steps, edits, measures, comparison, drawing, stored form.
//!
//! A value stream is the series of steps by which demand becomes something of value. ITIL leaves open how one is
//! measured; touch and wait time, flow efficiency, hand-offs, percent complete and accurate and the drawing with its
//! time ladder are common practice of Lean value stream mapping. Where we had to choose, the item says so.
//!
//! Pure: no clock, no randomness, no input or output. Times are minutes of working time. A figure "per item" is the mean
//! over the items that enter the stream.

mod activity;
mod compare;
mod drawing;
mod edit;
mod effect;
mod examples;
mod fit;
mod layout;
mod marks;
mod measures;
mod quantity;
mod refusal;
mod returns;
mod steps;
mod stored;
mod svg;
mod totals;
mod visits;
mod words;

pub use activity::{Activity, Vocabulary};
pub use compare::{Aspect, Change, Comparison, Difference, Measure, Source, StepChange, compare};
pub use drawing::drawing;
pub use effect::lead_effect;
pub use examples::{Example, Examples, FILE as EXAMPLES_FILE};
pub use fit::{fit, width_of};
pub use layout::{Area, Layout, Link, Point, Rung, Segment, StepBox, Triangle, WIDEST, layout};
pub use marks::{Drawing, Mark};
pub use measures::{Bottleneck, Measures, StepMeasures};
pub use quantity::{Minutes, Name, ReturnShare, Share, StepId, TakenShare, WorkingHours};
pub use refusal::Refusal;
pub use returns::ReturnLine;
pub use steps::{MOST_STEPS, Placed, Rework, Step, Stream};
pub use stored::{ReadError, read, store};
pub use svg::to_svg;
pub use totals::{ActivityTotal, OwnerLoad};
pub use words::Words;
