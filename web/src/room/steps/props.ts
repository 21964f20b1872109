// What every kind's views get. A kind cannot reach the socket: it sees its own work, the people, and two ways to speak.
import type { Refusal, RoomCommand, Seat, Where } from "../../live/wire.ts";
import type { Timer } from "../room.ts";
import type { Secrets } from "./asking/asking.ts";
import type { Step } from "./steps-types.ts";

export type Person = { readonly seat: Seat; readonly name: string; readonly here: boolean };

/** What became of a command. "failed" is any trouble without a reason of its own. */
export type Outcome = "done" | Refusal | "failed";

/** Work over days, alone or with the partner: it is read once it is handed in. Null in a session. */
export type Days = "alone" | "together" | null;

export type StepProps<S, W> = {
  readonly step: S;
  readonly where: Where;
  readonly work: W;
  readonly me: Seat;
  /** Everybody of the room in seat order. */
  readonly people: readonly Person[];
  readonly secrets: Secrets;
  readonly days: Days;
  /** All steps of the exercise that are offered, their words as adapted. */
  readonly steps: readonly Step[];
  /** The therapist's timer; `useTimeLeft` of Clock.tsx says what is left. */
  readonly timer: Timer | null;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** Keeps and shows it at once; the promise tells what the server made of it. */
  send(command: RoomCommand): Promise<Outcome>;
  /** Something passing for the others: never kept, may be lost. */
  signal(data: unknown): void;
  onSignal(hear: (from: Seat, data: unknown) => void): () => void;
};
