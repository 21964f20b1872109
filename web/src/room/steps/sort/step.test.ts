import { expect, test } from "vitest";
import type { SortStep } from "../steps-types.ts";
import { deckOf } from "./sort.ts";
import { answerOf, nextOwn, tableOf } from "./step.ts";

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

test("what was placed lies there again after a reload, and the rest is the deck in its order", () => {
  const table = tableOf(step, { control: ["a"] }, {});
  expect(table.on).toEqual({ trust: [], control: ["a"] });
  expect(deckOf(table)).toEqual(["b"]);
});

test("a card in own words comes on top of the deck, and counts once it is placed", () => {
  const own = { "own-1": "Walking home alone" };
  const written = tableOf(step, {}, own);
  expect(deckOf(written)).toEqual(["own-1", "a", "b"]);
  expect(answerOf(written, own)).toBeNull();
  expect(answerOf(tableOf(step, { trust: ["own-1"] }, own), own)).toEqual({
    kind: "sort",
    piles: [
      { pile: "trust", cards: ["own-1"] },
      { pile: "control", cards: [] },
    ],
    own: [{ card: "own-1", text: "Walking home alone" }],
  });
});

test("a card in own words that stayed in the deck is in no answer", () => {
  const own = { "own-1": "Not for today" };
  expect(answerOf(tableOf(step, { trust: ["a"] }, own), own)).toMatchObject({ own: [] });
});

test("there is room for as many own cards as the step says", () => {
  expect(nextOwn({}, 0)).toBeNull();
  expect(nextOwn({ "own-1": "x" }, 2)).toBe("own-2");
  expect(nextOwn({ "own-1": "x", "own-2": "y" }, 2)).toBeNull();
});
