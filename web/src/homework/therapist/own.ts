// Exercises that are made for a text of the therapist's own: which of their words it takes the place of.
import type { Key } from "../../i18n/t.ts";

export type Own = { readonly word: string; readonly max: number; readonly label: Key; readonly hint: Key };

const OWN: Readonly<Record<string, Own>> = {
  "something-to-read": { word: "text.text", max: 4_000, label: "homework.own.text", hint: "homework.own.textHint" },
  "something-to-try": { word: "idea.text", max: 4_000, label: "homework.own.idea", hint: "homework.own.ideaHint" },
  "a-page-for-myself": {
    word: "page.prompt",
    max: 160,
    label: "homework.own.question",
    hint: "homework.own.questionHint",
  },
};

export const ownOf = (exercise: string): Own | undefined => OWN[exercise];

/** How many characters there are beyond what fits, as a person counts them. */
export const over = (text: string, max: number) => Math.max(0, [...text.trim()].length - max);
