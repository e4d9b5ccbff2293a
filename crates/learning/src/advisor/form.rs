//! What the advisor's file says: questions, what can be recommended, and the rules between them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Everything the advisor knows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advisor {
    pub(super) version: u32,
    /// Where its judgement comes from.
    pub about: About,
    /// The five considerations, in the order in which they are asked about.
    pub considerations: Vec<Consideration>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// How much of ITIL, in words; the lightest first.
    pub extents: Vec<ExtentText>,
    /// Where the weight lies, in words; of equals the first one wins.
    pub emphases: Vec<EmphasisText>,
    /// The practices that rules may choose; of equals the first one wins.
    pub practices: Vec<PracticeText>,
    /// Frameworks beside ITIL.
    pub frameworks: Vec<Framework>,
    /// What the strategy has to say.
    pub strategy: Vec<Piece>,
    /// Whom to train or certify.
    pub people: Vec<Piece>,
    /// What may go wrong, and what to do about it.
    pub risks: Vec<Piece>,
    /// What it costs in kind.
    pub costs: Vec<Piece>,
    /// The three steps, in words.
    pub roadmap: RoadmapText,
    /// What follows from which answers.
    pub rules: Vec<Rule>,
}

/// Source and confidence of what the file says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The code of the edition whose practice names it uses.
    pub edition: String,
    /// Where the considerations and the three steps come from.
    pub source: String,
    /// Where the rules come from.
    pub rules: String,
    /// How sure we are of the source.
    pub confidence: String,
    /// What the reader should know before relying on it.
    pub note: String,
}

/// One of the five considerations.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub text: String,
}

/// A question, and when it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id in the file.
    pub id: String,
    /// To which consideration it belongs.
    pub consideration: String,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// Whether several answers may be chosen.
    #[serde(default)]
    pub several: bool,
    /// Asked only if this holds; empty: always.
    #[serde(default)]
    pub when: Condition,
    /// What can be answered.
    pub answers: Vec<Choice>,
    /// What is taken for granted while it is not answered.
    pub unanswered: String,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id inside the question.
    pub id: String,
    /// The answer.
    pub text: String,
    /// It excludes the others, like "none of these".
    #[serde(default)]
    pub alone: bool,
}

/// For each question named, one of the answers listed was given. All of them must hold.
pub type Condition = BTreeMap<String, Vec<String>>;

/// How much of ITIL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// A few practices, hardly written down.
    Lightweight,
    /// Chosen practices, each with an owner.
    Selective,
    /// Most of the value system, with governance.
    Full,
}

/// Where the weight lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Emphasis {
    /// The daily contact with users.
    Basics,
    /// Service management inside delivery teams.
    Flow,
    /// Proof, risk and governance.
    Control,
    /// Skills and certificates.
    People,
    /// The border with suppliers.
    Supply,
}

/// How formally a practice is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formality {
    /// Known to all, hardly written.
    Light,
    /// Written, owned, measured.
    Standard,
    /// Written, approved, provable.
    Strict,
}

/// An extent in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtentText {
    /// Which one.
    pub id: Extent,
    /// Its name.
    pub name: String,
    /// What it means.
    pub text: String,
    /// At most so many practices.
    pub practices: usize,
    /// Steps of formality that every practice starts from: 0 is standard, below it light.
    pub formality: i32,
    /// Why that is so.
    pub because: String,
    /// Weeks for the strategy.
    pub strategy_weeks: u32,
    /// Weeks for each wave of practices.
    pub wave_weeks: u32,
    /// Weeks between two regular reviews.
    pub review_weeks: u32,
}

/// An emphasis in words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmphasisText {
    /// Which one.
    pub id: Emphasis,
    /// Its name.
    pub name: String,
    /// What it means.
    pub text: String,
}

/// A practice that rules may choose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeText {
    /// Its id among the 34.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Practices of this file, listed before it, that it builds on: if chosen as well, they come first.
    #[serde(default)]
    pub after: Vec<String>,
    /// Chosen when too few others are.
    #[serde(default)]
    pub usual: bool,
    /// What doing it lightly looks like.
    pub light: String,
    /// What the standard form looks like.
    pub standard: String,
    /// What the strict form looks like.
    pub strict: String,
}

impl PracticeText {
    /// What it looks like when done so.
    pub fn done(&self, formality: Formality) -> &str {
        match formality {
            Formality::Light => &self.light,
            Formality::Standard => &self.standard,
            Formality::Strict => &self.strict,
        }
    }
}

/// A framework beside ITIL.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is good for beside ITIL.
    pub good_for: String,
    /// Why not now, where no rule says more.
    pub not_now: String,
}

/// Whether a framework fits now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FrameworkUse {
    /// It has a part to play.
    Now,
    /// Leave it for the time being.
    NotNow,
}

/// Something to say: a risk, a cost, somebody to train, a decision of the strategy.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Its id in its list.
    pub id: String,
    /// The heading.
    pub name: String,
    /// What there is to say.
    pub text: String,
    /// Of a cost: effort, people or licences. Of people: learn or certify. Else empty.
    #[serde(default)]
    pub kind: String,
    /// Of a risk: what to do about it. Else empty.
    #[serde(default)]
    pub answer: String,
}

/// The three steps, in words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadmapText {
    /// Start with a strategy.
    pub strategy: Piece,
    /// Incorporate practices as needed.
    pub practices: Piece,
    /// Evaluate continuously.
    pub evaluate: Piece,
    /// What the review after the strategy asks.
    pub after_strategy: String,
    /// What the review after a wave asks.
    pub after_wave: String,
    /// What a regular review asks.
    pub regular: String,
    /// What to do a year after the start.
    pub again: String,
}

/// When the condition holds, the effects follow, because of the reason.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// On which answers it rests; never empty.
    pub when: Condition,
    /// The reason in words.
    pub because: String,
    /// What follows.
    pub then: Vec<Effect>,
}

/// What a rule adds to an advice. Points may be negative.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Speaks for an extent.
    Extent(Extent, i32),
    /// Speaks for an emphasis.
    Emphasis(Emphasis, i32),
    /// Speaks for practices.
    Practices(BTreeMap<String, i32>),
    /// Makes practices more formal (or less); an empty list means all.
    Formality(Vec<String>, i32),
    /// Speaks for or against a framework.
    Framework(String, i32),
    /// The strategy has to say this.
    Strategy(String),
    /// Train or certify these.
    People(String),
    /// This may go wrong.
    Risk(String),
    /// This will be needed.
    Cost(String),
    /// Weeks more (or fewer) for each wave.
    Pace(i32),
}

impl Advisor {
    /// The version of the form that is understood.
    const VERSION: u32 = 1;

    /// Reads the file; `None` if it is damaged or of another version. Whether it is whole, [`faults`](Self::faults) says.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|advisor| advisor.version == Self::VERSION)
    }

    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// What is said of an extent.
    pub fn extent(&self, id: Extent) -> Option<&ExtentText> {
        self.extents.iter().find(|extent| extent.id == id)
    }

    /// What is said of an emphasis.
    pub fn emphasis(&self, id: Emphasis) -> Option<&EmphasisText> {
        self.emphases.iter().find(|emphasis| emphasis.id == id)
    }

    /// What is said of a practice.
    pub fn practice(&self, id: &str) -> Option<&PracticeText> {
        self.practices.iter().find(|practice| practice.id == id)
    }
}

impl Question {
    /// The answer of an id.
    pub fn answer(&self, id: &str) -> Option<&Choice> {
        self.answers.iter().find(|answer| answer.id == id)
    }
}
