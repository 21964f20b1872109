import { useEffect } from "react";
import { t } from "../../../i18n/t.ts";
import type { Answer, Opened } from "../../../live/wire.ts";
import { Mark } from "../../../ui/Mark.tsx";
import { say } from "../../../ui/say.ts";
import type { AskingStep } from "../steps-types.ts";
import { ChosenNote, letterOf, type RevealProps, Wants, whose } from "./Rows.tsx";

/** The answers of each step beside each other, in seat order, frozen. */
export function SideBySide({ step: props, opened }: { step: RevealProps; opened: readonly Opened[] }) {
  const { work, people, me } = props;
  useEffect(() => say(t("reveal.answers")), []);
  return (
    <div className="stack stack--xl reveal__open">
      {opened.map((each) => {
        const step = work.sources.find((source) => source.step.common.id === each.step)?.step;
        return (
          <section key={each.step} className="stack">
            {step && <h3 className="subhead">{step.prompt}</h3>}
            <ChosenNote step={props} row={each.step} card={false} />
            <div className={work.opening.chosen === each.step ? "sides is-chosen" : "sides"}>
              {each.answers.map(({ seat, value }) => (
                <div key={seat} className="theirs">
                  <p className="row strong">
                    <Mark seat={seat} initial={letterOf(people, seat)} size="s" />
                    {whose(people, me, seat)}
                  </p>
                  <Shown step={step} value={value} />
                </div>
              ))}
            </div>
            <div className="sides__want">
              <Wants step={props} row={each.step} card={false} />
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** An answer in words, whatever its kind. */
export function Shown({ step, value }: { step: AskingStep | undefined; value: Answer }) {
  switch (value.kind) {
    case "write":
      return <p className="voice">{value.text}</p>;
    case "scale":
      return (
        <div>
          <p className="theirs__number">{value.number}</p>
          {step?.kind === "scale" && <p className="meta">{t("reveal.ends", { low: step.low, high: step.high })}</p>}
        </div>
      );
    case "choose": {
      const options = step?.kind === "choose" ? step.options : [];
      return (
        <ul className="voice">
          {options
            .filter((option) => value.options.includes(option.id))
            .map((option) => (
              <li key={option.id}>{option.text}</li>
            ))}
          {value.own && <li>“{value.own}”</li>}
        </ul>
      );
    }
    case "sort": {
      const { piles, cards } = step?.kind === "sort" ? step : { piles: [], cards: [] };
      const text = (card: string) =>
        value.own.find((each) => each.card === card)?.text ?? cards.find((each) => each.id === card)?.text ?? "";
      return (
        <dl className="facts">
          {piles.map((pile) => (
            <div key={pile.id}>
              <dt>{pile.text}</dt>
              <dd className="voice">
                {(value.piles.find((each) => each.pile === pile.id)?.cards ?? []).map(text).join(" · ")}
              </dd>
            </div>
          ))}
        </dl>
      );
    }
    case "closing":
      return null; // never opened
  }
}
