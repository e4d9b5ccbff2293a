// Looking around in the sample company: what somebody does who comes for the first time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { countOf, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const DOOR = { name: "Look around the sample company" };

for (const place of SITES) {
  describe(`the sample company at ${place.base}`, () => {
    const site = served(place);
    const chromium = launched();

    test("a first visitor opens it from the front page, resolves an incident, and finds it resolved after a reload", () =>
      onPage(chromium, site.origin, async (page) => {
        await page.goto(site.url);
        await mounted(page);
        await page.getByText("Everything stays in this browser").waitFor();
        await page.getByRole("button", DOOR).click();
        await queueShown(page);

        // The open incidents, the most pressing first, on the story's Monday.
        assert.match(page.url(), /\/desk\?/);
        const [open, all] = (await countOf(page).textContent()).match(/[\d,]+/g).map((number) => Number(number.replace(",", "")));
        assert.ok(open >= 35 && open <= 45 && all > 180, `${open} of ${all}`);
        const clock = page.locator(".desk-clock");
        assert.match(await clock.textContent(), /16 Mar 2026, 08:4/);

        await page.getByRole("grid", { name: "Incidents" }).getByText("Shop: checkout takes 12 seconds").click();
        await page.getByRole("heading", { level: 1, name: "Shop: checkout takes 12 seconds" }).waitFor();
        await page.getByText("it is with all browsers, since 07:05").waitFor();
        await page.getByRole("button", { name: "Resolve" }).click();
        const dialog = page.getByRole("dialog", { name: "Resolve" });
        await dialog.getByRole("textbox", { name: "Solution" }).fill("Took the slow node out of the load balancer; checkout takes three seconds.");
        await dialog.getByRole("button", { name: "Resolve" }).click();
        await page.locator(".ticket-line").getByText("Resolved").waitFor();

        await page.reload();
        await mounted(page);
        await page.locator(".ticket-line").getByText("Resolved").waitFor();
        await page.getByText("Took the slow node out of the load balancer; checkout takes three seconds.").first().waitFor();
        assert.match(await clock.textContent(), /16 Mar 2026, 08:/);
      }));
  });
}

describe("the sample company at the desk's door", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an empty desk offers it first", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      const first = page.locator("main section.panel").first();
      await first.getByRole("button", DOOR).click();
      await queueShown(page);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Workspace" }).click();
      await page.getByRole("heading", { level: 2, name: "Nordhaven Supply" }).waitFor();
    }));

  test("its catalogue can be read, ordered from, checked and compared with what was published before", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.locator("main section.panel").first().getByRole("button", DOOR).click();
      await queueShown(page);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Catalogue" }).click();
      await page.getByRole("heading", { level: 1, name: "Nordhaven" }).waitFor();
      await page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name: "Check" }).click();
      await page.getByText("The review is overdue").first().waitFor();
      await sound(page);
      await page.goto(`${site.url}portal`);
      await mounted(page);
      await page.getByRole("link", { name: "New starter", exact: true }).first().click();
      await page.getByRole("heading", { level: 1, name: "New starter" }).waitFor();
      await page.getByText("Comes with").first().waitFor();
      await sound(page);
    }));

  test("a file that does not come is told in words and leaves nothing behind", async () => {
    const context = await chromium.browser.newContext();
    try {
      const page = await context.newPage();
      await page.route("**/samples/company.json", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(`${site.url}desk`);
      await mounted(page);
      await page.getByRole("button", DOOR).click();
      await page.getByRole("alert").getByText("nothing was changed").waitFor();
      const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => /\/[smne]\//.test(key)));
      assert.deepEqual(kept, []);
    } finally {
      await context.close();
    }
  });
});
