import { use, useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { ArcScale } from "../../../ui/ArcScale.tsx";
import { DraftsContext, fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import { AskingFrame } from "../asking/AskingFrame.tsx";
import { useSealing } from "../asking/useSealing.ts";
import type { StepProps } from "../props.ts";
import type { ClosingStep } from "../steps-types.ts";
import { answerOf, WORD_MAX } from "./closing.ts";
import { Lines } from "./Lines.tsx";
import { Shown } from "./Shown.tsx";
import type { ClosingWork } from "./work.ts";
import "./closing.css";

export default function Partner(props: StepProps<ClosingStep, ClosingWork>) {
  const { step, work, where, secrets } = props;
  const id = useId();
  const last = work.last?.kind === "closing" ? work.last : null;
  const [number, setNumber] = useState(last?.number);
  const field = fieldOf(where, "word");
  const drafts = use(DraftsContext);
  const word = useDraft(field, last?.word ?? "");
  // Under "no secrets" there are no words for the therapist alone: only the number is asked.
  const words = secrets !== "no-secrets";
  const sealing = useSealing(props, false, () => void drafts?.drop(field));
  return (
    <AskingFrame
      step={props}
      sealing={sealing}
      answer={answerOf(number, words ? word.text : "")}
      mine={(value) => <Shown value={value} />}
      after={<After {...props} over={sealing.stage !== "open"} />}
    >
      {(seenId) => (
        <>
          <ArcScale
            legend={<span className="vh">{t("closing.legend", { low: step.low, high: step.high })}</span>}
            low={step.low}
            high={step.high}
            value={number}
            onChange={setNumber}
            describedBy={seenId}
          />
          {words && (
            <div className="fieldset closing__word">
              <label htmlFor={id}>{step.word}</label>
              <input
                id={id}
                className="field"
                autoComplete="off"
                maxLength={WORD_MAX}
                aria-describedby={seenId}
                value={word.text}
                onChange={(event) => word.set(event.target.value)}
                onBlur={word.rest}
              />
            </div>
          )}
        </>
      )}
    </AskingFrame>
  );
}

function After(props: StepProps<ClosingStep, ClosingWork> & { over: boolean }) {
  const { step, over } = props;
  return (
    <div className="closing__after">
      {over && <p className="heading">{t("closing.thanks")}</p>}
      <section className="stack stack--xs">
        <h3 className="label">{t("closing.next")}</h3>
        <p>{step.next}</p>
      </section>
      {step.keepALine && props.days !== "alone" && <Lines {...props} />}
    </div>
  );
}
