// What a team does in an afternoon: from an empty browser to a catalogue of three services with a conditional form, two
// approvals and a priced option, without findings; then to customers in every way there is, and one order to its end.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { sound } from "./support/axe.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { actAs, confirm, finish, heading, task } from "./support/acting.mjs";
import { beside } from "./support/catalogue.mjs";
import { ask, begin, choose, launch, publish, section, shelf, write } from "./support/drafting.mjs";
import { served, SITES } from "./support/sites.mjs";
import { unpack } from "./support/zip.mjs";

const OWNER = "Priya Nair";
const MANAGER = "Falk Berger";
const NAMES = ["Standing desk", "Guest Wi-Fi", "Shared mailbox"];

/** Whose catalogue it is, whom to ask, and two shelves. */
async function settle(page) {
  await shelf(page, "Settings");
  await page.getByRole("button", { name: "Change", exact: true }).first().click();
}

describe("an afternoon", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  test("an empty browser becomes a published catalogue that is read, copied and ordered from", () =>
    onPage(chromium, site.origin, async (page) => {
      await begin(page, site.url, "Hafen Works");
    }));
});
