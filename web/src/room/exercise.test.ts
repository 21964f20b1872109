import { expect, test } from "vitest";
import { filled, placeOf, stepsFor } from "./exercise.ts";
import { started, stepOf } from "./fold/run.ts";
import type { Step } from "./steps/steps-types.ts";

const names = { me: "Noor", partner: "Daniel", therapist: "Marta" };
const common = (id: string) => ({ id, title: id });
const steps: Step[] = [
  { kind: "read", common: common("read"), text: "With {partner} or not.", points: ["{therapist} helps {me}."] },
  { kind: "ground", common: common("extra"), text: "", instead: "", breaths: 1 },
  {
    kind: "closing",
    common: common("closing"),
    prompt: "?",
    low: "",
    high: "",
    word: "",
    next: "",
    keepALine: false,
    sharing: { widest: "therapist", narrower: [], therapistAtOnce: false },
  },
];
const run = started({
  run: 1,
  exercise: "x",
  version: 1,
  digest: "",
  steps: ["read", "closing"],
  secrets: "limited",
});

test("first names stand in their places, however deep", () => {
  const [read] = stepsFor(run, steps, names);
  expect(read).toMatchObject({ text: "With Daniel or not.", points: ["Marta helps Noor."] });
});

test("only what is offered is there, in its order", () => {
  expect(stepsFor(run, steps, names).map((step) => step.common.id)).toEqual(["read", "closing"]);
});

test("the closing has no number", () => {
  const offered = stepsFor(run, steps, names);
  expect(placeOf(offered, "read")).toEqual({ n: 1, of: 1 });
  expect(placeOf(offered, "closing")).toBeNull();
});

test("words that a person wrote with braces in them stay as they are", () => {
  expect(filled("I said {so} to {partner}", names)).toBe("I said {so} to Daniel");
});

test("the therapist's words stand instead of the file's", () => {
  const adapted = { ...run, offered: ["closing"] };
  const words = { closing: { ...emptyStep(), words: { prompt: "How are you, {me}?" } } };
  const [closing] = stepsFor({ ...adapted, steps: words }, steps, names);
  expect(closing).toMatchObject({ prompt: "How are you, Noor?" });
});

const emptyStep = () => stepOf(run, "closing");
