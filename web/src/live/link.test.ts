import { describe, expect, test } from "vitest";
import type { Welcome } from "./frames.ts";
import { BUSY, backoff, idle, JOIN, type Link, mood, step } from "./link.ts";

const hello: Welcome = {
  t: "welcome",
  you: "partner-1",
  members: [],
  n: 3,
  epoch: "e",
  now: "t",
  state: { events: [] },
};

function live(now = 0): Link {
  const [connecting] = step(idle, { do: "start", pending: [] }, now);
  const [joining] = step(connecting, { do: "opened" }, now);
  return step(joining, { do: "frame", frame: hello }, now)[0];
}

describe("a link", () => {
  test("hears nothing while it is off", () => {
    expect(step(idle, { do: "frame", frame: { t: "beat", n: 9, now: "t" } }, 0)).toEqual([idle, []]);
    expect(mood(idle, 0)).toBe("fine");
  });

  test("does not believe an event before the welcome", () => {
    const [joining] = step(step(idle, { do: "start", pending: [] }, 0)[0], { do: "opened" }, 0);
    const frame = { t: "event", n: 1, at: "t", by: "room", type: "Said", data: {} } as const;
    expect(step(joining, { do: "frame", frame }, 0)[1]).toEqual([]);
  });

  test.each(["busy", "unknown", "too-fast"])("sends again, in order, what the server answered with %s", (why) => {
    const say = (id: string) => ({ id, type: "Say", data: { text: id } }) as const;
    const problem = { type: `/problems/${why}`, status: 503, title: "t" };
    const [sent] = step(live(), { do: "send", command: say("one") }, 0);
    const [held, nothing] = step(sent, { do: "frame", frame: { t: "refused", id: "one", problem } }, 10);
    expect(nothing).toEqual([]);
    const [both, still] = step(held, { do: "send", command: say("two") }, 20);
    expect(still).toEqual([]);
    const [again, effects] = step(both, { do: "tick" }, 10 + BUSY);
    expect(effects.map((effect) => effect.do === "write" && effect.frame.t === "do" && effect.frame.id)).toEqual([
      "one",
      "two",
    ]);
    expect(step(again, { do: "tick" }, 20 + BUSY)[1]).toEqual([]);
  });

  test("waits a quarter more or less than its step, so that not everybody comes back at once", () => {
    const steps = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
    for (const [tries, wait] of steps.entries()) {
      for (const random of [0, 0.3, 0.999])
        expect(Math.abs(backoff(tries, random) - wait)).toBeLessThanOrEqual(wait / 4);
    }
  });

  test("gives up a handshake that takes too long", () => {
    const [connecting] = step(idle, { do: "start", pending: [] }, 0);
    const [late, effects] = step(connecting, { do: "tick" }, JOIN);
    expect(late.phase).toBe("waiting");
    expect(effects).toEqual([{ do: "close", code: 4000 }]);
  });

  test.each([
    [4501, "signed-out"],
    [4503, "no-seat"],
    [4504, "locked"],
    [4500, "broken"],
    [4599, "broken"],
  ])("takes %i as final", (code, over) => {
    const [link] = step(live(), { do: "closed", code }, 0);
    expect(link).toMatchObject({ phase: "over", over, wakeAt: null });
  });

  test.each([1006, 4408, 4412, 4499, 4600])("comes back after %i", (code) => {
    expect(step(live(), { do: "closed", code }, 0)[0].phase).toBe("waiting");
  });

  test("does not ask why an open socket broke, and asks why a handshake failed", () => {
    const [connecting] = step(idle, { do: "start", pending: [] }, 0);
    expect(step(live(), { do: "closed", code: 1006 }, 0)[1]).toEqual([]);
    expect(step(connecting, { do: "closed", code: 1006 }, 0)[1]).toEqual([{ do: "ask" }]);
  });

  test("an answer that comes when the connection is back changes nothing", () => {
    expect(step(live(), { do: "asked", answer: "locked" }, 0)[0].phase).toBe("live");
  });

  test("can be started again after its end, with what was not sent", () => {
    const [over] = step(live(), { do: "closed", code: 4504 }, 0);
    const [link, effects] = step(over, { do: "start", pending: [{ id: "1", type: "Say", data: {} }] }, 9);
    expect(link).toMatchObject({ phase: "connecting", over: null, pending: [{ id: "1", sent: false }] });
    expect(effects).toEqual([{ do: "connect", after: 3, epoch: "e" }]);
  });
});
