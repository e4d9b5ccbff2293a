//! Numbers and practices in words.

const SMALL: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "Twelve people", "One person", "40 people": at the beginning of a sentence.
pub(super) fn people(number: u32) -> String {
    let counted = usize::try_from(number).ok().and_then(|number| SMALL.get(number));
    let counted = counted.map_or_else(|| number.to_string(), |word| capital(word));
    format!("{counted} {}", if number == 1 { "person" } else { "people" })
}

/// "6 minutes", "1 minute", "less than a minute".
pub(super) fn minutes(number: f64) -> String {
    match whole(number) {
        0 => "less than a minute".to_owned(),
        1 => "1 minute".to_owned(),
        many => format!("{many} minutes"),
    }
}

/// "36 working minutes".
pub(super) fn working_minutes(number: f64) -> String {
    match whole(number) {
        0 => "less than a working minute".to_owned(),
        1 => "1 working minute".to_owned(),
        many => format!("{many} working minutes"),
    }
}

/// To the nearest whole number.
pub(super) fn whole(number: f64) -> i64 {
    number.clamp(0.0, 1e12).round() as i64
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Practices as the catalogue of rules knows them: key, name, and the topic of `why` that tells of it.
const PRACTICES: [(&str, &str, &str); 12] = [
    ("service-desk", "Service desk", "service-desk"),
    ("incident", "Incident management", "incident"),
    ("major", "Major incidents", "major"),
    ("problem", "Problem management", "problem"),
    ("change", "Change enablement", "change"),
    ("request", "Service request management", "request"),
    ("level", "Service level management", "level"),
    ("knowledge", "Knowledge management", "knowledge"),
    ("event", "Monitoring and event management", "event"),
    ("configuration", "Service configuration management", "configuration"),
    ("supplier", "Supplier management", "supplier"),
    ("security", "Information security management", "service-desk"),
];

/// What a practice is called.
pub(super) fn practice(key: &str) -> &str {
    PRACTICES.iter().find(|(known, ..)| *known == key).map_or(key, |(_, name, _)| name)
}

/// The topic of `why` that tells of a practice.
pub(super) fn topic(key: &str) -> Option<&'static str> {
    PRACTICES.iter().find(|(known, ..)| *known == key).map(|(.., topic)| *topic)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn read(text: &str) -> serde_json::Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn every_practice_of_the_rules_has_the_topic_that_they_name_and_that_is_told() {
        let rules = read(include_str!("../../../../public/content/grading/rules.json"));
        let why = read(include_str!("../../../../public/content/why-1.json"));
        let told: Vec<&str> =
            why["topics"].as_array().unwrap().iter().filter_map(|one| one["topic"].as_str()).collect();
        let practices = rules["practices"].as_object().unwrap();
        assert_eq!(practices.len(), PRACTICES.len());
        for (key, practice) in practices {
            assert_eq!(topic(key), practice["topic"].as_str(), "{key}");
            assert!(topic(key).is_some_and(|topic| told.contains(&topic)), "{key}");
        }
    }

    #[test]
    fn numbers_are_said_as_people_say_them() {
        assert_eq!(
            (people(1), people(12), people(40)),
            ("One person".into(), "Twelve people".into(), "40 people".into())
        );
        assert_eq!(
            (minutes(0.2), minutes(1.2), minutes(6.0)),
            ("less than a minute".into(), "1 minute".into(), "6 minutes".into())
        );
    }
}
