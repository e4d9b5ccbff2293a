// From a name to an item with needs, to what fails with it and what redundancy carries, to two dates compared.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Registers an item and waits for its page. */
async function register(page, site, name, type) {
  await page.goto(`${site.url}desk/configuration/new`);
  await mounted(page);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Type").selectOption(type);
  await page.getByRole("button", { name: "Register item" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Says what the shown item or service needs: one group. */
async function needs(page, names, least) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name: "What it needs" }).click();
  const dialog = page.getByRole("dialog", { name: "What it needs" });
  for (const name of names) {
    const field = dialog.getByRole("combobox", { name: /Add an item or a service/ });
    await field.fill(name);
    await dialog.getByRole("option", { name: new RegExp(name) }).first().click();
    await dialog.locator(".needs-member", { hasText: name }).waitFor();
  }
  if (least) await dialog.getByLabel("At least so many have to work").selectOption(String(least));
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Opens what a service is made of. */
async function openService(page, site, name) {
  await page.goto(`${site.url}desk/configuration`);
  await mounted(page);
  await page.getByRole("region", { name: "Services and what they need" }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

describe("configuration", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("items, what a service needs of them, what fails and what redundancy carries", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      for (const name of ["AP-ONE", "AP-TWO"]) await register(page, site, name, "Network device");
      await register(page, site, "SW-CORE", "Network device");
      await page.goto(`${site.url}desk/configuration`);
      await mounted(page);
      await sound(page);
      const service = await page.getByRole("region", { name: "Services and what they need" }).getByRole("link").first().innerText();

      await openService(page, site, service);
      await needs(page, ["AP-ONE", "AP-TWO"], 1);
      await page.getByText("At least 1 of 2:").waitFor();
      for (const name of ["AP-ONE", "AP-TWO"]) {
        await page.goto(`${site.url}desk/configuration`);
        await mounted(page);
        await page.getByRole("list", { name: "Configuration items" }).getByRole("link", { name, exact: true }).click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await needs(page, ["SW-CORE"]);
      }
      await page.getByText(/goes on with less to spare/).waitFor();
      await sound(page);

      // The shared cause goes round the redundancy, and the chain says how.
      await page.getByRole("link", { name: "SW-CORE" }).first().click();
      await page.getByRole("heading", { level: 1, name: "SW-CORE" }).waitFor();
      await page.getByText("One service fails: that speaks for a higher impact.").waitFor();
      await page.reload();
      await mounted(page);
      await page.getByRole("link", { name: "See the whole picture" }).click();
      await page.getByRole("heading", { level: 1, name: "What fails if …" }).waitFor();
      await page.getByRole("status").filter({ hasText: "1 service fails" }).waitFor();
      await page.getByText(/as AP-ONE needs SW-CORE\./).first().waitFor();
      assert.equal(await page.locator("svg.map .map-box").count(), 4);
      await sound(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      await page.emulateMedia({ colorScheme: "light" });

      // Somebody knows better; and one access point alone takes nothing down.
      await page.getByRole("button", { name: new RegExp(`^Goes on all the same\\W+${service}`) }).click();
      await page.getByText("Said to go on").first().waitFor();
      await page.getByRole("button", { name: "Take back that SW-CORE is down" }).click();
      await page.getByText("Nothing is marked down").waitFor();
      const field = page.getByRole("combobox", { name: /Mark down/ });
      await field.fill("AP-ONE");
      await page.getByRole("option", { name: /AP-ONE/ }).first().click();
      await page.getByText("No service fails").waitFor();
      await page.waitForFunction(() => location.search.startsWith("?down="));
    }));

  test("what others need is not retired, a life is led to its end, and two dates differ by it", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await register(page, site, "Core switch", "Network device");
      await page.goto(`${site.url}desk/configuration/compare`);
      await mounted(page);
      await page.getByLabel("Name the configuration as it is now").fill("Before the move");
      await page.getByRole("button", { name: "Name it" }).click();
      await page.getByText("Baseline named").waitFor();

      await register(page, site, "Server room", "Location");
      await page.goto(`${site.url}desk/configuration`);
      await mounted(page);
      await page.getByRole("list", { name: "Configuration items" }).getByRole("link", { name: "Core switch" }).click();
      const actions = page.getByRole("region", { name: "Actions" });
      await actions.getByRole("button", { name: "Part of" }).click();
      const dialog = page.getByRole("dialog", { name: "Part of" });
      await dialog.getByRole("combobox", { name: /Part of/ }).fill("Server");
      await dialog.getByRole("option", { name: /Server room/ }).first().click();
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByRole("region", { name: "Containment" }).getByRole("link", { name: "Server room" }).click();
      await page.getByRole("heading", { level: 1, name: "Server room" }).waitFor();
      await page.getByText(/its parts come first/).waitFor();

      await page.goto(`${site.url}desk/configuration/compare`);
      await mounted(page);
      await page.getByLabel("From").selectOption({ label: "Before the move" });
      const found = page.getByRole("list", { name: "What differs" });
      await found.getByRole("link", { name: "Server room" }).waitFor();
      await found.getByText("Part of").waitFor();
      await sound(page);
    }));
});
