import { expect, test } from "vitest";
import { course, drawing, ends, lastWeeks, NARROW, WIDE, weeksOf } from "./chart.ts";
import type { Chart } from "./queries.ts";

const WEEKS = ["2026-04-20", "2026-04-27", "2026-05-04", "2026-05-11"];

function chart(one: (number | null)[], two: (number | null)[]): Chart {
  return {
    weeks: WEEKS.slice(0, one.length),
    lines: [
      { seat: "partner-1", numbers: one },
      { seat: "partner-2", numbers: two },
    ],
  };
}

test("the whole scale is drawn, whatever the numbers are", () => {
  const drawn = drawing(chart([5, 5, 5], [6, 6, 6]), [], WIDE);
  expect(drawn.grid.map((line) => line.number)).toEqual([0, 5, 10]);
  expect(drawn.grid.map((line) => line.y)).toEqual([216, 115, 14]);
});

test("a gap stays a gap: nothing is drawn over it", () => {
  const [line] = drawing(chart([4, null, 6, 7], [5, 5, 5, 5]), [], WIDE).lines;
  expect(line?.points).toHaveLength(3);
  expect(line?.path.match(/M/g)).toHaveLength(2);
  expect(line?.path.match(/L/g)).toHaveLength(1);
});

test("names at the ends of lines never lie on each other", () => {
  const lines = drawing(chart([5, 5, 6], [5, 5, 6]), [], WIDE).lines;
  const [one, two] = lines.map((line) => line.end?.y ?? 0);
  expect(Math.abs((one ?? 0) - (two ?? 0))).toBeGreaterThanOrEqual(18);
});

test("a session stands in its week, and one of another time nowhere", () => {
  expect(weeksOf(["2026-04-26", "2026-04-27", "2026-05-17", "2026-05-18", "2026-04-19"], WEEKS)).toEqual([0, 1, 3]);
});

test("the newest weeks are drawn, and the last one has its day", () => {
  const long: Chart = {
    weeks: Array.from({ length: 20 }, (_, i) => `2026-01-${String(i + 1).padStart(2, "0")}`),
    lines: [{ seat: "partner-1", numbers: Array.from({ length: 20 }, (_, i) => i % 11) }],
  };
  expect(lastWeeks(long, 8).weeks).toHaveLength(8);
  const drawn = drawing(long, [], NARROW);
  expect(drawn.lines[0]?.points).toHaveLength(8);
  expect(drawn.days.at(-1)).toEqual({ x: 274, day: "2026-01-20" });
  expect(drawn.days.length).toBeLessThanOrEqual(3);
});

test("what is said of the lines is said of all of them", () => {
  expect(course(chart([4, 5, 6], [5, null, 7]))).toBe("bothUp");
  expect(course(chart([6, 5, 4], [7, 6, 5]))).toBe("bothDown");
  expect(course(chart([6, 5, 4], [5, 6, 7]))).toBe("mixed");
  expect(ends([null, 4, null, 6, null])).toEqual([4, 6]);
});
