import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import type { Saver } from "../typed/saver.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type Draft, deleteDraft, draftsQuery } from "./queries.ts";

/** Takes the exercise away, once the person has said so twice. */
export function Delete({ draft, saver }: { draft: Draft; saver: Saver }) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function go() {
    try {
      await saver.rest();
      await deleteDraft(draft.id);
      saver.end();
      void queries.invalidateQueries({ queryKey: ["exercises"] });
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate({ to: "/exercises" });
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Button look="link" className="ed__add" onClick={() => setAsking(true)}>
        {t("editor.delete")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("editor.delete.really")}
        foot={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("editor.notNow")}
            </Button>
            <Button look="alarm" onClick={() => void go()}>
              {t("editor.delete")}
            </Button>
          </>
        }
      >
        <p>{t(draft.published ? "editor.delete.published" : "editor.delete.draft")}</p>
        {failed && (
          <Notice look="alarm" spoken>
            {t("editor.failed")}
          </Notice>
        )}
      </Dialog>
    </>
  );
}
