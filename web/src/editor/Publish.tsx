import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Refused } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type Change, changes } from "./changes.ts";
import type { Fields } from "./form.ts";
import { type Draft, publish } from "./queries.ts";
import { fieldName } from "./words.ts";

type Props = {
  open: boolean;
  onClose(): void;
  draft: Draft;
  form: Fields;
  /** The writing that was saved last. */
  version: number;
  onDone(): void;
};

/** What becomes of it, what is other than before, and who may use it. */
export function Publish({ open, onClose, draft, form, version, onDone }: Props) {
  const [shared, setShared] = useState(draft.published?.shared ?? false);
  const queries = useQueryClient();
  const next = (draft.published?.version ?? 0) + 1;
  const going = useMutation({
    mutationFn: () => publish(draft.id, version, shared),
    onSuccess: async (came) => {
      if (came.mistakes.length > 0) return;
      await queries.invalidateQueries({ queryKey: ["exercises"] });
      void queries.invalidateQueries({ queryKey: ["exercise-drafts"] });
      onDone();
      onClose();
    },
  });
  const other = draft.published ? changes(draft.published.form, form) : [];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("editor.publishN", { n: next })}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {t("editor.notNow")}
          </Button>
          <Button look="primary" busy={going.isPending} onClick={() => going.mutate()}>
            {t("editor.publishVersion", { n: next })}
          </Button>
        </>
      }
    >
      <p>{t(next === 1 ? "editor.publishFirst" : "editor.publishNext", { n: next, before: next - 1 })}</p>
      {other.length > 0 && <Changes all={other} />}
      {draft.published && other.length === 0 && <p className="meta">{t("editor.same")}</p>}
      <fieldset className="fieldset">
        <legend className="vh">{t("editor.forWhom")}</legend>
        <Whom on={!shared} onChoose={() => setShared(false)} words="mine" />
        <Whom on={shared} onChoose={() => setShared(true)} words="practice" />
      </fieldset>
      <Notice>{t("editor.never", { n: next + 1 })}</Notice>
      {going.error && (
        <Notice look="alarm" spoken>
          {t(isElsewhere(going.error) ? "editor.elsewhere" : "editor.notPublished")}
        </Notice>
      )}
      {(going.data?.mistakes.length ?? 0) > 0 && (
        <Notice look="alarm" spoken>
          {t("editor.missing", { n: going.data?.mistakes.length ?? 0 })}
        </Notice>
      )}
    </Dialog>
  );
}

const isElsewhere = (error: Error) => error instanceof Refused && error.type === "/problems/changed-elsewhere";

function Whom({ on, onChoose, words }: { on: boolean; onChoose(): void; words: "mine" | "practice" }) {
  const id = useId();
  return (
    <label className="check edwhom" data-on={on || undefined}>
      <input type="radio" name="edwhom" checked={on} onChange={onChoose} aria-describedby={id} />
      <span className="grow">
        <span className="strong">{t(`editor.whom.${words}`)}</span>
        <span className="meta" id={id}>
          {t(`editor.whom.${words}.text`)}
        </span>
      </span>
      <Icon name={words === "mine" ? "couples" : "home"} />
    </label>
  );
}

function Changes({ all }: { all: readonly Change[] }) {
  return (
    <dl className="edchanges">
      {all.map((change) => (
        <div key={`${change.step}/${change.field}/${change.before}/${change.after}`}>
          <dt className="meta">{change.step ?? t("editor.head")}</dt>
          <dd>
            {change.field !== null && `${fieldName(change.field)}: `}
            {change.before !== null && <del>{change.before}</del>} {change.after !== null && <ins>{change.after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
