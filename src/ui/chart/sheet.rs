//! The numbers of a chart as a table: to read, and to save.

use leptos::prelude::*;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Datum {
    /// As people read it.
    pub text: String,
    /// As another program reads it.
    pub raw: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

impl Datum {
    /// A word.
    pub fn word(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { raw: text.clone(), text, href: None }
    }

    /// A number: as people read it, and plain.
    pub fn number(text: impl Into<String>, raw: impl ToString) -> Self {
        Self { text: text.into(), raw: raw.to_string(), href: None }
    }

    /// The same, leading to what it counts.
    pub fn to(mut self, href: Option<String>) -> Self {
        self.href = href;
        self
    }
}

/// A table: the first column names the row, the others are numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Datum>>,
}

impl Sheet {
    /// The plain values with their headings, row by row.
    pub fn raw(&self) -> Vec<Vec<String>> {
        let rows = self.rows.iter().map(|row| row.iter().map(|datum| datum.raw.clone()).collect());
        std::iter::once(self.headings.clone()).chain(rows).collect()
    }

    /// The table on the page.
    pub(super) fn view(self, label: String) -> AnyView {
        let heading = |(place, text): (usize, String)| {
            view! { <th scope="col" class=if place == 0 { "" } else { "number" }>{text}</th> }
        };
        let cell = |(place, datum): (usize, Datum)| {
            let text = match datum.href {
                Some(href) => view! { <a href=href>{datum.text}</a> }.into_any(),
                None => datum.text.into_any(),
            };
            if place == 0 {
                view! { <th scope="row">{text}</th> }.into_any()
            } else {
                view! { <td class="number">{text}</td> }.into_any()
            }
        };
        let row = |row: Vec<Datum>| view! { <tr>{row.into_iter().enumerate().map(cell).collect_view()}</tr> };
        let caption = label.clone();
        view! {
            <div class="chart-table" tabindex="0" role="region" aria-label=label>
                <table>
                    <caption class="visually-hidden">{caption}</caption>
                    <thead><tr>{self.headings.into_iter().enumerate().map(heading).collect_view()}</tr></thead>
                    <tbody>{self.rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}
