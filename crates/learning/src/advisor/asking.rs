//! Which questions are asked: later ones depend on earlier answers.

use super::answers::Answers;
use super::form::{Advisor, Question};
use super::reasons::led_by;

/// What is taken for granted because a question was not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The question.
    pub question: String,
    /// What is assumed.
    pub text: String,
}

impl Advisor {
    /// The questions that these answers lead to, in order, answered or not.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        self.walk(answers).0
    }

    /// What counts of these answers: a question that is no longer asked is not heard, nor an answer nobody knows.
    pub fn heard(&self, answers: &Answers) -> Answers {
        self.walk(answers).1
    }

    /// The next question; `None` when all that are asked were answered or passed over. The end may come nearer or move
    /// away with an answer, but it comes: each question is asked once, and refers to earlier ones only.
    pub fn next(&self, answers: &Answers) -> Option<&Question> {
        self.asked(answers).into_iter().find(|question| !answers.is_dealt_with(&question.id))
    }

    /// What is assumed in place of answers.
    pub fn assumptions(&self, answers: &Answers) -> Vec<Assumption> {
        let (asked, heard) = self.walk(answers);
        let open = asked.into_iter().filter(|question| !heard.is_answered(&question.id));
        open.map(|question| Assumption { question: question.id.clone(), text: question.unanswered.clone() }).collect()
    }

    /// Goes through the questions once, so that each condition sees only what was heard before it.
    fn walk(&self, answers: &Answers) -> (Vec<&Question>, Answers) {
        let mut heard = Answers::new();
        let mut asked = Vec::new();
        for question in &self.questions {
            if !question.when.is_empty() && led_by(&question.when, &heard).is_none() {
                continue;
            }
            asked.push(question);
            if let Some(given) = answers.heard_by(question) {
                heard.put(&question.id, given);
            }
        }
        (asked, heard)
    }
}
