import { test as base, expect, type Page } from "@playwright/test";
import { createServer } from "vite";

/** The pages of e2e/harness, from the sources. */
const test = base.extend<object, { harness: string }>({
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed
    async ({}, use) => {
      const server = await createServer({
        cacheDir: "node_modules/.vite-harness", // not that of a server which somebody else may be running
        server: { port: 0, hmr: false },
        logLevel: "error",
      });
      await server.listen();
      await use(`${server.resolvedUrls?.local[0]}e2e/harness/index.html`);
      await server.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

const card = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const inPile = (page: Page, pile: string) => page.locator(`[data-pile="${pile}"] [data-card]`);

/** Everything that a screen reader was told, in order. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const text = document.getElementById("say")?.textContent?.trim();
      if (text && said.at(-1) !== text) said.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return (sentence: string) =>
    expect.poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1))).toBe(sentence);
}

test("the keyboard sorts alone, and each act is said as the design words it", async ({ page, harness }) => {
  const says = await listen(page);
  await page.goto(`${harness}?scene=sort`);
  await card(page, "checking-where").focus();

  await page.keyboard.press("Space");
  await says("Checking where the other is. Picked up.");
  await page.keyboard.press("ArrowLeft");
  await says("Moved to Control, place 4.");
  await expect(card(page, "checking-where")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await says("Now in Control, place 3 of 4.");
  await page.keyboard.press("ArrowLeft");
  await says("Moved to Not sure, place 3.");
  await page.keyboard.press("Space");
  await says("Put down in Not sure. 3 cards left.");
  await expect(card(page, "before-inviting"), "the focus goes on with the deck").toBeFocused();

  await page.keyboard.press("3");
  await says("Put down in Control. 2 cards left.");
  await expect(inPile(page, "control")).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await says("Asking before inviting people is back where it was.");
  await expect(inPile(page, "control")).toHaveCount(3);
});

test("a card picked up from a pile says where it lies, and Escape puts it back", async ({ page, harness }) => {
  const says = await listen(page);
  await page.goto(`${harness}?scene=sort`);
  await card(page, "reading-messages").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "asking-who")).toBeFocused();
  await page.keyboard.press("Enter");
  await says("Asking who was there. Picked up. Now in Control, place 3 of 3.");
  await page.keyboard.press("ArrowLeft");
  await says("Moved to Not sure, place 3.");
  await page.keyboard.press("Escape");
  await says("Put back.");
  await expect(inPile(page, "control")).toHaveText([
    "Reading each other’s messages",
    "Looking through a bag",
    "Asking who was there",
  ]);
});

test("Tab reaches the top card, then each pile as one stop", async ({ page, harness }) => {
  await page.goto(`${harness}?scene=sort`);
  await card(page, "checking-where").focus();
  const stops = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.card));
  }
  expect(stops).toEqual(["asking-evening", "calendars", "reading-messages"]);
});

test("leaving a held card with Tab puts it back", async ({ page, harness }) => {
  await page.goto(`${harness}?scene=sort`);
  await card(page, "checking-where").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(inPile(page, "trust")).toHaveCount(4);
  await page.keyboard.press("Tab");
  await expect(inPile(page, "trust")).toHaveCount(3);
});

test("a mouse drags a card to its place", async ({ page, harness }) => {
  await page.goto(`${harness}?scene=sort`);
  await card(page, "checking-where").hover();
  await page.mouse.down();
  const second = await card(page, "phone-code").boundingBox();
  if (!second) throw new Error("the pile is not there");
  await page.mouse.move(second.x + 40, second.y - 10, { steps: 6 });
  await page.mouse.move(second.x + 40, second.y + 4, { steps: 3 });
  await page.mouse.up();
  await expect(inPile(page, "not-sure")).toHaveText([
    "Sharing our calendars",
    "Checking where the other is",
    "Knowing each other’s phone code",
  ]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a card that the server refuses lies where it was, with one sentence why", async ({ page, harness }) => {
  await page.goto(`${harness}?scene=sort&refuses=already-opened`);
  await card(page, "checking-where").focus();
  await page.keyboard.press("1");
  await expect(page.getByText("It has been opened already, so it stays as it was sealed.")).toBeVisible();
  await expect(inPile(page, "trust")).toHaveCount(3);
  await expect(card(page, "checking-where")).toBeVisible();
});

test("a finished sort is sealed, and can be reopened", async ({ page, harness }) => {
  await page.goto(`${harness}?scene=sort`);
  await page.getByRole("button", { name: "I’m finished" }).click();
  await expect(page.getByText("You have finished.")).toBeVisible();
  await page.getByRole("button", { name: "Reopen my sort" }).click();
  await expect(inPile(page, "control")).toHaveCount(3);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("three buttons place the card, each large enough for a thumb", async ({ page, harness }) => {
    await page.goto(`${harness}?scene=sort`);
    const buttons = page.getByRole("group", { name: "Put this card in" }).getByRole("button");
    await expect(buttons).toHaveCount(3);
    const box = await buttons.first().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await buttons.nth(2).tap();
    await expect(page.getByTestId("left")).toContainText("3 cards left.");
    await page.getByRole("button", { name: "Undo" }).tap();
    await expect(page.getByTestId("left")).toContainText("4 cards left.");
  });

  test("in all piles a card opens the same three choices", async ({ page, harness }) => {
    await page.goto(`${harness}?scene=sort`);
    await page.getByRole("button", { name: "See my piles" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Asking who was there" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Trust" }).tap();
    await expect(
      page.getByRole("group", { name: "Put this card in" }).getByRole("button", { name: "Trust" }),
    ).toContainText("4 cards");
  });
});
