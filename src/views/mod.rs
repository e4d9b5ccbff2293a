//! The pages. They hold no rules: they show signals, send commands, and show refusals in words.

pub mod about;
pub mod company_door;
pub mod desk;
pub mod fetching;
pub mod frame;
pub mod help;
pub mod home;
pub mod import_panel;
pub mod missing;
pub mod page;
pub mod palette;
pub mod reading;
pub mod reports;
pub mod rules;
pub mod settings;
pub mod undo;
pub mod words;
pub mod workspace;
