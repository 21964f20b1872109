import type { AskingWork } from "../asking/asking.ts";
import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { ChooseStep } from "../steps-types.ts";
import { Chosen } from "./Chosen.tsx";
import "./choose.css";

export default function Therapist(props: StepProps<ChooseStep, AskingWork>) {
  return <TherapistFrame step={props} words show={(value) => <Chosen step={props.step} value={value} />} />;
}
