// An improvement from an idea to what was learned: registered from a problem, walked along its path, measured, reviewed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Presses an action of the improvement. */
async function act(page, name) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name, exact: true }).click();
}

/** Waits for the state in the head of the page. */
async function stands(page, state) {
  await page.locator(".ticket-line").getByText(state, { exact: true }).waitFor();
}

/** Fills the form of the open dialog's reason-like field and sends it. */
async function answer(page, label, text, verb) {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: label }).fill(text);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

describe("improvement", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("from a problem to a measured improvement, with reloads in between, along the path of the edition", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/new`);
      await mounted(page);
      await logFirst(page, "Label printer jams");
      await page.getByRole("link", { name: "Raise a problem from this" }).click();
      await page.getByRole("button", { name: "Raise problem" }).click();
      await page.getByText("Incidents it explains 1").waitFor();

      await page.goto(`${site.url}desk/improvement`);
      await mounted(page);
      await page.getByText("Nothing is registered yet").waitFor();
      await sound(page);

      // What is typed is kept; a measure by hand needs a value and a day.
      await page.goto(`${site.url}desk/improvement/new?from=PRB0000001`);
      await mounted(page);
      await page.getByText("It comes from").waitFor();
      await page.getByLabel("Summary").fill("Fewer jams at the label printers");
      await page.getByRole("radiogroup", { name: /Effort/ }).getByLabel("2", { exact: true }).check();
      await page.getByRole("radiogroup", { name: /Benefit/ }).getByLabel("4", { exact: true }).check();
      await page.reload();
      await mounted(page);
      await page.waitForFunction(() => document.querySelector("input")?.value.startsWith("Fewer jams") || [...document.querySelectorAll("input")].some((input) => input.value.startsWith("Fewer jams")));
      await page.getByLabel("Measure").selectOption("named");
      await page.getByLabel("What is it called?").fill("Jams a week");
      await page.getByLabel("In what is it counted?").fill("jams");
      await page.getByLabel("Baseline, value").fill("nine");
      await page.getByRole("button", { name: "Register improvement" }).click();
      await page.getByText("Write a number").waitFor();
      await page.getByLabel("Baseline, value").fill("9");
      await page.getByLabel("Measured on").fill("2026-03-02");
      await page.getByLabel("Target").fill("2");
      await sound(page);
      await page.getByRole("button", { name: "Register improvement" }).click();
      await page.getByRole("heading", { level: 1, name: "Fewer jams at the label printers" }).waitFor();
      await stands(page, "New");

      // The next step says what it needs instead of hiding.
      await page.getByText(/Needs an owner/).waitFor();
      await act(page, "Edit details");
      await page.getByRole("dialog").getByRole("button", { name: "I own it" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await act(page, "Accept");
      await stands(page, "Accepted");
      await act(page, "Assess");
      await stands(page, "Assess");

      // A step before an earlier one needs a reason.
      await page.getByRole("button", { name: "Write down: Where are we now?" }).click();
      await page.getByLabel("What did you find?").fill("Nine jams in the first week of March");
      await page.getByRole("button", { name: "Write it down", exact: true }).last().click();
      await page.getByText(/Needs a reason for the order/).waitFor();
      await page.getByLabel("Why before an earlier step?").fill("The figures were at hand");
      await page.locator(".path form").getByRole("button", { name: "Write it down", exact: true }).click();
      await page.getByText("Nine jams in the first week of March").first().waitFor();
      await page.getByRole("button", { name: "Write down: What is the vision?" }).click();
      await page.getByLabel("What did you find?").fill("Trucks leave on time");
      await page.locator(".path form").getByRole("button", { name: "Write it down", exact: true }).click();
      await page.getByRole("button", { name: "Write it anew: What is the vision?" }).waitFor();

      await act(page, "Approve");
      await stands(page, "Approved");
      await page.getByText(/Needs a due date/).waitFor();
      await act(page, "Edit details");
      await page.getByRole("dialog").getByText(/a target that moves can always be met/).waitFor();
      await page.getByRole("dialog").getByLabel("Due date").fill("2099-12-31");
      await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await act(page, "Start");
      await stands(page, "In Progress");
      await act(page, "Put on hold");
      await answer(page, "Reason", "New rollers are ordered", "Put on hold");
      await stands(page, "On Hold");
      await page.reload();
      await mounted(page);
      await page.getByText("New rollers are ordered").first().waitFor();
      await act(page, "Resume");
      await page.getByText(/Needs a measured value/).waitFor();
      await act(page, "Measure");
      await answer(page, "Since then, value", "1", "Note it");
      await page.getByText("Target reached").waitFor();
      await act(page, "Review");
      await stands(page, "Review");
      await page.getByRole("button", { name: "As a table" }).click();
      assert.equal(await page.locator(".chart-table tbody tr").count(), 3);
      await sound(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      await page.emulateMedia({ colorScheme: "light" });
      await act(page, "Close");
      await answer(page, "What was learned", "Rollers are changed twice a year", "Close improvement");
      await stands(page, "Closed");

      // Linked both ways.
      await page.getByRole("link", { name: /PRB0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: /Label printer jams/ }).waitFor();
      await page.goto(`${site.url}desk/improvement`);
      await mounted(page);
      await page.getByRole("button", { name: /^Ended/ }).click();
      await page.getByRole("link", { name: /Fewer jams/ }).first().waitFor();
      await sound(page);
    }));

  test("what comes back is proposed with its numbers, declined, and registered with measure and baseline", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      await page.goto(`${site.url}desk/new`);
      await mounted(page);
      await logFirst(page, "Slow line 1");
      await comesBack(page);
      for (const summary of ["Slow line 2", "Slow line 3"]) {
        await logIncident(page, summary);
        await comesBack(page);
      }
      await page.goto(`${site.url}desk/improvement`);
      await mounted(page);
      const reason = page.getByText(/3 of 3 incidents that Network resolved in the last four weeks came back/);
      await reason.waitFor();
      await page.getByRole("button", { name: "Decline" }).click();
      await reason.waitFor({ state: "hidden" });
      await page.reload();
      await mounted(page);
      await page.getByRole("button", { name: "Show 1 declined one" }).click();
      await reason.waitFor();
      await page.getByRole("link", { name: "Register", exact: true }).click();
      await page.getByText("These days say: 100 %").waitFor();
      await page.getByRole("button", { name: "I own it" }).click();
      await page.getByRole("button", { name: "Register improvement" }).click();
      await page.getByRole("heading", { level: 1, name: "Fewer incidents come back: Network" }).waitFor();
      await page.getByText("Before and after").waitFor();
    }));
});

/** Logs the first incident of a desk: its caller is new. */
async function logFirst(page, summary) {
  await page.getByLabel("Summary").fill(summary);
  const caller = page.getByRole("combobox", { name: /Caller/ });
  await caller.fill("Ines Duarte");
  await page.getByRole("option", { name: /Add/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("Medium").check();
  const group = page.getByRole("combobox", { name: /Assignment group/ });
  await group.fill("Network");
  await page.getByRole("option", { name: "Network", exact: true }).click();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

/** Resolves the incident on the page, and reopens it. */
async function comesBack(page) {
  await act(page, "Resolve");
  await answer(page, "Solution", "Restarted", "Resolve");
  await page.locator(".ticket-line").getByText("Resolved").waitFor();
  await act(page, "Reopen");
  await answer(page, "Reason", "Slow again", "Reopen");
  await page.locator(".ticket-line").getByText("In Progress").waitFor();
}
