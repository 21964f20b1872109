import { expect, test } from "vitest";
import { changes } from "./changes.ts";
import { KINDS } from "./fields.ts";
import {
  added,
  blank,
  completed,
  doubled,
  type Fields,
  moved,
  put,
  removed,
  stepsOf,
  textOf,
  withSteps,
} from "./form.ts";
import { fieldAt, placed, stepAt, within } from "./mistakes.ts";
import { stepToShow } from "./step.ts";

const ids = (form: Fields) => stepsOf(form).map((step) => textOf(step, "id"));

test("a new step comes after the one that is looked at, and never after the closing", () => {
  const form = blank();
  expect(ids(form)).toEqual(["ground", "write", "reveal", "closing"]);
  expect(ids(added(form, "talk", 1).form)).toEqual(["ground", "write", "talk", "reveal", "closing"]);
  expect(added(form, "talk", 3)).toMatchObject({ at: 3 });
  expect(ids(added(form, "write", 3).form)).toEqual(["ground", "write", "reveal", "write-2", "closing"]);
});

test("a copy has an id of its own, and the minutes are always those of the steps", () => {
  const form = doubled(blank(), 1);
  expect(new Set(ids(form)).size).toBe(5);
  expect(form.minutes).toBe(17);
  expect(removed(form, 1).minutes).toBe(12);
  const optional = stepsOf(form).map((step, i) => (i === 1 ? { ...step, optional: true } : step));
  expect(withSteps(form, optional).minutes).toBe(12);
});

test("moved there and back, all is as before", () => {
  const list = ["a", "b", "c", "d"];
  expect(moved(list, 0, 2)).toEqual(["b", "c", "a", "d"]);
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) expect(moved(moved(list, from, to), to, from)).toEqual(list);
  }
});

test("what is emptied is left out, a no and a nought are not", () => {
  expect(put({ a: "x" }, "a", "")).toEqual({});
  expect(put({ a: ["x"] }, "a", [])).toEqual({});
  expect(put({}, "a", 0)).toEqual({ a: 0 });
  expect(put({}, "a", false)).toEqual({ a: false });
});

test("every kind can be shown from its first moment on, and with anything in its fields", () => {
  for (const kind of KINDS) {
    const fresh = stepsOf(added({ steps: [] }, kind, 0).form)[0] ?? {};
    expect(stepToShow(fresh)).toMatchObject({ kind, common: { title: textOf(fresh, "title") } });
    const odd = Object.fromEntries(["prompt", "cards", "options", "of", "most", "audience"].map((name) => [name, 7]));
    expect(() => stepToShow({ ...fresh, ...odd })).not.toThrow();
  }
  expect(stepToShow({ kind: "vote" })).toBeUndefined();
});

test("a sort as the room takes it", () => {
  const cards = [{ id: "calendars", text: "Our calendars" }];
  expect(
    stepToShow({
      id: "sort",
      kind: "sort",
      title: "Sort",
      minutes: 7,
      prompt: "Trust?",
      piles: [],
      cards,
      audience: "reveal",
      may_narrow_to: ["me"],
      therapist_sees: "at-once",
      therapist_hint: "Wait.",
    }),
  ).toEqual({
    kind: "sort",
    common: { id: "sort", title: "Sort", minutes: 7, optional: false, therapistHint: "Wait." },
    prompt: "Trust?",
    piles: [],
    cards,
    ownCards: 0,
    sharing: { widest: "reveal", narrower: ["me"], therapistAtOnce: true },
  });
});

test("a mistake finds its step and its field; what is missing is missed where it would stand", () => {
  const all = placed([
    { line: 3, path: "/steps/1", words: "The field prompt is missing." },
    { line: 9, path: "/steps/1/cards/2/text", words: "Is longer than 64 characters." },
    { line: 1, path: "", words: "The field title is missing." },
  ]);
  expect(all.map((mistake) => [stepAt(mistake.path), fieldAt(mistake.path)])).toEqual([
    [1, "prompt"],
    [1, "cards"],
    [null, "title"],
  ]);
  expect(within(all, "/steps/1")).toHaveLength(2);
  expect(within(all, "/steps/1/cards/2")).toHaveLength(1);
  expect(within(all, "/steps/10")).toHaveLength(0);
});

test("what a new version says otherwise: words, cards, steps that came and went, their order", () => {
  const before = blank();
  const [ground, write, reveal, closing] = stepsOf(before) as [Fields, Fields, Fields, Fields];
  const card = (text: string) => ({ id: "a", text });
  const with1 = withSteps({ ...before, title: "One" }, [
    ground,
    { ...write, options: [card("Looking")] },
    reveal,
    closing,
  ]);
  const with2 = withSteps({ ...before, title: "Two" }, [
    { ...write, options: [card("Asking")] },
    ground,
    { ...reveal, id: "other", title: "Look" },
    closing,
  ]);
  expect(changes(with1, with1)).toEqual([]);
  expect(changes(with1, with2)).toEqual([
    { step: null, field: "title", before: "One", after: "Two" },
    { step: "Write on your own", field: "options", before: "Looking", after: "Asking" },
    { step: "Look", field: null, before: null, after: "Look" },
    { step: "See both", field: null, before: "See both", after: null },
    {
      step: null,
      field: "steps",
      before: "Arrive · Write on your own · Closing",
      after: "Write on your own · Arrive · Closing",
    },
  ]);
});

test("what no field asks for is filled in, and nothing that fits is touched", () => {
  const fresh = blank();
  expect(completed(fresh)).toBe(fresh);
  const form = completed({ title: "Mended", id: "My Exercise" });
  expect(form).toEqual({
    format: "accord.exercise.1",
    id: "own",
    version: 1,
    language: "en",
    minutes: 0,
    title: "Mended",
  });
  expect(completed(form)).toBe(form);
  expect(completed({ ...form, language: "de", id: "mine" })).toMatchObject({ language: "de", id: "mine" });
});
