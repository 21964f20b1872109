import { describe, expect, test } from "vitest";
import type { Command, RoomEvent as RoomEventFrame } from "../live/frames.ts";
import type { RoomCommand, RoomEvents } from "../live/wire.ts";
import { stepOf, whereOf } from "./fold/run.ts";
import { type RoomView, roomFold } from "./room.ts";
import { begun, folded, session, sessions, upTo } from "./testing.ts";

const noor = session("trust-vs-control", "partner-1");
const daniel = session("trust-vs-control", "partner-2");
const marta = session("trust-vs-control", "therapist");
const run = (room: RoomView) => {
  if (room.run === null) throw new Error("nothing runs");
  return room.run;
};
const sort = (room: RoomView) => stepOf(run(room), "sort");

describe("every member's stream", () => {
  test.each(sessions())("$name: a line that drops at any moment changes nothing", (told) => {
    const whole = folded(told);
    for (let at = 0; at <= told.events.length; at++) {
      const back = roomFold.welcome(folded(told, at), told.welcome);
      expect(told.events.slice(at).reduce(roomFold.evolve, back)).toEqual(whole);
    }
  });

  test.each(sessions())("$name: what was foretold leaves no trace once the server has told", (told) => {
    let room = begun(told);
    for (const event of told.events) {
      const own = commandOf(event);
      if (own && event.by === told.seat) roomFold.predict(room, own);
      room = roomFold.evolve(room, event);
    }
    expect(room).toEqual(folded(told));
  });

  test.each(sessions())("$name: own acts look the same before and after the server has told them", (told) => {
    for (const [at, event] of told.events.entries()) {
      const own = commandOf(event);
      if (!own || event.by !== told.seat) continue;
      const before = folded(told, at);
      expect(roomFold.predict(before, own).run).toEqual(roomFold.evolve(before, event).run);
    }
  });

  test.each(sessions())("$name: no state is changed in place", (told) => {
    const frozen = told.events.reduce((room, event) => roomFold.evolve(deepFrozen(room), event), begun(told));
    expect(frozen).toEqual(folded(told));
  });
});

describe("before the reveal", () => {
  test("a partner has own cards and nothing of the other's", () => {
    const room = upTo(noor, "WorkFinished");
    expect(Object.values(sort(room).placing.piles).flat()).toHaveLength(11);
    expect(Object.keys(sort(room).asking.answers)).toEqual(["partner-1"]);
    expect(sort(room).asking.finished).toEqual(["partner-1"]);
    expect(sort(room).asking.progress).toEqual({});
  });

  test("the therapist has counts and no card", () => {
    const room = upTo(marta, "WorkFinished", 2);
    expect(sort(room).placing.piles).toEqual({});
    expect(sort(room).asking.answers).toEqual({});
    expect(sort(room).asking.progress["partner-1"]).toEqual({ done: 11, of: 12 });
    expect(sort(room).asking.finished).toHaveLength(2);
  });

  test("only the therapist learns that it can be opened, and who asked for the pause", () => {
    expect(stepOf(run(upTo(marta, "OpenableChanged")), "both-sorts").opening.openable).toBe(true);
    expect(upTo(marta, "PauseBegan").asked).toMatchObject([{ by: "partner-2", what: "pause" }]);
    expect(upTo(noor, "PauseBegan")).toMatchObject({ paused: true, asked: [] });
    expect(upTo(noor, "PauseEnded").paused).toBe(false);
  });
});

describe("the whole of it", () => {
  test("all three see the same sorts, and no card that only one had placed", () => {
    const [first, second, third] = [noor, daniel, marta].map(
      (told) => stepOf(run(upTo(told, "Revealed")), "both-sorts").opening.opened,
    );
    expect(first).toEqual(second);
    expect(first).toEqual(third);
    expect(JSON.stringify(first)).not.toContain("looking-bag");
  });

  test("a reveal moves everybody to its step", () => {
    const at = noor.events.findIndex((event) => event.type === "Revealed");
    expect(run(folded(noor, at + 2)).current).toBe("both-sorts");
  });

  test("marks and the chosen row stand at the card", () => {
    const { opening } = stepOf(run(upTo(noor, "RowChosen")), "both-sorts");
    expect(opening.marks).toEqual({ "checking-where": ["partner-2"] });
    expect(opening.chosen).toBe("checking-where");
  });

  test("each turn goes its way, and kept words are one's own", () => {
    const talk = (told: typeof noor) => stepOf(run(folded(told)), "one-card").talk;
    expect(talk(noor).turns.map((turn) => turn.phase)).toEqual(["confirmed", "confirmed"]);
    expect(talk(noor).turns[0]?.tries).toHaveLength(2);
    expect(talk(daniel).kept).not.toBe("");
    expect(talk(marta).kept).toBe("");
  });

  test("the agreement has both signatures and a day to look again", () => {
    const { agreement } = stepOf(run(folded(marta)), "small-step");
    expect(agreement.made?.version).toBe(agreement.version);
    expect(agreement.signatures.map((each) => each.seat)).toEqual(["partner-1", "partner-2"]);
  });

  test("the closing's number reaches the therapist, the skip nobody", () => {
    expect(Object.keys(stepOf(run(folded(marta)), "closing").asking.answers)).toEqual(["partner-1"]);
    expect(stepOf(run(folded(daniel)), "closing").asking.left).toBe(true);
    expect(stepOf(run(folded(noor)), "closing").asking.answers["partner-2"]).toBeUndefined();
    expect(stepOf(run(folded(noor)), "closing").lines).toMatchObject([{ by: "partner-2", keptBy: ["partner-1"] }]);
  });

  test("in the end nothing runs", () => {
    expect(run(folded(noor))).toMatchObject({ phase: "ended", current: null });
  });
});

describe("what is done here is seen at once", () => {
  const at = { run: 1, step: "sort", round: 1 };
  const command = (command: RoomCommand, id = "1"): Command => ({ id, ...command });
  const place = (card: string, pile: string | null, to = 0) =>
    command({ type: "PlaceCard", data: { where: at, card, pile, place: to, text: null } });
  const fact = <T extends keyof RoomEvents>(type: T, data: RoomEvents[T]) => ({
    n: 99,
    at: "2026-05-14T12:31:00Z",
    by: "partner-1",
    type: type as string,
    data,
  });

  test("a card lies where it was put, before and after the server has said so", () => {
    const before = folded(noor, 5);
    const card = { where: at, card: "calendars", pile: "trust", place: 0, text: null };
    const predicted = roomFold.predict(before, place("calendars", "trust"));
    expect(sort(predicted).placing.piles.trust).toEqual(["calendars"]);
    expect(sort(roomFold.evolve(before, fact("CardPlaced", card)))).toEqual(sort(predicted));
  });

  test("any order of moves leaves each card in one place only", () => {
    const cards = ["calendars", "asking-evening", "phone-code", "evening-apart"];
    const piles = ["trust", "not-sure", "control", null];
    let room = folded(noor, 5);
    for (let i = 0; i < 2_000; i++) {
      const pile = piles[random(i, 4)] ?? null;
      room = roomFold.predict(room, place(cards[random(i * 7 + 1, 4)] as string, pile, random(i * 3 + 2, 5)));
      const all = Object.values(sort(room).placing.piles).flat();
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test("a message stands in the chat once its event is here", () => {
    const before = folded(noor, 5);
    const predicted = roomFold.predict(before, command({ type: "Say", data: { text: "Thank you." } }, "id-1"));
    expect(predicted.chat.map((each) => each.text)).toEqual(["Thank you."]);
    const confirmed = roomFold.evolve(before, fact("Said", { text: "Thank you." }));
    expect(confirmed.chat.map((each) => each.text)).toEqual(["Thank you."]);
  });

  test("what fixes who may see something is never shown before the server has said yes", () => {
    const before = upTo(noor, "LineAdded");
    const where = whereOf(run(before), "small-step");
    const certain: RoomCommand[] = [
      { type: "Sign", data: { where, digest: "0".repeat(64) } },
      { type: "Seal", data: { where: at, reach: "reveal", answer: { kind: "write", text: "x" }, shown: "" } },
      { type: "Skip", data: { where: at } },
      { type: "Reopen", data: { where: at } },
      { type: "OpenAnswers", data: { step: "both-sorts" } },
      { type: "ShareMine", data: { where: at, text: "x" } },
      { type: "LeaveForToday", data: {} },
    ];
    for (const each of certain) expect(roomFold.predict(before, command(each))).toEqual(before);
  });

  test("a command of an earlier run changes nothing", () => {
    const before = folded(noor, 5);
    const old = { where: { ...at, run: 7 }, line: "l", text: "x" };
    expect(roomFold.predict(before, command({ type: "AddLine", data: old }))).toEqual(before);
  });
});

describe("the room itself", () => {
  const room = begun(noor);
  const tell = (before: RoomView, type: string, data: unknown, by = "therapist") =>
    roomFold.evolve(before, { n: 1, at: "2026-05-14T12:31:00Z", by, type, data });

  test("each partner has a turn alone, then all are together, and who asked is forgotten", () => {
    let now = tell(room, "WordAloneAsked", {}, "partner-1");
    now = tell(now, "AloneTurnGiven", { with: "partner-2" }, "room");
    now = tell(now, "AloneTurnGiven", { with: "partner-1" }, "room");
    expect(now.alone).toEqual({ with: "partner-1", had: ["partner-2", "partner-1"] });
    expect(tell(now, "CameBackTogether", {}, "room")).toMatchObject({ alone: null, asked: [] });
  });

  test("the end can be taken back", () => {
    const closed = tell(room, "RoomClosed", {});
    expect(closed.closedAt).toBe("2026-05-14T12:31:00Z");
    expect(tell(closed, "RoomReopened", {}).closedAt).toBeNull();
  });

  test("a step that is opened again is a new round, and adapted words stay", () => {
    const before = upTo(noor, "WorkFinished");
    const again = { run: 1, step: "sort", round: 2 };
    const adapted = tell(before, "StepAdapted", { where: { ...again, round: 1 }, words: { prompt: "Shorter?" } });
    const opened = tell(adapted, "StepOpened", { where: again }, "room");
    expect(sort(opened)).toMatchObject({ round: 2, words: { prompt: "Shorter?" }, placing: { piles: {} } });
    expect(sort(opened).asking.finished).toEqual([]);
  });

  test("an exercise rests and is taken up where it was", () => {
    const before = upTo(noor, "WorkFinished");
    const rests = tell(before, "ExerciseRested", { run: 1 });
    expect(run(rests).phase).toBe("resting");
    const up = tell(rests, "StepOpened", { where: { run: 1, step: "sort", round: 1 } }, "room");
    expect(run(up).phase).toBe("running");
    expect(sort(up).asking.answers["partner-1"]).toBeDefined();
  });
});

/** The command behind an event, of those that are shown at once. */
function commandOf({ type, data }: RoomEventFrame): Command | undefined {
  const names: Record<string, RoomCommand["type"]> = {
    CardPlaced: "PlaceCard",
    TalkMarked: "MarkToTalk",
    SpokenToEnd: "FinishSpeaking",
    SaidBack: "SayBack",
    TurnConfirmed: "Confirm",
    NotQuiteSaid: "NotQuite",
    WordsKept: "KeepWords",
    LineAdded: "AddLine",
    ChangeSuggested: "SuggestChange",
    SuggestionTaken: "TakeSuggestion",
    LineOffered: "OfferLine",
    LineKept: "KeepLine",
  };
  const name = names[type];
  const { lineVersion: base } = data as { lineVersion?: number };
  return name && { id: "own", type: name, data: { ...(data as object), base } };
}

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** Dice that fall the same way in every run. */
function random(seed: number, sides: number): number {
  return Math.floor((Math.abs(Math.sin(seed + 1) * 10_000) % 1) * sides);
}
