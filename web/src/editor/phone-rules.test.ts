import { expect, test } from "vitest";
import { isNarrow } from "./phone-rules.ts";

test("what holds for windows up to a width that a phone has is said for the frame too, and nothing else", () => {
  expect(["(max-width: 720px)", "(max-width: 1023px)", "(max-width: 390px)", "(width <= 720px)"].every(isNarrow)).toBe(
    true,
  );
  expect(
    [
      "(min-width: 721px)",
      "(width >= 721px)",
      "(width <= 320px)",
      "(max-width: 320px)",
      "(prefers-color-scheme: dark)",
      "print",
      "not all",
    ].some(isNarrow),
  ).toBe(false);
});
