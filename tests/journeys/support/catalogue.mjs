// Catalogues as files and links, for journeys that begin with one.

import { deflateSync } from "node:zlib";

const EMAIL = { email: "orders@alder.example" };

const LAPTOP = {
  id: 1,
  status: "launched",
  name: "Laptop",
  summary: "A computer to work with anywhere, ready on the first day.",
  forWhom: "All employees.",
  howToAsk: "Order it here; your manager approves.",
  outcomes: ["Work in every room of the house"],
  hours: "Monday to Friday, 08:00 to 17:00",
  channels: ["Portal", "Telephone 4711"],
  categories: [1],
  keywords: ["notebook", "computer"],
  pinned: true,
  targets: [{ what: "Broken laptop replaced", minutes: 480, within: "working hours" }],
  documents: [{ title: "First steps", link: "https://example.org/first-steps" }],
  offerings: [
    {
      key: 1,
      name: "Standard laptop",
      summary: "14 inches, for the office.",
      kind: "goods",
      price: { model: "fixed", amount: 94900 },
      targetMinutes: 2400,
      form: {
        sections: [
          {
            key: 1,
            title: "Your laptop",
            fields: [
              {
                key: 1,
                type: "choice",
                label: "Memory",
                required: true,
                choices: [
                  { key: 1, label: "16 GB" },
                  { key: 2, label: "32 GB", price: 12000 },
                ],
              },
              { key: 2, type: "text", label: "What is it for?" },
            ],
          },
        ],
      },
      orderBy: EMAIL,
    },
    {
      key: 2,
      name: "Light laptop",
      summary: "13 inches, for travelling.",
      kind: "goods",
      price: { model: "fixed", amount: 129900 },
      targetMinutes: 4800,
      orderBy: EMAIL,
    },
  ],
};

const MAILBOX = {
  id: 2,
  status: "launched",
  name: "Shared mailbox",
  summary: "One address that several people read.",
  forWhom: "Teams.",
  categories: [2],
  offerings: [
    { key: 1, name: "Shared mailbox", kind: "access", price: { model: "subscription", amount: 300, per: "month" }, orderBy: EMAIL },
  ],
};

const PRINTER = { id: 3, status: "retired", name: "Desk printer", summary: "A printer of your own.", categories: [1], offerings: [] };

/** A small catalogue, as the file says it. */
export const CATALOGUE = {
  organisation: "Alder Joinery",
  contact: "Service desk, extension 4711",
  email: "servicedesk@alder.example",
  currency: "EUR",
  audiences: [{ id: 1, name: "Staff" }],
  categories: [
    { id: 1, name: "Devices", summary: "What you work with.", place: 1 },
    { id: 2, name: "Mail and calls", summary: "How people reach you.", place: 2 },
  ],
  services: [LAPTOP, MAILBOX, PRINTER],
};

/** The text of a file that holds a catalogue. */
export const file = (catalogue) => JSON.stringify({ format: "service-dojo-catalogue", version: 1, catalogue });

/** What a link to the portal holds behind its `#`. */
export const fragment = (catalogue) => `c=c1.${deflateSync(file(catalogue), { level: 9 }).toString("base64url")}`;

/** A catalogue of many services: for measuring. */
export function many(count) {
  const things = ["Laptop", "Mailbox", "Network share", "Phone", "Licence", "Room", "Badge", "Server", "Backup", "Training"];
  const services = Array.from({ length: count }, (_, i) => ({
    ...LAPTOP,
    id: i + 1,
    name: `${things[i % things.length]} ${i + 1}`,
    summary: `${things[(i * 7) % things.length]} for group ${i % 12}, with all that belongs to it.`,
    keywords: [`code${i % 40}`],
    pinned: i % 50 === 0,
    categories: [(i % 2) + 1],
  }));
  return { ...CATALOGUE, services };
}

/** Lets a catalogue, or any text, stand beside the app. */
export function beside(page, text) {
  return page.route(/\/catalogue\.json$/, (route) => route.fulfill({ contentType: "application/json", body: text }));
}
