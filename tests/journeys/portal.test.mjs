// A visitor meets the catalogue beside the app: looks, searches, compares, fills a basket, prepares an order, makes a copy.
// And a catalogue that comes with a link, whole and cut.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { beside, CATALOGUE, file, fragment } from "./support/catalogue.mjs";
import { served, SITES } from "./support/sites.mjs";

const PHONE = { viewport: { width: 390, height: 844 } };
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const basket = (page) => page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: /^Basket/ });

/** Nothing is wider than the window. */
async function fits(page) {
  const { wide, width } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(wide <= width, `${page.url()} is ${wide} px wide in a window of ${width}`);
}

describe("the portal", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a visitor with a phone lands on it, searches, compares, fills a basket that survives a reload, and prepares an e-mail", () =>
    onPage(chromium, site.origin, async (page) => {
      await beside(page, file(CATALOGUE));
      await page.goto(site.url);
      await heading(page, "What do you need?").waitFor();
      assert.equal(new URL(page.url()).pathname, new URL(`${site.url}portal`).pathname);
      assert.equal(await page.getByRole("navigation", { name: "Places" }).count(), 0, "the portal has no product navigation");
      await page.getByRole("heading", { level: 2, name: "Devices" }).waitFor();
      await sound(page);
      await fits(page);

      // With the keyboard alone.
      await page.getByRole("searchbox", { name: "Search services" }).focus();
      await page.keyboard.type("note");
      await page.getByText("1 service", { exact: true }).waitFor();
      await page.waitForURL(/q=note/);
      for (let i = 0; i < 6 && (await page.evaluate(() => document.activeElement?.textContent)) !== "Laptop"; i++) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await heading(page, "Laptop").waitFor();
      await page.getByText("Work in every room of the house").waitFor();
      await sound(page);
      await fits(page);

      await page.getByRole("button", { name: "Compare" }).first().click();
      await page.getByText("Choose one or two more.").waitFor();
      await page.getByRole("button", { name: "Compare" }).nth(1).click();
      await page.getByRole("link", { name: "Compare them" }).click();
      await heading(page, "Compare").waitFor();
      await page.getByText("EUR 1,299.00").waitFor();
      await sound(page);
      await fits(page);

      await page.getByRole("link", { name: "Order by e-mail: Standard laptop" }).click();
      await heading(page, "Standard laptop").waitFor();
      await page.getByText("Nobody receives anything from this page.").waitFor();
      await page.getByRole("button", { name: "Prepare the e-mail" }).click();
      await page.getByText("Choose one; the order cannot be fulfilled without it.").waitFor();
      await page.getByLabel(/^32 GB/).check();
      await page.getByText("EUR 1,069.00").waitFor();
      await sound(page);
      await fits(page);
      await page.getByRole("button", { name: "Put into the basket" }).click();
      await heading(page, "Basket").waitFor();
      await page.getByRole("button", { name: "More: Quantity of Standard laptop" }).click();
      await page.getByText("EUR 2,138.00").first().waitFor();

      await page.reload();
      await mounted(page);
      await page.getByText("EUR 2,138.00").first().waitFor();
      assert.match((await basket(page).getAttribute("aria-label")) ?? "", /2 things/);
      const link = await page.getByRole("link", { name: "Open it in your mail program" }).getAttribute("href");
      assert.match(link ?? "", /^mailto:orders@alder\.example\?subject=Order%3A%20Standard%20laptop/);
      assert.match(decodeURIComponent(link ?? ""), /Memory: 32 GB/);
      assert.equal(await page.getByText(/^Ordered/).count(), 0, "nobody received anything");
      await sound(page);
      await fits(page);

      // What is gone says so, and where to go on.
      await page.goto(`${site.url}portal/service/3`);
      await page.getByText(/It is retired/).waitFor();
      await page.getByRole("link", { name: "All services" }).first().click();
      await heading(page, "What do you need?").waitFor();

      // Who has been led here once finds the front page under its own address.
      await page.getByRole("link", { name: "Service Dojo" }).click();
      await page.getByRole("heading", { level: 1, name: /Learn service management/ }).waitFor();
    }, PHONE));

  test("a copy of one's own is a workspace named after the organisation", () =>
    onPage(chromium, site.origin, async (page) => {
      await beside(page, file(CATALOGUE));
      await page.goto(`${site.url}portal`);
      await mounted(page);
      await page.getByRole("button", { name: "Make my own copy" }).click();
      await page.getByText(/This copy is yours/).waitFor();

      // Now somebody receives what is ordered.
      await page.getByRole("link", { name: "Laptop", exact: true }).first().click();
      await page.getByRole("link", { name: "Order: Light laptop" }).click();
      await heading(page, "Light laptop").waitFor();
      await page.getByRole("button", { name: "Order now" }).click();
      await heading(page, "Ordered").waitFor();
      await page.getByRole("link", { name: /^REQ/ }).first().click();
      await page.waitForURL(/portal\/requests\/REQ/);
      await page.goto(`${site.url}workspace`);
      await mounted(page);
      await page.getByText("Alder Joinery").first().waitFor();
    }));

  test("a file that cannot be read says so to its owner and keeps nobody from anything", () =>
    onPage(chromium, site.origin, async (page) => {
      await beside(page, file({ ...CATALOGUE, services: [{ id: 1, name: 7 }] }));
      await page.goto(site.url);
      await page.getByText(/catalogue\.json beside this app cannot be read/).waitFor();
      await page.getByRole("link", { name: "Build a catalogue" }).waitFor();
      await page.getByRole("link", { name: "See what is wrong" }).click();
      await page.getByText("The catalogue of this site cannot be read").waitFor();
      await page.getByText(/services\[0\]/).first().waitFor();
      await sound(page);
    }));

  test("a link opens in a clean browser and changes nothing; a cut one says what to do", () =>
    onPage(chromium, site.origin, async (page) => {
      const held = fragment(CATALOGUE);
      await page.goto(`${site.url}portal#${held}`);
      await heading(page, "What do you need?").waitFor();
      await page.getByText("A catalogue from a link.").waitFor();
      await page.getByRole("link", { name: "Laptop", exact: true }).first().click();
      await heading(page, "Laptop").waitFor();
      await page.reload();
      await mounted(page);
      await heading(page, "Laptop").waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Close it" }).click();
      await page.getByText("No catalogue here yet").waitFor();

      await page.goto("about:blank");
      await page.goto(`${site.url}portal#${held.slice(0, -40)}`);
      await page.getByText("This link holds no whole catalogue").waitFor();
      await page.getByText(/Ask for the link again, copied whole/).waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Close the link" }).click();
      await page.getByText("No catalogue here yet").waitFor();
    }));
});
