//! What may stand at the cursor of a typed query: fields, values with how many they would show, names of the desk.

use super::answer::Counts;
use super::choice::Choice;
use super::field::{Field, Kind};
use super::grouping::Grouping;
use super::lex::{Clause, Piece, pieces};
use super::name::each_offered;
use super::order::SortKey;
use super::print::quoted;
use crate::Workspace;
use crate::alphabet::alphabetical;

/// As many as one looks through; who needs another types a letter more.
const MOST: usize = 12;
/// From so many letters on, a word may be the beginning of a field.
const LETTERS_OF_A_FIELD: usize = 2;

/// What may be put in a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The first byte of what would be replaced.
    pub from: usize,
    /// The first byte behind it.
    pub to: usize,
    /// What to put there, the best first.
    pub offers: Vec<Offer>,
}

/// One thing to put there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The text to put in the place; it ends with a blank if the clause is done.
    pub text: String,
    /// What it is called in a list.
    pub label: String,
    /// What it means, or how many it would show.
    pub detail: String,
}

/// What may stand at `cursor` (in bytes). `all` asks for fields even where nothing was typed of one.
pub fn complete(text: &str, cursor: usize, workspace: &Workspace, counts: &Counts, all: bool) -> Completion {
    let (pieces, _) = pieces(text);
    let cursor = (0..=cursor.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
    if let Some(going_on) = name_with_blanks(text, cursor, &pieces, workspace, counts) {
        return going_on;
    }
    let here = pieces.into_iter().find(|piece| piece.at().start < cursor && cursor <= piece.at().end);
    match here {
        Some(Piece::Clause(clause)) if cursor > clause.name.end => values(text, cursor, &clause, workspace, counts),
        Some(piece @ Piece::Clause(_)) => fields(text, piece.at().start, cursor),
        Some(Piece::Word { value, .. }) if value.quoted => Completion::default(),
        Some(Piece::Word { value, .. }) => {
            let long_enough = cursor.saturating_sub(value.at.start) >= LETTERS_OF_A_FIELD;
            if all || long_enough { fields(text, value.at.start, cursor) } else { Completion::default() }
        }
        None if all => fields(text, cursor, cursor),
        None => Completion::default(),
    }
}

/// Names with blanks are begun without quotes more often than not: `group:Service D` goes on with the name that begins
/// so.
fn name_with_blanks(
    text: &str,
    cursor: usize,
    pieces: &[Piece],
    workspace: &Workspace,
    counts: &Counts,
) -> Option<Completion> {
    let before: Vec<&Piece> = pieces.iter().filter(|piece| piece.at().start < cursor).collect();
    let (Piece::Word { negated: false, .. }, rest) = before.split_last()? else { return None };
    let clause = rest.iter().rev().find_map(|piece| match piece {
        Piece::Clause(clause) => Some(clause),
        Piece::Word { .. } => None,
    })?;
    let field = text.get(clause.name.clone()).and_then(Field::named).filter(|field| field.kind() == Kind::Name)?;
    let value = clause.values.last().filter(|value| !value.quoted && !value.text.is_empty())?;
    let typed = text.get(value.at.start..cursor)?.to_lowercase();
    let offers = names(field, &typed, workspace, counts);
    (!offers.is_empty()).then_some(Completion { from: value.at.start, to: cursor, offers })
}

fn fields(text: &str, from: usize, to: usize) -> Completion {
    let typed = text.get(from..to).unwrap_or_default().trim_start_matches('-');
    let from = to - typed.len();
    let typed = typed.to_lowercase();
    let offer = |field: Field| Offer {
        text: [field.word(), ":"].concat(),
        label: [field.word(), ":"].concat(),
        detail: field.hint().to_owned(),
    };
    let offers = Field::ALL.into_iter().filter(|field| field.word().starts_with(&typed)).map(offer).collect();
    Completion { from, to, offers }
}

fn values(text: &str, cursor: usize, clause: &Clause, workspace: &Workspace, counts: &Counts) -> Completion {
    let Some(field) = text.get(clause.name.clone()).and_then(Field::named) else { return Completion::default() };
    let Some(value) = clause.values.iter().find(|value| value.at.start <= cursor && cursor <= value.at.end) else {
        return Completion::default();
    };
    let typed = text.get(value.at.start..cursor).unwrap_or_default().trim_start_matches('"').to_lowercase();
    let mut offers = match field.kind() {
        Kind::Choice | Kind::Number => choices(field, &typed, workspace, counts),
        Kind::Name => names(field, &typed, workspace, counts),
        Kind::Time(_) => times(&typed),
        Kind::Grouping => groupings(&typed),
        Kind::Sort => sorts(&typed),
    };
    // What stands there already needs no offer.
    offers.retain(|offer| offer.text.trim_end() != text.get(value.at.clone()).unwrap_or_default());
    Completion { from: value.at.start, to: value.at.end, offers }
}

fn offer(value: &str, detail: String) -> Offer {
    Offer { text: quoted(value) + " ", label: value.to_owned(), detail }
}

fn choices(field: Field, typed: &str, workspace: &Workspace, counts: &Counts) -> Vec<Offer> {
    let size = usize::from(workspace.desk().matrix().size());
    let shown = match field {
        Field::Impact | Field::Urgency => size,
        _ => usize::MAX,
    };
    let open = (field == Field::State).then(|| {
        let some = counts.stages.iter().filter(|(stage, _)| stage.place() < 3).map(|(_, count)| count).sum();
        ("open", Some(some))
    });
    let known = field.words().iter().copied().enumerate().take(shown).map(|(place, word)| {
        let count = match field {
            Field::State => Some(of_place(&counts.stages, place)),
            Field::Priority => Some(of_place(&counts.priorities, place)),
            Field::Clock => Some(of_place(&counts.breaches, place)),
            _ => None,
        };
        (word, count)
    });
    let fits = |word: &str| word.starts_with(typed) || word.split('-').any(|part| part.starts_with(typed));
    let all = open.into_iter().chain(known).filter(|(word, count)| fits(word) && (typed == *word || *count != Some(0)));
    all.map(|(word, count)| offer(word, count.map(|count: usize| count.to_string()).unwrap_or_default())).collect()
}

fn of_place<K: Choice + Ord>(counts: &std::collections::BTreeMap<K, usize>, place: usize) -> usize {
    K::at(place).and_then(|kind| counts.get(&kind).copied()).unwrap_or(0)
}

fn names(field: Field, typed: &str, workspace: &Workspace, counts: &Counts) -> Vec<Offer> {
    let mut found: Vec<(bool, bool, String, Offer)> = vec![];
    let count_of = |group: Option<itsm::GroupId>| match field {
        Field::Group => counts.groups.get(&group).copied().unwrap_or(0).to_string(),
        _ => String::new(),
    };
    let person = matches!(field, Field::Person | Field::Caller);
    let special = [("me", "you", person), ("none", "nobody or nothing", true)];
    let mut offers: Vec<Offer> = special
        .into_iter()
        .filter(|(word, _, there)| *there && word.starts_with(typed))
        .map(|(word, detail, _)| match (field, word) {
            (Field::Group, "none") => offer(word, count_of(None)),
            _ => offer(word, detail.to_owned()),
        })
        .collect();
    each_offered(workspace.desk(), field, &mut |key, name| {
        let lower = name.to_lowercase();
        if lower.contains(typed) {
            let detail = count_of(Some(itsm::GroupId(key)));
            // First what begins so, then what would show anything; within that, by the alphabet.
            found.push((!lower.starts_with(typed), detail == "0", alphabetical(name), offer(name, detail)));
        }
    });
    found.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
    found.dedup_by(|a, b| a.2 == b.2);
    offers.extend(found.into_iter().map(|(.., offer)| offer));
    offers.truncate(MOST);
    offers
}

fn times(typed: &str) -> Vec<Offer> {
    const KNOWN: [(&str, &str); 5] = [
        ("today", "since midnight"),
        ("yesterday", "the day before"),
        ("<7d", "in the last seven days"),
        ("<24h", "in the last 24 hours"),
        (">30d", "more than thirty days ago"),
    ];
    let fitting = KNOWN.into_iter().filter(|(word, _)| word.starts_with(typed));
    fitting
        .map(|(word, detail)| Offer { text: [word, " "].concat(), label: word.to_owned(), detail: detail.to_owned() })
        .collect()
}

fn groupings(typed: &str) -> Vec<Offer> {
    let ways = Grouping::ALL.into_iter().map(Grouping::word).filter(|word| word.starts_with(typed));
    ways.map(|word| offer(word, String::new())).collect()
}

fn sorts(typed: &str) -> Vec<Offer> {
    let down = typed.starts_with('-');
    let word = typed.trim_start_matches('-');
    let keys = SortKey::ALL.into_iter().filter(|key| key.word().starts_with(word));
    let one = |key: SortKey| {
        let text = [if down { "-" } else { "" }, key.word()].concat();
        let detail = if down { "the largest or latest first" } else { "the smallest or earliest first" };
        Offer { text: [&text, " "].concat(), label: text, detail: detail.to_owned() }
    };
    keys.map(one).collect()
}
