// Ctrl K finds an incident, goes anywhere and does what can be done here; single keys and their list do the same.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, openRealDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const field = (page) => page.getByRole("combobox", { name: "Search and commands" });
const option = (page, name) => page.getByRole("listbox", { name: "What fits" }).getByRole("option", { name });

async function search(page, words) {
  await page.keyboard.press("Control+k");
  await field(page).waitFor();
  await page.keyboard.type(words);
}

describe("search and commands", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an incident among 21,093 is found by its number and by its words, the best first", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await search(page, "8938");
      await option(page, /^INC0008938/).waitFor();
      assert.match(await page.locator("#palette-list [aria-selected=true]").textContent(), /INC0008938/);
      await page.keyboard.press("Enter");
      await page.locator(".crumbs").getByText("INC0008938").waitFor();
      await page.keyboard.press("Control+k");
      await page.keyboard.type("symptom 86");
      await option(page, /Symptom 86/).first().waitFor();
      await page.keyboard.press("Escape");
      await field(page).waitFor({ state: "hidden" });
    }));

  test("it goes to places and changes what is shown", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await search(page, "dark");
      await option(page, "Dark theme").click();
      await page.waitForFunction(() => document.documentElement.getAttribute("data-theme") === "dark");
      await search(page, "works");
      await option(page, "Workspaces and storage").waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Workspace" }).waitFor();
      await search(page, "glossary");
      await option(page, /glossary/).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Glossary" }).waitFor();
      await search(page, "no such thing at all");
      await page.getByText(/Nothing fits/).waitFor();
      await sound(page);
    }));

  test("on an incident it does what can be done, says why not, and so do single keys", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "The lift display is dark");
      await search(page, "hold");
      await option(page, /^Put on hold/).waitFor();
      await sound(page);
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Put on hold" }).waitFor();
      await page.keyboard.press("e"); // in a dialog, the page's keys wait
      await page.getByRole("dialog", { name: "Put on hold" }).getByRole("button", { name: "Put on hold" }).click();
      await page.locator(".ticket-line").getByText("On Hold, awaiting caller").waitFor();

      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("a");
      await page.getByRole("dialog", { name: "Assign" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });

      await search(page, "cancel this");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Cancel" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });

      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: "Keys" });
      await sheet.getByText("On this page").waitFor();
      await sheet.getByText("Assign").waitFor();
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
    }));
});
