// No page is wider than its window: on a small phone, at 200 % zoom (half the pixels), on a desk screen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ROUTES } from "./routes.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const LONG = "Der Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag-von-heute-früh-lässt-sich-nicht-öffnen";

/** Fails with what stands beyond the window's edge. */
async function fits(page, where) {
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}`);
  });
  assert.deepEqual(beyond, [], where);
}

describe("nothing is wider than its window", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  for (const [width, height] of [[360, 740], [720, 450], [1440, 900]]) {
    const options = { viewport: { width, height } };

    test(`no route at ${width} × ${height}`, () =>
      onPage(
        chromium,
        site.origin,
        async (page) => {
          for (const route of ROUTES) {
            await page.goto(site.url + route);
            await mounted(page);
            await fits(page, `/${route}`);
          }
        },
        options,
      ));

    test(`no page of a desk with work and long words at ${width} × ${height}`, () =>
      onPage(
        chromium,
        site.origin,
        async (page) => {
          await openEmptyDesk(page, site.url);
          await logIncident(page, LONG);
          await page.getByLabel("Text").fill(LONG);
          await page.getByRole("button", { name: "Add", exact: true }).click();
          await fits(page, "ticket");
          await page.getByRole("button", { name: "Resolve" }).click();
          await page.getByRole("dialog", { name: "Resolve" }).waitFor();
          await fits(page, "dialog");
          await page.keyboard.press("Escape");
          for (const place of ["Desk", "Workspace", "Home"]) {
            await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place }).click();
            await page.locator("h1").first().waitFor();
            await fits(page, place);
          }
        },
        options,
      ));
  }
});
