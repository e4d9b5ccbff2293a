//! What may help with what is being typed or solved: articles, and known errors of problems. Each says why it is offered.
//!
//! Words count by how rare they are among what could be offered, as whole powers of two, so that the order is the same
//! on every machine; a word of the title counts twice. The same item, category and service count, and so does what
//! has helped before.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::knowledge::{Article, Audience, Content, State};
use itsm::problem::Problem;
use itsm::{ArticleId, CategoryId, ItemId, ProblemId, RecordId, ServiceId};

use super::markdown;
use crate::Workspace;
use crate::similar::telling_words;

/// What is being typed or solved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// In words.
    pub text: String,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// The category.
    pub category: Option<CategoryId>,
    /// The configuration item.
    pub item: Option<ItemId>,
}

/// An article that may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Which one.
    pub id: ArticleId,
    /// Its number, as people call it.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Why it is offered ("says printer, label · same item · solved 4").
    pub why: String,
    /// What to do, as far as the text says so under a heading of its own.
    pub solution: Arc<str>,
    /// Whether its review date is past.
    pub is_outdated: bool,
    /// Whether only the desk may read it, so that it is not sent to a caller.
    pub is_internal: bool,
}

/// A known error that may be behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which problem.
    pub id: ProblemId,
    /// Its number, as people call it.
    pub number: String,
    /// What it is called.
    pub summary: String,
    /// Why it is offered.
    pub why: String,
    /// How to work on; may be empty.
    pub workaround: Arc<str>,
}

/// One that could be offered: where its words are looked for, and what else it shares.
struct Candidate<T> {
    what: T,
    title: String,
    text: String,
    same: Vec<(&'static str, u32)>,
    helped: u32,
    solved: usize,
}

/// What counts beside words.
const SAME_ITEM: (&str, u32) = ("same item", 6);
const SAME_CATEGORY: (&str, u32) = ("same category", 3);
const SAME_SERVICE: (&str, u32) = ("same service", 2);
/// Fewer points are no reason to interrupt anybody.
const LEAST: u32 = 3;

/// Articles in view that may help, the best first, at most `most`.
pub fn articles(workspace: &Workspace, about: &About, now: DateTime<Utc>, most: usize) -> Vec<Suggested> {
    let desk = workspace.desk();
    let candidate = |article: &Article| {
        let content = article.shown(now)?.clone();
        let solved = desk.solved_with(article.id);
        let (yes, no) = article.votes();
        let helped = (solved + yes + 1).checked_ilog2().unwrap_or(0).saturating_sub(u32::from(no > yes) * 2);
        Some(Candidate {
            title: content.title.to_lowercase(),
            text: [&*content.keywords, &*content.body].join("\n").to_lowercase(),
            same: same(about, content.service, content.category, &content.items),
            helped,
            solved,
            what: (article.id, content, article.state(now) == State::Outdated),
        })
    };
    let candidates: Vec<_> = desk.articles_in_view(now).filter_map(candidate).collect();
    let suggested = |(candidate, why): (Candidate<(ArticleId, Content, bool)>, String)| {
        let (id, content, is_outdated) = candidate.what;
        Suggested {
            id,
            number: desk.articles().number(id),
            title: content.title.to_string(),
            why,
            solution: Arc::from(solution_of(&content.body)),
            is_outdated,
            is_internal: content.audience == Audience::Desk,
        }
    };
    ranked(candidates, &about.text).into_iter().take(most).map(suggested).collect()
}

/// Known errors that may be behind it, the likeliest first, at most `most`.
pub fn known_errors(workspace: &Workspace, about: &About, most: usize) -> Vec<Known> {
    let desk = workspace.desk();
    let candidate = |problem: &Problem| {
        let analysis = &problem.analysis;
        let texts = [&*problem.description, &*analysis.symptom, &*analysis.error_code, &*analysis.workaround];
        let items: Vec<ItemId> = problem.item.into_iter().collect();
        Candidate {
            title: problem.summary.to_lowercase(),
            text: texts.join("\n").to_lowercase(),
            same: same(about, problem.service, problem.category, &items),
            helped: u32::from(!analysis.workaround.is_empty()),
            solved: 0,
            what: (problem.id, problem.summary.to_string(), analysis.workaround.clone()),
        }
    };
    let candidates: Vec<_> = desk.problems().filter(|problem| problem.is_known_error()).map(candidate).collect();
    let known = |(candidate, why): (Candidate<(ProblemId, String, Arc<str>)>, String)| {
        let (id, summary, workaround) = candidate.what;
        Known { id, number: desk.problem_number(id), summary, why, workaround }
    };
    ranked(candidates, &about.text).into_iter().take(most).map(known).collect()
}

fn same(
    about: &About,
    service: Option<ServiceId>,
    category: Option<CategoryId>,
    items: &[ItemId],
) -> Vec<(&'static str, u32)> {
    let item = about.item.is_some_and(|item| items.contains(&item)).then_some(SAME_ITEM);
    let category = (about.category.is_some() && about.category == category).then_some(SAME_CATEGORY);
    let service = (about.service.is_some() && about.service == service).then_some(SAME_SERVICE);
    [item, category, service].into_iter().flatten().collect()
}

/// Those with enough points, the best first, each with its reason.
fn ranked<T>(candidates: Vec<Candidate<T>>, text: &str) -> Vec<(Candidate<T>, String)> {
    let words = telling_words(text);
    let says = |candidate: &Candidate<T>, word: &str| candidate.title.contains(word) || candidate.text.contains(word);
    let weights: Vec<u32> = words
        .iter()
        .map(|word| {
            let having = candidates.iter().filter(|candidate| says(candidate, word)).count();
            candidates.len().checked_div(having).and_then(usize::checked_ilog2).unwrap_or(0).saturating_add(1)
        })
        .collect();
    let mut ranked: Vec<(u32, Candidate<T>, String)> = vec![];
    for candidate in candidates {
        let mut found: Vec<&str> = vec![];
        let mut points = candidate.same.iter().map(|(_, points)| points).sum::<u32>();
        for (word, weight) in words.iter().zip(&weights) {
            if says(&candidate, word) {
                found.push(word);
                points += if candidate.title.contains(&**word) { weight * 2 } else { *weight };
            }
        }
        if points >= LEAST {
            let why = reason(&found, &candidate);
            ranked.push((points + candidate.helped, candidate, why));
        }
    }
    // Stable, so that what is equally good keeps the order of its numbers, the latest first.
    ranked.reverse();
    ranked.sort_by_key(|(points, ..)| Reverse(*points));
    ranked.into_iter().map(|(_, candidate, why)| (candidate, why)).collect()
}

fn reason<T>(found: &[&str], candidate: &Candidate<T>) -> String {
    let says = (!found.is_empty()).then(|| ["says ", &found.join(", ")].concat());
    let same = candidate.same.iter().map(|(word, _)| (*word).to_owned());
    let solved = (candidate.solved > 0).then(|| ["solved ", &candidate.solved.to_string()].concat());
    let all: Vec<String> = says.into_iter().chain(same).chain(solved).collect();
    all.join(" \u{b7} ")
}

/// Headings under which people write what to do.
const WHAT_TO_DO: [&str; 8] =
    ["solution", "resolution", "what to do", "what helped", "workaround", "steps", "fix", "how to"];

/// What an article says to do: the part under such a heading, else all of it.
pub fn solution_of(body: &str) -> String {
    let heading = |line: &str| {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        (level > 0).then(|| (level, line.trim_start_matches('#').trim().to_lowercase()))
    };
    let mut lines = body.lines().skip_while(|line| {
        heading(line).is_none_or(|(_, title)| WHAT_TO_DO.iter().all(|what| !title.starts_with(what)))
    });
    let Some((level, _)) = lines.next().and_then(heading) else { return body.trim().to_owned() };
    let part: Vec<&str> = lines.take_while(|line| heading(line).is_none_or(|(other, _)| other > level)).collect();
    let part = part.join("\n").trim().to_owned();
    if part.is_empty() { body.trim().to_owned() } else { part }
}

/// Whether all words stand in what an article is found by.
pub fn says(content: &Content, words: &str) -> bool {
    let text = [&*content.title, &*content.keywords, &*content.body].join("\n").to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// The first words of an article, for a list.
pub fn excerpt(body: &str, most: usize) -> String {
    let words = markdown::plain(body);
    match words.char_indices().nth(most) {
        None => words,
        Some((end, _)) => {
            let cut = words.get(..end).unwrap_or_default();
            let cut = cut.rsplit_once(' ').map_or(cut, |(before, _)| before);
            [cut, "\u{2026}"].concat()
        }
    }
}

/// What an incident or a problem is about, to look for what helps with it.
pub fn about(workspace: &Workspace, id: RecordId) -> About {
    let desk = workspace.desk();
    match id {
        RecordId::Incident(id) => desk.incident(id).map(|incident| About {
            text: [&*incident.summary, &*incident.description].join(" "),
            service: incident.service,
            category: incident.category,
            item: incident.item,
        }),
        RecordId::Problem(id) => desk.problem(id).map(|problem| About {
            text: [&*problem.summary, &*problem.analysis.symptom].join(" "),
            service: problem.service,
            category: problem.category,
            item: problem.item,
        }),
        other => Ok(About { text: desk.card(other).map(|card| card.title).unwrap_or_default(), ..About::default() }),
    }
    .unwrap_or_default()
}
