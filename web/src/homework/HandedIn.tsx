import { useState } from "react";
import { t } from "../i18n/t.ts";
import type { Seat } from "../live/wire.ts";
import { stepOf } from "../room/fold/run.ts";
import { useHere } from "../room/here.ts";
import { namesOf } from "../room/names.ts";
import { refusedText } from "../room/refused.ts";
import type { Running } from "../room/Stage.tsx";
import type { Outcome } from "../room/steps/props.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Answered, type Given } from "./Answered.tsx";

/** What one has handed in, with who reads it, and the way back as long as there is one. */
export function HandedIn({ running }: { running: Running }) {
  const { room, people, me, info } = useHere();
  const names = namesOf(people, me);
  const { run, steps } = running;
  const toAll = room.homework.handedIn?.toAll ?? false;
  const mine = answersOf(running, me);
  const reads = ({ step }: Given) => {
    const reach = stepOf(run, step).asking.answers[me]?.reach ?? "me";
    if (reach === "me") return t("homework.to.me");
    if (info.days === "together") return t(reach === "therapist" ? "homework.to.therapist" : "homework.to.both", names);
    return t(reach === "room" && toAll ? "homework.to.room" : "homework.to.therapist", names);
  };
  return (
    <>
      <p className="status hw__handed" role="status">
        <Icon name="check" />
        {t("homework.handed")}
      </p>
      <Answered steps={steps} answers={mine} beside={(given) => <p className="meta">{reads(given)}</p>} />
      <TakeBack />
    </>
  );
}

function answersOf({ run, steps }: Running, me: Seat): Given[] {
  return steps.flatMap((step) => {
    const sealed = stepOf(run, step.common.id).asking.answers[me];
    return sealed ? [{ step: step.common.id, value: sealed.value }] : [];
  });
}

function TakeBack() {
  const { room, send } = useHere();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const { read, handedOver } = room.homework;
  if (read || handedOver) return <p className="meta">{t("homework.read")}</p>;
  async function takeBack() {
    setBusy(true);
    const outcome = await send({ type: "TakeBackHandIn", data: {} });
    setBusy(false);
    setRefused(outcome === "done" ? null : outcome);
  }
  return (
    <div className="stack stack--s hw__back">
      <Button busy={busy} onClick={() => void takeBack()}>
        {t("homework.takeBack")}
      </Button>
      {refused && (
        <Notice look="plain" spoken>
          <p>{refusedText(refused)}</p>
        </Notice>
      )}
    </div>
  );
}
