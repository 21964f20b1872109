import { lazy } from "react";

import type { StepKind } from "../step-kind.ts";
import type { GroundStep } from "../steps-types.ts";

export const ground: StepKind<GroundStep, null> = {
  kind: "ground",
  work: () => null,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
