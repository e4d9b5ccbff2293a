// A service from an idea to what customers see: gates that refuse and are passed, versions, their differences, a way back,
// the schedule; and what another price would bring. By keyboard where the board is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { moveTo, publish, standsIn, tickAndMove } from "./support/drafting.mjs";
import { served, SITES } from "./support/sites.mjs";

/** The card of the service. */
function card(page, name) {
  return page.locator(".portfolio-card").filter({ has: page.getByRole("link", { name, exact: true }) });
}

describe("portfolio", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a service passes its gates, is published, changed, compared, set back and scheduled", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(`${site.url}catalogue`);
      await mounted(page);
      await page.getByRole("textbox", { name: /Whose catalogue is it/ }).fill("Fjordline");
      await page.getByRole("button", { name: "Begin with nothing" }).click();
      await page.getByRole("button", { name: "Write the first service" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /^Name/ }).fill("Laptop");
      await dialog.getByRole("textbox", { name: /What you get/ }).fill("A machine to work with");
      await dialog.getByRole("button", { name: "Begin", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });

      await page.goto(`${site.url}catalogue/portfolio`);
      await mounted(page);
      await standsIn(page, "Laptop", "In study");
      // A step that leaps over gates says why not, and nothing moves.
      await moveTo(page, "Laptop", "Launched");
      await page.getByText(/gates are passed one after the other/).first().waitFor();
      await page.keyboard.press("Escape");
      await standsIn(page, "Laptop", "In study");
      // A gate that is not met asks for what it needs.
      await moveTo(page, "Laptop", "In design");
      await page.getByText(/Needs Business case: somebody has to say/).waitFor();
      await tickAndMove(page, ["Business case"]);
      await standsIn(page, "Laptop", "In design");
      await moveTo(page, "Laptop", "In test");
      await tickAndMove(page, ["Service design package"]);
      await moveTo(page, "Laptop", "Active");
      await tickAndMove(page, ["Transition plan", "Acceptance"]);
      await standsIn(page, "Laptop", "Active");
      await page.reload();
      await mounted(page);
      await standsIn(page, "Laptop", "Active");
      await sound(page);

      await card(page, "Laptop").getByRole("link", { name: "Versions" }).click();
      await page.getByRole("heading", { level: 1, name: "Versions of Laptop" }).waitFor();
      await publish(page, "");
      await page.getByText("Offered now").waitFor();
      await page.goto(`${site.url}catalogue/portfolio`);
      await mounted(page);
      await moveTo(page, "Laptop", "Launched");
      await tickAndMove(page, ["Early life support"]);
      await standsIn(page, "Laptop", "Launched");

      // Ranked: the draft now differs from what is published.
      await page.getByRole("button", { name: "Rank “Laptop”" }).click();
      await dialog.getByRole("radiogroup", { name: /Value/ }).getByLabel("4", { exact: true }).check();
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "hidden" });
      await card(page, "Laptop").getByText("Draft differs").waitFor();

      await card(page, "Laptop").getByRole("link", { name: "Versions" }).click();
      await page.getByRole("link", { name: "Compare the draft with version 1" }).click();
      await page.getByText("value 4 of 5").first().waitFor();
      await publish(page, "Ranked by its value");
      await page.getByText("Version 2", { exact: true }).first().waitFor();
      await page.reload();
      await mounted(page);
      await page.getByRole("button", { name: "Go back to version 1" }).click();
      await dialog.getByRole("button", { name: "Set the draft back" }).click();
      await dialog.waitFor({ state: "hidden" });
      await publish(page, "As it was before", "2099-01-01T08:00");
      await page.getByText("Scheduled", { exact: true }).first().waitFor();
      await page.getByRole("button", { name: "Take back the schedule" }).click();
      await page.getByText("Taken back", { exact: true }).first().waitFor();
      const log = await page.locator(".version-log li").allInnerTexts();
      assert.equal(log.length, 2, log.join("\n"));
      await sound(page);
    }));
});
