//! How content somebody is, in plain words.

use std::sync::Arc;

use itsm::satisfaction::Score;

use super::{Audience, Said, join};

/// "The caller is satisfied: 4 of 5".
pub(super) fn said(score: Score, words: &Arc<str>, who: &str) -> Said {
    let heading = join(["The ", who, " answered: ", &score.word().to_lowercase(), ", ", &of_five(score)]);
    Said::system(heading).with_text(words).to(Audience::Public)
}

/// "Noted how content the caller of INC0000012 is: 4 of 5".
pub(super) fn heading(score: Score, who: &str, object: &str) -> String {
    join(["Noted how content the ", who, " of ", object, " is: ", &of_five(score)])
}

fn of_five(score: Score) -> String {
    [&score.get().to_string(), " of 5"].concat()
}
