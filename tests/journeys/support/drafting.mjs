// What people do while they draft a catalogue: begin one, write a service, build its form, take it through its gates.

import { confirm } from "./acting.mjs";
import { mounted } from "./browser.mjs";

/** Begins a catalogue with nothing. */
export async function begin(page, url, organisation) {
  await page.goto(`${url}catalogue`);
  await mounted(page);
  await page.getByLabel("Whose catalogue is it?").fill(organisation);
  await page.getByRole("button", { name: "Begin with nothing" }).click();
  await page.getByRole("heading", { level: 1, name: organisation }).waitFor();
}

/** Goes to a page of the catalogue by its navigation. */
export async function shelf(page, name) {
  const link = page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name, exact: true });
  await link.click();
  await page.getByRole("navigation", { name: "Catalogue" }).locator("[aria-current=page]", { hasText: name }).waitFor();
}

const NEW = { name: /^(Write the first service|New service)$/ };

/** Writes a service's first three sentences. */
export async function write(page, name, summary, forWhom, howToAsk) {
  await page.getByRole("button", NEW).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("What you get").fill(summary);
  await dialog.getByLabel("Who it is for").fill(forWhom);
  await dialog.getByLabel("How to ask for it").fill(howToAsk);
  await confirm(page, "Begin");
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Begins a service with an example. */
export async function example(page, title) {
  await page.getByRole("button", NEW).click();
  await page.getByRole("dialog").getByLabel("Begin with").selectOption({ label: title });
  await confirm(page, "Begin");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Opens a section of the service's page, if it is not open. */
export async function section(page, name) {
  const summary = page.locator("details.section > summary", { hasText: name });
  await summary.waitFor();
  if (!(await summary.evaluate((summary) => summary.parentElement.open))) await summary.click();
}

/** Fills a field of the service's page and leaves it. */
export async function say(page, label, text) {
  await page.getByRole("textbox", { name: label, exact: true }).fill(text);
  await page.keyboard.press("Tab");
}

/** Names somebody or something in a box that learns new names. */
export async function name(box, text) {
  await box.fill(text);
  await box.page().getByRole("option", { name: text }).last().click();
}

/** Asks one more question in the section of that place (from 0), and gives its open card. */
export async function ask(page, place, words, kind) {
  const part = page.locator(".builder-section").nth(place);
  await part.getByRole("button", { name: "Ask here" }).click();
  const card = page.locator(".builder-open");
  await card.getByLabel("Question", { exact: true }).first().fill(words);
  if (kind) await card.getByLabel("Answered with").selectOption(kind);
  return card;
}

/** Opens the menu that moves a service, with the keyboard, and presses Enter on a place. */
export async function moveTo(page, service, to) {
  const menu = page.getByRole("button", { name: `Move “${service}”` });
  await menu.waitFor();
  await menu.focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: new RegExp(`^${to}`) });
  await item.waitFor();
  // The menu takes the keys to its first entry once it is there: not after they went to another.
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  await item.focus();
  await page.keyboard.press("Enter");
}

/** Says in the dialog what each of the missing checks needs, and goes on. */
export async function tickAndMove(page, checks) {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const check of checks) await dialog.getByRole("textbox", { name: check }).fill(`${check}: in the folder`);
  await confirm(page, "Tick and move");
  // The keys follow the card to its place.
  await page.waitForFunction(() => document.activeElement?.closest(".portfolio-card"));
}

/** Waits until the service stands in a lane. */
export async function standsIn(page, service, lane) {
  await page.getByRole("region", { name: new RegExp(`^${lane}`) }).getByRole("link", { name: service, exact: true }).waitFor();
}

/** Publishes what is written, with what is new. */
export async function publish(page, note, from) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name: "Publish …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "What is new" }).fill(note);
  if (from) {
    await dialog.getByRole("checkbox", { name: "At a later instant" }).check();
    await dialog.getByLabel(/^From/).fill(from);
  }
  await confirm(page, "Publish");
}
