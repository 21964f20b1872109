// The sort's part of the room, as its views need it. Pure.
import type { Answer } from "../../../live/wire.ts";
import { type Run, stepOf } from "../../fold/run.ts";
import type { AskingWork } from "../asking/asking.ts";
import { askingWork } from "../asking/work.ts";
import type { SortStep, Step } from "../steps-types.ts";
import type { Table } from "./sort.ts";

export type SortWork = AskingWork & {
  readonly table: Table;
  /** Cards in own words, by their ids. */
  readonly own: Readonly<Record<string, string>>;
};

type Piles = Readonly<Record<string, readonly string[]>>;

/** The table of a step: a card in own words comes on top of the deck. */
export const tableOf = (step: SortStep, piles: Piles, own: SortWork["own"]): Table => ({
  piles: step.piles.map((pile) => pile.id),
  cards: [...Object.keys(own), ...step.cards.map((card) => card.id)],
  on: Object.fromEntries(step.piles.map((pile) => [pile.id, piles[pile.id] ?? []])),
});

export function sortWork(run: Run, step: SortStep, steps: readonly Step[]): SortWork {
  const { piles, own } = stepOf(run, step.common.id).placing;
  return { ...askingWork(run, step.common.id, steps), table: tableOf(step, piles, own), own };
}

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
