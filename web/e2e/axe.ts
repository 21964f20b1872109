import type { Page } from "@playwright/test";
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds by WCAG 2.2 A, AA and best practice, and a page that can be pushed sideways. Axe runs in the page
 * itself: its own bridge opens another page for each look, which takes longer than the look. There are no frames here.
 */
export async function findings(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe.source);
  const { said, over } = await page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: "tag", values },
      resultTypes: ["violations"],
    });
    return {
      said: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  }, RULES);
  return over > 0 ? [...said, `${over} px too wide`] : said;
}

/** A colour on its way from one theme to the other has the contrast of neither. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map((each) => each.finished));
  });
}
