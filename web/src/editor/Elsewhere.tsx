import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import type { Saver } from "../typed/saver.ts";
import { asItIsNow, useSaver } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { draftQuery } from "./queries.ts";
import { docOf } from "./useDraftDoc.ts";

/** Two pages, or two devices, have changed the same draft: nothing was written over, and the person decides. */
export function Elsewhere({ draft, saver }: { draft: string; saver: Saver }) {
  const { state } = useSaver(saver);
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);
  if (state !== "elsewhere") return null;
  async function decide(how: "mine" | "theirs") {
    try {
      const there = await asItIsNow(queries, draftQuery(draft));
      if (how === "mine") await saver.keepMine(there.version);
      else saver.takeTheirs(JSON.stringify(docOf(there)), there.version);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <Notice icon="device" title={t("editor.elsewhere")} spoken>
      <p>{t("editor.elsewhere.text")}</p>
      {failed && <p role="alert">{t("editor.failed")}</p>}
      <div className="acts">
        <Button size="compact" onClick={() => void decide("mine")}>
          {t("editor.elsewhere.mine")}
        </Button>
        <Button look="quiet" size="compact" onClick={() => void decide("theirs")}>
          {t("editor.elsewhere.theirs")}
        </Button>
      </div>
    </Notice>
  );
}
