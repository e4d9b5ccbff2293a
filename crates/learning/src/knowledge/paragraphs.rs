//! Long texts in portions that one can take in at a glance.

/// A paragraph of more words than these is a wall.
pub const MOST_WORDS: usize = 80;

/// The paragraphs of a text: the text itself, or, where it is too long, its halves, parted between two sentences.
pub fn paragraphs(text: &str) -> Vec<&str> {
    if words(text) <= MOST_WORDS {
        return vec![text];
    }
    match parted(text) {
        Some((before, after)) => paragraphs(before).into_iter().chain(paragraphs(after)).collect(),
        None => vec![text],
    }
}

/// Parted between the two sentences that are nearest to the middle; `None` if it is one sentence.
fn parted(text: &str) -> Option<(&str, &str)> {
    let half = words(text) / 2;
    let cuts = text.match_indices(' ').filter_map(|(place, _)| Some((text.get(..place)?, text.get(place + 1..)?)));
    let between = cuts.filter(|(before, after)| is_end(before) && is_beginning(after));
    between.min_by_key(|(before, _)| words(before).abs_diff(half))
}

fn is_end(before: &str) -> bool {
    before.trim_end_matches(['"', '”', ')']).ends_with(['.', '!', '?'])
}

fn is_beginning(after: &str) -> bool {
    after.trim_start_matches(['"', '“', '(']).starts_with(|first: char| first.is_uppercase() || first.is_numeric())
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_one_paragraph() {
        assert_eq!(paragraphs("One sentence. And another."), ["One sentence. And another."]);
        assert_eq!(paragraphs(""), [""]);
    }

    #[test]
    fn a_long_text_is_parted_between_sentences_near_its_middle() {
        let sentence = |words: usize| ["Word".to_owned(), " word".repeat(words - 1), ".".to_owned()].concat();
        let text = [sentence(20), sentence(30), sentence(10), sentence(40)].join(" ");
        assert_eq!(paragraphs(&text), [[sentence(20), sentence(30)].join(" "), [sentence(10), sentence(40)].join(" ")]);
    }

    #[test]
    fn what_is_one_sentence_stays_whole() {
        let text = "word ".repeat(100);
        assert_eq!(paragraphs(text.trim()).len(), 1);
    }
}
