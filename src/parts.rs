//! The parts of the program that are fetched when they are first needed: what a first visit shows does not wait for
//! the desk. With the feature `split` (`scripts/build`) each is a file of its own; without it all are here already.
//!
//! A part hands over plain functions. Whoever has one has the code behind it.

// The split points are calls between wasm modules, which the attribute writes as `extern "C"`. Nothing here does.
#![allow(unsafe_code)]

use std::cell::Cell;

use leptos::prelude::AnyView;

use crate::browser::sheets::{self, PartSheet};
use crate::commands::Commands;
use crate::route::Route;
use crate::session::Session;
use crate::views::desk::company;
use crate::views::desk::for_frame::{self, ForFrame};
use crate::views::portal::Greeting;
use crate::views::{
    catalogue, desk, help, learn, portal, practices, practise, publish, reading, reports, rules, shift, upkeep, why,
    workspace,
};

/// A part could not be fetched. The next attempt starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        NotLoaded
    }
}

// Parts that share much are one file of the program (the first word of a split point): each set of files that shares
// code costs a file more, and every one of them a request.
macro_rules! split_point {
    ($part:ident, $name:ident -> $given:ty, $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        fn $name() -> Result<$given, NotLoaded> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$given, NotLoaded> {
            Ok($value)
        }
    };
}

/// Shows the page at an address that the part knows.
pub type Pages = fn(Route) -> AnyView;

/// Shows why a page is there.
pub type WhySheet = fn(Session, Commands) -> AnyView;

split_point!(desk, desk_pages -> Pages, desk::page);
split_point!(desk, desk_frame -> ForFrame, for_frame::PIECES);
split_point!(desk, desk_resume -> fn(Session), Session::resume);
split_point!(desk, desk_look_back -> fn(Session), Session::look_back);
split_point!(desk, desk_company -> company::Open, company::open);
split_point!(reports, reports_pages -> Pages, reports::page);
split_point!(practices, practices_pages -> Pages, practices::page);
split_point!(practices, upkeep_pages -> Pages, upkeep::page);
split_point!(catalogue, catalogue_pages -> Pages, catalogue::page);
split_point!(portal, portal_pages -> Pages, portal::page);
split_point!(portal, portal_greet -> fn(&str) -> Greeting, portal::greet);
split_point!(catalogue, publish_pages -> Pages, publish::page);
split_point!(workspace, workspace_pages -> Pages, workspace::page);
split_point!(workspace, rules_pages -> Pages, rules::page);
split_point!(reading, reading_pages -> Pages, reading::page);
split_point!(reading, reading_why -> WhySheet, why::sheet);
split_point!(shift, practise_pages -> Pages, practise::page);
split_point!(shift, shift_pages -> Pages, shift::page);
split_point!(learn, learn_pages -> Pages, learn::page);
split_point!(gallery, gallery_pages -> Pages, help::components::page);

/// Goes on with the work that is stored.
pub async fn resume(session: Session) -> Result<(), NotLoaded> {
    desk_resume().await.map(|resume| resume(session))
}

/// Looks for work that was stored here and is gone.
pub async fn look_back(session: Session) -> Result<(), NotLoaded> {
    desk_look_back().await.map(|look_back| look_back(session))
}

/// Opens the sample company: what does it, once it is here.
pub async fn company() -> Result<company::Open, NotLoaded> {
    desk_company().await
}

/// What the frame shows once a workspace is open.
pub async fn frame() -> Result<ForFrame, NotLoaded> {
    desk_frame().await
}

/// Why a page is there, with the pages to read.
pub async fn why() -> Result<WhySheet, NotLoaded> {
    reading_why().await
}

/// What reads the catalogue beside the app, with the portal.
pub async fn greet() -> Result<fn(&str) -> Greeting, NotLoaded> {
    portal_greet().await
}

/// A part with pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The desk, and the front page of who comes back.
    Desk,
    /// The desk's reports.
    Reports,
    /// What incidents lead to: problems, changes, requests, major incidents.
    Practices,
    /// What keeps services going: levels, suppliers, configuration, events, knowledge, improvement.
    Upkeep,
    /// Writing of services.
    Catalogue,
    /// Looking at services and ordering.
    Portal,
    /// Taking the catalogue to customers and to other tools.
    Publish,
    /// Workspaces and imports.
    Workspace,
    /// What the desk goes by.
    Rules,
    /// Pages to read, and the settings.
    Reading,
    /// The component gallery.
    Gallery,
    /// Choosing a shift to practise.
    Practise,
    /// Playing it.
    Shift,
    /// The body of knowledge.
    Learn,
}

/// A part that has a stylesheet of its own. Both are on their way at once, and no page is shown without its sheet.
async fn with_sheet(
    sheet: PartSheet,
    pages: impl Future<Output = Result<Pages, NotLoaded>>,
) -> Result<Pages, NotLoaded> {
    let sheet = sheets::fetch(sheet);
    let pages = pages.await?;
    if sheet.await { Ok(pages) } else { Err(NotLoaded) }
}

thread_local! {
    static ARRIVED: [Cell<Option<Pages>>; 14] = const { [const { Cell::new(None) }; 14] };
}

impl Part {
    /// Its pages, if it is here: then nobody has to wait.
    pub fn arrived(self) -> Option<Pages> {
        ARRIVED.with(|arrived| arrived.get(self as usize).and_then(Cell::get))
    }

    /// Fetches it.
    pub async fn fetch(self) -> Result<Pages, NotLoaded> {
        let pages = match self {
            Part::Desk => desk_pages().await,
            Part::Reports => reports_pages().await,
            Part::Practices => practices_pages().await,
            Part::Upkeep => upkeep_pages().await,
            Part::Catalogue => catalogue_pages().await,
            Part::Portal => portal_pages().await,
            Part::Publish => publish_pages().await,
            Part::Workspace => workspace_pages().await,
            Part::Rules => rules_pages().await,
            Part::Reading => reading_pages().await,
            Part::Gallery => gallery_pages().await,
            Part::Practise => with_sheet(PartSheet::Shift, practise_pages()).await,
            Part::Shift => with_sheet(PartSheet::Shift, shift_pages()).await,
            Part::Learn => with_sheet(PartSheet::Learn, learn_pages()).await,
        }?;
        ARRIVED.with(|arrived| arrived.get(self as usize).map(|cell| cell.set(Some(pages))));
        Ok(pages)
    }
}
