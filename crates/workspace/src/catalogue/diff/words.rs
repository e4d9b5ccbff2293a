//! Which words of a text stayed, went and came.

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// They stand in both.
    Same,
    /// They stand only in the earlier text.
    Gone,
    /// They stand only in the later one.
    New,
}

/// Some words with what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub kept: Kept,
    /// The words, with the white space that follows them.
    pub text: String,
}

/// The most comparisons of words; longer texts are told as a whole in the part that differs.
const MOST_COMPARED: usize = 250_000;

/// The words of two texts in order. Those that are `Same` or `Gone` make the earlier text, those that are `Same` or
/// `New` the later one, to the letter.
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (before, after) = (tokens(before), tokens(after));
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (before_rest, after_rest) = (before.get(head..).unwrap_or_default(), after.get(head..).unwrap_or_default());
    let tail = before_rest.iter().rev().zip(after_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let middle = |all: &[&str]| all.len().saturating_sub(tail);
    let old = before_rest.get(..middle(before_rest)).unwrap_or_default();
    let new = after_rest.get(..middle(after_rest)).unwrap_or_default();

    let mut told = Teller::default();
    before.iter().take(head).for_each(|word| told.say(Kept::Same, word));
    if old.len().saturating_mul(new.len()) > MOST_COMPARED {
        old.iter().for_each(|word| told.say(Kept::Gone, word));
        new.iter().for_each(|word| told.say(Kept::New, word));
    } else {
        common(old, new, &mut told);
    }
    before_rest.iter().skip(middle(before_rest)).for_each(|word| told.say(Kept::Same, word));
    told.pieces
}

/// Words, each with the white space after it.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let after = rest.get(word..).unwrap_or_default();
        let space = after.find(|c: char| !c.is_whitespace()).unwrap_or(after.len());
        let (token, next) = rest.split_at(word + space);
        tokens.push(token);
        rest = next;
    }
    tokens
}

/// Walks along the longest common run of words (Wagner and Fischer's table, 1974).
fn common(old: &[&str], new: &[&str], told: &mut Teller) {
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let value = if one == other {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(one), Some(other)) if one == other => {
                told.say(Kept::Same, one);
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || at(&longest, i + 1, j) >= at(&longest, i, j + 1) => {
                told.say(Kept::Gone, one);
                i += 1;
            }
            (_, Some(other)) => {
                told.say(Kept::New, other);
                j += 1;
            }
            (_, None) => return,
        }
    }
}

/// Joins neighbouring words of one kind.
#[derive(Default)]
struct Teller {
    pieces: Vec<Piece>,
}

impl Teller {
    fn say(&mut self, kept: Kept, word: &str) {
        match self.pieces.last_mut() {
            Some(last) if last.kept == kept => last.text.push_str(word),
            _ => self.pieces.push(Piece { kept, text: word.to_owned() }),
        }
    }
}
