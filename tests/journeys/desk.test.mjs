// Working at the desk: the real one as it stood on a Monday morning, and an empty one.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { chip, countOf, logIncident, openEmptyDesk, openRealDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

for (const place of SITES) {
  describe(`the desk at ${place.base}`, () => {
    const site = served(place);
    const chromium = launched();

    test("the real desk opens as of a day, is filtered, and an incident stays resolved after a reload", () =>
      onPage(chromium, site.origin, async (page) => {
        await openRealDesk(page, site.url);
        assert.equal(await countOf(page).textContent(), "1,250 of 21,093");
        assert.match(await chip(page, "Resolved").textContent(), /1,349/);
        // The most pressing first, as the link that led here asks for.
        assert.match(await page.locator(".vtable-rows [role=row]").first().locator(".cell-priority").textContent(), /P1/);

        await chip(page, "P2").click();
        await chip(page, "Breached").click();
        await page.waitForURL(/priority:2.*clock:breached/);
        const rows = page.locator(".vtable-rows [role=row]");
        await rows.first().waitFor();
        for (const row of await rows.all()) {
          assert.match(await row.locator(".cell-priority").textContent(), /P2/);
          assert.match(await row.locator(".cell-clock").textContent(), /over|Missed/);
        }

        await page.getByRole("grid", { name: "Incidents" }).focus();
        await page.keyboard.press("j");
        await page.keyboard.press("Enter");
        await page.getByRole("navigation", { name: "Where you are" }).waitFor();
        const number = (await page.locator(".crumbs span").last().textContent()).trim();
        assert.match(page.url(), new RegExp(`/desk/${number}$`));

        if (await page.getByRole("button", { name: "Resolve", disabled: true }).count()) {
          await page.getByRole("button", { name: "Assign" }).click();
          await page.getByRole("button", { name: "Assign to me" }).click();
          await page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
        }
        await page.getByRole("button", { name: "Resolve" }).click();
        const dialog = page.getByRole("dialog", { name: "Resolve" });
        await dialog.getByRole("button", { name: "Resolve" }).click();
        await dialog.getByText(/Needs .*solution/).waitFor();
        await dialog.getByRole("textbox", { name: "Solution" }).fill("Restarted the print spooler and printed a test page.");
        await dialog.getByRole("button", { name: "Resolve" }).click();
        await page.locator(".ticket-line").getByText("Resolved").waitFor();

        await page.reload();
        await mounted(page);
        await page.locator(".ticket-line").getByText("Resolved").waitFor();
        await page.getByText("Restarted the print spooler and printed a test page.").first().waitFor();

        await page.goto(`${site.url}workspace`);
        await page.getByRole("heading", { name: "Figures" }).waitFor();
        const figure = (name) => page.locator(".figure", { has: page.getByText(name, { exact: true }) }).locator(".figure-value");
        assert.equal(await figure("Open").textContent(), "1,249");
        assert.equal(await figure("Resolved").textContent(), "1,350");
      }));
  });
}

describe("an empty desk", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an incident is logged, held, taken up by the caller's reply, resolved, closed, and followed by a new one", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await logIncident(page, "Scanner in the warehouse is dead");
      const state = page.locator(".ticket-line");
      await state.getByText("P2").waitFor();

      await page.getByRole("button", { name: "Put on hold" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Put on hold" }).click();
      await state.getByText("On Hold, awaiting caller").waitFor();

      await page.getByLabel("The caller said").check();
      await page.getByLabel("Text").fill("It is the one at gate 4.");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await state.getByText("In Progress").waitFor();

      await page.getByRole("button", { name: "Resolve" }).click();
      const dialog = page.getByRole("dialog", { name: "Resolve" });
      await dialog.getByRole("textbox", { name: "Solution" }).fill("Changed its battery.");
      await dialog.getByRole("button", { name: "Resolve" }).click();
      await state.getByText("Resolved").waitFor();
      await page.getByRole("button", { name: "Close", exact: true }).click();
      await state.getByText("Closed").waitFor();

      const reopen = page.getByRole("button", { name: "Resolve" });
      assert.equal(await reopen.getAttribute("aria-disabled"), "true");

      await page.getByLabel("The caller said").check();
      await page.getByLabel("Text").fill("It is dead again.");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.locator(".related").getByText("Taken up by").waitFor();
      await page.locator(".related a").click();
      await page.locator(".related").getByText("Takes up").waitFor();
    }));

  test("a refused form keeps what was typed and says what is missing", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.getByRole("link", { name: "Log an incident" }).first().click();
      await page.getByLabel("Description").fill("Everything is slow.");
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.getByText(/Needs a? ?summary/).waitFor();
      assert.equal(await page.getByLabel("Description").inputValue(), "Everything is slow.");
    }));

  test("two tabs work on the same desk and lose nothing", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      const other = await page.context().newPage();
      await other.goto(`${site.url}desk`);
      await queueShown(other);
      await logIncident(page, "Told in the first tab");
      await logIncident(other, "Told in the second tab");
      for (const tab of [page, other]) {
        await tab.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Desk" }).click();
        await tab.getByText("Told in the first tab").waitFor();
        await tab.getByText("Told in the second tab").waitFor();
      }
      await page.reload();
      await page.getByText("Told in the first tab").waitFor();
      await page.getByText("Told in the second tab").waitFor();
    }));
});
