import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Step } from "../room/steps/steps-types.ts";
import { onPaper } from "./onPaper.ts";

const FRAMES = join(import.meta.dirname, "../../../src/test/resources/frames/trust-vs-control.json");
const steps = JSON.parse(readFileSync(FRAMES, "utf8")).exercise.steps as readonly Step[];

test("what asks or tells something stands on paper, and what is for both at once does not", () => {
  const asking = steps.filter((step) => !["reveal", "talk", "agree"].includes(step.kind));
  expect(asking.length).toBeLessThan(steps.length);
  const titles = onPaper(steps, true).flatMap(({ title }) => title ?? []);
  expect(titles).toEqual(asking.map((step) => step.common.title));
});

test("cards stand on paper beside their piles", () => {
  const sort = steps.find((step) => step.kind === "sort");
  const [printed] = onPaper(sort ? [sort] : [], true);
  expect(printed).toMatchObject({ room: "piles" });
  if (printed?.room !== "piles") throw new Error("a sort is printed as piles");
  expect(printed.of).toHaveLength(12 + (sort?.kind === "sort" ? sort.ownCards : 0));
  expect(printed.piles).toHaveLength(3);
});

test("a closing's word has room of its own, except where there are no words for the therapist alone", () => {
  const closing = steps.filter((step) => step.kind === "closing");
  expect(onPaper(closing, true).map(({ room }) => room)).toEqual(["numbers", "line"]);
  expect(onPaper(closing, false).map(({ room }) => room)).toEqual(["numbers"]);
});
