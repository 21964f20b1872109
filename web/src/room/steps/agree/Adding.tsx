import { useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import { clean } from "../asking/shown.ts";
import { type AgreeProps, LINE_MAX } from "./Clause.tsx";
import type { Tell } from "./useTyping.ts";
import { Grow } from "./Writing.tsx";

/** A new sentence. It stands at once; if there is no room for it any more, its words stay in the field. */
export function Adding({ step: props, tell }: { step: AgreeProps; tell: Tell }) {
  const { step, work, where, send } = props;
  const id = useId();
  const [opened, setOpened] = useState(false);
  const draft = useDraft(fieldOf(where, "new-line"));
  const [trouble, setTrouble] = useState(false);
  const [sends, setSends] = useState(false);
  const words = clean(draft.text).trim();
  const isOpen = !sends && (opened || words !== "");
  if (work.lines.length >= step.mostLines && !isOpen) {
    return <p className="meta">{t("agree.full", { most: step.mostLines })}</p>;
  }
  async function add() {
    tell("new", null);
    setSends(true);
    setOpened(false);
    const outcome = await send({ type: "AddLine", data: { where, line: crypto.randomUUID(), text: words } });
    setTrouble(outcome !== "done");
    if (outcome === "done") draft.done();
    setSends(false);
  }
  if (!isOpen) {
    return (
      <div className="agree__starters">
        <Button look="quiet" icon="plus" onClick={() => setOpened(true)}>
          {t("agree.add")}
        </Button>
        {work.lines.length === 0 && step.starters.length > 0 && (
          <section className="agree__starters" aria-label={t("agree.starters")}>
            <p className="meta">{t("agree.starters")}</p>
            {step.starters.map((starter) => (
              <Button key={starter} look="quiet" onClick={() => draft.set(starter.replace(/\s*…\s*$/, " "))}>
                {starter}
              </Button>
            ))}
          </section>
        )}
      </div>
    );
  }
  return (
    <div className="agree__new">
      <label className="flabel" htmlFor={id}>
        {t("agree.addLabel")}
      </label>
      <div className="clause">
        <span className="clause__n" aria-hidden="true">
          {work.lines.length + 1}
        </span>
        <Grow value={draft.text}>
          <textarea
            id={id}
            className="field"
            rows={1}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the field has come from a press of its own button
            autoFocus
            maxLength={LINE_MAX}
            value={draft.text}
            onChange={({ target }) => {
              draft.set(target.value);
              tell("new", target.value, target.selectionStart);
            }}
            onBlur={() => {
              tell("new", null);
              draft.rest();
            }}
          />
        </Grow>
        <div className="clause__acts">
          <Button notYet={words === ""} onClick={() => void add()}>
            {t("agree.addSend")}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              draft.done();
              setOpened(false);
            }}
          >
            {t("agree.notNow")}
          </Button>
        </div>
      </div>
      {trouble && (
        <Notice look="plain" spoken>
          <p>{t("agree.refused")}</p>
        </Notice>
      )}
    </div>
  );
}
