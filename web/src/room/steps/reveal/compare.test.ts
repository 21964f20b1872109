import { expect, test } from "vitest";
import { compare, type Sorted } from "./compare.ts";

const piles = ["trust", "unsure", "control"];
const cards = ["a", "b", "c", "d", "e"];

function sort(at: Record<string, string>, own: Record<string, string> = {}): Sorted {
  return {
    piles: piles.map((pile) => ({
      pile,
      cards: Object.keys(at).filter((card) => at[card] === pile),
    })),
    own: Object.entries(own).map(([card, text]) => ({ card, text })),
  };
}

const both = (one: Sorted, other: Sorted) =>
  compare(piles, cards, [
    { seat: "partner-1", value: one },
    { seat: "partner-2", value: other },
  ]);

test("wider apart comes before closer, then the order of the deck", () => {
  const { apart } = both(
    sort({ a: "trust", b: "trust", c: "trust", d: "control" }),
    sort({ a: "unsure", b: "control", c: "unsure", d: "trust" }),
  );
  expect(apart.map((row) => row.card)).toEqual(["b", "d", "a", "c"]);
});

test("within a row the seats stand in their order, whoever was first", () => {
  const { apart } = both(sort({ a: "control" }), sort({ a: "trust" }));
  expect(apart[0]?.at).toEqual([
    { seat: "partner-1", pile: "control" },
    { seat: "partner-2", pile: "trust" },
  ]);
});

test("what both see alike stands by pile, without empty piles", () => {
  const { apart, alike } = both(
    sort({ a: "control", b: "trust", c: "control" }),
    sort({ c: "control", b: "trust", a: "control" }),
  );
  expect(apart).toEqual([]);
  expect(alike).toEqual([
    { pile: "trust", cards: ["b"] },
    { pile: "control", cards: ["a", "c"] },
  ]);
});

test("a card that one left out is in no row", () => {
  const { apart, alike } = both(sort({ a: "trust", b: "trust" }), sort({ b: "trust" }));
  expect(apart).toEqual([]);
  expect(alike).toEqual([{ pile: "trust", cards: ["b"] }]);
});

test("own cards stand below with their author, also where both used the same id", () => {
  const { own, apart } = both(
    sort({ "own-1": "trust" }, { "own-1": "Walking home alone" }),
    sort({ "own-1": "control" }, { "own-1": "The shared account", "own-2": "left in the deck" }),
  );
  expect(apart).toEqual([]);
  expect(own).toEqual([
    { seat: "partner-1", card: "own-1", text: "Walking home alone", pile: "trust" },
    { seat: "partner-2", card: "own-1", text: "The shared account", pile: "control" },
  ]);
});
