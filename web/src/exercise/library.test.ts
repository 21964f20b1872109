import { beforeAll, describe, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import { groups, leave, themeName, themes } from "./library.ts";
import type { ExerciseSummary } from "./queries.ts";

const some = (id: string, ...themes: string[]) => ({ id, themes }) as unknown as ExerciseSummary;

beforeAll(() => speak("en"));

describe("what may be started with a couple", () => {
  test.each([
    [0, 0, "yes"],
    [1, 0, "not-now"],
    [2, 1, "not-now"],
    [2, 2, "yes"],
    [3, 0, "not-now"],
    [3, 1, "not-now"],
    [3, 2, "ask-each-alone"],
    [3, 3, "ask-each-alone"],
  ] as const)("level %i under a ceiling of %i: %s", (level, ceiling, may) => {
    expect(leave(level, ceiling)).toBe(may);
  });
});

test("each exercise stands once, under its first theme", () => {
  const all = [some("a", "repair", "talk-openly"), some("b", "talk-openly"), some("c", "repair")];
  expect(groups(all).map((group) => [group.theme, group.exercises.map((one) => one.id)])).toEqual([
    ["repair", ["a", "c"]],
    ["talk-openly", ["b"]],
  ]);
  expect(themes(all).map((theme) => [theme.name, theme.count])).toEqual([
    ["Repair", 2],
    ["Talk openly", 2],
  ]);
});

test("a theme of an author's own is shown as it was written", () => {
  expect(themeName("our-garden")).toBe("our garden");
});
