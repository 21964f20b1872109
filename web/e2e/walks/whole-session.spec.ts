import { unnoticedBy, wholePage } from "./hidden.ts";
import { addSentence, comeTogether, finish, heading, nextStep, oneTurn, press, sentences, sort } from "./people.ts";
import { expect, test } from "./three.ts";

const STEP = "I ask instead of looking";
const ALONE = "quietly mine alone";
const HEARD = "You listened to the end";

// “Talk openly” has no agreement among its steps: what is signed is the small step of “Trust or control”.
test("the three go through “Trust or control” and then “Talk openly”, to both signatures", async ({
  three,
  watch,
  hidden,
  part,
}) => {
  const { marta, noor, daniel } = three;
  const all = [marta, noor, daniel];
  await comeTogether(three);
  watch.beginAnew();

  await part("Arriving and reading: the same page for all", async () => {
    await press(marta, "Start “Trust or control”");
    await press(marta, "Start the exercise");
    for (const page of [noor, daniel]) await expect(page.getByText("Put both feet on the floor.")).toHaveCount(0);
    await nextStep(marta);
    for (const page of all) await expect(page.getByText("Put both feet on the floor.")).toBeVisible();
    await nextStep(marta);
    for (const page of all) {
      await expect(page.getByText("Was it asked for, or done without asking?")).toBeVisible();
      await expect(page.getByText("Put both feet on the floor.")).toHaveCount(0);
    }
  });

  await part("Sorting: each alone, and Marta sees how many, never which", async () => {
    await nextStep(marta);
    for (const page of [noor, daniel]) await expect(page.getByText("Only you can see this now.")).toBeVisible();
    await expect(marta.getByText("You cannot see their cards yet.")).toBeVisible();
    await unnoticedBy(daniel, () => sort(noor, "333111222111"));
    await expect(marta.getByText("12 of 12").first()).toBeVisible();
    await unnoticedBy(noor, () => sort(daniel, "133111222113"));
    await expect(marta.getByText("Still sorting, 12 of 12 placed")).toHaveCount(2);
    await expect(marta.getByRole("button", { name: /^Reveal both/ })).toHaveAttribute("aria-disabled", "true");
    await unnoticedBy(daniel, () => finish(noor));
    await expect(marta.getByText("Finished", { exact: true })).toHaveCount(1);
    await expect(daniel.getByText("Both of you have finished")).toHaveCount(0);
    await finish(daniel);
    for (const page of [noor, daniel]) await expect(page.getByText("Both of you have finished").first()).toBeVisible();
    await expect(marta.getByText("Both have sealed.")).toBeVisible();

    await expect(marta.locator("[data-card], [data-pile]")).toHaveCount(0);
    expect(await wholePage(marta), "no pile is named to Marta").not.toContain("Not sure");
    expect(watch.events(marta, "CardPlaced")).toEqual([]);
    expect(watch.events(marta, "AnswerSealed")).toEqual([]);
    for (const [page, other] of [[noor, "partner-2"] as const, [daniel, "partner-1"] as const]) {
      for (const type of ["CardPlaced", "AnswerSealed"]) {
        expect(watch.events(page, type).map((event) => event.by)).not.toContain(other);
      }
      expect(watch.events(page, "Revealed")).toEqual([]);
    }
  });

  await part("The reveal: both screens at the same moment, frozen", async () => {
    await press(marta, /^Reveal both/);
    for (const page of [noor, daniel]) await expect(heading(page, "Worth talking about")).toHaveCount(0);
    await press(marta, "Open both");
    for (const page of all) await expect(heading(page, "Worth talking about")).toBeVisible();
    for (const [page, calendars, no] of [
      [marta, "Noor: Control. Daniel: Trust.", "Noor: Trust. Daniel: Control."],
      [noor, "You: Control. Daniel: Trust.", "You: Trust. Daniel: Control."],
      [daniel, "Noor: Control. You: Trust.", "Noor: Trust. You: Control."],
    ] as const) {
      const rows = page.locator(".cmp__row");
      await expect(rows).toHaveCount(2);
      await expect(
        rows.filter({ hasText: "Sharing our calendars" }).getByRole("img", { name: calendars }),
      ).toBeVisible();
      await expect(rows.filter({ hasText: "Saying no to a plan" }).getByRole("img", { name: no })).toBeVisible();
      await expect(page.locator(".alike li")).toHaveCount(10);
      await expect(page.getByRole("button", { name: /Reopen/ })).toHaveCount(0);
      expect(watch.events(page, "Revealed")).toHaveLength(1);
    }
    await press(marta, "Choose this card");
    for (const page of [noor, daniel]) await expect(page.getByText("Marta has chosen this card.")).toBeVisible();
    await expect(marta.getByText("You have chosen this card.")).toBeVisible();
  });

  await part("One speaks, the other says it back, then they swap", async () => {
    await nextStep(marta);
    hidden.keep("a note of Daniel’s", "marta", "noor");
    hidden.keep("a note of Noor’s", "marta", "daniel");
    await oneTurn(marta, noor, daniel, "Noor", "a note of Daniel’s");
    await oneTurn(marta, daniel, noor, "Daniel", "a note of Noor’s");
    for (const page of [noor, daniel]) await expect(page.getByText("Both of you have had your turns.")).toBeVisible();
  });

  await part("One small step: a sentence, and both sign", async () => {
    await nextStep(marta);
    for (const page of all) await expect(page.getByText("An empty page. Nothing has to be written.")).toBeVisible();
    await addSentence(noor, STEP);
    for (const page of all) await expect.poll(() => sentences(page)).toEqual([STEP]);
    await expect(marta.getByRole("button", { name: "Sign this version" })).toHaveCount(0);
    await press(noor, "Sign this version");
    for (const page of all) await expect(page.getByText("Signed", { exact: true })).toHaveCount(1);
    for (const page of all) await expect(page.getByText("This is your agreement.")).toHaveCount(0);
    await press(daniel, "Sign this version");
    for (const page of all) {
      await expect(page.getByText("This is your agreement.")).toBeVisible();
      await expect(page.getByText("Signed", { exact: true })).toHaveCount(2);
    }
  });

  await part("Closing: a number for Marta, and nothing of it for the other", async () => {
    await nextStep(marta);
    hidden.keep("7 of 10", "daniel");
    await noor.getByRole("radio", { name: /^7/ }).check();
    await expect(marta.getByText("7 of 10")).toHaveCount(0);
    await unnoticedBy(daniel, async () => {
      await finish(noor);
      await expect(marta.getByText("7 of 10").first()).toBeVisible();
    });
    await press(daniel, "Skip this one");
    for (const page of [noor, daniel]) await expect(page.getByText("Both of you have finished").first()).toBeVisible();
    await expect(marta.getByText("Finished", { exact: true })).toHaveCount(2);
    expect(watch.events(daniel, "AnswerSealed").map((event) => event.by)).not.toContain("partner-1");
    await press(marta, "More");
    await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
    for (const page of [noor, daniel]) await expect(heading(page, "That was the exercise")).toBeVisible();
  });

  await part("“Talk openly”: words of one’s own", async () => {
    await press(marta, "Start an exercise");
    await marta.getByRole("radio", { name: /Talk openly/ }).check();
    await press(marta, "Start the exercise");
    for (let step = 0; step < 3; step++) await nextStep(marta);
    hidden.keep(ALONE, "marta", "daniel");
    await noor.getByLabel("Your words", { exact: true }).fill(ALONE);
    await unnoticedBy(daniel, async () => {
      await finish(noor);
      await expect(marta.getByText("Finished", { exact: true })).toHaveCount(1);
    });
    await expect(noor.getByText(ALONE).first()).toBeVisible();
    await press(daniel, "Skip this one");
    for (const page of [noor, daniel]) await expect(page.getByText("Both of you have finished").first()).toBeVisible();
    await expect(marta.getByText("Finished", { exact: true })).toHaveCount(2);
  });

  await part("“Talk openly”: the talk", async () => {
    await nextStep(marta);
    hidden.keep("another note of Daniel’s", "marta", "noor");
    hidden.keep("another note of Noor’s", "marta", "daniel");
    await oneTurn(marta, noor, daniel, "Noor", "another note of Daniel’s");
    await oneTurn(marta, daniel, noor, "Daniel", "another note of Noor’s");
  });

  await part("“Talk openly”: one thing to remember, for all", async () => {
    await nextStep(marta);
    hidden.keep(HEARD, "marta", "daniel");
    await noor.getByLabel("Your words", { exact: true }).fill(HEARD);
    await hidden.check();
    hidden.tell(HEARD);
    await finish(noor);
    for (const page of all) await expect(page.getByText(HEARD).first()).toBeVisible();
    await nextStep(marta);
    for (const page of [noor, daniel]) {
      await expect(page.getByText("How well did you feel heard?")).toBeVisible();
      await press(page, "Skip this one");
    }
    await expect(marta.getByText("Finished", { exact: true })).toHaveCount(2);
  });

  await part("The session ends for all", async () => {
    await press(marta, "End session");
    await marta.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await expect(heading(marta, "The session has ended.")).toBeVisible();
    for (const page of [noor, daniel]) await expect(heading(page, "Thank you.")).toBeVisible();
  });

  await part("A reload tells nobody more", async () => {
    for (const page of all) await page.reload();
    await expect(heading(marta, "The session has ended.")).toBeVisible();
    for (const page of [noor, daniel]) await expect(heading(page, "Thank you.")).toBeVisible();
  });

  await part("How it was goes to Marta alone", async () => {
    await noor.getByRole("link", { name: "How was your session for you?" }).click();
    const heard = noor.getByRole("group", { name: "How well did you feel heard today?" });
    await heard.getByRole("radio", { name: "3", exact: true }).check({ force: true });
    await press(noor, "Send to Marta");
    await expect(heading(noor, "Thank you. That was all.")).toBeVisible();
    await noor.goto("/");
    await expect(heading(noor, "For this week")).toBeVisible();
    await expect(noor.getByRole("link", { name: /How was your session for you/ })).toHaveCount(0);
    await daniel.goto("/");
    await daniel.getByRole("link", { name: /How was your session for you/ }).click();
    await expect(heading(daniel, "How was it for you?")).toBeVisible();
    await expect(daniel.getByRole("radio", { checked: true })).toHaveCount(0);
    await marta.goto("/");
    await marta.getByRole("link", { name: "One answer after the session was low: Noor" }).click();
    const answers = marta.getByRole("table").filter({ hasText: "How well did you feel heard today?" }).first();
    await expect(answers.getByRole("row", { name: "How well did you feel heard today? 3 –" })).toBeVisible();
  });
});
