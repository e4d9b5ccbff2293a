//! Simulated time: a deterministic kernel, queues on it, and the mathematics of staffing.
//!
//! The same start, seed and commands give the same run, bit for bit, natively and in the browser. So nothing here asks
//! a clock or the system's randomness, transcendental functions come from `libm`, no hash map is iterated, and nothing
//! random depends on the width of `usize` (`clippy.toml` forbids what it can).

pub mod clock;
pub mod debrief;
pub mod event_queue;
pub mod grading;
pub mod kernel;
pub mod queue;
pub mod queue_formulas;
pub mod random;
pub mod scenario;
pub mod shift;
pub mod trace;

pub use clock::SimTime;
pub use event_queue::{EventQueue, Scheduled};
pub use kernel::{Fired, Kernel, Unschedulable};
pub use random::{Purpose, Stream, Streams};
pub use trace::{Trace, Traced};
