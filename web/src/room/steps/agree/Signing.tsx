import { useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useSaidOnChange } from "../../../ui/say.ts";
import { agreementDigest } from "../asking/shown.ts";
import { isPartner, namesFor, partnersOf } from "../asking/who.ts";
import type { Outcome, Person } from "../props.ts";
import { isMade, notYet, olderSignatureOf, signatureOf } from "./agreement.ts";
import type { AgreeProps } from "./Clause.tsx";
import { letterOf } from "./Suggestions.tsx";
import type { Live } from "./useTyping.ts";

/** Both signatures. Who did not sign is an empty line, without a comment. */
export function Signatures({ step: props, live }: { step: AgreeProps; live: Live | null }) {
  const { people } = props;
  return (
    <div className="sign">
      {partnersOf(people).map((person) => (
        <Signature key={person.seat} step={props} person={person} writes={live?.from === person.seat} />
      ))}
    </div>
  );
}

function Signature({
  step: { work, people, me },
  person,
  writes,
}: {
  step: AgreeProps;
  person: Person;
  writes: boolean;
}) {
  const now = signatureOf(work, person.seat);
  const before = now ? undefined : olderSignatureOf(work, person.seat);
  useSaidOnChange(now && person.seat !== me ? t("agree.say.signed", { name: person.name }) : "");
  return (
    <div className="sig">
      <p className="strong row">
        <Mark seat={person.seat} initial={letterOf(people, person.seat)} size="s" />
        {person.name}
      </p>
      <div className="sig__line">{(now ?? before) && person.name}</div>
      {now && (
        <p className="status">
          <Icon name="check" />
          {t("agree.signed")}
        </p>
      )}
      {before && (
        <>
          <p className="status">
            <Icon name="check" />
            {t("agree.signedBefore", { version: before.version })}
          </p>
          <p className="meta">{t(person.seat === me ? "agree.changed" : "agree.changedThem")}</p>
        </>
      )}
      {!now && writes && (
        <p className="status">
          <Icon name="pen" />
          {t("agree.writing", { name: person.name })}
        </p>
      )}
      {!now && !before && <p className="meta">{t("agree.signHere")}</p>}
    </div>
  );
}

/** A signature counts only once it is kept, so the button waits for the server. */
export function SignButton({ step: { work, people, me, where, send } }: { step: AgreeProps }) {
  const why = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const made = isMade(work);
  useSaidOnChange(made ? t("agree.say.made") : "");
  const wait = notYet(work, me);
  const { partner: name } = namesFor(people, me);
  const signed = signatureOf(work, me) !== undefined;

  async function once(act: () => Promise<Outcome>) {
    setBusy(true);
    setRefused(null);
    const outcome = await act();
    setBusy(false);
    setRefused(outcome === "done" ? null : outcome);
  }
  const sign = () =>
    once(async () => {
      const digest = await agreementDigest(
        work.name,
        work.lines.map((line) => line.text),
      );
      return send({ type: "Sign", data: { where, digest } });
    });
  if (made || !isPartner(me)) {
    return null;
  }
  return (
    <div className="agree__act">
      {signed ? (
        <Button busy={busy} onClick={() => void once(() => send({ type: "TakeBackSignature", data: { where } }))}>
          {t("agree.unsign")}
        </Button>
      ) : (
        <Button
          look="primary"
          size="l"
          busy={busy}
          notYet={wait !== null}
          aria-describedby={wait ? why : undefined}
          onClick={() => void sign()}
        >
          {t(busy ? "agree.signing" : "agree.sign")}
        </Button>
      )}
      {!signed && wait && (
        <span id={why} className="meta">
          {t(`agree.notYet.${wait}`, { name })}
        </span>
      )}
      {refused && (
        <Notice look="plain" spoken>
          <p>{t(refused === "words-have-changed" ? "agree.wordsChanged" : "agree.notDone")}</p>
        </Notice>
      )}
    </div>
  );
}
