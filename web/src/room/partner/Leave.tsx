import { useNavigate } from "@tanstack/react-router";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { leaveNow } from "../../ui/quick-exit.ts";
import { useHere } from "../here.ts";
import { namesOf } from "../names.ts";

/** Three ways out, each with what the others will see. */
export function Leave({ open, onClose, inside }: { open: boolean; onClose(): void; inside: boolean }) {
  const { people, me, send } = useHere();
  const navigate = useNavigate();
  const home = () => void navigate({ to: "/" });
  async function forToday() {
    if ((await send({ type: "LeaveForToday", data: {} })) === "done") home();
  }
  const foot = (
    <Button look="quiet" onClick={onClose}>
      {t("room.leave.stay")}
    </Button>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("room.leave")} foot={foot}>
      <div className="stack stack--s">
        <Way name={t("room.leave.moment")} onClick={home}>
          {t(inside ? "room.leave.momentText" : "room.leave.doorText")}
        </Way>
        {inside && (
          <Way name={t("room.leave.today")} onClick={() => void forToday()}>
            {t("room.leave.todayText", namesOf(people, me))}
          </Way>
        )}
        <Way name={t("ui.quickExit")} onClick={leaveNow}>
          {t("room.leave.quickText")}
        </Way>
      </div>
    </Dialog>
  );
}

function Way({ name, onClick, children }: { name: string; onClick(): void; children: string }) {
  return (
    <button type="button" className="btn btn--secondary btn--block lvb" onClick={onClick}>
      <span className="strong">{name}</span>
      <span className="meta">{children}</span>
    </button>
  );
}
