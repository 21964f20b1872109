import type { KeyboardEvent } from "react";
import { t } from "../../../i18n/t.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { press } from "./keys.ts";
import type { useDrag } from "./useDrag.ts";
import type { Sorting } from "./useSort.ts";

type Props = {
  card: string;
  text: string;
  piles: readonly string[];
  sorting: Sorting;
  drag: ReturnType<typeof useDrag>;
  /** One Tab stop for each pile: the others are reached by arrows. */
  stop: boolean;
  /** A tap, or a press of assistive technology: the same piles as buttons. */
  onOpen(card: string): void;
};

export function Card({ card, text, piles, sorting, drag, stop, onOpen }: Props) {
  const held = sorting.hand.held?.card === card;

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    if (event.key === "Tab" && sorting.isHeld) {
      sorting.run({ do: "back" });
      return;
    }
    const pressed = press(event, card, sorting.isHeld, piles);
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation(); // Escape with a card in the hand is no quick exit
    if ("walk" in pressed) walk(event.currentTarget, pressed.walk);
    else sorting.run(pressed.act, pressed.focus);
  }

  return (
    <button
      type="button"
      data-card={card}
      className={held ? "card is-held" : "card"}
      tabIndex={stop ? 0 : -1}
      aria-roledescription={t("sort.card")}
      aria-pressed={held}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => drag.onDown(event, card)}
      onClick={() => drag.isDrop() || onOpen(card)}
    >
      <Icon name="grip" />
      {text}
    </button>
  );
}

function walk(from: HTMLElement, by: -1 | 1) {
  const all = [...(from.closest("ul")?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  all[all.indexOf(from) + by]?.focus();
}
