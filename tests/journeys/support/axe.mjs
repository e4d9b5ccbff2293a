// What axe finds on a page.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

/** Fails if axe finds anything. Looks once everything that moves has arrived: what fades in has no contrast yet. */
export async function sound(page) {
  await page.evaluate(() => {
    const endless = (animation) => animation.effect?.getComputedTiming().iterations === Infinity;
    const arriving = document.getAnimations().filter((animation) => !endless(animation));
    const arrived = Promise.all(arriving.map((animation) => animation.finished.catch(() => {})));
    // An animation that stands still never says that it has finished; none of ours takes a second.
    return Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, 3000))]);
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`)), []);
}
