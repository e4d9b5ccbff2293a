//! What holds for the whole catalogue: settings, categories, audiences.

use super::all;
use crate::catalogue::command::Command;
use crate::catalogue::event::Shared;
use crate::catalogue::ids;
use crate::desk::{Context, Desk, Happening};
use crate::fields::filled;
use crate::refusal::Refusal;

pub(super) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let portfolio = &desk.portfolio;
    Ok(all(match command {
        Command::Set(settings) => Shared::Set(settings),
        Command::SaveCategory(id, mut category) => {
            category.name = filled(category.name, "a name", "customers choose a category by its name")?;
            let id = id.unwrap_or_else(|| ids::next(portfolio.categories.keys().copied(), context.tag));
            Shared::Category(id, Some(category))
        }
        Command::DropCategory(id) if portfolio.categories.contains_key(&id) => Shared::Category(id, None),
        Command::DropCategory(_) => return Err(Refusal::NoSuch { what: "category" }),
        Command::SaveAudience(id, name) => {
            let name = filled(name, "a name", "nobody can be told who may order otherwise")?;
            let id = id.unwrap_or_else(|| ids::next(portfolio.audiences.keys().copied(), context.tag));
            Shared::Audience(id, Some(name))
        }
        Command::DropAudience(id) if portfolio.audiences.contains_key(&id) => Shared::Audience(id, None),
        _ => return Err(Refusal::NoSuch { what: "audience" }),
    }))
}
