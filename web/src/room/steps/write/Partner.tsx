import { use, useId, useRef } from "react";
import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { Button } from "../../../ui/Button.tsx";
import { type DraftField, DraftsContext, fieldOf, OtherWording, useDraft } from "../../drafts/useDraft.tsx";
import { AskingFrame } from "../asking/AskingFrame.tsx";
import type { AskingWork } from "../asking/asking.ts";
import { useSealing } from "../asking/useSealing.ts";
import type { StepProps } from "../props.ts";
import type { WriteStep } from "../steps-types.ts";
import { answerOf, room, withStarter } from "./write.ts";
import "./write.css";

export default function Partner(props: StepProps<WriteStep, AskingWork>) {
  const { step, work, where } = props;
  const field = fieldOf(where, "text");
  const drafts = use(DraftsContext);
  // The words stay in the field for whoever reopens; only the draft beside them goes.
  const sealing = useSealing(props, true, () => void drafts?.drop(field));
  const draft = useDraft(field, work.last?.kind === "write" ? work.last.text : "");
  return (
    <AskingFrame step={props} sealing={sealing} answer={answerOf(draft.text, step.max)} mine={shown}>
      {(seenId) => <Page step={step} draft={draft} seenId={seenId} />}
    </AskingFrame>
  );
}

const shown = (value: Answer) => (value.kind === "write" ? <p className="voice">{value.text}</p> : null);

type PageProps = { step: WriteStep; draft: DraftField; seenId: string };

function Page({ step, draft, seenId }: PageProps) {
  const { text } = draft;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = room(text, step.max);
  const tell = left === null ? null : left < 0 ? t("write.over", { over: -left }) : t("write.left", { left });
  function begin(starter: string) {
    draft.set(withStarter(text, starter));
    field.current?.focus();
  }
  return (
    <div className="write">
      <label className="flabel" htmlFor={id}>
        {t("write.label")}
      </label>
      <textarea
        ref={field}
        id={id}
        className="field write__page"
        autoComplete="off"
        value={text}
        aria-describedby={`${seenId} ${id}-left`}
        aria-invalid={left !== null && left < 0 ? true : undefined}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.rest}
      />
      <p className="meta write__left" id={`${id}-left`}>
        {tell}
      </p>
      <OtherWording draft={draft} />
      {step.starters.length > 0 && (
        <section className="write__starters" aria-label={t("write.starters")}>
          <p className="meta">{t("write.starters")}</p>
          {step.starters.map((starter) => (
            <Button key={starter} look="quiet" onClick={() => begin(starter)}>
              {starter}
            </Button>
          ))}
        </section>
      )}
    </div>
  );
}
