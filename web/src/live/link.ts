// The connection as a value. No socket, clock or random in here: time and dice come in, effects go out.
import type { ClientFrame, Command, Presence, Problem, RoomEvent, ServerFrame, Signal, Welcome } from "./frames.ts";

export type Phase = "off" | "connecting" | "joining" | "live" | "waiting" | "over";
/** Why a connection is not tried again. */
export type Over = "signed-out" | "no-seat" | "locked" | "no-room" | "broken";
/** What the server says when it is asked why a handshake failed; undefined: nothing that forbids another try. */
export type Answer = Over | undefined;
export type Pending = Command & { sent: boolean; ackedAt?: number };
export type Link = {
  phase: Phase;
  /** The last event applied. */
  n: number;
  /** The journal that `n` counts in; null before the first welcome. A restored backup has another. */
  epoch: string | null;
  tries: number;
  /** Since when the connection is not good; null while it is. */
  lostAt: number | null;
  /** Since when a beat has said that there is more than we have. */
  behindSince: number | null;
  wakeAt: number | null;
  beatAt: number | null;
  /** When to send again what the server could not do just now; null: nothing of that kind. */
  againAt: number | null;
  pending: Pending[];
  over: Over | null;
};
export type Input =
  | { do: "start"; pending: Command[] }
  | { do: "opened" }
  | { do: "frame"; frame: ServerFrame }
  | { do: "closed"; code: number }
  | { do: "asked"; answer: Answer }
  | { do: "send"; command: Command }
  | { do: "tick" }
  | { do: "online" }
  | { do: "stop" };
export type Effect =
  | { do: "connect"; after: number | null; epoch: string | null }
  | { do: "ask" }
  | { do: "write"; frame: ClientFrame }
  | { do: "close"; code: number }
  | { do: "welcome"; welcome: Welcome }
  | { do: "apply"; event: RoomEvent }
  | { do: "forget"; id: string }
  | { do: "refused"; id: string; problem: Problem }
  | { do: "shown"; frame: Presence | Signal };
type Next = [Link, Effect[]];

/** Two and a half beats. */
export const SILENCE = 25_000;
/** Events may still be on their way when a beat overtakes them. */
export const BEHIND = 2_000;
/** How long a handshake and a welcome may take. */
export const JOIN = 10_000;
/** How often we say that we are still here. */
export const BEAT = 10_000;
export const SLOW = 2_000;
export const AWAY = 8_000;
const STEPS = [1_000, 2_000, 4_000, 8_000];
const LONGEST = 15_000;
/** How long to leave a server alone that said it was busy. */
export const BUSY = 2_000;
/** Not a no: it was not done, or nobody knows yet. The same id makes sending it again harmless. */
const NOT_YET: ReadonlySet<string> = new Set(["/problems/busy", "/problems/unknown", "/problems/too-fast"]);
const FINAL: Record<number, Over> = { 4501: "signed-out", 4503: "no-seat", 4504: "locked" };

export const idle: Link = {
  phase: "off",
  n: 0,
  epoch: null,
  tries: 0,
  lostAt: null,
  behindSince: null,
  wakeAt: null,
  beatAt: null,
  againAt: null,
  pending: [],
  over: null,
};

/** The wait before a try, a quarter more or less, so that a room of people does not come back in one moment. */
export function backoff(tries: number, random: number): number {
  return Math.round((STEPS[tries] ?? LONGEST) * (0.75 + random * 0.5));
}

/** The one decision: what a link becomes, and what has to be done. */
export function step(link: Link, input: Input, now: number, random = 0.5): Next {
  switch (input.do) {
    case "start":
      return connect({ ...link, over: null, lostAt: now, pending: input.pending.map(unsent) }, now);
    case "opened":
      return link.phase === "connecting" ? [{ ...link, phase: "joining", wakeAt: now + JOIN }, []] : [link, []];
    case "frame":
      return link.phase === "joining" || link.phase === "live" ? onFrame(link, input.frame, now) : [link, []];
    case "closed":
      return onClosed(link, input.code, now, random);
    case "asked":
      return input.answer !== undefined && (link.phase === "waiting" || link.phase === "connecting")
        ? [ended(link, input.answer), [{ do: "close", code: 1000 }]]
        : [link, []];
    case "send":
      return onSend(link, input.command);
    case "tick":
      return onTick(link, now, random);
    case "online":
      return link.phase === "waiting" ? connect(link, now) : [link, []];
    case "stop":
      return [{ ...link, phase: "off", wakeAt: null, beatAt: null, againAt: null }, [{ do: "close", code: 1000 }]];
  }
}

function connect(link: Link, now: number): Next {
  return [
    { ...link, phase: "connecting", behindSince: null, wakeAt: now + JOIN, beatAt: null, againAt: null },
    [{ do: "connect", after: link.epoch === null ? null : link.n, epoch: link.epoch }],
  ];
}

function onFrame(link: Link, frame: ServerFrame, now: number): Next {
  const heard = { ...link, wakeAt: now + SILENCE };
  if (link.phase === "joining" && frame.t !== "welcome") return [heard, []];
  switch (frame.t) {
    case "welcome":
      return onWelcome(heard, frame, now);
    case "event":
      return onEvent(heard, frame, now);
    case "ack": {
      const pending = link.pending.map((p) => (p.id === frame.id ? { ...p, ackedAt: frame.n } : p));
      return [settle({ ...heard, pending }), [{ do: "forget", id: frame.id }]];
    }
    case "refused":
      if (NOT_YET.has(frame.problem.type)) return [notYet(heard, frame.id, now), []];
      return [
        { ...heard, pending: link.pending.filter((p) => p.id !== frame.id) },
        [
          { do: "forget", id: frame.id },
          { do: "refused", id: frame.id, problem: frame.problem },
        ],
      ];
    case "presence":
    case "signal":
      return [heard, [{ do: "shown", frame }]];
    case "beat":
      return frame.n <= link.n
        ? [{ ...heard, behindSince: null }, []]
        : [{ ...heard, behindSince: link.behindSince ?? now, wakeAt: now + BEHIND }, []];
  }
}

function onWelcome(link: Link, welcome: Welcome, now: number): Next {
  const whole = welcome.state !== undefined;
  const next: Link = {
    ...link,
    phase: "live",
    tries: 0,
    lostAt: null,
    epoch: welcome.epoch,
    n: whole ? welcome.n : link.n,
    behindSince: !whole && welcome.n > link.n ? now : null,
    beatAt: now + BEAT,
    againAt: null,
    pending: link.pending.map((p) => ({ ...p, sent: true })),
  };
  const again: Effect[] = link.pending.filter((p) => p.ackedAt === undefined).map(write);
  return [settle(next), [{ do: "welcome", welcome }, ...again, { do: "write", frame: { t: "beat" } }]];
}

function onEvent(link: Link, frame: { t: "event" } & RoomEvent, now: number): Next {
  if (frame.n <= link.n) return [link, []]; // seen before
  if (frame.n > link.n + 1) return again(link, now);
  const { t: _, ...event } = frame;
  return [settle({ ...link, n: frame.n, behindSince: null }), [{ do: "apply", event }]];
}

function onSend(link: Link, command: Command): Next {
  // Behind what waits to be sent again: a later word must not overtake an earlier one.
  const pending = { ...command, sent: link.phase === "live" && link.againAt === null };
  return [{ ...link, pending: [...link.pending, pending] }, pending.sent ? [write(pending)] : []];
}

/** The command stays, is shown on, and goes out again in its old place. */
function notYet(link: Link, id: string, now: number): Link {
  return {
    ...link,
    againAt: now + BUSY,
    pending: link.pending.map((p) => (p.id === id ? { ...p, sent: false } : p)),
  };
}

function sendAgain(link: Link): Next {
  const waiting = link.pending.filter((p) => !p.sent && p.ackedAt === undefined);
  return [{ ...link, againAt: null, pending: link.pending.map((p) => ({ ...p, sent: true })) }, waiting.map(write)];
}

function write({ id, type, data }: Command): Effect {
  return { do: "write", frame: { t: "do", id, type, data } };
}

function unsent(command: Command): Pending {
  return { ...command, sent: false };
}

/** A command that was accepted stays in what is shown until its own event is here, so that nothing flickers. */
function settle(link: Link): Link {
  return { ...link, pending: link.pending.filter((p) => p.ackedAt === undefined || p.ackedAt > link.n) };
}

/** Something is missing: back at once, from where we are. */
function again(link: Link, now: number): Next {
  const [next, effects] = connect({ ...link, lostAt: now }, now);
  return [next, [{ do: "close", code: 4000 }, ...effects]];
}

function onClosed(link: Link, code: number, now: number, random: number): Next {
  if (link.phase === "off" || link.phase === "over") return [link, []];
  if (code >= 4500 && code < 4600) return [ended(link, FINAL[code] ?? "broken"), []];
  // JavaScript is not told why a handshake failed: it asks. An open socket that breaks is only tried again.
  const ask: Effect[] = link.phase === "connecting" ? [{ do: "ask" }] : [];
  return [wait(link, now, random), ask];
}

function wait(link: Link, now: number, random: number): Link {
  return {
    ...link,
    phase: "waiting",
    lostAt: link.lostAt ?? now,
    behindSince: null,
    beatAt: null,
    againAt: null,
    tries: link.tries + 1,
    wakeAt: now + backoff(link.tries, random),
    pending: link.pending.map((p) => ({ ...p, sent: false })),
  };
}

function ended(link: Link, over: Over): Link {
  return { ...link, phase: "over", over, wakeAt: null, beatAt: null, againAt: null, behindSince: null };
}

function onTick(link: Link, now: number, random: number): Next {
  if (link.phase === "live" && link.behindSince !== null && now - link.behindSince >= BEHIND) return again(link, now);
  if (link.wakeAt !== null && now >= link.wakeAt) {
    if (link.phase === "waiting") return connect(link, now);
    if (link.phase !== "off" && link.phase !== "over") return [wait(link, now, random), [{ do: "close", code: 4000 }]];
  }
  if (link.phase === "live" && link.againAt !== null && now >= link.againAt) return sendAgain(link);
  if (link.phase === "live" && link.beatAt !== null && now >= link.beatAt) {
    return [{ ...link, beatAt: now + BEAT }, [{ do: "write", frame: { t: "beat" } }]];
  }
  return [link, []];
}

export type Mood = "fine" | "slow" | "away" | "over";

/** What a person may notice of a bad connection. */
export function mood(link: Link, now: number): Mood {
  if (link.phase === "over") return "over";
  if (link.lostAt === null) return "fine";
  const gone = now - link.lostAt;
  return gone < SLOW ? "fine" : gone < AWAY ? "slow" : "away";
}
