import { expect, test } from "vitest";
import type { RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";
import { current, emptyTalk, evolve, foretell, heard, nextSpeaker, roleOf, type Talk } from "./talk.ts";

const where = { run: 1, step: "talk", round: 1 };
const noor: Seat = "partner-1";
const daniel: Seat = "partner-2";
const given = (turn: number, speaker: Seat, listener: Seat): RoomEvent => ({
  type: "TurnGiven",
  data: { where, turn, speaker, listener },
});
const fold = (events: RoomEvent[], from: Talk = emptyTalk) => events.reduce(evolve, from);
const saidBack = (attempt: number, text: string | null): RoomEvent => ({
  type: "SaidBack",
  data: { where, turn: 1, attempt, text },
});

test("the floor goes from the speaker to the listener and back", () => {
  const speaking = fold([given(1, noor, daniel)]);
  expect(current(speaking)?.phase).toBe("speaking");
  expect(roleOf(speaking.turns[0] as never, noor)).toBe("speaker");
  expect(roleOf(speaking.turns[0] as never, daniel)).toBe("listener");
  expect(roleOf(speaking.turns[0] as never, "therapist")).toBe("watching");
  const listening = evolve(speaking, { type: "SpokenToEnd", data: { where, turn: 1 } });
  expect(current(listening)?.phase).toBe("sayingBack");
  expect(current(evolve(listening, saidBack(1, "You were alone")))?.phase).toBe("confirming");
});

test("not quite asks for another try, and the words of both tries stay", () => {
  const talk = fold([
    given(1, noor, daniel),
    { type: "SpokenToEnd", data: { where, turn: 1 } },
    saidBack(1, "You were angry"),
    { type: "NotQuiteSaid", data: { where, turn: 1, text: "Not angry, alone" } },
    saidBack(2, "You were alone"),
  ]);
  expect(talk.turns[0]?.tries).toEqual([
    { text: "You were angry", again: { text: "Not angry, alone" } },
    { text: "You were alone" },
  ]);
  expect(heard(talk.turns[0] as never)?.text).toBe("You were alone");
});

test("a turn that is confirmed or passed is over", () => {
  const start = fold([given(1, noor, daniel)]);
  expect(current(evolve(start, { type: "TurnPassed", data: { where, turn: 1 } }))).toBeUndefined();
  expect(current(evolve(start, { type: "TurnConfirmed", data: { where, turn: 1 } }))).toBeUndefined();
});

test("each has a turn in each round, in seat order", () => {
  const over = (turn: number): RoomEvent => ({ type: "TurnConfirmed", data: { where, turn } });
  const partners = [noor, daniel];
  expect(nextSpeaker(emptyTalk, partners, 1)).toBe(noor);
  const one = fold([given(1, noor, daniel), over(1)]);
  expect(nextSpeaker(one, partners, 1)).toBe(daniel);
  const two = fold([given(2, daniel, noor), over(2)], one);
  expect(nextSpeaker(two, partners, 1)).toBeUndefined();
  expect(nextSpeaker(two, partners, 2)).toBe(noor);
});

test("what is foretold is what the server says, act by act", () => {
  const steps: [RoomCommand, RoomEvent][] = [
    [
      { type: "FinishSpeaking", data: { where } },
      { type: "SpokenToEnd", data: { where, turn: 1 } },
    ],
    [{ type: "SayBack", data: { where, text: null } }, saidBack(1, null)],
    [
      { type: "NotQuite", data: { where, text: "once more" } },
      { type: "NotQuiteSaid", data: { where, turn: 1, text: "once more" } },
    ],
    [{ type: "SayBack", data: { where, text: "I see" } }, saidBack(2, "I see")],
    [
      { type: "Confirm", data: { where } },
      { type: "TurnConfirmed", data: { where, turn: 1 } },
    ],
  ];
  let talk = fold([given(1, noor, daniel)]);
  for (const [command, event] of steps) {
    expect(foretell(talk, command)).toEqual(event);
    talk = evolve(talk, event);
  }
  expect(foretell(talk, { type: "Confirm", data: { where } })).toBeUndefined();
});

test("own notes are the newest wording of them", () => {
  const talk = fold([
    { type: "WordsKept", data: { where, text: "hearing it last" } },
    { type: "WordsKept", data: { where, text: "hearing it last\na short message" } },
  ]);
  expect(talk.kept).toBe("hearing it last\na short message");
});
