// Where one's own cards lie, from top to bottom. Nobody else's are ever here. Pure.
import type { RoomEvents } from "../../live/wire.ts";

export type Placing = {
  readonly piles: Readonly<Record<string, readonly string[]>>;
  /** The words of cards of one's own, by their ids. */
  readonly own: Readonly<Record<string, string>>;
};

export const nothingPlaced: Placing = { piles: {}, own: {} };

/** The card leaves where it was; pile null leaves it in the deck. */
export function placed(placing: Placing, { card, pile, place, text }: RoomEvents["CardPlaced"]): Placing {
  const piles = Object.fromEntries(
    Object.entries(placing.piles).map(([id, cards]) => [id, cards.filter((other) => other !== card)]),
  );
  if (pile !== null) {
    piles[pile] = (piles[pile] ?? []).toSpliced(place, 0, card);
  }
  return { piles, own: text === null ? placing.own : { ...placing.own, [card]: text } };
}
