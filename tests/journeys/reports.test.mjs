// Reports: the figures that the real log is known for, each as a picture, as a table and as a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk, openRealDesk, queueShown, toReports } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const panel = (page, question) => page.getByRole("region", { name: question, exact: true });

const number = (of, name) => of.locator(".report-number", { has: of.page().getByText(name, { exact: true }) });

/** What the queue's address asks for, in the words one would type. */
const typed = async (link) => new URL(await link.evaluate((element) => element.href)).searchParams.get("q");

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const rowsOf = (csv) => csv.trim().split("\r\n").map((line) => line.split(","));

const plain = (text) => Number(text.replaceAll(",", ""));

for (const place of SITES) {
  describe(`the reports at ${place.base}`, () => {
    const site = served(place);
    const chromium = launched();

    test("the whole log shows the figures it is known for, and each number leads to its tickets", () =>
      onPage(chromium, site.origin, async (page) => {
        await page.goto(`${site.url}workspace/import`);
        await mounted(page);
        await page.getByLabel("As it was").check();
        await page.getByRole("button", { name: "Open a real desk" }).click();
        await queueShown(page);
        await toReports(page);
        await page.getByRole("heading", { level: 1, name: "Reports" }).waitFor();

        const flow = panel(page, "Do we keep up?");
        const opened = number(flow, "Opened").getByRole("link");
        assert.equal(await opened.textContent(), "24,918");
        assert.match(await typed(opened), /^opened:2016-02-29\.\.2017-\d\d-\d\d$/);

        const kept = panel(page, "Do we keep our targets?");
        assert.equal(await number(kept, "By the source").locator(".report-value").textContent(), "63.42 %");
        assert.match(await typed(number(kept, "Breached").getByRole("link")), /^opened:\S+ clock:breached$/);

        const rework = panel(page, "How much is done twice?");
        assert.equal(await number(rework, "Reopened").locator(".report-value").textContent(), "1.10 %");
        assert.match(await typed(number(rework, "Reopened").getByRole("link")), /^resolved:\S+ reopened:yes$/);
        assert.equal(await number(rework, "Hands an incident went through").locator(".report-value").textContent(), "0.94");
        await panel(page, "How old is what is open?").getByText("Nothing is open now").waitFor();
      }));

    test("a chart, its table and its files say the same", () =>
      onPage(chromium, site.origin, async (page) => {
        await openRealDesk(page, site.url);
        await toReports(page);
        const age = panel(page, "How old is what is open?");
        const open = number(age, "Open now").getByRole("link");
        assert.equal(await open.textContent(), "1,250");
        assert.equal(await typed(open), "state:open");

        const svg = await saved(page, age.getByRole("button", { name: "Save SVG" }));
        assert.match(svg.name, /^age-.*\.svg$/);
        const drawn = await page.evaluate((text) => {
          const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
          return { failed: parsed.querySelector("parsererror") !== null, root: parsed.documentElement.tagName, classes: parsed.querySelectorAll("[class], style, script").length };
        }, svg.text);
        assert.deepEqual(drawn, { failed: false, root: "svg", classes: 0 });

        const shown = await age.locator(".chart-picture text.mark-strong").allTextContents();
        await age.getByRole("button", { name: "As a table" }).click();
        const table = age.getByRole("table", { name: "Open now, by age" });
        await table.waitFor();
        assert.deepEqual(await table.locator("td").allTextContents(), shown);
        const csv = await saved(page, age.getByRole("button", { name: "Save CSV" }));
        const [headings, ...rows] = rowsOf(csv.text);
        assert.deepEqual(headings, ["Opened", "Open now"]);
        assert.deepEqual(rows.map(([, count]) => Number(count)), shown.map(plain));
        assert.equal(rows.reduce((sum, [, count]) => sum + Number(count), 0), 1_250);

        const flow = panel(page, "Do we keep up?");
        await page.getByLabel("Period").selectOption({ label: "The whole log" });
        await number(flow, "Opened").getByText("21,093").waitFor();
        const [, ...weeks] = rowsOf((await saved(page, flow.getByRole("button", { name: "Save CSV" }))).text);
        assert.equal(weeks.reduce((sum, [, , opened]) => sum + Number(opened), 0), 21_093);
        for (const [place, [, , opened, resolved, reopened, cancelled, , backlog]] of weeks.entries()) {
          const before = place ? Number(weeks[place - 1].at(-1)) : 0;
          assert.equal(Number(backlog), before + Number(opened) + Number(reopened) - Number(resolved) - Number(cancelled));
        }
        assert.equal(weeks.at(-1).at(-1), "1250");
      }));
  });
}

describe("reports by keyboard, and of nothing", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("arrow keys read a chart point by point and lead to its tickets", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await toReports(page);
      const heat = panel(page, "When do incidents come in?");
      const points = heat.getByRole("slider");
      await points.focus();
      await page.keyboard.press("Home");
      assert.match(await points.getAttribute("aria-valuetext"), /^Monday, 00:00 to 01:00: \d+ opened$/);
      for (let hour = 0; hour < 9; hour += 1) await page.keyboard.press("ArrowRight");
      assert.match(await points.getAttribute("aria-valuetext"), /^Monday, 09:00 to 10:00: \d+ opened$/);
      await page.keyboard.press("Tab");
      const link = page.locator("a:focus");
      assert.match(await typed(link), /^opened:\S+ weekday:mon hour:9$/);
    }));

  test("a desk without incidents says what would be here", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await toReports(page);
      await page.getByText("Nothing to report yet").waitFor();
    }));

  test("days on which nothing happened lead to those on which something did", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await toReports(page);
      await page.getByLabel("Period").selectOption({ label: "Days of my own" });
      await page.getByLabel("From", { exact: true }).fill("2010-01-01");
      await page.getByLabel("To", { exact: true }).fill("2010-01-31");
      await page.getByLabel("To", { exact: true }).blur();
      await page.getByText("Nothing happened on these days.").waitFor();
      await page.getByRole("button", { name: "Show the whole log" }).click();
      await number(panel(page, "Do we keep up?"), "Opened").getByText("21,093").waitFor();
    }));
});
