// axe finds no violation on any route, nor on a desk with work on it, light and dark.

import { describe, test } from "node:test";
import { ROUTES } from "./routes.mjs";
import { sound } from "./support/axe.mjs";
import { launched, onPage, settled } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, toReports } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

// Each test has a page of its own, so two of them may share a machine with two cores.
describe("accessibility", { concurrency: 2 }, () => {
  const site = served(SITES[0]);
  const chromium = launched();

  for (const route of ROUTES) {
    test(`/${route} in light and dark`, () =>
      onPage(
        chromium,
        site.origin,
        async (page) => {
          await page.goto(site.url + route);
          await settled(page);
          await sound(page);
          await page.emulateMedia({ colorScheme: "dark" });
          await sound(page);
        },
        { colorScheme: "light", reducedMotion: "reduce" },
      ));
  }

  for (const colorScheme of ["light", "dark"]) {
    const options = { colorScheme, reducedMotion: "reduce" };

    test(`a ticket, its dialog, the queue and the workspace in ${colorScheme}`, () =>
      onPage(
        chromium,
        site.origin,
        async (page) => {
          await openEmptyDesk(page, site.url);
          await logIncident(page, "Calls drop on floor 2");
          await sound(page);
          await page.getByRole("button", { name: "Resolve" }).click();
          await page.getByRole("dialog", { name: "Resolve" }).waitFor();
          await sound(page);
          await page.keyboard.press("Escape");
          const places = page.getByRole("navigation", { name: "Places" });
          await places.getByRole("link", { name: "Desk" }).click();
          await page.getByText("Calls drop on floor 2").waitFor();
          await sound(page);
          await toReports(page);
          await page.getByRole("slider", { name: /Open now, by age/ }).focus();
          await page.keyboard.press("ArrowRight");
          await page.getByRole("button", { name: "As a table" }).first().click();
          await page.getByText("What this counts").first().click();
          await sound(page);
          await places.getByRole("link", { name: "Desk" }).click();
          await page.getByText("Calls drop on floor 2").waitFor();
          await page.getByRole("grid", { name: "Incidents" }).focus();
          await page.keyboard.press("j");
          await page.keyboard.press("x");
          await sound(page);
          await page.locator(".bulk").getByRole("button", { name: "Cancel" }).click();
          await page.getByRole("textbox", { name: "Reason" }).fill("A test");
          await page.getByText("1 will be changed.").waitFor();
          await sound(page);
          await page.getByRole("button", { name: "Cancel 1 incident" }).click();
          await page.locator(".toast").getByRole("button", { name: "Undo" }).waitFor();
          await sound(page);
          await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
          await places.getByRole("link", { name: "Workspace" }).click();
          await page.getByRole("link", { name: "History" }).click();
          await page.locator(".changes").getByText("Taken back").waitFor();
          await sound(page);
          await page.locator(".changes").getByText("Taken back").click();
          await page.getByRole("dialog", { name: "Cancelled INC0000001" }).waitFor();
          await sound(page);
          await page.keyboard.press("Escape");
          await places.getByRole("link", { name: "Workspace" }).click();
          await page.getByRole("heading", { name: "Figures" }).waitFor();
          await sound(page);
          await page.getByText("Workspaces by kind").click();
          await page.getByRole("button", { name: "Duplicate" }).click();
          await page.getByRole("button", { name: /^More actions/ }).click();
          await page.getByRole("menuitem", { name: "Delete" }).click();
          await page.getByRole("button", { name: "Delete it" }).waitFor();
          await sound(page);
          await page.getByRole("button", { name: "Delete it" }).click();
          await page.getByRole("heading", { name: "Recently deleted" }).waitFor();
          await sound(page);
        },
        options,
      ));
  }
});
