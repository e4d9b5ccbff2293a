//! What the editions call agreements about service levels. "Operational level agreement" and "underpinning contract" are
//! words of version 3; ITIL 4 speaks of agreements with internal teams and of contracts with suppliers.

use crate::edition::Edition;

/// With whom an agreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementKind {
    /// A customer.
    Customer,
    /// A team of the same organisation.
    Inside,
    /// A supplier.
    Supplier,
}

impl AgreementKind {
    /// Every kind.
    pub const ALL: [AgreementKind; 3] = [AgreementKind::Customer, AgreementKind::Inside, AgreementKind::Supplier];

    /// What an edition calls it.
    pub fn word(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (AgreementKind::Customer, _) => "Service level agreement",
            (AgreementKind::Inside, Edition::V3) => "Operational level agreement",
            (AgreementKind::Inside, Edition::V4 | Edition::V5) => "Internal agreement",
            (AgreementKind::Supplier, Edition::V3) => "Underpinning contract",
            (AgreementKind::Supplier, Edition::V4 | Edition::V5) => "Supplier contract",
        }
    }

    /// The same where there is little room.
    pub fn short(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (AgreementKind::Customer, _) => "SLA",
            (AgreementKind::Inside, Edition::V3) => "OLA",
            (AgreementKind::Inside, Edition::V4 | Edition::V5) => "Internal (OLA)",
            (AgreementKind::Supplier, _) => "Contract",
        }
    }

    /// What it is for, and which edition has the word, in one or two sentences.
    pub fn explained(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (AgreementKind::Customer, _) => {
                "Between provider and customer: which services, and how good they are to be."
            }
            (AgreementKind::Inside, Edition::V3) => {
                "An OLA: between teams of the same organisation, so that together they can keep what an SLA promises."
            }
            (AgreementKind::Inside, _) => {
                "Between teams of the same organisation, so that together they keep what an SLA promises. Version 3 calls it an operational level agreement (OLA)."
            }
            (AgreementKind::Supplier, Edition::V3) => {
                "With a supplier outside the organisation, for what an SLA rests on. Its targets have to fit those of the SLA."
            }
            (AgreementKind::Supplier, _) => {
                "With a supplier, for what an SLA rests on. Version 3 calls it an underpinning contract."
            }
        }
    }
}
