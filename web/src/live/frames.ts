// The envelope of the live room. What is inside of `data` is in wire.ts, which is written from the Java records.

/** A place in the room: "partner-1", "therapist". It belongs to the case, not to a person. */
export type Seat = string;
export type Member = { seat: Seat; name: string; here: boolean };
/** What went wrong, as RFC 9457 has it. `type` picks our words, `detail` is never shown. */
export type Problem = { type: string; status?: number; title: string; detail?: string };
/** One event of this member's stream: `n` has no gaps for this member. `by` is a seat, or "room". */
export type RoomEvent = { n: number; at: string; by: Seat | "room"; type: string; data: unknown };
export type Command = { id: string; type: string; data: unknown };

export type Welcome = {
  t: "welcome";
  you: Seat;
  members: Member[];
  n: number;
  epoch: string;
  now: string;
  /** The whole stream so far; absent where the missed events follow. */
  state?: { events: RoomEvent[] };
};
export type Presence = { t: "presence"; members: { seat: Seat; here: boolean }[] };
export type Signal = { t: "signal"; from: Seat; data: unknown };
export type ServerFrame =
  | Welcome
  | ({ t: "event" } & RoomEvent)
  | { t: "ack"; id: string; n: number }
  | { t: "refused"; id: string; problem: Problem }
  | Presence
  | Signal
  | { t: "beat"; n: number; now: string };
export type ClientFrame = ({ t: "do" } & Command) | { t: "signal"; to: Seat | "all"; data: unknown } | { t: "beat" };
