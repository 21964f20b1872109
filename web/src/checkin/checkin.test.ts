import { beforeAll, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import { after, before, left, seenBy, whereItGoesOn } from "./checkin.ts";
import type { MyCheckin, Question } from "./queries.ts";
import { lookText } from "./words.ts";

beforeAll(() => speak("en"));

const item = (id: string, shareable = true): Question => ({ id, prompt: id, low: "low", high: "high", shareable });

function checkin(more: Partial<MyCheckin> = {}): MyCheckin {
  return {
    now: "2026-05-16T12:00:00Z",
    zone: "Europe/Berlin",
    you: "partner-1",
    members: [],
    week: "2026-05-11",
    opensAt: "2026-05-15T06:00:00Z",
    closesAt: "2026-05-18T01:00:00Z",
    open: true,
    questions: {
      language: "en",
      title: "Weekly",
      intro: "",
      items: [item("closeness"), item("reliance"), item("openness", false)],
      line: { prompt: "One thing", max: 280 },
      thanks: "Thank you.",
    },
    answers: [],
    sharing: [],
    ...more,
  };
}

test("it begins with what it is, and goes on at the first question that was not come to", () => {
  expect(whereItGoesOn(checkin())).toEqual({ page: "begin" });
  const some = checkin({ answers: [{ item: "closeness", number: 4 }, { item: "openness" }] });
  expect(whereItGoesOn(some)).toEqual({ page: "question", number: 1 });
});

test("a skipped question was come to", () => {
  const all = checkin({ answers: [{ item: "closeness" }, { item: "reliance" }, { item: "openness" }] });
  expect(whereItGoesOn(all)).toEqual({ page: "line" });
  const told = { ...all, said: { text: "x", reach: "therapist" } } as const;
  expect(whereItGoesOn(told)).toEqual({ page: "thanks" });
});

test("words that a reload cut off are found again", () => {
  const all = checkin({
    answers: [{ item: "closeness" }, { item: "reliance" }, { item: "openness" }],
    said: { text: "half a sent", reach: "me" },
  });
  expect(whereItGoesOn(all)).toEqual({ page: "line" });
});

test("without a line the thanks follow the last question", () => {
  const { line: _, ...questions } = checkin().questions;
  const none = checkin({ questions });
  expect(after({ page: "question", number: 2 }, none)).toEqual({ page: "thanks" });
  expect(before({ page: "thanks" }, none)).toEqual({ page: "question", number: 2 });
});

test("forward and back are each other's way", () => {
  let at = whereItGoesOn(checkin());
  const way = [at];
  while (at.page !== "thanks") {
    at = after(at, checkin());
    way.push(at);
  }
  for (const step of way.slice(0, -1).reverse()) {
    at = before(at, checkin());
    expect(at).toEqual(step);
  }
});

test("who sees a number tells nothing of what the other chose, before there is a chart", () => {
  const share = (more: object) =>
    checkin({ sharing: [{ item: "closeness", on: true, thisWeek: true, chart: false, ...more }] });
  expect(seenBy(item("closeness"), checkin())).toBe("kept");
  expect(seenBy(item("closeness"), share({}))).toBe("if-both");
  expect(seenBy(item("closeness"), share({ thisWeek: false }))).toBe("next");
  expect(seenBy(item("closeness"), share({ chart: true }))).toBe("all");
  expect(seenBy(item("openness", false), share({ item: "openness", chart: true }))).toBe("never");
});

test("characters are counted as a person counts them", () => {
  expect(left("👋👋", 280)).toBe(278);
  expect(left("x".repeat(300), 280)).toBe(-20);
});

test("what is worth a look is one line of words", () => {
  const partners = [{ seat: "partner-1", name: "Noor" }];
  const look = { on: "2026-05-11", aside: false };
  expect(lookText({ ...look, rule: "both-lower", says: "Both lower for three weeks" }, partners)).toBe(
    "Both lower for three weeks",
  );
  expect(lookText({ ...look, rule: "no-check-in", who: "partner-1" }, partners)).toBe(
    "No check-in for four weeks: Noor",
  );
  const one = {
    ...look,
    rule: "one-item",
    says: "One answer far lower than usual",
    who: "partner-1",
    item: "openness",
  };
  expect(lookText(one, partners)).toBe("One answer far lower than usual: Noor, openness");
});
