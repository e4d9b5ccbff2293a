//! Freezes (blackouts): a span in which nothing of a scope is changed, because the business cannot bear it.

use std::sync::Arc;

use super::scope::Scope;
use super::span::Span;
use crate::configuration::Owner;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    /// What people call it ("Month end").
    pub name: Arc<str>,
    /// From when to when.
    pub span: Span,
    /// What is not changed.
    pub scope: Scope,
    /// Why; never blank.
    pub reason: Arc<str>,
    /// Who may let a change through all the same; `None` for nobody.
    pub may_override: Option<Owner>,
}
