//! Reads the story: from text to steps in the order of time. `README.md` says how the text is written.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use itsm::calendar::Zone;

/// The year of the story, and the zone of its clocks.
pub const YEAR: i32 = 2026;
pub const ZONE: &str = "Europe/Berlin";

/// The chapters, each with its name for messages.
const CHAPTERS: &[(&str, &str)] = &[
    ("january.txt", include_str!("story/january.txt")),
    ("february-1.txt", include_str!("story/february-1.txt")),
    ("february-2.txt", include_str!("story/february-2.txt")),
    ("march-1.txt", include_str!("story/march-1.txt")),
    ("march-2.txt", include_str!("story/march-2.txt")),
    ("last-days.txt", include_str!("story/last-days.txt")),
    ("more.txt", include_str!("story/more.txt")),
    ("problems.txt", include_str!("story/problems.txt")),
    ("requests.txt", include_str!("story/requests.txt")),
    ("changes.txt", include_str!("story/changes.txt")),
    ("articles.txt", include_str!("story/articles.txt")),
    ("improvements.txt", include_str!("story/improvements.txt")),
    ("watching.txt", include_str!("story/watching.txt")),
    ("content.txt", include_str!("story/content.txt")),
    ("catalogue.txt", include_str!("story/catalogue.txt")),
];

/// Something somebody does, with its place in the text.
pub struct Step {
    pub at: DateTime<Utc>,
    /// Where it stands, for messages.
    pub place: String,
    /// The incident or problem, by its number in the text or by a label.
    pub record: String,
    /// The key of who acts.
    pub who: String,
    pub what: What,
}

/// See [`Step`].
pub enum What {
    Log(Opening),
    Raise(Opening),
    Begin(Beginning),
    Do { verb: String, text: String },
}

/// What is known at the start.
#[derive(Default)]
pub struct Opening {
    pub channel: String,
    pub caller: String,
    pub summary: String,
    pub description: String,
    pub service: String,
    pub item: String,
    pub category: String,
    pub impact: u8,
    pub urgency: u8,
    pub group: String,
}

/// What a record of another practice begins with: its kind, one line, a text, and whatever else is known by key.
#[derive(Default)]
pub struct Beginning {
    pub kind: String,
    pub summary: String,
    pub text: String,
    pub fields: Vec<(String, String)>,
}

impl Beginning {
    /// What stands under a key the first time; empty where nothing does.
    pub fn get(&self, key: &str) -> &str {
        self.fields.iter().find(|(one, _)| one == key).map_or("", |(_, value)| value)
    }

    /// Everything that stands under a key.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(one, _)| one == key).map(|(_, value)| value.as_str())
    }
}

/// Every step, in the order of time; those of one instant in the order of the text.
pub fn read() -> Result<Vec<Step>, Vec<String>> {
    let (mut steps, mut faults) = (vec![], vec![]);
    for (name, text) in CHAPTERS {
        let mut reader = Reader { steps: &mut steps, record: String::new(), date: None };
        for (at, line) in text.lines().enumerate() {
            let place = format!("{name}:{}", at + 1);
            if let Err(why) = reader.line(line.trim_end(), &place) {
                faults.push(format!("{place}: {why}: {line}"));
            }
        }
    }
    steps.sort_by_key(|step| step.at);
    if faults.is_empty() { Ok(steps) } else { Err(faults) }
}

struct Reader<'a> {
    steps: &'a mut Vec<Step>,
    record: String,
    date: Option<NaiveDate>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, place: &str) -> Result<(), &'static str> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        if let Some(head) = line.strip_prefix("@ ") {
            return self.opening(head, place);
        }
        if let Some(head) = line.strip_prefix("! ") {
            return self.raising(head, place);
        }
        if let Some(head) = line.strip_prefix("+ ") {
            return self.beginning(head, place);
        }
        if let Some(label) = line.strip_prefix("= ") {
            self.record = label.to_owned();
            return Ok(());
        }
        let line = line.trim_start();
        if let Some(more) = line.strip_prefix('>') {
            return self.more(more.trim_start());
        }
        if let Some(facts) = line.strip_prefix(": ") {
            return self.facts(facts);
        }
        self.step(line, place)
    }

    /// `01-15 08:12 phone priya nadia | Summary`
    fn opening(&mut self, head: &str, place: &str) -> Result<(), &'static str> {
        let (head, summary) = head.split_once('|').ok_or("no summary")?;
        let mut words = head.split_whitespace();
        let mut next = || words.next().ok_or("date, time, channel and caller are needed");
        let (date, time, channel, caller) = (next()?, next()?, next()?, next()?);
        let at = self.at(Some(date), time)?;
        let who = words.next().unwrap_or(caller).to_owned();
        self.record = place.to_owned();
        let opening = Opening {
            channel: channel.to_owned(),
            caller: caller.to_owned(),
            summary: summary.trim().to_owned(),
            ..Opening::default()
        };
        let (place, record) = (place.to_owned(), self.record.clone());
        self.steps.push(Step { at, place, record, who, what: What::Log(opening) });
        Ok(())
    }

    /// `02-09 06:50 hanna | Summary`
    fn raising(&mut self, head: &str, place: &str) -> Result<(), &'static str> {
        let (head, summary) = head.split_once('|').ok_or("no summary")?;
        let words: Vec<&str> = head.split_whitespace().collect();
        let [date, time, who] = words.as_slice() else { return Err("date, time and person are needed") };
        let at = self.at(Some(date), time)?;
        self.record = place.to_owned();
        let opening = Opening { summary: summary.trim().to_owned(), ..Opening::default() };
        let (place, record) = (place.to_owned(), self.record.clone());
        self.steps.push(Step { at, place, record, who: (*who).to_owned(), what: What::Raise(opening) });
        Ok(())
    }

    /// `change 02-09 06:50 hanna #label | Summary`
    fn beginning(&mut self, head: &str, place: &str) -> Result<(), &'static str> {
        let (head, summary) = head.split_once('|').ok_or("no summary")?;
        let (head, label) = head.split_once('#').map_or((head, place), |(head, label)| (head, label.trim()));
        let words: Vec<&str> = head.split_whitespace().collect();
        let [kind, date, time, who] = words.as_slice() else { return Err("kind, date, time and person are needed") };
        let at = self.at(Some(date), time)?;
        self.record = label.to_owned();
        let (kind, summary) = ((*kind).to_owned(), summary.trim().to_owned());
        let what = What::Begin(Beginning { kind, summary, ..Beginning::default() });
        self.steps.push(Step { at, place: place.to_owned(), record: label.to_owned(), who: (*who).to_owned(), what });
        Ok(())
    }

    /// `: telephony, ap2, network, 2/1, net #label`: service, item, category, impact/urgency, group (else the desk).
    fn facts(&mut self, facts: &str) -> Result<(), &'static str> {
        let step = self.steps.last_mut().ok_or("nothing was opened")?;
        if let What::Begin(beginning) = &mut step.what {
            let (key, value) = facts.trim().split_once(' ').ok_or("a key and a value are needed")?;
            beginning.fields.push((key.to_owned(), value.trim().to_owned()));
            return Ok(());
        }
        let (facts, label) = facts.split_once('#').map_or((facts, None), |(facts, label)| (facts, Some(label.trim())));
        let columns: Vec<&str> = facts.split(',').map(str::trim).collect();
        let [service, item, category, weight, group @ ..] = columns.as_slice() else { return Err("facts missing") };
        let (impact, urgency) = weight.split_once('/').ok_or("impact/urgency is needed")?;
        let level = |text: &str| text.parse::<u8>().map_err(|_| "impact and urgency are numbers");
        let (What::Log(opening) | What::Raise(opening)) = &mut step.what else {
            return Err("facts come right after the opening");
        };
        (opening.impact, opening.urgency) = (level(impact)?, level(urgency)?);
        opening.service = (*service).to_owned();
        opening.item = (*item).to_owned();
        opening.category = (*category).to_owned();
        opening.group = group.first().copied().unwrap_or("desk").to_owned();
        if let Some(label) = label {
            step.record = label.to_owned();
            self.record = label.to_owned();
        }
        Ok(())
    }

    /// One more line of the description or of the words of the step above; an empty one parts paragraphs.
    fn more(&mut self, more: &str) -> Result<(), &'static str> {
        let step = self.steps.last_mut().ok_or("nothing to go on with")?;
        let text = match &mut step.what {
            What::Log(opening) | What::Raise(opening) => &mut opening.description,
            What::Begin(beginning) => &mut beginning.text,
            What::Do { text, .. } => text,
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(more);
        Ok(())
    }

    /// `[02-11] 09:10 nadia reply Words`
    fn step(&mut self, line: &str, place: &str) -> Result<(), &'static str> {
        let (first, rest) = line.split_once(' ').ok_or("time, person and verb are needed")?;
        let (date, time, rest) = if first.contains(':') {
            (None, first, rest)
        } else {
            let (time, rest) = rest.split_once(' ').ok_or("time, person and verb are needed")?;
            (Some(first), time, rest)
        };
        let at = self.at(date, time)?;
        let (who, rest) = rest.split_once(' ').ok_or("person and verb are needed")?;
        let (verb, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let what = What::Do { verb: verb.to_owned(), text: text.trim().to_owned() };
        let (place, record, who) = (place.to_owned(), self.record.clone(), who.to_owned());
        self.steps.push(Step { at, place, record, who, what });
        Ok(())
    }

    /// The instant of a local date (else that of the step above) and time.
    fn at(&mut self, date: Option<&str>, time: &str) -> Result<DateTime<Utc>, &'static str> {
        if let Some((month, day)) = date.and_then(|date| date.split_once('-')) {
            let number = |text: &str| text.parse().map_err(|_| "no such date");
            self.date = NaiveDate::from_ymd_opt(YEAR, number(month)?, number(day)?);
        }
        let date = self.date.ok_or("no such date")?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| "no such time")?;
        Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(time))).ok_or("no such instant")
    }
}

/// The instant of `03-17 05:00`, or of `2027-01-31 00:00`.
pub fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    let fault = || format!("“{text}” is no instant");
    let (date, time) = text.trim().split_once(' ').ok_or_else(fault)?;
    let date = day(date)?;
    let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").map_err(|_| fault())?;
    Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(time))).ok_or_else(fault)
}

/// The day of `03-17`, or of `2027-01-31`.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let text = text.trim();
    let whole = if text.len() == 5 { format!("{YEAR}-{text}") } else { text.to_owned() };
    whole.parse().map_err(|_| format!("“{text}” is no date"))
}
