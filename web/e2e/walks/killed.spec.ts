import type { Page } from "@playwright/test";
import { signedIn } from "../server/people.ts";
import {
  addSentence,
  comeTogether,
  finish,
  goIn,
  heading,
  laid,
  nextStep,
  oneTurn,
  placedBy,
  press,
  sentences,
  sort,
} from "./people.ts";
import { expect, RUNS_ALREADY, test } from "./three.ts";

const ASKS = "Does leaving one out mean anything?";
const THANKS = "That was easier than I feared";
const NOORS = "I ask instead of looking";
const DANIELS = "I say when I am worried";
/** The server starts anew, and a page waits longer between its tries the longer it has tried. */
const BACK = { timeout: 60_000 };

test("a browser and the server are killed in the middle, and the three go on to both signatures", async ({
  browser,
  demo,
  three,
  watch,
  hidden,
  part,
}) => {
  test.skip(RUNS_ALREADY !== undefined, "The demo at ACCORD_AT is somebody else’s: this walk kills its own.");
  const { marta, daniel } = three;
  await comeTogether(three);
  watch.beginAnew();

  await part("Both sort, and Noor writes words that she does not send", async () => {
    await press(marta, "Start “Trust or control”");
    await press(marta, "Start the exercise");
    for (let step = 0; step < 3; step++) await nextStep(marta);
    await sort(three.noor, "33121");
    await sort(daniel, "13");
    await expect(marta.getByText("Still sorting, 5 of 12 placed")).toBeVisible();
    await expect(marta.getByText("Still sorting, 2 of 12 placed")).toBeVisible();
    hidden.keep(ASKS, "marta", "daniel");
    const kept = three.noor.waitForResponse((answer) => answer.url().endsWith("/drafts/chat"));
    await press(three.noor, "Chat");
    await chatField(three.noor).fill(ASKS);
    expect((await kept).ok()).toBe(true);
  });

  await part("Noor’s browser is killed, then the server while Daniel sorts; she signs in at another one", async () => {
    const before = await laid(three.noor);
    await three.noor.context().close();
    await expect(daniel.locator("main").getByText("Noor’s connection is gone")).toBeVisible();
    watch.serverIsDown();
    await Promise.all([demo.kill(), sort(daniel, "22")]);
    await expect(daniel.getByText("The connection is gone. We are trying again.")).toBeVisible(BACK);
    await sort(daniel, "1");
    const daniels = await laid(daniel);
    await demo.restart();

    await expect(marta.getByText("Still sorting, 5 of 12 placed")).toHaveCount(2, BACK);
    await expect(daniel.getByText("The connection is gone")).toHaveCount(0);
    expect(await laid(daniel)).toEqual(daniels);
    three.noor = await signedIn(browser, demo.address, "noor", watch);
    watch.serverIsBack();
    await goIn(three.noor);
    await expect(placedBy(three.noor)).toHaveCount(5);
    expect(await laid(three.noor)).toEqual(before);
    await press(three.noor, "Chat");
    await expect(chatField(three.noor)).toHaveValue(ASKS);
    await expect(daniel.locator("main").getByText("Noor’s connection is gone")).toHaveCount(0);
  });

  await part("The words are sent once, and the sorts are opened as they were laid", async () => {
    hidden.tell(ASKS);
    await chatField(three.noor).press("Enter");
    await expect(chatField(three.noor)).toHaveValue("");
    await press(daniel, /^Chat/);
    await marta.getByRole("tab", { name: /^Chat/ }).click();
    for (const page of Object.values(three)) await expect(page.getByText(ASKS)).toHaveCount(1);
    await sort(three.noor, "1222111");
    await sort(daniel, "1222111");
    for (const page of [three.noor, daniel]) await finish(page);
    await press(marta, /^Reveal both/);
    await press(marta, "Open both");
    for (const page of Object.values(three)) {
      await expect(heading(page, "Worth talking about")).toBeVisible();
      await expect(page.locator(".cmp__row")).toHaveCount(2);
      await expect(page.locator(".alike li")).toHaveCount(10);
    }
    await expect(marta.getByRole("img", { name: "Noor: Control. Daniel: Trust." })).toHaveCount(1);
    await expect(marta.getByRole("img", { name: "Noor: Trust. Daniel: Not sure." })).toHaveCount(1);
  });

  await part("They talk", async () => {
    await nextStep(marta);
    await oneTurn(marta, three.noor, daniel, "Noor", "a note of Daniel’s");
    await oneTurn(marta, daniel, three.noor, "Daniel", "a note of Noor’s");
    await nextStep(marta);
  });

  await part(
    "The server is killed while both write; Noor’s page closes, and opens again in the same browser",
    async () => {
      const { noor } = three;
      hidden.keep(THANKS, "marta", "daniel");
      await press(daniel, "Add a sentence");
      await daniel.getByLabel("A new sentence").fill(DANIELS);
      watch.serverIsDown();
      await demo.kill();
      await addSentence(noor, NOORS);
      // What Daniel was writing fades on her page, since nothing more is heard of it.
      await expect.poll(() => sentences(noor)).toEqual([NOORS]);
      await chatField(noor).fill(THANKS);
      await expect.poll(() => keptOnTheDevice(noor)).toContainEqual(expect.stringMatching(/\|chat$/));
      await noor.close();
      await press(daniel, "Put it in");
      await demo.restart();

      three.noor = await noor.context().newPage();
      await goIn(three.noor);
      for (const page of Object.values(three)) {
        await expect.poll(async () => (await sentences(page)).toSorted(), BACK).toEqual([NOORS, DANIELS]);
      }
      watch.serverIsBack();
      const order = await sentences(marta);
      for (const page of [three.noor, daniel]) {
        expect(await sentences(page)).toEqual(order);
        await expect(page.getByLabel("A new sentence"), "what stands in the agreement waits in no field").toHaveCount(
          0,
        );
      }
      await press(three.noor, "Chat");
      await expect(chatField(three.noor)).toHaveValue(THANKS);
    },
  );

  await part("Both sign, and a reload shows the same to all, once", async () => {
    await press(three.noor, "Sign this version");
    await expect(daniel.getByText("Signed", { exact: true })).toHaveCount(1);
    await press(daniel, "Sign this version");
    for (const page of Object.values(three)) await expect(page.getByText("This is your agreement.")).toBeVisible();
    const order = await sentences(marta);
    for (const page of Object.values(three)) {
      await page.reload();
      await expect(page.getByText("This is your agreement.")).toBeVisible();
      await expect(page.getByText("Signed", { exact: true })).toHaveCount(2);
      expect(await sentences(page)).toEqual(order);
    }
    for (const page of [three.noor, daniel]) await press(page, /^Chat/);
    await marta.getByRole("tab", { name: /^Chat/ }).click();
    for (const page of Object.values(three)) await expect(page.getByText(ASKS)).toHaveCount(1);
  });

  await part("The exercise ends for all", async () => {
    await nextStep(marta);
    for (const page of [three.noor, daniel]) await press(page, "Skip this one");
    await expect(marta.getByText("Finished", { exact: true })).toHaveCount(2);
    await press(marta, "More");
    await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
    for (const page of [three.noor, daniel]) await expect(heading(page, "That was the exercise")).toBeVisible();
  });
});

const chatField = (page: Page) => page.getByLabel(/^Write to/);

/** The places of the drafts that this device keeps; the words beside them are sealed. */
function keptOnTheDevice(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((found, failed) => {
        const opening = indexedDB.open("accord");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction("draft").objectStore("draft").getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            found(keys.result.map(String));
          };
        };
      }),
  );
}
