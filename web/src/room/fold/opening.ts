// What a reveal step has opened, and what people have marked in it. Pure.
import type { Opened, RoomEvent, Seat } from "../../live/wire.ts";

export type Opening = {
  /** For the therapist: whether there is something to open now. Never why not. */
  readonly openable: boolean;
  /** Empty before the reveal, and where everything was left closed. */
  readonly opened: readonly Opened[];
  /** The steps that stay closed, for whatever reason. */
  readonly closed: readonly string[];
  /** Opened or left closed: it does not change any more. */
  readonly decided: boolean;
  /** Who wants to talk about a row: a card's id, or a step's. */
  readonly marks: Readonly<Record<string, readonly Seat[]>>;
  readonly chosen: string | null;
};

export const notOpened: Opening = {
  openable: false,
  opened: [],
  closed: [],
  decided: false,
  marks: {},
  chosen: null,
};

export function evolve(opening: Opening, event: RoomEvent, by: Seat | "room"): Opening {
  switch (event.type) {
    case "OpenableChanged":
      return { ...opening, openable: event.data.openable };
    case "Revealed": {
      const { opened, closed } = event.data;
      return { ...notOpened, opened, closed, decided: true };
    }
    case "StepLeftClosed":
      return { ...notOpened, closed: event.data.steps, decided: true };
    case "TalkMarked": {
      const { row, on } = event.data;
      const others = (opening.marks[row] ?? []).filter((seat) => seat !== by);
      const who = on && by !== "room" ? [...others, by].sort() : others;
      return { ...opening, marks: { ...opening.marks, [row]: who } };
    }
    case "RowChosen":
      return { ...opening, chosen: event.data.row };
    default:
      return opening;
  }
}
