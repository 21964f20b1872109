import { expect, test } from "vitest";
import type { RoomEvent, Seat } from "../../../live/wire.ts";
import type { SortStep } from "../steps-types.ts";
import { answerOf, begin, evolve, foretell, nextOwn } from "./step.ts";

const step: SortStep = {
  kind: "sort",
  common: { id: "sort", title: "Sort" },
  prompt: "?",
  piles: [
    { id: "trust", text: "Trust" },
    { id: "control", text: "Control" },
  ],
  cards: [
    { id: "a", text: "A" },
    { id: "b", text: "B" },
  ],
  ownCards: 2,
  sharing: { widest: "reveal", narrower: [], therapistAtOnce: false },
};
const where = { run: 1, step: "sort", round: 1 };
const noor: Seat = "partner-1";
const placed = (card: string, pile: string | null, place = 0, text: string | null = null): RoomEvent => ({
  type: "CardPlaced",
  data: { where, card, pile, place, text },
});
const fold = (events: RoomEvent[]) => events.reduce((work, event) => evolve(work, event, noor, noor), begin(step));

test("what was placed lies there again after a reload", () => {
  const work = fold([placed("a", "trust"), placed("b", "trust", 0), placed("a", "control")]);
  expect(work.table.on).toEqual({ trust: ["b"], control: ["a"] });
  expect(work.table.deck).toEqual([]);
});

test("a card in own words comes into the deck, and counts once it is placed", () => {
  const written = fold([placed("own-1", null, 0, "Walking home alone")]);
  expect(written.table.deck).toEqual(["own-1", "a", "b"]);
  expect(answerOf(written.table, written.own)).toBeNull();
  const work = evolve(written, placed("own-1", "trust"), noor, noor);
  expect(answerOf(work.table, work.own)).toEqual({
    kind: "sort",
    piles: [
      { pile: "trust", cards: ["own-1"] },
      { pile: "control", cards: [] },
    ],
    own: [{ card: "own-1", text: "Walking home alone" }],
  });
});

test("there is room for as many own cards as the step says", () => {
  expect(nextOwn({}, 0)).toBeNull();
  expect(nextOwn({ "own-1": "x" }, 2)).toBe("own-2");
  expect(nextOwn({ "own-1": "x", "own-2": "y" }, 2)).toBeNull();
});

test("a placing is foretold as the server will tell it", () => {
  const event = placed("a", "trust");
  expect(foretell({ type: "PlaceCard", data: event.data as never })).toEqual(event);
});
