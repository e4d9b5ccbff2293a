// Bringing in logs: everything of the real one, a file of one's own, and files that cannot be taken.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const OWN = [
  "number,incident_state,sys_updated_at,sys_updated_by,opened_at,impact,urgency,assignment_group,short_description",
  "INC0000001,New,2026-03-02 09:00,Ana,2026-03-02 09:00,2 - Medium,2 - Medium,Network,Wireless drops on floor 2",
  'INC0000001,Active,2026-03-02 09:20,Ben,2026-03-02 09:00,2 - Medium,2 - Medium,Network,"=HYPERLINK(""x"") <img src=x onerror=alert(1)>"',
].join("\n");

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

describe("importing", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("the whole log shows the figures of its publication", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}workspace/import`);
      await mounted(page);
      await page.getByLabel("As it was").check();
      await page.getByRole("button", { name: "Open a real desk" }).click();
      await page.getByRole("progressbar").waitFor();
      await queueShown(page);
      assert.equal(await page.locator("h1 .count").textContent(), "24,918 incidents");

      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workspace" }).click();
      const figure = (name) => page.locator(".figure", { has: page.getByText(name, { exact: true }) }).locator(".figure-value");
      await figure("Events").waitFor();
      assert.equal(await figure("Incidents").textContent(), "24,918");
      assert.equal(await figure("Events").textContent(), "141,712");
      assert.equal(await figure("Within agreement, by the source").textContent(), "63.42 %");
      assert.equal(await figure("Reopened").textContent(), "1.10 %");
      const days = await page.getByRole("list", { name: /day of the week/ }).locator(".bars-value").allTextContents();
      assert.deepEqual(days, ["5,947", "4,951", "4,884", "4,105", "3,829", "639", "563"]);

      const units = await page.evaluate(() =>
        Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0),
      );
      assert.ok(units <= 5_242_880 / 4, `${units} units are more than a quarter of the storage`);
    }));

  test("a file of one's own opens as a desk, and what it contains stays text", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.getByLabel("As it was").check();
      await page.locator(".import input[type=file]").setInputFiles(file("own.csv", OWN));
      await queueShown(page);
      await page.getByText("<img src=x onerror=alert(1)>").waitFor();
    }));

  for (const [name, text, told] of [
    ["that names its columns and has no row", "number,state,updated\n", /no row/i],
    ["with a date that is none", OWN.replace("2026-03-02 09:20", "yesterday"), /line 3/i],
    ["that is empty", "", /empty/i],
  ]) {
    test(`a file ${name} is refused in words and changes nothing`, () =>
      onPage(chromium, site.origin, async (page) => {
        await page.goto(`${site.url}desk`);
        await mounted(page);
        await page.getByLabel("As it was").check();
        await page.locator(".import input[type=file]").setInputFiles(file("own.csv", text));
        await page.getByText("Nothing was imported").waitFor();
        assert.match(await page.locator(".import").textContent(), told);
        const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("service-dojo/v1/") && key !== "service-dojo/v1/reserve"));
        assert.deepEqual(kept, []);
      }));
  }

  test("a cancelled import leaves nothing behind", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.getByRole("button", { name: "Open a real desk" }).click();
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Open a real desk" }).waitFor();
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /\/[sm]\//.test(key))), []);
    }));
});
