// A reveal's part of the room: what was opened, what stays closed, and what somebody would like to talk about. Pure.
import type { Opened, RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";

export type Opening = {
  /** For the therapist: whether it can be opened now. Never why. */
  readonly openable: boolean;
  /** Null until it is decided. */
  readonly opened: readonly Opened[] | null;
  /** The steps that stay closed. */
  readonly closed: readonly string[];
  readonly marks: Readonly<Record<string, readonly Seat[]>>;
  readonly chosen: string | null;
};

export const emptyOpening: Opening = { openable: false, opened: null, closed: [], marks: {}, chosen: null };

export const isDecided = (opening: Opening) => opening.opened !== null;

export function evolve(opening: Opening, event: RoomEvent, by: Seat | "room"): Opening {
  switch (event.type) {
    case "OpenableChanged":
      return { ...opening, openable: event.data.openable };
    case "Revealed":
      return { ...emptyOpening, opened: event.data.opened, closed: event.data.closed };
    case "StepLeftClosed":
      return { ...emptyOpening, opened: [], closed: event.data.steps };
    case "TalkMarked": {
      const { row, on } = event.data;
      const others = (opening.marks[row] ?? []).filter((seat) => seat !== by);
      const seats = on && by !== "room" ? [...others, by].sort() : others;
      return { ...opening, marks: { ...opening.marks, [row]: seats } };
    }
    case "RowChosen":
      return { ...opening, chosen: event.data.row };
    default:
      return opening;
  }
}

/** Marking and choosing are seen at once; opening never, since it cannot be taken back. */
export function foretell(command: RoomCommand): RoomEvent | undefined {
  switch (command.type) {
    case "MarkToTalk":
      return { type: "TalkMarked", data: command.data };
    case "ChooseRow":
      return { type: "RowChosen", data: command.data };
    default:
      return undefined;
  }
}

/** The name by which a card in own words is marked and chosen: both may have used the same id. */
export const ownRow = (seat: Seat, card: string) => `${seat}:${card}`;
