import { type CSSProperties, useEffect } from "react";
import { t } from "../../../i18n/t.ts";
import type { Opened, Seat } from "../../../live/wire.ts";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { say, useSaidOnChange } from "../../../ui/say.ts";
import { isPartner, nameOf } from "../asking/who.ts";
import type { SortStep } from "../steps-types.ts";
import { type Comparison, compare, type Row, type Side } from "./compare.ts";
import { ChosenNote, letterOf, type RevealProps, Wants, whose } from "./Rows.tsx";

const ICONS: Readonly<Record<string, IconName>> = { trust: "trust", "not-sure": "unsure", control: "control" };

type Props = { step: RevealProps; sort: SortStep; opened: Opened };

/** Both sorts: what the two see differently on tracks, what they see alike below. */
export function Compare({ step: props, sort, opened }: Props) {
  const sides: Side<Seat>[] = opened.answers.flatMap(({ seat, value }) =>
    value.kind === "sort" ? [{ seat, value }] : [],
  );
  const piles = sort.piles.map((pile) => pile.id);
  const both = compare(
    piles,
    sort.cards.map((card) => card.id),
    sides,
  );
  const text = (card: string) => sort.cards.find((each) => each.id === card)?.text ?? "";
  const alike = both.alike.reduce((sum, pile) => sum + pile.cards.length, 0);
  const chosen = props.work.opening.chosen;
  useSaidOnChange(chosen === null ? "" : text(chosen));
  useEffect(() => say(t("reveal.sorts", { apart: both.apart.length, alike })), [both.apart.length, alike]);
  return (
    <div className="stack stack--l reveal__open" style={{ "--piles": piles.length } as CSSProperties}>
      <section>
        <div className="cmp cmp__head">
          <h3 className="subhead">{t("reveal.apart")}</h3>
          <div className="cmp__piles">
            {sort.piles.map((pile) => (
              <span key={pile.id}>
                <PileIcon pile={pile.id} />
                {pile.text}
              </span>
            ))}
          </div>
          <span />
        </div>
        {both.apart.length === 0 && <p className="lead">{t("reveal.apartNone")}</p>}
        {both.apart.map((row) => (
          <div key={row.card} className={chosen === row.card ? "cmp cmp__row is-chosen" : "cmp cmp__row"}>
            <div className="q">
              {text(row.card)}
              <ChosenNote step={props} row={row.card} card />
            </div>
            <Track row={row} sort={sort} step={props} />
            <div className="cmp__want">
              <Wants step={props} row={row.card} card />
            </div>
          </div>
        ))}
      </section>
      <Alike both={both} sort={sort} text={text} mine={isPartner(props.me)} />
      <OwnCards step={props} sort={sort} both={both} />
    </div>
  );
}

function PileIcon({ pile }: { pile: string }) {
  const name = ICONS[pile];
  return name ? <Icon name={name} /> : null;
}

function Track({ row, sort, step: { me, people } }: { row: Row<Seat>; sort: SortStep; step: RevealProps }) {
  const places = row.at.map(({ pile }) => sort.piles.findIndex((each) => each.id === pile));
  const from = Math.min(...places);
  const to = Math.max(...places);
  const link = { "--from": from + 1, "--to": to + 2, "--span": to - from + 1 } as CSSProperties;
  const pileName = (pile: string) => sort.piles.find((each) => each.id === pile)?.text ?? "";
  const label = row.at.map(({ seat, pile }) =>
    seat === me
      ? t("reveal.youAt", { pile: pileName(pile) })
      : t("reveal.at", { name: nameOf(people, seat), pile: pileName(pile) }),
  );
  return (
    <div className="track" role="img" aria-label={label.join(" ")}>
      <span className="track__link" style={link} />
      {sort.piles.map((pile, i) => (
        <span key={pile.id} className="track__at" style={{ "--at": i + 1 } as CSSProperties}>
          {row.at
            .filter((each) => each.pile === pile.id)
            .map(({ seat }) => (
              <Mark key={seat} seat={seat} initial={letterOf(people, seat)} />
            ))}
        </span>
      ))}
    </div>
  );
}

type AlikeProps = { both: Comparison<Seat>; sort: SortStep; text(card: string): string; mine: boolean };

function Alike({ both, sort, text, mine }: AlikeProps) {
  if (both.alike.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="subhead">{t(mine ? "reveal.alike" : "reveal.alikeThem")}</h3>
      <div className="alike">
        {both.alike.map(({ pile, cards }) => (
          <div key={pile}>
            <p className="alike__pile">
              <PileIcon pile={pile} />
              {sort.piles.find((each) => each.id === pile)?.text}
            </p>
            <ul>
              {cards.map((card) => (
                <li key={card}>{text(card)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Cards in own words cannot be compared: each stands with its author's mark. */
function OwnCards({ step: props, sort, both }: { step: RevealProps; sort: SortStep; both: Comparison<Seat> }) {
  const { people, me, work } = props;
  if (both.own.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="subhead">{t("reveal.own")}</h3>
      {both.own.map(({ seat, card, text, pile }) => {
        const row = `${seat}:${card}`; // both may have used the same id
        return (
          <div key={row} className={work.opening.chosen === row ? "cmp cmp__row is-chosen" : "cmp cmp__row"}>
            <div className="q">
              {text}
              <ChosenNote step={props} row={row} card />
            </div>
            <p className="row">
              <Mark seat={seat} initial={letterOf(people, seat)} size="s" />
              {seat === me
                ? t("reveal.youAt", { pile: sort.piles.find((each) => each.id === pile)?.text ?? "" })
                : t("reveal.at", {
                    name: whose(people, me, seat),
                    pile: sort.piles.find((each) => each.id === pile)?.text ?? "",
                  })}
            </p>
            <div className="cmp__want">
              <Wants step={props} row={row} card />
            </div>
          </div>
        );
      })}
    </section>
  );
}
