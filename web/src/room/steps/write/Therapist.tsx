import type { Answer } from "../../../live/wire.ts";
import type { AskingWork } from "../asking/asking.ts";
import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { WriteStep } from "../steps-types.ts";

const show = (value: Answer) => (value.kind === "write" ? <p className="voice">{value.text}</p> : null);

export default function Therapist(props: StepProps<WriteStep, AskingWork>) {
  return <TherapistFrame step={props} words show={show} />;
}
