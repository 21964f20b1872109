import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { ClosingStep } from "../steps-types.ts";
import { Lines } from "./Lines.tsx";
import { Shown } from "./Shown.tsx";
import type { ClosingWork } from "./work.ts";
import "./closing.css";

export default function Therapist(props: StepProps<ClosingStep, ClosingWork>) {
  return (
    <TherapistFrame step={props} words={false} show={(value) => <Shown value={value} />}>
      {props.step.keepALine && <Lines {...props} />}
    </TherapistFrame>
  );
}
