//! What holds for the whole catalogue: settings, categories, audiences.

use std::sync::Arc;

use super::all;
use super::content::{invalid, is_address, is_too_long};
use crate::catalogue::command::Command;
use crate::catalogue::content::Content;
use crate::catalogue::document::{ServiceCategory, Settings};
use crate::catalogue::event::Shared;
use crate::catalogue::ids::{self, AudienceId, ServiceCategoryId};
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::Listing;
use crate::catalogue::{LOGO_MOST, Portfolio};
use crate::desk::{Context, Desk, Happening};
use crate::fields::trimmed;
use crate::refusal::Refusal;

pub(super) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let portfolio = &desk.portfolio;
    Ok(all(match command {
        Command::Set(settings) => set(portfolio, *settings)?,
        Command::SaveCategory(id, category) => save_category(portfolio, id, category, context.tag)?,
        Command::DropCategory(id) => drop_category(portfolio, id)?,
        Command::SaveAudience(id, name) => save_audience(portfolio, id, name, context.tag)?,
        Command::DropAudience(id) => drop_audience(portfolio, id)?,
        _ => return Err(Refusal::NoSuch { what: "part of the catalogue" }),
    }))
}

const UNCHANGED: Refusal = Refusal::Missing { field: "a change", because: "everything is already as you wrote it" };

fn set(portfolio: &Portfolio, settings: Settings) -> Result<Shared, Refusal> {
    let currency = settings.currency.trim().to_ascii_uppercase();
    let settings = Settings {
        organisation: trimmed(settings.organisation),
        contact: trimmed(settings.contact),
        email: trimmed(settings.email),
        site: trimmed(settings.site),
        logo: trimmed(settings.logo),
        currency: if *currency == *settings.currency { settings.currency } else { Arc::from(currency) },
        needs_review: settings.needs_review,
    };
    settings_fit(&settings)?;
    if settings == portfolio.settings { Err(UNCHANGED) } else { Ok(Shared::Set(Box::new(settings))) }
}

/// Whether settings may hold; also for those that come with a whole catalogue.
pub(super) fn settings_fit(settings: &Settings) -> Result<(), Refusal> {
    if is_too_long(&settings.organisation) || is_too_long(&settings.contact) {
        return Err(invalid("organisation", "it is longer than anybody would read; shorten it"));
    }
    if !settings.email.is_empty() && !is_address(&settings.email) {
        return Err(invalid("e-mail", "an address looks like name@example.org; every order would go astray"));
    }
    let site = settings.site.to_ascii_lowercase();
    let has_host = site.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    if !site.is_empty() && (!has_host || site.contains(char::is_whitespace)) {
        return Err(invalid("address of the site", "it begins with https, so that nobody changes it on its way"));
    }
    if !settings.logo.is_empty() {
        logo_fits(&settings.logo)?;
    }
    if settings.currency.len() != 3 || !settings.currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(invalid("currency", "a currency is three letters of ISO 4217, like EUR; symbols mean several"));
    }
    Ok(())
}

fn logo_fits(logo: &str) -> Result<(), Refusal> {
    let data = ["data:image/png;base64,", "data:image/jpeg;base64,"].iter().find_map(|kind| logo.strip_prefix(kind));
    let is_base64 = |data: &str| {
        let data = data.trim_end_matches('=');
        !data.is_empty() && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
    };
    match data {
        Some(data) if is_base64(data) && logo.len() <= LOGO_MOST => Ok(()),
        Some(data) if is_base64(data) => {
            Err(invalid("logo", "it is larger than 64 kB, and every visitor would have to load it"))
        }
        _ => Err(invalid("logo", "it is a PNG or JPEG picture; other kinds may carry programs")),
    }
}

fn save_category(
    portfolio: &Portfolio,
    id: Option<ServiceCategoryId>,
    mut category: ServiceCategory,
    tag: u32,
) -> Result<Shared, Refusal> {
    category.name = trimmed(category.name);
    category.summary = trimmed(category.summary);
    words_fit(&category)?;
    let known = match id {
        Some(id) => Some(portfolio.categories.get(&id).ok_or(Refusal::NoSuch { what: "category" })?),
        None => None,
    };
    if known == Some(&category) {
        return Err(UNCHANGED);
    }
    if category.parent.is_some_and(|parent| !portfolio.categories.contains_key(&parent)) {
        return Err(Refusal::NoSuch { what: "category" });
    }
    if id.is_some_and(|id| stands_in(portfolio, category.parent, id)) {
        return Err(invalid("part of", "a category cannot stand in itself; nobody would ever find it"));
    }
    let lower = category.name.to_lowercase();
    let mut others = portfolio.categories.iter().filter(|(other, _)| Some(**other) != id);
    if others.any(|(_, other)| other.parent == category.parent && other.name.to_lowercase() == lower) {
        return Err(invalid("name", "a category beside it has it; nobody could tell them apart"));
    }
    let id = id.unwrap_or_else(|| next_category(portfolio, tag));
    Ok(Shared::Category(id, Some(category)))
}

/// Whether a category has a name, and no more words than anybody would read.
pub(super) fn words_fit(category: &ServiceCategory) -> Result<(), Refusal> {
    if category.name.trim().is_empty() {
        return Err(Refusal::Missing { field: "a name", because: "customers choose a category by its name" });
    }
    if is_too_long(&category.name) || is_too_long(&category.summary) {
        return Err(invalid("category", "it is longer than anybody would read; shorten it"));
    }
    Ok(())
}

/// Whether an audience has a name that anybody would read.
pub(super) fn audience_fits(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::Missing { field: "a name", because: "nobody can be told who may order otherwise" });
    }
    if is_too_long(name) {
        return Err(invalid("name", "it is longer than anybody would read; shorten it"));
    }
    Ok(())
}

/// Whether `from`, or what it stands in, is `id`. Ends also where a circle came in from two tabs.
fn stands_in(portfolio: &Portfolio, from: Option<ServiceCategoryId>, id: ServiceCategoryId) -> bool {
    let above = |id: &ServiceCategoryId| portfolio.categories.get(id).and_then(|category| category.parent);
    std::iter::successors(from, above).take(portfolio.categories.len().saturating_add(1)).any(|one| one == id)
}

fn drop_category(portfolio: &Portfolio, id: ServiceCategoryId) -> Result<Shared, Refusal> {
    if !portfolio.categories.contains_key(&id) {
        return Err(Refusal::NoSuch { what: "category" });
    }
    if portfolio.categories.values().any(|other| other.parent == Some(id)) {
        return Err(Refusal::Rule {
            rule: "other categories stand in it",
            because: "they would go out of sight with all their services; move them or take them away first",
        });
    }
    Ok(Shared::Category(id, None))
}

/// The id of a new category: none that any draft or version still names, or what stood in a category that is gone would
/// turn up in another.
pub(super) fn next_category(portfolio: &Portfolio, tag: u32) -> ServiceCategoryId {
    let named = contents(portfolio).flat_map(|content| content.categories.iter().copied());
    ids::next(portfolio.categories.keys().copied().chain(named), tag)
}

/// The id of a new audience, by the same rule.
pub(super) fn next_audience(portfolio: &Portfolio, tag: u32) -> AudienceId {
    let named = contents(portfolio).flat_map(|content| content.audiences.iter().copied());
    ids::next(portfolio.audiences.keys().copied().chain(named), tag)
}

/// Every draft and every version.
fn contents(portfolio: &Portfolio) -> impl Iterator<Item = &Content> {
    portfolio.listings().flat_map(Listing::contents)
}

fn save_audience(portfolio: &Portfolio, id: Option<AudienceId>, name: Arc<str>, tag: u32) -> Result<Shared, Refusal> {
    let name = trimmed(name);
    audience_fits(&name)?;
    match id {
        Some(id) if !portfolio.audiences.contains_key(&id) => return Err(Refusal::NoSuch { what: "audience" }),
        Some(id) if portfolio.audiences.get(&id) == Some(&name) => return Err(UNCHANGED),
        _ => {}
    }
    let lower = name.to_lowercase();
    if portfolio.audiences.iter().any(|(other, taken)| Some(*other) != id && taken.to_lowercase() == lower) {
        return Err(invalid("name", "another audience has it; nobody could tell them apart"));
    }
    Ok(Shared::Audience(id.unwrap_or_else(|| next_audience(portfolio, tag)), Some(name)))
}

fn drop_audience(portfolio: &Portfolio, id: AudienceId) -> Result<Shared, Refusal> {
    if !portfolio.audiences.contains_key(&id) {
        return Err(Refusal::NoSuch { what: "audience" });
    }
    let names = |content: &Content| content.audiences.contains(&id);
    let is_for = |listing: &Listing| {
        listing.status != Status::Obsolete
            && (names(&listing.draft) || listing.latest().is_some_and(|version| names(&version.content)))
    };
    if portfolio.listings().any(is_for) {
        return Err(Refusal::Rule {
            rule: "services are for it",
            because: "without it everybody, or nobody, could order them; name another audience there first",
        });
    }
    Ok(Shared::Audience(id, None))
}
