// Learning: searching everything, a concept in its editions and from there to where one does it, the glossary, ITSM
// against ITIL, and principles in situations.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PARTS = ["concepts-v3", "concepts-practices", "concepts-framework"];

const content = async (name) =>
  JSON.parse(await readFile(new URL(`../../public/content/knowledge/${name}.json`, import.meta.url), "utf8"));

/** For each place where something is done, a concept that leads there. */
async function leaders() {
  const by = new Map();
  for (const part of PARTS) {
    for (const { id, doIt } of (await content(part)).concepts) {
      for (const code of doIt) if (!by.has(code)) by.set(code, id);
    }
  }
  return [...new Set(by.values())];
}

async function go(page, url, path, heading) {
  await page.goto(`${url}${path}`);
  await mounted(page);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** Looks at the page as it is printed: nothing to press or to go to is left, and nothing is wider than the paper. */
async function printed(page) {
  await page.emulateMedia({ media: "print" });
  for (const name of ["Places", "Where you are"]) assert.ok(!(await page.getByRole("navigation", { name }).isVisible()), name);
  const pressed = await page.locator("main button:not(.term-word):visible, main textarea:visible").count();
  assert.equal(pressed, 0, "something to press is printed");
  assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)), "wider than the paper");
}

describe("learning", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a search leads to a concept, and the concept to its terms, its other editions and where one does it", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Learn" }).click();
      await page.getByRole("heading", { level: 1, name: "Learn" }).waitFor();
      await sound(page);
      await page.getByLabel("Search concepts and terms").fill("change enab");
      await page.getByRole("region", { name: "Found" }).getByRole("link", { name: "Change enablement" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Change enablement" }).waitFor();
      await sound(page);
      const across = page.getByRole("region", { name: "In each edition" });
      await across.getByRole("link", { name: "Change management" }).click();
      await page.getByRole("heading", { level: 1, name: "Change management" }).waitFor();
      await page.getByRole("region", { name: "In each edition" }).getByRole("link", { name: "Change enablement" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Change enablement" }).waitFor();
      await page.getByRole("region", { name: "Do it" }).getByRole("link").first().click();
      await page.waitForURL((address) => !address.pathname.includes("/learn/"));
      await page.locator("h1").first().waitFor();
    }));

  test("a word of the glossary is explained where it stands, in the edition's meaning", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/incident-management", "Incident management");
      const word = page.locator(".learn-text .term-word").first();
      await word.focus();
      const meaning = page.locator(".learn-text .term").first().locator(".term-meaning");
      await meaning.waitFor();
      assert.ok((await meaning.innerText()).length > 20);
      await sound(page);
      await page.keyboard.press("Escape");
      await meaning.waitFor({ state: "hidden" });
      for (const paragraph of await page.locator(".learn-text p").all()) assert.ok((await paragraph.locator(".term").count()) <= 3);
    }));

  test("the front page leads to what there is to learn, and a phone to the help", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        await page.goto(site.url);
        await mounted(page);
        await page.getByRole("link", { name: "See what there is to learn" }).click();
        await page.getByRole("heading", { level: 1, name: "Learn" }).waitFor();
        await page.getByRole("banner").getByRole("link", { name: "Help" }).click();
        await page.getByRole("heading", { level: 1, name: "Help" }).waitFor();
      },
      PHONE,
    ));

  test("every place that a concept leads to is there", () =>
    onPage(chromium, site.origin, async (page) => {
      const places = new Set();
      for (const id of await leaders()) {
        await page.goto(`${site.url}learn/${id}`);
        await page.locator(".learn-beside").waitFor();
        for (const href of await page.locator(".learn-do a").evaluateAll((links) => links.map((link) => link.href))) places.add(href);
      }
      assert.ok(places.size > 30, `${places.size} places`);
      for (const href of places) {
        await page.goto(href);
        await mounted(page);
        const heading = await page.locator("h1").first().innerText();
        assert.doesNotMatch(heading, /no page|not found|nothing here/i, href);
      }
    }));

  test("the edition that is chosen is the one in whose words one reads", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/practices", "Practices");
      await page.getByRole("heading", { level: 2, name: /Service management 17/ }).waitFor();
      await page.getByRole("group", { name: "Edition" }).getByRole("button", { name: "ITIL v3 (2011)" }).click();
      await page.getByRole("heading", { level: 1, name: "Processes and functions" }).waitFor();
      assert.equal(await page.locator(".learn-list li").count(), 30);
      await sound(page);
      // An address that names nothing says so.
      await page.goto(`${site.url}learn/no-such-thing`);
      await mounted(page);
      assert.equal(await page.locator(".learn-concept").count(), 0);
    }));

  test("the glossary tells each word as the editions mean it, and is searched by keys alone", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/glossary?term=known-error", "Glossary");
      await page.waitForFunction(() => document.activeElement?.id === "term-known-error");
      await page.locator("#glossary-search").focus();
      await page.keyboard.type("watermelon");
      await page.locator(".learn-glossary dt").first().getByText("Watermelon effect").waitFor();
      await sound(page);
      await page.locator("#glossary-search").fill("zzzz");
      await page.getByText("No word of that kind.").waitFor();
    }));

  test("ITSM and ITIL stand side by side, and a drill tells whether one can tell them apart", () =>
    onPage(chromium, site.origin, async (page) => {
      const { rows, drill } = await content("comparison");
      await go(page, site.url, "learn/compare", "ITSM and ITIL");
      assert.equal(await page.locator(".learn-row").count(), rows.length);
      await page.getByRole("button", { name: "How they differ" }).click();
      await page.waitForFunction(() => document.querySelectorAll(".learn-row").length === 7);
      await sound(page);
      await page.getByRole("searchbox", { name: "Search the comparison" }).focus();
      await page.keyboard.type("birthday");
      await page.waitForFunction(() => document.querySelectorAll(".learn-row").length === 1);
      await page.getByRole("region", { name: "Origins and evolution" }).waitFor();
      await page.locator("#comparison-search").fill("zzzz");
      await page.getByText("No row has these words.").waitFor();
      await page.getByRole("tab", { name: /Tell them apart/ }).click();
      const words = { itsm: "ITSM", itil: "ITIL", both: "Both", neither: "Neither" };
      // The first is answered right, the second wrong; both say why.
      for (const [at, right] of [[0, true], [1, false]]) {
        const shown = await page.locator(".learn-statement").innerText();
        const { answer, why } = drill.find(({ statement }) => statement === shown);
        const other = Object.keys(words).find((key) => key !== answer);
        await page.getByRole("button", { name: words[right ? answer : other], exact: true }).click();
        await page.getByRole("status").getByText(why).waitFor();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.getByText(`${at + 2} of ${drill.length}, 1 right`).waitFor();
      }
      await page.getByText(`1 of ${drill.length} told right the last time`).waitFor();
      await sound(page);
      // After a reload one comes back to what was told wrong, and that alone.
      await page.reload();
      await mounted(page);
      await page.getByRole("tab", { name: /Tell them apart/ }).click();
      await page.getByRole("button", { name: "Repeat the one told wrong" }).click();
      await page.getByText("1 of 1, 0 right").waitFor();
      const repeated = await page.locator(".learn-statement").innerText();
      const { answer: truth } = drill.find(({ statement }) => statement === repeated);
      await page.getByRole("button", { name: words[truth], exact: true }).click();
      await page.getByText(`2 of ${drill.length} told right the last time`).waitFor();
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await page.getByRole("heading", { level: 2, name: "1 of 1 right" }).waitFor();
      assert.equal(await page.getByRole("button", { name: /^Repeat the/ }).count(), 0);
      await page.getByRole("tab", { name: "History" }).click();
      await page.locator(".learn-history time").first().waitFor();
    }));

  test("a principle is practised in a situation, and each choice has its consequence", () =>
    onPage(
      chromium,
      site.origin,
      async (page) => {
        const { situations } = await content("principles");
        await go(page, site.url, "learn/principles", "Principles in use");
        await page.getByRole("button", { name: "Start where you are" }).click();
        const shown = await page.locator(".learn-statement").innerText();
        const { choices, note } = situations.find(({ situation }) => situation === shown);
        await page.locator(".learn-options button").nth(1).click();
        await page.getByText(note).waitFor();
        for (const { consequence } of choices) await page.getByText(consequence).waitFor();
        await sound(page);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wider, "wider than the window");
        await page.getByRole("button", { name: "Next" }).click();
        await page.getByText(/^2 of \d/).waitFor();
        // What was decided is kept, and one goes on at the first that is not.
        await page.getByText(/^Decided: 1 of \d/).waitFor();
        await page.reload();
        await mounted(page);
        await page.getByRole("button", { name: "Start where you are" }).click();
        await page.getByText(/^2 of \d/).waitFor();
        await page.getByRole("button", { name: /^Situation 1\b/ }).click();
        await page.getByText(/^1 of \d/).waitFor();
        assert.equal(await page.locator(".learn-statement").innerText(), shown);
      },
      PHONE,
    ));

  test("what one reads, marks and notes is there after a reload, and in what one has read", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/incident-management", "Incident management");
      const own = page.getByRole("region", { name: "Your own" });
      await own.getByRole("button", { name: "Mark as read" }).click();
      await own.getByRole("button", { name: "Bookmark" }).click();
      await own.getByLabel("Your note").fill("Restore first, also by a workaround.");
      // Whoever goes on has it saved.
      await own.getByRole("button", { name: "✓ Read" }).focus();
      await page.getByText("The note is saved.").waitFor();
      await sound(page);
      await page.reload();
      await mounted(page);
      await own.getByRole("button", { name: "✓ Bookmark" }).waitFor();
      assert.equal(await own.getByLabel("Your note").inputValue(), "Restore first, also by a workaround.");
      await go(page, site.url, "learn", "Learn");
      const reading = page.getByRole("region", { name: "Your reading" });
      await reading.getByText(/^1 of \d+ pages/).waitFor();
      await reading.getByText("Restore first").waitFor();
      // It is no workspace: the front page is that of a first visit.
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("heading", { level: 1, name: /Learn service management/ }).waitFor();
    }));

  test("what one marked and noted is taken along as a file, and printed without what one presses", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/problem-management", "Problem management");
      const own = page.getByRole("region", { name: "Your own" });
      await own.getByRole("button", { name: "Bookmark" }).click();
      await own.getByLabel("Your note").fill("Ask for the cause behind the cause.");
      await own.getByRole("button", { name: "Mark as read" }).focus();
      await page.getByText("The note is saved.").waitFor();
      await printed(page);
      await page.locator(".learn-printed").getByText("Ask for the cause").waitFor();
      await page.emulateMedia({ media: null });

      await go(page, site.url, "learn", "Learn");
      const reading = page.getByRole("region", { name: "Your reading" });
      const [file] = await Promise.all([page.waitForEvent("download"), reading.getByRole("button", { name: "Save as a file" }).click()]);
      assert.match(file.suggestedFilename(), /\.md$/);
      const text = await readFile(await file.path(), "utf8");
      assert.match(text, /## Bookmarks\n\n- Problem management \(practice; ITIL 4/);
      assert.match(text, /> Ask for the cause behind the cause\./);
      await page.evaluate(() => (window.print = () => (document.title = "Printing")));
      await reading.getByRole("button", { name: "Print" }).click();
      assert.equal(await page.title(), "Printing");
      await printed(page);
      await reading.getByText("Ask for the cause").waitFor();
      assert.ok(!(await page.locator(".learn-doors").first().isVisible()));
    }));

  test("the lifecycle keeps the thread when the edition changes, and tells which records belong to an element", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("button", { name: "Look around the sample company" }).click();
      await page.waitForURL(/desk/);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Learn" }).click();
      await page.getByRole("link", { name: "The lifecycle" }).click();
      await page.getByRole("heading", { level: 1, name: "The lifecycle" }).waitFor();
      const editions = page.getByRole("group", { name: "Edition" });
      await editions.getByRole("button", { name: "ITIL v3 (2011)" }).click();
      await page.getByRole("button", { name: "Change management", exact: true }).click();
      const element = page.getByRole("region", { name: "The element" });
      await element.getByRole("heading", { level: 2, name: "Change management" }).waitFor();
      await element.getByRole("link", { name: /open changes?$/ }).waitFor();
      await sound(page);
      await editions.getByRole("button", { name: "ITIL 4" }).click();
      await element.getByRole("heading", { level: 2, name: "Change enablement" }).waitFor();
      await page.getByText("Where each process and function went").click();
      await page.getByRole("row", { name: /Access management/ }).waitFor();
      await sound(page);
      await editions.getByRole("button", { name: "ITIL (Version 5)" }).click();
      await page.getByRole("group", { name: /eight activities/ }).getByRole("button", { name: "Support" }).click();
      await element.getByRole("heading", { level: 2, name: "Support" }).waitFor();
      await sound(page);
    }));

  test("the advisor asks one thing at a time, says why, and its advice names the answers behind it and is kept", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/advisor", "Which should we use?");
      await page.getByRole("button", { name: "Begin" }).click();
      for (let asked = 0; asked < 40; asked++) {
        const question = page.locator("#advisor-question");
        await question.or(page.locator(".learn-main")).first().waitFor();
        if (await page.locator(".learn-main").count()) break;
        if (asked === 0) await sound(page);
        const before = await question.innerText();
        // Some are left open: they stand among the assumptions.
        if (asked % 6 === 5) await page.getByRole("button", { name: "I do not know" }).click();
        else {
          await page.locator(".learn-question input").first().check();
          await page.getByRole("button", { name: "Next" }).click();
        }
        await page.waitForFunction((text) => document.querySelector("#advisor-question")?.innerText !== text, before);
      }
      await page.locator(".learn-main").getByText("Begin with an ITSM strategy.").waitFor();
      await page.getByRole("heading", { level: 3, name: "Practices, in this order" }).waitFor();
      await page.getByRole("heading", { level: 3, name: "What would change it" }).waitFor();
      await page.getByRole("heading", { level: 3, name: "Taken for granted, for want of an answer" }).waitFor();
      assert.ok((await page.locator(".learn-led li").count()) > 5);
      await sound(page);
      await page.reload();
      await mounted(page);
      await page.getByRole("region", { name: "Earlier advice" }).getByRole("button", { name: "Look at it" }).click();
      await page.locator(".learn-main").waitFor();
    }));

  test("a practice is assessed by evidence, and a gap goes into the register", () =>
    onPage(chromium, site.origin, async (page) => {
      await page.goto(site.url);
      await mounted(page);
      await page.getByRole("button", { name: "Look around the sample company" }).click();
      await page.waitForURL(/desk/);
      await page.goto(`${site.url}learn/maturity`);
      await mounted(page);
      await page.getByRole("row", { name: /^Incident management/ }).getByRole("button", { name: "Assess" }).click();
      await page.getByRole("heading", { level: 2, name: "Incident management" }).waitFor();
      await sound(page);
      // The company resolves no incident without a solution, so its records answer that statement.
      const solution = page.getByRole("listitem").filter({ hasText: "What restored the service is written down" });
      const told = /(\d+) of \1 \(100 %\)/;
      await solution.getByText(/^From your workspace: \d+ of \d+ \(\d+ %\)/).waitFor();
      assert.ok(await solution.getByLabel("Yes, and we could show it").isChecked());
      assert.match(await solution.getByLabel("Evidence").inputValue(), told);
      await page.getByText(/answers? (is|are) filled in from what your workspace tells/).waitFor();
      // Going back leaves nothing behind: what was filled in counts only once it is saved.
      await page.getByRole("button", { name: "Back without saving" }).click();
      const row = page.getByRole("row", { name: /^Incident management/ });
      await row.getByText("not assessed").waitFor();
      await row.getByRole("button", { name: "Assess" }).click();
      await solution.getByText("From your workspace:").waitFor();
      assert.match(await solution.getByLabel("Evidence").inputValue(), told);
      await solution.getByLabel("In part").check();
      await solution.getByText("Your workspace says:").waitFor();
      const yes = page.getByLabel("Yes, and we could show it");
      await yes.nth(0).check();
      await page.getByLabel("In part").nth(1).check();
      await page.getByLabel("Evidence").first().fill("The log of May.");
      await page.getByRole("button", { name: "Save" , exact: true }).click();
      await page.getByRole("heading", { level: 2, name: "Where you stand" }).waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Put into the register" }).first().click();
      await page.getByText("It stands in the improvement register.").waitFor();
      const again = page.getByRole("region", { name: "Look again" }).getByRole("listitem").filter({ hasText: "Incident management by" });
      await again.getByRole("button", { name: "Put into the register" }).click();
      await again.getByText("In the register").waitFor();
      await page.reload();
      await mounted(page);
      await row.getByRole("button", { name: "Assess again" }).click();
      // What somebody has answered stays theirs.
      assert.ok(await solution.getByLabel("In part").isChecked());
      await solution.getByText("Your workspace says:").waitFor();
    }));

  test("a value stream is built step by step, and what changed is told", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/streams", "Value streams");
      await page.getByRole("button", { name: "Take it as it is" }).first().click();
      await page.getByRole("heading", { level: 2, name: "What an item can expect" }).waitFor();
      await page.locator(".learn-drawing svg").waitFor();
      await sound(page);
      await page.getByRole("button", { name: "Change" }).first().click();
      const form = page.getByRole("form", { name: "A step" });
      await form.getByLabel(/^Waiting before it/).fill("a while");
      await form.getByRole("button", { name: "Keep the step" }).click();
      await form.waitFor(); // refused: the form stays
      await form.getByLabel(/^Waiting before it/).fill("9000");
      await form.getByRole("button", { name: "Keep the step" }).click();
      await page.getByRole("region", { name: "Before and after" }).getByRole("row", { name: /^Lead time/ }).waitFor();
      await sound(page);
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the drawing" }).click()]);
      assert.match(download.suggestedFilename(), /\.svg$/);
      await page.reload();
      await mounted(page);
      await page.getByRole("heading", { level: 2, name: "Your streams" }).waitFor();
    }));

  test("a service is looked at from all sides, and each no is a gap with what to do", () =>
    onPage(chromium, site.origin, async (page) => {
      await go(page, site.url, "learn/dimensions", "A service from all sides");
      await page.getByLabel("No", { exact: true }).first().check();
      await page.getByRole("region", { name: "Gaps" }).locator("li").first().waitFor();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Say which service it is.").waitFor();
      await page.getByLabel("Which service").fill("Printing");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("What you answered is saved.").waitFor();
      await sound(page);
      await page.reload();
      await mounted(page);
      await page.getByRole("navigation", { name: "Services you looked at" }).getByRole("button", { name: "Printing" }).click();
      await page.getByRole("region", { name: "Gaps" }).locator("li").first().waitFor();
    }));
});
