// Bringing in any table of tickets: its columns are matched, what is ambiguous is asked, what cannot be read is named.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { countOf, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const FIXTURES = new URL("../../crates/workspace/tests/fixtures/import/", import.meta.url);
const fixture = (name, change = (text) => text) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(change(readFileSync(new URL(name, FIXTURES), "utf8"))),
});

/** Chooses a file on the import page and waits for its columns. */
async function open(page, file) {
  await page.locator(".import input[type=file]").setInputFiles(file);
  await page.getByRole("heading", { level: 1, name: "Match the columns" }).waitFor();
  await page.getByRole("region", { name: "Preview of the first tickets" }).getByRole("row").nth(1).waitFor();
}

async function importPage(page, url) {
  await page.goto(`${url}workspace/import`);
  await mounted(page);
}

const button = (page) => page.getByRole("button", { name: /^Import [\d,]+ (ticket|update)s?$/ });
const ready = (page) => page.locator(".mapping-finish button.button-primary:not([aria-disabled])").waitFor();
const held = (page) => page.locator(".mapping-finish button.button-primary[aria-disabled=true]").waitFor();
const workspaces = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /\/[sm]\//.test(key)));

describe("matching columns", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a Jira file is recognised and becomes a desk with its states and dates", () =>
    onPage(chromium, site.origin, async (page) => {
      await importPage(page, site.url);
      await open(page, fixture("jira.csv"));
      await page.getByText("6 rows, read as a Jira export").waitFor();
      assert.equal(await page.getByLabel("Summary becomes").inputValue(), "short_description");
      assert.equal(await page.getByLabel("Custom field (Floor) becomes").inputValue(), "");
      assert.equal(await page.getByLabel("Waiting for customer becomes").inputValue(), "Awaiting Caller");
      await ready(page);
      await button(page).click();
      await queueShown(page);
      await page.getByText("Video room 4 shows no picture").waitFor();
      assert.equal(await countOf(page).textContent(), "3 of 6");

      await page.goto(`${site.url}desk?q=is%3Aresolved`);
      await queueShown(page);
      await page.getByText("Scanner mails arrive twice").first().click();
      await page.getByRole("heading", { level: 1, name: "Scanner mails arrive twice" }).waitFor();
      await page.getByText("12 Mar 2024, 12:10").first().waitFor();
      await page.getByText("DESK-14").first().waitFor();

      await page.goto(`${site.url}workspace`);
      await page.getByRole("heading", { name: "What the import did" }).waitFor();
      await page.getByText("Read as a Jira export.").waitFor();
    }));

  test("dates that can be read two ways are asked about, and the example shows both", () =>
    onPage(chromium, site.origin, async (page) => {
      await importPage(page, site.url);
      await open(page, fixture("spreadsheet.csv"));
      await held(page);
      await page.getByText("“03/04/2024” is 3 Apr 2024").waitFor();
      await page.getByText("“03/04/2024” is 4 Mar 2024").waitFor();
      await page.getByLabel("parked becomes").selectOption("On Hold");
      await page.getByLabel(/^The month/).check();
      await ready(page);
      await page.getByRole("cell", { name: "2024-03-04 00:00" }).first().waitFor();
      await page.getByLabel(/^The day/).check();
      await page.getByRole("cell", { name: "2024-04-03 00:00" }).first().waitFor();
    }));

  test("what cannot be read is named by line and column, and nothing is changed until it is decided", () =>
    onPage(chromium, site.origin, async (page) => {
      await importPage(page, site.url);
      await open(page, fixture("broken.csv"));
      await page.getByText("Line 4, column Opened: “someday” is not a date.").waitFor();
      await page.getByText("Line 8: 2 cells", { exact: false }).waitFor();
      await held(page);
      await button(page).click({ force: true });
      assert.deepEqual(await workspaces(page), []);
      await page.getByLabel(/^Leave these rows out/).check();
      await ready(page);
      await page.getByText("7 rows are left out.").waitFor();
      await button(page).click();
      await queueShown(page);
      await page.goto(`${site.url}workspace`);
      await page.getByText(/3 rows were left out: a cell could not be read.*first in line 4/).waitFor();
    }));

  test("choices are kept for the next file with the same columns, and can be forgotten", () =>
    onPage(chromium, site.origin, async (page) => {
      await importPage(page, site.url);
      await open(page, fixture("spreadsheet.csv"));
      await page.getByLabel("parked becomes").selectOption("Awaiting Vendor");
      await page.getByLabel(/^The day/).check();
      await page.getByLabel(/^Keep these choices as/).fill("Facilities list");
      await ready(page);

      await importPage(page, site.url);
      await page.getByText("Facilities list", { exact: true }).waitFor();
      await open(page, fixture("spreadsheet.csv", (text) => text.replace("Coffee machine", "Tea machine")));
      await page.getByText("Filled in as last time, from “Facilities list”.").waitFor();
      assert.equal(await page.getByLabel("parked becomes").inputValue(), "Awaiting Vendor");
      await ready(page);

      await importPage(page, site.url);
      await page.getByRole("button", { name: "Forget Facilities list" }).click();
      await page.getByText("“Facilities list” is forgotten").waitFor();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("button", { name: "Forget Facilities list" }).waitFor();
      await page.getByRole("button", { name: "Forget Facilities list" }).click();
      await page.getByRole("button", { name: "Forget Facilities list" }).waitFor({ state: "detached" });
      await open(page, fixture("spreadsheet.csv"));
      assert.equal(await page.getByLabel("parked becomes").inputValue(), "");
    }));

  test("a file that is dropped on an empty desk has its columns matched; the keyboard does the rest", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await open(page, fixture("glpi.csv"));
      await page.getByText("read as a GLPI export").waitFor();
      await ready(page);
      const category = page.getByLabel("Category becomes");
      await category.focus();
      await page.keyboard.press("Home");
      await page.waitForFunction((list) => list.value === "", await category.elementHandle());
      assert.ok(await category.evaluate((list) => list === document.activeElement), "the list keeps the focus");
      for (let press = 0; press < 80; press++) {
        if (await page.evaluate(() => document.activeElement?.matches(".mapping-finish button.button-primary"))) break;
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await queueShown(page);
      assert.equal(await countOf(page).textContent(), "3 of 5");
    }));

  test("twenty thousand rows are read away from the page, and an import can be cancelled and gone on with", () =>
    onPage(chromium, site.origin, async (page) => {
      const rows = Array.from({ length: 20_000 }, (_, row) => {
        const day = String((row % 28) + 1).padStart(2, "0");
        return `R-${row + 1},"Thing ${row % 97} is broken",${row % 3 ? "Closed" : "Open"},2025-01-${day} 08:00,${row % 3 ? `2025-02-${day} 09:00` : ""}`;
      });
      const buffer = Buffer.from(["Ticket,Title,Status,Created,Closed", ...rows].join("\n"));
      // An order to import that never comes to its worker: so the import is still running when it is cancelled.
      await page.addInitScript(() => {
        const { postMessage } = Worker.prototype;
        let held = 0;
        Worker.prototype.postMessage = function (message, ...rest) {
          if (message?.kind === "take" && held++ === 0) return;
          postMessage.call(this, message, ...rest);
        };
      });
      await importPage(page, site.url);
      await open(page, { name: "many.csv", mimeType: "text/csv", buffer });
      await ready(page);
      await page.getByLabel("As of a day").check();
      await page.getByLabel("The desk as it stood on").fill("2025-01-20T12:00");
      await button(page).click();
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Import 20,000 tickets" }).waitFor();
      await ready(page);
      assert.equal(await page.getByLabel("The desk as it stood on").inputValue(), "2025-01-20T12:00");
      assert.deepEqual(await workspaces(page), []);
      await button(page).click();
      await queueShown(page);
    }));

  for (const scheme of ["light", "dark"]) {
    test(`axe finds nothing on it (${scheme}), and nothing is wider than a phone`, () =>
      onPage(chromium, site.origin, async (page) => {
        await importPage(page, site.url);
        await open(page, fixture("broken.csv"));
        await page.getByText("What cannot be read").first().waitFor();
        await sound(page);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(beyond <= 0, `${beyond} px too wide`);
      }, { colorScheme: scheme, viewport: scheme === "dark" ? { width: 360, height: 740 } : { width: 1280, height: 800 } }));
  }
});
