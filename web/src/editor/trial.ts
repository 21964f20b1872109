// An exercise tried out on the page alone: three seats, each with what that seat would know. Nothing of it leaves the
// browser. It says yes to what the room would say yes to, and tells each seat what the room tells it. Pure.
import type { Answer, RoomCommand, RoomEvent, Seat, Where } from "../live/wire.ts";
import { foretell } from "../room/fold/foretell.ts";
import { inStep, type Run, started, stepOf, whereOf } from "../room/fold/run.ts";
import { emptyRoom } from "../room/room.ts";
import type { RevealStep, Step } from "../room/steps/steps-types.ts";

export const SEATS = ["partner-1", "partner-2", "therapist"] as const satisfies readonly Seat[];
export type TrialSeat = (typeof SEATS)[number];
type Sealed = { readonly [step: string]: { readonly [seat: string]: Answer } };

export type Trial = {
  readonly steps: readonly Step[];
  readonly runs: { readonly [S in TrialSeat]: Run };
  readonly sealed: Sealed;
};

export function begun(steps: readonly Step[]): Trial {
  const run = started({
    run: 1,
    exercise: "trial",
    version: 1,
    digest: "",
    steps: steps.map((step) => step.common.id),
    secrets: "limited",
  });
  return { steps, runs: { "partner-1": run, "partner-2": run, therapist: run }, sealed: {} };
}

type Told = { readonly to: readonly Seat[]; readonly by: Seat | "room"; readonly event: RoomEvent };
const ALONE: readonly RoomEvent["type"][] = ["CardPlaced", "WordsKept"];

/** What one seat does, and what each of the three then knows. */
export function acted(trial: Trial, by: TrialSeat, command: RoomCommand): Trial {
  const told = [...own(trial, by, command), ...answered(trial, by, command)];
  const sealed = { ...trial, sealed: sealedAfter(trial.sealed, by, command) };
  const next = told.reduce(tell, sealed);
  return "where" in command.data ? openables(next) : next;
}

/** What the seat's own page foretells, and the others hear. */
function own(trial: Trial, by: TrialSeat, command: RoomCommand): Told[] {
  const event = foretell({ ...emptyRoom, you: by, run: trial.runs[by] }, command);
  return event ? [{ to: ALONE.includes(event.type) ? [by] : SEATS, by, event }] : [];
}

function answered(trial: Trial, by: TrialSeat, command: RoomCommand): Told[] {
  const alone = (event: RoomEvent): Told => ({ to: [by], by, event });
  const all = (event: RoomEvent, from: Seat | "room" = by): Told => ({ to: SEATS, by: from, event });
  const done = (where: Where): Told => ({
    to: [by, "therapist"],
    by,
    event: { type: "WorkFinished", data: { where, seat: by } },
  });
  switch (command.type) {
    case "Seal": {
      const { where, reach, answer: value, shown } = command.data;
      return [alone({ type: "AnswerSealed", data: { where, answer: by, reach, value, shown } }), done(where)];
    }
    case "Skip":
      return [alone({ type: "LeftEmpty", data: command.data }), done(command.data.where)];
    case "Reopen": {
      const { where } = command.data;
      return [
        alone({ type: "AnswerReopened", data: { where, answer: by } }),
        { to: [by, "therapist"], by, event: { type: "WorkResumed", data: { where, seat: by } } },
      ];
    }
    case "OpenAnswers":
      return [all(revealed(trial, command.data.step), "room")];
    case "LeaveClosed": {
      const reveal = revealOf(trial, command.data.step);
      const where = whereOf(trial.runs.therapist, command.data.step);
      return [all({ type: "StepLeftClosed", data: { where, steps: reveal?.of ?? [] } }, "room")];
    }
    case "GiveTurn": {
      const { where, speaker } = command.data;
      const listener: Seat = speaker === "partner-1" ? "partner-2" : "partner-1";
      const turn = stepOf(trial.runs.therapist, where.step).talk.turns.length + 1;
      return [all({ type: "TurnGiven", data: { where, turn, speaker, listener } })];
    }
    case "ChooseRow":
      return [all({ type: "RowChosen", data: command.data })];
    case "Sign": {
      const { where, digest } = command.data;
      const { version } = stepOf(trial.runs[by], where.step).agreement;
      return [all({ type: "AgreementSigned", data: { where, version, digest } })];
    }
    default:
      return [];
  }
}

const revealOf = (trial: Trial, id: string) =>
  trial.steps.find((step): step is RevealStep => step.kind === "reveal" && step.common.id === id);

function revealed(trial: Trial, id: string): RoomEvent {
  const of = revealOf(trial, id)?.of ?? [];
  const opened = of.filter((step) => bothSealed(trial.sealed, step));
  return {
    type: "Revealed",
    data: {
      where: whereOf(trial.runs.therapist, id),
      opened: opened.map((step) => ({
        step,
        answers: Object.entries(trial.sealed[step] ?? {}).map(([seat, value]) => ({ seat: seat as Seat, value })),
      })),
      closed: of.filter((step) => !opened.includes(step)),
    },
  };
}

const bothSealed = (sealed: Sealed, step: string) => Object.keys(sealed[step] ?? {}).length === 2;

function sealedAfter(sealed: Sealed, by: Seat, command: RoomCommand): Sealed {
  if (command.type !== "Seal" && command.type !== "Reopen") return sealed;
  const { step } = command.data.where;
  const { [by]: _, ...others } = sealed[step] ?? {};
  return { ...sealed, [step]: command.type === "Seal" ? { ...others, [by]: command.data.answer } : others };
}

/** The therapist's page learns whether there is anything to open. */
function openables(trial: Trial): Trial {
  return trial.steps
    .filter((step): step is RevealStep => step.kind === "reveal")
    .reduce<Trial>((now, reveal) => {
      const openable = reveal.of.some((step) => bothSealed(now.sealed, step));
      const where = whereOf(now.runs.therapist, reveal.common.id);
      const before = stepOf(now.runs.therapist, where.step).opening.openable;
      if (before === openable) return now;
      return tell(now, {
        to: ["therapist"],
        by: "room",
        event: { type: "OpenableChanged", data: { where, openable } },
      });
    }, trial);
}

function tell(trial: Trial, { to, by, event }: Told): Trial {
  if (!("where" in event.data)) return trial;
  const { where } = event.data;
  const at = new Date(0).toISOString();
  const runs = Object.fromEntries(
    SEATS.map((me) => [me, to.includes(me) ? inStep(trial.runs[me], where, event, { by, at, me }) : trial.runs[me]]),
  ) as Trial["runs"];
  return { ...trial, runs };
}
