// A major incident: proposed, accepted, led, told, restored, looked back at, closed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Presses an action. */
async function act(page, name) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name, exact: true }).click();
}

/** Sends the open dialog. */
async function send(page, verb) {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Logs an incident of the highest priority. */
async function log(page, site, summary, caller, isNew) {
  await page.goto(`${site.url}desk/new`);
  await mounted(page);
  await page.getByLabel("Summary").fill(summary);
  const who = page.getByRole("combobox", { name: /Caller/ });
  await who.fill(caller);
  await page.getByRole("option", { name: isNew ? /Add/ : caller }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("High").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
  const group = page.getByRole("combobox", { name: /Assignment group/ });
  await group.fill("Network");
  await page.getByRole("option", { name: "Network", exact: true }).click();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

describe("major incidents", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("from a hint to a report, with what users see in between", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await log(page, site, "E-mail is down", "Ines Duarte", true);
      await log(page, site, "No mail since nine", "Tom Weber", true);
      await act(page, "Link");
      await page.getByRole("dialog").getByLabel(/Number of the other record/).fill("INC0000001");
      await send(page, "Save link");

      await page.goto(`${site.url}desk/INC0000001`);
      await mounted(page);
      await page.getByText(/1 of 3 hints speak for it/).waitFor();
      await page.getByRole("link", { name: "Propose it as a major incident" }).click();
      await act(page, "Propose as a major incident");
      await page.getByRole("dialog").getByRole("button", { name: "Propose", exact: true }).click();
      await page.getByRole("dialog").getByText(/Needs reason/).waitFor();
      await page.getByRole("dialog").getByLabel("Reason").fill("Nobody can send mail");
      await send(page, "Propose");
      await page.locator(".ticket-line").getByText("Candidate").waitFor();
      await sound(page);

      await act(page, "Accept");
      await page.getByRole("dialog").getByRole("button", { name: "Accept", exact: true }).click();
      await page.getByRole("dialog").getByText(/Needs a major incident manager/).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "I lead it" }).click();
      await send(page, "Accept");
      await page.locator(".ticket-line").getByText("Major incident", { exact: true }).waitFor();

      await act(page, "Plan communication");
      await page.getByRole("dialog").getByLabel("Audience").fill("All users of e-mail");
      await page.getByRole("dialog").getByLabel("Channel").fill("Status page");
      await send(page, "Plan it");
      await page.getByText("30 business minutes").waitFor();
      await page.getByText("Next update due").waitFor();

      // What is typed outlasts a reload.
      await act(page, "Tell an update");
      await page.getByRole("dialog").getByLabel("Text").fill("E-mail is down. We restart the gateway.");
      await page.reload();
      await mounted(page);
      await act(page, "Tell an update");
      await page.waitForFunction(() => document.querySelector("dialog textarea")?.value.startsWith("E-mail is down"));
      await page.getByRole("dialog").getByText(/2 incidents, as far as they are not closed/).waitFor();
      await send(page, "Tell them");
      await page.getByRole("list", { name: "Updates, the latest first" }).getByText("We restart the gateway").waitFor();

      await act(page, "Write the timeline");
      await page.getByRole("dialog").getByLabel("Text").fill("The disk of the gateway is full");
      await send(page, "Write it down");
      await page.getByRole("list", { name: "What happened, the earliest first" }).getByText("The disk of the gateway is full").waitFor();
      await act(page, "Note a swarm");
      await page.getByRole("dialog").getByText("It is not an escalation").waitFor();
      const who = page.getByRole("dialog").getByRole("combobox");
      for (const name of ["Ines Duarte", "Tom Weber"]) {
        await who.fill(name);
        await page.getByRole("option", { name }).first().click();
        await page.getByRole("list", { name: "In the swarm" }).getByText(name, { exact: true }).waitFor();
      }
      await page.getByRole("dialog").getByLabel("What came of it?").fill("Network moves the logs");
      await send(page, "Write it down");
      await page.getByText(/Swarming: Ines Duarte, Tom Weber/).first().waitFor();
      await sound(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      await page.emulateMedia({ colorScheme: "light" });

      await page.getByRole("link", { name: "What users see" }).click();
      await page.getByText("Cause found, working on it").waitFor();
      await page.getByText("We restart the gateway").waitFor();
      assert.equal(await page.getByText("The disk of the gateway is full").count(), 0);
      await sound(page);

      // The child's caller was told, too.
      await page.goto(`${site.url}desk/INC0000002`);
      await mounted(page);
      await page.getByText("We restart the gateway").first().waitFor();

      await page.goto(`${site.url}desk/INC0000001`);
      await mounted(page);
      await act(page, "Resolve");
      await page.getByRole("dialog").getByRole("textbox", { name: "Solution" }).fill("Moved the logs and restarted the gateway");
      await send(page, "Resolve");
      await page.locator(".ticket-line").getByText("Resolved").waitFor();
      await page.getByText(/its post-incident report lacks what was learned/).first().waitFor();
      await page.getByRole("link", { name: "Look back at it" }).click();
      await page.locator(".ticket-line").getByText("Ended", { exact: true }).waitFor();
      await act(page, "Look back");
      await page.getByRole("dialog").getByLabel("What was learned").fill("Watch the disk of the gateway");
      await send(page, "Write it");
      await act(page, "Close the incident");
      await page.locator(".ticket-line").getByText("Incident: Closed").waitFor();

      await act(page, "Open the report");
      await page.getByRole("heading", { level: 1, name: "Post-incident report: E-mail is down" }).waitFor();
      await page.getByText("Watch the disk of the gateway").waitFor();
      await sound(page);
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as Markdown" }).click();
      const file = await coming;
      assert.equal(file.suggestedFilename(), "post-incident-report-INC0000001.md");
      const text = await readFile(await file.path(), "utf8");
      assert.match(text, /^# Post-incident report: E-mail is down/);
      assert.match(text, /Watch the disk of the gateway/);

      // Nothing has followed from it: that is proposed.
      await page.goto(`${site.url}desk/major`);
      await mounted(page);
      await page.getByRole("button", { name: /^Ended/ }).click();
      await page.getByRole("link", { name: /E-mail is down/ }).waitFor();
      await sound(page);
      await page.goto(`${site.url}desk/improvement`);
      await mounted(page);
      await page.getByText(/INC0000001 was a major incident, and neither a problem nor an improvement/).waitFor();
    }));
});
