import { useEffect } from "react";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";
import { armQuickExit, leaveNow } from "./quick-exit.ts";

/** Top right in every view of a client, the room too. While it stands there, Escape three times does the same. */
export function QuickExit() {
  useEffect(armQuickExit, []);
  return (
    <button
      type="button"
      className="btn btn--secondary btn--compact quick"
      aria-label={t("ui.quickExitLong")}
      onClick={leaveNow}
    >
      <Icon name="exit" />
      {t("ui.quickExit")}
    </button>
  );
}
