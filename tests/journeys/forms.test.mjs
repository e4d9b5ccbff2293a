// The form of an offering: built by mouse, put in another order by keys, renamed, reloaded, and tried out.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { confirm } from "./support/acting.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { ask, begin, section, write } from "./support/drafting.mjs";
import { served, SITES } from "./support/sites.mjs";

/** Begins a catalogue with one service that has one offering, and opens the form of that. */
async function openForm(page, url) {
  await begin(page, url, "Halden Logistics");
  await write(page, "Laptops", "A laptop that is set up for your work.", "Everybody", "Order it in the portal.");
  await section(page, "Offerings");
  await page.getByRole("button", { name: "Add an offering" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Standard laptop");
  await confirm(page, "Save");
  await page.getByRole("link", { name: /Form: .*Standard laptop/ }).click();
  await page.getByRole("heading", { level: 1, name: "Form of Standard laptop" }).waitFor();
}

/** The questions of the preview, in order. */
const asked = (preview) => preview.locator(".field-label").allTextContents();

/** The names of the questions in the builder, in order. */
const questions = (page) => page.locator(".builder-name").allTextContents();

/** Waits until the questions stand in this order. */
async function stand(page, names) {
  await page.waitForFunction(
    (wanted) => JSON.stringify([...document.querySelectorAll(".builder-name")].map((one) => one.textContent)) === wanted,
    JSON.stringify(names),
  );
}

describe("forms", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a form is built by mouse, ordered by keys, and its condition survives a new name and a reload", () =>
    onPage(chromium, site.origin, async (page) => {
      await openForm(page, site.url);
      await page.getByText("Nothing is asked yet").waitFor();
      await page.getByRole("button", { name: "Ask the first question" }).click();

      // A choice with a price.
      let card = page.locator(".builder-open");
      await card.getByLabel("Question", { exact: true }).first().fill("Extras");
      await card.getByLabel("Answered with").selectOption("Several choices");
      await card.getByLabel("Choice", { exact: true }).nth(0).fill("Mouse");
      await card.getByLabel("Choice", { exact: true }).nth(1).fill("Dock");
      await card.getByLabel(/^Adds/).nth(1).fill("120");
      const preview = page.getByRole("complementary", { name: "Preview" });
      await preview.getByLabel(/Dock/).waitFor();
      await preview.getByText("+ EUR 120.00").waitFor();
      card = await ask(page, 0, "Cost centre");
      await card.getByLabel("An order needs an answer").check();

      // A section that is asked only with a dock.
      await page.getByRole("button", { name: "Add a section" }).click();
      const second = page.locator(".builder-section").nth(1);
      await second.getByLabel("Section", { exact: false }).first().fill("Your desk");
      await ask(page, 1, "Room");
      await second.getByText("Explanation and condition").click();
      const when = second.locator(".builder-more").first();
      await when.getByRole("button", { name: "Add a condition" }).click();
      await when.getByLabel("Question").selectOption({ label: "Extras" });
      await when.getByLabel("Comparison").selectOption("is");
      await when.getByLabel("Choice", { exact: true }).selectOption({ label: "Dock" });
      await second.getByText("Only if “Extras” includes “Dock”").waitFor();
      await preview.getByText("1 question is not asked").waitFor();
      assert.equal((await asked(preview)).some((label) => label.startsWith("Room")), false);

      // Answers show and hide; what is wrong stands beside its question, which gets the focus.
      await preview.getByLabel(/Dock/).check();
      await preview.getByLabel(/Room/).waitFor();
      await preview.getByText("These answers change the price").waitFor();
      await preview.getByRole("button", { name: "Check these answers" }).click();
      await preview.getByText("Answer this").waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
      await page.keyboard.type("4711");
      await preview.getByText("Answer this").waitFor({ state: "detached" });

      // By mouse and by keys.
      await stand(page, ["Extras", "Cost centre", "Room"]);
      await page.locator(".builder-head").nth(1).dragTo(page.locator(".builder-head").nth(0));
      await stand(page, ["Cost centre", "Extras", "Room"]);
      await page.getByRole("button", { name: "Move “Extras” up" }).focus();
      await page.keyboard.press("Enter");
      await stand(page, ["Extras", "Cost centre", "Room"]);
      // The keys follow the question to its place.
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Move “Extras” up"));
      await page.keyboard.press("Alt+ArrowDown");
      await stand(page, ["Cost centre", "Extras", "Room"]);

      // The condition names the question, not its words.
      await page.getByRole("button", { name: "Edit “Extras”" }).click();
      card = page.locator(".builder-open");
      await card.getByLabel("Question", { exact: true }).first().fill("Accessories");
      await page.reload();
      await mounted(page);
      await page.getByText("Only if “Accessories” includes “Dock”").waitFor();
      assert.deepEqual(await questions(page), ["Cost centre", "Accessories", "Room"]);
      await preview.getByLabel(/Dock/).check();
      await preview.getByLabel(/Room/).waitFor();
      await preview.getByLabel(/Dock/).uncheck();
      await preview.getByLabel(/Room/).waitFor({ state: "detached" });

      // What conditions use is not removed in passing; undo brings it back with them.
      await page.getByRole("button", { name: "Remove “Accessories”" }).click();
      await page.getByText("section “Your desk”").waitFor();
      await page.getByRole("button", { name: "Remove it all the same" }).click();
      await stand(page, ["Cost centre", "Room"]);
      await page.getByRole("button", { name: /^Undo/ }).click();
      await page.getByText("Only if “Accessories” includes “Dock”").waitFor();
      await page.getByRole("button", { name: "Edit “Accessories”" }).click();
      await page.locator(".builder-open").waitFor();
      await sound(page);
    }));
});
