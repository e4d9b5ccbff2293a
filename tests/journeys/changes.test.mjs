// From a problem to a change: its risk from answers, approval, work orders, review; a refusal, an amendment that sends
// it back; a standard change from a template; and what waits for an answer in the sample company.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { logIncident, openEmptyDesk, queueShown } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Presses an action of the record. */
async function act(page, name) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name, exact: true }).click();
}

/** Chooses from a list by typing. */
async function choose(scope, page, label, words) {
  const box = scope.getByRole("combobox", { name: label });
  await box.fill(words);
  await page.getByRole("option", { name: new RegExp(words) }).first().click();
}

/** Logs an incident, which makes Ines known, for there is nobody but oneself on an empty desk. */
async function deskWithInes(page, url) {
  await openEmptyDesk(page, url);
  await page.getByRole("link", { name: "Log an incident" }).first().click();
  await page.getByLabel("Summary").fill("Calls drop on floor 2");
  await page.getByRole("combobox", { name: /Caller/ }).fill("Ines Duarte");
  await page.getByRole("option", { name: /Add/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: "Calls drop on floor 2" }).waitFor();
}

/** Raises a change that Ines wants and sees through, so that one may approve it oneself. */
async function raise(page, summary) {
  await page.getByLabel("Summary").fill(summary);
  await choose(page, page, /Requested by/, "Ines");
  await choose(page, page, /Assigned to/, "Ines");
  await page.getByRole("button", { name: "Raise change" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

/** Answers the six questions about the risk, all with the first choice but for the places given. */
async function answer(page, others = {}) {
  await page.getByRole("button", { name: /Answer (the questions|anew)/ }).click();
  const form = page.getByRole("form", { name: "Risk" });
  const groups = form.getByRole("radiogroup");
  await groups.nth(5).waitFor();
  for (let place = 0; place < 6; place += 1) await groups.nth(place).getByRole("radio").nth(others[place] ?? 0).check();
  await form.getByRole("button", { name: "Save answers" }).click();
  await form.waitFor({ state: "detached" });
}

async function plan(page, text) {
  await page.getByRole("button", { name: "Write the plans" }).click();
  const form = page.getByRole("form", { name: "Plans" });
  await form.getByLabel("Implementation plan").fill(text);
  await form.getByLabel("Test plan").fill("Call from each desk");
  await form.getByLabel("Back-out plan").fill("Hang the old one back");
  await form.getByRole("button", { name: "Save plans" }).click();
  await form.waitFor({ state: "detached" });
}

/** Asks oneself, as the one change manager there is. */
async function ask(page) {
  await act(page, "Ask for authorisation");
  const dialog = page.getByRole("dialog", { name: "Ask for authorisation" });
  await choose(dialog, page, /Change manager/, "You");
  await dialog.getByRole("button", { name: "Ask them" }).click();
  await page.locator(".ticket-line").getByText("Authorize, awaiting approval").waitFor();
}

describe("changes", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("from a problem to a change that is assessed, approved, scheduled, carried out with work orders, reviewed and closed", () =>
    onPage(chromium, site.origin, async (page) => {
      await deskWithInes(page, site.url);
      await page.getByRole("link", { name: "Raise a problem from this" }).click();
      await page.getByRole("button", { name: "I lead it" }).click();
      await page.getByRole("button", { name: "Raise problem" }).click();
      await page.getByRole("link", { name: "Raise a change from this" }).click();
      await page.getByRole("heading", { level: 2, name: "It comes of" }).waitFor();
      await sound(page);
      await raise(page, "Replace the access point on floor 2");
      const line = page.locator(".ticket-line");
      await page.locator(".related-how", { hasText: "Removes" }).waitFor();

      await act(page, "Assess");
      await page.getByText(/Needs an assessment of its risk/).first().waitFor();
      await answer(page, { 0: 1, 3: 1 });
      await page.locator(".risk-result", { hasText: "Likelihood 2 × impact 2 = 4 of 25, very low" }).waitFor();
      await line.getByText("Risk 4, very low").waitFor();
      await page.getByText(/Needs implementation plan/).first().waitFor();
      await plan(page, "Swap it at noon");
      await page.reload();
      await mounted(page);
      await page.getByText("Swap it at noon").first().waitFor();
      await ask(page);

      // A refusal takes it back at once; amended, it can be asked again.
      await page.getByRole("button", { name: "Refuse" }).click();
      await page.getByText(/Needs reason/).waitFor();
      await page.getByLabel("Your reason").fill("Not at noon");
      await page.getByRole("button", { name: "Refuse" }).click();
      await line.getByText("Assess, sent back").waitFor();
      await page.getByText(/refused: “Not at noon”/).waitFor();
      await plan(page, "Swap it at seven in the evening");
      await ask(page);
      await page.getByText(/Asked 2 times/).waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Approve" }).click();
      await line.getByText("Authorize, approved").waitFor();

      // What is authorised is what is done: an amendment sends it back.
      await plan(page, "Swap it at eight in the evening");
      await line.getByText("Assess, sent back").waitFor();
      await page.keyboard.press("Control+z");
      await line.getByText("Authorize, approved").waitFor();

      await act(page, "Schedule");
      const scheduling = page.getByRole("dialog", { name: "Schedule" });
      const start = await scheduling.getByLabel("Planned start").inputValue();
      await scheduling.getByLabel("Planned start").fill("2001-01-01T09:00");
      await scheduling.getByRole("button", { name: "Schedule" }).click();
      await scheduling.getByText(/Check planned start: it is past/).waitFor();
      await scheduling.getByLabel("Planned start").fill(start);
      await scheduling.getByRole("button", { name: "Schedule" }).click();
      await line.getByText("Scheduled").waitFor();

      await page.getByRole("button", { name: "Add a work order" }).click();
      const adding = page.getByRole("dialog", { name: "Add a work order" });
      await adding.getByLabel("Title").fill("Set up the new one");
      await choose(adding, page, /Person/, "Ines");
      await adding.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByRole("button", { name: "Accept work order 1" }).click();
      await page.getByRole("button", { name: "Make ready work order 1" }).click();
      await page.getByText(/its change has to be in Implement/).waitFor();
      await act(page, "Implement");
      await line.getByText("Implement", { exact: true }).waitFor();
      await page.getByText(/its open work orders come first/).waitFor();
      await page.reload();
      await mounted(page);
      await page.getByRole("button", { name: "Begin work order 1" }).click();
      await page.getByRole("button", { name: "Close work order 1" }).click();
      const closing = page.getByRole("dialog", { name: "Close a work order" });
      await closing.getByLabel("Note").fill("Set up from the controller");
      await closing.getByRole("button", { name: "Close the work order" }).click();
      await closing.waitFor({ state: "hidden" });
      await act(page, "End and review");
      await line.getByText("Review").waitFor();

      await act(page, "Write the review");
      const review = page.getByRole("dialog", { name: "Post-implementation review" });
      for (const [question, reply] of [["Does it do", "Yes"], ["Did it cause", "No"], ["backed out", "No"], ["on time", "Yes"]]) {
        await review.getByRole("radiogroup", { name: new RegExp(question) }).getByLabel(reply).check();
      }
      await review.getByLabel("Lessons").fill("Order the next one earlier");
      await review.getByRole("button", { name: "Save review" }).click();
      await page.getByText("Order the next one earlier").first().waitFor();
      await act(page, "Close");
      const ending = page.getByRole("dialog", { name: "Close", exact: true });
      await ending.getByRole("radio", { name: /^Failed/ }).check();
      await ending.getByLabel("Close notes").fill("Hangs and works");
      await ending.getByRole("button", { name: "Close", exact: true }).first().click();
      await ending.getByText(/the review says that it does what it was for/).waitFor();
      await ending.getByRole("radio", { name: /^Successful ?As planned/ }).check();
      await ending.getByRole("button", { name: "Close", exact: true }).first().click();
      await line.getByText("Closed, successful").waitFor();
      await sound(page);

      // The link is walked both ways.
      await page.getByRole("link", { name: /^PRB0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "Calls drop on floor 2" }).waitFor();
    }));

  test("a template is authorised once, and the standard change made from it asks nobody", () =>
    onPage(chromium, site.origin, async (page) => {
      await deskWithInes(page, site.url);
      await page.goto(`${site.url}desk/changes/templates`);
      await mounted(page);
      await page.getByText("No templates yet").waitFor();
      await page.getByRole("link", { name: "Write a template" }).click();
      await page.getByLabel("Name").fill("Restart a print server");
      const groups = page.getByRole("radiogroup");
      await groups.nth(5).waitFor();
      for (let place = 0; place < 6; place += 1) await groups.nth(place).getByRole("radio").first().check();
      await page.getByText("Likelihood 1 × impact 1 = 1, very low").waitFor();
      await page.getByLabel("Implementation plan").fill("Restart it");
      await page.getByLabel("Test plan").fill("Print a page");
      await page.getByLabel("Back-out plan").fill("None: it is only restarted");
      await sound(page);
      await page.getByRole("button", { name: "Save template" }).click();
      await page.getByRole("heading", { level: 1, name: "Restart a print server" }).waitFor();
      await act(page, "Ask for authorisation");
      const dialog = page.getByRole("dialog", { name: "Ask for authorisation" });
      await choose(dialog, page, /Change manager/, "You");
      await dialog.getByRole("button", { name: "Ask them" }).click();
      await dialog.getByText(/nobody approves their own/).first().waitFor();
      await dialog.getByRole("button", { name: "Remove You" }).click();
      await choose(dialog, page, /Change manager/, "Ines");
      await dialog.getByRole("button", { name: "Ask them" }).click();
      await page.locator(".ticket-line").getByText("Authorize").waitFor();
      await page.getByText(/nobody approves their own/).first().waitFor();

      await page.goto(`${site.url}desk/changes/new`);
      await mounted(page);
      await page.getByRole("radio", { name: /^Standard/ }).check();
      await page.getByText(/None is in force/).waitFor();
      await page.getByLabel("Summary").fill("Restart SPOOL");
      await page.getByRole("button", { name: "Raise change" }).click();
      await page.getByText(/Needs template/).waitFor();
      await sound(page);
    }));

  test("the sample company’s changes: what waits for you is answered, what failed is linked to what it caused", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("button", { name: "Look around the sample company" }).click();
      await queueShown(page);
      await page.goto(`${site.url}desk/changes`);
      await mounted(page);
      await page.getByRole("list", { name: "Changes" }).waitFor();
      await sound(page);
      await page.getByRole("button", { name: /^Awaiting approval/ }).click();
      await page.getByRole("link", { name: /Direct debit export/ }).click();
      await page.getByRole("heading", { level: 1, name: /Direct debit export/ }).waitFor();
      await page.getByText("1 of 2 needed").waitFor();
      await sound(page);
      await page.getByLabel("Your reason").fill("Tested with the last six files");
      await page.getByRole("button", { name: "Approve" }).click();
      await page.locator(".ticket-line").getByText("Authorize, approved").waitFor();
      await page.getByText("not needed any more").waitFor();

      await page.goto(`${site.url}desk/changes`);
      await mounted(page);
      await page.getByRole("button", { name: /^All/ }).click();
      await page.getByText("Caused 6 incidents").waitFor();
      await page.getByRole("link", { name: /Update of the mail program/ }).click();
      await page.locator(".ticket-line").getByText("Closed, backed out").waitFor();
      await page.locator(".ticket-line").getByText("Caused 6 incidents").waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await sound(page);
      const caused = page.getByRole("complementary").getByRole("link", { name: /^INC/ }).first();
      const title = (await caused.textContent()).replace(/^INC\d+ /, "");
      await caused.click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
    }));
});
