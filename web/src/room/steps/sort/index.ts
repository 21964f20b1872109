import { lazy } from "react";
import type { StepKind } from "../step-kind.ts";
import type { SortStep } from "../steps-types.ts";
import { type SortWork, sortWork } from "./step.ts";

export const sort: StepKind<SortStep, SortWork> = {
  kind: "sort",
  work: sortWork,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
