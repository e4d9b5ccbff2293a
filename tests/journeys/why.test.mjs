// Every page says why it is there, in the chosen edition.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

describe("why this page", () => {
  const site = served(SITES[0]);
  const chromium = launched();
  const sheet = (page) => page.getByRole("dialog", { name: "Why this page" });
  const name = (page, what) => sheet(page).getByRole("heading", { level: 3, name: what }).waitFor();

  test("a first visit fetches the texts only when it asks, and they change with the edition", () =>
    onPage(chromium, site.origin, async (page, requests) => {
      await page.goto(site.url);
      await mounted(page);
      const fetched = () => requests.filter((address) => address.includes("why-1.json")).length;
      assert.equal(fetched(), 0);
      await page.getByRole("button", { name: "Why this page" }).click();
      await name(page, "Service desk practice");
      assert.equal(fetched(), 1);
      await sound(page);
      await sheet(page).getByRole("button", { name: "ITIL v3 (2011)" }).click();
      await name(page, "Service desk function");
      await sheet(page).getByRole("button", { name: "ITIL (Version 5)" }).click();
      await sheet(page).getByText(/Reported: not all sources agree/).waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      await page.setViewportSize({ width: 390, height: 800 });
      await sound(page);
    }));

  test("keys and the search open it, and it follows the page", () =>
    onPage(chromium, site.origin, async (page, requests) => {
      await openEmptyDesk(page, site.url);
      await page.locator("#queue").focus();
      await page.keyboard.press("w");
      await name(page, "Incident management practice");
      await page.keyboard.press("Escape");
      await sheet(page).waitFor({ state: "hidden" });

      await page.goto(`${site.url}desk/problems`);
      await mounted(page);
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /Search/ }).fill("why");
      await page.getByRole("option", { name: /Why this page/ }).waitFor();
      await page.keyboard.press("Enter");
      await name(page, "Problem management practice");
      await sheet(page).getByRole("button", { name: "ITIL v3 (2011)" }).click();
      await name(page, "Problem management process");
      await page.keyboard.press("Escape");

      // The edition is a setting: it holds after a reload, on another page.
      await page.goto(`${site.url}desk/changes`);
      await mounted(page);
      await page.getByRole("button", { name: "Why this page" }).click();
      await name(page, "Change management process");
      await page.keyboard.press("Escape");
      for (const [place, what] of [
        ["desk/requests", /Request fulfilment/],
        ["desk/levels", /Service level management/],
        ["desk/configuration", /Service asset and configuration management/],
        ["desk/events", /Event management/],
        ["desk/knowledge", /Knowledge management/],
        ["desk/improvement", /Seven-step improvement/],
        ["desk/suppliers", /Supplier management/],
        ["desk/major", /Major incidents/],
        ["desk/reports", /Measuring and reporting/],
        ["workspace/rules/targets", /Working time, targets and priorities/],
        ["workspace", /Workspace and journal/],
        ["help", /Service management and ITIL/],
      ]) {
        await page.goto(site.url + place);
        await mounted(page);
        await page.getByRole("button", { name: "Why this page" }).click();
        await name(page, what);
      }
      assert.ok(requests.every((address) => !address.includes("why-") || address.endsWith("content/why-1.json")));
    }));

  test("every page of the workbench leads to what is taught about it, in each edition", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      const editions = ["ITIL v3 (2011)", "ITIL 4", "ITIL (Version 5)"];
      const leads = new Map();
      for (const place of [
        "desk", "desk/new", "desk/problems", "desk/requests", "desk/changes", "desk/levels", "desk/configuration", "desk/events",
        "desk/knowledge", "desk/improvement", "desk/suppliers", "desk/major", "desk/reports", "catalogue", "catalogue/portfolio",
      ]) {
        await page.goto(site.url + place);
        await mounted(page);
        await page.getByRole("button", { name: "Why this page" }).click();
        for (const edition of editions) {
          const chip = sheet(page).getByRole("button", { name: edition, exact: true });
          await chip.click();
          await sheet(page).locator(`button[aria-pressed="true"]`, { hasText: edition }).waitFor();
          const href = await sheet(page).getByRole("link", { name: "Read all about it" }).getAttribute("href");
          leads.set(href, [...(leads.get(href) ?? []), `${place} in ${edition}`]);
        }
      }
      assert.ok(leads.size >= 20, `${leads.size} concepts`);
      for (const [href, from] of leads) {
        await page.goto(new URL(href, site.url).href);
        await page.locator(".learn-concept h1").waitFor().catch(() => assert.fail(`${href}, from ${from}, is no concept`));
      }
    }));
});
