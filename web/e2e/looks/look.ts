import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { findings } from "../axe.ts";

const SIZES = {
  phone: { width: 390, height: 844 },
  medium: { width: 900, height: 1000 },
  desktop: { width: 1440, height: 900 },
};
const THEMES = ["light", "dark"] as const;

/** A picture in each size and theme, and what axe has to say; a finding does not end the walk. */
export async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const full = `${name}-${size}-${colorScheme}`;
      await page.screenshot({ path: join(process.env.SHOTS ?? "shots", `${full}.png`), fullPage: true });
      expect.soft(await findings(page), full).toEqual([]);
    }
  }
}
