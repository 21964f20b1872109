// One free answer. Pure.
import type { Answer } from "../../../live/wire.ts";

/** The counter is quiet until this share of the room is left: a number beside each letter makes people write for it. */
const NEAR_THE_END = 0.1;

/** As the server counts: after NFC, one for what a person sees as one, an emoji too. */
export const length = (text: string) => [...text.normalize("NFC")].length;

/** How many letters are left, or null while there is plenty of room. */
export function room(text: string, max: number): number | null {
  const left = max - length(text);
  return left <= Math.max(20, Math.round(max * NEAR_THE_END)) ? left : null;
}

/** Null while there is nothing to seal, or too much. */
export function answerOf(text: string, max: number): Answer | null {
  const trimmed = text.trim();
  return trimmed === "" || length(trimmed) > max ? null : { kind: "write", text: trimmed };
}

/** A beginning goes where the writing is: on an empty page alone, else as a sentence of its own. */
export function withStarter(text: string, starter: string): string {
  const begin = starter.replace(/\s*…\s*$/, " ");
  return text.trim() === "" ? begin : `${text.trimEnd()}\n${begin}`;
}
