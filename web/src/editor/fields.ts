// What the editor asks for each kind of step: the one place where a new kind says it. fields.test.ts holds it to the
// schema, so that a field, a limit or a kind that only one of the two knows fails the build.
import type { Step } from "../room/steps/steps-types.ts";
import type { IconName } from "../ui/Icon.tsx";
import type { Fields } from "./form.ts";

export type Kind = Step["kind"];
type Named = { readonly name: string; readonly needed?: true };
export type Field =
  /** One line, or some paragraphs. `most` is in letters. */
  | (Named & { look: "line" | "text"; most: number })
  | (Named & { look: "number"; least: number; most: number; usually?: number })
  | (Named & { look: "tick" })
  /** Sentences one below the other; `most` is how many, `letters` how long each. */
  | (Named & { look: "lines"; most: number; letters: number })
  /** The same where each has an id: options, piles, cards. */
  | (Named & { look: "named"; least: number; most: number; letters: number })
  /** Earlier steps whose answers wait; an earlier reveal. */
  | (Named & { look: "opens" | "about" })
  | (Named & { look: "one-of"; of: readonly string[] })
  /** Who reads an answer, in three fields of the file. */
  | (Named & { look: "readers"; widest: readonly string[] });

type KindForm = { readonly icon: IconName; readonly fields: readonly Field[]; readonly start: Fields };

const prompt: Field = { name: "prompt", look: "text", most: 160, needed: true };
const help: Field = { name: "help", look: "text", most: 320 };
const card = (name: string): Field => ({ name, look: "line", most: 64, needed: true });
const readers = (...widest: string[]): Field => ({ name: "audience", look: "readers", widest, needed: true });
const seconds = (name: string): Field => ({ name, look: "number", least: 30, most: 900 });

export const kindForms: { readonly [K in Kind]: KindForm } = {
  read: {
    icon: "text",
    fields: [
      { name: "text", look: "text", most: 1600, needed: true },
      { name: "points", look: "lines", most: 6, letters: 320 },
    ],
    start: { title: "Read together", minutes: 3 },
  },
  write: {
    icon: "pen",
    fields: [
      prompt,
      help,
      { name: "starters", look: "lines", most: 5, letters: 320 },
      { name: "max", look: "number", least: 40, most: 4000, usually: 1500 },
      readers("me", "therapist", "reveal", "room"),
    ],
    start: { title: "Write on your own", minutes: 5, audience: "reveal", may_narrow_to: ["me", "therapist"] },
  },
  scale: {
    icon: "scale",
    fields: [prompt, help, card("low"), card("high"), readers("me", "therapist", "reveal")],
    start: { title: "A number", minutes: 3, audience: "reveal", may_narrow_to: ["me", "therapist"] },
  },
  choose: {
    icon: "homework",
    fields: [
      prompt,
      help,
      { name: "options", look: "named", least: 2, most: 24, letters: 64, needed: true },
      { name: "most", look: "number", least: 1, most: 24, needed: true },
      { name: "own_words", look: "tick" },
      readers("me", "therapist", "reveal", "room"),
    ],
    start: { title: "Choose on your own", minutes: 4, most: 1, audience: "reveal", may_narrow_to: ["me", "therapist"] },
  },
  sort: {
    icon: "cards",
    fields: [
      prompt,
      help,
      { name: "piles", look: "named", least: 2, most: 4, letters: 24, needed: true },
      { name: "cards", look: "named", least: 4, most: 20, letters: 64, needed: true },
      { name: "own_cards", look: "number", least: 0, most: 3, usually: 0 },
      readers("me", "therapist", "reveal"),
    ],
    start: { title: "Sort on your own", minutes: 7, audience: "reveal", may_narrow_to: ["me", "therapist"] },
  },
  reveal: {
    icon: "reveal",
    fields: [
      { name: "of", look: "opens", needed: true },
      { name: "view", look: "one-of", of: ["side-by-side", "compare"], needed: true },
      prompt,
      help,
      { name: "mark_to_talk", look: "tick" },
    ],
    start: { title: "See both", minutes: 5, view: "side-by-side", prompt: "Here is what you both wrote" },
  },
  talk: {
    icon: "floor",
    fields: [
      prompt,
      { name: "about", look: "about" },
      { name: "starter", look: "line", most: 320 },
      { name: "speaker", look: "text", most: 320, needed: true },
      { name: "listener", look: "text", most: 320, needed: true },
      { name: "confirm", look: "line", most: 160, needed: true },
      { name: "rounds", look: "number", least: 1, most: 4, usually: 1 },
      seconds("speak_seconds"),
      seconds("reflect_seconds"),
    ],
    start: { title: "Talk in turns", minutes: 10, confirm: "Is this what you meant?" },
  },
  agree: {
    icon: "agreement",
    fields: [
      prompt,
      help,
      { name: "heading", look: "line", most: 60 },
      { name: "starters", look: "lines", most: 6, letters: 320 },
      { name: "most_lines", look: "number", least: 1, most: 12, usually: 5 },
      { name: "review_days", look: "number", least: 3, most: 120, needed: true },
    ],
    start: { title: "One small step", minutes: 5, review_days: 14 },
  },
  ground: {
    icon: "pause",
    fields: [
      { name: "text", look: "text", most: 1600, needed: true },
      { name: "instead", look: "text", most: 320, needed: true },
      { name: "breaths", look: "number", least: 3, most: 20, usually: 6 },
    ],
    start: {
      title: "Arrive",
      minutes: 2,
      text: "Put both feet on the floor. Let your shoulders come down a little.",
      instead: "If watching your breath is no help, name five things that have the same colour.",
    },
  },
  closing: {
    icon: "check",
    fields: [
      prompt,
      card("low"),
      card("high"),
      { name: "word", look: "line", most: 160, needed: true },
      { name: "next", look: "text", most: 1600, needed: true },
      { name: "keep_a_line", look: "tick" },
      readers("me", "therapist"),
    ],
    start: {
      title: "Closing",
      prompt: "How was this for you?",
      low: "Heavy",
      high: "Light",
      word: "One word for how you leave",
      next: "Thank you. That was all.",
      audience: "therapist",
      may_narrow_to: ["me"],
    },
  },
};

/** What every kind has beside its own; a closing has neither minutes nor a choice to leave it out. */
export const common = (kind: Kind): readonly Field[] => [
  { name: "title", look: "line", most: 60, needed: true },
  ...(kind === "closing"
    ? []
    : ([
        { name: "minutes", look: "number", least: 1, most: 40, needed: true },
        { name: "optional", look: "tick" },
      ] as const)),
  { name: "therapist_hint", look: "text", most: 1600 },
];

/** The exercise's own fields, above its steps. */
export const head: readonly Field[] = [
  { name: "title", look: "line", most: 60, needed: true },
  { name: "summary", look: "text", most: 320, needed: true },
  { name: "purpose", look: "text", most: 320, needed: true },
];
export const safety: readonly Field[] = [
  { name: "not_when", look: "lines", most: 6, letters: 320, needed: true },
  { name: "watch_for", look: "lines", most: 6, letters: 320 },
];
export const THEMES = [
  "getting-started",
  "small-steps",
  "talk-openly",
  "trust-and-control",
  "making-time",
  "being-reliable",
  "repair",
  "where-it-comes-from",
  "what-trust-gives",
  "trusting-yourself",
] as const;

export const KINDS = Object.keys(kindForms) as readonly Kind[];
export const isKind = (word: unknown): word is Kind => typeof word === "string" && word in kindForms;
export const startOf = (kind: Kind): Fields => kindForms[kind].start;
