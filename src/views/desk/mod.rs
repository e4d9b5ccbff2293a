//! The desk: the queue, the ticket, and logging an incident.

pub mod badges;
pub mod choices;
pub mod draft;
pub mod empty;
mod filters;
pub mod gate;
pub mod log_form;
pub mod queue;
mod report_fields;
mod row;
pub mod ticket;
