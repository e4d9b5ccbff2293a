// Work is not lost: blocked storage, a full one, an export carried elsewhere, a damaged one, a crash.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

describe("safety", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("with storage blocked the desk works from memory, says so, and can be saved as a file", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        }),
      );
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Kept in memory");
      await page.getByRole("alert").getByText(/does not allow this page to store/).waitFor();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save a copy as a file" }).click();
      assert.match(await readFile(await (await downloading).path(), "utf8"), /Kept in memory/);
    }));

  test("with the storage full, what was typed stays in its form and the page says what to do", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await page.getByRole("link", { name: "Log an incident" }).first().click();
      await page.getByLabel("Summary").fill("Does not fit");
      await page.getByLabel("Channel").selectOption("Monitoring");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Low").check();
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.locator(".banner").getByText(/storage for this site is full/).waitFor();
      assert.equal(await page.getByLabel("Summary").inputValue(), "Does not fit");
    }));

  test("an exported workspace is read back as it was", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Carried in a file");
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workspace" }).click();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export", exact: true }).click();
      const path = await (await downloading).path();

      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("button", { name: "Delete for good" }).click();
      await page.getByText("None yet.").waitFor();

      await page.locator("input[type=file]").setInputFiles({ name: "w.json", mimeType: "application/json", buffer: await readFile(path) });
      await page.getByRole("button", { name: "Read it and open it" }).click();
      await page.getByText("The workspace is read and open").waitFor();
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Desk" }).click();
      await page.getByText("Carried in a file").waitFor();
    }));

  test("a damaged workspace is not touched and can be saved as it is", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Damaged later");
      const before = await page.evaluate(() => {
        const slots = Object.keys(localStorage).filter((key) => /\/m\/[01]$/.test(key));
        for (const slot of slots) localStorage.setItem(slot, `${localStorage.getItem(slot).slice(0, -5)}?????`);
        return Object.keys(localStorage).length;
      });
      await page.goto(`${site.url}desk`);
      await page.getByRole("heading", { name: "This workspace cannot be opened" }).waitFor();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save what is there" }).click();
      assert.match(await readFile(await (await downloading).path(), "utf8"), /Damaged later/);
      assert.equal(await page.evaluate(() => Object.keys(localStorage).length), before);
    }));

  test("the crash screen works without the app and saves the data as it lies there", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.evaluate(() => globalThis.serviceDojoCrashed("a test of the crash screen"));
      await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save my data" }).click();
      assert.match(await readFile(await (await downloading).path(), "utf8"), /service-dojo\/v1/);
      await page.getByRole("button", { name: "Reload" }).click();
      await queueShown(page);
    }));

  test("the edition changes words, and the theme is there before the app", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}settings`);
      await mounted(page);
      await page.getByLabel(/ITIL v3/).check();
      await page.getByLabel("Dark").check();
      await page.goto(`${site.url}help`);
      assert.equal(await page.evaluate(() => document.documentElement.getAttribute("data-theme")), "dark");
      await page.getByText("change management").waitFor();
    }));
});
