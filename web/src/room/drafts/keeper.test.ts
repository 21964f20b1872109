import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { passingDevice } from "../../live/outbox.ts";
import { DEVICE_AFTER, DraftKeeper, SERVER_AFTER } from "./keeper.ts";

const FIELD = "1.write.1.answer";
const PLACE = `room|${FIELD}`;

function world() {
  const there = new Map<string, { field: string; text: string; at: string }>();
  const up = { is: true };
  const server = {
    all: async () => {
      if (!up.is) throw new Error("no network");
      return [...there.values()];
    },
    put: async (field: string, text: string) => {
      if (up.is) there.set(field, { field, text, at: new Date(Date.now()).toISOString() });
      return up.is;
    },
    drop: async (field: string) => {
      if (!up.is) throw new Error("no network");
      there.delete(field);
      return true;
    },
  };
  const { drafts } = passingDevice();
  const taken = new Set<string>();
  return {
    there,
    up,
    server,
    taken,
    drafts,
    keeper: () => new DraftKeeper("room", drafts, server, async (text) => taken.has(text)),
  };
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-05-14T14:30:00Z") }));
afterEach(() => void vi.useRealTimers());

test("soon after the last key the words are on the device, after a rest on the server", async () => {
  const { there, drafts, keeper } = world();
  const here = keeper();
  here.type(FIELD, "I go");
  await vi.advanceTimersByTimeAsync(DEVICE_AFTER - 1);
  here.type(FIELD, "I go quiet");
  await vi.advanceTimersByTimeAsync(DEVICE_AFTER);
  expect((await drafts.find(PLACE))?.text).toBe("I go quiet");
  expect(there.size).toBe(0);
  await vi.advanceTimersByTimeAsync(SERVER_AFTER - DEVICE_AFTER);
  expect(there.get(FIELD)?.text).toBe("I go quiet");
});

test("leaving the field waits for nothing", async () => {
  const { there, keeper } = world();
  const here = keeper();
  here.type(FIELD, "I go quiet");
  await here.rest(FIELD);
  expect(there.get(FIELD)?.text).toBe("I go quiet");
});

test("another page of the same device finds them", async () => {
  const { keeper } = world();
  const here = keeper();
  here.type(FIELD, "I go quiet");
  await here.rest(FIELD);
  expect(await keeper().find(FIELD)).toEqual({ text: "I go quiet", other: null });
});

test("of two devices the later one stands, and the other is offered", async () => {
  const { there, keeper } = world();
  const here = keeper();
  here.type(FIELD, "from the phone");
  await here.rest(FIELD);
  there.set(FIELD, { field: FIELD, text: "from the desk", at: "2026-05-14T14:40:00Z" });
  expect(await keeper().find(FIELD)).toEqual({ text: "from the desk", other: "from the phone" });
});

test("without a network the device answers alone, and says so", async () => {
  const { up, keeper } = world();
  up.is = false;
  const here = keeper();
  const heard: string[] = [];
  here.hear(FIELD, (kept) => heard.push(kept));
  here.type(FIELD, "I go quiet");
  await here.rest(FIELD);
  expect(heard).toEqual(["kept"]);
  expect((await keeper().find(FIELD))?.text).toBe("I go quiet");
});

test("what was sent leaves no draft behind, not even one that was still on its way", async () => {
  const { there, drafts, keeper } = world();
  const here = keeper();
  here.type(FIELD, "I go quiet");
  await here.drop(FIELD);
  await vi.advanceTimersByTimeAsync(SERVER_AFTER * 2);
  expect(await drafts.find(PLACE)).toBeUndefined();
  expect(there.size).toBe(0);
});

test("words that were on their way to the server arrive before the word that drops them", async () => {
  const { there, server, keeper } = world();
  const put = server.put;
  let arrives = () => {};
  server.put = async (field, text) => {
    await new Promise<void>((arrived) => {
      arrives = arrived;
    });
    return put(field, text);
  };
  const here = keeper();
  here.type(FIELD, "I go quiet");
  await vi.advanceTimersByTimeAsync(SERVER_AFTER);
  const dropped = here.drop(FIELD);
  arrives();
  await dropped;
  expect(there.size).toBe(0);
});

test("what was sent while there was no network is dropped on the server as soon as there is one", async () => {
  const { there, up, keeper } = world();
  const here = keeper();
  here.type(FIELD, "I go quiet");
  await here.rest(FIELD);
  up.is = false;
  await here.drop(FIELD);
  await vi.advanceTimersByTimeAsync(SERVER_AFTER);
  expect(there.size).toBe(1);
  up.is = true;
  await vi.advanceTimersByTimeAsync(SERVER_AFTER * 2);
  expect(there.size).toBe(0);
});

test("words typed anew are not dropped with the old ones", async () => {
  const { there, up, keeper } = world();
  const here = keeper();
  up.is = false;
  await here.drop(FIELD);
  up.is = true;
  here.type(FIELD, "and then I come back");
  await vi.advanceTimersByTimeAsync(SERVER_AFTER * 4);
  expect(there.get(FIELD)?.text).toBe("and then I come back");
});

test("what an earlier page had sent, and the room has taken, waits in no field", async () => {
  const { there, taken, drafts, keeper } = world();
  const earlier = keeper();
  earlier.type(FIELD, "I ask instead of looking");
  await earlier.rest(FIELD);
  taken.add("I ask instead of looking");
  expect(await keeper().find(FIELD)).toBeUndefined();
  expect(await drafts.find(PLACE)).toBeUndefined();
  expect(there.size).toBe(0);
});
