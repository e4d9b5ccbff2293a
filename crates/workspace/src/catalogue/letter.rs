//! An order as an e-mail that its sender still has to send: a page of files has nobody behind it, so the only honest
//! thing it can do is to prepare the letter.

use itsm::catalogue::form::{Answer, Answers, Field, Form};
use itsm::catalogue::{Content, Offering};

use super::price::Total;

/// What a link may hold at most, in bytes: mail programs cut longer ones off without a word.
pub const LINK_MOST: usize = 1_900;

/// What the subject of a letter says that orders several things.
const AND_MORE: &str = " and more";

/// The letter that asks for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says; lines end with a line feed.
    pub body: String,
}

impl Letter {
    /// The letter that orders so many of an offering with these answers, or reports a fault with them.
    pub fn of(
        to: &str,
        content: &Content,
        offering: &Offering,
        quantity: u16,
        answers: &Answers,
        total: &Total,
        currency: &str,
    ) -> Self {
        // A fault has neither quantity nor price.
        let is_report = offering.opens_incident();
        let (what, please) =
            if is_report { ("Report: ", "Please look into this.") } else { ("Order: ", "Please fulfil this order.") };
        let many = quantity != 1 && !is_report;
        let subject = [what, &offering.name, if many { " × " } else { "" }].concat();
        let subject = if many { subject + &quantity.to_string() } else { subject };
        let mut body = [please, "\n\nService: ", &content.name, "\nOffering: ", &offering.name, "\n"].concat();
        if !is_report {
            body += &["Quantity: ", &quantity.to_string(), "\nPrice: ", &total.words(currency), "\n"].concat();
        }
        let lines = said(&offering.form, answers);
        if !lines.is_empty() {
            body.push('\n');
        }
        for (question, answer) in lines {
            body += &[&question, ": ", &answer, "\n"].concat();
        }
        Self { to: to.to_owned(), subject, body }
    }

    /// Orders something else with the same letter.
    pub fn join(&mut self, other: &Letter) {
        self.body = [&self.body, "\n----\n\n", &other.body].concat();
        if !self.subject.ends_with(AND_MORE) {
            self.subject.push_str(AND_MORE);
        }
    }

    /// The address of a link that opens it in the mail program; `None` if it is too long for one, and has to be copied.
    pub fn link(&self) -> Option<String> {
        let mut link = "mailto:".to_owned();
        encode(&self.to, &mut link);
        link.push_str("?subject=");
        encode(&self.subject, &mut link);
        link.push_str("&body=");
        // RFC 6068: a line ends with both signs.
        encode(&self.body.replace('\n', "\r\n"), &mut link);
        (link.len() <= LINK_MOST).then_some(link)
    }
}

/// What was asked and answered, in words, in the order of the form; what was not answered is left out.
pub fn said(form: &Form, answers: &Answers) -> Vec<(String, String)> {
    let line = |field: &Field| Some((field.label.to_string(), in_words(field, answers.get(&field.key)?)));
    form.fields().filter_map(line).filter(|(_, answer)| !answer.is_empty()).collect()
}

/// An answer in words. A choice that the form has no more is left out.
pub fn in_words(field: &Field, answer: &Answer) -> String {
    let choice =
        |key| field.kind.choices().iter().find(|choice| choice.key == key).map(|choice| choice.label.to_string());
    match answer {
        Answer::Text(text) | Answer::Person(text) | Answer::Item(text) => text.to_string(),
        Answer::Number(number) => number.to_string(),
        Answer::Choice(key) => choice(*key).unwrap_or_default(),
        Answer::Choices(keys) => keys.iter().filter_map(|key| choice(*key)).collect::<Vec<_>>().join(", "),
        Answer::Date(date) => date.to_string(),
    }
}

/// Percent-encodes all but what RFC 3986 leaves alone. The address keeps its @.
fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'@' => out.push(char::from(byte)),
            byte => {
                out.push('%');
                out.push(digit(byte >> 4));
                out.push(digit(byte & 15));
            }
        }
    }
}
