import { lazy } from "react";
import type { AskingWork } from "../asking/asking.ts";
import { askingWork } from "../asking/work.ts";
import type { StepKind } from "../step-kind.ts";
import type { WriteStep } from "../steps-types.ts";

export const write: StepKind<WriteStep, AskingWork> = {
  kind: "write",
  work: (run, step, steps) => askingWork(run, step.common.id, steps),
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
