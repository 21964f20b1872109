// A pretended server for the harness: it says yes to everything, with the events that the real one would tell.
import type { RoomCommand, RoomEvent, Seat, Where } from "../../src/live/wire.ts";

type Told = { by: Seat | "room"; event: RoomEvent };

let answers = 0;

/** What one member hears of their own acts that are not shown before the server has said yes. */
export function answer(command: RoomCommand, by: Seat, version: number): Told[] {
  const own = (event: RoomEvent): Told => ({ by, event });
  const room = (event: RoomEvent): Told => ({ by: "room", event });
  switch (command.type) {
    case "Seal": {
      const { where, reach, answer: value, shown } = command.data;
      answers += 1;
      return [
        own({ type: "AnswerSealed", data: { where, answer: `a${answers}`, reach, value, shown } }),
        own({ type: "WorkFinished", data: { where, seat: by } }),
      ];
    }
    case "Skip": {
      const { where } = command.data;
      return [own({ type: "LeftEmpty", data: { where } }), own({ type: "WorkFinished", data: { where, seat: by } })];
    }
    case "Reopen": {
      const { where } = command.data;
      return [
        own({ type: "AnswerReopened", data: { where, answer: `a${answers}` } }),
        own({ type: "WorkResumed", data: { where, seat: by } }),
      ];
    }
    case "ShareMine":
      return [own({ type: "AnswerShared", data: command.data })];
    case "GiveTurn": {
      const { where, speaker } = command.data;
      const listener: Seat = speaker === "partner-1" ? "partner-2" : "partner-1";
      return [own({ type: "TurnGiven", data: { where, turn: 1, speaker, listener } })];
    }
    case "Sign": {
      const { where, digest } = command.data;
      return [own({ type: "AgreementSigned", data: { where, version, digest } })];
    }
    case "TakeBackSignature":
      return [own({ type: "SignatureTakenBack", data: { where: command.data.where, version } })];
    case "ChooseRow":
      return [own({ type: "RowChosen", data: command.data })];
    case "LeaveClosed":
      return [room({ type: "StepLeftClosed", data: { where: at(command.data.step), steps: ["sort"] } })];
    default:
      return [];
  }
}

const at = (step: string): Where => ({ run: 1, step, round: 1 });
