import { expect, test } from "vitest";
import type { RoomEvent, Seat } from "../../../live/wire.ts";
import { emptyOpening, evolve, foretell, isDecided, type Opening } from "./opening.ts";

const where = { run: 1, step: "both-sorts", round: 1 };
const fold = (events: [Seat | "room", RoomEvent][]) =>
  events.reduce<Opening>((opening, [by, event]) => evolve(opening, event, by), emptyOpening);

test("marks stand in seat order, whoever was first", () => {
  const marked = (on: boolean): RoomEvent => ({ type: "TalkMarked", data: { where, row: "a", on } });
  expect(
    fold([
      ["partner-2", marked(true)],
      ["partner-1", marked(true)],
    ]).marks,
  ).toEqual({ a: ["partner-1", "partner-2"] });
  expect(
    fold([
      ["partner-2", marked(true)],
      ["partner-2", marked(false)],
    ]).marks,
  ).toEqual({ a: [] });
});

test("opened and left closed are both decided, and openable no more", () => {
  const open: [Seat | "room", RoomEvent] = ["room", { type: "OpenableChanged", data: { where, openable: true } }];
  const revealed = fold([open, ["room", { type: "Revealed", data: { where, opened: [], closed: ["sort"] } }]]);
  expect(isDecided(revealed)).toBe(true);
  expect(revealed.openable).toBe(false);
  const closed = fold([open, ["room", { type: "StepLeftClosed", data: { where, steps: ["sort"] } }]]);
  expect(closed).toEqual(revealed);
});

test("opening is never foretold", () => {
  expect(foretell({ type: "OpenAnswers", data: { step: "both-sorts" } })).toBeUndefined();
  expect(foretell({ type: "LeaveClosed", data: { step: "both-sorts" } })).toBeUndefined();
});
