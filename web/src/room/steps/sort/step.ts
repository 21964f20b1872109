// The sort's part of the room: the table as the server has it, and the sealing that all asking kinds share. Pure.
import type { Answer, RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";
import { type Asking, emptyAsking, evolve as evolveAsking } from "../asking/asking.ts";
import type { SortStep } from "../steps-types.ts";
import { freshTable, lay, type Table } from "./sort.ts";

export type SortWork = Asking & {
  readonly table: Table;
  /** Cards in own words, by their ids. */
  readonly own: Readonly<Record<string, string>>;
};

export const begin = (step: SortStep): SortWork => ({
  ...emptyAsking,
  table: freshTable(
    step.piles.map((pile) => pile.id),
    step.cards.map((card) => card.id),
  ),
  own: {},
});

export function evolve(work: SortWork, event: RoomEvent, by: Seat | "room", me: Seat): SortWork {
  if (event.type !== "CardPlaced") {
    return { ...work, ...evolveAsking(work, event, by, me) };
  }
  const { card, pile, place, text } = event.data;
  return {
    ...work,
    table: lay(work.table, card, { pile, index: place }),
    own: text === null ? work.own : { ...work.own, [card]: text },
  };
}

/** A card lands at once. */
export const foretell = (command: RoomCommand): RoomEvent | undefined =>
  command.type === "PlaceCard" ? { type: "CardPlaced", data: command.data } : undefined;

/** What lies on the piles; null while nothing does. Own cards that stayed in the deck are left out like any other. */
export function answerOf(table: Table, own: SortWork["own"]): Answer | null {
  const placed = table.piles.flatMap((pile) => table.on[pile] ?? []);
  if (placed.length === 0) {
    return null;
  }
  return {
    kind: "sort",
    piles: table.piles.map((pile) => ({ pile, cards: table.on[pile] ?? [] })),
    own: Object.entries(own)
      .filter(([card]) => placed.includes(card))
      .map(([card, text]) => ({ card, text })),
  };
}

/** The id of the next card in own words, or null where the step has no room for one. */
export function nextOwn(own: SortWork["own"], most: number): string | null {
  const ids = Array.from({ length: most }, (_, i) => `own-${i + 1}`);
  return ids.find((id) => !(id in own)) ?? null;
}
