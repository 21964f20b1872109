// The shell around link.ts: one socket, one timer, one outbox. Everything that decides is in link.ts.
import type { Command, Member, Presence, Problem, RoomEvent, Seat, ServerFrame, Signal, Welcome } from "./frames.ts";
import { type Answer, AWAY, type Effect, type Input, idle, type Link, type Mood, mood, SLOW, step } from "./link.ts";
import type { Outbox } from "./outbox.ts";

export type Socket = { send(text: string): void; close(code?: number): void };
export type Heard = { opened(): void; text(text: string): void; closed(code: number): void };
/** The world outside: the browser's in browser.ts, a pretended one in the tests. */
export type Wires = {
  open(after: number | null, epoch: string | null, heard: Heard): Socket;
  /** After a failed handshake: is there anything that forbids another try? */
  ask(): Promise<Answer>;
  now(): number;
  random(): number;
  later(ms: number, run: () => void): () => void;
  id(): string;
};
/** How a room is folded from its events. `predict` shows a command that the server has not answered yet. */
export type Reducer<S> = {
  empty: S;
  welcome(state: S, welcome: Welcome): S;
  evolve(state: S, event: RoomEvent): S;
  predict(state: S, command: Command): S;
};
export type View<S> = {
  /** What the server has told, and on top of it what was done here and is on its way. */
  room: S;
  /** Only what the server has told. */
  confirmed: S;
  you: Seat | null;
  members: readonly Member[];
  link: Link;
  mood: Mood;
  /** How many acts have no answer yet. */
  unsaved: number;
  /** What to add to this device's clock to get the server's. */
  clock: number;
};

/** The client stays under this; the server closes the door on more than 16 KB. */
const LARGEST = 12 * 1024;
const TOO_LONG: Problem = { type: "/problems/too-long", title: "Too long" };

export class RoomClient<S> {
  readonly #id: string;
  readonly #fold: Reducer<S>;
  readonly #wires: Wires;
  readonly #outbox: Outbox;
  readonly #watchers = new Set<() => void>();
  readonly #refusals = new Set<(id: string, problem: Problem) => void>();
  readonly #signals = new Set<(from: Seat, data: unknown) => void>();
  #link: Link = idle;
  #room: S;
  #you: Seat | null = null;
  #members: readonly Member[] = [];
  #clock = 0;
  #view: View<S>;
  #socket: Socket | null = null;
  #cancel: (() => void) | null = null;
  #line: Promise<unknown> = Promise.resolve();

  constructor(id: string, fold: Reducer<S>, wires: Wires, outbox: Outbox) {
    this.#id = id;
    this.#fold = fold;
    this.#wires = wires;
    this.#outbox = outbox;
    this.#room = fold.empty;
    this.#view = this.#look();
  }

  /** Finds what an earlier page could not send, which is the result, then connects. */
  async start(): Promise<readonly Command[]> {
    const pending = await this.#outbox.all(this.#id);
    this.#feed({ do: "start", pending });
    return pending;
  }

  stop = (): void => this.#feed({ do: "stop" });

  /** The device says that it has a network again. */
  online = (): void => this.#feed({ do: "online" });

  /**
   * Keeps a command on the device, then shows it and sends it, in the order of the calls. Resolves with its id as soon
   * as it is kept; what the server says comes as an event or through {@link onRefused}.
   */
  do(type: string, data: unknown): Promise<string> {
    const command: Command = { id: this.#wires.id(), type, data };
    const kept = this.#line.then(() => this.#keep(command));
    this.#line = kept.catch(() => undefined);
    return kept;
  }

  /** Says something passing: it is dropped when the line is down, and never kept. */
  signal(to: Seat | "all", data: unknown): void {
    if (this.#link.phase === "live") this.#socket?.send(JSON.stringify({ t: "signal", to, data }));
  }

  subscribe = (watch: () => void): (() => void) => listen(this.#watchers, watch);
  onRefused = (f: (id: string, problem: Problem) => void): (() => void) => listen(this.#refusals, f);
  onSignal = (f: (from: Seat, data: unknown) => void): (() => void) => listen(this.#signals, f);

  /** The same object until something changes, as useSyncExternalStore wants it. */
  view = (): View<S> => this.#view;

  async #keep(command: Command): Promise<string> {
    if (JSON.stringify(command).length > LARGEST) {
      // A frame that the server must refuse would come back from the outbox for ever.
      queueMicrotask(() => this.#refuse(command.id, TOO_LONG));
      return command.id;
    }
    await this.#outbox.add(this.#id, command);
    this.#feed({ do: "send", command });
    return command.id;
  }

  #feed(input: Input): void {
    const [link, effects] = step(this.#link, input, this.#wires.now(), this.#wires.random());
    this.#link = link;
    for (const effect of effects) this.#run(effect);
    this.#arm();
    this.#view = this.#look();
    for (const watch of this.#watchers) watch();
  }

  #look(): View<S> {
    const room = this.#link.pending.reduce((state, command) => this.#fold.predict(state, command), this.#room);
    return {
      room,
      confirmed: this.#room,
      you: this.#you,
      members: this.#members,
      link: this.#link,
      mood: mood(this.#link, this.#wires.now()),
      unsaved: this.#link.pending.length,
      clock: this.#clock,
    };
  }

  #run(effect: Effect): void {
    switch (effect.do) {
      case "connect":
        this.#connect(effect.after, effect.epoch);
        break;
      case "ask":
        void this.#wires.ask().then((answer) => this.#feed({ do: "asked", answer }));
        break;
      case "close": {
        const socket = this.#socket;
        this.#socket = null; // whatever the old socket still says is not heard
        socket?.close(effect.code);
        break;
      }
      case "write":
        this.#socket?.send(JSON.stringify(effect.frame));
        break;
      case "welcome":
        this.#welcome(effect.welcome);
        break;
      case "apply":
        this.#room = this.#fold.evolve(this.#room, effect.event);
        break;
      case "forget":
        void this.#outbox.remove(this.#id, effect.id);
        break;
      case "refused":
        this.#refuse(effect.id, effect.problem);
        break;
      case "shown":
        this.#shown(effect.frame);
        break;
    }
  }

  #connect(after: number | null, epoch: string | null): void {
    const socket: Socket = this.#wires.open(after, epoch, {
      opened: () => this.#socket === socket && this.#feed({ do: "opened" }),
      text: (text) => this.#socket === socket && this.#feed({ do: "frame", frame: JSON.parse(text) as ServerFrame }),
      closed: (code) => this.#socket === socket && this.#feed({ do: "closed", code }),
    });
    this.#socket = socket;
  }

  #welcome(welcome: Welcome): void {
    this.#you = welcome.you;
    this.#members = welcome.members;
    this.#clock = Date.parse(welcome.now) - this.#wires.now() || 0;
    const start = welcome.state === undefined ? this.#room : this.#fold.empty;
    this.#room = this.#fold.welcome(start, welcome);
    for (const event of welcome.state?.events ?? []) this.#room = this.#fold.evolve(this.#room, event);
  }

  #shown(frame: Presence | Signal): void {
    if (frame.t === "presence") this.#members = seen(this.#members, frame);
    else for (const hear of this.#signals) hear(frame.from, frame.data);
  }

  #refuse(id: string, problem: Problem): void {
    for (const hear of this.#refusals) hear(id, problem);
  }

  /** One timer: for the link, for the beat, and for the moments when the mood changes. */
  #arm(): void {
    this.#cancel?.();
    const now = this.#wires.now();
    const lost = this.#link.lostAt;
    const moods = lost === null ? [] : [lost + SLOW, lost + AWAY].filter((at) => at > now);
    const due = [this.#link.wakeAt, this.#link.beatAt, this.#link.againAt, ...moods].filter((at) => at !== null);
    this.#cancel =
      due.length === 0
        ? null
        : this.#wires.later(Math.max(0, Math.min(...due) - now), () => this.#feed({ do: "tick" }));
  }
}

/** Also seats that the welcome did not name: at the door one is told of oneself alone. */
function seen(members: readonly Member[], presence: Presence): readonly Member[] {
  const names = new Map(members.map((member) => [member.seat, member.name]));
  const here = new Map(presence.members.map((member) => [member.seat, member.here]));
  const unnamed = members.filter((member) => !here.has(member.seat));
  return [
    ...unnamed,
    ...presence.members.map(({ seat, here: is }) => ({ seat, name: names.get(seat) ?? "", here: is })),
  ];
}

function listen<F>(all: Set<F>, one: F): () => void {
  all.add(one);
  return () => void all.delete(one);
}
