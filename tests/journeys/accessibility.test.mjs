// axe finds no violation on any route, light and dark.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ROUTES } from "./routes.mjs";
import { launched, mounted, onPage } from "./support/browser.mjs";
import { served, SITES } from "./support/sites.mjs";

describe("accessibility", () => {
  const site = served(SITES[0]);
  const chromium = launched();

  for (const route of ROUTES) {
    for (const colorScheme of ["light", "dark"]) {
      test(`/${route} in ${colorScheme}`, () =>
        onPage(
          chromium,
          site.origin,
          async (page) => {
            await page.goto(site.url + route);
            await mounted(page);
            const { violations } = await new AxeBuilder({ page }).analyze();
            const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
            assert.deepEqual(found, []);
          },
          { colorScheme, reducedMotion: "reduce" },
        ));
    }
  }
});
