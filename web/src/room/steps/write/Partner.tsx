import { useId, useRef, useState } from "react";
import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { Button } from "../../../ui/Button.tsx";
import { AskingFrame } from "../asking/AskingFrame.tsx";
import type { AskingWork } from "../asking/asking.ts";
import { useSealing } from "../asking/useSealing.ts";
import type { StepProps } from "../props.ts";
import type { WriteStep } from "../steps-types.ts";
import { answerOf, room, withStarter } from "./write.ts";
import "./write.css";

export default function Partner(props: StepProps<WriteStep, AskingWork>) {
  const { step, work } = props;
  const sealing = useSealing(props, true);
  const [text, setText] = useState(work.last?.kind === "write" ? work.last.text : "");
  return (
    <AskingFrame step={props} sealing={sealing} answer={answerOf(text, step.max)} mine={shown}>
      {(seenId) => <Page step={step} text={text} seenId={seenId} onText={setText} />}
    </AskingFrame>
  );
}

const shown = (value: Answer) => (value.kind === "write" ? <p className="voice">{value.text}</p> : null);

type PageProps = { step: WriteStep; text: string; seenId: string; onText(text: string): void };

function Page({ step, text, seenId, onText }: PageProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = room(text, step.max);
  const tell = left === null ? null : left < 0 ? t("write.over", { over: -left }) : t("write.left", { left });
  function begin(starter: string) {
    onText(withStarter(text, starter));
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
        onChange={(event) => onText(event.target.value)}
      />
      <p className="meta write__left" id={`${id}-left`}>
        {tell}
      </p>
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
