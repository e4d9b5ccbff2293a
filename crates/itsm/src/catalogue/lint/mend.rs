//! How mends of forms, workflows and offerings are put together: the whole part, with the one thing changed.

use super::{Fix, Here};
use crate::catalogue::edit::Edit;
use crate::catalogue::form::{Field, Form};
use crate::catalogue::ids::{FieldKey, StepKey};
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::{Step, Workflow};

impl Here<'_> {
    /// A mend of an offering's form.
    pub(super) fn form(&self, label: &str, offering: &Offering, change: impl FnOnce(&mut Form)) -> Fix {
        let mut form = offering.form.clone();
        change(&mut form);
        Fix::edit(label, self.id, Edit::Form(offering.key, Box::new(form)))
    }

    /// A mend of one field.
    pub(super) fn field(
        &self,
        label: &str,
        offering: &Offering,
        key: FieldKey,
        change: impl FnOnce(&mut Field),
    ) -> Fix {
        self.form(label, offering, |form| {
            let mut fields = form.sections.iter_mut().flat_map(|section| &mut section.fields);
            if let Some(field) = fields.find(|field| field.key == key) {
                change(field);
            }
        })
    }

    /// A mend of one step.
    pub(super) fn step(&self, label: &str, offering: &Offering, key: StepKey, change: impl FnOnce(&mut Step)) -> Fix {
        let mut workflow: Workflow = offering.workflow.clone();
        if let Some(step) = workflow.steps.iter_mut().find(|step| step.key == key) {
            change(step);
        }
        Fix::edit(label, self.id, Edit::Workflow(offering.key, Box::new(workflow)))
    }

    /// A mend of what an offering is, apart from its form and its workflow.
    pub(super) fn facts(&self, label: &str, offering: &Offering, change: impl FnOnce(&mut Offering)) -> Fix {
        let mut facts = Offering { form: Form::default(), workflow: Workflow::default(), ..offering.clone() };
        change(&mut facts);
        Fix::edit(label, self.id, Edit::Offering(Box::new(facts)))
    }
}
