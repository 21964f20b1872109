// What the therapist can do next. Pure.
import { type Run, stepOf } from "../fold/run.ts";
import type { RevealStep, Step } from "../steps/steps-types.ts";

/** The reveal that stands at hand: that of the current step, or the one at which the current step is aimed. */
export function revealAtHand(run: Run, steps: readonly Step[]): { step: RevealStep; openable: boolean } | null {
  const reveals = steps.filter((step): step is RevealStep => step.kind === "reveal");
  const step = reveals.find((each) => each.common.id === run.current || each.of.includes(run.current ?? ""));
  if (!step) return null;
  const { opening } = stepOf(run, step.common.id);
  // Decided, and nothing new has been answered since: there is nothing to open any more.
  return opening.decided && !opening.openable ? null : { step, openable: opening.openable };
}

/** The step after the current one, or the first; null at the end. */
export function nextStep(run: Run): string | null {
  const at = run.current === null ? -1 : run.offered.indexOf(run.current);
  return run.offered[at + 1] ?? null;
}
