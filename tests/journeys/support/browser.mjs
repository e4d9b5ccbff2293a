// A browser that watches: pages opened here report every console error, uncaught error, violation of the page's policy
// and request to another host.

import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
/** Where the page is painted as it is when a journey fails; nowhere unless asked. */
const SHOT = process.env.SHOT;
/** A busy two-core machine is slow, not broken. */
const PATIENCE_MILLIS = Number(process.env.PATIENCE ?? 30_000);

/** Launches Chromium for the tests of the enclosing describe. */
export function launched() {
  const holder = { browser: null };
  before(async () => {
    holder.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  after(() => holder.browser?.close());
  return holder;
}

/**
 * Opens a fresh, watched page (its own storage), runs the journey with it, and fails if anything went wrong unseen.
 * `journey` gets the page and the list of addresses requested so far. `options` are those of a browser context.
 */
export async function onPage({ browser }, origin, journey, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...options });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  try {
    const page = await context.newPage();
    const { troubles, requests } = await watch(page, origin);
    const failure = await journey(page, requests).then(() => null, (error) => error);
    if (failure && SHOT) await page.screenshot({ path: SHOT, fullPage: true }).catch(() => {});
    if (troubles.length) throw new Error(`The page had trouble:\n${troubles.join("\n")}`, { cause: failure });
    if (failure) throw failure;
  } finally {
    await context.close();
  }
}

async function watch(page, origin) {
  const troubles = [];
  const requests = [];
  await page.exposeFunction("reportViolation", (text) => troubles.push(text));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.reportViolation(`policy: ${event.violatedDirective} blocked ${event.blockedURI || "inline"} (${event.sourceFile}:${event.lineNumber})`),
    ),
  );
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isDeepLink(message, page)) troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Whoever leaves a page quickly waits neither for its sign in the tab nor for parts of the program, their sheets
    // and the data.
    const isLeft = why === "net::ERR_ABORTED" && /\/(favicon[^/]*|[^/]*\.(wasm|json|css))$/.test(request.url());
    if (!isLeft) troubles.push(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    requests.push(request.url());
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== "data:" && protocol !== "blob:") troubles.push(`another host: ${request.url()}`);
  });
  return { troubles, requests };
}

/** A static host answers a deep link with 404.html and the status 404; Chromium notes that for the page itself. */
function isDeepLink(message, page) {
  return message.text().includes("status of 404") && message.location().url === page.url();
}

/** Waits until the app has mounted: the painted shell is gone and there is a main heading. */
export async function mounted(page) {
  await page.locator("#shell").waitFor({ state: "detached" });
  await page.locator("h1").first().waitFor();
}

/** The same, and waits until nothing is on its way any more: a page whose texts are fetched gets its heading with them. */
export async function settled(page) {
  await mounted(page);
  await page.waitForFunction(() => !document.querySelector(".page > .skeleton"));
}
