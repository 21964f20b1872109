import { expect, test } from "vitest";
import { answerOf, choiceOf, emptyChoice, toggle, toggleOwn } from "./choose.ts";

const all = ["a", "b", "c"].map((id) => ({ id, text: id.toUpperCase() }));

test("no more can be ticked than the step allows, own words included", () => {
  const two = toggle(toggle(emptyChoice, "a", 2), "b", 2);
  expect(toggle(two, "c", 2)).toEqual(two);
  expect(toggleOwn(two, 2)).toEqual(two);
  expect(toggle(two, "a", 2).options).toEqual(["b"]);
});

test("where one may be chosen, the new one takes the place of the old", () => {
  expect(toggle(toggle(emptyChoice, "a", 1), "b", 1)).toEqual({ options: ["b"], own: null });
  expect(toggleOwn(toggle(emptyChoice, "a", 1), 1)).toEqual({ options: [], own: "" });
});

test("the answer stands in the step's order", () => {
  const choice = toggle(toggle(emptyChoice, "c", 3), "a", 3);
  expect(answerOf(choice, all)).toEqual({ kind: "choose", options: ["a", "c"] });
});

test("nothing ticked and nothing written is no answer", () => {
  expect(answerOf(emptyChoice, all)).toBeNull();
  expect(answerOf({ options: [], own: "  " }, all)).toBeNull();
  expect(answerOf({ options: [], own: "x".repeat(65) }, all)).toBeNull();
});

test("an answer can be opened again as it was", () => {
  const choice = { options: ["a"], own: "A walk" };
  expect(choiceOf(answerOf(choice, all))).toEqual(choice);
});

test("in 1,000 random acts there are never more than allowed, nor one twice", () => {
  let seed = 9;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  let choice = emptyChoice;
  for (let i = 0; i < 1_000; i++) {
    choice = next(4) === 0 ? toggleOwn(choice, 2) : toggle(choice, all[next(3)]?.id ?? "a", 2);
    expect(choice.options.length + (choice.own === null ? 0 : 1)).toBeLessThanOrEqual(2);
    expect(new Set(choice.options).size).toBe(choice.options.length);
  }
});
