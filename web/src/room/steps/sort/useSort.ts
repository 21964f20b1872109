import { useEffect, useRef, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { say } from "../../../ui/say.ts";
import type { Outcome, StepProps } from "../props.ts";
import type { SortStep } from "../steps-types.ts";
import { type Act, act, deckOf, emptyHand, type Hand, type Move, type Said, type Table } from "./sort.ts";
import type { SortWork } from "./step.ts";

/** Where the focus goes after an act: on with the deck, or along with the card. */
export type Focus = "next" | "card";

/**
 * The table under this person's hands. A card lands at once; what the server makes of it arrives later, and a card that
 * it refuses lies where it was, with one sentence why.
 */
export function useSort({ step, work, where, send }: StepProps<SortStep, SortWork>) {
  const [hand, setHand] = useState<Hand>(emptyHand);
  // Between the drop and the moment when the connection shows it, the table is ours: else the card would jump back.
  const [ours, setOurs] = useState<Table | null>(null);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const table = ours ?? work.table;
  const now = useRef({ table, hand });
  now.current = { table, hand };
  const onTheWay = useRef(0);
  const focusNext = useRef<string | null>(null);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const card = focusNext.current;
    focusNext.current = null;
    if (card) root.current?.querySelector<HTMLElement>(`[data-card="${card}"]`)?.focus();
  });

  function tell({ card, to }: Move) {
    onTheWay.current += 1;
    setRefused(null);
    const data = { where, card, pile: to.pile, place: to.index, text: null };
    void send({ type: "PlaceCard", data }).then((outcome) => {
      onTheWay.current -= 1;
      if (onTheWay.current === 0) setOurs(null);
      if (outcome !== "done") setRefused(outcome);
    });
  }

  function run(what: Act, focus?: Focus) {
    const before = now.current;
    const { table: next, hand: held, said, move } = act(before.table, before.hand, what);
    if (said) say(words(step, work, said));
    now.current = { table: next, hand: held };
    setHand(held);
    if (move) {
      setOurs(next);
      tell(move);
    }
    const card = move?.card ?? before.hand.held?.card ?? held.held?.card;
    const onward = focus === "next" && move?.from.pile === null ? deckOf(next)[0] : undefined;
    if (focus) focusNext.current = onward ?? card ?? null;
  }

  return { table, hand, run, root, refused, isHeld: hand.held !== null, canUndo: hand.past.length > 0 };
}

export type Sorting = ReturnType<typeof useSort>;

export const cardText = (step: SortStep, work: SortWork, card: string) =>
  work.own[card] ?? step.cards.find((each) => each.id === card)?.text ?? "";

export const pileText = (step: SortStep, pile: string) => step.piles.find((each) => each.id === pile)?.text ?? "";

function words(step: SortStep, work: SortWork, said: Said): string {
  const card = "card" in said ? cardText(step, work, said.card) : "";
  const pile = "pile" in said ? pileText(step, said.pile) : "";
  switch (said.say) {
    case "pickedUp":
      return t("sort.say.pickedUp", { card });
    case "pickedUpFrom":
      return t("sort.say.pickedUpFrom", { card, pile, place: said.place, of: said.of });
    case "movedTo":
      return t("sort.say.movedTo", { pile, place: said.place });
    case "nowIn":
      return t("sort.say.nowIn", { pile, place: said.place, of: said.of });
    case "overDeck":
      return t("sort.say.overDeck");
    case "putDown":
      return t("sort.say.putDown", { pile, left: said.left });
    case "putBack":
      return t("sort.say.putBack");
    case "undone":
      return t("sort.say.undone", { card });
  }
}
