import { expect, test } from "vitest";
import { press } from "./keys.ts";

const piles = ["trust", "unsure", "control"];
const key = (name: string, held: boolean, ctrlKey = false) =>
  press({ key: name, ctrlKey, metaKey: false }, "a", held, piles);

test("space and enter pick up, and put down", () => {
  for (const name of [" ", "Enter"]) {
    expect(key(name, false)).toEqual({ act: { do: "pick", card: "a" }, focus: "card" });
    expect(key(name, true)).toEqual({ act: { do: "put" }, focus: "next" });
  }
});

test("arrows walk the cards, or carry the held one", () => {
  expect(key("ArrowDown", false)).toEqual({ walk: 1 });
  expect(key("ArrowDown", true)).toEqual({ act: { do: "place", by: 1 }, focus: "card" });
  expect(key("ArrowLeft", true)).toEqual({ act: { do: "pile", by: -1 }, focus: "card" });
  expect(key("ArrowLeft", false)).toBeNull();
});

test("a number sends the card to its pile, but not while one is held", () => {
  expect(key("2", false)).toEqual({ act: { do: "send", card: "a", pile: "unsure" }, focus: "next" });
  expect(key("4", false)).toBeNull();
  expect(key("2", true)).toBeNull();
});

test("escape is only ours while a card is held, so that it still closes what is open", () => {
  expect(key("Escape", true)).toEqual({ act: { do: "back" }, focus: "card" });
  expect(key("Escape", false)).toBeNull();
});

test("undo is Ctrl and Z, and no other combination is taken from the browser", () => {
  expect(key("z", false, true)).toEqual({ act: { do: "undo" }, focus: "card" });
  expect(key("1", false, true)).toBeNull();
  expect(key("ArrowLeft", true, true)).toBeNull();
});
