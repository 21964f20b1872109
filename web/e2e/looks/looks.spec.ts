// Every screen as a practice sees it, from the real demo, on demand: SHOTS=folder npm run shots.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Demo, startDemo } from "../server/demo.ts";
import { signedIn } from "../server/people.ts";
import { look } from "./look.ts";

const given = process.env.ACCORD_ADDRESS;
let demo: Demo | undefined;
let address: string;

test.beforeAll(async () => {
  test.setTimeout(360_000);
  if (given === undefined) demo = await startDemo();
  address = given ?? demo?.address ?? "";
});
test.afterAll(() => demo?.stop());
test.setTimeout(600_000);

test("signing in", async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: address })).newPage();
  await page.goto("/");
  await look(page, "signin");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.locator("#username").waitFor();
  await look(page, "keycloak");
  await page.locator("#username").fill("marta");
  await page.locator("#password").fill("not this");
  await page.locator("#kc-login").click();
  await page.locator("#username").waitFor();
  await look(page, "keycloak-wrong");
  await page.goto("/help");
  await look(page, "help");
  await page.context().close();
});

test("the pages of the therapist", async ({ browser }) => {
  const page = await signedIn(browser, address, "marta");
  await look(page, "today");
  const couple = await page.locator('a[href^="/couples/"]').first().getAttribute("href");
  for (const [name, path] of [
    ["couple", `${couple}`],
    ["sessions", `${couple}/sessions`],
    ["start", `${couple}/start`],
    ["exercises", "/exercises"],
    ["me", "/me"],
    ["nothing", "/no/such/page"],
  ] as const) {
    await page.goto(path);
    await look(page, name);
  }
  await page.context().close();
});

test("the pages of a partner and of the practice", async ({ browser }) => {
  for (const login of ["noor", "lena", "jonas", "ines"] as const) {
    const page = await signedIn(browser, address, login);
    await look(page, `home-${login}`);
    await page.context().close();
  }
});

test("the room, all of “Trust or control”", async ({ browser }) => {
  const { marta, noor, daniel } = await atTheDoor(browser);
  const both = [noor, daniel];
  await look(marta, "door-t");
  await look(noor, "door-p");
  await marta.getByRole("button", { name: "Open the door" }).click();
  await expect(noor.getByRole("heading", { name: /begins with a talk/ })).toBeVisible();
  await look(noor, "talking-p");
  await look(marta, "talking-t");
  await marta
    .getByRole("button", { name: /^Start “/ })
    .first()
    .click();
  await next(marta, "First step");
  await pair("arrive", marta, noor);
  await next(marta);
  await pair("read", marta, noor);
  await next(marta);
  await pair("sort-fresh", marta, noor);
  for (const page of both) await sortAll(page, page === noor ? [0, 1, 2] : [0, 0, 2, 1]);
  await pair("sort", marta, noor);
  for (const page of both) await page.getByRole("button", { name: "I’m finished" }).click();
  await expect(noor.getByText("You have finished.")).toBeVisible();
  await pair("sealed", marta, noor);
  await marta.getByRole("button", { name: "Reveal both" }).click();
  await look(marta, "reveal-ask");
  await marta.getByRole("button", { name: "Open both" }).click();
  await noor.getByRole("button", { name: "I’d like to talk" }).first().click();
  await marta.getByRole("button", { name: "Choose this card" }).first().click();
  await expect(noor.getByText("Marta has chosen this card.")).toBeVisible();
  await pair("reveal", marta, noor);
  await marta.getByRole("button", { name: "Pause" }).click();
  await expect(noor.getByRole("heading", { name: "A short pause" })).toBeVisible();
  await pair("pause", marta, noor);
  await marta.getByRole("button", { name: "Go on together" }).click();
  await next(marta);
  await pair("talk-before", marta, noor);
  await next(marta);
  await pair("agreement", marta, noor);
  await noor.getByRole("button", { name: "Chat" }).click();
  await noor.getByLabel("Write to Marta and Daniel").fill("I would like to begin with the evenings.");
  await noor.getByLabel("Write to Marta and Daniel").press("Enter");
  await pair("chat", marta, noor);
  await noor.getByRole("button", { name: "Close the chat" }).click();
  await noor.getByRole("button", { name: "Leave" }).click();
  await look(noor, "leave");
  await noor.getByRole("button", { name: "Stay" }).click();
  await noor.context().setOffline(true);
  await expect(noor.getByText("The connection is gone. We are trying again.")).toBeVisible({ timeout: 30_000 });
  await look(noor, "reconnecting");
  await noor.context().setOffline(false);
  await next(marta);
  await pair("closing", marta, noor);
  await marta.getByRole("button", { name: "End session" }).click();
  await marta.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await pair("ended", marta, noor);
});

async function atTheDoor(browser: Browser) {
  const marta = await signedIn(browser, address, "marta");
  const noor = await signedIn(browser, address, "noor");
  const daniel = await signedIn(browser, address, "daniel");
  for (const page of [marta, noor, daniel]) {
    await page.goto((await page.locator('a[href^="/room/"]').first().getAttribute("href")) ?? "/");
    await page.locator("#main").waitFor();
  }
  return { marta, noor, daniel };
}

async function pair(name: string, marta: Page, noor: Page) {
  await look(marta, `${name}-t`);
  await look(noor, `${name}-p`);
}

async function next(marta: Page, name = "Next step") {
  await marta.getByRole("toolbar").getByRole("button", { name }).click();
  await expect(marta.getByText("Saved", { exact: true })).toBeVisible();
}

/** Keys 1, 2 and 3 put the focused card down; the focus goes on to the next. */
async function sortAll(page: Page, piles: number[]) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(".card").first().focus();
  for (let card = 0; card < 12; card++) await page.keyboard.press(`${(piles[card % piles.length] ?? 0) + 1}`);
}
