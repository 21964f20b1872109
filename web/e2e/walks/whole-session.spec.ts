import { expect } from "@playwright/test";
import { comeTogether, finish, heading, nextStep, oneTurn, placedBy, press, sort } from "./people.ts";
import { test } from "./three.ts";

test("the three go through “Trust or control” and then “Talk openly”, to both signatures", async ({ three }) => {
  const { marta, noor, daniel } = three;
  await comeTogether(three);

  await test.step("Arriving and reading: the same page for all", async () => {
    await press(marta, "Start “Trust or control”");
    await press(marta, "Start the exercise");
    await nextStep(marta);
    for (const page of [marta, noor, daniel]) await expect(page.getByText("Put both feet on the floor.")).toBeVisible();
    await nextStep(marta);
    for (const page of [noor, daniel])
      await expect(page.getByText("Was it asked for, or done without asking?")).toBeVisible();
  });

  await test.step("Sorting: each alone, and Marta sees how many, never which", async () => {
    await nextStep(marta);
    for (const page of [noor, daniel]) await expect(page.getByText("Only you can see this now.")).toBeVisible();
    await sort(noor, "333111222111");
    await expect(marta.getByText("12 of 12").first()).toBeVisible();
    await expect(placedBy(daniel)).toHaveCount(0);
    await sort(daniel, "133111222113");
    await expect(marta.locator("[data-card]")).toHaveCount(0);
    await expect(marta.getByRole("button", { name: /^Reveal both/ })).toHaveAttribute("aria-disabled", "true");
    await finish(noor);
    await expect(daniel.getByText("Both of you have finished")).toHaveCount(0);
    await finish(daniel);
    for (const page of [noor, daniel]) await expect(page.getByText("Both of you have finished").first()).toBeVisible();
  });

  await test.step("The reveal: both screens at the same moment, frozen", async () => {
    await press(marta, /^Reveal both/);
    await press(marta, "Open both");
    for (const page of [marta, noor, daniel]) await expect(heading(page, "Worth talking about")).toBeVisible();
    await expect(noor.getByRole("button", { name: /Reopen/ })).toHaveCount(0);
    await press(marta, "Choose this card");
    await expect(noor.getByText("Marta has chosen this card.")).toBeVisible();
    await expect(daniel.getByText("Marta has chosen this card.")).toBeVisible();
  });

  await test.step("One speaks, the other says it back, then they swap", async () => {
    await nextStep(marta);
    await oneTurn(marta, noor, daniel, "Noor");
    await oneTurn(marta, daniel, noor, "Daniel");
  });

  await test.step("One small step: a sentence each, and both sign", async () => {
    await nextStep(marta);
    await writeLine(noor, "I ask instead of looking");
    await expect(daniel.getByText("I ask instead of looking").first()).toBeVisible();
    await press(noor, "Sign this version");
    await expect(daniel.getByText("Signed", { exact: true }).first()).toBeVisible();
    await press(daniel, "Sign this version");
    for (const page of [noor, daniel]) await expect(page.getByText("This is your agreement.")).toBeVisible();
  });

  await test.step("Closing: a number for Marta, and nothing of it for the other", async () => {
    await nextStep(marta);
    await noor.getByRole("radio", { name: /^7/ }).check();
    await finish(noor);
    await press(daniel, "Skip this one");
    await expect(marta.getByText("7 of 10").first()).toBeVisible();
    await expect(daniel.getByText("7 of 10")).toHaveCount(0);
    await press(marta, "More");
    await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
    for (const page of [noor, daniel]) await expect(heading(page, "That was the exercise")).toBeVisible();
  });

  await test.step("“Talk openly”: words of one’s own, a talk, one thing to remember", async () => {
    await press(marta, "Start an exercise");
    await marta.getByRole("radio", { name: /Talk openly/ }).check();
    await press(marta, "Start the exercise");
    for (let step = 0; step < 3; step++) await nextStep(marta);
    await noor.getByLabel("Your words", { exact: true }).fill("quietly mine alone");
    await finish(noor);
    await press(daniel, "Skip this one");
    await expect(noor.getByText("Both of you have finished").first()).toBeVisible();
    for (const page of [marta, daniel]) await expect(page.getByText("quietly mine alone")).toHaveCount(0);
    await nextStep(marta);
    await oneTurn(marta, noor, daniel, "Noor");
    await oneTurn(marta, daniel, noor, "Daniel");
    await nextStep(marta);
    await noor.getByLabel("Your words", { exact: true }).fill("You listened to the end");
    await finish(noor);
    for (const page of [marta, daniel]) await expect(page.getByText("You listened to the end").first()).toBeVisible();
    await nextStep(marta);
    for (const page of [noor, daniel]) {
      await expect(page.getByText("How well did you feel heard?")).toBeVisible();
      await press(page, "Skip this one");
    }
  });

  await test.step("The session ends for all", async () => {
    await press(marta, "End session");
    await marta.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    for (const page of [noor, daniel]) await expect(heading(page, "Thank you.")).toBeVisible();
  });
});

async function writeLine(page: import("@playwright/test").Page, words: string): Promise<void> {
  await press(page, "Add a sentence");
  await page.getByLabel("A new sentence").fill(words);
  await press(page, "Put it in");
}
