import type { Page } from "@playwright/test";
import { unnoticedBy } from "./hidden.ts";
import { comeTogether, heading, press } from "./people.ts";
import { expect, test } from "./three.ts";

const FOR_ALL = "the call from the train";
const FOR_MARTA = "a word before plans change";
const FOR_ME = "I count the steps to the door";
const DANIELS = "the evening on the roof";
const MOMENT_N = "the bread that was still warm";
const MOMENT_D = "that she called back";

test("homework, from setting it over three different ways of handing in to talking about it in the room", async ({
  three,
  watch,
  hidden,
  part,
}) => {
  const { marta, noor, daniel } = three;
  watch.beginAnew();

  await part("Marta sets something for both, each alone, and something for Noor only", async () => {
    await marta.getByRole("link", { name: "Noor and Daniel", exact: true }).first().click();
    await marta.getByRole("link", { name: "Homework", exact: true }).click();
    await set(marta, "Both, each alone", "What helps me feel safe", "You both spoke about the train.");
    await set(marta, "Only Noor", "My own compass", "For you alone.");
    await set(marta, "Both, together", "A good moment this week", "Ten minutes are enough.");
    await expect(row(marta, "What helps me feel safe").getByText("Not started", { exact: true })).toHaveCount(2);
    await expect(row(marta, "My own compass").getByText("not asked")).toHaveCount(1);
    hidden.keep("For you alone.", "daniel");
    hidden.keep("My own compass", "daniel");
  });

  await part("Each finds the own work on the first page", async () => {
    for (const page of [noor, daniel]) {
      await page.goto("/");
      await expect(task(page, "What helps me feel safe")).toBeVisible();
      await expect(task(page, "A good moment this week")).toBeVisible();
    }
    await expect(noor.getByRole("link", { name: /My own compass/ })).toBeVisible();
    await expect(daniel.getByRole("link", { name: /My own compass/ })).toHaveCount(0);
  });

  await part("Noor answers for three different readers; nobody notices", async () => {
    await task(daniel, "What helps me feel safe").click();
    await expect(daniel.getByText("You both spoke about the train.")).toBeVisible();
    await expect(heading(daniel, "How was it to think about this?")).toBeVisible();
    hidden.keep(FOR_ALL, "marta", "daniel");
    hidden.keep(FOR_MARTA, "marta", "daniel");
    hidden.keep(FOR_ME, "marta", "daniel");
    await unnoticedBy(daniel, async () => {
      await task(noor, "What helps me feel safe").click();
      await answer(noor, /Think of a time/, FOR_ALL, "All three");
      await answer(noor, /one small thing/, FOR_MARTA, "Marta and me");
      await answer(noor, /When you feel unsure/, FOR_ME, "Only me");
      await expect(noor.getByText("3 of 4 answered")).toBeVisible();
    });
    await marta.reload();
    await expect(row(marta, "What helps me feel safe").getByText("Started", { exact: true })).toHaveCount(1);
  });

  await part("Words survive a reload, and what was chosen can be chosen anew until it is handed in", async () => {
    await noor.reload();
    await expect(noor.getByText(FOR_ALL)).toBeVisible();
    await expect(noor.getByText("3 of 4 answered")).toBeVisible();
  });

  await part("On paper stand the questions, and not a word that was written", async () => {
    await expect(noor.getByRole("button", { name: "Print the questions" })).toBeVisible();
    await expect(noor.getByText(FOR_ME)).toBeVisible();
    await noor.emulateMedia({ media: "print" });
    const paper = noor.locator("body > .blank");
    await expect(paper.getByRole("heading", { name: "What helps me feel safe" })).toBeVisible();
    await expect(paper.locator(".blank__lines").first()).toBeVisible();
    await expect(noor.getByText(FOR_ME)).toBeHidden();
    expect(await paper.innerText()).not.toContain(FOR_ALL);
    await noor.emulateMedia({ media: "screen" });
  });

  await part("Handing in for all three: the page says what goes to whom, and each reads just that", async () => {
    await press(noor, "Hand it in");
    const dialog = noor.getByRole("dialog");
    await expect(dialog.getByText("All three of you")).toBeVisible();
    await expect(dialog.getByText("Marta and you")).toBeVisible();
    await expect(dialog.getByText("Only you")).toBeVisible();
    await press(noor, "Not yet");
    await press(noor, "Hand it in");
    hidden.tell(FOR_ALL);
    await dialog.getByRole("button", { name: "All three" }).click();
    await expect(noor.getByText("You have handed it in.")).toBeVisible();
    await expect(noor.getByText("It has been read. What has been read cannot be unread.")).toBeVisible();
    await daniel.goto("/homework");
    await daniel
      .getByRole("link", { name: /What helps me feel safe.*From Noor/ })
      .first()
      .click();
    await expect(daniel.getByText(FOR_ALL)).toBeVisible();
  });

  await part("Marta reads what is for her, in one act", async () => {
    await marta.reload();
    await marta.getByRole("link", { name: "Read: What helps me feel safe" }).click();
    await expect(marta.getByText(FOR_ALL)).toBeVisible();
    await expect(marta.getByText(FOR_MARTA)).toHaveCount(0);
    hidden.keep(FOR_MARTA, "daniel");
    await press(marta, "Read it");
    await expect(marta.getByText(FOR_MARTA)).toBeVisible();
    await expect(marta.getByText("Ask alone. It can’t be put on the stage.")).toBeVisible();
    await marta.getByLabel("A comment").fill("Thank you for these.");
    await marta.getByRole("radio", { name: "Only Noor" }).check({ force: true });
    await press(marta, "Send");
    await expect(marta.getByText("To Noor")).toBeVisible();
    hidden.keep("Thank you for these.", "daniel");
    await expect(noor.getByText("Thank you for these.")).toBeVisible();
  });

  await part("Daniel hands in to Marta alone, takes it back, and then leaves it for the session", async () => {
    await daniel.goto("/homework");
    await daniel
      .getByRole("link", { name: /What helps me feel safe/ })
      .first()
      .click();
    hidden.keep(DANIELS, "noor", "marta");
    await answer(daniel, /Think of a time/, DANIELS, "All three");
    await press(daniel, "Hand it in");
    await unnoticedBy(noor, async () => {
      await daniel.getByRole("dialog").getByRole("button", { name: "Only Marta" }).click();
      await expect(daniel.getByText("You have handed it in.")).toBeVisible();
      await press(daniel, "Take it back");
      await expect(daniel.getByText("1 of 4 answered")).toBeVisible();
    });
  });

  await part("Together: each writes alone, and neither sees how far the other is", async () => {
    for (const page of [noor, daniel]) {
      await page.goto("/homework");
      await task(page, "A good moment this week").click();
      await expect(page.getByRole("button", { name: "Open both now" })).toBeVisible();
      await expect(page.getByLabel("Your words", { exact: true })).toBeVisible();
      await expect(heading(page, "Arrive")).toBeVisible();
    }
    hidden.keep(MOMENT_N, "daniel", "marta");
    hidden.keep(MOMENT_D, "noor", "marta");
    await unnoticedBy(daniel, () => answer(noor, /moment/i, MOMENT_N));
    await answer(daniel, /moment/i, MOMENT_D);
    hidden.tell(MOMENT_N);
    hidden.tell(MOMENT_D);
    hidden.keep(MOMENT_N, "marta");
    hidden.keep(MOMENT_D, "marta");
    await unnoticedBy(daniel, async () => {
      await press(noor, "Open both now");
      await expect(noor.getByText("You are ready. It goes on once both of you are.")).toBeVisible();
    });
    await press(daniel, "Open both now");
    for (const page of [noor, daniel]) {
      await expect(page.getByText(MOMENT_N).first()).toBeVisible();
      await expect(page.getByText(MOMENT_D).first()).toBeVisible();
    }
  });

  await part("Both hand it in, and only then does Marta read what they opened", async () => {
    await press(noor, "Hand it in");
    await noor.getByRole("dialog").getByRole("button", { name: "Hand it in to Marta" }).click();
    await expect(noor.getByText("You have handed it in.")).toBeVisible();
    hidden.tell(MOMENT_N);
    hidden.tell(MOMENT_D);
    await press(daniel, "Hand it in");
    await daniel.getByRole("dialog").getByRole("button", { name: "Hand it in to Marta" }).click();
    await expect(daniel.getByText("You have handed it in.")).toBeVisible();
    await marta.getByRole("link", { name: "Homework", exact: true }).click();
    await marta
      .getByRole("link", { name: /: A good moment this week$/ })
      .first()
      .click();
    for (const words of [MOMENT_N, MOMENT_D]) await expect(marta.getByText(words).first()).toBeVisible();
  });

  await part("In the room: what is for all three stands on the stage, for all three", async () => {
    await marta.goto("/");
    await comeTogether(three);
    const handed = marta.getByRole("region", { name: "Handed in" });
    await expect(handed.getByRole("button", { name: /One small thing/ })).toHaveCount(0);
    await handed.getByRole("button", { name: /A time that was good/ }).click();
    for (const page of [marta, noor, daniel]) {
      await expect(page.getByText(FOR_ALL)).toBeVisible();
      await expect(page.getByText("All three of you").first()).toBeVisible();
    }
    await press(marta, "Mark as talked about");
    await press(marta, "Take it off the stage");
    for (const page of [noor, daniel]) await expect(page.getByText(FOR_ALL)).toHaveCount(0);
    await noor.goto("/homework");
    await expect(noor.getByText("You have talked about it with Marta.").first()).toBeVisible();
    await expect(heading(noor, "Homework")).toBeVisible();
  });
});

// The demo has homework of the same name already: what was set last stands first.
const row = (marta: Page, title: string) => marta.getByRole("row").filter({ hasText: title }).first();
const task = (page: Page, title: string) => page.getByRole("link", { name: title }).first();

/** Marta chooses for whom and what, and writes why. */
async function set(marta: Page, whom: string, title: string, why: string): Promise<void> {
  await press(marta, "Set homework");
  const dialog = marta.getByRole("dialog");
  await dialog.getByRole("radio", { name: whom, exact: true }).check({ force: true });
  const what = dialog.getByLabel("What", { exact: true });
  const option = what.locator("option", { hasText: title });
  await what.selectOption((await option.getAttribute("value")) ?? "");
  await dialog.getByLabel("A sentence why").fill(why);
  await dialog.getByRole("button", { name: "Set it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(marta, title)).toContainText("Not started");
}

/** Words into the field below a question, for these readers, and done. */
async function answer(page: Page, question: RegExp, words: string, readers?: string): Promise<void> {
  const step = page.locator("[data-step]").filter({ has: page.getByRole("heading", { name: question }) });
  await step.getByLabel("Your words", { exact: true }).fill(words);
  if (readers) await step.getByRole("radio", { name: readers, exact: true }).check();
  await step.getByRole("button", { name: "I am done" }).click();
  await expect(step.getByText("You have finished.")).toBeVisible();
}
