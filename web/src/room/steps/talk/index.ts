import { lazy } from "react";
import { stepOf } from "../../fold/run.ts";
import type { StepKind } from "../step-kind.ts";
import type { TalkStep } from "../steps-types.ts";
import type { Talk } from "./talk.ts";

export const talk: StepKind<TalkStep, Talk> = {
  kind: "talk",
  work: (run, step) => stepOf(run, step.common.id).talk,
  Partner: lazy(() => import("./Partner.tsx")),
  Therapist: lazy(() => import("./Therapist.tsx")),
};
