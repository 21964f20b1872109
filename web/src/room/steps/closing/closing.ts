// The last page: a number, a word, or one of them. Pure.
import type { Answer } from "../../../live/wire.ts";

/** As long as the server takes. */
export const WORD_MAX = 24;
export const LINE_MAX = 160;
/** How many lines one person may offer. */
export const MOST_LINES = 3;

export function answerOf(number: number | undefined, word: string): Answer | null {
  const said = word.trim();
  if ((number === undefined && said === "") || [...said.normalize("NFC")].length > WORD_MAX) {
    return null;
  }
  return {
    kind: "closing",
    ...(number === undefined ? {} : { number }),
    ...(said === "" ? {} : { word: said }),
  };
}
