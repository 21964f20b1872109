import { expect, test } from "vitest";
import { answerOf, room, withStarter } from "./write.ts";

test("the counter is quiet until near the end", () => {
  expect(room("", 1500)).toBeNull();
  expect(room("x".repeat(1349), 1500)).toBeNull();
  expect(room("x".repeat(1350), 1500)).toBe(150);
  expect(room("x".repeat(1501), 1500)).toBe(-1);
  expect(room("x".repeat(19), 40)).toBeNull();
  expect(room("x".repeat(20), 40)).toBe(20);
});

test("an empty page and one that is too full cannot be sealed", () => {
  expect(answerOf("  \n ", 40)).toBeNull();
  expect(answerOf("x".repeat(41), 40)).toBeNull();
  expect(answerOf(" I ask ", 40)).toEqual({ kind: "write", text: "I ask" });
});

test("a letter with its accent apart counts once", () => {
  expect(answerOf("e\u0301".repeat(40), 40)).not.toBeNull();
});

test("a beginning stands alone on an empty page, else on a line of its own", () => {
  expect(withStarter("", "I get unsure when …")).toBe("I get unsure when ");
  expect(withStarter("I wait.", "I get unsure when …")).toBe("I wait.\nI get unsure when ");
});
