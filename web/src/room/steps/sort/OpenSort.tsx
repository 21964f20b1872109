import { useId, useState } from "react";
import { rich, t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { StepProps } from "../props.ts";
import type { SortStep } from "../steps-types.ts";
import { Card } from "./Card.tsx";
import { Pile, PileIcon } from "./Piles.tsx";
import { MoveSheet, PilesSheet } from "./Sheets.tsx";
import { deckOf, pileOf, seen } from "./sort.ts";
import { nextOwn, type SortWork } from "./step.ts";
import { useDrag } from "./useDrag.ts";
import { cardText, type Sorting } from "./useSort.ts";

type Props = { step: StepProps<SortStep, SortWork>; sorting: Sorting; seenId: string };

/** Deck and piles while the sort is open. */
export function OpenSort({ step: props, sorting, seenId }: Props) {
  const { step, work } = props;
  const drag = useDrag(sorting);
  const [moving, setMoving] = useState<string | null>(null);
  const [showsPiles, setShowsPiles] = useState(false);
  const look = seen(sorting.table, sorting.hand);
  const held = sorting.hand.held;
  const deck = deckOf(look);
  const top = deck[0];
  const card = (id: string, stop: boolean) => (
    <Card
      card={id}
      text={cardText(step, work, id)}
      piles={look.piles}
      stop={stop}
      onOpen={setMoving}
      {...{ sorting, drag }}
    />
  );
  const left = { left: deck.length, help: step.help ?? "" };
  return (
    <div
      ref={sorting.root}
      className={held ? "sort__open is-holding" : "sort__open"}
      data-held={held ? "" : undefined}
      onPointerMove={drag.onPointerMove}
      onPointerUp={drag.onPointerUp}
      onPointerCancel={drag.onPointerCancel}
    >
      <div className="sort__rest">
        <div className={`sort__deck${deck.length > 1 ? " is-deep" : ""}${top ? "" : " is-empty"}`} data-pile="">
          {top ? (
            <ul aria-label={t("sort.deck")} aria-describedby={seenId}>
              <li>{card(top, true)}</li>
            </ul>
          ) : (
            <p>{t("sort.deckEmpty")}</p>
          )}
        </div>
        <p className="sort__tip">{rich("sort.tip", { k: (inner) => <kbd>{inner}</kbd> }, left)}</p>
        <p className="sort__left meta" data-testid="left">
          {t("sort.left", left)}
        </p>
      </div>
      {sorting.refused && (
        <Notice look="plain" spoken>
          <p>{t(sorting.refused === "already-opened" ? "asking.refused.opened" : "asking.refused.other")}</p>
        </Notice>
      )}
      <div className="sort__piles">
        {step.piles.map((pile) => {
          const cards = pileOf(look, pile.id);
          const stop = held && cards.includes(held.card) ? held.card : cards[0];
          return (
            <Pile key={pile.id} pile={pile} cards={cards} over={held?.at.pile === pile.id}>
              {(id) => card(id, id === stop)}
            </Pile>
          );
        })}
      </div>
      <OwnCard {...props} />
      <Thumbs step={step} sorting={sorting} top={top} onPiles={() => setShowsPiles(true)} />
      <PilesSheet
        {...{ step, work, sorting }}
        open={showsPiles}
        onClose={() => setShowsPiles(false)}
        onCard={(id) => {
          setShowsPiles(false);
          setMoving(id);
        }}
      />
      <MoveSheet {...{ step, work, sorting }} card={moving} onClose={() => setMoving(null)} />
    </div>
  );
}

type ThumbProps = { step: SortStep; sorting: Sorting; top: string | undefined; onPiles(): void };

/** On a phone: one button for each pile, in reach of a thumb. */
function Thumbs({ step, sorting, top, onPiles }: ThumbProps) {
  return (
    <div className="sort__thumbs">
      {/* biome-ignore lint/a11y/useSemanticElements: these are buttons in a row, no form */}
      <div className="sort__place" role="group" aria-label={t("sort.putIn")}>
        {step.piles.map((pile) => (
          <button
            key={pile.id}
            type="button"
            aria-disabled={top === undefined || undefined}
            onClick={() => top !== undefined && sorting.run({ do: "send", card: top, pile: pile.id })}
          >
            <PileIcon pile={pile.id} large />
            {pile.text}
            <small>{t("sort.cards", { count: pileOf(sorting.table, pile.id).length })}</small>
          </button>
        ))}
      </div>
      <div className="sort__foot">
        <Button look="quiet" icon="back" notYet={!sorting.canUndo} onClick={() => sorting.run({ do: "undo" })}>
          {t("sort.undo")}
        </Button>
        <Button look="quiet" onClick={onPiles}>
          {t("sort.seePiles")}
        </Button>
      </div>
    </div>
  );
}

/** A card in own words comes to the top of the deck. */
function OwnCard({ step, work, where, send }: StepProps<SortStep, SortWork>) {
  const id = useId();
  const [text, setText] = useState("");
  const card = nextOwn(work.own, step.ownCards);
  if (card === null) {
    return null;
  }
  function add() {
    const words = text.trim();
    if (words === "" || card === null) return;
    setText("");
    void send({ type: "PlaceCard", data: { where, card, pile: null, place: 0, text: words } }).then((outcome) => {
      if (outcome !== "done") setText((typed) => typed || words); // what was typed is never lost
    });
  }
  return (
    <form
      className="sort__own"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="fieldset grow">
        <label htmlFor={id}>{t("sort.own")}</label>
        <input
          id={id}
          className="field"
          autoComplete="off"
          maxLength={64}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit" notYet={text.trim() === ""}>
        {t("sort.addOwn")}
      </Button>
    </form>
  );
}
