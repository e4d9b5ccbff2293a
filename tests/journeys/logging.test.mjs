// Logging an incident: what is like it, what the caller reported before, and a draft that survives a reload.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const panel = (page, title) => page.locator(".beside-panels section", { has: page.getByRole("heading", { name: title }) });

describe("logging", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("what is open and alike, what helped before, and the caller's history stand beside the form", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      for (const other of ["Mailbox is full", "Laptop does not start", "Monitor flickers", "Keyboard misses letters", "Beamer in room 3"]) {
        await logIncident(page, other);
      }
      await logIncident(page, "Scanner at gate 4 does not read labels");
      await logIncident(page, "Badge printer prints crooked labels");
      await page.getByRole("button", { name: "Assign", exact: true }).click();
      await page.getByRole("button", { name: "Assign to me" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
      await page.getByRole("button", { name: "Resolve" }).click();
      await page.getByRole("textbox", { name: "Solution" }).fill("Cleaned the rollers and calibrated it.");
      await page.getByRole("dialog").getByRole("button", { name: "Resolve" }).click();
      await page.locator(".ticket-line").getByText("Resolved").waitFor();

      await page.keyboard.press("c");
      await page.getByLabel("Summary").fill("Scanner at gate 7 reads no labels");
      await panel(page, "Perhaps reported already").getByRole("link", { name: /gate 4/ }).waitFor();
      await page.getByLabel("Summary").fill("Badge printer is crooked again");
      await panel(page, "Solved before").getByText("Cleaned the rollers and calibrated it.").waitFor();
      await page.getByRole("combobox", { name: /Caller/ }).fill("Ines Duarte");
      await page.getByRole("option", { name: /Ines Duarte/ }).first().click();
      await panel(page, "The caller before").getByText("7 incidents").waitFor();
      await sound(page);
    }));

  test("a draft survives a reload and another page, and is gone once it is logged", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.getByRole("link", { name: "Log an incident" }).first().click();
      await page.getByLabel("Summary").fill("Half a sentence");
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").check();
      await page.reload();
      await mounted(page);
      await page.getByText("What you had typed is back.").waitFor();
      assert.equal(await page.getByLabel("Summary").inputValue(), "Half a sentence");
      assert.ok(await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Low").isChecked());

      await page.getByRole("button", { name: "Begin anew" }).click();
      assert.equal(await page.getByLabel("Summary").inputValue(), "");
      await page.reload();
      await mounted(page);
      assert.equal(await page.getByText("What you had typed is back.").count(), 0);

      await page.getByRole("link", { name: "Back to the desk" }).click();
      await logIncident(page, "A whole sentence");
      await page.getByLabel("Work note").check();
      await page.getByLabel("Text").fill("Only for colleagues");
      await page.reload();
      await mounted(page);
      assert.equal(await page.getByLabel("Text").inputValue(), "Only for colleagues");
      assert.ok(await page.getByLabel("Work note").isChecked(), "what was for colleagues is not addressed to the caller");
      await page.getByRole("button", { name: "Add note" }).click();
      await page.locator(".history").getByText("Only for colleagues").waitFor();
      await page.keyboard.press("c");
      assert.equal(await page.getByLabel("Summary").inputValue(), "");
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/draft/"))), []);
    }));
});
