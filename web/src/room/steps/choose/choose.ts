// Some of a list, and perhaps one thing in own words. Pure.
import type { Answer } from "../../../live/wire.ts";
import type { Named } from "../steps-types.ts";

export const OWN_MAX = 64;

export type Choice = { readonly options: readonly string[]; readonly own: string | null };

export const emptyChoice: Choice = { options: [], own: null };

const count = (choice: Choice) => choice.options.length + (choice.own === null ? 0 : 1);

export const isFull = (choice: Choice, most: number) => count(choice) >= most;

/** Ticks or unticks; one too many is not taken instead of another, since nobody should lose a choice unseen. */
export function toggle(choice: Choice, option: string, most: number): Choice {
  if (choice.options.includes(option)) {
    return { ...choice, options: choice.options.filter((each) => each !== option) };
  }
  if (most === 1) {
    return { options: [option], own: null };
  }
  return isFull(choice, most) ? choice : { ...choice, options: [...choice.options, option] };
}

export function toggleOwn(choice: Choice, most: number): Choice {
  if (choice.own !== null) {
    return { ...choice, own: null };
  }
  if (most === 1) {
    return { options: [], own: "" };
  }
  return isFull(choice, most) ? choice : { ...choice, own: "" };
}

/** In the order of the step, whatever the order of ticking: that would tell what came to mind first. */
export function answerOf(choice: Choice, all: readonly Named[]): Answer | null {
  const options = all.map((each) => each.id).filter((id) => choice.options.includes(id));
  const own = choice.own?.trim() ?? "";
  if ((options.length === 0 && own === "") || [...own.normalize("NFC")].length > OWN_MAX) {
    return null;
  }
  return own === "" ? { kind: "choose", options } : { kind: "choose", options, own };
}

export const choiceOf = (answer: Answer | null): Choice =>
  answer?.kind === "choose" ? { options: answer.options, own: answer.own ?? null } : emptyChoice;
