// What five kinds have in common: each answers alone, seals with an audience, may reopen, or leaves it out. Pure.
import type { Answer, Reach, RoomEvent, Seat } from "../../../live/wire.ts";
import type { Sharing } from "../steps-types.ts";

export type Sealed = { readonly answer: string; readonly reach: Reach; readonly value: Answer };

export type Asking = {
  /** The answers that this member may read: one's own, and others' where the label said so. */
  readonly answers: Readonly<Partial<Record<Seat, Sealed>>>;
  /** What was sealed last, so that reopening brings the words back. */
  readonly last: Answer | null;
  /** Left out by oneself. Nobody else learns this. */
  readonly left: boolean;
  readonly finished: readonly Seat[];
  /** Told once, and stays: to take it back would tell that somebody had reopened. */
  readonly both: boolean;
  /** Cards placed, for the therapist: never what or where. */
  readonly progress: Readonly<Partial<Record<Seat, { readonly done: number; readonly of: number }>>>;
};

/** With what a reveal has made of it, for the views. */
export type AskingWork = Asking & {
  readonly fate: "undecided" | "opened" | "closed";
  /** What somebody said of their own free will after the step was left closed. */
  readonly shared: readonly { readonly by: Seat; readonly text: string }[];
  /** For the therapist: whether its reveal can be opened now, and the advice to read before. */
  readonly openable: boolean;
  readonly hint: string | null;
};

export const emptyAsking: Asking = {
  answers: {},
  last: null,
  left: false,
  finished: [],
  both: false,
  progress: {},
};

export function evolve(asking: Asking, event: RoomEvent, by: Seat | "room", me: Seat): Asking {
  switch (event.type) {
    case "AnswerSealed": {
      const { answer, reach, value } = event.data;
      const mine = by === me;
      return by === "room"
        ? asking
        : {
            ...asking,
            answers: { ...asking.answers, [by]: { answer, reach, value } },
            last: mine ? value : asking.last,
            left: mine ? false : asking.left,
          };
    }
    case "AnswerReopened": {
      const { answer } = event.data;
      return {
        ...asking,
        answers: Object.fromEntries(Object.entries(asking.answers).filter(([, each]) => each?.answer !== answer)),
      };
    }
    case "LeftEmpty":
      return { ...asking, left: true };
    case "WorkFinished":
      return { ...asking, finished: [...without(asking, event.data.seat), event.data.seat] };
    case "WorkResumed":
      return {
        ...asking,
        left: event.data.seat === me ? false : asking.left,
        finished: without(asking, event.data.seat),
      };
    case "BothFinished":
      return { ...asking, both: true };
    case "ProgressMade": {
      const { seat, done, of } = event.data;
      return { ...asking, progress: { ...asking.progress, [seat]: { done, of } } };
    }
    default:
      return asking;
  }
}

const without = (asking: Asking, seat: Seat) => asking.finished.filter((each) => each !== seat);

const NARROW_TO_WIDE: readonly Reach[] = ["me", "therapist", "reveal", "room"];

/** The audiences that the author may choose from, the widest first, which is what stands without a choice. */
export function offered(sharing: Sharing): readonly Reach[] {
  return NARROW_TO_WIDE.filter((reach) => reach === sharing.widest || sharing.narrower.includes(reach)).toReversed();
}

/**
 * What the couple's policy leaves of a step's sharing. Under "no secrets" no words go to the therapist alone: such
 * words stay with their author, and nothing is read along.
 */
export function underPolicy(sharing: Sharing, secrets: Secrets, words: boolean): Sharing {
  if (secrets !== "no-secrets") {
    return sharing;
  }
  const widest = words && sharing.widest === "therapist" ? "me" : sharing.widest;
  return {
    widest,
    narrower: sharing.narrower.filter((reach) => reach !== widest && !(words && reach === "therapist")),
    therapistAtOnce: false,
  };
}

export type Secrets = "no-secrets" | "limited" | "separate";
