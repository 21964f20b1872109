import type { CSSProperties, ReactNode } from "react";
import { t } from "../../../i18n/t.ts";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import type { Named, SortStep } from "../steps-types.ts";

const ICONS: Readonly<Record<string, IconName>> = { trust: "trust", "not-sure": "unsure", control: "control" };

/** A picture for the piles that have one; the word always stands beside it. */
export function PileIcon({ pile, large }: { pile: string; large?: boolean }) {
  const name = ICONS[pile];
  return name ? <Icon name={name} {...(large ? { size: "l" as const } : {})} /> : null;
}

export const pileCount = (step: SortStep) => ({ "--piles": step.piles.length }) as CSSProperties;

type Props = { pile: Named; cards: readonly string[]; over?: boolean; children(card: string): ReactNode };

export function Pile({ pile, cards, over, children }: Props) {
  return (
    <section
      className={over ? "pile is-over" : "pile"}
      data-pile={pile.id}
      aria-label={t("sort.pile", { pile: pile.text, count: cards.length })}
    >
      <h3 className="pile__head">
        <PileIcon pile={pile.id} />
        {pile.text}
      </h3>
      <ul>
        {cards.map((card) => (
          <li key={card}>{children(card)}</li>
        ))}
      </ul>
    </section>
  );
}
