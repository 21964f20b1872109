// Every screen as a practice sees it, from the real demo, on demand: SHOTS=folder npm run shots.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Demo, startDemo } from "../server/demo.ts";
import { signedIn } from "../server/people.ts";
import { addSentence, finish, heading, nextStep, oneTurn, press, sort, type Three } from "../walks/people.ts";
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
  const three = await atTheDoor(browser);
  const { marta, noor, daniel } = three;
  await look(marta, "door-t");
  await look(noor, "door-p");
  await press(marta, "Open the door");
  // Before their time they come in with their next try.
  for (const page of [noor, daniel]) await expect(heading(page, /begins with a talk/)).toBeVisible({ timeout: 40_000 });
  await pair("talking", three);
  await press(marta, "Start “Trust or control”");
  await look(marta, "start-t");
  await press(marta, "Start the exercise");
  await expect(marta.getByRole("button", { name: /^First step/ })).toBeVisible();
  await look(marta, "before-first-t");
  await nextStep(marta);
  await pair("arrive", three);
  await nextStep(marta);
  await pair("read", three);
  await nextStep(marta);
  await expect(noor.getByText("Only you can see this now.")).toBeVisible();
  await pair("sort-fresh", three);
  await sortAtDesk(noor, "333111");
  await pair("sort-half", three);
  await sortAtDesk(noor, "222111");
  await sortAtDesk(daniel, "133111222113");
  await pair("sort-placed", three);
  await finish(noor);
  await expect(noor.getByText("Your sort is sealed.")).toBeVisible();
  await pair("sealed", three);
  await finish(daniel);
  await pair("sealed-both", three);
  await press(marta, /^Reveal both/);
  await look(marta, "reveal-ask-t");
  await press(marta, "Open both");
  await expect(heading(noor, "Worth talking about")).toBeVisible();
  await pair("reveal", three);
  await press(noor, "I’d like to talk");
  await press(marta, "Choose this card");
  await expect(noor.getByText("Marta has chosen this card.")).toBeVisible();
  await pair("reveal-chosen", three);
  await press(noor, "Pause");
  await expect(heading(noor, "A short pause")).toBeVisible();
  await pair("pause", three);
  await press(marta, "Go on together");
  await nextStep(marta);
  await pair("talk-before", three);
  await press(marta, "Give Noor the turn");
  await expect(heading(daniel, "You are listening")).toBeVisible();
  await pair("talk-noor", three);
  await look(daniel, "talk-listening-p");
  await press(noor, "I have said it");
  await daniel
    .getByLabel("What I heard")
    .fill("You want to be asked before I look at your phone, and that it is not about hiding.");
  await look(daniel, "talk-reflecting-p");
  await press(daniel, "Send to Noor");
  await expect(noor.getByText("You want to be asked")).toBeVisible();
  await pair("talk-confirm", three);
  await press(noor, "Yes, that is what I meant");
  await expect(daniel.getByText("Is this what you meant?")).toHaveCount(0);
  await pair("talk-swap", three);
  await oneTurn(marta, daniel, noor, "Daniel", "afraid of being checked");
  await pair("talk-done", three);
  await nextStep(marta);
  await pair("agree-empty", three);
  await addSentence(noor, "I ask before I look at your phone, and you may say no.");
  await addSentence(daniel, "When I am late I write one line before the time has passed.");
  await press(daniel, "Suggest other words for sentence 1");
  await daniel
    .getByLabel(/Your words for sentence 1/)
    .fill("We ask before we look at each other’s phone. No is a fine answer.");
  await look(daniel, "agree-suggesting-p");
  await press(daniel, /^Suggest it to/);
  await expect(noor.getByText("Daniel suggests")).toBeVisible();
  await pair("agree-decide", three);
  await press(noor, "Use these words");
  await press(noor, "Sign this version");
  await expect(daniel.getByText("Signed", { exact: true }).first()).toBeVisible();
  await pair("agree-one", three);
  await press(daniel, "Sign this version");
  await expect(noor.getByText("This is your agreement.")).toBeVisible();
  await pair("agree-made", three);
  await press(noor, "Chat");
  await noor.getByLabel("Write to Marta and Daniel").fill("I would like to begin with the evenings.");
  await noor.getByLabel("Write to Marta and Daniel").press("Enter");
  await pair("chat", three);
  await press(noor, "Close the chat");
  await press(noor, /^Leave$/);
  await look(noor, "leave-p");
  await press(noor, /^Stay$/);
  await press(noor, /^Help$/);
  await look(noor, "help-here-p");
  await noor.keyboard.press("Escape");
  await press(noor, "A word alone");
  await look(noor, "word-ask-p");
  await press(noor, "Ask for a word alone");
  await expect(marta.getByText(/asks for a word alone/)).toBeVisible();
  await look(marta, "word-asked-t");
  await press(marta, /^Begin with Daniel/);
  await expect(heading(daniel, "Only you and Marta are here")).toBeVisible();
  await pair("alone", three);
  await look(daniel, "alone-with-p");
  await press(marta, /^Speak with Noor/);
  await expect(heading(noor, "Only you and Marta are here")).toBeVisible();
  await press(marta, /^Back together/);
  await expect(noor.getByText("This is your agreement.")).toBeVisible();
  await noor.context().setOffline(true);
  await expect(noor.getByText("The connection is gone. We are trying again.")).toBeVisible({ timeout: 60_000 });
  await look(noor, "reconnecting-p");
  await look(marta, "reconnecting-t");
  await noor.context().setOffline(false);
  await expect(noor.getByText("The connection is gone. We are trying again.")).toHaveCount(0, { timeout: 60_000 });
  await nextStep(marta);
  await noor.getByRole("radio", { name: /^7/ }).check();
  await pair("closing", three);
  await finish(noor);
  await press(daniel, "Skip this one");
  await pair("closing-done", three);
  await press(marta, "More");
  await look(marta, "more-menu-t");
  await marta.keyboard.press("Escape");
  await press(marta, "More");
  await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
  await expect(heading(noor, "That was the exercise")).toBeVisible();
  await pair("between", three);
});

test("the room, “My side, your side” and “Someone to rely on”: scale, write, choose, left closed", async ({
  browser,
}) => {
  const three = await inTheRoom(browser);
  const { marta, noor, daniel } = three;
  await begin(marta, /My side, your side/);
  for (let step = 0; step < 3; step++) await nextStep(marta);
  await noor.getByRole("radio", { name: /^4/ }).first().check();
  await pair("scale", three);
  await nextStep(marta);
  await noor
    .getByRole("textbox")
    .first()
    .fill("It began when I saw the message and said nothing. I was afraid of what you would answer.");
  await pair("write", three);
  await finish(noor);
  await pair("write-sealed", three);
  await nextStep(marta);
  await pair("write-reveal-waiting", three);
  await press(marta, "Leave closed");
  await look(marta, "close-ask-t");
  await press(marta, "Leave it closed");
  await expect(noor.getByText("We leave this one closed and go on.").first()).toBeVisible();
  await pair("left-closed", three);
  await press(noor, "Look at mine again");
  await look(noor, "left-closed-mine-p");
  await endExercise(marta);
  await begin(marta, /Someone to rely on/);
  for (let step = 0; step < 3; step++) await nextStep(marta);
  await noor.getByRole("checkbox").first().check();
  await pair("choose", three);
  await finish(noor);
  await press(daniel, "Skip this one");
  await nextStep(marta);
  for (const page of [noor, daniel]) {
    await page.getByRole("textbox").first().fill("I said I would call, and I did, although the day was full.");
    await finish(page);
  }
  await nextStep(marta);
  await press(marta, /^Reveal both/);
  await press(marta, "Open both");
  await pair("write-reveal", three);
  await press(marta, "Timer");
  await look(marta, "timer-menu-t");
  await marta.keyboard.press("Escape");
  await press(marta, "End session");
  await look(marta, "end-ask-t");
  await marta.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(heading(noor, "Thank you.")).toBeVisible();
  await pair("ended", three);
  await daniel.goto("/");
  await look(daniel, "home-after-p");
});

async function atTheDoor(browser: Browser): Promise<Three> {
  const three = await threeSignedIn(browser);
  await three.marta.getByRole("link", { name: /room: Noor and Daniel$/i }).click();
  await expect(three.marta.getByRole("button", { name: "Open the door" })).toBeVisible();
  for (const page of [three.noor, three.daniel]) {
    await page.goto((await three.marta.evaluate(() => location.pathname)) ?? "/");
    await expect(page.getByText("Nobody sees you here yet.").or(page.getByText("You wait alone."))).toBeVisible();
  }
  return three;
}

async function inTheRoom(browser: Browser): Promise<Three> {
  const three = await threeSignedIn(browser);
  await three.marta.getByRole("link", { name: /room: Noor and Daniel$/i }).click();
  const nothing = heading(three.marta, "Nothing is running");
  await expect(nothing.or(three.marta.getByRole("button", { name: "More" })).first()).toBeVisible();
  if (!(await nothing.isVisible())) await endExercise(three.marta);
  for (const page of [three.noor, three.daniel]) {
    await page.getByRole("link", { name: "Go to the room" }).click();
    await expect(page.getByText("There is no exercise for now.")).toBeVisible();
  }
  return three;
}

async function threeSignedIn(browser: Browser): Promise<Three> {
  const [marta, noor, daniel] = [
    await signedIn(browser, address, "marta"),
    await signedIn(browser, address, "noor"),
    await signedIn(browser, address, "daniel"),
  ];
  await marta.setViewportSize({ width: 1440, height: 900 });
  return { marta, noor, daniel };
}

async function begin(marta: Page, title: RegExp) {
  await press(marta, "Start an exercise");
  await marta.getByRole("radio", { name: title }).check();
  const asked = marta.getByRole("checkbox", { name: /I have asked each alone/ });
  if (await asked.isVisible()) await asked.check();
  await look(marta, "choose-exercise-t");
  await press(marta, "Start the exercise");
}

async function endExercise(marta: Page) {
  await press(marta, "More");
  await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
  await expect(heading(marta, "Nothing is running")).toBeVisible();
}

async function pair(name: string, { marta, noor }: Three) {
  await look(marta, `${name}-t`);
  await look(noor, `${name}-p`);
}

/** Where three piles stand side by side. */
async function sortAtDesk(page: Page, piles: string) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await sort(page, piles);
}
