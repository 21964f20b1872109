import { expect, test } from "vitest";
import { counted, lastWeeks } from "./agreements.ts";

const weeks = [
  { week: "2026-04-06", mark: "kept" as const },
  { week: "2026-04-13", mark: "talked-about" as const },
  { week: "2026-04-27", mark: "kept" as const },
];

test("a week of which not both said the same stays a gap", () => {
  expect(lastWeeks({ weeks }, "2026-05-04").map((one) => one.mark)).toEqual(["kept", "talked-about", null, "kept"]);
});

test("the week that runs now is not in the row", () => {
  expect(lastWeeks({ weeks: [{ week: "2026-05-04", mark: "kept" }] }, "2026-05-04")).toEqual([]);
});

test("only weeks that show something are counted", () => {
  expect(counted({ weeks })).toEqual({ weeks: 3, kept: 2, talked: 1 });
});
