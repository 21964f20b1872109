import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { findings } from "../axe.ts";

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
};
const THEMES = ["light", "dark"] as const;

/** Leaves out what was seen already: ONLY='^talk' photographs these alone. */
const ONLY = new RegExp(process.env.ONLY ?? "");

/** A picture in each size and theme, and what axe has to say; a finding does not end the walk. */
export async function look(page: Page, name: string): Promise<void> {
  if (!ONLY.test(name)) return;
  await page.locator(":is(h1, h2)").first().waitFor();
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const full = `${name}-${size}-${colorScheme}`;
      await page.screenshot({
        path: join(process.env.SHOTS ?? "shots", `${full}.png`),
        fullPage: true,
        animations: "disabled",
      });
      expect.soft(await findings(page), full).toEqual([]);
    }
  }
  if (before) await page.setViewportSize(before);
}
