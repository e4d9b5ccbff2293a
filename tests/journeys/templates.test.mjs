// Templates for logging: saved from the form or from an incident, used without losing what was typed, changed and
// taken away, by the keyboard alone too.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { SITES, served } from "./support/sites.mjs";

const chromium = launched();

describe("templates for logging", () => {
  const site = served(SITES[0]);
  const sheet = (page) => page.getByRole("dialog");
  const summary = (page) => page.locator("main").getByLabel("Summary");
  const chooser = (page) => page.getByRole("combobox", { name: /Use a template/ });
  const toForm = async (page) => {
    await page.goto(`${site.url}desk/new`);
    await mounted(page);
    await summary(page).waitFor();
  };

  async function savePrinter(page) {
    await toForm(page);
    await summary(page).fill("Printer does not print");
    await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
    const group = page.locator("main").getByRole("combobox", { name: /Assignment group/ });
    await group.fill("Network");
    await page.getByRole("option", { name: "Network", exact: true }).click();
    await page.getByRole("button", { name: "Save as template" }).click();
    await sheet(page).getByLabel("Name").fill("Printer");
    await sheet(page).getByRole("button", { name: "Save template" }).click();
    await sheet(page).waitFor({ state: "hidden" });
    await chooser(page).waitFor();
  }

  async function use(page, name) {
    await chooser(page).fill(name);
    await page.getByRole("option", { name }).first().waitFor();
    await page.keyboard.press("Enter");
  }

  test("a template fills what is empty, keeps what was typed, and can be taken back", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await toForm(page);
      assert.equal(await chooser(page).count(), 0);
      await savePrinter(page);
      await page.reload();
      await mounted(page);
      await page.getByRole("button", { name: "Begin anew" }).click();
      await page.waitForFunction(() => document.querySelector("main input.input")?.value === "");
      await summary(page).fill("The one on floor 2");
      await use(page, "Printer");
      await page.getByText("“Printer” filled in impact, assignment group. Yours stays: summary.").waitFor();
      assert.equal(await summary(page).inputValue(), "The one on floor 2");
      assert.ok(await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").isChecked());
      await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
      await page.waitForFunction(() => !document.querySelector("main [role=radiogroup] input:checked"));
      assert.equal(await summary(page).inputValue(), "The one on floor 2");
      await sound(page);
    }));

  test("by the keyboard alone: from the search to a logged incident", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await savePrinter(page);
      await page.getByRole("button", { name: "Back to the desk" }).or(page.getByRole("link", { name: "Back to the desk" })).first().click();
      await page.getByRole("grid", { name: "Incidents" }).waitFor();
      await page.evaluate(() => localStorage.removeItem(Object.keys(localStorage).find((key) => key.endsWith("/log"))));
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Search and commands" }).waitFor();
      await page.keyboard.type("template printer");
      await page.getByRole("option", { name: /Log from template: Printer/ }).waitFor();
      await page.keyboard.press("Enter");
      await summary(page).waitFor();
      await page.waitForFunction(() => [...document.querySelectorAll("main input")].some((it) => it.value === "Printer does not print"));
      const caller = page.locator("main").getByRole("combobox", { name: /Caller/ });
      await caller.focus();
      await page.keyboard.type("Ines Duarte");
      await page.getByRole("option", { name: /Ines Duarte/ }).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").focus();
      await page.keyboard.press("Space");
      await summary(page).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Printer does not print" }).waitFor();
    }));

  test("refused without a name or with nothing to fill in, and the reason is said", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await toForm(page);
      await page.getByRole("button", { name: "Save as template" }).click();
      await sheet(page).getByRole("button", { name: "Save template" }).click();
      await sheet(page).getByText("nobody can choose a template that has none").waitFor();
      await sheet(page).getByLabel("Name").fill("Empty");
      await page.keyboard.press("Enter");
      await sheet(page).getByText("a template that fills nothing saves nobody any work").waitFor();
      await sound(page);
    }));

  test("one from an incident is changed, deleted, brought back, and heard of in the other tab", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Badge reader is dark");
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: "Save as template" }).click();
      await sheet(page).getByLabel("Name").fill("Badge reader");
      await sheet(page).getByRole("button", { name: "Save template" }).click();
      await sheet(page).waitFor({ state: "hidden" });

      const other = await page.context().newPage();
      await other.goto(`${site.url}desk/new`);
      await mounted(other);
      await chooser(other).waitFor();

      await toForm(page);
      await page.getByRole("button", { name: "Manage templates" }).click();
      await sheet(page).getByText("Badge reader is dark · Medium impact · High urgency · to Network").waitFor();
      await sheet(page).getByRole("button", { name: "Change Badge reader" }).click();
      await sheet(page).getByLabel("Name").fill("Door");
      await page.keyboard.press("Enter");
      await sheet(page).getByRole("button", { name: "Delete Door" }).waitFor();
      await sound(page);
      await sheet(page).getByRole("button", { name: "Delete Door" }).click();
      await sheet(page).getByText("None yet.").waitFor();
      await other.getByRole("combobox", { name: /Use a template/ }).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await sheet(page).waitFor({ state: "hidden" });
      await page.locator(".toast").getByRole("button", { name: /Undo/ }).click();
      await chooser(page).waitFor();
      await chooser(other).waitFor();

      await page.goto(`${site.url}workspace/history`);
      await mounted(page);
      await page.getByText("Template saved: Door").first().waitFor();
      await page.getByText("Undone: Template taken away").waitFor();
    }));
});
