import { expect, test } from "vitest";
import type { RoomEvent, Seat } from "../../../live/wire.ts";
import { evolve, type Line } from "./lines.ts";

const where = { run: 1, step: "closing", round: 1 };
const fold = (events: [Seat, RoomEvent][]) =>
  events.reduce<readonly Line[]>((lines, [by, event]) => evolve(lines, event, by), []);

test("one offers and the other keeps", () => {
  const lines = fold([
    ["partner-2", { type: "LineOffered", data: { where, line: "l", text: "Asking is not accusing" } }],
    ["partner-1", { type: "LineKept", data: { where, line: "l" } }],
    ["partner-1", { type: "LineKept", data: { where, line: "l" } }],
  ]);
  expect(lines).toEqual([{ id: "l", by: "partner-2", text: "Asking is not accusing", keptBy: ["partner-1"] }]);
});

test("a line that nobody offered cannot be kept", () => {
  expect(fold([["partner-1", { type: "LineKept", data: { where, line: "x" } }]])).toEqual([]);
});
