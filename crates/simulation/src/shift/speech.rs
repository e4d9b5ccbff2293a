//! What people say: which text, in which voice, and where it is written down.

use super::chance::Draw;
use super::play::Shift;
use super::view::{Side, Utterance};
use super::{WorldEvent, plan::Planned};
use crate::scenario::{Channel, Key, Symptom};

impl Shift {
    /// The voice of a person.
    fn voice(&self, who: &Key) -> String {
        self.plan.files.pool.people.get(who).map_or("plain", |person| person.voice.as_str()).to_owned()
    }

    /// What a person is called.
    pub(crate) fn name_of(&self, who: &Key) -> String {
        self.plan.files.pool.people.get(who).map_or_else(|| who.to_string(), |person| person.name.clone())
    }

    /// What a team is called.
    pub(crate) fn team_name(&self, team: &Key) -> String {
        self.plan.files.world.teams.get(team).map_or_else(|| team.to_string(), |team| team.name.clone())
    }

    /// One of several texts: none twice in a shift while another is left.
    fn one_of(&mut self, thing: &Key, texts: &[String]) -> String {
        let fresh: Vec<&String> = texts.iter().filter(|text| !self.state.said.contains(*text)).collect();
        let from: Vec<String> = if fresh.is_empty() { texts.to_vec() } else { fresh.into_iter().cloned().collect() };
        let text = self.draw(Draw::Texts, thing).pick(&from).cloned().unwrap_or_default();
        self.state.said.insert(text.clone());
        text
    }

    /// What somebody says who comes.
    pub(super) fn first_words(&mut self, planned: &Planned) -> String {
        if !planned.says.is_empty() {
            return self.one_of(&planned.key, &planned.says);
        }
        let voice = self.voice(&planned.who);
        let texts = self.symptom_of(planned).map(|symptom| symptom.says.of(&voice).to_vec()).unwrap_or_default();
        self.one_of(&planned.key, &texts)
    }

    /// How a fault shows to somebody: by service first, then by channel, then by place.
    fn symptom_of(&self, planned: &Planned) -> Option<&Symptom> {
        let fault = self.pool_fault(planned.fault.as_ref())?;
        let place = self.plan.files.pool.people.get(&planned.who).map(|person| &person.place);
        let fits = |symptom: &&Symptom| {
            let here = symptom.place.as_ref().is_none_or(|wanted| {
                place.is_some_and(|place| super::plan::within(&self.plan.files.world, place, wanted))
            });
            here && (symptom.channel.is_empty() || symptom.channel.contains(&planned.channel))
        };
        let rank = |symptom: &&Symptom| {
            let service = symptom.service.is_some() && symptom.service == planned.symptom;
            (service, !symptom.channel.is_empty(), symptom.place.is_some())
        };
        // Of equals the first.
        fault.symptoms.iter().filter(fits).rev().max_by_key(rank)
    }

    /// What somebody says on an occasion ("thanks", "chase").
    pub(super) fn phrase(&mut self, occasion: &str, who: &Key, thing: &Key) -> String {
        let voice = self.voice(who);
        let texts = self.plan.files.pool.phrases.get(occasion).map(|phrase| phrase.of(&voice).to_vec());
        self.one_of(thing, &texts.unwrap_or_default())
    }

    /// What somebody answers to a question about a case, and the fact behind it.
    pub(super) fn answer_of(&mut self, key: &Key, question: &Key) -> (String, Option<Key>) {
        let Some(case) = self.state.cases.get(key) else { return (String::new(), None) };
        let voice = self.voice(&case.planned.who);
        let own = case.planned.answers.get(question);
        let answer = own.or_else(|| self.pool_fault(case.planned.fault.as_ref())?.answers.get(question)).cloned();
        match answer {
            Some(answer) => (self.one_of(key, answer.texts(&voice)), answer.reveals().cloned()),
            None => (self.plain_answer(key, question), None),
        }
    }

    /// What anybody answers where the scenario has no words: true, and no clue.
    fn plain_answer(&self, key: &Key, question: &Key) -> String {
        let person = self.state.cases.get(key).and_then(|case| self.plan.files.pool.people.get(&case.planned.who));
        let place = person.and_then(|person| self.plan.files.world.places.get(&person.place));
        match (question.as_str(), place) {
            ("what", _) => "Just what I told you. I see nothing else.".to_owned(),
            ("error", _) => "There is no message that I could read out.".to_owned(),
            ("where", Some(place)) => format!("At my place: {}.", place.name),
            ("need", _) => "As soon as you can.".to_owned(),
            _ => "I do not know.".to_owned(),
        }
    }

    /// Fills the placeholders that texts may have: minutes since it came, the time, how warm the server room is.
    pub(super) fn filled(&self, key: &Key, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let now = self.kernel.now();
        let since = self.state.cases.get(key).map_or(now, |case| case.arrived);
        let minutes = now.since(since).num_minutes().max(1);
        let time = String::from(self.now());
        let warm = || self.state.faults.values().find_map(|fault| fault.warmth).map_or(22.0, |(degrees, _)| degrees);
        let text = text.replace("{minutes}", &minutes.to_string()).replace("{time}", &time);
        if text.contains("{degrees}") { text.replace("{degrees}", &format!("{:.1}", warm())) } else { text }
    }

    /// Writes down what is said at a case.
    pub(super) fn say(&mut self, key: &Key, side: Side, who: &str, text: &str, public: bool) {
        if text.is_empty() {
            return;
        }
        let text = self.filled(key, text);
        let line = Utterance { at: self.now(), side, who: who.to_owned(), text, public };
        match (self.state.cases.get_mut(key), self.state.changes.get_mut(key)) {
            (Some(case), _) => case.conversation.push(line),
            (None, Some(change)) => change.conversation.push(line),
            (None, None) => {}
        }
    }

    /// A person says something at a case, and wants to be heard.
    pub(super) fn person_says(&mut self, key: &Key, who: &Key, text: &str) {
        let caller = self.state.cases.get(key).is_some_and(|case| case.planned.who == *who);
        let side = if caller { Side::Caller } else { Side::Colleague };
        let name = self.name_of(who);
        let said = self.filled(key, text);
        self.say(key, side, &name, text, caller);
        self.world(WorldEvent::Said { case: key.clone(), who: Some(who.clone()), text: said.clone() });
        let now = self.kernel.now().utc();
        if self.records.is_open(key) {
            // What the desk refuses to record has been said all the same.
            let recorded = if caller {
                self.records.say(now, who, key, true, &said)
            } else {
                self.records.note(now, who, key, &said)
            };
            drop(recorded);
        }
        if let Some(case) = self.state.cases.get_mut(key) {
            case.calls = true;
        }
        self.announce(Some(key), || format!("{name}: {said}"), false);
    }

    /// What was done at a case and what it showed.
    pub(super) fn system_says(&mut self, key: &Key, text: &str) {
        self.say(key, Side::System, "", text, false);
    }

    /// What you say to the caller.
    pub(super) fn you_say(&mut self, key: &Key, text: &str) {
        self.say(key, Side::You, "You", text, true);
        let now = self.kernel.now().utc();
        if self.records.is_open(key) {
            drop(self.records.say(now, &Key::new("you"), key, false, text));
        }
    }

    /// A fact is known from now on.
    pub(super) fn reveal(&mut self, key: &Key, fact: Option<Key>) {
        let Some(fact) = fact else { return };
        if let Some(case) = self.state.cases.get_mut(key) {
            case.facts.insert(fact.clone());
        }
        if self.state.known.insert(fact.clone()) {
            self.world(WorldEvent::Revealed { fact, case: Some(key.clone()) });
        }
    }

    /// Somebody's mood moves, for a reason of the pool's rules.
    pub(super) fn mood(&mut self, who: &Key, why: &str) {
        let by = self.plan.files.pool.rules.mood.moves.get(why).copied().unwrap_or_default();
        self.mood_by(who, by, why);
    }

    /// Somebody's mood moves by so much.
    pub(super) fn mood_by(&mut self, who: &Key, by: i32, why: &str) {
        let account = self.plan.files.pool.people.get(who).is_none_or(|person| person.account || person.stranger);
        let Some(person) = self.state.people.get_mut(who).filter(|_| !account && by != 0) else { return };
        let from = person.mood;
        person.mood = (from + by).clamp(0, 100);
        let to = person.mood;
        self.world(WorldEvent::Mood { who: who.clone(), from, to, why: Key::new(why) });
    }

    /// The mood of a case's caller moves.
    pub(super) fn caller_mood(&mut self, key: &Key, why: &str) {
        if let Some(who) = self.state.cases.get(key).map(|case| case.planned.who.clone()) {
            self.mood(&who, why);
        }
    }

    /// Whether somebody on this channel hears an answer at once.
    pub(super) fn is_live(&self, key: &Key) -> bool {
        self.state.cases.get(key).is_some_and(|case| !case.lost && case.planned.channel.is_live())
    }
}

/// The first words of a text, for a line in a list.
pub(super) fn in_short(text: &str) -> String {
    const LONGEST: usize = 90;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// The word for a channel in a sentence.
pub(super) fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "calls",
        Channel::Email => "writes",
        Channel::Portal => "uses the portal",
        Channel::Chat => "chats",
        Channel::Walkup => "stands at the desk",
        Channel::Monitoring => "reports",
        Channel::Team => "has news",
    }
}
