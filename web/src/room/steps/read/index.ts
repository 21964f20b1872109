import { lazy } from "react";

import type { StepKind } from "../step-kind.ts";
import type { ReadStep } from "../steps-types.ts";

export const read: StepKind<ReadStep, null> = {
  kind: "read",
  work: () => null,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
