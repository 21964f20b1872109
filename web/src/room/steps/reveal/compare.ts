// The order of "both sorts": what the two see differently comes first, wider apart before closer,
// then in the order of the deck; what they see alike stands below, pile by pile (content.md 2.3).

type Id = string;

export type Sorted = {
  readonly piles: readonly { readonly pile: Id; readonly cards: readonly Id[] }[];
  readonly own: readonly { readonly card: Id; readonly text: string }[];
};

export type Side<Seat> = { readonly seat: Seat; readonly value: Sorted };

/** One card, and in seat order the pile in which each has laid it. */
export type Row<Seat> = { readonly card: Id; readonly at: readonly { seat: Seat; pile: Id }[] };

export type OwnCard<Seat> = { readonly seat: Seat; readonly card: Id; readonly text: string; readonly pile: Id };

export type Comparison<Seat> = {
  readonly apart: readonly Row<Seat>[];
  readonly alike: readonly { readonly pile: Id; readonly cards: readonly Id[] }[];
  readonly own: readonly OwnCard<Seat>[];
};

export function compare<Seat>(
  piles: readonly Id[],
  cards: readonly Id[],
  sides: readonly Side<Seat>[],
): Comparison<Seat> {
  const rows = cards.flatMap((card) => row(card, sides));
  const widths = new Map(rows.map((each) => [each, width(piles, each)]));
  const wide = (each: Row<Seat>) => widths.get(each) ?? 0;
  return {
    // sort is stable, so cards equally far apart stay in the deck's order
    apart: rows.filter((each) => wide(each) > 0).sort((one, other) => wide(other) - wide(one)),
    alike: piles
      .map((pile) => ({
        pile,
        cards: rows.filter((each) => wide(each) === 0 && each.at[0]?.pile === pile).map((each) => each.card),
      }))
      .filter((each) => each.cards.length > 0),
    own: sides.flatMap(({ seat, value }) =>
      value.own.flatMap(({ card, text }) => {
        const pile = pileWith(value, card);
        return pile === undefined ? [] : [{ seat, card, text, pile }];
      }),
    ),
  };
}

/** No row where somebody left the card out: not even that is told. */
function row<Seat>(card: Id, sides: readonly Side<Seat>[]): Row<Seat>[] {
  const at = sides.flatMap(({ seat, value }) => {
    const pile = pileWith(value, card);
    return pile === undefined ? [] : [{ seat, pile }];
  });
  return at.length === sides.length && at.length > 0 ? [{ card, at }] : [];
}

const pileWith = (value: Sorted, card: Id) => value.piles.find((each) => each.cards.includes(card))?.pile;

function width<Seat>(piles: readonly Id[], { at }: Row<Seat>): number {
  const places = at.map(({ pile }) => piles.indexOf(pile));
  return Math.max(...places) - Math.min(...places);
}
