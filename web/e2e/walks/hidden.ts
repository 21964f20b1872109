// Words that are somebody's own until they are told.
import { expect, type Page } from "@playwright/test";
import type { Three } from "./people.ts";
import type { Watch } from "./watch.ts";

export type Name = keyof Three;

/** Looks for them again and again: on the others' whole pages, and in everything that their browsers were told. */
export class Hidden {
  readonly #three: Three;
  readonly #watch: Watch;
  readonly #words = new Map<string, readonly Name[]>();

  constructor(three: Three, watch: Watch) {
    this.#three = three;
    this.#watch = watch;
  }

  keep(words: string, ...from: Name[]): void {
    this.#words.set(words, from);
  }

  /** From now on these may be read by all. */
  tell(words: string): void {
    this.#words.delete(words);
  }

  async check(): Promise<void> {
    for (const [words, from] of this.#words) {
      for (const name of from) {
        const page = this.#three[name];
        expect(await wholePage(page), `what ${name} sees`).not.toContain(words);
        expect(this.#watch.toldTo(page), `what ${name}’s browser was told`).not.toContain(words);
      }
    }
  }
}

/** Everything that a page holds: what can be read, every attribute, and what stands in the fields. */
export function wholePage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    const values = [...fields].map((field) => field.value);
    return [document.title, document.documentElement.outerHTML, document.body.innerText, ...values].join("\n");
  });
}

/** What one does alone must not be noticed by the other: their stage stays as it is, to the letter. */
export async function unnoticedBy(page: Page, act: () => Promise<void>): Promise<void> {
  const stage = () => page.locator("main").evaluate((main) => `${main.outerHTML}\n${(main as HTMLElement).innerText}`);
  const before = await stage();
  await act();
  expect(await stage(), "what the other does alone changes nothing here").toBe(before);
}
