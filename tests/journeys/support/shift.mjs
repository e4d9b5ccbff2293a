// What people do in a shift: begin one, wait, open a contact, play it to its end.

import { mounted } from "./browser.mjs";

export const TITLE = "First morning";

/** More presses than any shift takes: a test that goes round in circles fails. */
const MOST_PRESSES = 400;

/** Begins First morning, and waits for its desk. */
export async function begin(page, url) {
  await page.goto(`${url}practise/first-morning`);
  await mounted(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { level: 1, name: /Practice/ }).waitFor();
}

/** What the shift's clock says. */
export const clockOf = (page) => page.locator(".shift-clock strong").innerText();

/** Lets time pass to whatever comes next. */
export async function waitOn(page) {
  const before = await page.locator(".shift-top").innerText();
  await page.getByRole("region", { name: "Clock" }).getByRole("button", { name: /^Wait(?! at most)/ }).click();
  await page
    .waitForFunction((text) => document.querySelector(".shift-top")?.innerText !== text || document.querySelector(".shift-sheet:not(.shift-call)"), before)
    .catch(() => {});
}

/** A contact of the inbox. */
export const contact = (page, name) => page.getByRole("navigation", { name: "Inbox" }).getByRole("button", { name });

/** Presses the button of an act, by its group and its name in the pool. */
export async function act(page, group, name) {
  const kind = page.getByRole("group", { name: "Kinds of acts" }).getByRole("button", { name: group, exact: true });
  if ((await kind.getAttribute("aria-expanded")) !== "true") await kind.click();
  await page.locator(`[data-act="${name}"]`).first().click();
}

/** Presses a key until the row with the focus has this name. */
export async function byKeys(page, key, name) {
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
    // The heading of what is open may have the same name: only a row of the inbox counts.
    const text = await page.evaluate(() => document.activeElement?.closest("nav")?.contains(document.activeElement) ? document.activeElement.textContent : "");
    if (name.test(text)) return;
  }
  throw new Error(`${key} does not lead to ${name}`);
}

/** Plays on to the end of the clock in the plainest way: answers what rings, otherwise waits. */
export async function finish(page) {
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    if (await page.getByRole("heading", { level: 2, name: /hand over|is over/ }).count()) return;
    const answer = page.getByRole("navigation", { name: "Inbox" }).getByRole("button", { name: /^Answer/, disabled: false });
    const carryOn = page.getByRole("region", { name: "Interrupted" }).getByRole("button", { name: /^Carry on/ });
    if (await carryOn.count()) await carryOn.click();
    else if (await answer.count()) await answer.first().click();
    else await page.getByRole("region", { name: "Clock" }).getByRole("button", { name: /^Wait(?! at most)/ }).click();
    await page.locator(".shift:not([aria-busy])").waitFor();
  }
  throw new Error("The shift does not come to its end");
}

/** Hands over everything that is open. */
export async function handOver(page) {
  const form = page.getByRole("form", { name: /Hand over/ });
  for (const box of await form.getByRole("checkbox").all()) await box.check();
  await form.getByRole("button", { name: /^Hand over/ }).click();
  await page.getByRole("heading", { level: 2, name: "The shift is over" }).waitFor();
}

/** Plays First morning to its end in the plainest way, and answers the question of its debrief. */
export async function lookBack(page, url) {
  await begin(page, url);
  await finish(page);
  await handOver(page);
  await page.getByRole("link", { name: "See what came of it" }).click();
  await page.waitForURL(/\/debrief$/);
  const question = page.getByRole("radiogroup", { name: /^Which contact would you handle differently/ });
  await question.getByRole("radio").first().check();
  await page.getByRole("button", { name: "See what came of it" }).click();
  await page.getByRole("heading", { level: 2, name: /^Your users lost [\d,]+ working minutes/ }).waitFor();
}
