import { beforeAll, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import { maySkip, sourcesOf, statements, whereItGoesOn } from "./instruments.ts";
import type { MyQuestionnaire, Result } from "./queries.ts";

beforeAll(() => speak("en"));

const result: Result = {
  score: 54,
  range: { min: 0, max: 69 },
  higherIsBetter: true,
  source: "A book",
  answered: 14,
  items: 14,
  parts: [],
  cutOff: { value: 47, side: "at-or-below", source: "A paper" },
  beyond: false,
};
const since = { on: "2026-03-03", by: 12, pointsSource: "A paper" };

test("crossing and changing are one sentence, and never more than the source says", () => {
  const both = { ...result, since: { ...since, crossed: true, changed: true, points: 12 } };
  expect(statements(both)).toContain("It crossed the cut-off and changed by 12 points or more.");
  expect(statements(both).join(" ")).not.toMatch(/recover|improve|worse|better/i);
  expect(sourcesOf(both)).toEqual(["A book", "A paper"]);
});

test("a file without a cut-off and without a number for change makes no statement", () => {
  const { beyond: _, ...plain } = result;
  const none: Result = { ...plain, cutOff: { side: "below", source: "" }, since };
  expect(statements(none)).toEqual([expect.stringContaining("12 higher than on")]);
  expect(sourcesOf(none)).toEqual(["A book"]);
});

const mine: MyQuestionnaire = {
  id: "x",
  you: "partner-1",
  members: [],
  name: "Made",
  instructions: "Read.",
  items: ["a", "b", "c"].map((id) => ({ id, text: id, answers: [] })),
  minAnswered: 2,
  answers: [],
  state: "asked",
  open: true,
};

test("it goes on at the next item, a skipped one is not asked again", () => {
  expect(whereItGoesOn(mine)).toEqual({ page: "begin" });
  const begun = { ...mine, answers: [{ item: "a", value: 1 }, { item: "b" }] };
  expect(whereItGoesOn(begun)).toEqual({ page: "question", number: 2 });
  expect(whereItGoesOn({ ...begun, answers: [...begun.answers, { item: "c", value: 0 }] })).toEqual({ page: "last" });
});

test("as many can be skipped as the file allows", () => {
  expect(maySkip(mine, "a")).toBe(true);
  expect(maySkip({ ...mine, answers: [{ item: "a" }] }, "a")).toBe(true);
  expect(maySkip({ ...mine, answers: [{ item: "a" }] }, "b")).toBe(false);
});
