import { test as base, expect, type Page } from "@playwright/test";
import { type Demo, startDemo } from "../server/demo.ts";
import { signedIn } from "../server/people.ts";
import type { Three } from "./people.ts";

/** A demo that runs already, for trying out; else one is started, and thrown away afterwards. */
const RUNS_ALREADY = process.env.ACCORD_AT;

type Real = { demo: Demo };

/** Three people at three browsers, signed in to the real server. */
export const test = base.extend<{ three: Three }, Real>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed
    async ({}, use) => {
      if (RUNS_ALREADY) {
        const nothing = async () => {};
        await use({ address: RUNS_ALREADY, kill: nothing, restart: nothing, stop: nothing });
        return;
      }
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 420_000 },
  ],
  three: async ({ browser, demo }, use) => {
    const seen: string[] = [];
    const marta = watched(await signedIn(browser, demo.address, "marta"), seen);
    const noor = watched(await signedIn(browser, demo.address, "noor"), seen);
    const daniel = watched(await signedIn(browser, demo.address, "daniel"), seen);
    await marta.setViewportSize({ width: 1440, height: 900 });
    await use({ marta, noor, daniel });
    expect(seen, "no page broke, and the content policy had nothing to report").toEqual([]);
    for (const page of [marta, noor, daniel]) {
      await expect(page).toHaveTitle("Accord");
      await page.context().close();
    }
  },
});

function watched(page: Page, seen: string[]): Page {
  page.on("pageerror", (error) => seen.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Refused to/.test(message.text()))
      seen.push(message.text());
  });
  return page;
}
