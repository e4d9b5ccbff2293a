//! Names of files, made of what things are called.

use std::collections::{BTreeMap, BTreeSet};

use itsm::Key;

/// Longer names are cut, as some hosts and archives refuse long paths.
const LONGEST: usize = 60;
/// Names that Windows gives to devices: an archive with one of them cannot be unpacked there.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for each, unlike all others: letters, digits and hyphens. Where two would be alike, the later one (by key)
/// gets its number, so that a new service never takes the address of an old one.
pub(in crate::catalogue) fn slugs<'a>(names: impl Iterator<Item = (Key, &'a str)>) -> BTreeMap<Key, String> {
    let mut taken = BTreeSet::new();
    let mut slugs = BTreeMap::new();
    for (key, name) in names {
        let plain = slug(name);
        let mut own = plain.clone();
        let mut tries = key.number;
        while !taken.insert(own.clone()) {
            own = [&*plain, "-", &tries.to_string()].concat();
            tries = tries.saturating_add(1);
        }
        slugs.insert(key, own);
    }
    slugs
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = plain(letter);
        if !plain.is_empty() {
            slug.push_str(plain);
        } else if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    let device = slug.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if slug.is_empty() || RESERVED.contains(&device) {
        ["entry-", slug].concat().trim_end_matches('-').to_owned()
    } else {
        slug.to_owned()
    }
}

/// The nearest plain letters of the most usual others.
fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ą' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' => "o",
        'ö' | 'œ' => "oe",
        'ř' => "r",
        'ß' => "ss",
        'ś' | 'š' => "s",
        'ù' | 'ú' | 'û' | 'ů' => "u",
        'ü' => "ue",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_plain_and_unlike_each_other() {
        let names = ["Wi-Fi für Gäste", "Wi Fi fuer Gaeste", "../../etc", "CON", "日本", "", "<script>"];
        let keyed = names.iter().enumerate().map(|(place, name)| (Key::imported(place as u32 + 1), *name));
        let slugs: Vec<_> = slugs(keyed).into_values().collect();
        assert_eq!(
            slugs,
            ["wi-fi-fuer-gaeste", "wi-fi-fuer-gaeste-2", "etc", "entry-con", "entry", "entry-6", "script"]
        );
    }
}
