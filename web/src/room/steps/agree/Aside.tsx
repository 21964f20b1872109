import { useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { isPartner, nameOf } from "../asking/who.ts";
import { isMade } from "./agreement.ts";
import type { AgreeProps } from "./Clause.tsx";

const SOONEST = 3;
const LATEST = 120;

/** When it is looked at again: an agreement is allowed to change. */
export function Review({ step: { step, work, people, me, where, send } }: { step: AgreeProps }) {
  const id = useId();
  const days = work.days ?? step.reviewDays;
  const [typed, setTyped] = useState<string | null>(null);
  const therapist = nameOf(people, "therapist");
  const wish = Number(typed ?? days);
  const fits = Number.isInteger(wish) && wish >= SOONEST && wish <= LATEST;
  const made = isMade(work) ? work.made : null;
  return (
    <section className="stack stack--s">
      <h3 className="label">{t("agree.review")}</h3>
      <p>
        {made ? t("agree.reviewOn", { on: day(made.reviewOn), therapist }) : t("agree.reviewIn", { days, therapist })}
      </p>
      {!made && isPartner(me) && (
        <div className="agree__days">
          <label className="meta" htmlFor={id}>
            {t("agree.days")}
          </label>
          <input
            id={id}
            className="field"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            aria-invalid={fits ? undefined : true}
            value={typed ?? String(days)}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            size="compact"
            notYet={!fits || wish === days}
            onClick={() => {
              setTyped(null);
              void send({ type: "SetReviewDay", data: { where, days: wish } });
            }}
          >
            {t("agree.daysSet")}
          </Button>
          <span className="meta" id={`${id}-hint`}>
            {t("agree.daysHint")}
          </span>
        </div>
      )}
    </section>
  );
}

/** A day of the calendar, which belongs to no zone. */
const day = (date: string) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));

/** What somebody had signed before the words changed stays readable. */
export function EarlierVersions({ step: { work } }: { step: AgreeProps }) {
  if (work.earlier.length === 0) {
    return null;
  }
  return (
    <section className="stack stack--s agree__earlier">
      <h3 className="label">{t("agree.earlier")}</h3>
      {work.earlier.toReversed().map((each) => (
        <details key={each.version}>
          <summary>{t("agree.earlierOne", { version: each.version })}</summary>
          {each.name !== "" && <p className="strong">{each.name}</p>}
          <ol>
            {each.lines.map((line, i) => (
              <li key={i}>{line}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
