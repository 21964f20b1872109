import { useState } from "react";
import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { ArcScale } from "../../../ui/ArcScale.tsx";
import { AskingFrame } from "../asking/AskingFrame.tsx";
import type { AskingWork } from "../asking/asking.ts";
import { useSealing } from "../asking/useSealing.ts";
import type { StepProps } from "../props.ts";
import type { ScaleStep } from "../steps-types.ts";
import "./scale.css";

export default function Partner(props: StepProps<ScaleStep, AskingWork>) {
  const { step, work } = props;
  const sealing = useSealing(props, false);
  const [number, setNumber] = useState(work.last?.kind === "scale" ? work.last.number : undefined);
  const answer: Answer | null = number === undefined ? null : { kind: "scale", number };
  return (
    <AskingFrame step={props} sealing={sealing} answer={answer} mine={shown}>
      {(seenId) => (
        <ArcScale
          legend={<span className="vh">{t("scale.legend", { low: step.low, high: step.high })}</span>}
          low={step.low}
          high={step.high}
          value={number}
          onChange={setNumber}
          describedBy={seenId}
        />
      )}
    </AskingFrame>
  );
}

const shown = (value: Answer) =>
  value.kind === "scale" ? <p className="scale__number">{t("scale.value", { number: value.number })}</p> : null;
