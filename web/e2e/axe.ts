import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Rules = NonNullable<RunOptions["runOnly"]>;

const EVERYTHING: Rules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Of these rules, the ones that read colours. */
const COLOURS: Rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds by WCAG 2.2 A, AA and best practice, and a page that can be pushed sideways. */
export async function findings(page: Page): Promise<string[]> {
  return found(page, EVERYTHING);
}

/** What axe finds in a page's colours: a theme changes nothing else, so this is enough for the second one. */
export async function colourFindings(page: Page): Promise<string[]> {
  return found(page, COLOURS);
}

/**
 * Axe runs in the page itself: its own bridge opens another page for each look, which takes longer than the look. There
 * are no frames here.
 */
async function found(page: Page, runOnly: Rules): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { said, over } = await page.evaluate(async (rules) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: rules,
      resultTypes: ["violations"],
    });
    return {
      said: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  }, runOnly);
  return over > 0 ? [...said, `${over} px too wide`] : said;
}

/** A colour on its way from one theme to the other has the contrast of neither. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map((each) => each.finished));
  });
}
