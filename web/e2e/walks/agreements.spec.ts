import type { Page } from "@playwright/test";
import { unnoticedBy } from "./hidden.ts";
import { heading, press } from "./people.ts";
import { expect, test } from "./three.ts";

const PHONES = "Phones stay in the hall after nine.";
const LATE = "We say when we’ll be more than 20 minutes late.";
const NEW = "On Fridays nobody is late.";

test("an agreement between sessions: a mark, a review, new words with both signatures, and letting it go", async ({
  three,
  watch,
  part,
}) => {
  const { marta, noor, daniel } = three;
  watch.beginAnew();

  await part("Both read how it went", async () => {
    for (const page of [noor, daniel]) {
      await page.goto("/agreements");
      await expect(heading(page, "Our agreements")).toBeVisible();
      await expect(item(page, LATE)).toContainText("Kept in five of six weeks. In one you talked about it.");
    }
  });

  await part("Noor marks the week; Daniel notices nothing and Marta reads it", async () => {
    await unnoticedBy(daniel, async () => {
      await item(noor, PHONES).getByRole("link", { name: "Your mark for this week" }).click();
      await noor.getByRole("radio", { name: "We kept it" }).check();
      await press(noor, "Send");
      await expect(heading(noor, "Our agreements")).toBeVisible();
    });
    await marta.getByRole("link", { name: "Noor and Daniel", exact: true }).first().click();
    await marta.getByRole("link", { name: "Agreements", exact: true }).click();
    await expect(marta.getByRole("complementary").getByText("this week: kept")).toBeVisible();
  });

  await part("Each looks at it again alone; with the second answer both are open", async () => {
    await unnoticedBy(daniel, () => answer(noor, "Mostly", "Your answer is sealed."));
    await answer(daniel, "We need other words", "Both answers are open");
    await expect(daniel.getByText("Mostly", { exact: true })).toBeVisible();
  });

  await part("New words need both signatures, and the old ones hold until then", async () => {
    await press(daniel, "Open the text for new words");
    await press(daniel, "Add a sentence");
    await daniel.getByLabel("A new sentence").fill(NEW);
    await press(daniel, "Put it in");
    await press(daniel, "Sign this version");
    await expect(daniel.getByText("Signed", { exact: true })).toHaveCount(1);
    await noor.goto("/agreements");
    await expect(item(noor, LATE)).toContainText("holds until both have signed this one");
    await noor.getByRole("link", { name: LATE }).click();
    await noor.getByRole("link", { name: "Go on writing" }).click();
    await expect(noor.getByText(NEW)).toBeVisible();
    await press(noor, "Sign this version");
    for (const page of [noor, daniel]) await expect(page.getByText("This is your agreement.")).toBeVisible();
    await noor.getByRole("link", { name: "Back to the agreement" }).first().click();
    await expect(noor.getByText(NEW)).toBeVisible();
    await noor.getByRole("button", { name: /^1st version/ }).click();
    await expect(noor.getByText(NEW)).toHaveCount(0);
  });

  await part("Noor lets another go: it is hers alone until tomorrow, and she takes it back", async () => {
    await daniel.goto("/agreements");
    await noor.goto("/agreements");
    await noor.getByRole("link", { name: PHONES }).click();
    await unnoticedBy(daniel, async () => {
      await press(noor, "Let it go …");
      await noor.getByRole("dialog").getByRole("button", { name: "Let it go" }).click();
      await expect(noor.getByText("Until then only you see this.")).toBeVisible();
      await daniel.reload();
      await expect(heading(daniel, "Our agreements")).toBeVisible();
    });
    await press(noor, "Take it back");
    await expect(noor.getByRole("button", { name: "Let it go …" })).toBeVisible();
  });
});

const item = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title }) });

async function answer(page: Page, words: string, then: string): Promise<void> {
  await page.goto("/agreements");
  await page.getByRole("link", { name: LATE }).click();
  await page.getByRole("link", { name: "Look at it now" }).click();
  await page.getByRole("radio", { name: words }).check();
  await press(page, "Seal my answer");
  await expect(page.getByText(then)).toBeVisible();
}
