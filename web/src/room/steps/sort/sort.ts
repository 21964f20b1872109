// The card sort as a value: what lies where, and what is held. Mouse, touch and keys all go through
// `act`, so that none of them can lose or double a card.

/** A place on the table. Pile null is the deck. */
export type Spot = { readonly pile: string | null; readonly index: number };

/** The piles are the truth; the deck is what lies on none of them, in the order of `cards`. */
export type Table = {
  readonly piles: readonly string[];
  readonly cards: readonly string[];
  readonly on: Readonly<Record<string, readonly string[]>>;
};

export type Move = { readonly card: string; readonly from: Spot; readonly to: Spot };

export type Held = { readonly card: string; readonly from: Spot; readonly at: Spot };

/** What only this page knows: the card in the hand, and what can be undone. */
export type Hand = { readonly held: Held | null; readonly past: readonly Move[] };

export const emptyHand: Hand = { held: null, past: [] };

export type Act =
  | { do: "pick"; card: string }
  | { do: "pile"; by: -1 | 1 }
  | { do: "place"; by: -1 | 1 }
  | { do: "over"; to: Spot }
  | { do: "put" }
  | { do: "back" }
  | { do: "send"; card: string; pile: string | null }
  | { do: "undo" };

/** What a screen reader is told; the view finds the words. */
export type Said =
  | { say: "pickedUp"; card: string }
  | { say: "pickedUpFrom"; card: string; pile: string; place: number; of: number }
  | { say: "movedTo"; pile: string; place: number }
  | { say: "nowIn"; pile: string; place: number; of: number }
  | { say: "overDeck" }
  | { say: "putDown"; pile: string; left: number }
  | { say: "putBack" }
  | { say: "undone"; card: string };

/** What an act leads to. `move` is set where a card has come to lie elsewhere, which the server must hear. */
export type Outcome = { table: Table; hand: Hand; said?: Said; move?: Move };

export function freshTable(piles: readonly string[], cards: readonly string[]): Table {
  return { piles, cards, on: Object.fromEntries(piles.map((pile) => [pile, []])) };
}

export function deckOf({ piles, cards, on }: Table): readonly string[] {
  const placed = new Set(piles.flatMap((pile) => on[pile] ?? []));
  return cards.filter((card) => !placed.has(card));
}

export const pileOf = (table: Table, pile: string | null): readonly string[] =>
  pile === null ? deckOf(table) : (table.on[pile] ?? []);

/** In the deck there is no place but the deck: cards lie there in their own order. */
const DECK: Spot = { pile: null, index: 0 };

export function spotOf(table: Table, card: string): Spot | undefined {
  for (const pile of table.piles) {
    const index = pileOf(table, pile).indexOf(card);
    if (index >= 0) {
      return { pile, index };
    }
  }
  return table.cards.includes(card) ? DECK : undefined;
}

/** The table with this card at that place; it leaves where it was. */
export function lay(table: Table, card: string, to: Spot): Table {
  const into = (pile: string) => {
    const rest = pileOf(table, pile).filter((other) => other !== card);
    return pile === to.pile ? rest.toSpliced(Math.min(to.index, rest.length), 0, card) : rest;
  };
  return { ...table, on: Object.fromEntries(table.piles.map((pile) => [pile, into(pile)])) };
}

/** The table as it looks now: the held card lies where it would land. */
export const seen = (table: Table, hand: Hand): Table => (hand.held ? lay(table, hand.held.card, hand.held.at) : table);

export function act(table: Table, hand: Hand, what: Act): Outcome {
  const same: Outcome = { table, hand };
  const { held } = hand;
  switch (what.do) {
    case "pick":
      return held ? same : pick(table, hand, what.card);
    case "pile":
      return held ? toPile(table, hand, held, what.by) : same;
    case "place":
      return held ? toPlace(table, hand, held, what.by) : same;
    case "over":
      return held && !alike(held.at, what.to) ? over(table, hand, held, what.to) : same;
    case "put":
      return held ? put(table, hand, held) : same;
    case "back":
      return held ? { table, hand: { ...hand, held: null }, said: { say: "putBack" } } : same;
    case "send":
      return held ? same : send(table, hand, what.card, what.pile);
    case "undo":
      return held ? same : undo(table, hand);
  }
}

const alike = (one: Spot, other: Spot) => one.pile === other.pile && one.index === other.index;

function pick(table: Table, hand: Hand, card: string): Outcome {
  const from = spotOf(table, card);
  if (!from) {
    return { table, hand };
  }
  const said: Said =
    from.pile === null
      ? { say: "pickedUp", card }
      : {
          say: "pickedUpFrom",
          card,
          pile: from.pile,
          place: from.index + 1,
          of: pileOf(table, from.pile).length,
        };
  return { table, hand: { ...hand, held: { card, from, at: from } }, said };
}

function toPile(table: Table, hand: Hand, held: Held, by: -1 | 1): Outcome {
  const { piles } = table;
  const fromDeck = by === 1 ? piles[0] : piles.at(-1);
  const next = held.at.pile === null ? fromDeck : piles[piles.indexOf(held.at.pile) + by];
  if (next === undefined) {
    return { table, hand };
  }
  const index = pileOf(table, next).filter((card) => card !== held.card).length;
  return over(table, hand, held, { pile: next, index });
}

function toPlace(table: Table, hand: Hand, held: Held, by: -1 | 1): Outcome {
  if (held.at.pile === null) {
    return { table, hand };
  }
  const others = pileOf(table, held.at.pile).filter((card) => card !== held.card).length;
  const index = Math.max(0, Math.min(others, held.at.index + by));
  return index === held.at.index ? { table, hand } : over(table, hand, held, { pile: held.at.pile, index });
}

function over(table: Table, hand: Hand, held: Held, to: Spot): Outcome {
  const next = { ...hand, held: { ...held, at: to } };
  if (to.pile === null) {
    return { table, hand: next, said: { say: "overDeck" } };
  }
  const place = to.index + 1;
  const said: Said =
    to.pile === held.at.pile
      ? { say: "nowIn", pile: to.pile, place, of: pileOf(seen(table, next), to.pile).length }
      : { say: "movedTo", pile: to.pile, place };
  return { table, hand: next, said };
}

function put(table: Table, hand: Hand, held: Held): Outcome {
  const rest = { ...hand, held: null };
  return alike(held.at, held.from)
    ? { table, hand: rest, said: { say: "putBack" } }
    : moved(table, rest, { card: held.card, from: held.from, to: held.at });
}

function send(table: Table, hand: Hand, card: string, pile: string | null): Outcome {
  const from = spotOf(table, card);
  if (!from || from.pile === pile) {
    return { table, hand };
  }
  const index = pile === null ? 0 : pileOf(table, pile).length;
  return moved(table, hand, { card, from, to: { pile, index } });
}

function moved(table: Table, hand: Hand, move: Move): Outcome {
  const next = lay(table, move.card, move.to);
  const said: Said =
    move.to.pile === null ? { say: "putBack" } : { say: "putDown", pile: move.to.pile, left: deckOf(next).length };
  return { table: next, hand: { ...hand, past: [...hand.past, move] }, said, move };
}

function undo(table: Table, hand: Hand): Outcome {
  const last = hand.past.at(-1);
  const from = last && spotOf(table, last.card);
  if (!last || !from) {
    return { table, hand };
  }
  return {
    table: lay(table, last.card, last.from),
    hand: { ...hand, past: hand.past.slice(0, -1) },
    said: { say: "undone", card: last.card },
    move: { card: last.card, from, to: last.from },
  };
}
