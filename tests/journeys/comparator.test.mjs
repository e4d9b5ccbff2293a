// One ticket that waited and came back, under the rules of nine tools.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** The row of a tool. */
const row = (page, tool) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: tool, exact: true }) });

describe("the comparison of nine tools", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a ticket that waits is paused in one tool, cancelled in another and counted in a third", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/new`);
      await mounted(page);
      await page.getByLabel("Summary").fill("The wireless in hall 3 drops");
      const caller = page.getByRole("combobox", { name: /Caller/ });
      await caller.fill("Ines Duarte");
      await page.getByRole("option", { name: /Ines Duarte/ }).first().click();
      await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("High").check();
      await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
      await page.getByRole("button", { name: "Log incident" }).click();
      await page.getByRole("heading", { level: 1, name: "The wireless in hall 3 drops" }).waitFor();
      await page.getByRole("button", { name: "Put on hold" }).click();
      await page.getByRole("dialog").getByLabel("Awaiting caller").check();
      await page.getByRole("dialog").getByRole("button", { name: "Put on hold" }).click();
      await page.locator(".ticket-line").getByText("On Hold, awaiting caller").waitFor();

      const panel = page.getByRole("region", { name: "Agreements and handovers" });
      await panel.getByText(/Of ten clocks in nine tools/).waitFor();
      await panel.getByRole("link", { name: "Compare them" }).click();
      await page.getByRole("heading", { level: 1, name: "One ticket, nine tools" }).waitFor();
      await page.getByText(/^The same ticket: /).waitFor();
      assert.equal(await page.getByRole("row").count(), 11);
      await row(page, "ServiceNow, cancelling").getByText("No clock").waitFor();
      await row(page, "GLPI").getByText("In time so far").waitFor();
      await row(page, "osTicket").getByText(/There is no pause/).waitFor();
      await page.getByRole("img", { name: /Timelines of 10 clocks/ }).waitFor();

      await page.getByLabel("Target until the resolution").fill("soon");
      await page.getByText(/Write how long it may take/).waitFor();
      await page.getByLabel("Target until the resolution").fill("2 h");
      await page.getByLabel("Hours").selectOption("always");
      await row(page, "Request Tracker").getByText(/As it comes/).waitFor();
      await page.getByLabel("Request Tracker takes ignored time out").check();
      await row(page, "Request Tracker").getByText(/By a setting/).waitFor();
      await sound(page);

      await page.reload();
      await mounted(page);
      await row(page, "ServiceNow, cancelling").getByText("No clock").waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
    }));
});
