//! Where one does in this product what a concept explains.

use super::codes::codes;

codes! {
    /// A page, a form or a shift. A closed list: the app has a link for each, and a file that names another is not read.
    pub enum DoIt {
        /// The front page.
        Home = "home",
        /// The desk with its incidents.
        Desk = "desk",
        /// The form for a new incident.
        NewIncident = "new-incident",
        /// Figures.
        Reports = "reports",
        /// The problems.
        Problems = "problems",
        /// The form for a new problem.
        NewProblem = "new-problem",
        /// The requests.
        Requests = "requests",
        /// The form for a new request.
        NewRequest = "new-request",
        /// The changes.
        Changes = "changes",
        /// The form for a new change.
        NewChange = "new-change",
        /// The articles of the knowledge base.
        Articles = "knowledge",
        /// The form for a new article.
        NewArticle = "new-article",
        /// Agreements and their targets.
        Levels = "levels",
        /// Configuration items and how they depend on each other.
        Configuration = "configuration",
        /// The events.
        Events = "events",
        /// The form for a new event.
        NewEvent = "new-event",
        /// The register of improvements.
        Improvement = "improvement",
        /// The form for a new improvement.
        NewImprovement = "new-improvement",
        /// The suppliers.
        Suppliers = "suppliers",
        /// The form for a new supplier.
        NewSupplier = "new-supplier",
        /// Major incidents.
        Major = "major",
        /// The catalogue, as those see it who write it.
        Catalogue = "catalogue",
        /// The portfolio: pipeline, catalogue, retired.
        Portfolio = "catalogue-portfolio",
        /// What is still missing from the catalogue.
        CatalogueCheck = "catalogue-check",
        /// Publishing the catalogue.
        Publish = "catalogue-publish",
        /// The portal, as users see it.
        Portal = "portal",
        /// What was done, and by whom.
        History = "history",
        /// Bringing in another tool's log.
        Import = "import",
        /// Working time, targets and priorities.
        Rules = "rules",
        /// The settings.
        Settings = "settings",
        /// The choice of shifts.
        Practise = "practise",
        /// The shift of a first morning.
        ShiftFirstMorning = "shift:first-morning",
        /// The shift on telling incidents from requests.
        ShiftIncidentOrRequest = "shift:incident-or-request",
        /// The shift on a flood of calls.
        ShiftPasswordStorm = "shift:password-storm",
        /// The shift on a fault that comes back.
        ShiftRecurringPrinter = "shift:recurring-printer",
        /// The shift on changes.
        ShiftPatchTuesday = "shift:patch-tuesday",
        /// The shift on a major incident.
        ShiftDataCentreCooling = "shift:data-centre-cooling",
        /// The lifecycle explorer.
        LearnLifecycle = "learn-lifecycle",
        /// The walk of a service through the lifecycle.
        LearnWalk = "learn-walk",
        /// The builder of value streams.
        LearnStreams = "learn-streams",
        /// The principles in use.
        LearnPrinciples = "learn-principles",
        /// ITSM beside ITIL.
        LearnCompare = "learn-compare",
        /// Which of the two to use, and how.
        LearnAdvisor = "learn-advisor",
        /// The assessment of maturity.
        LearnMaturity = "learn-maturity",
        /// The glossary.
        LearnGlossary = "learn-glossary",
    }
}

impl DoIt {
    /// The scenario to play, if it is a shift: the name of its file without the ending.
    pub fn scenario(self) -> Option<&'static str> {
        self.code().strip_prefix("shift:")
    }
}
