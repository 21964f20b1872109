import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useHere } from "../here.ts";
import { namesOf } from "../names.ts";

/** Help in the room: to tell the therapist unseen, or the page with numbers, in a tab of its own so that the place stays. */
export function HelpHere({ open, onClose, inside }: { open: boolean; onClose(): void; inside: boolean }) {
  const { people, me, send } = useHere();
  const [told, setTold] = useState(false);
  const names = namesOf(people, me);
  const close = () => {
    setTold(false);
    onClose();
  };
  async function tell() {
    if ((await send({ type: "AskForHelp", data: {} })) === "done") setTold(true);
  }
  const foot = (
    <Button look="quiet" onClick={close}>
      {t("ui.back")}
    </Button>
  );
  return (
    <Dialog open={open} onClose={close} title={t("ui.help")} foot={foot}>
      <div className="stack stack--s">
        {inside && (
          <button type="button" className="btn btn--secondary btn--block lvb" onClick={() => void tell()}>
            <span className="strong">{t("room.help.tell", names)}</span>
            <span className="meta">{t("room.help.tellText", names)}</span>
          </button>
        )}
        <a className="btn btn--secondary btn--block lvb" href="/help" target="_blank" rel="noreferrer">
          <span className="strong">{t("room.help.page")}</span>
          <span className="meta">{t("room.help.pageText")}</span>
        </a>
      </div>
      <p role="status">{told ? t("room.noted") : ""}</p>
    </Dialog>
  );
}
