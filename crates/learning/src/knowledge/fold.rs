//! Words in the form in which they are compared: without case, accents, and the differences between British and
//! American spelling that are common here.

/// The words of a text, folded: "The user's e-mail" gives `the`, `user`, `e`, `mail`.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for raw in text.split_whitespace() {
        words.extend(parts(raw).map(fold).filter(|word| !word.is_empty()));
    }
    words
}

/// A text to be searched: every folded word between blanks, followed by its singular and, where a hyphen joins words,
/// by the whole without it, so that "email" finds "e-mail".
pub(super) fn haystack(text: &str) -> String {
    let mut all = String::from(" ");
    let mut push = |word: &str| {
        if !word.is_empty() {
            all.push_str(word);
            all.push(' ');
        }
    };
    for raw in text.split_whitespace() {
        for word in parts(raw).map(fold) {
            push(&word);
            if let Some(one) = singular(&word) {
                push(&one);
            }
        }
        if raw.contains('-') {
            push(&fold(raw));
        }
    }
    all
}

/// The folded words as one phrase, plurals as singulars: two names are alike if their phrases are.
pub(super) fn phrase(text: &str) -> String {
    let all: Vec<String> = words(text).into_iter().map(|word| singular(&word).unwrap_or(word)).collect();
    all.join(" ")
}

/// The singular of a folded word, if its ending looks like a plural.
pub(super) fn singular(word: &str) -> Option<String> {
    if word.len() < 4 || word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return Some([stem, "y"].concat());
    }
    if let Some(stem) = word.strip_suffix("sses") {
        return Some([stem, "ss"].concat());
    }
    word.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(str::to_owned)
}

fn parts(raw: &str) -> impl Iterator<Item = &str> {
    let trimmed = raw.trim_matches(|c: char| !c.is_alphanumeric());
    let owner = trimmed.strip_suffix("'s").or_else(|| trimmed.strip_suffix("’s")).unwrap_or(trimmed);
    owner.split(|c: char| !c.is_alphanumeric() && !is_mark(c))
}

/// One word: small letters, no accents, `z` as `s` (organize, organise), no doubled `l` (fulfillment, fulfilment).
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() && !is_mark(*c)) {
        match plain(c) {
            "" => folded.push(c),
            "l" if folded.ends_with('l') => {}
            letters => folded.push_str(letters),
        }
    }
    folded
}

/// Whether it is an accent that stands for itself.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A small letter without its accent; empty if it is none of those that need a change.
fn plain(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'l' | 'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'z' | 'ś' | 'š' | 'ş' | 'ź' | 'ż' | 'ž' => "s",
        'ß' => "ss",
        'ť' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_the_spelling_of_either_side_of_the_ocean_do_not_matter() {
        assert_eq!(words("Prioritization FULFILLMENT"), words("prioritisation fulfilment"));
        assert_eq!(words("Café, naïve"), ["cafe", "naive"]);
        assert_eq!(words("Cafe\u{301}"), ["cafe"]);
        assert_eq!(words("“The user’s obtain/build (SLA)”"), ["the", "user", "obtain", "build", "sla"]);
    }

    #[test]
    fn a_text_is_found_by_singular_and_without_its_hyphen() {
        assert_eq!(haystack("Policies for e-mail"), " policies policy for e mail email ");
        assert_eq!(haystack(""), " ");
    }

    #[test]
    fn what_only_looks_like_a_plural_stays() {
        for word in ["status", "analysis", "access", "process", "its"] {
            assert_eq!(singular(word), None, "{word}");
        }
        assert_eq!(singular("processes").as_deref(), Some("process"));
        assert_eq!(singular("services").as_deref(), Some("service"));
    }
}
