// What an exercise's steps hold: the records of app.accord.exercise.Step as GET /rooms/{id}/exercises/{digest} sends them.
import type { Reach } from "../../live/wire.ts";

export type Common = {
  readonly id: string;
  readonly title: string;
  readonly minutes?: number | null;
  readonly optional?: boolean;
  /** For the therapist only; a partner's browser never receives it. */
  readonly therapistHint?: string | null;
};

export type Named = { readonly id: string; readonly text: string };

export type Sharing = {
  readonly widest: Reach;
  readonly narrower: readonly Reach[];
  readonly therapistAtOnce: boolean;
};

type Of<K extends string, Fields> = { readonly kind: K; readonly common: Common } & Readonly<Fields>;
type Asked = { prompt: string; help?: string | null; sharing: Sharing };

export type ReadStep = Of<"read", { text: string; points: readonly string[] }>;
export type WriteStep = Of<"write", Asked & { starters: readonly string[]; max: number }>;
export type ScaleStep = Of<"scale", Asked & { low: string; high: string }>;
export type ChooseStep = Of<"choose", Asked & { options: readonly Named[]; most: number; ownWords: boolean }>;
export type SortStep = Of<"sort", Asked & { piles: readonly Named[]; cards: readonly Named[]; ownCards: number }>;
export type RevealStep = Of<
  "reveal",
  {
    of: readonly string[];
    view: "SIDE_BY_SIDE" | "COMPARE";
    prompt: string;
    help?: string | null;
    markToTalk: boolean;
  }
>;
export type TalkStep = Of<
  "talk",
  {
    prompt: string;
    about?: string | null;
    starter?: string | null;
    speaker: string;
    listener: string;
    confirm: string;
    rounds: number;
    speakSeconds?: number | null;
    reflectSeconds?: number | null;
  }
>;
export type AgreeStep = Of<
  "agree",
  {
    prompt: string;
    help?: string | null;
    heading?: string | null;
    starters: readonly string[];
    mostLines: number;
    reviewDays: number;
  }
>;
export type GroundStep = Of<"ground", { text: string; instead: string; breaths: number }>;
export type ClosingStep = Of<
  "closing",
  { prompt: string; low: string; high: string; word: string; next: string; keepALine: boolean; sharing: Sharing }
>;

export type Step =
  | ReadStep
  | WriteStep
  | ScaleStep
  | ChooseStep
  | SortStep
  | RevealStep
  | TalkStep
  | AgreeStep
  | GroundStep
  | ClosingStep;
export type Kind = Step["kind"];
export type AskingStep = WriteStep | ScaleStep | ChooseStep | SortStep | ClosingStep;
