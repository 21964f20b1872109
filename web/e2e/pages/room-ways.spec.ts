import type { Scene } from "../stand-in/room.ts";
import { expect, test } from "./fixtures.ts";

/** Daniel listens and makes notes. */
const WRITING: Scene = { seat: "partner-2", upTo: ["TurnGiven"] };

test("words sent out of turn come back to their writer with one sentence", async ({ page, enter }) => {
  const room = await enter({ seat: "partner-1", upTo: ["RowChosen"] });
  room.answers.Say = () => "not-your-turn";
  await page.getByRole("button", { name: "Chat" }).click();
  const field = page.getByLabel("Write to Marta and Daniel");
  await field.fill("May I say something?");
  await field.press("Enter");
  await expect(page.getByText("It is someone else’s turn to speak. Your words are still here.")).toBeVisible();
  await expect(field).toHaveValue("May I say something?");
  await expect(page.getByRole("list", { name: "What was written" }).getByRole("listitem")).toHaveCount(0);
});

test("whoever is writing is not pulled away when the others go on", async ({ page, enter }) => {
  const room = await enter(WRITING);
  const field = page.locator("#main textarea");
  await field.fill("She was alone");
  room.tell("StepOpened", { where: { run: 1, step: "closing", round: 1 } });
  await expect(page.getByText("Marta has moved on")).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("She was alone");
  await page.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByRole("heading", { name: "How was this for you?" })).toBeFocused();
});

test("a move brings the focus to the new step's heading and says it", async ({ page, enter }) => {
  const room = await enter({ seat: "partner-1", upTo: ["StepOpened", 1] });
  room.tell("StepOpened", { where: { run: 1, step: "read", round: 1 } });
  await expect(page.getByRole("heading", { name: "Read together" })).toBeFocused();
  await expect(page.locator("#say")).toContainText("Step 2 of 6, read together");
});

test("after a lost line everything missed is there, without a reload", async ({ page, enter }) => {
  const room = await enter({ seat: "partner-1", upTo: ["StepOpened", 1] });
  await room.cut();
  room.tell("StepOpened", { where: { run: 1, step: "read", round: 1 } });
  room.mend();
  await expect(page.getByRole("heading", { name: "Read together" })).toBeVisible({ timeout: 15_000 });
});

test("who is back reads it for a moment, and not for the rest of the session", async ({ page, enter }) => {
  const room = await enter({ seat: "partner-1", upTo: ["StepOpened", 1] });
  await room.cut();
  await expect(page.getByText("The connection is gone. We are trying again.")).toBeVisible({ timeout: 15_000 });
  room.mend();
  const back = page.getByText("You are back. Nothing was lost.");
  await expect(back).toBeVisible({ timeout: 20_000 });
  await expect(back).toHaveCount(0, { timeout: 10_000 });
});

test("the door opens by itself for who waits", async ({ page, enter }) => {
  const room = await enter({ seat: "partner-1", here: ["partner-1"], now: "2026-05-14T12:28:00Z" });
  await expect(page.getByText("You wait alone.")).toBeVisible();
  room.tell("DoorOpened", {}, "therapist");
  await expect(page.getByRole("heading", { name: "Marta is here and begins with a talk" })).toBeVisible();
  await expect(page.locator("#say")).toContainText("The door is open.");
});

test("the therapist opens only after having been asked, and both at once", async ({ page, enter }) => {
  const room = await enter({ seat: "therapist", upTo: ["OpenableChanged"] });
  await page.getByRole("button", { name: "Reveal both" }).click();
  expect(room.sent.map((each) => each.type)).not.toContain("OpenAnswers");
  await page.getByRole("button", { name: "Open both" }).click();
  await expect.poll(() => room.sent.at(-1)).toMatchObject({ type: "OpenAnswers", data: { step: "both-sorts" } });
});

test("the end is asked for first and can be taken back", async ({ page, enter }) => {
  const room = await enter({ seat: "therapist", upTo: ["RowChosen"] });
  await page.getByRole("button", { name: "End session" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(page.getByRole("heading", { name: "The session has ended." })).toBeFocused();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { name: /both your sorts/ })).toBeVisible();
  expect(room.sent.map((each) => each.type)).toEqual(["CloseRoom", "TakeBackClose"]);
});

test("above the ceiling nothing starts, and the therapist alone reads why", async ({ page, enter }) => {
  const room = await enter({ seat: "therapist", upTo: ["DoorOpened"] });
  room.answers.StartExercise = () => "not-now";
  await page.getByRole("button", { name: "Start “Trust or control”" }).click();
  await page.getByRole("button", { name: "Start the exercise" }).click();
  await expect(page.getByText("Not now. Speak with each alone first.")).toBeVisible();
});
