// What the three do in the room, in the words that stand on their screens.
import { expect, type Page } from "@playwright/test";

export type Three = { marta: Page; noor: Page; daniel: Page };

/** Marta opens the door from Today, or of a new session; the two come in from their own first page. */
export async function comeTogether({ marta, noor, daniel }: Three): Promise<void> {
  const couple = marta.getByRole("link", { name: "Noor and Daniel", exact: true });
  const today = marta.getByRole("link", { name: /room: Noor and Daniel$/i });
  await expect(couple).toBeVisible();
  if (await today.isVisible()) {
    await today.click();
  } else {
    await couple.click();
    await marta.getByRole("link", { name: "Start a session" }).click();
    await marta.getByRole("button", { name: /^Trust or control In the room/ }).click();
    await press(marta, "Start the session");
  }
  const door = marta.getByRole("button", { name: "Open the door" });
  const inside = heading(marta, "Nothing is running");
  const more = marta.getByRole("button", { name: "More" });
  await expect(door.or(more)).toBeVisible();
  if ((await more.isVisible()) && !(await inside.isVisible())) {
    await more.click();
    await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
  }
  if (await door.isVisible()) await door.click();
  await expect(inside).toBeVisible();
  for (const partner of [noor, daniel]) {
    await goIn(partner);
    await expect(partner.getByText("There is no exercise for now.")).toBeVisible();
  }
  await expect(marta.getByText("All three are here")).toBeVisible();
}

/** A partner's way into the room, from the own first page. */
export async function goIn(partner: Page): Promise<void> {
  await partner.goto("/");
  await partner.getByRole("link", { name: "Go to the room" }).click();
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

/** Marta opens the next step, and has it before her. */
export async function nextStep(marta: Page): Promise<void> {
  const open = marta.getByRole("navigation", { name: "Steps of this exercise" }).locator("[aria-current=step]");
  const before = (await open.allTextContents()).join();
  await press(marta, /^(First|Next) step/);
  await expect.poll(async () => (await open.allTextContents()).join()).not.toBe(before);
}

/** The cards that lie in a pile on this screen. */
export const placedBy = (page: Page) =>
  page.locator(":is([data-pile=trust], [data-pile=not-sure], [data-pile=control]) [data-card]");

/** By keyboard alone: the deck's top card is focused, and 1, 2 and 3 are the piles. */
export async function sort(page: Page, piles: string): Promise<void> {
  const before = await placedBy(page).count();
  await page.locator("[data-card]").first().focus();
  for (const [placed, pile] of [...piles].entries()) {
    await page.keyboard.press(pile);
    await expect(placedBy(page)).toHaveCount(before + placed + 1);
  }
}

/** Which cards lie in which pile on this screen, in order. */
export function laid(page: Page): Promise<[pile: string, cards: string[]][]> {
  return page
    .locator(":is([data-pile=trust], [data-pile=not-sure], [data-pile=control])")
    .evaluateAll((piles) =>
      piles.map((pile) => [
        (pile as HTMLElement).dataset.pile ?? "",
        [...pile.querySelectorAll<HTMLElement>("[data-card]")].map((card) => card.dataset.card ?? ""),
      ]),
    );
}

/** One speaks, the other makes a note and says back, the first says whether it fits. */
export async function oneTurn(marta: Page, speaker: Page, listener: Page, speaks: string, note: string): Promise<void> {
  await press(marta, `Give ${speaks} the turn`);
  await expect(heading(listener, "You are listening")).toBeVisible();
  await expect(heading(speaker, "You have the floor")).toBeVisible();
  await expect(marta.getByText(`${speaks} speaks`).first()).toBeVisible();
  await listener.getByLabel("Words I want to keep").fill(note);
  await press(speaker, "I have said it");
  await expect(listener.getByText(`Your words from before: ${note}`)).toBeVisible();
  await listener.getByLabel("What I heard").fill(`I heard ${speaks}`);
  for (const page of [marta, speaker]) await expect(page.getByText(`I heard ${speaks}`)).toHaveCount(0);
  await press(listener, `Send to ${speaks}`);
  await expect(speaker.getByText(`I heard ${speaks}`)).toBeVisible();
  await expect(heading(speaker, "Is this what you meant?")).toBeVisible();
  await expect(listener.getByText("Is this what you meant?")).toHaveCount(0);
  await press(speaker, "Yes, that is what I meant");
  await expect(marta.getByText(`I heard ${speaks}`).first()).toBeVisible();
}

export async function finish(page: Page): Promise<void> {
  await press(page, /^(I am done|I’m finished)$/);
}

/** A sentence into the agreement. */
export async function addSentence(page: Page, words: string): Promise<void> {
  await press(page, "Add a sentence");
  await page.getByLabel("A new sentence").fill(words);
  await press(page, "Put it in");
}

/** The sentences of the agreement as they stand on this page, in order. */
export function sentences(page: Page): Promise<string[]> {
  return page
    .locator(".agree ol > li")
    .evaluateAll((lines) =>
      lines.map(
        (line) => line.querySelector("textarea")?.value ?? line.querySelector(".clause__words")?.textContent ?? "",
      ),
    );
}
