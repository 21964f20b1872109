// Lines for "what we learned": one offers, the other keeps. Pure.
import type { RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";

export const LINE_MAX = 160;
export const WORD_MAX = 24;
export const MOST_EACH = 3;

export type Line = { readonly id: string; readonly by: Seat; readonly text: string; readonly keptBy: readonly Seat[] };

export function evolve(lines: readonly Line[], event: RoomEvent, by: Seat | "room"): readonly Line[] {
  if (by === "room") {
    return lines;
  }
  switch (event.type) {
    case "LineOffered": {
      const { line: id, text } = event.data;
      return [...lines.filter((line) => line.id !== id), { id, by, text, keptBy: [] }];
    }
    case "LineKept":
      return lines.map((line) =>
        line.id === event.data.line && !line.keptBy.includes(by) ? { ...line, keptBy: [...line.keptBy, by] } : line,
      );
    default:
      return lines;
  }
}

export function foretell(command: RoomCommand): RoomEvent | undefined {
  switch (command.type) {
    case "OfferLine":
      return { type: "LineOffered", data: command.data };
    case "KeepLine":
      return { type: "LineKept", data: command.data };
    default:
      return undefined;
  }
}
