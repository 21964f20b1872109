import { expect, test } from "vitest";
import { answerOf } from "./closing.ts";

test("a number, a word, or both make an answer", () => {
  expect(answerOf(0, "")).toEqual({ kind: "closing", number: 0 });
  expect(answerOf(undefined, " lighter ")).toEqual({ kind: "closing", word: "lighter" });
  expect(answerOf(7, "lighter")).toEqual({ kind: "closing", number: 7, word: "lighter" });
});

test("nothing at all is no answer, nor is a word that is a sentence", () => {
  expect(answerOf(undefined, "  ")).toBeNull();
  expect(answerOf(3, "x".repeat(25))).toBeNull();
});
