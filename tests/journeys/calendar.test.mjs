// The change calendar: a freeze and a window, what speaks against a span, the next free one, and the file for others.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** A local day from today as `<input type="datetime-local">` takes it. */
function moment(daysOn, time) {
  const day = new Date(Date.now() + daysOn * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}

describe("change calendar", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a freeze is set, seen, found to speak against a span, and got around", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/changes/windows`);
      await mounted(page);
      await page.getByText("No freezes").waitFor();
      await page.getByRole("button", { name: "New freeze" }).click();
      let dialog = page.getByRole("dialog", { name: "New freeze" });
      await dialog.getByLabel("Name").fill("Month end");
      await dialog.getByLabel("Begins").fill(moment(2, "00:00"));
      await dialog.getByLabel("Ends").fill(moment(5, "00:00"));
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.getByText(/Needs reason/).waitFor();
      await dialog.getByLabel("Reason").fill("The books are closed");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });

      await page.getByRole("button", { name: "New maintenance window" }).click();
      dialog = page.getByRole("dialog", { name: "New maintenance window" });
      await dialog.getByLabel("Name").fill("Every night");
      for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) await dialog.getByLabel(day).fill("22:00-04:00");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText(/Monday 00:00-04:00, 22:00-24:00/).waitFor();
      await sound(page);

      await page.reload();
      await mounted(page);
      await page.getByRole("link", { name: "Change calendar" }).click();
      await page.getByRole("heading", { level: 1, name: "Change calendar" }).waitFor();
      await page.getByRole("grid").getByText("Month end").first().waitFor();
      await sound(page);

      // Days are walked by keys, and the chosen one is told in full.
      const chosen = page.locator('[role="gridcell"][aria-selected="true"]');
      const before = await chosen.getAttribute("id");
      await chosen.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((id) => document.activeElement?.getAttribute("role") === "gridcell" && document.activeElement.id !== id, before);
      for (const view of ["Week", "Timeline"]) {
        await page.getByLabel(view, { exact: true }).check();
        await page.locator(view === "Week" ? ".plan-week" : ".plan-timeline").waitFor();
        await sound(page);
      }

      // Three days on at noon: in the freeze, and outside the window.
      await page.getByLabel("Begins").fill(moment(3, "12:00"));
      await page.getByText(/Everything is frozen: Month end \(The books are closed\)/).waitFor();
      await page.getByText(/The span leaves the maintenance window Every night/).waitFor();
      await page.getByText("Next free span:").waitFor();
      await page.getByRole("button", { name: "Take this span" }).click();
      await page.getByText("Nothing speaks against this span.").waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);

      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as iCalendar" }).click();
      const text = await readFile(await (await download).path(), "utf8");
      assert.match(text, /^BEGIN:VCALENDAR\r\n/);
      assert.match(text, /SUMMARY:Freeze: Month end\r\n/);
    }));

  test("on a phone the list says what the grid cannot", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await openEmptyDesk(page, site.url);
        await page.goto(`${site.url}desk/changes/calendar`);
        await mounted(page);
        await page.getByRole("heading", { name: "As a list" }).waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(wide, false);
        await sound(page);
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
