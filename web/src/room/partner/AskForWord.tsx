import { useState } from "react";
import { rich, t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { Seen } from "../../ui/Seen.tsx";
import { useHere } from "../here.ts";
import { isPartner, namesOf } from "../names.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";

type Props = { open: boolean; onClose(): void; onAsked(): void };

/** Unseen by the other: afterwards the page says no more than "Noted", since somebody may sit beside. */
export function AskForWord({ open, onClose, onAsked }: Props) {
  const { people, me, send } = useHere();
  const [outcome, setOutcome] = useState<Outcome>("done");
  const [busy, setBusy] = useState(false);
  const names = namesOf(people, me);

  async function ask() {
    setBusy(true);
    const became = await send({ type: "AskWordAlone", data: {} });
    setBusy(false);
    setOutcome(became);
    if (became !== "done") return;
    onClose();
    onAsked();
  }
  const foot = (
    <>
      <Button look="quiet" onClick={onClose}>
        {t("ui.notNow")}
      </Button>
      <Button look="primary" busy={busy} onClick={() => void ask()}>
        {t("room.word.ask")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("room.word.title", names)} foot={foot}>
      <p>{t("room.word.text", names)}</p>
      <Seen
        people={people.map((each) => ({ ...each, on: each.seat === me || !isPartner(each.seat) }))}
        spoken={t("room.word.seen", names)}
      >
        {rich("room.word.seen", { b: (inner) => <b>{inner}</b> }, names)}
      </Seen>
      {outcome !== "done" && <FieldError id="word-why">{refusedText(outcome)}</FieldError>}
    </Dialog>
  );
}
