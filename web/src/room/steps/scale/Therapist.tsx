import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import type { AskingWork } from "../asking/asking.ts";
import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { ScaleStep } from "../steps-types.ts";
import "./scale.css";

const show = (value: Answer) =>
  value.kind === "scale" ? <p className="scale__number">{t("scale.value", { number: value.number })}</p> : null;

export default function Therapist(props: StepProps<ScaleStep, AskingWork>) {
  return <TherapistFrame step={props} words={false} show={show} />;
}
