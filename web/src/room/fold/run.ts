// One run of an exercise, as this member knows it. Pure.
import type { RoomEvent, RoomEvents, Seat, Secrets, Where } from "../../live/wire.ts";
import { type Agreement, emptyAgreement, evolve as evolveAgreement } from "../steps/agree/agreement.ts";
import { type Asking, emptyAsking, evolve as evolveAsking } from "../steps/asking/asking.ts";
import { emptyTalk, evolve as evolveTalk, type Talk } from "../steps/talk/talk.ts";
import { evolve as evolveOpening, notOpened, type Opening } from "./opening.ts";
import { nothingPlaced, type Placing, placed } from "./placing.ts";

/** A line that was offered to be kept. */
export type Line = { readonly id: string; readonly by: Seat; readonly text: string; readonly keptBy: readonly Seat[] };
/** What somebody has shared of their own free will, after the step was left closed. */
export type Shared = { readonly by: Seat; readonly text: string };

/** One round of one step. Each kind of step uses its own part of it. */
export type StepState = {
  readonly round: number;
  /** Words that the therapist has adapted, by "prompt", "help" or "card:" and its id. */
  readonly words: Readonly<Record<string, string>>;
  readonly asking: Asking;
  readonly placing: Placing;
  readonly shared: readonly Shared[];
  readonly opening: Opening;
  readonly talk: Talk;
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
};

export type Run = {
  readonly number: number;
  readonly exercise: string;
  readonly version: number;
  readonly digest: string;
  readonly secrets: Secrets;
  /** The ids of the steps that are offered, in order. */
  readonly offered: readonly string[];
  readonly phase: "running" | "resting" | "ended";
  /** The step where all are; null before the first. */
  readonly current: string | null;
  /** The steps that were opened or worked at, each in its newest round. */
  readonly steps: Readonly<Record<string, StepState>>;
  /** The steps that were current once, for the ticks in the list. */
  readonly seen: readonly string[];
};

/** Who did something, when, and whose view this is. */
export type Told = { readonly by: Seat | "room"; readonly at: string; readonly me: Seat };

const round = (number: number): StepState => ({
  round: number,
  words: {},
  asking: emptyAsking,
  placing: nothingPlaced,
  shared: [],
  opening: notOpened,
  talk: emptyTalk,
  agreement: emptyAgreement,
  lines: [],
});

const FIRST = round(1);

export const started = (data: RoomEvents["ExerciseStarted"]): Run => ({
  number: data.run,
  exercise: data.exercise,
  version: data.version,
  digest: data.digest,
  secrets: data.secrets,
  offered: data.steps,
  phase: "running",
  current: null,
  steps: {},
  seen: [],
});

/** As it is now; what was not opened yet is in its first round, with nothing done. */
export const stepOf = (run: Run, step: string): StepState => run.steps[step] ?? FIRST;

export const whereOf = (run: Run, step: string): Where => ({ run: run.number, step, round: stepOf(run, step).round });

/** The reveal step's state that opens this step's answers, by whichever round. */
export const isLeftClosed = (run: Run, step: string): boolean =>
  Object.values(run.steps).some((each) => each.opening.closed.includes(step));

export const isOpened = (run: Run, step: string): boolean =>
  Object.values(run.steps).some((each) => each.opening.opened.some((opened) => opened.step === step));

export const opened = (run: Run, where: Where): Run => ({
  ...at(run, where, (step) => step),
  phase: "running",
  current: where.step,
  seen: run.seen.includes(where.step) ? run.seen : [...run.seen, where.step],
});

/** An event inside of a step. */
export function inStep(run: Run, where: Where, event: RoomEvent, told: Told): Run {
  return where.run === run.number ? at(run, where, (step) => evolve(step, event, told)) : run;
}

function at(run: Run, where: Where, change: (step: StepState) => StepState): Run {
  const now = stepOf(run, where.step);
  const from = now.round === where.round ? now : { ...round(where.round), words: now.words };
  return { ...run, steps: { ...run.steps, [where.step]: change(from) } };
}

function evolve(step: StepState, event: RoomEvent, told: Told): StepState {
  const { by } = told;
  switch (event.type) {
    case "StepAdapted":
      return { ...step, words: { ...step.words, ...event.data.words } };
    case "CardPlaced":
      return { ...step, placing: placed(step.placing, event.data) };
    case "AnswerShared":
      return by === "room" ? step : { ...step, shared: [...step.shared, { by, text: event.data.text }] };
    case "LineOffered": {
      const { line: id, text } = event.data;
      const others = step.lines.filter((line) => line.id !== id);
      return by === "room" ? step : { ...step, lines: [...others, { id, by, text, keptBy: [] }] };
    }
    case "LineKept":
      return { ...step, lines: step.lines.map((line) => (line.id === event.data.line ? kept(line, by) : line)) };
    default:
      return {
        ...step,
        asking: evolveAsking(step.asking, event, by, told.me),
        opening: evolveOpening(step.opening, event, by),
        talk: evolveTalk(step.talk, event),
        agreement: evolveAgreement(step.agreement, event, told),
      };
  }
}

const kept = (line: Line, by: Seat | "room"): Line =>
  by === "room" || line.keptBy.includes(by) ? line : { ...line, keptBy: [...line.keptBy, by] };
