// One speaks, the other says it back until the speaker says: yes, that is what I meant. Pure.
import type { RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";

/** What the listener said back; text null was said aloud. `again` stands once it was not quite it. */
export type Try = { readonly text: string | null; readonly again?: { readonly text: string | null } };

export type Phase = "speaking" | "sayingBack" | "confirming" | "confirmed" | "passed";

export type Turn = {
  readonly turn: number;
  readonly speaker: Seat;
  readonly listener: Seat;
  readonly phase: Phase;
  readonly tries: readonly Try[];
};

/** `kept` are one's own notes while listening; nobody else's are ever here. */
export type Talk = { readonly turns: readonly Turn[]; readonly kept: string };

export const emptyTalk: Talk = { turns: [], kept: "" };

export const current = (talk: Talk): Turn | undefined => {
  const last = talk.turns.at(-1);
  return last && !isOver(last) ? last : undefined;
};

export const isOver = (turn: Turn) => turn.phase === "confirmed" || turn.phase === "passed";

export type Role = "speaker" | "listener" | "watching";

export const roleOf = (turn: Turn, seat: Seat): Role =>
  seat === turn.speaker ? "speaker" : seat === turn.listener ? "listener" : "watching";

/** What the listener said that the speaker still has to judge. */
export const heard = (turn: Turn): Try | undefined => turn.tries.at(-1);

/** Who speaks next, in seat order and turn about; undefined once all rounds are done. */
export function nextSpeaker(talk: Talk, partners: readonly Seat[], rounds: number) {
  const done = talk.turns.filter(isOver).length;
  return done < rounds * partners.length ? partners[done % partners.length] : undefined;
}

export function evolve(talk: Talk, event: RoomEvent): Talk {
  switch (event.type) {
    case "TurnGiven": {
      const { turn, speaker, listener } = event.data;
      const given: Turn = { turn, speaker, listener, phase: "speaking", tries: [] };
      return { ...talk, turns: [...talk.turns.filter((each) => each.turn !== turn), given] };
    }
    case "SpokenToEnd":
      return change(talk, event.data.turn, (turn) => ({ ...turn, phase: "sayingBack" }));
    case "SaidBack": {
      const { attempt, text } = event.data;
      return change(talk, event.data.turn, (turn) => ({
        ...turn,
        phase: "confirming",
        tries: [...turn.tries.slice(0, attempt - 1), { text }],
      }));
    }
    case "NotQuiteSaid": {
      const { text } = event.data;
      return change(talk, event.data.turn, (turn) => ({
        ...turn,
        phase: "sayingBack",
        tries: turn.tries.map((each, i) => (i === turn.tries.length - 1 ? { ...each, again: { text } } : each)),
      }));
    }
    case "TurnConfirmed":
      return change(talk, event.data.turn, (turn) => ({ ...turn, phase: "confirmed" }));
    case "TurnPassed":
      return change(talk, event.data.turn, (turn) => ({ ...turn, phase: "passed" }));
    case "WordsKept":
      return { ...talk, kept: event.data.text };
    default:
      return talk;
  }
}

/** How the server will answer, so that one's own act is seen at once. */
export function foretell(talk: Talk, command: RoomCommand): RoomEvent | undefined {
  if (command.type === "KeepWords") {
    return { type: "WordsKept", data: command.data };
  }
  const now = current(talk);
  if (!now || !("where" in command.data)) {
    return undefined;
  }
  const at = { where: command.data.where, turn: now.turn };
  switch (command.type) {
    case "FinishSpeaking":
      return { type: "SpokenToEnd", data: at };
    case "SayBack":
      return {
        type: "SaidBack",
        data: { ...at, attempt: now.tries.length + 1, text: command.data.text },
      };
    case "NotQuite":
      return { type: "NotQuiteSaid", data: { ...at, text: command.data.text } };
    case "Confirm":
      return { type: "TurnConfirmed", data: at };
    case "PassTurn":
      return { type: "TurnPassed", data: at };
    default:
      return undefined;
  }
}

function change(talk: Talk, turn: number, how: (turn: Turn) => Turn): Talk {
  return { ...talk, turns: talk.turns.map((each) => (each.turn === turn ? how(each) : each)) };
}
