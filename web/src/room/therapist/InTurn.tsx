import { type ReactNode, useId, useState } from "react";
import { rich, t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useHere } from "../here.ts";
import { nameOf, partnersOf } from "../names.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";
import { EndSession } from "./EndSession.tsx";

const bold = { b: (inner: ReactNode) => <b>{inner}</b> };

/** With each in turn, so that neither asking nor the order shows. */
export function InTurn() {
  const { people, room, send } = useHere();
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>("done");
  const [ends, setEnds] = useState(false);
  const alone = room.alone;
  const partners = partnersOf(people);
  const letters = initials(people.map((each) => each.name));
  const each = partners.filter((one) => one.here).every((one) => alone?.had.includes(one.seat));
  const asked = room.asked.filter((one) => one.what === "alone").map((one) => nameOf(people, one.by));
  const why = refusedText(outcome);
  return (
    <div className="tstage">
      <div className="stack stack--s">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {t("room.alone")}
        </h2>
        <p className="lead">{t("leading.alone.text")}</p>
      </div>
      <div className="lr__duo" aria-live="polite">
        {partners.map((person) => {
          const now = alone?.with === person.seat;
          const had = alone?.had.includes(person.seat) ?? false;
          return (
            <section key={person.seat} className="lr__seat">
              <Mark seat={person.seat} size="l" initial={letters[people.indexOf(person)] ?? ""} off={!person.here} />
              <h3>{person.name}</h3>
              <p className={now ? "status status--on" : "status"}>
                <Icon name={now ? "check" : "notYet"} />
                {t(now ? "leading.alone.now" : had ? "leading.alone.had" : "leading.alone.then")}
              </p>
              {!now && (
                <Button onClick={() => void send({ type: "SpeakAlone", data: { with: person.seat } }).then(setOutcome)}>
                  {t("leading.alone.speak", { name: person.name })}
                </Button>
              )}
            </section>
          );
        })}
      </div>
      {asked.length > 0 && (
        <Notice look="plain">
          <p>{rich("leading.alone.asked", bold, { names: asked.join(", ") })}</p>
        </Notice>
      )}
      <div className="lr__clear">
        <Notice look="plain">
          <p>{rich("leading.alone.safety", bold)}</p>
        </Notice>
      </div>
      <div className="acts">
        <Button
          look="primary"
          notYet={!each}
          aria-describedby={each ? undefined : `${id}-why`}
          onClick={() => void send({ type: "BackTogether", data: {} }).then(setOutcome)}
        >
          {t("leading.alone.back")}
        </Button>
        <Button onClick={() => setEnds(true)}>{t("leading.alone.stop")}</Button>
      </div>
      {!each && (
        <p className="meta" id={`${id}-why`}>
          {t("leading.alone.backWhy")}
        </p>
      )}
      {why && <FieldError id={`${id}-refused`}>{why}</FieldError>}
      <EndSession open={ends} onClose={() => setEnds(false)} />
    </div>
  );
}
