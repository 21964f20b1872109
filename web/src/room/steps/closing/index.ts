import { lazy } from "react";
import type { StepKind } from "../step-kind.ts";
import type { ClosingStep } from "../steps-types.ts";
import { type ClosingWork, closingWork } from "./work.ts";

export const closing: StepKind<ClosingStep, ClosingWork> = {
  kind: "closing",
  work: closingWork,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
