// A task's questions as they stand on paper. Pure.
import type { Asked } from "../paper/Blank.tsx";
import type { ChooseStep, Step } from "../room/steps/steps-types.ts";

/** Room for words of one's own. */
const OWN = "_".repeat(32);

/**
 * Each step that asks or tells something; what is for both at once has no place on one person's sheet.
 *
 * @param words whether a closing asks for a word too: under "no secrets" it does not
 */
export function onPaper(steps: readonly Step[], words: boolean): readonly Asked[] {
  return steps.flatMap((step) => asked(step, words));
}

function asked(step: Step, words: boolean): Asked | readonly Asked[] {
  const { title } = step.common;
  switch (step.kind) {
    case "read":
      return { title, prompt: [step.text, ...step.points].join("\n"), room: "none" };
    case "ground":
      return { title, prompt: step.text, help: step.instead, room: "none" };
    case "write":
      return { title, prompt: step.prompt, help: step.help, room: "lines", starters: step.starters };
    case "scale":
      return { title, prompt: step.prompt, help: step.help, room: "numbers", low: step.low, high: step.high };
    case "choose":
      return { title, prompt: step.prompt, help: step.help, room: "boxes", of: options(step) };
    case "sort": {
      const piles = step.piles.map(({ text }) => text);
      const of = [...step.cards.map(({ text }) => text), ...Array<string>(step.ownCards).fill(OWN)];
      return { title, prompt: step.prompt, help: step.help, room: "piles", piles, of };
    }
    case "closing":
      return [
        { title, prompt: step.prompt, room: "numbers", low: step.low, high: step.high },
        ...(words ? [{ prompt: step.word, room: "line" as const }] : []),
      ];
    case "reveal":
    case "talk":
    case "agree":
      return [];
  }
}

const options = (step: ChooseStep) => [...step.options.map(({ text }) => text), ...(step.ownWords ? [OWN] : [])];
