import { test as base, expect } from "@playwright/test";
import { type Demo, startDemo } from "../server/demo.ts";
import { backAgain } from "../server/people.ts";
import { Hidden } from "./hidden.ts";
import type { Three } from "./people.ts";
import { Watch } from "./watch.ts";

/** A demo that runs already, for trying out; else one is started for all walks, and thrown away afterwards. */
export const RUNS_ALREADY = process.env.ACCORD_AT;

type Real = { demo: Demo };
type Each = {
  watch: Watch;
  /** Three people at three browsers, signed in to the real server. Who comes back in another one is put in here. */
  three: Three;
  hidden: Hidden;
  /** A part of a walk. When it is over, what is hidden by then is looked for at the others'. */
  part(title: string, walk: () => Promise<void>): Promise<void>;
};

export const test = base.extend<Each, Real>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed
    async ({}, use) => {
      if (RUNS_ALREADY) {
        const nothing = async () => {};
        await use({ address: RUNS_ALREADY, kill: nothing, restart: nothing, goesBack: () => {}, stop: nothing });
        return;
      }
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 420_000 },
  ],
  watch: async ({ demo }, use) => {
    const signIn = await fetch(`${demo.address}/auth/login?to=/`);
    const watch = new Watch([demo.address, new URL(signIn.url).origin]);
    await use(watch);
    expect(watch.offences, "nothing broke, was forbidden, failed, or was asked of anybody else").toEqual([]);
  },
  three: async ({ browser, demo, watch }, use) => {
    const [marta, noor, daniel] = await Promise.all([
      backAgain(browser, demo.address, "marta", watch),
      backAgain(browser, demo.address, "noor", watch),
      backAgain(browser, demo.address, "daniel", watch),
    ]);
    await marta.setViewportSize({ width: 1440, height: 900 });
    const three = { marta, noor, daniel };
    await use(three);
    for (const page of Object.values(three)) await page.context().close();
  },
  hidden: async ({ three, watch }, use) => use(new Hidden(three, watch)),
  part: async ({ three, hidden }, use) =>
    use((title, walk) =>
      base.step(title, async () => {
        await walk();
        await hidden.check();
        for (const page of Object.values(three)) await expect(page).toHaveTitle("Accord");
      }),
    ),
});

export { expect };
