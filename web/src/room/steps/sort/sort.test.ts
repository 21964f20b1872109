import { describe, expect, test } from "vitest";
import { type Act, act, deckOf, emptyHand, freshTable, type Hand, seen, type Table } from "./sort.ts";

const piles = ["trust", "unsure", "control"];

function play(cards: string[], ...acts: Act[]) {
  let table: Table = freshTable(piles, cards);
  let hand: Hand = emptyHand;
  let said: unknown;
  for (const what of acts) {
    const outcome = act(table, hand, what);
    ({ table, hand } = outcome);
    said = outcome.said;
  }
  return { table, hand, said, look: seen(table, hand) };
}

describe("a held card", () => {
  test("lands where left, right, up and down say", () => {
    const steps: Act[] = [
      { do: "send", card: "1", pile: "control" },
      { do: "pick", card: "2" },
      { do: "pile", by: -1 },
      { do: "place", by: -1 },
    ];
    expect(play(["1", "2", "3"], ...steps).look.on.control).toEqual(["2", "1"]);
    expect(play(["1", "2", "3"], ...steps, { do: "put" }).table.on.control).toEqual(["2", "1"]);
  });

  test("goes back where it lay, and nothing is sent", () => {
    const { table, hand, said } = play(["1", "2"], { do: "pick", card: "1" }, { do: "pile", by: 1 }, { do: "back" });
    expect(deckOf(table)).toEqual(["1", "2"]);
    expect(hand).toEqual(emptyHand);
    expect(said).toEqual({ say: "putBack" });
  });

  test("that is put down where it lay is no move", () => {
    const { hand, said } = play(["1"], { do: "pick", card: "1" }, { do: "put" });
    expect(hand.past).toEqual([]);
    expect(said).toEqual({ say: "putBack" });
  });

  test("may be carried back to the deck", () => {
    const { table } = play(
      ["1", "2"],
      { do: "send", card: "1", pile: "trust" },
      { do: "pick", card: "1" },
      { do: "over", to: { pile: null, index: 0 } },
      { do: "put" },
    );
    expect(deckOf(table)).toEqual(["1", "2"]);
    expect(table.on.trust).toEqual([]);
  });
});

describe("what is said", () => {
  test("names the card, then where it lies if it lay in a pile", () => {
    expect(play(["1"], { do: "pick", card: "1" }).said).toEqual({ say: "pickedUp", card: "1" });
    const lain: Act[] = [
      { do: "send", card: "1", pile: "control" },
      { do: "send", card: "2", pile: "control" },
      { do: "pick", card: "2" },
    ];
    expect(play(["1", "2"], ...lain).said).toEqual({
      say: "pickedUpFrom",
      card: "2",
      pile: "control",
      place: 2,
      of: 2,
    });
    expect(play(["1", "2"], ...lain, { do: "pile", by: -1 }).said).toEqual({
      say: "movedTo",
      pile: "unsure",
      place: 1,
    });
    expect(play(["1", "2"], ...lain, { do: "place", by: -1 }).said).toEqual({
      say: "nowIn",
      pile: "control",
      place: 1,
      of: 2,
    });
  });

  test("counts the cards that are left", () => {
    expect(play(["1", "2", "3"], { do: "send", card: "2", pile: "trust" }).said).toEqual({
      say: "putDown",
      pile: "trust",
      left: 2,
    });
  });
});

test("undo takes the last placing back, and again the one before", () => {
  const two: Act[] = [
    { do: "send", card: "1", pile: "trust" },
    { do: "send", card: "2", pile: "trust" },
  ];
  expect(play(["1", "2"], ...two, { do: "undo" }).table.on.trust).toEqual(["1"]);
  const none = play(["1", "2"], ...two, { do: "undo" }, { do: "undo" });
  expect(none.table).toEqual(freshTable(piles, ["1", "2"]));
  expect(play(["1"], { do: "undo" }).said).toBeUndefined();
});

test("every move that is told leads from the table before to the table after", () => {
  const random = numbers(11);
  let table = freshTable(piles, ["1", "2", "3", "4"]);
  let told = table;
  let hand = emptyHand;
  for (let i = 0; i < 2_000; i++) {
    const outcome = act(table, hand, anyAct(random, ["1", "2", "3", "4"]));
    ({ table, hand } = outcome);
    if (outcome.move) {
      told = act(
        act(told, emptyHand, { do: "pick", card: outcome.move.card }).table,
        {
          held: { card: outcome.move.card, from: outcome.move.from, at: outcome.move.to },
          past: [],
        },
        { do: "put" },
      ).table;
    }
    expect(told).toEqual(table);
  }
});

test("no card is lost or doubled in 5,000 random acts", () => {
  const all = ["1", "2", "3", "4", "5"];
  const random = numbers(3);
  let table = freshTable(piles, all);
  let hand = emptyHand;
  for (let i = 0; i < 5_000; i++) {
    ({ table, hand } = act(table, hand, anyAct(random, all)));
    const look = seen(table, hand);
    expect([...deckOf(look), ...piles.flatMap((pile) => look.on[pile] ?? [])].sort()).toEqual(all);
  }
});

function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

function anyAct(random: (below: number) => number, cards: string[]): Act {
  const card = cards[random(cards.length)] as string;
  const pile = [...piles, null][random(4)] as string | null;
  const by = random(2) === 0 ? -1 : 1;
  const acts: Act[] = [
    { do: "pick", card },
    { do: "pick", card },
    { do: "pile", by },
    { do: "place", by },
    { do: "put" },
    { do: "back" },
    { do: "send", card, pile },
    { do: "undo" },
    { do: "over", to: { pile, index: pile === null ? 0 : random(4) } },
  ];
  return acts[random(acts.length)] as Act;
}
