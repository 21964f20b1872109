import { useState } from "react";
import { t } from "../i18n/t.ts";
import { stepOf } from "../room/fold/run.ts";
import { useHere } from "../room/here.ts";
import { namesOf } from "../room/names.ts";
import { refusedText } from "../room/refused.ts";
import type { Running } from "../room/Stage.tsx";
import type { Outcome } from "../room/steps/props.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { isAsking } from "./work.ts";

type Props = { open: boolean; onClose(): void; running: Running; together: boolean };

/** Says in words what goes to whom, then asks: answers of equal worth, and "Not yet" is one of them. */
export function HandIn({ open, onClose, running, together }: Props) {
  const { people, me, room, send } = useHere();
  const [busy, setBusy] = useState<boolean | null>(null);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const names = namesOf(people, me);
  const secret = room.run?.secrets === "no-secrets";
  async function handIn(toAll: boolean) {
    setBusy(toAll);
    const outcome = await send({ type: "HandIn", data: { toAll } });
    setBusy(null);
    setRefused(outcome === "done" ? null : outcome);
    if (outcome === "done") onClose();
  }
  return (
    <Dialog open={open} onClose={onClose} title={t("homework.handIn.title")}>
      <What running={running} together={together} />
      <div className="hw__ways">
        {!secret && (
          <Button busy={busy === false} onClick={() => void handIn(false)}>
            {t(together ? "homework.handIn.both" : "homework.handIn.therapist", names)}
          </Button>
        )}
        {!together && (
          <Button busy={busy === true} onClick={() => void handIn(true)}>
            {t("homework.handIn.all")}
          </Button>
        )}
        {together && secret && (
          <Button busy={busy === true} onClick={() => void handIn(true)}>
            {t("homework.handIn.both", names)}
          </Button>
        )}
        <Button onClick={onClose}>{t("homework.handIn.notYet")}</Button>
      </div>
      <p className="meta">{t(together ? "homework.handIn.backBoth" : "homework.handIn.back", names)}</p>
      {refused && (
        <Notice look="plain" spoken>
          <p>{refusedText(refused)}</p>
        </Notice>
      )}
    </Dialog>
  );
}

/** "Felt safe: Daniel and Marta", question by question; and what stays. */
function What({ running, together }: { running: Running; together: boolean }) {
  const { people, me } = useHere();
  const names = namesOf(people, me);
  const { run, steps } = running;
  const mine = steps.filter(isAsking).flatMap((step) => {
    const reach = stepOf(run, step.common.id).asking.answers[me]?.reach;
    return reach ? [{ title: step.common.title, reach }] : [];
  });
  if (mine.length === 0) return <p>{t("homework.handIn.nothing")}</p>;
  return (
    <dl className="hw__what">
      {mine.map(({ title, reach }) => (
        <div key={title}>
          <dt className="strong">{title}</dt>
          <dd>{t(together && reach === "room" ? "homework.to.both" : TO[reach], names)}</dd>
        </div>
      ))}
    </dl>
  );
}

const TO = {
  me: "homework.to.me",
  therapist: "homework.to.therapist",
  reveal: "homework.to.both",
  room: "homework.to.room",
} as const;
