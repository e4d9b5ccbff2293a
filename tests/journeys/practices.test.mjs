// All practices as one piece of work: five incidents that belong together, a problem, its known error, a change that
// meets a freeze, its review, the incidents' end, and an improvement. Every link is walked both ways, and the page is
// loaded again in between.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { openEmptyDesk } from "./support/desk.mjs";
import { served, SITES } from "./support/sites.mjs";

/** A local day from today as `<input type="datetime-local">` takes it. */
function moment(daysOn, time) {
  const day = new Date(Date.now() + daysOn * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}

/** Presses an action of the record. */
async function act(page, name) {
  await page.getByRole("region", { name: "Actions" }).getByRole("button", { name, exact: true }).click();
}

/** Waits for a mark in the head of the record. */
async function stands(page, text) {
  await page.locator(".ticket-line").getByText(text).waitFor();
}

/** Chooses from a list by typing. */
async function choose(scope, page, label, words) {
  await scope.getByRole("combobox", { name: label }).fill(words);
  await page.getByRole("option", { name: new RegExp(words) }).first().click();
}

async function again(page) {
  await page.reload();
  await mounted(page);
}

async function log(page, site, summary, isFirst) {
  await page.goto(`${site.url}desk/new`);
  await mounted(page);
  await page.getByLabel("Summary").fill(summary);
  await page.getByRole("combobox", { name: /Caller/ }).fill("Ines Duarte");
  await page.getByRole("option", { name: isFirst ? /Add/ : /Ines Duarte/ }).first().click();
  await page.getByRole("radiogroup", { name: /Impact/ }).getByLabel("Medium").check();
  await page.getByRole("radiogroup", { name: /Urgency/ }).getByLabel("High").check();
  await choose(page, page, /Category/, "Network");
  await choose(page, page, /Assignment group/, "Network");
  await page.getByRole("button", { name: "Log incident" }).click();
  await page.getByRole("heading", { level: 1, name: summary }).waitFor();
}

async function freeze(page, site) {
  await page.goto(`${site.url}desk/changes/windows`);
  await mounted(page);
  await page.getByRole("button", { name: "New freeze" }).click();
  const dialog = page.getByRole("dialog", { name: "New freeze" });
  await dialog.getByLabel("Name").fill("Month end");
  await dialog.getByLabel("Begins").fill(moment(2, "00:00"));
  await dialog.getByLabel("Ends").fill(moment(5, "00:00"));
  await dialog.getByLabel("Reason").fill("The books are closed");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

async function proposeProblem(page, site) {
  await page.goto(`${site.url}desk/problems`);
  await mounted(page);
  await page.getByText(/5 incidents in Network that say/).waitFor();
  await page.getByRole("link", { name: "Raise a problem from these" }).click();
  await page.getByText("It may explain").waitFor();
  await page.getByLabel("Summary").fill("The access point of floor 2 drops its clients");
  await page.getByRole("button", { name: "I lead it" }).click();
  await page.getByRole("button", { name: "Raise problem" }).click();
  await page.getByText("Incidents it explains 5").waitFor();
}

async function analyse(page) {
  await act(page, "Assess");
  await act(page, "Find the root cause");
  await stands(page, "Root Cause Analysis");
  await page.getByRole("button", { name: "Ask why" }).click();
  await page.getByLabel("Why: The access point of floor 2 drops its clients?").fill("It restarts under load");
  await page.getByLabel("Why: It restarts under load?").fill("Its power supply is worn out");
  await page.getByRole("button", { name: "Save the board" }).click();
  await page.getByRole("img", { name: /Its power supply is worn out/ }).waitFor();
  await page.getByRole("button", { name: "Write down findings" }).click();
  await page.getByLabel("Root cause").fill("The power supply of the access point is worn out.");
  await page.getByLabel("Workaround").fill("Use the network socket at your desk.");
  await page.getByRole("button", { name: "Save findings" }).click();
  await act(page, "Declare a known error");
  await stands(page, "Known error");
  await act(page, "Tell the callers");
  await page.getByRole("dialog", { name: "Tell the callers" }).getByRole("button", { name: "Tell them" }).click();
  await page.getByText("Workaround told to the callers of 5 incidents").waitFor();
}

async function raiseChange(page) {
  await page.getByRole("link", { name: "Raise a change from this" }).click();
  await page.getByRole("heading", { level: 2, name: "It comes of" }).waitFor();
  await page.getByLabel("Summary").fill("Replace the access point of floor 2");
  await choose(page, page, /Requested by/, "Ines");
  await choose(page, page, /Assigned to/, "Ines");
  await page.getByLabel("Wished start").fill(moment(3, "18:00"));
  await page.getByLabel("Wished end").fill(moment(3, "19:00"));
  await page.getByRole("button", { name: "Raise change" }).click();
  await page.getByRole("heading", { level: 1, name: "Replace the access point of floor 2" }).waitFor();
}

async function authorise(page) {
  await act(page, "Assess");
  await page.getByRole("button", { name: "Answer the questions" }).click();
  const risk = page.getByRole("form", { name: "Risk" });
  const answers = [2, 1, 1, 1, 0, 0];
  await risk.getByRole("radiogroup").nth(5).waitFor();
  for (const [place, answer] of answers.entries()) await risk.getByRole("radiogroup").nth(place).getByRole("radio").nth(answer).check();
  await risk.getByRole("button", { name: "Save answers" }).click();
  await stands(page, "Risk 12, medium");
  await page.getByRole("button", { name: "Write the plans" }).click();
  const plans = page.getByRole("form", { name: "Plans" });
  await plans.getByLabel("Implementation plan").fill("Hang the new one beside it, then switch over");
  await plans.getByLabel("Test plan").fill("Call from each desk");
  await plans.getByLabel("Back-out plan").fill("Switch back to the old one");
  await plans.getByRole("button", { name: "Save plans" }).click();
  await plans.waitFor({ state: "detached" });
  await act(page, "Ask for authorisation");
  const dialog = page.getByRole("dialog", { name: "Ask for authorisation" });
  await choose(dialog, page, /CAB/, "You");
  await dialog.getByRole("button", { name: "Ask them" }).click();
  await stands(page, "Authorize, awaiting approval");
  await page.getByRole("button", { name: "Approve" }).click();
  await stands(page, "Authorize, approved");
}

async function carryOut(page) {
  await page.getByRole("button", { name: "Add a work order" }).click();
  const adding = page.getByRole("dialog", { name: "Add a work order" });
  await adding.getByLabel("Title").fill("Hang it and switch over");
  await choose(adding, page, /Person/, "Ines");
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Accept work order 1" }).click();
  await page.getByRole("button", { name: "Make ready work order 1" }).click();
  await act(page, "Implement");
  await page.getByRole("button", { name: "Begin work order 1" }).click();
  await page.getByRole("button", { name: "Close work order 1" }).click();
  const closing = page.getByRole("dialog", { name: "Close a work order" });
  await closing.getByLabel("Note").fill("Hangs and answers");
  await closing.getByRole("button", { name: "Close the work order" }).click();
  await closing.waitFor({ state: "hidden" });
  await again(page);
  await act(page, "End and review");
  await stands(page, "Review");
  await act(page, "Write the review");
  const review = page.getByRole("dialog", { name: "Post-implementation review" });
  for (const [question, reply] of [["Does it do", "Yes"], ["Did it cause", "No"], ["backed out", "No"], ["on time", "Yes"]]) {
    await review.getByRole("radiogroup", { name: new RegExp(question) }).getByLabel(reply).check();
  }
  await review.getByLabel("Lessons").fill("Look at the other access points of that age");
  await review.getByRole("button", { name: "Save review" }).click();
  await act(page, "Close");
  const ending = page.getByRole("dialog", { name: "Close", exact: true });
  await ending.getByRole("radio", { name: /^Successful As planned/ }).check();
  await ending.getByLabel("Close notes").fill("Calls hold");
  await ending.getByRole("button", { name: "Close", exact: true }).first().click();
  await stands(page, "Closed, successful");
}

describe("the practices together", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("five incidents lead to a problem, a known error, a change past a freeze, a review, content callers and an improvement", () =>
    onPage(chromium, site.origin, async (page) => {
      await openEmptyDesk(page, site.url);
      const summaries = ["Calls drop on floor 2", "Calls drop again", "Floor 2: calls drop", "Calls drop since eight", "Calls drop, cannot work"];
      for (const [place, summary] of summaries.entries()) await log(page, site, summary, place === 0);
      await page.getByRole("button", { name: "Put on hold" }).click();
      await page.getByRole("dialog").getByLabel("Awaiting problem").check();
      await page.getByRole("dialog").getByRole("button", { name: "Put on hold" }).click();
      await stands(page, "On Hold, awaiting problem");
      await freeze(page, site);

      await proposeProblem(page, site);
      await analyse(page);
      await again(page);
      await raiseChange(page);

      // Its time lies in the freeze: the page says so, and moving it clears it.
      await page.getByText(/Everything is frozen: Month end/).waitFor();
      await sound(page);
      await authorise(page);
      await again(page);
      await act(page, "Schedule");
      const scheduling = page.getByRole("dialog", { name: "Schedule" });
      await scheduling.getByLabel("Planned start").fill(moment(6, "18:00"));
      await scheduling.getByLabel("Planned end").fill(moment(6, "19:00"));
      await scheduling.getByRole("button", { name: "Schedule" }).click();
      await stands(page, "Scheduled");
      await page.getByText("Nothing speaks against this span.").waitFor();
      await carryOut(page);

      // Back along the link: the cause is gone, and what waited for it is resolved.
      await page.getByRole("link", { name: /^PRB0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "The access point of floor 2 drops its clients" }).waitFor();
      await page.getByRole("link", { name: /^CHG0000001/ }).waitFor();
      await act(page, "Begin the fix");
      await act(page, "Resolve");
      const resolving = page.getByRole("dialog", { name: "Resolve" });
      await resolving.getByRole("textbox", { name: "Fix" }).fill("The access point was replaced.");
      await resolving.getByRole("button", { name: "Resolve" }).click();
      await stands(page, "Resolved");
      await act(page, "Close");
      await stands(page, "Closed");

      await page.getByRole("link", { name: /Calls drop, cannot work/ }).click();
      await stands(page, "Resolved");
      await page.getByLabel("5: Very satisfied").check();
      await page.getByRole("button", { name: "Note the answer" }).click();
      await page.getByText("5 of 5").first().waitFor();
      await page.getByRole("button", { name: "Close", exact: true }).click();
      await stands(page, "Closed");
      await again(page);
      await page.getByText("5 of 5").first().waitFor();

      // What was learned goes into the register.
      await page.goto(`${site.url}desk/improvement/new?from=CHG0000001`);
      await mounted(page);
      await page.getByText("It comes from").waitFor();
      await page.getByLabel("Summary").fill("Replace access points before they fail");
      await page.getByRole("radiogroup", { name: /Effort/ }).getByLabel("2", { exact: true }).check();
      await page.getByRole("radiogroup", { name: /Benefit/ }).getByLabel("4", { exact: true }).check();
      await page.getByRole("button", { name: "Register improvement" }).click();
      await page.getByRole("heading", { level: 1, name: "Replace access points before they fail" }).waitFor();
      await page.getByRole("link", { name: /^CHG0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "Replace the access point of floor 2" }).waitFor();
      await page.getByRole("link", { name: /^IMP0000001/ }).click();
      await page.getByRole("heading", { level: 1, name: "Replace access points before they fail" }).waitFor();
      await sound(page);

      // The whole story stands in the history of the workspace.
      await page.goto(`${site.url}workspace/history`);
      await mounted(page);
      await page.getByRole("grid").getByText(/CHG0000001/).first().waitFor();
      assert.ok((await page.getByRole("grid").getByText(/PRB0000001/).count()) > 0);
    }));
});
