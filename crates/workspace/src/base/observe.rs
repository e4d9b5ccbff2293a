//! A grid told as events: one for each row, with what that row changed.

use std::sync::Arc;

use itsm::incident::{self, HoldReason, Observed, Seen, State};
use itsm::{Event, Happening, IncidentId, PersonId};

use super::distance::spans;
use super::field::Field;
use super::grid::{Grid, UNKNOWN};
use super::hindsight::Row;
use super::names::{Names, UNKNOWN_PERSON};
use super::tell::{Teller, instant, other};
use super::word::{self, StateWord};

/// The events of a grid; `None` if it does not say when its rows were written.
pub fn events(grid: &Grid, names: &Names) -> Option<Vec<Event>> {
    let written = grid.moments(Field::UpdatedAt);
    if written.len() != grid.rows() {
        return None;
    }
    let writers = Writers::of(grid, names);
    let states = States::of(grid);
    let verdicts = Verdicts::of(grid);
    let ends = Ends::of(grid, names);
    let tellers: Vec<Teller> = grid.columns.iter().filter_map(|column| Teller::of(column, names)).collect();
    let mut events = Vec::with_capacity(written.len());
    let number_column: Arc<str> = Arc::from(Field::Number.name());
    for (incident, (first, end)) in spans(&grid.lengths).enumerate() {
        let id = grid.ids.get(incident).copied()?;
        let number = grid.numbers.get(incident).filter(|name| !name.is_empty());
        let id = IncidentId::imported(id);
        let mut story = Story::default();
        for row in first..end {
            let above = row.checked_sub(1).filter(|_| row > first);
            let at = written.get(row).copied().unwrap_or(UNKNOWN);
            let mut fields = Vec::with_capacity(if above.is_none() { grid.columns.len() } else { 4 });
            if above.is_none() {
                fields.extend(number.map(|name| other(&number_column, name)));
            }
            let open_before = above.is_none() || !is_done(story.state);
            story.tell_state(&states, row, above, &mut fields);
            for teller in &tellers {
                teller.tell(row, above, &mut fields);
            }
            let anew = open_before && is_done(story.state);
            ends.tell(row, Row { at, state: story.state, last: row + 1 == end }, anew, &mut story, &mut fields);
            let source_verdict = verdicts.tell(row, above);
            events.push(Event {
                at: instant(at),
                by: writers.of_row(row),
                what: Happening::Incident(id, incident::Event::Observed(Box::new(Observed { fields, source_verdict }))),
            });
        }
    }
    Some(events)
}

fn is_done(state: State) -> bool {
    matches!(state, State::Resolved | State::Closed)
}

/// What the rows of one incident have told so far.
struct Story {
    state: State,
    resolved_at: i64,
    closed_at: i64,
    resolver: u32,
    code: u32,
}

impl Default for Story {
    fn default() -> Self {
        Self { state: State::New, resolved_at: UNKNOWN, closed_at: UNKNOWN, resolver: 0, code: 0 }
    }
}

impl Story {
    /// Tells the state if it changed, or if the row is the first.
    fn tell_state(&mut self, states: &States, row: usize, above: Option<usize>, fields: &mut Vec<Seen>) {
        let (word, state) = states.of_row(row);
        let (word_above, state_above) = above.map_or((None, None), |above| states.of_row(above));
        if let Some(word) = word.filter(|_| state.is_none() && word != word_above) {
            fields.push(states.kept(word));
        }
        if state.is_some() && above.is_some() && state_above.is_none() && word_above.is_some() {
            fields.push(states.kept(""));
        }
        if let Some(state) = state.filter(|&state| above.is_none() || state != self.state) {
            self.state = state;
            fields.push(Seen::State(state));
        }
    }
}

/// The states of rows.
struct States<'a> {
    column: Arc<str>,
    words: &'a [String],
    indexes: &'a [u32],
    understood: Vec<StateWord>,
    holds: &'a [u32],
    reasons: Vec<Option<HoldReason>>,
}

impl<'a> States<'a> {
    fn of(grid: &'a Grid) -> Self {
        let (words, indexes) = grid.words(Field::State);
        let (hold_words, holds) = grid.words(Field::HoldReason);
        Self {
            column: Arc::from(grid.column(Field::State).map_or("", |column| &column.name)),
            words,
            indexes,
            understood: words.iter().map(|word| word::state(word)).collect(),
            holds,
            reasons: hold_words.iter().map(|word| word::hold_reason(word)).collect(),
        }
    }

    /// The row's word, unless it has none, and the state it stands for, unless it stands for none.
    fn of_row(&self, row: usize) -> (Option<&'a str>, Option<State>) {
        let index = self.indexes.get(row).map_or(0, |&index| index as usize);
        let word = self.words.get(index).map(String::as_str).filter(|word| !word.is_empty());
        let state = match self.understood.get(index) {
            Some(StateWord::Known(state)) => Some(*state),
            Some(StateWord::Hold) => Some(State::OnHold(self.reason(row).unwrap_or(HoldReason::Caller))),
            Some(StateWord::Unknown) | None => None,
        };
        (word, state)
    }

    fn reason(&self, row: usize) -> Option<HoldReason> {
        self.holds.get(row).and_then(|&index| self.reasons.get(index as usize)).copied().flatten()
    }

    fn kept(&self, word: &str) -> Seen {
        other(&self.column, word)
    }
}

/// Who wrote rows.
struct Writers<'a> {
    indexes: &'a [u32],
    people: Vec<PersonId>,
}

impl<'a> Writers<'a> {
    fn of(grid: &'a Grid, names: &Names) -> Self {
        let (words, indexes) = grid.words(Field::UpdatedBy);
        let people = words.iter().map(|word| names.person(word).unwrap_or(UNKNOWN_PERSON)).collect();
        Self { indexes, people }
    }

    fn of_row(&self, row: usize) -> PersonId {
        let person = self.indexes.get(row).and_then(|&index| self.people.get(index as usize));
        person.copied().unwrap_or(UNKNOWN_PERSON)
    }
}

/// The other tool's verdicts on its service level.
struct Verdicts<'a> {
    indexes: &'a [u32],
    understood: Vec<Option<bool>>,
}

impl<'a> Verdicts<'a> {
    fn of(grid: &'a Grid) -> Self {
        let (words, indexes) = grid.words(Field::Verdict);
        Self { indexes, understood: words.iter().map(|word| word::truth(word)).collect() }
    }

    /// The verdict, where the row says it anew.
    fn tell(&self, row: usize, above: Option<usize>) -> Option<bool> {
        let index = self.indexes.get(row)?;
        if above.and_then(|above| self.indexes.get(above)) == Some(index) {
            return None;
        }
        self.understood.get(*index as usize).copied().flatten()
    }
}

/// How incidents ended.
struct Ends<'a> {
    resolved: &'a [i64],
    closed: &'a [i64],
    resolvers: &'a [u32],
    people: Vec<Option<PersonId>>,
    codes: &'a [u32],
    words: Vec<Arc<str>>,
}

impl<'a> Ends<'a> {
    fn of(grid: &'a Grid, names: &Names) -> Self {
        let (people, resolvers) = grid.words(Field::ResolvedBy);
        let (words, codes) = grid.words(Field::ResolutionCode);
        Self {
            resolved: grid.moments(Field::ResolvedAt),
            closed: grid.moments(Field::ClosedAt),
            resolvers,
            people: people.iter().map(|word| names.person(word)).collect(),
            codes,
            words: words.iter().map(|word| Arc::from(word.as_str())).collect(),
        }
    }

    /// Tells what the row may already know of the end. A row that ends an open incident (`anew`) says all
    /// of it again, because what was told of an earlier end no longer held.
    fn tell(&self, place: usize, row: Row, anew: bool, story: &mut Story, fields: &mut Vec<Seen>) {
        let resolved_at = self.resolved.get(place).copied().unwrap_or(UNKNOWN);
        if row.tells_of_resolution(resolved_at) {
            if story.resolved_at != resolved_at || (anew && resolved_at != UNKNOWN) {
                story.resolved_at = resolved_at;
                fields.push(Seen::ResolvedAt((resolved_at != UNKNOWN).then(|| instant(resolved_at))));
            }
            let resolver = self.resolvers.get(place).copied().unwrap_or(0);
            if story.resolver != resolver || (anew && resolver != 0) {
                story.resolver = resolver;
                fields.push(Seen::ResolvedBy(self.people.get(resolver as usize).copied().flatten()));
            }
            let code = self.codes.get(place).copied().unwrap_or(0);
            if story.code != code || (anew && code != 0) {
                story.code = code;
                fields.push(Seen::ResolutionCode(self.words.get(code as usize).cloned().unwrap_or_default()));
            }
        }
        let closed_at = self.closed.get(place).copied().unwrap_or(UNKNOWN);
        if row.tells_of_closing(closed_at) && story.closed_at != closed_at {
            story.closed_at = closed_at;
            fields.push(Seen::ClosedAt((closed_at != UNKNOWN).then(|| instant(closed_at))));
        }
    }
}
