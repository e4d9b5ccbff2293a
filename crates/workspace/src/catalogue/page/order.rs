//! Where an order goes from a page that has nobody behind it.

use std::fmt::Write;

use itsm::catalogue::form::{DescribedSection, describe};
use itsm::catalogue::{Catalogue, Offering, OrderBy};

/// What a published page says of ordering an offering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ordering {
    /// An e-mail begins.
    Email {
        /// To whom.
        address: String,
        /// The link that begins it, with subject and questions filled in.
        href: String,
    },
    /// The publisher's own tool is opened.
    Link(String),
    /// The page only informs; questions can be sent, where there is an address for them.
    Information {
        /// The link that begins an e-mail with a question.
        ask: Option<String>,
    },
}

/// Where an order of an offering goes. An address or link that is not fit for a page is left out of it.
pub fn ordering(catalogue: &Catalogue, service: &str, offering: &Offering) -> Ordering {
    let general = catalogue.settings.email.trim();
    let subject = |what: &str| [what, ": ", &titled(service, &offering.name)].concat();
    match &offering.order_by {
        OrderBy::Link(link) if is_https(link) => Ordering::Link(link.to_string()),
        OrderBy::Email(own) => {
            let own = own.trim();
            let address = if own.is_empty() { general } else { own };
            if !is_address(address) {
                return Ordering::Information { ask: None };
            }
            let href = mailto(
                address,
                &subject(if offering.opens_incident() { "Report" } else { "Order" }),
                &questions(&describe(&offering.form)),
            );
            Ordering::Email { address: address.to_owned(), href }
        }
        OrderBy::Link(_) | OrderBy::Information => {
            Ordering::Information { ask: is_address(general).then(|| mailto(general, &subject("Question"), "")) }
        }
    }
}

/// "Laptop: Standard laptop", without saying the same twice.
fn titled(service: &str, offering: &str) -> String {
    if service == offering || offering.trim().is_empty() {
        service.to_owned()
    } else {
        [service, ": ", offering].concat()
    }
}

/// The longest body of an e-mail that a link begins: mail programs cut longer links.
const BODY_MOST: usize = 1200;

/// The questions with room for answers.
fn questions(sections: &[DescribedSection]) -> String {
    let mut body = String::new();
    for section in sections {
        if !section.title.is_empty() {
            body.push_str(&section.title);
            body.push_str("\r\n");
        }
        for question in &section.questions {
            let needed = if question.required { " (needed)" } else { "" };
            body.push_str(&[&question.label, needed, ":\r\n\r\n"].concat());
        }
    }
    match body.char_indices().nth(BODY_MOST) {
        None => body,
        Some((end, _)) => {
            let cut = body.get(..end).unwrap_or_default();
            let cut = cut.rsplit_once("\r\n\r\n").map_or(cut, |(whole, _)| whole);
            [cut, "\r\n\r\nThe page lists further questions.\r\n"].concat()
        }
    }
}

fn mailto(address: &str, subject: &str, body: &str) -> String {
    let body = if body.is_empty() { String::new() } else { ["&body=", &encoded(body)].concat() };
    ["mailto:", &encoded(address).replace("%40", "@"), "?subject=", &encoded(subject), &body].concat()
}

/// Percent-encoded as the standard of mail links asks (RFC 6068): spaces too, as "+" would be shown as it is.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            // Writing into a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

/// Whether a text is one e-mail address, as far as a link goes.
pub fn is_address(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part
                .chars()
                .any(|letter| letter.is_whitespace() || letter.is_control() || "<>()[],;:\\\"@".contains(letter))
    };
    text.split_once('@').is_some_and(|(who, at)| {
        plain(who) && plain(at) && at.contains('.') && !at.starts_with('.') && !at.ends_with('.')
    })
}

/// Whether a link leads to the web, encrypted.
pub fn is_https(link: &str) -> bool {
    is_web(link, "https://")
}

/// Whether a page may lead to a document: to the web or to an e-mail.
pub fn is_document_link(link: &str) -> bool {
    let mail = link.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    is_https(link) || is_web(link, "http://") || (mail && link.get(7..).is_some_and(is_address))
}

fn is_web(link: &str, scheme: &str) -> bool {
    let begins = link.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
    let host = link.get(scheme.len()..).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    // A name before "@" hides where the link leads.
    begins
        && !host.is_empty()
        && !host.contains('@')
        && !link.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "<>\"\\^`{|}".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_the_web_and_to_mail_are_shown() {
        for fine in ["https://example.org/a?b=c#d", "HTTPS://example.org", "http://example.org", "mailto:a@example.org"]
        {
            assert!(is_document_link(fine), "{fine}");
        }
        for bad in [
            "javascript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "java\nscript:x",
            "//example.org",
            "https://",
            "https:///x",
            "https://good.example@evil.example/",
            "https://a b",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_document_link(bad), "{bad}");
        }
        assert!(!is_https("http://example.org"));
    }

    #[test]
    fn a_mail_link_encodes_everything_that_could_end_it() {
        assert_eq!(
            mailto("it+help@example.org", "A & B?", "é\r\n"),
            "mailto:it%2Bhelp@example.org?subject=A%20%26%20B%3F&body=%C3%A9%0D%0A"
        );
        assert!(!is_address("a@b.org?cc=all@example.org,x@y.z"));
        assert!(!is_address("a@b"));
    }
}
