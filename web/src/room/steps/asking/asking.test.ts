import { describe, expect, test } from "vitest";
import type { RoomEvent, Seat } from "../../../live/wire.ts";
import type { Sharing } from "../steps-types.ts";
import { type Asking, emptyAsking, evolve, offered, underPolicy } from "./asking.ts";

const where = { run: 1, step: "my-words", round: 1 };
const noor: Seat = "partner-1";
const daniel: Seat = "partner-2";

const sealed = (answer: string, text: string): RoomEvent => ({
  type: "AnswerSealed",
  data: { where, answer, reach: "reveal", value: { kind: "write", text }, shown: "" },
});
const fold = (me: Seat, events: [Seat | "room", RoomEvent][]) =>
  events.reduce<Asking>((asking, [by, event]) => evolve(asking, event, by, me), emptyAsking);

test("reopening brings one's own words back to write on", () => {
  const asking = fold(noor, [
    [noor, sealed("a1", "I ask")],
    [noor, { type: "WorkFinished", data: { where, seat: noor } }],
    [noor, { type: "AnswerReopened", data: { where, answer: "a1" } }],
    [noor, { type: "WorkResumed", data: { where, seat: noor } }],
  ]);
  expect(asking.answers).toEqual({});
  expect(asking.last).toEqual({ kind: "write", text: "I ask" });
  expect(asking.finished).toEqual([]);
});

test("leaving it out looks like finishing to the therapist", () => {
  const work: [Seat, RoomEvent] = [noor, { type: "WorkFinished", data: { where, seat: noor } }];
  const left = fold("therapist", [work]);
  const done = fold("therapist", [work]);
  expect(left).toEqual(done);
  expect(fold(noor, [[noor, { type: "LeftEmpty", data: { where } }], work]).left).toBe(true);
});

test("that both have finished is told once, and reopening does not take it back", () => {
  const asking = fold(daniel, [
    ["room", { type: "BothFinished", data: { where } }],
    [daniel, { type: "WorkResumed", data: { where, seat: daniel } }],
  ]);
  expect(asking.both).toBe(true);
});

test("an answer that reaches this member is kept under its author", () => {
  const asking = fold("therapist", [[daniel, sealed("a2", "alone")]]);
  expect(asking.answers[daniel]?.value).toEqual({ kind: "write", text: "alone" });
  expect(asking.last).toBeNull();
});

describe("who may see it", () => {
  const reveal: Sharing = { widest: "reveal", narrower: ["me", "therapist"], therapistAtOnce: true };

  test("is offered from wide to narrow", () => {
    expect(offered(reveal)).toEqual(["reveal", "therapist", "me"]);
    expect(offered({ widest: "me", narrower: [], therapistAtOnce: false })).toEqual(["me"]);
  });

  test("never holds the therapist alone for words under no secrets", () => {
    expect(offered(underPolicy(reveal, "no-secrets", true))).toEqual(["reveal", "me"]);
    expect(underPolicy(reveal, "no-secrets", true).therapistAtOnce).toBe(false);
    const closing: Sharing = { widest: "therapist", narrower: ["me"], therapistAtOnce: false };
    expect(offered(underPolicy(closing, "no-secrets", true))).toEqual(["me"]);
  });

  test("lets numbers go to the therapist under every policy", () => {
    const closing: Sharing = { widest: "therapist", narrower: ["me"], therapistAtOnce: false };
    expect(offered(underPolicy(closing, "no-secrets", false))).toEqual(["therapist", "me"]);
    expect(underPolicy(reveal, "limited", true)).toEqual(reveal);
  });
});
