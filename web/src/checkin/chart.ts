// How a chart is drawn: always the whole scale, gaps stay gaps (design: DESIGN.md 5). Pure.
import type { Chart } from "./queries.ts";

export type Size = { width: number; height: number; weeks: number; labels: number };
export const WIDE: Size = { width: 1056, height: 260, weeks: 12, labels: 6 };
export const MIDDLE: Size = { width: 780, height: 250, weeks: 12, labels: 6 };
export const NARROW: Size = { width: 350, height: 236, weeks: 8, labels: 3 };

const LEFT = 34;
const RIGHT = 76;
const TOP = 14;
const BOTTOM = 44;
/** Names at the ends of lines need so much room. */
const NAME = 18;

export type Point = { x: number; y: number };
export type Line = { seat: string; path: string; points: Point[]; end: Point | undefined };
export type Drawing = {
  right: number;
  grid: { y: number; number: number }[];
  days: { x: number; day: string }[];
  sessions: Point[];
  lines: Line[];
};

/** The last weeks of a chart. */
export function lastWeeks(chart: Chart, weeks: number): Chart {
  return {
    weeks: chart.weeks.slice(-weeks),
    lines: chart.lines.map((line) => ({ ...line, numbers: line.numbers.slice(-weeks) })),
  };
}

/** @param sessions days of sessions */
export function drawing(whole: Chart, sessions: readonly string[], size: Size): Drawing {
  const chart = lastWeeks(whole, size.weeks);
  const right = size.width - RIGHT;
  const bottom = size.height - BOTTOM;
  const count = chart.weeks.length;
  const x = (i: number) => round(count < 2 ? LEFT : LEFT + ((right - LEFT) * i) / (count - 1));
  const y = (number: number) => round(bottom - ((bottom - TOP) * number) / 10);
  const lines = chart.lines.map((line) => lineOf(line.seat, line.numbers, x, y));
  return {
    right,
    grid: [0, 5, 10].map((number) => ({ y: y(number), number })),
    days: labelled(count, size.labels).map((i) => ({ x: x(i), day: chart.weeks[i] ?? "" })),
    sessions: weeksOf(sessions, chart.weeks).map((i) => ({ x: x(i), y: bottom + 15 })),
    lines: apart(lines),
  };
}

function lineOf(
  seat: string,
  numbers: readonly (number | null)[],
  x: (i: number) => number,
  y: (n: number) => number,
): Line {
  let path = "";
  const points: Point[] = [];
  numbers.forEach((number, i) => {
    if (number === null) return;
    const point = { x: x(i), y: y(number) };
    // After a gap the line begins anew: nothing is drawn where nothing was said.
    path += `${typeof numbers[i - 1] === "number" ? "L" : "M"}${point.x} ${point.y}`;
    points.push(point);
  });
  return { seat, path, points, end: points.at(-1) };
}

/** Two names never lie on each other. */
function apart(lines: Line[]): Line[] {
  const ended = lines.filter((line) => line.end).sort((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0));
  let above = Number.NEGATIVE_INFINITY;
  const ends = new Map<string, number>();
  for (const { seat, end } of ended) {
    above = Math.max(end?.y ?? 0, above + NAME);
    ends.set(seat, above);
  }
  return lines.map((line) => (line.end ? { ...line, end: { x: line.end.x, y: ends.get(line.seat) ?? 0 } } : line));
}

/** The last week always has its day, and some before it. */
function labelled(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, i) => i).filter((i) => (count - 1 - i) % step === 0);
}

/** In which weeks there was a session, each once. */
export function weeksOf(days: readonly string[], weeks: readonly string[]): number[] {
  const found = new Set<number>();
  for (const day of days) {
    const i = weeks.findIndex((monday) => {
      const days = (Date.parse(`${day}T12:00:00Z`) - Date.parse(`${monday}T12:00:00Z`)) / 86_400_000;
      return days >= 0 && days < 7;
    });
    if (i >= 0) found.add(i);
  }
  return [...found].sort((a, b) => a - b);
}

export type Course = "bothUp" | "bothDown" | "mixed";

/** What can be said of all lines together; never of one beside the other. */
export function course(chart: Chart): Course {
  const moved = chart.lines.map((line) => {
    const [from, to] = ends(line.numbers);
    return to - from;
  });
  if (moved.every((by) => by > 0)) return "bothUp";
  return moved.every((by) => by < 0) ? "bothDown" : "mixed";
}

/** The first and the last number of a line. */
export function ends(numbers: readonly (number | null)[]): [from: number, to: number] {
  const all = numbers.filter((number) => number !== null);
  return [all[0] ?? 0, all.at(-1) ?? 0];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
