import { lazy } from "react";
import type { AskingWork } from "../asking/asking.ts";
import { askingWork } from "../asking/work.ts";
import type { StepKind } from "../step-kind.ts";
import type { ScaleStep } from "../steps-types.ts";

export const scale: StepKind<ScaleStep, AskingWork> = {
  kind: "scale",
  work: (run, step, steps) => askingWork(run, step.common.id, steps),
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
