import type { ReactNode } from "react";
import type { Answer } from "../live/wire.ts";
import { ShownAnswer } from "../room/ShownAnswer.tsx";
import type { Step } from "../room/steps/steps-types.ts";
import { isAsking } from "./work.ts";

export type Given = { readonly step: string; readonly value: Answer };

/** Questions with their answers, in the order of the exercise. */
export function Answered({
  steps,
  answers,
  beside,
}: {
  steps: readonly Step[];
  answers: readonly Given[];
  beside?(given: Given): ReactNode;
}) {
  return (
    <>
      {steps.filter(isAsking).map((step) => {
        const given = answers.find((each) => each.step === step.common.id);
        return (
          given && (
            <section key={step.common.id} className="hw__answer">
              <h2 className="heading">{step.prompt}</h2>
              <ShownAnswer step={step} value={given.value} />
              {beside?.(given)}
            </section>
          )
        );
      })}
    </>
  );
}
