// What every part of the room's page may ask: who is here, what has happened, and how to act.
import { createContext, use } from "react";
import type { Mood } from "../live/link.ts";
import type { RoomCommand, Seat } from "../live/wire.ts";
import type { RoomInfo } from "./queries.ts";
import type { RoomView } from "./room.ts";
import type { Outcome, Person } from "./steps/props.ts";

export type Here = {
  readonly info: RoomInfo;
  readonly me: Seat;
  /** In seat order; `here` is false for the others while one waits at the door. */
  readonly people: readonly Person[];
  readonly room: RoomView;
  readonly mood: Mood;
  readonly unsaved: number;
  now(): number;
  send(command: RoomCommand): Promise<Outcome>;
  signal(to: Seat | "all", data: unknown): void;
  onSignal(hear: (from: Seat, data: unknown) => void): () => void;
  onStray(hear: (outcome: Outcome) => void): () => void;
};

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = use(HereContext);
  if (here === null) throw new Error("outside of a room");
  return here;
}
