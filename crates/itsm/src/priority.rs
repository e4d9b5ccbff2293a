//! Priority: derived from impact and urgency, never typed by hand.

use std::sync::OnceLock;

/// A step on the scale of impact or of urgency; 1 is the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(pub u8);

/// What is worked on first; 1 is the most pressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Priority(pub u8);

/// Impact × urgency → priority: square, 2×2 up to 5×5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    size: u8,
    /// Row by row, impact first.
    cells: Vec<Priority>,
}

/// Why a matrix cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixFault {
    /// Fewer than 2 or more than 5 levels, or rows of unequal length.
    Shape,
    /// A priority of 0, or beyond [`Matrix::LOWEST`].
    PriorityOutOfRange {
        /// Row of the cell.
        impact: Level,
        /// Column of the cell.
        urgency: Level,
    },
    /// A higher impact or urgency would get a lower priority than its neighbour: nobody could explain it.
    NotMonotonic {
        /// Row of the cell.
        impact: Level,
        /// Column of the cell.
        urgency: Level,
        /// Impact and urgency of the neighbour that is worth more and would come later.
        after: (Level, Level),
    },
}

impl Matrix {
    /// The lowest priority a cell may hold.
    pub const LOWEST: u8 = 5;

    /// A matrix from its rows (impact 1 first), each from urgency 1 on.
    pub fn new(rows: &[Vec<u8>]) -> Result<Self, MatrixFault> {
        let size = u8::try_from(rows.len()).unwrap_or(u8::MAX);
        if !(2..=5).contains(&size) || rows.iter().any(|row| row.len() != rows.len()) {
            return Err(MatrixFault::Shape);
        }
        let matrix = Self { size, cells: rows.iter().flatten().map(|&cell| Priority(cell)).collect() };
        for impact in 1..=size {
            for urgency in 1..=size {
                matrix.check(Level(impact), Level(urgency))?;
            }
        }
        Ok(matrix)
    }

    fn check(&self, impact: Level, urgency: Level) -> Result<(), MatrixFault> {
        let here = self.priority(impact, urgency);
        if !(1..=Self::LOWEST).contains(&here.0) {
            return Err(MatrixFault::PriorityOutOfRange { impact, urgency });
        }
        // Level 1 is the highest: who stands above or to the left has more impact or urgency.
        let above = (impact.0 > 1).then(|| (Level(impact.0 - 1), urgency));
        let left = (urgency.0 > 1).then(|| (impact, Level(urgency.0 - 1)));
        let later = |cell: &(Level, Level)| self.priority(cell.0, cell.1) > here;
        match above.into_iter().chain(left).find(later) {
            Some(after) => Err(MatrixFault::NotMonotonic { impact, urgency, after }),
            None => Ok(()),
        }
    }

    /// The middle of each scale, or the lower of two: where something stands until somebody weighed it.
    pub fn middle(&self) -> Level {
        Level(self.size / 2 + 1)
    }

    /// How many levels each scale has.
    pub fn size(&self) -> u8 {
        self.size
    }

    /// Whether `level` is on the scales of this matrix.
    pub fn has(&self, level: Level) -> bool {
        (1..=self.size).contains(&level.0)
    }

    /// The priority of a cell; a level beyond the scale counts as the nearest one on it.
    pub fn priority(&self, impact: Level, urgency: Level) -> Priority {
        let row = usize::from(impact.0.clamp(1, self.size) - 1);
        let column = usize::from(urgency.0.clamp(1, self.size) - 1);
        self.cells.get(row * usize::from(self.size) + column).copied().unwrap_or(Priority(Self::LOWEST))
    }

    /// The rows, impact 1 first.
    pub fn rows(&self) -> Vec<Vec<u8>> {
        self.cells.chunks(usize::from(self.size)).map(|row| row.iter().map(|cell| cell.0).collect()).collect()
    }
}

impl Matrix {
    /// Rows to start from for scales of `size` levels: from 1 where both are highest down to 5 where both are lowest, in
    /// even steps. For three levels that is the default.
    pub fn even(size: u8) -> Vec<Vec<u8>> {
        let most = 2 * size.saturating_sub(1).max(1);
        let step = Self::LOWEST - 1;
        // Rounded to the nearest, halves to the less pressing.
        let cell = |away: u8| 1 + (away * step + most / 2) / most;
        (0..size).map(|impact| (0..size).map(|urgency| cell(impact + urgency)).collect()).collect()
    }

    /// The default matrix.
    pub fn standard() -> &'static Matrix {
        static STANDARD: OnceLock<Matrix> = OnceLock::new();
        STANDARD.get_or_init(Matrix::default)
    }
}

impl Default for Matrix {
    /// ServiceNow's 3×3: high/high 1 … low/low 5.
    fn default() -> Self {
        let cells = [1, 2, 3, 2, 3, 4, 3, 4, 5].map(Priority).to_vec();
        Self { size: 3, cells }
    }
}
