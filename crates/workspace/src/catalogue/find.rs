//! Finding a service as a customer does: by a few letters of what they call it. The words of all services are put in
//! order once; then each word of a query is a range of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use itsm::ServiceId;
use itsm::catalogue::{AudienceId, Catalogue, Content, Listed, ServiceCategoryId};

use super::fold::{fold, words};
use super::tree::with_parents;

/// In which order services are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What fits the words best; without words, what is pinned and ordered most.
    #[default]
    Relevance,
    /// What is ordered most.
    Popularity,
    /// The alphabet.
    Name,
    /// What was published last for the first time.
    Newest,
}

impl Order {
    /// Every order, as they are offered.
    pub const ALL: [Order; 4] = [Order::Relevance, Order::Popularity, Order::Name, Order::Newest];

    /// The order in a word or two.
    pub fn word(self) -> &'static str {
        match self {
            Order::Relevance => "Best match",
            Order::Popularity => "Ordered most",
            Order::Name => "Name",
            Order::Newest => "Newest",
        }
    }

    /// Its word in an address.
    pub fn code(self) -> &'static str {
        match self {
            Order::Relevance => "best",
            Order::Popularity => "popular",
            Order::Name => "name",
            Order::Newest => "newest",
        }
    }

    /// The order of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}

/// Where a word stands, and so how well a service fits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Rest,
    Summary,
    Keyword,
    Name,
}

impl Where {
    /// What a word of a query counts for that is found here; `whole` if the word stands here in full.
    fn counts(self, whole: bool) -> u32 {
        let base = match self {
            Where::Rest => 1,
            Where::Summary => 4,
            Where::Keyword => 16,
            Where::Name => 64,
        };
        base * 2 + u32::from(whole) * base
    }
}

/// A service, as far as finding and ordering goes.
struct Entry {
    id: ServiceId,
    name: String,
    pinned: bool,
    orders: u32,
    since: Option<DateTime<Utc>>,
    /// The categories it stands in, and all above them.
    shelves: BTreeSet<ServiceCategoryId>,
    audiences: Vec<AudienceId>,
}

/// A word, and which entries have it where.
struct Word {
    text: String,
    at: Vec<(usize, Where)>,
}

/// The words of a catalogue. Made once for a catalogue; asked with every letter that is typed.
pub struct Index {
    entries: Vec<Entry>,
    words: Vec<Word>,
}

impl Index {
    /// Reads the words of all services of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut words: BTreeMap<String, BTreeMap<usize, Where>> = BTreeMap::new();
        let mut entries = Vec::with_capacity(catalogue.services.len());
        for (place, (id, listed)) in catalogue.services.iter().enumerate() {
            entries.push(entry(catalogue, *id, listed));
            each_text(&listed.content, &mut |text, stands| {
                for word in self::words(text) {
                    let best = words.entry(word).or_default().entry(place).or_insert(stands);
                    *best = stands.max(*best);
                }
            });
            for shelf in &listed.content.categories {
                if let Some(category) = catalogue.categories.get(shelf) {
                    for word in self::words(&category.name) {
                        words.entry(word).or_default().entry(place).or_insert(Where::Rest);
                    }
                }
            }
        }
        let words = words.into_iter().map(|(text, at)| Word { text, at: at.into_iter().collect() }).collect();
        Self { entries, words }
    }

    /// The same, knowing how often each service was ordered.
    pub fn with_orders(mut self, orders: &BTreeMap<ServiceId, u32>) -> Self {
        for entry in &mut self.entries {
            entry.orders = orders.get(&entry.id).copied().unwrap_or(0);
        }
        self
    }

    /// The services in whose texts each word of the query begins a word, in a category (or below it) and for an
    /// audience, if they are given; what is for everybody is for each audience. Without words, what is pinned stands
    /// first; with words, it only comes before what fits as well.
    pub fn find(
        &self,
        query: &str,
        category: Option<ServiceCategoryId>,
        audience: Option<AudienceId>,
        order: Order,
    ) -> Vec<ServiceId> {
        let asked: Vec<String> = words(query).collect();
        // Signs alone are no words that anything could be found by.
        if asked.is_empty() && !query.trim().is_empty() {
            return Vec::new();
        }
        let fits = self.fits(&asked);
        let is_shown = |entry: &Entry| {
            category.is_none_or(|category| entry.shelves.contains(&category))
                && audience.is_none_or(|audience| entry.audiences.is_empty() || entry.audiences.contains(&audience))
        };
        let mut found: Vec<(&Entry, u32)> = self
            .entries
            .iter()
            .zip(fits)
            .filter_map(|(entry, fit)| fit.map(|fit| (entry, fit)))
            .filter(|(entry, _)| is_shown(entry))
            .collect();
        let searching = !asked.is_empty();
        found.sort_by(|(one, one_fit), (other, other_fit)| {
            let pinned = other.pinned.cmp(&one.pinned);
            let popular = other.orders.cmp(&one.orders);
            let by_order = match order {
                Order::Relevance if searching => other_fit.cmp(one_fit).then(pinned).then(popular),
                Order::Relevance | Order::Popularity => pinned.then(popular),
                Order::Name => pinned,
                Order::Newest => pinned.then_with(|| Reverse(one.since).cmp(&Reverse(other.since))),
            };
            by_order.then_with(|| one.name.cmp(&other.name)).then(one.id.cmp(&other.id))
        });
        found.into_iter().map(|(entry, _)| entry.id).collect()
    }

    /// How often a service was ordered.
    pub fn orders(&self, id: ServiceId) -> u32 {
        self.entries.iter().find(|entry| entry.id == id).map_or(0, |entry| entry.orders)
    }

    /// How well each entry fits all these words; `None` where one of them is missing.
    fn fits(&self, asked: &[String]) -> Vec<Option<u32>> {
        let mut fits = vec![Some(0); self.entries.len()];
        for word in asked {
            let mut best = vec![0_u32; self.entries.len()];
            let from = self.words.partition_point(|known| known.text.as_str() < word.as_str());
            let known = self.words.get(from..).unwrap_or_default();
            for known in known.iter().take_while(|known| known.text.starts_with(word.as_str())) {
                let whole = known.text.len() == word.len();
                for (place, stands) in &known.at {
                    if let Some(best) = best.get_mut(*place) {
                        *best = (*best).max(stands.counts(whole));
                    }
                }
            }
            for (fit, best) in fits.iter_mut().zip(best) {
                *fit = fit.filter(|_| best > 0).map(|sum: u32| sum.saturating_add(best));
            }
        }
        fits
    }
}

fn entry(catalogue: &Catalogue, id: ServiceId, listed: &Listed) -> Entry {
    let content = &listed.content;
    Entry {
        id,
        name: fold(&content.name),
        pinned: content.pinned,
        orders: 0,
        since: listed.log.first().map(|line| line.from),
        shelves: content.categories.iter().flat_map(|shelf| with_parents(&catalogue.categories, *shelf)).collect(),
        audiences: content.audiences.clone(),
    }
}

/// Everything that customers read of a service, and where it stands. What only colleagues read is not searched: nobody
/// should find a service by words that they cannot see on its page.
fn each_text(content: &Content, take: &mut impl FnMut(&str, Where)) {
    take(&content.name, Where::Name);
    content.keywords.iter().for_each(|text| take(text, Where::Keyword));
    take(&content.summary, Where::Summary);
    for text in [
        &content.for_whom,
        &content.how_to_ask,
        &content.description,
        &content.purpose,
        &content.utility,
        &content.warranty,
        &content.entitlement,
        &content.hours,
    ] {
        take(text, Where::Rest);
    }
    content.outcomes.iter().chain(&content.channels).for_each(|text| take(text, Where::Rest));
    content.documents.iter().for_each(|document| take(&document.title, Where::Rest));
    for offering in &content.offerings {
        // What can be ordered is what people ask for by name.
        take(&offering.name, Where::Summary);
        take(&offering.summary, Where::Rest);
    }
}
