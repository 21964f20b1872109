import { lazy } from "react";
import type { StepKind } from "../step-kind.ts";
import type { RevealStep } from "../steps-types.ts";
import { type RevealWork, revealWork } from "./work.ts";

export const reveal: StepKind<RevealStep, RevealWork> = {
  kind: "reveal",
  work: revealWork,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
