import { expect, test } from "vitest";
import { passingDevice } from "./outbox.ts";
import { World } from "./testing/world.ts";

/** Dice with a number on them: a walk that fails can be walked again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

// Drops, gaps, lost answers, servers that are away. Whatever happens, at rest the page equals the journal.
test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
  "old state and events give the fresh state, walk %i",
  async (seed) => {
    const roll = dice(seed);
    const world = new World();
    const client = world.client(passingDevice().outbox);
    await client.start();
    await world.pass(5);
    let mine = 0;
    for (let i = 0; i < 30; i++) {
      world.mute = roll() < 0.2;
      world.dropAck = roll() < 0.2;
      const act = roll();
      if (act < 0.35) {
        await client.do("Say", { text: `mine ${i}` });
        mine++;
      } else if (act < 0.6) world.say(`theirs ${i}`);
      else if (act < 0.75) world.drop();
      else if (act < 0.85) world.up = !world.up;
      else await world.pass(500);
    }
    Object.assign(world, { mute: false, dropAck: false, up: true });
    client.online();
    await world.pass(60_000);
    world.beat();
    await world.pass(20_000);

    const { confirmed, room, unsaved } = client.view();
    expect(confirmed.said).toEqual(world.texts);
    expect(room).toEqual(confirmed);
    expect(new Set(confirmed.ids).size).toBe(confirmed.ids.length);
    expect(world.journal.filter((event) => event.by === "partner-1")).toHaveLength(mine);
    expect(unsaved).toBe(0);
  },
);
