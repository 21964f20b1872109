// The room as this member knows it: the pure fold of their own stream. A reload, a resume and a live page give the same.
import type { Command, RoomEvent as Frame, Welcome } from "../live/frames.ts";
import type { Reducer } from "../live/room-client.ts";
import type { RoomCommand, RoomEvent, RoomEvents, Seat, Wish } from "../live/wire.ts";
import { foretell } from "./fold/foretell.ts";
import { evolve as evolveHomework, type Homework, noHomework } from "./fold/homework.ts";
import { inStep, opened, type Run, started } from "./fold/run.ts";

export type Message = { readonly id: string; readonly at: string; readonly by: Seat | "room"; readonly text: string };
/** The server's time of the beginning; everybody counts down alone. */
export type Timer = { readonly from: string; readonly seconds: number };
/** The round in which the therapist speaks with each partner alone. */
export type Alone = { readonly with: Seat; readonly had: readonly Seat[] };
/** Somebody asked for something that only they and the therapist know. */
export type Asked = { readonly by: Seat; readonly at: string; readonly what: "help" | "pause" | "alone" };

export type Staged = RoomEvents["StageShown"];

export type RoomView = {
  readonly you: Seat | null;
  readonly open: boolean;
  readonly closedAt: string | null;
  /** For the therapist: who was there at all. */
  readonly attended: readonly Seat[];
  readonly leftForToday: readonly Seat[];
  readonly chat: readonly Message[];
  readonly asked: readonly Asked[];
  readonly paused: boolean;
  readonly alone: Alone | null;
  readonly floor: Seat | null;
  readonly timer: Timer | null;
  /** The exercise that runs, rests or has ended last. */
  readonly run: Run | null;
  /** How many steps were opened, so that a page notices each move. */
  readonly moves: number;
  /** In a room without a therapist: what one wants and what happens once all do. Nobody else is told. */
  readonly wished: readonly string[];
  readonly homework: Homework;
  readonly lasting: { readonly ended: boolean };
  /** What was brought along from homework, for all to see. */
  readonly stage: Staged | null;
};

export const emptyRoom: RoomView = {
  you: null,
  open: false,
  closedAt: null,
  attended: [],
  leftForToday: [],
  chat: [],
  asked: [],
  paused: false,
  alone: null,
  floor: null,
  timer: null,
  run: null,
  moves: 0,
  wished: [],
  homework: noHomework,
  lasting: { ended: false },
  stage: null,
};

/** What one wants that needs everybody's yes, in a room without a therapist. */
export const wishKey = (wish: Wish, step: string | null) => `${wish} ${step ?? ""}`;

export const roomFold: Reducer<RoomView> = {
  empty: emptyRoom,
  welcome: (room: RoomView, welcome: Welcome) => ({ ...room, you: welcome.you as Seat }),
  evolve: (room: RoomView, frame: Frame) =>
    evolve(room, { type: frame.type, data: frame.data } as RoomEvent, {
      id: String(frame.n),
      by: frame.by as Seat | "room",
      at: frame.at,
    }),
  predict,
};

type By = { id: string; by: Seat | "room"; at: string };

/** What is done here is seen at once, as the server will tell it. What must be certain first is not foretold. */
function predict(room: RoomView, command: Command): RoomView {
  if (room.you === null) {
    return room;
  }
  const event = foretell(room, { type: command.type, data: command.data } as RoomCommand);
  return event ? evolve(room, event, { id: command.id, by: room.you, at: new Date(0).toISOString() }) : room;
}

function evolve(room: RoomView, event: RoomEvent, who: By): RoomView {
  const { by, at } = who;
  switch (event.type) {
    case "DoorOpened":
      return { ...room, open: true };
    case "Attended":
      return { ...room, attended: [...room.attended, event.data.seat] };
    case "RoomClosed":
      return { ...room, closedAt: at };
    case "RoomReopened":
      return { ...room, closedAt: null };
    case "LeftForToday":
      return { ...room, leftForToday: [...room.leftForToday, event.data.seat] };
    case "Said":
      return { ...room, chat: [...room.chat, { id: who.id, at, by, text: event.data.text }] };
    case "HelpAsked":
      return asked(room, who, "help");
    case "PauseAsked":
      return asked(room, who, "pause");
    case "WordAloneAsked":
      return asked(room, who, "alone");
    case "PauseBegan":
      return { ...room, paused: true };
    case "PauseEnded":
      return { ...answered(room, "pause"), paused: false };
    case "AloneTurnGiven": {
      const had = room.alone?.had ?? [];
      const { with: seat } = event.data;
      return { ...room, alone: { with: seat, had: had.includes(seat) ? had : [...had, seat] } };
    }
    case "CameBackTogether":
      return { ...answered(room, "alone"), alone: null };
    case "FloorGiven":
      return { ...room, floor: event.data.to };
    case "TimerSet":
      return { ...room, timer: event.data };
    case "TimerCleared":
      return { ...room, timer: null };
    case "ExerciseStarted":
      return { ...room, run: started(event.data) };
    case "StepOpened":
      return {
        ...inRun(room, event.data.where.run, (run) => opened(run, event.data.where)),
        moves: room.moves + 1,
        wished: by === "room" ? [] : room.wished,
      };
    case "ExerciseRested":
      return inRun(room, event.data.run, (run) => ({ ...run, phase: "resting" }));
    case "ExerciseEnded":
      return inRun(room, event.data.run, (run) => ({ ...run, phase: "ended", current: null }));
    case "Wished":
      return { ...room, wished: [...room.wished, wishKey(event.data.wish, event.data.step)] };
    case "StageShown":
      return { ...room, stage: event.data, moves: room.moves + 1 };
    case "StageCleared":
      return { ...room, stage: null, moves: room.moves + 1 };
    case "HomeworkGiven":
    case "WorkBegun":
    case "HandedIn":
    case "HandInTakenBack":
    case "HandInRead":
    case "GivenToAll":
    case "HandedOver":
    case "Commented":
    case "TalkedAbout":
    case "HomeworkPutAway":
      return { ...room, homework: evolveHomework(room.homework, event, room.you) };
    case "AgreementEnded":
      return { ...room, lasting: { ended: true } };
    // What the pages of agreements read by themselves.
    case "LookDaySet":
    case "WeekMarked":
    case "WeekShown":
    case "ReviewAnswered":
    case "ReviewOpened":
    case "LettingGo":
    case "LettingGoTakenBack":
      return room;
    case "StepAdapted":
    case "CardPlaced":
    case "ProgressMade":
    case "AnswerSealed":
    case "AnswerReopened":
    case "LeftEmpty":
    case "WorkFinished":
    case "WorkResumed":
    case "BothFinished":
    case "OpenableChanged":
    case "AnswerShared":
    case "Revealed":
    case "StepLeftClosed":
    case "TalkMarked":
    case "RowChosen":
    case "TurnGiven":
    case "SpokenToEnd":
    case "SaidBack":
    case "TurnConfirmed":
    case "NotQuiteSaid":
    case "TurnPassed":
    case "WordsKept":
    case "AgreementNamed":
    case "LineAdded":
    case "LineChanged":
    case "ChangeSuggested":
    case "SuggestionTaken":
    case "SuggestionLeft":
    case "LineRemoved":
    case "ReviewDaySet":
    case "AgreementSigned":
    case "SignatureTakenBack":
    case "AgreementMade":
    case "AgreementTakenUp":
    case "TextOpened":
    case "LineOffered":
    case "LineKept": {
      const me = room.you ?? "therapist";
      return inRun(room, event.data.where.run, (run) => inStep(run, event.data.where, event, { by, at, me }));
    }
    default:
      return absurd(event);
  }
}

function inRun(room: RoomView, run: number, change: (run: Run) => Run): RoomView {
  return room.run?.number === run ? { ...room, run: change(room.run) } : room;
}

function asked(room: RoomView, { by, at }: By, what: Asked["what"]): RoomView {
  return by === "room" ? room : { ...room, asked: [...room.asked, { by, at, what }] };
}

const answered = (room: RoomView, what: Asked["what"]): RoomView => ({
  ...room,
  asked: room.asked.filter((each) => each.what !== what),
});

/** A new event stops the build here until somebody has decided what it changes. */
function absurd(event: never): never {
  throw new Error(`an event that this page does not know: ${(event as RoomEvent).type}`);
}
