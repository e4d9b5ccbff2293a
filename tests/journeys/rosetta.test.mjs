// One record in other tools' words, and rows of it that they can import.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Waits for the file that a press hands out; answers with its name and its lines. */
async function handedOut(page, press) {
  const waiting = page.waitForEvent("download");
  await press();
  const download = await waiting;
  const text = await readFile(await download.path(), "utf8");
  return { name: download.suggestedFilename(), lines: text.trim().split("\r\n") };
}

describe("other tools' words", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an incident on hold is compared with five tools and exported for one, alone and with others", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      for (const summary of ["=1+1 in the mail", "The scanner is dead"]) {
        await page.goto(`${site.url}desk/new`);
        await mounted(page);
        await page.getByLabel("Summary").fill(summary);
        const caller = page.getByRole("combobox", { name: /Caller/ });
        await caller.fill("Ines Duarte");
        await page.getByRole("option", { name: /Ines Duarte/ }).first().click();
        await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
        await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
        await page.getByRole("button", { name: "Log incident" }).click();
        await page.getByRole("heading", { level: 1, name: summary }).waitFor();
      }
      await page.getByRole("button", { name: "Put on hold" }).click();
      await page.getByRole("dialog").getByLabel("Awaiting supplier").check();
      await page.getByRole("dialog").getByRole("button", { name: "Put on hold" }).click();
      await page.locator(".ticket-line").getByText("On Hold, awaiting supplier").waitFor();

      await page.getByRole("button", { name: "Compare" }).click();
      const sheet = page.getByRole("dialog", { name: /other tools/ });
      const row = (name) => sheet.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
      await row("Hold reason").getByText("Awaiting Vendor").waitFor();
      await sound(page);
      await sheet.getByRole("tab", { name: "GLPI" }).click();
      await row("State").getByText("Pending", { exact: true }).waitFor();
      await row("Hold reason").getByText("No equivalent").waitFor();
      await sheet.getByRole("tab", { name: "Jira SM" }).click();
      await row("Impact").getByText("Moderate / Limited").waitFor();
      await sheet.getByRole("tab", { name: "OTOBO" }).click();
      await row("Assignment group").waitFor({ state: "detached" });
      await row("State").getByText("pending reminder").waitFor();
      await sheet.getByRole("tab", { name: "iTop" }).click();
      await row("State").getByText("operational_status").waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      const one = await handedOut(page, () => sheet.getByRole("button", { name: "Export this row as CSV" }).click());
      assert.match(one.name, /^itop-incidents-.*\.csv$/);
      assert.equal(one.lines.length, 2);
      await page.setViewportSize({ width: 390, height: 800 });
      await sound(page);
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width: 1280, height: 800 });

      await page.goto(`${site.url}desk`);
      await mounted(page);
      await queueShown(page);
      await page.locator("#queue").focus();
      await page.keyboard.press("Control+a");
      await page.getByRole("button", { name: "Export for another tool" }).click();
      const many = await handedOut(page, () => page.getByRole("menuitem", { name: "ServiceNow" }).click());
      assert.match(many.name, /^servicenow-incidents-/);
      assert.equal(many.lines.length, 3);
      assert.ok(many.lines.some((line) => line.includes("'=1+1 in the mail")), "a spreadsheet carries nothing out");
      await page.getByText("2 rows for ServiceNow handed out as CSV").waitFor();
    }));
});
