// The whole sessions that the server's tests wrote down, member by member.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RoomEvent, Welcome } from "../live/frames.ts";
import { type RoomView, roomFold } from "./room.ts";

const FOLDER = join(import.meta.dirname, "../../../src/test/resources/frames");
type Frame = Welcome | ({ t: "event" } & RoomEvent);

export type Told = { name: string; seat: string; welcome: Welcome; events: RoomEvent[] };

export function sessions(): Told[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const { seats } = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as { seats: Record<string, Frame[]> };
    return Object.entries(seats).map(([seat, frames]) => ({
      name: `${file} as ${seat}`,
      seat,
      welcome: frames.find((frame) => frame.t === "welcome") as Welcome,
      events: frames.filter((frame) => frame.t === "event").map(({ t: _, ...event }) => event),
    }));
  });
}

export const session = (exercise: string, seat: string): Told =>
  sessions().find((each) => each.name === `${exercise}.json as ${seat}`) as Told;

export const begun = (told: Told): RoomView => roomFold.welcome(roomFold.empty, told.welcome);

export const folded = (told: Told, until = told.events.length): RoomView =>
  told.events.slice(0, until).reduce(roomFold.evolve, begun(told));

/** Up to and with the n-th event of a type. */
export function upTo(told: Told, type: string, nth = 1): RoomView {
  const places = told.events.flatMap((event, i) => (event.type === type ? [i] : []));
  return folded(told, (places[nth - 1] ?? -1) + 1);
}
