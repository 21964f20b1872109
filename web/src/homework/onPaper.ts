// A task's questions as they stand on paper. Pure.
import type { Asked } from "../paper/Blank.tsx";
import type { Step } from "../room/steps/steps-types.ts";

/** Each step that asks or tells something; what is for both at once has no place on one person's sheet. */
export function onPaper(steps: readonly Step[]): readonly Asked[] {
  return steps.flatMap((step) => asked(step) ?? []);
}

function asked(step: Step): Asked | undefined {
  const { title } = step.common;
  switch (step.kind) {
    case "read":
      return { title, prompt: [step.text, ...step.points].join("\n"), room: "none" };
    case "ground":
      return { title, prompt: step.text, room: "none" };
    case "write":
      return { title, prompt: step.prompt, help: step.help, room: "lines", starters: step.starters };
    case "scale":
      return { title, prompt: step.prompt, help: step.help, room: "numbers", low: step.low, high: step.high };
    case "choose":
      return { title, prompt: step.prompt, help: step.help, room: "boxes", of: step.options.map(({ text }) => text) };
    case "sort": {
      const [piles, of] = [step.piles, step.cards].map((named) => named.map(({ text }) => text));
      return { title, prompt: step.prompt, help: step.help, room: "piles", piles: piles ?? [], of: of ?? [] };
    }
    case "closing":
      return { title, prompt: step.prompt, room: "numbers", low: step.low, high: step.high };
    case "reveal":
    case "talk":
    case "agree":
      return undefined;
  }
}
