import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Step } from "../steps/steps-types.ts";
import { session, upTo } from "../testing.ts";
import { nextStep, revealAtHand } from "./leading.ts";

const marta = session("trust-vs-control", "therapist");
const file = join(import.meta.dirname, "../../../../src/test/resources/frames/trust-vs-control.json");
const { steps } = (JSON.parse(readFileSync(file, "utf8")) as { exercise: { steps: Step[] } }).exercise;
const run = (type: string, nth = 1) => {
  const found = upTo(marta, type, nth).run;
  if (found === null) throw new Error("nothing runs");
  return found;
};

test("no reveal is at hand while nothing is answered for one", () => {
  expect(revealAtHand(run("StepOpened", 1), steps)).toBeNull();
});

test("at the sort the reveal waits until both have sealed", () => {
  expect(revealAtHand(run("WorkFinished", 1), steps)).toMatchObject({ openable: false });
  expect(revealAtHand(run("OpenableChanged"), steps)).toMatchObject({ openable: true });
});

test("once opened it is not offered again", () => {
  expect(revealAtHand(run("RowChosen"), steps)).toBeNull();
});

test("the next step is the one after, and after the closing there is none", () => {
  expect(nextStep(run("ExerciseStarted"))).toBe("arrive");
  expect(nextStep(run("StepOpened", 3))).toBe("both-sorts");
  expect(nextStep(run("StepOpened", 7))).toBeNull();
});
