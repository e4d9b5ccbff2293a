//! Which agreements can be used.

use chrono::TimeDelta;
use itsm::Priority;
use itsm::calendar::CalendarFault;
use itsm::service_level::{Agreement, AgreementFault, Compiled, Targets};

fn fault(change: impl FnOnce(&mut Agreement)) -> AgreementFault {
    let mut agreement = Agreement::default();
    change(&mut agreement);
    let fault = Compiled::new(agreement).unwrap_err();
    assert!(fault.refusal().sentence().len() > 20);
    fault
}

#[test]
fn the_standard_agreement_is_what_it_says() {
    assert_eq!(Compiled::new(Agreement::default()).as_ref(), Ok(Compiled::standard()));
    let monday = super::history::at("mon 07:59");
    assert!(!Compiled::standard().calendar().is_open(monday));
    let third = Agreement::default().targets(Priority(3));
    assert_eq!((third.response, third.resolution), (Some(TimeDelta::hours(4)), Some(TimeDelta::hours(30))));
    assert_eq!(Agreement::default().targets(Priority(9)), Agreement::default().targets(Priority(5)));
}

#[test]
fn an_agreement_needs_a_name_a_target_and_a_calendar_that_opens() {
    assert_eq!(fault(|rules| rules.name = " ".into()), AgreementFault::NoName);
    assert_eq!(fault(|rules| rules.targets = [Targets::default(); 5]), AgreementFault::NoTargets);
    let never = fault(|rules| rules.calendar.hours = Default::default());
    assert_eq!(never, AgreementFault::Calendar(CalendarFault::NeverOpen));
    let nowhere = fault(|rules| rules.calendar.zone = "Mars/Base".into());
    assert_eq!(nowhere, AgreementFault::Calendar(CalendarFault::UnknownZone("Mars/Base".into())));
}

#[test]
fn targets_and_warnings_that_make_no_sense_are_refused() {
    let none = Some(TimeDelta::zero());
    assert_eq!(fault(|rules| rules.targets[1].response = none), AgreementFault::TargetTooShort(Priority(2)));
    let late = Some(TimeDelta::hours(5));
    assert_eq!(fault(|rules| rules.targets[0].response = late), AgreementFault::ResponseAfterResolution(Priority(1)));
    for percent in [0, 100] {
        assert_eq!(fault(|rules| rules.warn_at_percent = percent), AgreementFault::WarningOutOfRange);
    }
}
