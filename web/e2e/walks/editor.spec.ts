import type { Page } from "@playwright/test";
import { signedIn } from "../server/people.ts";
import { goIn, heading, nextStep, press } from "./people.ts";
import { expect, test } from "./three.ts";

const CARD = "Looking where the other is";
const TEXT = "Read this slowly, each at your own speed.";
const TITLE = "Trust or control, adapted";
const HINT = "Give them more time than this.";
const BOMB = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\ntitle: [*b, *b, *b]\n";

test("a therapist adapts an exercise, publishes it, and leads it with the two", async ({ three, hidden, part }) => {
  const { marta, noor, daniel } = three;

  await part("Marta makes a copy and changes a card", async () => {
    await marta.goto("/exercises");
    await marta.getByLabel("Find an exercise").fill("everyday moments");
    await press(marta, /^Trust or control/);
    await expect(heading(marta, "Trust or control")).toBeVisible();
    await press(marta, "Adapt it");
    await expect(heading(marta, TITLE)).toBeVisible();
    await step(marta, "Sort on your own").click();
    await marta.getByLabel("Cards, 7", { exact: true }).fill(CARD);
    await expect(marta.getByText("Saved", { exact: true })).toBeVisible();
  });

  await part("She adds a step and puts it in its place by the keyboard alone", async () => {
    await marta.getByRole("button", { name: "Add a step" }).focus();
    await marta.keyboard.press("Enter");
    await marta.keyboard.press("Enter");
    await expect(titles(marta)).toHaveText([
      "Arrive",
      "Read together",
      "Sort on your own",
      "Read together",
      /See/,
      /Talk/,
      /One/,
      /Closing/,
    ]);
    await step(marta, "Read together").nth(1).focus();
    await marta.keyboard.press("Alt+ArrowUp");
    await expect(titles(marta).nth(2)).toHaveText("Read together");
    await expect(step(marta, "Read together").nth(1)).toBeFocused();
    await expect(marta.locator("#say")).toContainText("is now number 3 of 8");
  });

  await part("What is missing is named where it belongs, and can be mended there", async () => {
    await expect(marta.getByRole("button", { name: "Publish", exact: true })).toHaveAttribute("aria-disabled", "true");
    await marta.getByRole("tab", { name: "1 missing" }).click();
    await press(marta, "Read together: What they read");
    await expect(marta.getByText("This is still empty.").first()).toBeVisible();
    await marta.getByLabel("What they read").fill(TEXT);
    await expect(marta.getByRole("tab", { name: "Nothing missing" })).toBeVisible();
    await marta.getByRole("tab", { name: "What they see" }).click();
    await expect(marta.getByRole("region", { name: "What they see" }).getByText(TEXT)).toBeVisible();
  });

  await part("A hint is for her alone", async () => {
    await marta.getByLabel("A hint for you").fill(HINT);
    await expect(marta.getByText("Saved", { exact: true })).toBeVisible();
    hidden.keep(HINT, "noor", "daniel");
  });

  await part("She tries it out from all three seats, publishes it, and finds it among her own", async () => {
    await press(marta, "Try it out");
    await expect(heading(marta, "Second partner")).toBeVisible();
    await marta.getByRole("button", { name: /Sort on your own/ }).click();
    await expect(marta.getByRole("region", { name: "First partner" }).locator("[data-card]").first()).toBeVisible();
    await marta.getByRole("link", { name: "Back to the exercises" }).click();
    await press(marta, "Publish");
    await press(marta, "Publish version 1");
    await expect(marta.getByText("version 1 is published")).toBeVisible();
    await marta.getByRole("link", { name: "Back to the exercises" }).click();
    await press(marta, /^Mine/);
    await press(marta, new RegExp(`^${TITLE}`));
  });

  await part("She starts it with the two, who read the words as she wrote them", async () => {
    await marta.getByLabel("With whom?").selectOption("Noor and Daniel");
    await press(marta, "Start the session");
    const door = marta.getByRole("button", { name: "Open the door" });
    const inside = heading(marta, "Nothing is running");
    await expect(door.or(inside)).toBeVisible();
    if (await door.isVisible()) await door.click();
    await expect(inside).toBeVisible();
    for (const page of [noor, daniel]) {
      await goIn(page);
      await expect(page.getByText("There is no exercise for now.")).toBeVisible();
    }
    await press(marta, "Start “Trust or control”");
    await marta.getByRole("dialog").getByText(TITLE, { exact: true }).last().click();
    await press(marta, "Start the exercise");
    await nextStep(marta);
    for (const page of [noor, daniel]) await expect(page.getByText("Put both feet on the floor.")).toBeVisible();
    await nextStep(marta);
    await nextStep(marta);
    for (const page of [marta, noor, daniel]) await expect(page.getByText(TEXT)).toBeVisible();
    await nextStep(marta);
    for (const page of [noor, daniel]) await expect(page.locator("[data-card]").first()).toBeVisible();
    expect(await noor.locator("[data-card]").allTextContents()).not.toContain("Checking where the other is");
    await press(marta, "More");
    await marta.getByRole("menuitem", { name: /End the exercise/ }).click();
  });
});

test("a file that is broken says what and where, and nothing is lost", async ({ three, part }) => {
  const { marta } = three;

  await part("One of 4 MB is a plain sentence", async () => {
    await marta.goto("/exercises/import");
    await choose(marta, "large.yaml", "x".repeat(4 * 1024 * 1024));
    await expect(marta.getByText("This file is larger than 64 KB.")).toBeVisible();
  });

  await part("One that would explode is kept as it is, and mended in its text", async () => {
    await choose(marta, "bomb.yaml", BOMB);
    await expect(marta.getByRole("cell", { name: /Aliases/ }).first()).toBeVisible();
    await press(marta, "Keep as a draft and mend it");
    const field = marta.getByRole("textbox", { name: "The text of the file" });
    await expect(field).toHaveValue(BOMB);
    await field.fill("title: Mended\n");
    await press(marta, "Go on in the form");
    await expect(heading(marta, "Mended")).toBeVisible();
    await marta.reload();
    await expect(heading(marta, "Mended")).toBeVisible();
  });
});

// Without the walk's watch: the browser writes each refusal of the server into its console.
test("two tabs that change the same draft are told, and neither loses words", async ({ browser, demo }) => {
  const one = await signedIn(browser, demo.address, "marta");
  await one.goto("/exercises");
  await one.getByRole("button", { name: "New exercise" }).click();
  await expect(heading(one, "Without a title")).toBeVisible();
  const two = await one.context().newPage();
  await two.goto(one.url());
  await two.getByLabel("What it is for").fill("From the second tab.");
  await expect(two.getByText("Saved", { exact: true })).toBeVisible();
  await one.getByLabel("Title", { exact: true }).fill("From the first tab");
  await expect(one.getByText("This draft was changed on another page or device.")).toBeVisible();
  await expect(one.getByLabel("Title", { exact: true })).toHaveValue("From the first tab");
  await press(one, "Keep what is here");
  await expect(one.getByText("Saved", { exact: true })).toBeVisible();
  await one.reload();
  await expect(heading(one, "From the first tab")).toBeVisible();
  await expect(two.getByLabel("What it is for")).toHaveValue("From the second tab.");
  await one.context().close();
});

const steps = (page: Page) => page.getByRole("navigation", { name: "Steps" });
const titles = (page: Page) => steps(page).locator(".edstep__title");
const step = (page: Page, title: string) => steps(page).getByRole("button", { name: new RegExp(`^${title}`) });

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
