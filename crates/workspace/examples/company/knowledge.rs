//! The articles of the story: written, reviewed by somebody else, published, rated, kept right.

use itsm::knowledge::{Amendment, Audience, Command as Article, Content};
use itsm::{ArticleId, Command, Event, PersonId};

use crate::play::{Player, find};
use crate::script::{Beginning, Step, instant};

impl Player {
    pub(crate) fn begin_article(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let some = |key: &str| (!told.get(key).is_empty()).then(|| told.get(key));
        let content = Content {
            title: told.summary.as_str().into(),
            body: told.text.as_str().into(),
            keywords: told.get("keywords").into(),
            service: some("service").map(|key| find(&self.cast.services, key)).transpose()?,
            category: some("category").map(|key| find(&self.cast.categories, key)).transpose()?,
            items: self.items_of(told.get("items"))?,
            audience: if told.get("audience") == "desk" { Audience::Desk } else { Audience::Everyone },
        };
        let from = some("from").map(|label| self.record(label)).transpose()?;
        let begin = Article::Begin { content: Box::new(content), from };
        self.give(Command::Article(begin), step.at, by)
    }

    pub(crate) fn article_verb(
        &mut self,
        article: ArticleId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "submit" => Article::Submit { article, reviewer: self.person(text)? },
            "back" => Article::SendBack { article, because: text.into() },
            // `approve 2026-09-01`: the day on which somebody looks again.
            "approve" => Article::Approve { article, from: None, review_by: noon(text)? },
            "confirm" => Article::Confirm { article, review_by: noon(text)? },
            "title" => Article::Amend { article, changes: vec![Amendment::Title(text.into())] },
            "body" => Article::Amend { article, changes: vec![Amendment::Body(text.into())] },
            "helped" => Article::Rate { article, helpful: true, words: text.into() },
            "didnot" => Article::Rate { article, helpful: false, words: text.into() },
            "flag" => Article::Flag { article, text: text.into() },
            "answer" => {
                let (flag, answer) = text.split_once(' ').ok_or("a flag and an answer are needed")?;
                let flag = flag.parse().map_err(|_| "a flag is a number")?;
                Article::AnswerFlag { article, flag, answer: answer.into() }
            }
            "owner" => Article::HandOver { article, owner: self.person(text)? },
            "unneeded" => Article::ProposeRetirement { article, because: text.into() },
            "retire" => Article::Retire { article, because: text.into() },
            _ => return Err(format!("“{verb}” is nothing one can do about an article")),
        };
        self.give(Command::Article(command), step.at, by).map(drop)
    }
}

fn noon(day: &str) -> Result<chrono::DateTime<chrono::Utc>, String> {
    instant(&format!("{day} 12:00"))
}
