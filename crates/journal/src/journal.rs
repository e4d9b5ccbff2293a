//! An open workspace with its store: a thin cover over [`Core`], so that it is compiled once for all stores.

use crate::core::Core;
use crate::{
    AppendError, CompactError, CreateError, Entry, Finding, Mode, Notice, OpenError, Parcel, Segment, Store, TabId,
    Versions, Witness, export,
};

/// An open workspace.
pub struct Journal<S: Store> {
    store: S,
    core: Core,
}

/// What opening a workspace found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the workspace is called.
    pub name: String,
    /// The immutable base, if it began with an import.
    pub base: Option<Segment>,
    /// Every command, in the order of the journal, each once.
    pub entries: Vec<Entry>,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
    /// What may be done.
    pub mode: Mode,
}

/// A command that was saved and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The command with its place in the order.
    pub entry: Entry,
    /// What should be told.
    pub notices: Vec<Notice>,
}

/// What packing did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compacted {
    /// How many commands were packed.
    pub packed: usize,
    /// Commands of other tabs that were met on the way: apply them.
    pub arrived: Vec<Entry>,
}

impl<S: Store> Journal<S> {
    /// Creates a workspace, wholly or not at all, and opens it.
    ///
    /// With a base (an import) it is refused where the store would be filled beyond
    /// [`REFUSE_PERCENT`](crate::REFUSE_PERCENT). `workspace` must be new: 1 to 64 letters, digits, `-`, `_`.
    pub fn create(
        store: S,
        versions: Versions,
        workspace: &str,
        name: &str,
        tab: TabId,
        base: Option<Segment>,
        now_millis: u64,
    ) -> Result<Self, CreateError> {
        Self::create_with(store, versions, workspace, name, tab, base, Vec::new(), now_millis)
    }

    #[allow(clippy::too_many_arguments, reason = "create's own, and the commands of an export")]
    pub(crate) fn create_with(
        store: S,
        versions: Versions,
        workspace: &str,
        name: &str,
        tab: TabId,
        base: Option<Segment>,
        entries: Vec<Entry>,
        now_millis: u64,
    ) -> Result<Self, CreateError> {
        let mode = store.fleeting().map_or(Mode::ReadWrite, Mode::Memory);
        let mut core = Core::new(workspace, versions, tab, mode);
        core.begin(name, base, entries, now_millis);
        core.create(&store, now_millis)?;
        Ok(Self { store, core })
    }

    /// Opens a workspace. Writes nothing but the reserve, where it is missing and there is room.
    ///
    /// `witness` is what was noted elsewhere when the workspace was last open here: with it, a workspace that
    /// the browser has dropped is told from one that never was.
    pub fn open(
        store: S,
        versions: Versions,
        workspace: &str,
        tab: TabId,
        witness: Option<Witness>,
    ) -> Result<(Self, Opened), OpenError> {
        let (core, opened) = Core::open(&store, versions, workspace, tab, witness.as_ref())?;
        Ok((Self { store, core }, opened))
    }

    /// Saves a command under a key of its own and reads it back.
    pub fn append(&mut self, payload: &str, wall_millis: u64) -> Result<Appended, AppendError> {
        self.core.append(&self.store, payload, wall_millis)
    }

    /// Takes in a storage event of another tab. Usually one command comes of it; none if it was known, is
    /// another workspace's, or must wait for an earlier one; more if others have waited for this one.
    pub fn absorb(&mut self, key: &str, value: &str) -> Vec<Entry> {
        self.core.absorb(&self.store, key, value);
        self.core.arrivals()
    }

    /// Looks for commands that are not known yet: after a pause, before writing, when events may be lost.
    pub fn poll(&mut self) -> Vec<Entry> {
        // A store that fails here fails the next write too, where it is told.
        let _ = self.core.poll(&self.store);
        self.core.arrivals()
    }

    /// Packs command keys into a segment. Only one tab should do this (it is fenced, not locked).
    pub fn compact(&mut self) -> Result<Compacted, CompactError> {
        let packed = self.core.compact(&self.store)?;
        Ok(Compacted { packed, arrived: self.core.arrivals() })
    }

    /// Saves everything again from memory, after [`AppendError::Cleared`].
    pub fn resave(&mut self, wall_millis: u64) -> Result<(), AppendError> {
        self.core.resave(&self.store, wall_millis)
    }

    /// Puts commands back that were kept elsewhere (a mirror on disk) and that the store has lost. Answers
    /// with those that count now; ones that the store has are passed over.
    pub fn recover(&mut self, entries: &[Entry]) -> Result<Vec<Entry>, AppendError> {
        self.core.recover(&self.store, entries)?;
        Ok(self.core.arrivals())
    }

    /// Gives the workspace another name; the latest one counts, whichever tab gave it.
    pub fn rename(&mut self, name: &str, wall_millis: u64) -> Result<Vec<Notice>, AppendError> {
        self.core.rename(&self.store, name, wall_millis)
    }

    /// The whole workspace as a file; see [`import`](crate::import).
    pub fn export(&self) -> String {
        export::write(&self.core.name.text, self.core.base.as_ref(), &self.core.in_order(), None)
    }

    /// Like [`export`](Self::export), with the time noted for whoever reads it.
    pub fn export_at(&self, now_millis: u64) -> String {
        export::write(&self.core.name.text, self.core.base.as_ref(), &self.core.in_order(), Some(now_millis))
    }

    /// The whole workspace, to make another of it.
    pub fn parcel(&self) -> Parcel {
        Parcel {
            name: self.core.name.text.clone(),
            base: self.core.base.clone(),
            entries: self.core.in_order().into_iter().cloned().collect(),
            exported_millis: None,
        }
    }

    /// How many units of the store are used, by the last count and what was written since.
    pub fn used_units(&self) -> u64 {
        self.core.used_units()
    }

    /// What was found since this was last asked.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.core.findings)
    }

    /// What may be done now; it may change when another tab deletes or a later version writes.
    pub fn mode(&self) -> Mode {
        self.core.mode
    }

    /// Whether the workspace was last seen gone from the store without having been deleted.
    pub fn is_cleared(&self) -> bool {
        self.core.cleared
    }

    /// What the workspace is called.
    pub fn name(&self) -> &str {
        &self.core.name.text
    }

    /// The workspace's id.
    pub fn workspace(&self) -> &str {
        &self.core.workspace
    }

    /// The tab whose commands these are; another than asked for where that one's commands have a gap.
    pub fn tab(&self) -> TabId {
        self.core.tab
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// The immutable base, if it began with an import.
    pub fn base(&self) -> Option<&Segment> {
        self.core.base.as_ref()
    }

    /// Every command that counts, in the order of the journal.
    pub fn entries(&self) -> Vec<&Entry> {
        self.core.in_order()
    }

    /// How many commands are not packed yet.
    pub fn unpacked(&self) -> usize {
        self.core.unpacked()
    }

    pub(crate) fn core(&self) -> &Core {
        &self.core
    }

    /// What to remember elsewhere.
    pub fn witness(&self) -> Witness {
        self.core.witness()
    }
}
