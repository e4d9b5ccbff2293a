// From a supplier and its contract to an agreement with a customer: what it rests on, an outage, a review, a watermelon.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Presses an action of the record. */
async function act(page, name) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name, exact: true }).click();
}

/** Drafts an agreement and lets both sides agree. */
async function agreed(page, url, { kind, party, name, hours }) {
  await page.goto(`${url}desk/levels/new`);
  await mounted(page);
  if (kind) await page.getByLabel(kind).check();
  await party();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.locator(".several").first().locator("label").first().click();
  await page.getByLabel("P1, Incident: resolution").fill(hours);
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await act(page, "Both sides agree");
  await page.locator(".ticket-line").getByText("In force", { exact: true }).waitFor();
}

describe("service levels", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an agreement rests on others, an outage counts, and a review finds what targets do not show", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/suppliers`);
      await mounted(page);
      await page.getByText("No suppliers yet").waitFor();
      await page.getByRole("link", { name: "Add a supplier" }).click();
      await page.getByLabel("Name").fill("Nordline");
      await page.getByLabel("Contacts").fill("Kim, kim@nordline.example");
      await page.getByRole("button", { name: "Add supplier" }).click();
      await page.getByRole("heading", { level: 1, name: "Nordline" }).waitFor();
      await page.getByText(/Needs a contract/).first().waitFor();
      await act(page, "Note a contract");
      await page.getByRole("dialog").getByLabel("Title").fill("Leased lines");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await act(page, "Activate");
      await page.locator(".ticket-line").getByText("Active", { exact: true }).waitFor();
      await sound(page);

      // What cannot be agreed on says at its field why.
      await page.goto(`${site.url}desk/levels`);
      await mounted(page);
      await page.getByText("No agreements yet").waitFor();
      await page.getByRole("link", { name: "Draft an agreement" }).click();
      await page.getByLabel("P2, Incident: resolution").fill("soon");
      await page.getByRole("button", { name: "Save draft" }).click();
      await page.getByText(/Write how long it may take/).waitFor();
      await sound(page);

      await agreed(page, site.url, {
        kind: /^Internal agreement/,
        party: async () => {
          const group = page.getByRole("combobox", { name: /Group/ });
          await group.fill("Network");
          await page.getByRole("option", { name: "Network", exact: true }).click();
        },
        name: "Network keeps the lines up",
        hours: "8 h",
      });
      await agreed(page, site.url, {
        party: () => page.getByLabel("Customer", { exact: true }).fill("Sales"),
        name: "Sales and their desk",
        hours: "4 h",
      });
      await page.getByText("Network allows 8 h for a P1 resolution, 4 h is promised.").waitFor();
      await sound(page);

      await act(page, "Note a review");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Attendees").fill("Sales, the desk");
      await dialog.getByLabel("Minutes").fill("Every target was kept, and orders got lost all the same.");
      await dialog.getByLabel("Red").check();
      await dialog.getByLabel("Action 1").fill("Measure lost orders");
      await dialog.getByRole("button", { name: "Note the review" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("Outcome red").waitFor();
      await page.getByRole("button", { name: /^Done: Measure lost orders/ }).click();
      await page.getByText(/✓ Measure lost orders/).waitFor();

      const service = page.locator(".levels-covered a").first();
      const name = await service.textContent();
      await service.click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await act(page, "Set its own target");
      await dialog.getByLabel("Availability").fill("50");
      await dialog.getByRole("button", { name: "Set the target" }).click();
      await dialog.waitFor({ state: "hidden" });
      await act(page, "Note an outage");
      await dialog.getByRole("button", { name: "Note the outage" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("Lasts", { exact: true }).waitFor();
      await sound(page);

      await page.reload();
      await mounted(page);
      await page.getByText("Lasts", { exact: true }).waitFor();
      await page.getByText(/50\.00 % a month/).first().waitFor();
      await page.goto(`${site.url}desk/levels`);
      await mounted(page);
      await page.getByRole("button", { name: /^Inside the house/ }).click();
      assert.equal(await page.locator(".record").count(), 1);
      await page.getByRole("button", { name: /^All/ }).click();
      await page.getByRole("heading", { level: 3, name }).waitFor();
      await sound(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
    }));
});
