import { useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { AskingFrame } from "../asking/AskingFrame.tsx";
import type { AskingWork } from "../asking/asking.ts";
import { useSealing } from "../asking/useSealing.ts";
import type { StepProps } from "../props.ts";
import type { ChooseStep } from "../steps-types.ts";
import { Chosen } from "./Chosen.tsx";
import { answerOf, type Choice, choiceOf, isFull, OWN_MAX, toggle, toggleOwn } from "./choose.ts";
import "./choose.css";

export default function Partner(props: StepProps<ChooseStep, AskingWork>) {
  const { step, work } = props;
  const sealing = useSealing(props, true);
  const [choice, setChoice] = useState<Choice>(() => choiceOf(work.last));
  return (
    <AskingFrame
      step={props}
      sealing={sealing}
      answer={answerOf(choice, step.options)}
      mine={(value) => <Chosen step={step} value={value} />}
    >
      {(seenId) => <Options step={step} choice={choice} seenId={seenId} onChoice={setChoice} />}
    </AskingFrame>
  );
}

type Props = { step: ChooseStep; choice: Choice; seenId: string; onChoice(choice: Choice): void };

function Options({ step, choice, seenId, onChoice }: Props) {
  const name = useId();
  const { most, options } = step;
  const full = most > 1 && isFull(choice, most);
  const type = most === 1 ? "radio" : "checkbox";
  return (
    <fieldset className="choose" aria-describedby={seenId}>
      <legend className="flabel">{t("choose.legend", { most })}</legend>
      {options.map((option) => {
        const on = choice.options.includes(option.id);
        return (
          <label key={option.id} className={full && !on ? "opt is-full" : "opt"}>
            <input
              type={type}
              name={name}
              checked={on}
              aria-disabled={(full && !on) || undefined}
              aria-describedby={full && !on ? `${name}-full` : undefined}
              onChange={() => onChoice(toggle(choice, option.id, most))}
            />
            <span>{option.text}</span>
          </label>
        );
      })}
      {step.ownWords && <Own {...{ choice, most, type, name, full, onChoice }} />}
      <p className="meta choose__full" id={`${name}-full`}>
        {full ? t("choose.full", { most }) : ""}
      </p>
    </fieldset>
  );
}

type OwnProps = Pick<Props, "choice" | "onChoice"> & { most: number; type: string; name: string; full: boolean };

function Own({ choice, most, type, name, full, onChoice }: OwnProps) {
  const on = choice.own !== null;
  return (
    <>
      <label className={full && !on ? "opt is-full" : "opt"}>
        <input type={type} name={name} checked={on} onChange={() => onChoice(toggleOwn(choice, most))} />
        <span>{t("choose.ownTick")}</span>
      </label>
      {on && (
        <div className="fieldset">
          <label htmlFor={`${name}-own`}>{t("choose.own")}</label>
          <input
            id={`${name}-own`}
            className="field"
            autoComplete="off"
            maxLength={OWN_MAX}
            value={choice.own ?? ""}
            onChange={(event) => onChoice({ ...choice, own: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
