import { useState } from "react";
import { time } from "../../i18n/dates.ts";
import { rich, t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useHere } from "../here.ts";
import { partnersOf } from "../names.ts";
import { refusedText } from "../refused.ts";
import type { Outcome, Person } from "../steps/props.ts";

/** Who is at the door. Neither of the two learns it of the other. */
export function LetIn() {
  const { people, info, now } = useHere();
  const partners = partnersOf(people);
  const there = partners.filter((each) => each.here);
  const only = there.length === 1 ? there[0] : undefined;
  const away = only && partners.find((each) => !each.here);
  return (
    <div className="tstage">
      <div className="row row--between row--top">
        <div className="stack stack--s">
          <h2 className="title" tabIndex={-1} data-step-heading>
            {titleOf(there, partners)}
          </h2>
          <p className="lead">{t(there.length === partners.length ? "leading.door.both" : "leading.door.wait")}</p>
        </div>
        <p className="lr__begins">
          <time className="heading nowrap num">{time(new Date(now()).toISOString(), info.zone)}</time>
          <span className="meta nowrap">{t("leading.door.begins", { time: time(info.startsAt, info.zone) })}</span>
        </p>
      </div>
      <AtDoor partners={partners} />
      <p className="seen fullw">
        <Icon name="lock" />
        <span>{rich("leading.door.unseen", { b: (inner) => <b>{inner}</b> })}</span>
      </p>
      {only && away && (
        <Notice look="plain">
          <p>{rich("leading.door.one", { b: (inner) => <b>{inner}</b> }, { away: away.name })}</p>
        </Notice>
      )}
      <Open only={only} nobody={there.length === 0} />
    </div>
  );
}

function titleOf(there: readonly Person[], partners: readonly Person[]): string {
  if (there.length === partners.length) return t("leading.door.titleBoth");
  return there[0] ? t("leading.door.titleOne", { name: there[0].name }) : t("leading.door.titleNobody");
}

function AtDoor({ partners }: { partners: readonly Person[] }) {
  const { people } = useHere();
  const letters = initials(people.map((each) => each.name));
  return (
    <div className="lr__duo" aria-live="polite">
      {partners.map((person) => (
        <section key={person.seat} className="lr__seat">
          <Mark seat={person.seat} size="xl" initial={letters[people.indexOf(person)] ?? ""} off={!person.here} />
          <h3>{person.name}</h3>
          <p className="status">
            <Icon name={person.here ? "check" : "notYet"} />
            {t(person.here ? "leading.door.at" : "leading.door.not")}
          </p>
        </section>
      ))}
    </div>
  );
}

function Open({ only, nobody }: { only: Person | undefined; nobody: boolean }) {
  const { send } = useHere();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("done");
  async function open() {
    setBusy(true);
    setOutcome(await send({ type: "OpenRoom", data: {} }));
    setBusy(false);
  }
  const why = refusedText(outcome);
  return (
    <>
      <div className="acts">
        <Button look={nobody ? "secondary" : "primary"} size="l" busy={busy} onClick={() => void open()}>
          {only ? t("leading.door.openOne", { name: only.name }) : t("leading.door.open")}
        </Button>
      </div>
      {why && <FieldError id="door-why">{why}</FieldError>}
    </>
  );
}
