import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { useHere } from "../here.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";

/** Asks first; for a minute it can be taken back. */
export function EndSession({ open, onClose }: { open: boolean; onClose(): void }) {
  const { send } = useHere();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("done");
  async function end() {
    setBusy(true);
    setOutcome(await send({ type: "CloseRoom", data: {} }));
    setBusy(false);
  }
  const why = refusedText(outcome);
  const foot = (
    <>
      <Button look="quiet" onClick={onClose}>
        {t("ui.notNow")}
      </Button>
      <Button look="primary" busy={busy} onClick={() => void end()}>
        {t("leading.end")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("leading.end.ask")} foot={foot}>
      <p>{t("leading.end.text")}</p>
      {why && <FieldError id="end-why">{why}</FieldError>}
    </Dialog>
  );
}
