import { describe, expect, it } from "vitest";
import { over, ownOf } from "./own.ts";

describe("a text of the therapist's own", () => {
  it("takes the place of what the exercise has there", () => {
    expect(ownOf("something-to-read")?.word).toBe("text.text");
    expect(ownOf("communicate-openly")).toBeUndefined();
  });

  it("is counted as a person counts", () => {
    expect(over("👩‍❤️‍👨".repeat(0), 3)).toBe(0);
    expect(over("ab😀", 3)).toBe(0);
    expect(over("  ab😀d  ", 3)).toBe(1);
  });
});
