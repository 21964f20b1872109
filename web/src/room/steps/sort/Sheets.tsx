import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import type { SortStep } from "../steps-types.ts";
import { PileIcon } from "./Piles.tsx";
import { pileOf, spotOf } from "./sort.ts";
import type { SortWork } from "./step.ts";
import { cardText, type Sorting } from "./useSort.ts";

type Common = { step: SortStep; work: SortWork; sorting: Sorting };

/** The piles as buttons, for a finger and for whoever cannot drag. */
export function MoveSheet({ step, work, sorting, card, onClose }: Common & { card: string | null; onClose(): void }) {
  const at = card === null ? undefined : spotOf(sorting.table, card);
  function put(pile: string | null) {
    onClose();
    if (card !== null) sorting.run({ do: "send", card, pile }, "next");
  }
  return (
    <Dialog open={card !== null} onClose={onClose} title={card === null ? "" : cardText(step, work, card)}>
      <div className="sort__move">
        <p className="meta">{t("sort.moveTo")}</p>
        {step.piles.map((pile) => (
          <Button key={pile.id} size="l" block aria-pressed={at?.pile === pile.id} onClick={() => put(pile.id)}>
            <PileIcon pile={pile.id} />
            {pile.text}
          </Button>
        ))}
        {at?.pile !== null && (
          <Button look="quiet" onClick={() => put(null)}>
            {t("sort.toDeck")}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t("ui.notNow")}
        </Button>
      </div>
    </Dialog>
  );
}

type PilesProps = Common & { open: boolean; onCard(card: string): void; onClose(): void };

/** On a phone there is room for one card; here all piles are seen. */
export function PilesSheet({ step, work, sorting, open, onCard, onClose }: PilesProps) {
  const foot = <Button onClick={onClose}>{t("sort.close")}</Button>;
  return (
    <Dialog open={open} onClose={onClose} title={t("sort.piles")} foot={foot}>
      <div className="sort__sheet">
        {step.piles.map((pile) => {
          const cards = pileOf(sorting.table, pile.id);
          return (
            <section key={pile.id} aria-label={t("sort.pile", { pile: pile.text, count: cards.length })}>
              <h3 className="pile__head">
                <PileIcon pile={pile.id} />
                {pile.text}
              </h3>
              {cards.length === 0 && <p className="meta">{t("sort.cards", { count: 0 })}</p>}
              <ul>
                {cards.map((card) => (
                  <li key={card}>
                    <button type="button" className="card" onClick={() => onCard(card)}>
                      {cardText(step, work, card)}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
