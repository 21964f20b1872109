import type { StepProps } from "../props.ts";
import type { ReadStep } from "../steps-types.ts";
import { Text } from "./Text.tsx";

export default function Partner({ step }: StepProps<ReadStep, null>) {
  return (
    <div className="read">
      <h2 className="title" tabIndex={-1} data-step-heading>
        {step.common.title}
      </h2>
      <Text step={step} />
    </div>
  );
}
