import { type Line, type Run, stepOf } from "../../fold/run.ts";
import type { AskingWork } from "../asking/asking.ts";
import { askingWork } from "../asking/work.ts";
import type { ClosingStep, Step } from "../steps-types.ts";

export type ClosingWork = AskingWork & { readonly lines: readonly Line[] };

export const closingWork = (run: Run, step: ClosingStep, steps: readonly Step[]): ClosingWork => ({
  ...askingWork(run, step.common.id, steps),
  lines: stepOf(run, step.common.id).lines,
});
