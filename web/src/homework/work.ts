// How far one's own part is, from one's own stream. Pure.
import type { Seat } from "../live/wire.ts";
import { type Run, stepOf } from "../room/fold/run.ts";
import type { AskingStep, Step } from "../room/steps/steps-types.ts";

export const isAsking = (step: Step): step is AskingStep => "sharing" in step;

const isForBoth = (step: Step) => step.kind === "reveal" || step.kind === "talk" || step.kind === "agree";

/** What stands on the page: alone all of it, together up to the next part that is for both at once. */
export function onThePage(run: Run, steps: readonly Step[], alone: boolean): readonly Step[] {
  if (alone) return steps;
  const from = steps.findIndex((step) => step.common.id === run.current);
  const next = steps.findIndex((step, at) => at > from && isForBoth(step));
  return next < 0 ? steps : steps.slice(0, next);
}

/** The part that is for both at once and comes next, if there is one. */
export function nextForBoth(run: Run, steps: readonly Step[], alone: boolean): Step | undefined {
  return alone ? undefined : steps[onThePage(run, steps, alone).length];
}

export const isAnswered = (run: Run, step: Step, me: Seat) =>
  stepOf(run, step.common.id).asking.answers[me] !== undefined;

/** Answered, or left out. Nobody else learns which. */
export const isDone = (run: Run, step: Step, me: Seat) =>
  isAnswered(run, step, me) || stepOf(run, step.common.id).asking.left;
