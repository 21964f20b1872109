import { lazy } from "react";
import { stepOf } from "../../fold/run.ts";
import type { StepKind } from "../step-kind.ts";
import type { AgreeStep } from "../steps-types.ts";
import type { Agreement } from "./agreement.ts";

export const agree: StepKind<AgreeStep, Agreement> = {
  kind: "agree",
  work: (run, step) => stepOf(run, step.common.id).agreement,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
