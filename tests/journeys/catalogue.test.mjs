// A catalogue from an empty browser: whose it is, a first service, a category, an audience, an offering with its price.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { confirm } from "./support/acting.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { begin, section, write } from "./support/drafting.mjs";
import { served, SITES } from "./support/sites.mjs";

const LAPTOP = ["A laptop that is set up for your work.", "Everybody who works in the office", "Order it in the portal."];

describe("catalogue", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("from an empty browser to a service that can be ordered, with reloads in between", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("link", { name: "Build a catalogue" }).click();
      await page.getByRole("heading", { level: 1, name: "Build a catalogue" }).waitFor();
      await page.getByRole("button", { name: "Begin with nothing" }).click();
      await page.getByText("Say whose catalogue it is").waitFor();
      await sound(page);
      await page.getByLabel("Whose catalogue is it?").fill("Hafen Works");
      await page.getByRole("button", { name: "Begin with nothing" }).click();
      await page.getByRole("heading", { level: 1, name: "Hafen Works" }).waitFor();
      await write(page, "Laptop", ...LAPTOP);
      await page.getByText("3 of 9 complete").first().waitFor();

      // One thing at a time: the hint opens the section and leads to the field.
      await page.getByRole("button", { name: "Write it" }).click();
      await page.waitForFunction(() => document.activeElement?.closest("#field-outcomes"));
      await page.keyboard.type("Work wherever you are");
      await page.keyboard.press("Tab");
      await page.getByText("4 of 9 complete").first().waitFor();
      const preview = page.getByRole("complementary", { name: "As your customers see it" });
      await preview.getByText("Work wherever you are").waitFor();

      // What is typed and not left yet survives a reload.
      await page.getByLabel("Purpose").fill("To work");
      await page.reload();
      await mounted(page);
      await section(page, "Value");
      await page.waitForFunction(() => document.querySelector("#field-purpose textarea")?.value === "To work");

      // A category and an audience, and both on the service.
      await page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name: "Settings" }).click();
      await page.getByRole("heading", { level: 1, name: "Settings of the catalogue" }).waitFor();
      for (const name of ["Workplace", "Hardware"]) {
        await page.getByRole("button", { name: "Add a category" }).click();
        await page.getByRole("dialog").getByLabel("Name").fill(name);
        await confirm(page, "Save");
        await page.getByRole("button", { name: new RegExp(`^${name} ?, change it`) }).waitFor();
      }
      // By keys alone: into the one above.
      await page.getByRole("button", { name: /^Hardware ?, change it/ }).focus();
      await page.keyboard.press("Alt+ArrowRight");
      await page.locator('li[data-depth="1"]', { hasText: "Hardware" }).waitFor();
      await page.getByRole("button", { name: "Add an audience" }).click();
      await page.getByRole("dialog").getByLabel("Name").fill("Staff");
      await confirm(page, "Save");
      await sound(page);
      await page.getByRole("navigation", { name: "Catalogue" }).getByRole("link", { name: "Services" }).click();
      await page.getByRole("list", { name: "Services" }).getByRole("link", { name: /Laptop/ }).click();
      await page.getByRole("heading", { level: 1, name: "Laptop" }).waitFor();
      await section(page, "Owner and audience");
      await page.getByLabel("Staff").check();
      await section(page, "Where customers find it");
      await page.getByLabel("Hardware").check();

      // An offering with a price; a wrong one is told beside its field.
      await section(page, "Offerings");
      await page.getByRole("button", { name: "Add an offering" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill("Standard laptop");
      await dialog.getByLabel("How it is paid for").selectOption("fixed");
      await dialog.getByLabel("Amount in EUR").fill("much");
      await dialog.getByLabel("Fulfilled within").fill("2 working days");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.getByText("Write an amount").waitFor();
      await dialog.getByLabel("Amount in EUR").fill("1,190.00");
      await confirm(page, "Save");
      await preview.getByText(/1\D190/).waitFor();

      // Undo takes the last step back, redo brings it again.
      await page.getByRole("heading", { level: 1 }).click();
      await page.keyboard.press("Control+z");
      await preview.getByText(/1\D190/).waitFor({ state: "hidden" });
      await page.keyboard.press("Control+Shift+Z");
      await preview.getByText(/1\D190/).waitFor();

      await page.reload();
      await mounted(page);
      await preview.getByRole("heading", { level: 5, name: "Standard laptop" }).waitFor();
      // What customers press is shown, and nobody can press it here.
      await preview.locator("[inert]").getByText("Order: Standard laptop").waitFor();
      await section(page, "Owner and audience");
      assert.equal(await page.getByLabel("Staff").isChecked(), true);
      await section(page, "Where customers find it");
      assert.equal(await page.getByLabel("Hardware").isChecked(), true);
      await sound(page);
    }, { viewport: { width: 1440, height: 900 } }));

  test("what another tab writes meanwhile is shown and not written over", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url, "Hafen Works");
      await write(page, "Mail", ...LAPTOP);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await mounted(other);
      const mine = page.getByLabel("Who it is for");
      await mine.fill("Everybody");
      await other.getByLabel("Who it is for").fill("Staff");
      await other.getByLabel("How to ask for it").focus();
      await page.getByText("While you typed, this became something else:").waitFor();
      await page.getByLabel("How to ask for it").focus();
      await page.locator(".slot-overtaken blockquote").getByText("Staff").waitFor();
      await page.getByRole("button", { name: "Keep what I typed" }).click();
      await page.getByText("While you typed").waitFor({ state: "hidden" });
      await other.waitForFunction(() => document.querySelector("#field-for-whom input")?.value === "Everybody");
    }));

  test("on a phone one writes and looks in turn, and an example is a beginning", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await begin(page, site.url, "Hafen Works");
        await page.getByRole("button", { name: "Write the first service" }).click();
        await page.getByRole("dialog").getByLabel("Begin with").selectOption({ label: "Guest Wi-Fi" });
        await confirm(page, "Begin");
        await page.getByRole("heading", { level: 1, name: /Wi-Fi/ }).waitFor();
        const preview = page.getByRole("complementary", { name: "As your customers see it" });
        await preview.waitFor({ state: "hidden" });
        await page.getByRole("button", { name: "Preview" }).click();
        await preview.waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await sound(page);
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
