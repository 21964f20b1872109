import { beforeEach, describe, expect, test } from "vitest";
import { type Outbox, passingDevice } from "./outbox.ts";
import { World } from "./testing/world.ts";

let world: World;
let outbox: Outbox;
beforeEach(() => {
  world = new World();
  outbox = passingDevice().outbox;
});

async function joined() {
  const client = world.client(outbox);
  await client.start();
  await world.pass(10);
  return client;
}

describe("a room client", () => {
  test("folds the whole stream that the welcome brings, and then each event", async () => {
    world.say("one");
    const client = await joined();
    world.say("two");
    expect(client.view()).toMatchObject({ room: { said: ["one", "two"] }, you: "partner-1" });
    expect(world.dials).toEqual([null]);
  });

  test("knows who is here", async () => {
    const client = await joined();
    expect(client.view().members.map((member) => member.here)).toEqual([true, false]);
    world.tell({ t: "presence", members: [{ seat: "partner-2", here: true }] });
    expect(client.view().members).toEqual([
      { seat: "partner-1", name: "Noor", here: true },
      { seat: "partner-2", name: "Daniel", here: true },
    ]);
  });

  test("knows how far its clock is from the server's", async () => {
    expect((await joined()).view().clock).toBeCloseTo(5_000, -2);
  });

  test("shows own work at once, and keeps it until the server has it", async () => {
    const client = await joined();
    world.deaf = true;
    await client.do("Say", { text: "mine" });
    expect(client.view().room.said).toEqual(["mine"]);
    expect(client.view().confirmed.said).toEqual([]);
    expect(await outbox.all("r1")).toHaveLength(1);
  });

  test("resumes after its last number, sends again what has no answer, and nothing is double", async () => {
    const client = await joined();
    world.dropAck = true;
    await client.do("Say", { text: "answer lost" });
    await world.pass(1);
    world.drop();
    world.dropAck = false;
    world.say("from the other");
    await client.do("Say", { text: "while away" });
    expect(client.view().link.phase).toBe("waiting");
    await world.pass(1_500);
    expect(client.view().confirmed.said).toEqual(["answer lost", "from the other", "while away"]);
    expect(client.view().room).toEqual(client.view().confirmed);
    expect(world.dials).toEqual([null, 0]);
    expect(await outbox.all("r1")).toEqual([]);
  });

  test("sends what is done in a hurry in the order in which it was done", async () => {
    const client = await joined();
    await Promise.all(["a", "b", "c", "d"].map((text) => client.do("Say", { text })));
    await world.pass(1);
    expect(world.texts).toEqual(["a", "b", "c", "d"]);
  });

  test("a gap in the numbers makes it ask again from where it was", async () => {
    const client = await joined();
    world.say("1");
    world.mute = true;
    world.say("2");
    world.mute = false;
    world.say("3");
    await world.pass(10);
    expect(client.view().room.said).toEqual(["1", "2", "3"]);
    expect(world.dials).toEqual([null, 1]);
  });

  test("a beat that knows more is believed after two seconds", async () => {
    const client = await joined();
    world.mute = true;
    world.say("1");
    world.mute = false;
    world.beat();
    await world.pass(1_900);
    expect(client.view().room.said).toEqual([]);
    await world.pass(200);
    expect(client.view().room.said).toEqual(["1"]);
  });

  test("after a restored backup it starts from what the server has now", async () => {
    world.say("1");
    world.say("2");
    const client = await joined();
    world.restore(1);
    world.say("another second");
    world.drop();
    await world.pass(1_500);
    expect(client.view().room.said).toEqual(["1", "another second"]);
    world.say("3");
    expect(client.view().room.said).toEqual(["1", "another second", "3"]);
  });

  test("silence for two and a half beats is a lost connection", async () => {
    const client = await joined();
    await world.pass(24_000);
    expect(world.dials).toHaveLength(1);
    await world.pass(3_000);
    expect(world.dials).toHaveLength(2);
    expect(client.view().link.phase).toBe("live");
  });

  test("says that it is still here, on opening and every ten seconds", async () => {
    await joined();
    expect(world.beats).toBe(1);
    await world.pass(20_000);
    expect(world.beats).toBe(3);
  });

  test("tries after 1, 2, 4, 8, 15, 15 seconds, and at once when the device is online again", async () => {
    const client = await joined();
    world.up = false;
    world.drop();
    await world.pass(1_000 + 2_000 + 4_000 + 8_000 + 15_000 + 15_000 + 10);
    expect(world.dials).toHaveLength(7);
    world.up = true;
    client.online();
    await world.pass(1);
    expect(client.view().link.phase).toBe("live");
  });

  test("asks after a failed handshake, and stops where the server says so", async () => {
    const client = await joined();
    world.up = false;
    world.answer = "locked";
    world.drop();
    expect(world.asked).toBe(0);
    await world.pass(60_000);
    expect(world.asked).toBe(1);
    expect(client.view()).toMatchObject({ mood: "over", link: { phase: "over", over: "locked" } });
    expect(world.dials).toHaveLength(2);
  });

  test("a refusal takes the optimistic work back and says why", async () => {
    const why: string[] = [];
    const client = await joined();
    client.onRefused((_, problem) => why.push(problem.type));
    const shown: string[][] = [];
    client.subscribe(() => shown.push(client.view().room.said));
    await client.do("Say", { text: "forbidden" });
    await world.pass(1);
    expect(shown).toEqual([["forbidden"], []]);
    expect(why).toEqual(["/problems/not-your-turn"]);
    expect(await outbox.all("r1")).toEqual([]);
  });

  test("what is too long for a frame is refused here, and not kept for ever", async () => {
    const why: string[] = [];
    const client = await joined();
    client.onRefused((_, problem) => why.push(problem.type));
    await client.do("Say", { text: "x".repeat(13 * 1024) });
    await world.pass(1);
    expect(why).toEqual(["/problems/too-long"]);
    expect(client.view().unsaved).toBe(0);
    expect(world.journal).toEqual([]);
  });

  test("a reload finds unsent work on the device and sends it", async () => {
    const client = await joined();
    world.up = false;
    world.drop();
    await client.do("Say", { text: "kept" });
    client.stop();
    world.up = true;
    const again = await joined();
    await world.pass(2_000);
    expect(world.texts).toEqual(["kept"]);
    expect(again.view().unsaved).toBe(0);
  });

  test("a person notices nothing, then a slow line, then a lost one, then nothing again", async () => {
    const client = await joined();
    const moods: string[] = [];
    client.subscribe(() => moods.at(-1) !== client.view().mood && moods.push(client.view().mood));
    world.up = false;
    world.drop();
    await world.pass(9_000);
    world.up = true;
    client.online();
    await world.pass(1);
    expect(moods).toEqual(["fine", "slow", "away", "fine"]);
  });

  test("a signal is heard, and one without a line is dropped", async () => {
    const heard: unknown[] = [];
    const client = await joined();
    client.onSignal((from, data) => heard.push([from, data]));
    world.tell({ t: "signal", from: "partner-2", data: { kind: "typing" } });
    world.drop();
    client.signal("all", { kind: "typing" });
    expect(heard).toEqual([["partner-2", { kind: "typing" }]]);
    expect(client.view().unsaved).toBe(0);
  });
});
