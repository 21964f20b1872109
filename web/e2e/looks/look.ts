import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
};
const THEMES = ["light", "dark"] as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [...found, `${over} px too wide`] : found;
}
