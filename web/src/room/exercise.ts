// The words of a running exercise for one reader: adapted by the therapist, first names in their places. Pure.
import { type Run, stepOf } from "./fold/run.ts";
import type { Step } from "./steps/steps-types.ts";

export type Names = { readonly me: string; readonly partner: string; readonly therapist: string };

/** The steps that are offered, in order, as this reader reads them. */
export function stepsFor(run: Run, all: readonly Step[], names: Names): readonly Step[] {
  return run.offered.flatMap((id) => {
    const step = all.find((each) => each.common.id === id);
    return step ? [filled(adapted(step, stepOf(run, id).words), names)] : [];
  });
}

/** Fills {me}, {partner} and {therapist} wherever words stand. */
export function filled<T>(value: T, names: Names): T {
  if (typeof value === "string") {
    return value.replace(/\{(me|partner|therapist)\}/g, (_, who: keyof Names) => names[who]) as T;
  }
  if (Array.isArray(value)) {
    return value.map((each) => filled(each, names)) as T;
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, names)])) as T;
  }
  return value;
}

function adapted(step: Step, words: Readonly<Record<string, string>>): Step {
  const { prompt, help, text } = words;
  const next = {
    ...step,
    ...(prompt === undefined ? {} : { prompt }),
    ...(help === undefined ? {} : { help }),
    ...(text === undefined || step.kind !== "read" ? {} : { text }),
  } as Step;
  return next.kind === "sort"
    ? { ...next, cards: next.cards.map((card) => ({ ...card, text: words[`card:${card.id}`] ?? card.text })) }
    : next;
}

/** A step with a number in "Step 3 of 6": all but the closing. */
export const isNumbered = (step: Step) => step.kind !== "closing";

/** Which number a step has, and of how many; null for the closing. */
export function placeOf(steps: readonly Step[], id: string): { n: number; of: number } | null {
  const numbered = steps.filter(isNumbered);
  const at = numbered.findIndex((step) => step.common.id === id);
  return at < 0 ? null : { n: at + 1, of: numbered.length };
}
