// The built site starts wherever it is put, loads only what the budget counts, and obeys its own policy.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { firstLoadFiles } from "../budgets/first-load.mjs";
import { ROUTES } from "./routes.mjs";
import { launched, mounted, onPage, settled } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; object-src 'none'";

for (const place of SITES) {
  // Each test has a page of its own, so two of them may share a machine with two cores.
  describe(`at ${place.base}`, { concurrency: 2 }, () => {
    const site = served(place);
    const chromium = launched();

    test("the app starts and its first load is what the budget counts", () =>
      onPage(chromium, site.origin, async (page, requests) => {
        await page.goto(site.url);
        await mounted(page);
        const counted = new Set((await firstLoadFiles(site.folder)).map((name) => site.url + name));
        const uncounted = requests.filter((address) => address !== site.url && !counted.has(address));
        assert.deepEqual(uncounted, []);
      }));

    test("the page's policy is the strict one and stands before all else", () =>
      onPage(chromium, site.origin, async (page) => {
        await page.goto(site.url);
        const first = page.locator("head meta").first();
        assert.equal(await first.getAttribute("http-equiv"), "Content-Security-Policy");
        assert.equal(await first.getAttribute("content"), POLICY);
        await mounted(page);
      }));

    for (const route of ROUTES) {
      test(`a deep link to /${route} survives a reload`, () =>
        onPage(chromium, site.origin, async (page) => {
          await page.goto(site.url + route);
          await settled(page);
          const heading = await page.locator("h1").first().textContent();
          await page.reload();
          await settled(page);
          assert.equal(await page.locator("h1").first().textContent(), heading);
          assert.equal(page.url(), site.url + route);
        }));
    }

    test("an address that is no route says so instead of staying empty", () =>
      onPage(chromium, site.origin, async (page) => {
        await page.goto(`${site.url}no/such/place`);
        await page.locator("#shell").waitFor({ state: "detached" });
        assert.notEqual((await page.locator("body").innerText()).trim(), "");
      }));
  });
}
