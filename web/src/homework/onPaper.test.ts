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
  expect(onPaper(steps).map(({ title }) => title)).toEqual(asking.map((step) => step.common.title));
});

test("cards stand on paper beside their piles", () => {
  const sort = steps.find((step) => step.kind === "sort");
  const [printed] = onPaper(sort ? [sort] : []);
  expect(printed).toMatchObject({ room: "piles" });
  if (printed?.room !== "piles") throw new Error("a sort is printed as piles");
  expect(printed.of).toHaveLength(12);
  expect(printed.piles).toHaveLength(3);
});
