//! Two texts compared by lines.

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is in both.
    Same,
    /// Only in the earlier text.
    Removed,
    /// Only in the later text.
    Added,
}

/// More lines than this are not compared one by one: the table would be too large.
const MOST: usize = 1_500;

/// Every line of both texts, in order, with what became of it.
pub fn compare<'a>(earlier: &'a str, later: &'a str) -> Vec<(Change, &'a str)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (earlier.lines().collect(), later.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let (start, old) = old.split_at(same_start);
    let new = new.get(same_start..).unwrap_or_default();
    let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old, end) = old.split_at(old.len().saturating_sub(same_end));
    let new = new.get(..new.len().saturating_sub(same_end)).unwrap_or_default();
    let same = |line: &&'a str| (Change::Same, *line);
    let mut lines: Vec<(Change, &str)> = start.iter().map(same).collect();
    lines.extend(middle(old, new));
    lines.extend(end.iter().map(same));
    lines
}

/// The longest common run of lines, by the usual table.
fn middle<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Change, &'a str)> {
    let all_anew = || {
        let removed = old.iter().map(|line| (Change::Removed, *line));
        removed.chain(new.iter().map(|line| (Change::Added, *line))).collect()
    };
    if old.len() > MOST || new.len() > MOST {
        return all_anew();
    }
    let width = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * width];
    let at = |common: &[u16], row: usize, column: usize| common.get(row * width + column).copied().unwrap_or(0);
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let longest = if one == other {
                at(&common, row + 1, column + 1).saturating_add(1)
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = longest;
            }
        }
    }
    let mut lines = vec![];
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(one), Some(other)) if one == other => {
                lines.push((Change::Same, *one));
                (row, column) = (row + 1, column + 1);
            }
            (Some(one), other) if other.is_none() || at(&common, row + 1, column) >= at(&common, row, column + 1) => {
                lines.push((Change::Removed, *one));
                row += 1;
            }
            (_, Some(other)) => {
                lines.push((Change::Added, *other));
                column += 1;
            }
            _ => return lines,
        }
    }
}
