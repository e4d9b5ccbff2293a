// Settings: dates and numbers in the form of the language or as chosen, and keys that can be changed, at once and in
// every tab.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, openRealDesk } from "./support/desk.mjs";
import { SITES, served } from "./support/sites.mjs";

const chromium = launched();

describe("settings", () => {
  const site = served(SITES[0]);
  const preview = (page) => page.locator(".format-preview");
  const settings = async (page) => {
    await page.goto(`${site.url}settings`);
    await mounted(page);
    await preview(page).waitFor();
  };
  const says = (locator, text) => locator.filter({ hasText: text }).first().waitFor();

  for (const [locale, date, number, day] of [
    ["en-GB", "Monday, 16 May 2016, 14:05", "24,918", "Monday"],
    ["en-US", "Monday, May 16, 2016, 2:05\u00a0pm", "24,918", "Sunday"],
    ["de-DE", "Monday, 16.05.2016, 14:05", "24.918", "Monday"],
    ["fr-FR", "Monday, 16 May 2016, 14:05", "24\u00a0918", "Monday"],
    ["sv-SE", "Monday, 2016-05-16, 14:05", "24\u00a0918", "Monday"],
  ]) {
    test(`at first everything follows the language: ${locale}`, () =>
      onPage(chromium, site.origin, async (page) => {
        await settings(page);
        await says(preview(page), `${date} · ${number} incidents`);
        await page.getByLabel(`As the language (${day})`).waitFor();
      }, { locale }));
  }

  test("what is chosen holds at once, in the other tab too, and after a reload", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      const other = await page.context().newPage();
      await other.goto(`${site.url}workspace`);
      await mounted(other);
      await says(other.locator(".figure-value"), /^\d+,\d{3}$/);
      await settings(page);
      await page.getByLabel("Dates", { exact: true }).selectOption({ label: "16.05.2016" });
      await page.getByRole("radiogroup", { name: /Time of day/ }).getByLabel("2:05\u00a0pm", { exact: true }).check();
      await page.getByLabel("Numbers", { exact: true }).selectOption({ label: "1\u00a0234,5" });
      await says(preview(page), "Monday, 16.05.2016, 2:05\u00a0pm · 24\u00a0918 incidents");
      await says(other.locator(".figure-value"), /^\d+\u00a0\d{3}$/);
      await other.getByText(/From \d\d\.\d\d\.\d{4} to \d\d\.\d\d\.\d{4}\./).waitFor();
      await page.reload();
      await says(preview(page), "Monday, 16.05.2016, 2:05\u00a0pm · 24\u00a0918 incidents");
      await page.goto(`${site.url}desk`);
      await says(page.locator("h1 .count"), /\d[\s\u00a0]\d{3}/);
      await page.locator(".desk-clock").filter({ hasText: /\d\d\.\d\d\.\d{4}, \d+:\d\d\u00a0[ap]m/ }).waitFor();
      await page.getByLabel(/Search/).first().waitFor();
    }));

  test("the week of the reports begins with the day that was chosen", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await settings(page);
      await page.getByRole("radiogroup", { name: /First day/ }).getByLabel("Sunday", { exact: true }).check();
      await page.goto(`${site.url}desk/reports`);
      const panel = page.getByRole("region", { name: /When/ }).filter({ has: page.getByText("In the busiest hour") });
      const first = panel.locator("svg text").filter({ hasText: /day$/ }).first();
      await first.waitFor();
      assert.equal(await first.textContent(), "Sunday");
    }));

  test("a key is changed by the keyboard alone, works, is shown, and can be put back", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.keyboard.press("g");
      await page.keyboard.press("s");
      await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
      await page.getByRole("link", { name: "Change keys" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Keys" }).waitFor();

      const change = page.getByRole("button", { name: "Change: Log an incident" });
      const line = page.locator(".key-line").filter({ hasText: "Log an incident" });
      await change.focus();
      await page.keyboard.press("Enter");
      await line.getByRole("button", { name: /Press a key/ }).waitFor();
      await page.keyboard.press("Escape");
      await line.getByText("c", { exact: true }).waitFor();
      assert.ok(await change.evaluate((button) => button === document.activeElement), "the focus is back");

      await page.keyboard.press("Enter");
      await line.getByRole("button", { name: /Press a key/ }).waitFor();
      await page.keyboard.press("Control+b");
      await line.getByText(/belong to the browser/).waitFor();
      await page.keyboard.press("ArrowDown");
      await line.getByText(/screen readers/).waitFor();
      await page.keyboard.press("j");
      await line.getByText("j is “Next incident in the queue” already.").waitFor();
      await page.locator("#key-swap:focus").waitFor();
      await page.keyboard.press("Escape");
      await change.waitFor();

      await page.keyboard.press("Enter");
      await line.getByRole("button", { name: /Press a key/ }).waitFor();
      await page.keyboard.press("g");
      await line.getByText("g, and then?").waitFor();
      await page.keyboard.press("n");
      await line.getByText("changed").or(line.locator("kbd", { hasText: "n" })).first().waitFor();
      await page.locator("h1").click();
      await page.keyboard.press("c");
      await page.keyboard.press("g");
      await page.keyboard.press("n");
      await page.getByRole("heading", { level: 1, name: "Log an incident" }).waitFor();

      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.locator("h1").click();
      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: "Keys" });
      await sheet.locator(".fact").filter({ hasText: "Log an incident" }).locator("kbd", { hasText: "n" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByRole("option", { name: /Log an incident/ }).locator("kbd", { hasText: "n" }).waitFor();
      await page.keyboard.press("Escape");

      await page.goto(`${site.url}settings/keys`);
      await mounted(page);
      await page.getByRole("button", { name: "Reset: Log an incident" }).click();
      await line.locator("kbd", { hasText: "c" }).waitFor();
    }));

  test("two keys change places, and none works once single keys are off", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Printer is on fire");
      const address = page.url();
      const turnOff = page.getByLabel("No single-key shortcuts");
      await page.goto(`${site.url}settings/keys`);
      await mounted(page);
      await page.getByRole("button", { name: "Change: Resolve" }).click();
      await page.keyboard.press("a");
      await page.getByRole("button", { name: "Swap the two" }).click();
      await page.locator(".key-line").filter({ hasText: /^Assign/ }).locator("kbd", { hasText: "r" }).waitFor();

      await page.goto(address);
      await mounted(page);
      await page.locator("h1").click();
      await page.keyboard.press("a");
      await page.getByRole("dialog", { name: /Resolve/ }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" }).catch(() => {});

      const other = await page.context().newPage();
      await other.goto(`${site.url}settings/keys`);
      await mounted(other);
      await other.getByLabel("No single-key shortcuts").check();
      await other.close();
      await page.keyboard.press("Control+k");
      await page.getByRole("option", { name: /^Resolve/ }).waitFor();
      assert.equal(await page.getByRole("option", { name: /^Resolve/ }).locator("kbd").count(), 0);
      await page.keyboard.press("Escape");
      await page.keyboard.press("a");
      await page.keyboard.press("?");
      assert.equal(await page.getByRole("dialog").count(), 0);

      await page.goto(`${site.url}settings/keys`);
      await mounted(page);
      assert.ok(await turnOff.isChecked());
      await turnOff.uncheck();
      await page.getByRole("button", { name: "Reset all keys" }).click();
      await page.locator(".key-line").filter({ hasText: /^Assign/ }).locator("kbd", { hasText: "a" }).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.locator(".key-line").filter({ hasText: /^Assign/ }).locator("kbd", { hasText: "r" }).waitFor();
    }));
});
