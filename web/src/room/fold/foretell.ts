// Which event a command will cause, where it can be shown at once.
import type { RoomCommand, RoomEvent, Where } from "../../live/wire.ts";
import type { RoomView } from "../room.ts";
import { foretell as foretellAgreement } from "../steps/agree/agreement.ts";
import { foretell as foretellTalk } from "../steps/talk/talk.ts";
import { stepOf } from "./run.ts";

/**
 * Undefined for what is not shown before the server has said yes: sealing and whatever else fixes who can see something,
 * signatures, opening, and the therapist's acts that move the others.
 */
export function foretell(room: RoomView, command: RoomCommand): RoomEvent | undefined {
  switch (command.type) {
    case "Say":
      return { type: "Said", data: command.data };
    case "PlaceCard":
      return { type: "CardPlaced", data: command.data };
    case "MarkToTalk":
      return { type: "TalkMarked", data: command.data };
    case "OfferLine":
      return { type: "LineOffered", data: command.data };
    case "KeepLine":
      return { type: "LineKept", data: command.data };
    default:
      return "where" in command.data ? inStep(room, command, command.data.where) : undefined;
  }
}

function inStep({ run }: RoomView, command: RoomCommand, where: Where): RoomEvent | undefined {
  if (run === null || run.number !== where.run) {
    return undefined;
  }
  const step = stepOf(run, where.step);
  return foretellTalk(step.talk, command) ?? foretellAgreement(step.agreement, command);
}
