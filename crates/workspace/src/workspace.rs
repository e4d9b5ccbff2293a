//! The open workspace: the desk, every event behind it, and what is cached of both.
//!
//! Whatever order entries arrive in, the same set of entries leaves the same desk and the same flags.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use itsm::incident::Event as IncidentEvent;
use itsm::{Command, Context, Desk, Directory, Entry, Event, Happening, IncidentId, Key, PersonId, RecordId, Refusal};
use journal::Stamp;

use crate::alphabet::Alphabet;
use crate::base::{BaseContent, Meta};
use crate::clock::DeskClock;
use crate::line::{self, Line};
use crate::log::{Log, Place};
use crate::search::{self, Texts};
use crate::standing::{Standing, Standings};
use crate::stored::{self, Told, Unreadable};
use crate::undo::Undos;

mod commands;
mod findings;
mod undoing;

pub use commands::Done;
pub use findings::{Admitted, Finding, Recorded};

/// The person at this browser, in a desk that began with an import: a tag that no tab gives.
const YOU_AT_AN_IMPORT: PersonId = PersonId(Key { number: 1, tag: 1 });

/// See the module.
pub struct Workspace {
    desk: Desk,
    meta: Option<Meta>,
    /// The names that the base brought along, from which the directory is put together again.
    base_names: Directory,
    log: Log,
    /// Events that were illegal at their place in the order: kept, shown, not applied.
    flags: BTreeMap<Place, Refusal>,
    /// Which commands are taken back: their events are kept, shown, not applied.
    undos: Undos,
    /// The stamps of all entries taken in, so that one that comes twice counts once.
    admitted: BTreeSet<Stamp>,
    unreadable: Vec<(Stamp, Unreadable)>,
    texts: Texts,
    alphabet: Alphabet,
    standings: Standings,
    /// Who acts in this tab, if not the person at this browser.
    acting: Option<PersonId>,
}

impl Workspace {
    /// Opens a workspace from its base and its entries, in whatever order they come.
    pub fn open(base: Option<BaseContent>, entries: &[journal::Entry]) -> (Self, Vec<Finding>) {
        let mut workspace = Self::of(base);
        let mut in_order: Vec<&journal::Entry> = entries.iter().collect();
        in_order.sort_by_key(|entry| entry.stamp);
        for entry in in_order {
            workspace.take_in(entry);
        }
        let findings = workspace.findings();
        (workspace, findings)
    }

    fn of(base: Option<BaseContent>) -> Self {
        let mut desk = Desk::default();
        let (entries, events, meta) =
            base.map_or((vec![], vec![], None), |base| (base.entries, base.events, Some(base.meta)));
        // Directory entries of a base have no history of their own: they are simply known.
        entries.into_iter().for_each(|entry| enter(&mut desk, entry));
        events.iter().for_each(|event| itsm::apply(&mut desk, event));
        Self {
            base_names: desk.directory().clone(),
            desk,
            meta,
            log: Log::of(events),
            flags: BTreeMap::new(),
            undos: Undos::default(),
            admitted: BTreeSet::new(),
            unreadable: vec![],
            texts: Texts::default(),
            alphabet: Alphabet::default(),
            standings: Standings::default(),
            acting: None,
        }
    }

    /// The desk, as all applied events leave it.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// What is known of the base, if there is one.
    pub fn meta(&self) -> Option<&Meta> {
        self.meta.as_ref()
    }

    /// The person at this browser: nobody of the log where the workspace began with an import.
    pub fn you(&self) -> PersonId {
        if self.meta.is_some() { YOU_AT_AN_IMPORT } else { crate::seed::YOU }
    }

    /// Who acts: the person who is played, while the directory knows them, else the person at this browser.
    pub fn me(&self) -> PersonId {
        let is_known = |person: &PersonId| self.desk.directory().people.contains_key(person);
        self.acting.filter(is_known).unwrap_or_else(|| self.you())
    }

    /// Lets somebody act in this tab; `None` for the person at this browser. It is no part of the work.
    pub fn act_as(&mut self, person: Option<PersonId>) {
        self.acting = person;
    }

    /// The desk's clock: behind the wall clock for an import as of an instant, or where it was moved.
    pub fn clock(&self) -> DeskClock {
        DeskClock::moved(self.desk.clock_shift(), self.meta.as_ref())
    }

    /// What a command would lead to: its events, or why not. Nothing changes until they are admitted.
    pub fn decide(&self, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
        itsm::decide(&self.desk, command, context)
    }

    /// What the journal appends for one command.
    pub fn payload(events: &[Event]) -> String {
        stored::write(events)
    }

    /// Takes in an entry: one just appended, or one from another tab. Taking it in again changes nothing.
    pub fn admit(&mut self, entry: &journal::Entry) -> Admitted {
        let admitted = self.take_in(entry);
        let incidents = admitted.incidents();
        for id in &incidents {
            let applied = |place| is_applied(&self.log, &self.flags, &self.undos, place);
            self.texts.touch(*id, || search::text(&self.desk, &self.log, applied, *id));
        }
        if admitted.directory_changed {
            self.alphabet = Alphabet::default();
        }
        if admitted.rules_changed {
            self.standings.forget();
        } else {
            self.standings.touch(&self.desk, &incidents);
        }
        admitted
    }

    fn take_in(&mut self, entry: &journal::Entry) -> Admitted {
        let latest = self.admitted.last().is_none_or(|last| *last < entry.stamp);
        if !self.admitted.insert(entry.stamp) {
            return Admitted::default();
        }
        let told = match stored::read(&entry.payload) {
            Ok(told) => told,
            Err(why) => {
                self.unreadable.push((entry.stamp, why.clone()));
                return Admitted { unreadable: Some(why), ..Admitted::default() };
            }
        };
        let mut admitted = Admitted::default();
        match told {
            Told::Undone(undone) => self.take_in_undo(entry.stamp, undone, &mut admitted),
            Told::Events(events) => self.take_in_events(entry.stamp, events, latest, &mut admitted),
        }
        admitted
    }

    fn take_in_events(&mut self, stamp: Stamp, events: Vec<Event>, latest: bool, admitted: &mut Admitted) {
        let places: Vec<Place> = events.into_iter().map(|event| self.note(stamp, event, admitted)).collect();
        if latest {
            places.iter().for_each(|place| self.apply_or_flag(*place));
        } else {
            // An undo of it may have been here before it.
            self.switch(admitted);
            admitted.touched = self.fold_again_since(stamp);
        }
        admitted.flagged = places.iter().filter(|place| self.flags.contains_key(place)).count();
    }

    /// Puts an event into the log and notes what it concerns.
    fn note(&mut self, stamp: Stamp, event: Event, admitted: &mut Admitted) -> Place {
        if let Some(id) = event.what.record() {
            admitted.touched.insert(id);
            if event.what.begins_record() {
                self.desk.reserve(id);
            }
        }
        match &event.what {
            // An agreement with a customer sets targets for every incident about its services.
            Happening::Promise(..) => admitted.rules_changed = true,
            what if what.record().is_some() => {}
            Happening::Entered(_) | Happening::Retired(..) => admitted.directory_changed = true,
            // Views, templates, baselines and the schedule hang on nothing, and nothing hangs on them.
            Happening::ViewSaved(..)
            | Happening::ViewDropped(_)
            | Happening::TemplateSaved(..)
            | Happening::TemplateDropped(_)
            | Happening::Baseline(..)
            | Happening::CatalogueShared(_)
            | Happening::Schedule(_) => {}
            _ => admitted.rules_changed = true,
        }
        self.log.add(stamp, event)
    }

    /// Applies an event that comes after all others of what it concerns, unless it is taken back or illegal by now.
    fn apply_or_flag(&mut self, place: Place) {
        let Some(event) = self.log.event(place) else { return };
        if self.log.stamp(place).is_some_and(|stamp| self.undos.is_off(stamp)) {
            self.flags.remove(&place);
            return;
        }
        match self.desk.legal(event) {
            Ok(()) => {
                self.flags.remove(&place);
                itsm::apply(&mut self.desk, event);
            }
            Err(refusal) => drop(self.flags.insert(place, refusal)),
        }
    }

    /// Folds again what happened since `stamp`, after an event arrived late. Whether an event is legal may hang
    /// on other records (children come first), so all that came later is judged anew, in order; records that
    /// nothing has happened to since then stay as they are. Gives the records concerned.
    fn fold_again_since(&mut self, stamp: Stamp) -> BTreeSet<RecordId> {
        let concerned = |place: &Place| Some((*place, self.log.event(*place)?.what.record()?));
        let later = self.log.since(stamp);
        let of_records: Vec<(Place, RecordId)> = later.iter().filter_map(concerned).collect();
        let only_records = of_records.len() == later.len();
        let touched: BTreeSet<RecordId> = of_records.iter().map(|(_, id)| *id).collect();
        for id in &touched {
            self.desk.forget(*id);
            let before = self.log.of_record(*id).iter().take_while(|&&place| self.log.stamp(place) < Some(stamp));
            // What came before is as legal as it was.
            let applied = |place: &&Place| is_applied(&self.log, &self.flags, &self.undos, **place);
            for event in before.filter(applied).filter_map(|&at| self.log.event(at)) {
                itsm::apply(&mut self.desk, event);
            }
        }
        of_records.iter().for_each(|(place, _)| self.apply_or_flag(*place));
        if !only_records {
            self.share_again();
        }
        touched
    }

    /// Applies names and rules once more, in order. No event of a record hangs on them.
    fn share_again(&mut self) {
        self.desk.forget_shared(self.base_names.clone());
        let applied = |place: &&Place| is_applied(&self.log, &self.flags, &self.undos, **place);
        for event in self.log.shared().iter().filter(applied).filter_map(|place| self.log.event(*place)) {
            itsm::apply(&mut self.desk, event);
        }
    }

    /// What the user should know about entries: those that could not be read, and events not applied.
    pub fn findings(&self) -> Vec<Finding> {
        let unreadable =
            self.unreadable.iter().map(|(stamp, why)| Finding::Unreadable { stamp: *stamp, why: why.clone() });
        let flagged = self.flags.iter().filter_map(|(place, refusal)| {
            let record = self.log.event(*place)?.what.record()?;
            Some(Finding::Flagged { stamp: self.log.stamp(*place)?, record, refusal: refusal.clone() })
        });
        let not_undone =
            self.undos.flags().map(|(stamp, refusal)| Finding::NotUndone { stamp, refusal: refusal.clone() });
        let mut findings: Vec<Finding> = unreadable.chain(flagged).chain(not_undone).collect();
        findings.sort_by_key(Finding::stamp);
        findings
    }

    /// The history of an incident, oldest first.
    pub fn timeline(&self, id: IncidentId) -> Vec<Recorded<'_>> {
        self.history(RecordId::Incident(id))
    }

    /// The history of a record, oldest first.
    pub fn history(&self, id: RecordId) -> Vec<Recorded<'_>> {
        let recorded = |place: &Place| {
            let event = self.log.event(*place)?;
            let foreign = matches!(event.what, Happening::Incident(_, IncidentEvent::Observed(_)));
            let stamp = self.log.stamp(*place);
            let undone = stamp.and_then(|stamp| self.undos.taker(stamp));
            Some(Recorded { stamp, event, flag: self.flags.get(place), undone, foreign })
        };
        self.log.of_record(id).iter().filter_map(recorded).collect()
    }

    /// How many events the workspace holds about records, the base's included; those taken back do not count.
    pub fn event_count(&self) -> usize {
        let of_record = |place: &&Place| self.log.event(**place).is_some_and(|event| event.what.record().is_some());
        let undone: usize = self.undos.off().map(|stamp| self.log.at(stamp).iter().filter(of_record).count()).sum();
        self.log.events().len() - self.log.shared().len() - undone
    }

    /// How many incidents the desk knows.
    pub fn incident_count(&self) -> usize {
        self.desk.incidents().len()
    }

    /// When the latest event happened, by the desk's clock.
    pub fn last_happened_at(&self) -> Option<DateTime<Utc>> {
        self.log.events().iter().map(|event| event.at).max()
    }

    /// Every event, in no particular order; those taken back or not applied, too.
    pub fn events(&self) -> &[Event] {
        self.log.events()
    }

    /// How an incident stands to its service level. Call [`Self::advance`] once after opening.
    pub fn standing(&self, id: IncidentId) -> Standing {
        self.standings.of(id)
    }

    /// The instant of the last [`Self::advance`].
    pub fn now(&self) -> Option<DateTime<Utc>> {
        self.standings.now()
    }

    /// Lets time pass: which incidents are due soon or breached that were not before. The first call after
    /// opening (or after a change of rules) looks at every incident.
    pub fn advance(&mut self, now: DateTime<Utc>) -> Vec<IncidentId> {
        self.standings.advance(&self.desk, now)
    }

    /// Makes the texts for searching, if they are not made yet. The first search does it otherwise.
    pub fn prepare_search(&self) {
        self.search_texts();
    }

    fn search_texts(&self) -> &BTreeMap<IncidentId, Box<str>> {
        self.texts.all(|| {
            let ids = self.desk.incidents().map(|incident| incident.id);
            let applied = |place| is_applied(&self.log, &self.flags, &self.undos, place);
            ids.map(|id| (id, search::text(&self.desk, &self.log, applied, id))).collect()
        })
    }

    /// The order of names.
    pub(crate) fn alphabet(&self) -> &Alphabet {
        self.alphabet.prepare(self.desk.directory())
    }

    /// Every incident, in the order of ids, with what is cached of it.
    pub(crate) fn lines(&self, with_texts: bool) -> impl Iterator<Item = Line<'_>> {
        let texts = with_texts.then(|| self.search_texts());
        line::lines(self.desk.incidents(), self.standings.all(), texts)
    }
}

/// Whether an event counts: neither illegal at its place nor taken back.
fn is_applied(log: &Log, flags: &BTreeMap<Place, Refusal>, undos: &Undos, place: Place) -> bool {
    !flags.contains_key(&place) && !log.stamp(place).is_some_and(|stamp| undos.is_off(stamp))
}

/// Makes an entry of a base known.
fn enter(desk: &mut Desk, entry: Entry) {
    let what = Happening::Entered(entry);
    itsm::apply(desk, &Event { at: DateTime::UNIX_EPOCH, by: PersonId::default(), what });
}
