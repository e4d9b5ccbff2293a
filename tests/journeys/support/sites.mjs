// The built sites the journeys visit: one at the root of its host, one under a sub-path. scripts/test builds both and
// says where they are.

import { after, before } from "node:test";
import { serve } from "../../../scripts/serve.mjs";

export const SITES = [
  { base: "/", folder: process.env.SITE ?? "dist" },
  { base: "/sub/path/", folder: process.env.SITE_UNDER_SUB_PATH },
].filter(({ folder }) => folder);

/** Serves `site` for the tests of the enclosing describe; `url` is known once they run. */
export function served(site) {
  const running = { url: "", origin: "", folder: site.folder };
  let close;
  before(async () => {
    const server = await serve(site);
    Object.assign(running, { url: server.url, origin: server.origin });
    close = server.close;
  });
  after(() => close?.());
  return running;
}
