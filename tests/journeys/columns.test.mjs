// The columns of the queue and its groups: chosen, ordered, resized, kept, saved with a view, exported; grouped, folded
// and selected by group.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { countOf, openRealDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const table = (page) => page.locator("#queue");
const headings = (page) => page.locator("#queue [role=columnheader]:visible:not(.vtable-check)").evaluateAll((all) => all.map((one) => one.dataset.column));
const heading = (page, column) => page.locator(`#queue [data-column=${column}]`);
const width = (page, column) => heading(page, column).evaluate((one) => Math.round(one.getBoundingClientRect().width));
const heads = (page) => page.locator("#queue .vtable-row[data-group]:not([hidden])");
const sheet = (page) => page.getByRole("dialog", { name: "Columns" });

/** Waits until the headings are these. */
const shows = (page, columns) =>
  page.waitForFunction(
    (columns) =>
      [...document.querySelectorAll("#queue [role=columnheader]:not(.vtable-check)")]
        .filter((one) => one.offsetWidth)
        .map((one) => one.dataset.column)
        .join(" ") === columns,
    columns,
  );
const isWide = (page, column, pixels) =>
  page.waitForFunction(
    ([column, pixels]) => Math.round(document.querySelector(`#queue [data-column=${column}]`).getBoundingClientRect().width) === pixels,
    [column, pixels],
  );

/** Opens the window of columns, does something there, and closes it. */
async function choosing(page, act) {
  await page.getByRole("button", { name: "Columns" }).click();
  await act(sheet(page));
  await sheet(page).getByRole("button", { name: "Done" }).click();
  await sheet(page).waitFor({ state: "hidden" });
}

/** Puts the query into the address. */
async function ask(page, url, query) {
  await page.goto(`${url}desk?q=${query}`);
  await mounted(page);
  await table(page).waitFor();
}

/** A window in which all usual columns but one have room. */
const WIDE = { viewport: { width: 1440, height: 900 } };

describe("columns", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("columns are chosen, put in order by keys, made wider by pointer and keys, and are there after a reload", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await shows(page, "number priority state summary target group person opened");
      await choosing(page, async (sheet) => {
        await sheet.getByLabel("Age").check();
        await sheet.getByLabel("Group", { exact: true }).uncheck();
        assert.equal(await sheet.getByLabel(/^Summary/).isDisabled(), true);
        await sheet.getByLabel("Age").focus();
        await page.keyboard.press("Alt+ArrowUp");
        await sheet.getByRole("button", { name: "Up: Age" }).click();
      });
      await shows(page, "number priority state summary target age person opened");

      const edge = page.getByRole("separator", { name: "Width of Priority" });
      const before = await width(page, "priority");
      const box = await edge.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await isWide(page, "priority", before + 40);
      await edge.focus();
      await page.keyboard.press("ArrowLeft");
      await isWide(page, "priority", before + 32);
      assert.equal(await edge.getAttribute("aria-valuenow"), String(before + 32));

      await page.reload();
      await shows(page, "number priority state summary target age person opened");
      await isWide(page, "priority", before + 32);
      await edge.dblclick();
      await isWide(page, "priority", before);
      await choosing(page, (sheet) => sheet.getByRole("button", { name: "Back to the usual columns" }).click());
      await shows(page, "number priority state summary target group person opened");
    }, WIDE));

  test("more columns than fit are pushed along inside the table, and the number stays", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await choosing(page, async (sheet) => {
        for (const name of ["Category", "Service", "Configuration item", "Channel", "Resolved"]) await sheet.getByLabel(name, { exact: true }).check();
      });
      await heading(page, "resolved").waitFor();
      const place = await page.evaluate(() => {
        const table = document.getElementById("queue");
        table.scrollLeft = 10_000;
        const number = document.querySelector("#queue .vtable-rows .cell-number").getBoundingClientRect();
        return { page: document.documentElement.scrollWidth - innerWidth, moved: table.scrollLeft, number: number.left - table.getBoundingClientRect().left };
      });
      assert.ok(place.page <= 0 && place.moved > 100, JSON.stringify(place));
      assert.ok(place.number >= 0 && place.number < 60, JSON.stringify(place));
    }));

  test("the usual columns fit at every width: none is cut off at the edge", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      for (const width of [700, 899, 900, 999, 1000, 1119, 1120, 1279, 1280, 1439, 1440, 1599, 1600, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForFunction((width) => innerWidth === width && document.querySelector("#queue .vtable-rows .vtable-row").offsetWidth < width, width);
        const over = await page.locator("#queue .vtable-rows .vtable-row").first().evaluate((row) => {
          const shown = [...row.children].filter((cell) => cell.offsetWidth).map((cell) => cell.getBoundingClientRect().right);
          return Math.max(...shown) - row.getBoundingClientRect().right;
        });
        assert.ok(over <= 0, `${over} pixels at ${width}`);
      }
    }));

  test("a saved view brings its columns and groups, and says when they differ", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await ask(page, site.url, "state:open+priority:2+groupby:group");
      await heads(page).first().waitFor();
      const dialog = page.getByRole("dialog", { name: "Views" });
      const views = page.getByRole("navigation", { name: "Views" });
      await views.getByRole("button", { name: "Views" }).click();
      await dialog.getByRole("textbox", { name: "Name" }).fill("By team");
      await dialog.getByRole("button", { name: "Save this view" }).click();
      await dialog.waitFor({ state: "hidden" });
      await choosing(page, async (sheet) => {
        await sheet.getByLabel("Age").check();
        await sheet.getByLabel("State", { exact: true }).uncheck();
      });
      await page.getByRole("button", { name: "Save view" }).click();
      await page.getByRole("button", { name: "Save view" }).waitFor({ state: "detached" });
      await views.getByRole("link", { name: /^Open / }).click();
      await shows(page, "number priority state summary target group person opened");
      await page.reload();
      await views.getByRole("link", { name: /^By team/ }).click();
      await shows(page, "number priority summary target group person opened age");
      await heads(page).first().waitFor();
      await page.getByRole("combobox", { name: "Group by" }).selectOption("");
      await heads(page).first().waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Discard" }).click();
      await heads(page).first().waitFor();
    }, WIDE));

  test("the file has the chosen columns in their order", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await choosing(page, async (sheet) => {
        for (const name of ["Target", "Person", "Opened"]) await sheet.getByLabel(name, { exact: true }).uncheck();
        await sheet.getByLabel("Reassigned").check();
        await sheet.getByRole("button", { name: "Up: Reassigned" }).click();
      });
      await shows(page, "number priority state summary reassigned group");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export these rows" }).click()]);
      const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
      assert.equal(lines[0], "\ufeffNumber,Priority,State,Summary,Reassigned,Group");
      assert.equal(lines.length, 1_251);
      assert.match(lines[1], /^INC\d+,P1,[^,]+,.+,\d+,[^,]+$/);
    }, WIDE));

  test("groups fold up, their counts are those of the filters, and x selects a group for one change", () =>
    onPage(chromium, site.origin, async (page) => {
      await openRealDesk(page, site.url);
      await page.getByRole("combobox", { name: "Group by" }).selectOption("By priority");
      await page.waitForURL(/groupby:priority/);
      await heads(page).first().waitFor();
      assert.equal(await table(page).getAttribute("role"), "treegrid");
      await page.getByRole("button", { name: "Collapse all" }).click();
      await page.waitForFunction(() => !document.querySelector("#queue .vtable-rows .vtable-row:not([hidden], [data-group])"));
      const counts = await heads(page).locator(".vtable-group-count").allTextContents();
      const total = counts.reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0);
      assert.equal((await countOf(page).textContent()).split(" ")[0].replaceAll(",", ""), String(total));
      const chips = page.getByRole("group", { name: "Priority" }).getByRole("button", { name: /^P1/ });
      assert.equal((await chips.textContent()).replace("P1", ""), counts[0]);

      await table(page).focus();
      await page.keyboard.press("j");
      const active = page.locator("#queue [data-active]");
      await active.waitFor();
      assert.equal(await active.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowRight");
      await page.locator("#queue [data-active][aria-expanded=true]").waitFor();
      await page.keyboard.press("j");
      await page.locator("#queue [data-active][aria-level='2']").waitFor();
      await page.keyboard.press("ArrowLeft");
      await page.locator("#queue [data-active][aria-level='1']").waitFor();
      await page.keyboard.press("Enter");
      await page.locator("#queue [data-active][aria-expanded=false]").waitFor();
      await page.keyboard.press("x");
      await page.locator(".bulk-count", { hasText: `${counts[0]} selected` }).waitFor();
      await page.getByRole("button", { name: "Add a note" }).click();
      await page.getByRole("dialog", { name: new RegExp(`note to ${counts[0]} incident`) }).waitFor();
    }));

  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on the grouped queue and its columns in ${colorScheme}`, () =>
      onPage(
        chromium,
        site.origin,
        async (page) => {
          await openRealDesk(page, site.url);
          await ask(page, site.url, "state:open+groupby:state");
          await heads(page).first().waitFor();
          await page.getByRole("separator", { name: "Width of Priority" }).press("ArrowRight");
          await sound(page);
          await page.getByRole("button", { name: "Columns" }).click();
          await sheet(page).waitFor();
          await sound(page);
        },
        { colorScheme, reducedMotion: "reduce" },
      ));
  }
});
