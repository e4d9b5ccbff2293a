// Something that does not work is reported from the portal: it becomes an incident, not a request. Beside it a question is
// ordered; and the owner chooses what an order opens.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { beside, CATALOGUE, file } from "./support/catalogue.mjs";
import { served, SITES } from "./support/sites.mjs";

const FAULT = "Report that something does not work";
const QUESTION = "Ask a question";
const ORDER_BY = { email: "servicedesk@alder.example" };

const SUPPORT = {
  ...CATALOGUE.services[0],
  id: 7,
  name: "Report a problem",
  summary: "Help when something does not work, and answers to questions.",
  keywords: ["fault"],
  offerings: [
    {
      key: 1,
      name: FAULT,
      summary: "We help you to carry on.",
      kind: "action",
      opens: "incident",
      price: { model: "free" },
      targetMinutes: 540,
      form: {
        sections: [
          {
            key: 1,
            title: "What happened",
            fields: [
              { key: 1, type: "text", label: "What did you want to do?", required: true },
              { key: 2, type: "text", label: "What happened instead?", long: true },
            ],
          },
        ],
      },
      orderBy: ORDER_BY,
    },
    { key: 2, name: QUESTION, summary: "We answer.", kind: "action", price: { model: "free" }, targetMinutes: 540, orderBy: ORDER_BY },
  ],
};
const WITH_SUPPORT = { ...CATALOGUE, services: [...CATALOGUE.services, SUPPORT] };

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** Copies the catalogue beside the app, and opens the service in one's own portal. */
async function openOwn(page, url) {
  await beside(page, file(WITH_SUPPORT));
  await page.goto(`${url}portal`);
  await mounted(page);
  await page.getByRole("button", { name: "Make my own copy" }).click();
  await page.getByText(/This copy is yours/).waitFor();
  await openService(page);
}

async function openService(page) {
  await page.getByRole("link", { name: SUPPORT.name, exact: true }).first().click();
  await heading(page, SUPPORT.name).waitFor();
}

/** Opens the form of the fault, and says what somebody wanted to do. */
async function tell(page, wanted) {
  await page.getByRole("link", { name: `Report it: ${FAULT}` }).click();
  await heading(page, FAULT).waitFor();
  await page.getByLabel("What did you want to do?").fill(wanted);
}

describe("reports of faults", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("a report from the portal is one incident, without quantity or price, and one undo takes it back", () =>
    onPage(chromium, site.origin, async (page) => {
      await openOwn(page, site.url);
      assert.equal(await page.locator(".portal-price").count(), 1, "only the question has a price");
      await page.getByRole("link", { name: `Report it: ${FAULT}` }).click();
      await heading(page, FAULT).waitFor();
      await page.getByText("The service desk logs an incident and sets its priority").waitFor();
      assert.equal(await page.getByRole("heading", { name: "What it costs" }).count(), 0);
      assert.equal(await page.getByRole("group", { name: /^Quantity of/ }).count(), 0);
      assert.equal(await page.getByRole("button", { name: "Order now" }).count(), 0);
      await sound(page);

      await page.getByRole("button", { name: "Report it" }).click();
      await page.getByText(/^Answer this;/).waitFor();
      await page.getByLabel("What did you want to do?").fill("Print the invoice");
      await page.getByLabel("What happened instead?").fill("A grey page");
      await page.getByRole("button", { name: "Report it" }).click();
      await heading(page, "Reported").waitFor();
      assert.equal(await page.locator(".portal-placed").getByRole("link", { name: /^REQ/ }).count(), 0);
      await sound(page);

      await page.locator(".portal-placed").getByRole("link", { name: /^INC/ }).click();
      await page.waitForURL(/desk\/INC/);
      const title = `${SUPPORT.name}: ${FAULT} – Print the invoice`;
      await heading(page, title).waitFor();
      const number = decodeURIComponent(page.url().split("/").at(-1));
      await page.locator(".ticket-line").getByText("New", { exact: true }).waitFor();
      await page.getByRole("complementary", { name: "About this incident" }).getByText(/What happened instead\?: A grey page/).waitFor();

      await page.locator("h1").click();
      await page.keyboard.press("Control+z");
      await heading(page, `${number} is taken back`).waitFor();
      await page.keyboard.press("Control+Shift+Z");
      await heading(page, title).waitFor();
    }));

  test("in a mixed basket each line goes its own way, and both are followed in one place", () =>
    onPage(chromium, site.origin, async (page) => {
      await openOwn(page, site.url);
      await tell(page, "Open the shared folder");
      await page.getByRole("button", { name: "Put into the basket" }).click();
      await heading(page, "Basket").waitFor();
      await page.getByRole("button", { name: "Report all", exact: true }).waitFor();
      assert.equal(await page.getByRole("group", { name: /^Quantity of/ }).count(), 0);
      await sound(page);

      await page.goto(`${site.url}portal`);
      await mounted(page);
      await openService(page);
      await page.getByRole("link", { name: `Order: ${QUESTION}` }).click();
      await heading(page, QUESTION).waitFor();
      await page.getByRole("button", { name: "Put into the basket" }).click();
      await heading(page, "Basket").waitFor();
      await page.getByRole("group", { name: `Quantity of ${QUESTION}` }).waitFor();
      await page.getByRole("button", { name: "Order and report all" }).click();
      await heading(page, "Ordered and reported").waitFor();
      const placed = page.locator(".portal-placed");
      await placed.getByRole("link", { name: /^INC/ }).waitFor();
      await placed.getByRole("link", { name: /^REQ/ }).waitFor();
      await sound(page);

      await placed.getByRole("link", { name: "My requests" }).click();
      await heading(page, "My requests").waitFor();
      await page.getByRole("link", { name: QUESTION, exact: true }).waitFor();
      await page.getByText("Reported", { exact: true }).waitFor();
      await sound(page);
      await page.getByRole("link", { name: /Open the shared folder$/ }).click();
      await page.waitForURL(/desk\/INC/);
    }));

  test("the owner of a service chooses what an order opens", () =>
    onPage(chromium, site.origin, async (page) => {
      await openOwn(page, site.url);
      await page.goto(`${site.url}catalogue`);
      await mounted(page);
      await page.getByRole("link", { name: SUPPORT.name }).first().click();
      await page.waitForURL(/catalogue\/\d/);
      const summary = page.locator("details.section > summary", { hasText: "Offerings" });
      await summary.waitFor();
      if (!(await summary.evaluate((summary) => summary.parentElement.open))) await summary.click();
      await page.getByRole("button", { name: `Change ${QUESTION}` }).click();
      const dialog = page.getByRole("dialog");
      const opens = dialog.getByLabel("An order opens");
      assert.equal(await opens.inputValue(), "A request");
      await opens.selectOption("An incident");
      await sound(page);
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.reload();
      await mounted(page);
      await summary.waitFor();
      if (!(await summary.evaluate((summary) => summary.parentElement.open))) await summary.click();
      await page.getByRole("button", { name: `Change ${QUESTION}` }).click();
      assert.equal(await opens.inputValue(), "An incident");
    }));
});
