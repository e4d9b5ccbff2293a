//! Where the portal takes its catalogue from: the open workspace, the file beside the app, or a link that holds one.
//!
//! Only the pages of the portal ask for any of this, so none of it is in what a first visit fetches. How the portal is
//! looked at (a preview, a link, as whom) holds for one tab and survives a reload of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::{AudienceId, Catalogue, Which, catalogue};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::catalogue::file::{self, Fault};
use workspace::catalogue::offer::As;
use workspace::catalogue::share;
use workspace::query::{key_of, key_text};

use super::{Session, Status};
use crate::browser::{events, files, page, storage, tasks};
use crate::route::Route;

/// The file beside the app. It is always served: at first it says that there is nothing in it.
pub const FILE: &str = "catalogue.json";

/// What a link begins with behind its `#` if it holds a catalogue.
const IN_LINK: &str = "c=";

/// Where a catalogue comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// What the open workspace has published.
    Workspace,
    /// `catalogue.json` beside the app.
    Beside,
    /// A link.
    Shared,
    /// What the open workspace is writing.
    Preview,
}

impl Source {
    /// How it is looked at.
    pub fn looked_at(self) -> As {
        match self {
            Source::Workspace | Source::Beside => As::Customers,
            Source::Shared | Source::Preview => As::Preview,
        }
    }

    /// Whether somebody receives what is ordered here.
    pub fn takes_orders(self) -> bool {
        self == Source::Workspace
    }
}

/// A catalogue, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The whole catalogue, also what is not offered.
    pub catalogue: Arc<Catalogue>,
    /// Where it comes from.
    pub from: Source,
}

/// What came of looking for a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// It is on its way.
    Coming,
    /// It is here.
    Here(Offered),
    /// There is none.
    Nothing,
    /// The file beside the app cannot be read; where and why.
    BrokenFile(Vec<Fault>),
    /// The link cannot be read; why, in a sentence.
    BrokenLink(String),
    /// The file could not be fetched.
    NotFetched,
}

/// The file beside the app, as far as it is known.
#[derive(Clone)]
enum Beside {
    Unasked,
    Coming,
    Nothing,
    Here(Arc<Catalogue>),
    Broken(Vec<Fault>),
    NotFetched,
}

/// How this tab looks at the portal.
#[derive(Clone, Default)]
struct Looking {
    preview: bool,
    audience: Option<AudienceId>,
    /// What a link holds, if the portal was entered by one.
    shared: Option<Shared>,
}

#[derive(Clone)]
struct Shared {
    /// How many characters the link takes for it.
    size: usize,
    read: Result<Arc<Catalogue>, String>,
}

const PREVIEW: &str = "service-dojo/portal/preview";
const AUDIENCE: &str = "service-dojo/portal/audience";
const SHARED: &str = "service-dojo/portal/shared";

thread_local! {
    static BESIDE: ArcRwSignal<Beside> = ArcRwSignal::new(Beside::Unasked);
    static LOOKING: ArcRwSignal<Looking> = ArcRwSignal::new(remembered());
}

fn beside() -> ArcRwSignal<Beside> {
    BESIDE.with(Clone::clone)
}

fn looking() -> ArcRwSignal<Looking> {
    LOOKING.with(Clone::clone)
}

/// What this tab remembers from before a reload.
fn remembered() -> Looking {
    events::on_history(enter_link);
    let noted = |key| storage::noted(key).filter(|text| !text.is_empty());
    Looking {
        preview: noted(PREVIEW).is_some(),
        audience: noted(AUDIENCE).as_deref().and_then(key_of).map(AudienceId),
        shared: noted(SHARED).map(|text| read_link(&text)),
    }
}

fn read_link(fragment: &str) -> Shared {
    let read = share::from_fragment(fragment).map(Arc::new).map_err(|fault| fault.to_string());
    Shared { size: fragment.len(), read }
}

/// Takes up the catalogue that the address holds, if it holds one.
fn enter_link() {
    let fragment = page::fragment();
    // A link too long for the notes of the tab holds until it is reloaded, and then still stands in the address.
    if let Some(held) = fragment.strip_prefix(IN_LINK) {
        storage::note(SHARED, held);
        looking().update(|looking| looking.shared = Some(read_link(held)));
    }
}

/// Enters the portal by its front page, with the parameters of the address.
pub fn enter(parameters: &str) {
    let given = |name: &str| {
        parameters.split('&').find_map(|pair| pair.split('=').next().filter(|key| *key == name).map(|_| pair))
    };
    let preview = given("preview").is_some();
    let audience = given("as").map(|pair| pair.split_once('=').and_then(|(_, key)| key_of(key)).map(AudienceId));
    enter_link();
    storage::note(PREVIEW, if preview { "1" } else { "" });
    looking().update(|looking| {
        looking.preview = preview;
        // A preview shows the workspace, whatever link was opened before.
        if preview {
            looking.shared = None;
            storage::note(SHARED, "");
        }
    });
    if let Some(audience) = audience {
        see_as(audience);
    }
}

/// As whom the portal is looked at; `None` sees everything.
pub fn seen_as() -> Option<AudienceId> {
    looking().with(|looking| looking.audience)
}

/// Looks at the portal as an audience from now on.
pub fn see_as(audience: Option<AudienceId>) {
    storage::note(AUDIENCE, &audience.map(|id| key_text(id.0)).unwrap_or_default());
    looking().update(|looking| looking.audience = audience);
}

/// Lets go of the catalogue that came with a link.
pub fn leave_link() {
    storage::note(SHARED, "");
    looking().update(|looking| looking.shared = None);
}

/// How many characters the link takes that the catalogue came with.
pub fn link_size() -> Option<usize> {
    looking().with(|looking| looking.shared.as_ref().map(|shared| shared.size))
}

/// Whether the portal shows drafts.
pub fn is_preview() -> bool {
    looking().with(|looking| looking.preview)
}

/// Takes the file beside the app as it was fetched; whether there is a catalogue in it, or what is wrong with it.
pub fn take_file(text: &str) -> Result<bool, Vec<Fault>> {
    let read = file::open(text).map(|reading| reading.catalogue.map(Arc::new));
    beside().set(match &read {
        Ok(Some(catalogue)) => Beside::Here(catalogue.clone()),
        Ok(None) => Beside::Nothing,
        Err(faults) => Beside::Broken(faults.clone()),
    });
    read.map(|catalogue| catalogue.is_some())
}

/// Fetches the file beside the app, if nobody did or it failed.
pub fn fetch_file() {
    beside().set(Beside::Coming);
    tasks::spawn(async move {
        match files::fetch_text(Route::file(FILE)).await {
            Ok(text) => drop(take_file(&text)),
            Err(_) => beside().set(Beside::NotFetched),
        }
    });
}

fn found_beside() -> Finding {
    let from = Source::Beside;
    match beside().get() {
        Beside::Unasked | Beside::Coming => Finding::Coming,
        Beside::Nothing => Finding::Nothing,
        Beside::Here(catalogue) => Finding::Here(Offered { catalogue, from }),
        Beside::Broken(faults) => Finding::BrokenFile(faults),
        Beside::NotFetched => Finding::NotFetched,
    }
}

impl Session {
    /// The catalogue that the portal shows now. Asks to be run again when that changes. A workspace that nobody has
    /// written of services in shows what is beside the app instead.
    pub fn offered(self) -> Finding {
        let Looking { preview, shared, .. } = looking().get();
        if let Some(Shared { read, .. }) = shared {
            return match read {
                Ok(catalogue) => Finding::Here(Offered { catalogue, from: Source::Shared }),
                Err(sentence) => Finding::BrokenLink(sentence),
            };
        }
        let own = match self.status.get() {
            Status::Opening => return Finding::Coming,
            Status::Open { .. } => self.own(preview),
            Status::Empty | Status::Damaged { .. } => None,
        };
        own.map_or_else(
            || {
                if matches!(beside().get_untracked(), Beside::Unasked) {
                    fetch_file();
                }
                found_beside()
            },
            Finding::Here,
        )
    }

    fn own(self, preview: bool) -> Option<Offered> {
        let (which, from) = match preview {
            true => (Which::Drafts, Source::Preview),
            false => (Which::Published(self.now.get()), Source::Workspace),
        };
        self.read(|workspace| {
            let desk = workspace.desk();
            let any = desk.portfolio().listings().next().is_some();
            any.then(|| Offered { catalogue: Arc::new(catalogue(desk, which)), from })
        })?
    }

    /// How often each service was asked for at this desk.
    pub fn orders(self) -> BTreeMap<ServiceId, u32> {
        let count = |workspace: &Workspace| {
            let mut orders = BTreeMap::new();
            for service in workspace.desk().requests().all().filter_map(|request| request.service) {
                *orders.entry(service).or_default() += 1;
            }
            orders
        };
        self.read(count).unwrap_or_default()
    }

    /// Makes a workspace named after the organisation that holds this catalogue, and opens it; `Err` with a sentence, and
    /// nothing is changed.
    pub fn copy_catalogue(self, catalogue: &Catalogue) -> Result<(), String> {
        let name = catalogue.settings.organisation.trim();
        self.create_blank(if name.is_empty() { "Our catalogue" } else { name })?;
        let take_in = itsm::catalogue::Command::TakeIn(Box::new(catalogue.clone()));
        let taken = self.give(itsm::Command::Catalogue(take_in));
        if let Err(declined) = taken {
            if let Some(id) = self.workspace_id() {
                let _ = self.delete(&id);
            }
            return Err(declined.sentence());
        }
        leave_link();
        Ok(())
    }
}
