//! A table while people choose what becomes of it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use itsm::calendar::Zone;

use super::cells::{self, Mapped, Word};
use super::check::{self, Checked};
use super::dating::Order;
use super::fault::ImportFault;
use super::inspect::{self, Inspection};
use super::mapping::Mapping;
use super::read::{self, Raw};
use super::tickets::{self, Judged, Step};
use super::tool::Tool;
use super::{Imported, ORDERED_AT, Options, Progress, READ_UNTIL, Scope, Step as Doing, expand};
use crate::base::field::Field;
use crate::base::{Left, LeftOut, Mending, Report};

/// A table, read.
pub struct Sheet {
    raw: Raw,
    tool: Tool,
}

/// A table under a mapping.
pub struct View<'a> {
    /// Its columns.
    pub columns: Vec<Mapped<'a>>,
    /// What its dates tell of their order.
    pub order: Order,
    /// Its rows.
    pub judged: Judged,
    /// Whether the month was read first.
    pub month_first: bool,
}

impl Sheet {
    /// Reads a table, whatever its columns are called. `separator` is looked for where it is not said.
    pub fn open(
        bytes: &[u8],
        separator: &str,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, ImportFault> {
        let separator = separator.bytes().next().filter(u8::is_ascii);
        let raw = read::read_any(bytes, separator, &mut |fraction, rows| match progress(Progress {
            step: Doing::Reading,
            fraction: fraction.min(1.0),
            rows,
        }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ImportFault::Cancelled),
        })?;
        if raw.lines.is_empty() {
            return Err(ImportFault::NoRows);
        }
        let headers: Vec<String> = raw.columns.iter().map(|column| column.name.clone()).collect();
        Ok(Self { tool: Tool::of(&headers), raw })
    }

    /// What it is, and a first guess at a mapping.
    pub fn inspect(&self) -> Inspection {
        inspect::inspect(&self.raw)
    }

    /// What comes of a mapping: what is to be asked, what cannot be read, and how the first tickets look.
    pub fn check(&self, mapping: &Mapping) -> Checked {
        check::check(&self.raw, self.tool, &self.view(mapping), mapping)
    }

    /// Imports it. `progress` is told of each step, and may break off.
    pub fn import(
        &self,
        mapping: &Mapping,
        options: &Options,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Imported, ImportFault> {
        let rows = self.raw.rows();
        let mut tell = |step, fraction| match progress(Progress { step, fraction, rows }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ImportFault::Cancelled),
        };
        tell(Doing::Reading, 0.0)?;
        let mut view = self.view(mapping);
        tell(Doing::Ordering, READ_UNTIL)?;
        let checked = check::check(&self.raw, self.tool, &view, mapping);
        if !checked.ready {
            return Err(ImportFault::NotReady(checked.reasons()));
        }
        let until = match options.scope {
            Scope::AsItWas => i64::MAX,
            Scope::AsOf(instant) => instant.timestamp(),
        };
        let told = self.steps(&view, mapping, until);
        if told.steps.is_empty() {
            let first = told.first_later.and_then(|at| chrono::DateTime::from_timestamp(at, 0));
            return Err(first.map_or(ImportFault::NoRows, |first| ImportFault::NothingYet { first }));
        }
        let mut log = expand::log(&self.raw, &view.columns, &told.steps, &view.judged.ends, mapping.updates);
        let (grid, mut report) = super::take(&mut log, options.scope)?;
        self.account(&mut report, &mut view, mapping, told);
        tell(Doing::Packing, ORDERED_AT)?;
        super::pack(grid, report, options, &mut |fraction| tell(Doing::Packing, fraction))
    }

    fn view(&self, mapping: &Mapping) -> View<'_> {
        let zone = Zone::named(&mapping.zone).unwrap_or(Zone::UTC);
        let dates = self.raw.columns.iter().zip(&mapping.columns).filter(|(_, becomes)| becomes.field().is_moment());
        let order = Order::of(dates.map(|(column, _)| column));
        let month_first = order.month_first(mapping.month_first);
        let columns = cells::columns(&self.raw, mapping, self.tool, month_first, zone);
        let judged = tickets::judge(&self.raw, &columns, mapping);
        View { columns, order, judged, month_first }
    }

    /// What happened to the tickets whose rows are taken.
    fn steps(&self, view: &View, mapping: &Mapping, until: i64) -> Told {
        let mut told = Told::default();
        for (row, ends) in (0u32..).zip(&view.judged.ends) {
            if view.judged.left.get(row as usize).copied().flatten().is_some() {
                continue;
            }
            let state = state_of(view, row as usize);
            if mapping.updates {
                told.steps.push(Step { row, at: ends.updated, state, last: true });
                continue;
            }
            let steps = ends.steps(row, state.unwrap_or_else(|| ends.state()), until);
            if steps.is_empty() {
                told.later.push(row);
                told.first_later = Some(told.first_later.map_or(ends.opened, |first: i64| first.min(ends.opened)));
            }
            told.steps.extend(steps);
        }
        told
    }

    /// The account of what was taken, in terms of the file's rows.
    fn account(&self, report: &mut Report, view: &mut View, mapping: &Mapping, told: Told) {
        let mut left: BTreeMap<Left, (u32, u32)> = BTreeMap::new();
        let mut add = |why: Left, rows: u32, line: u32| {
            let (count, first) = left.entry(why).or_insert((0, line));
            *count += rows;
            *first = line.min(*first);
        };
        report.left_out.iter().for_each(|left| add(left.why, left.rows, left.line));
        for (why, line) in view.judged.left.iter().zip(&self.raw.lines) {
            if let Some(why) = why {
                add(*why, 1, *line);
            }
        }
        for row in &told.later {
            add(Left::Later, 1, self.raw.lines.get(*row as usize).copied().unwrap_or(0));
        }
        report.left_out = left.into_iter().map(|(why, (rows, line))| LeftOut { why, rows, line }).collect();
        report.incidents_later += told.later.len() as u32;
        report.rows_read = self.raw.rows();
        let mut mends = std::mem::take(&mut view.judged.mends);
        mends.join(std::mem::take(&mut report.mended));
        report.mended = mends.into_list();
        // A number that was given here is told of once, as that.
        let given = cells_of(report, Mending::NumberGiven);
        if given > 0 && given == cells_of(report, Mending::Renumbered) {
            report.mended.retain(|mend| mend.what != Mending::Renumbered);
        }
        let names = |wanted: &dyn Fn(&Mapped) -> bool| {
            view.columns.iter().filter(|column| wanted(column)).map(|column| column.raw.name.clone()).collect()
        };
        report.recognised = names(&|column| column.field != Field::Other);
        report.kept = names(&|column| column.field == Field::Other && !column.dropped);
        report.dropped = names(&|column| column.dropped);
        let tool = if mapping.updates && self.tool == Tool::ServiceNow { Tool::ServiceNowLog } else { self.tool };
        report.tool = tool.name().to_owned();
        report.dates.month_first = view.month_first;
        report.dates.name_utc = view.order.named;
        report.zone = if mapping.zone.is_empty() { "UTC".to_owned() } else { mapping.zone.clone() };
    }
}

fn cells_of(report: &Report, what: Mending) -> u32 {
    report.mended.iter().filter(|mend| mend.what == what).map(|mend| mend.cells).sum()
}

/// What happened, as far as it had by an instant.
#[derive(Default)]
struct Told {
    steps: Vec<Step>,
    /// Rows of tickets that were opened later.
    later: Vec<u32>,
    first_later: Option<i64>,
}

/// The state that a row names, if it names one that is known.
pub fn state_of(view: &View, row: usize) -> Option<&'static str> {
    match tickets::column(&view.columns, Field::State)?.word(row) {
        Word::Ours(state) => Some(state),
        Word::Empty | Word::NotKnown | Word::Undecided => None,
    }
}
