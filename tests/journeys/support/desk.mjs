// What several journeys do at the desk.

import { mounted } from "./browser.mjs";

/** Opens the real desk as of its Monday morning and waits for the queue. */
export async function openRealDesk(page, url) {
  await page.goto(`${url}desk`);
  await mounted(page);
  await page.getByRole("button", { name: "Open a real desk" }).click();
  await page.getByRole("progressbar").waitFor();
  await queueShown(page);
}

/** Opens an empty desk and waits for the queue. */
export async function openEmptyDesk(page, url) {
  await page.goto(`${url}desk`);
  await mounted(page);
  await page.getByRole("button", { name: "Open an empty desk" }).click();
  await queueShown(page);
}

/** Waits until the queue is there. */
export async function queueShown(page) {
  await page.getByRole("grid", { name: "Incidents" }).waitFor({ timeout: 60_000 });
}

/** How many incidents the queue shows, as its heading says. */
export function countOf(page) {
  return page.locator("h1 .count");
}

/** A chip of the filters, whatever its count. */
export function chip(page, name) {
  return page.getByRole("button", { name: new RegExp(`^${name}( [\\d,]+)?$`), pressed: undefined });
}

/** Logs an incident, from the desk or from another incident, and waits for its page. */
export async function logIncident(page, summary) {
  if (await page.locator(".crumbs").count()) await page.locator(".crumbs").getByRole("link", { name: "Desk" }).click();
  await page.getByRole("link", { name: "Log an incident" }).first().click();
  await page.getByLabel("Summary").fill(summary);
  const caller = page.getByRole("combobox", { name: /Caller/ });
  await caller.fill("Ines Duarte");
  await page.getByRole("option", { name: /Ines Duarte/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
  const group = page.getByRole("combobox", { name: /Assignment group/ });
  await group.fill("Network");
  await page.getByRole("option", { name: "Network", exact: true }).click();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

/** Goes from the desk to its reports, which stand under "More" of its navigation. */
export async function toReports(page) {
  await page.getByRole("navigation", { name: "Practices" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Reports" }).click();
  // Where the menu was is a chart now: the pointer would read it.
  await page.mouse.move(0, 0);
}
