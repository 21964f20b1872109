import { expect, test } from "vitest";
import { diff } from "./words.ts";

test("shows the words that went and the words that came", () => {
  expect(diff("We answer the same evening.", "We answer the same evening, or say when.")).toEqual([
    { kind: "same", text: "We answer the same " },
    { kind: "out", text: "evening." },
    { kind: "in", text: "evening, or say when." },
  ]);
});

test("of equal words nothing is marked, of nothing all is new", () => {
  expect(diff("As it was", "As it was")).toEqual([{ kind: "same", text: "As it was" }]);
  expect(diff("", "New")).toEqual([{ kind: "in", text: "New" }]);
  expect(diff("Old", "")).toEqual([{ kind: "out", text: "Old" }]);
  expect(diff("", "")).toEqual([]);
});

test("both wordings can be read back from the pieces, in 500 random pairs", () => {
  const some = ["we", "ask", "before", "look", " ", "\n", "phones", "  "];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const text = () => Array.from({ length: next(14) }, () => some[next(some.length)]).join("");
  for (let i = 0; i < 500; i++) {
    const from = text();
    const to = text();
    const pieces = diff(from, to);
    const side = (kind: "in" | "out") =>
      pieces.map((piece) => (piece.kind === "same" || piece.kind === kind ? piece.text : "")).join("");
    expect(side("out")).toBe(from);
    expect(side("in")).toBe(to);
  }
});
