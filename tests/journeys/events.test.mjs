// From rules for events to a stream that raises one incident, is held back, recovers, and is dealt with.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

const actions = (page) => page.getByRole("region", { name: "Actions" });
const line = (page) => page.locator(".ticket-line");

async function darkAndLight(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await sound(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function paste(page, url, text) {
  await page.goto(`${url}desk/events/new`);
  await mounted(page);
  await page.getByLabel("Several, as a tool wrote them").check();
  await page.getByRole("textbox", { name: /^Events/ }).fill(text);
}

describe("events", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a stream raises one incident and not a hundred, says why not more, recovers, and rules are tried before they hold", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/events`);
      await mounted(page);
      await page.getByText("No events yet").waitFor();
      await page.getByText("Event, alert, incident").waitFor();
      await darkAndLight(page);

      // A rule of one's own, first.
      await page.getByRole("link", { name: "Rules", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Rules for events" }).waitFor();
      await page.getByRole("button", { name: "Add a rule" }).click();
      await page.getByLabel("Name of the rule").nth(1).fill("Nightly backups");
      await page.getByLabel("Words in the message").nth(1).fill("backup");
      await page.getByRole("radiogroup", { name: "Then" }).nth(1).getByLabel("Ignore").check();
      await page.getByRole("button", { name: "Move up" }).click();
      assert.equal(await page.getByLabel("Name of the rule").first().inputValue(), "Nightly backups");
      await sound(page);
      await page.getByRole("button", { name: "Save rules" }).click();
      await page.getByText("The rules are saved").waitFor();
      await page.reload();
      await mounted(page);
      assert.equal(await page.getByLabel("Name of the rule").first().inputValue(), "Nightly backups");

      // Fifty messages of one cause, a backup, and a line that is not understood: said, not swallowed.
      const storm = Array.from({ length: 50 }, () => "critical Zabbix: switch SW-2 does not answer").join("\n");
      await paste(page, site.url, `${storm}\nerror Zabbix: backup of MAIL-1 failed\nwarning Zabbix: disk 91 % full\nnonsense`);
      await page.getByText("52 events understood, 1 line not.").waitFor();
      await page.getByText(/Line 53: It names no source/).waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Take them in" }).click();
      await page.getByText(/Correct the lines that are not understood/).waitFor();
      await page.getByLabel("Leave out the lines that are not understood").check();
      await page.getByRole("button", { name: "Take them in" }).click();
      await page.getByText("52 events taken in, 1 incident raised").waitFor();
      await page.getByRole("link", { name: /switch SW-2 does not answer/ }).waitFor();
      await page.getByText(/50 times, last/).waitFor();
      await page.getByText(/No second incident: one is open for the same cause, by the rule “Exceptions become incidents”/).waitFor();
      await darkAndLight(page);

      await page.getByRole("link", { name: /switch SW-2 does not answer/ }).click();
      await page.getByRole("heading", { level: 1, name: "switch SW-2 does not answer" }).waitFor();
      await actions(page).getByText(/its incident is still open/).waitFor();
      await actions(page).getByRole("button", { name: "Acknowledge" }).click();
      await line(page).getByText("Acknowledged").waitFor();
      await darkAndLight(page);
      await page.getByLabel("About this event").getByRole("link", { name: /INC0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "switch SW-2 does not answer" }).waitFor();
      await page.getByText("Raised by monitoring.").first().waitFor();

      // The recovery clears the alert and stands on the incident, which stays open for a person to judge.
      await page.goto(`${site.url}desk/events/new`);
      await mounted(page);
      await page.getByRole("textbox", { name: /^Message/ }).fill("switch SW-2 does not answer");
      await page.getByRole("textbox", { name: /^Source/ }).fill("Zabbix");
      await page.getByLabel("Informational").check();
      await page.getByLabel("All is well again").check();
      await sound(page);
      await page.getByRole("button", { name: "Take it in" }).click();
      await page.getByText("1 event taken in, no incident raised").waitFor();
      await page.goto(`${site.url}desk/events/EVT0000001`);
      await mounted(page);
      await line(page).getByText("Cleared").waitFor();
      await actions(page).getByRole("button", { name: "Close", exact: true }).click();
      await page.getByRole("dialog").getByLabel("Reason").fill("Power supply replaced");
      await page.getByRole("dialog").getByRole("button", { name: "Close this event" }).click();
      await line(page).getByText("Closed").waitFor();

      // Other rules are tried on what came before they are saved.
      await page.goto(`${site.url}desk/events/rules`);
      await mounted(page);
      await page.getByText(/Of the last 53 events/).waitFor();
      await page.getByRole("radiogroup", { name: "Then" }).nth(1).getByLabel("Note only").check();
      await page.getByText("0 (saved rules: 1)").waitFor();
      await sound(page);
      await page.goto(`${site.url}workspace/history`);
      await mounted(page);
      await page.getByText("Took in 52 events, 51 of them exceptions; raised 1 incident").waitFor();
    }));
});
