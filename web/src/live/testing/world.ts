// A server that keeps the promises of the live room, and a world in which time is a number.
import type { RoomEvent, ServerFrame, Welcome } from "../frames.ts";
import type { Answer } from "../link.ts";
import type { Outbox } from "../outbox.ts";
import { type Heard, type Reducer, RoomClient, type Wires } from "../room-client.ts";

/** The smallest room there can be: what was said, in order. */
export type Words = { said: string[]; ids: string[] };
type Said = { id: string; text: string };

export const words: Reducer<Words> = {
  empty: { said: [], ids: [] },
  welcome: (state) => state,
  evolve: (state, event) => add(state, event.data as Said),
  predict: (state, command) =>
    state.ids.includes(command.id) ? state : add(state, { id: command.id, text: (command.data as Said).text }),
};

function add(state: Words, { id, text }: Said): Words {
  return { said: [...state.said, text], ids: [...state.ids, id] };
}

export class World {
  readonly journal: RoomEvent[] = [];
  readonly dials: (number | null)[] = [];
  /** No new connection comes about. */
  up = true;
  /** Commands are not heard. */
  deaf = false;
  /** Events are journaled, but do not leave. */
  mute = false;
  /** Commands are committed, but neither their event nor their answer leaves. */
  dropAck = false;
  epoch = "first";
  answer: Answer = undefined;
  asked = 0;
  beats = 0;
  now = 1_000_000;
  readonly #acks = new Map<string, number>();
  readonly #timers: { at: number; run: () => void }[] = [];
  #line: Heard | null = null;

  client(outbox: Outbox): RoomClient<Words> {
    return new RoomClient("r1", words, this.#wires(), outbox);
  }

  get texts(): string[] {
    return this.journal.map((event) => (event.data as Said).text);
  }

  /** The other one says something. */
  say(text: string): void {
    this.#commit("partner-2", { id: text, text }, !this.mute);
  }

  tell(frame: ServerFrame): void {
    this.#line?.text(JSON.stringify(frame));
  }

  beat(n = this.journal.length): void {
    this.tell({ t: "beat", n, now: this.#time() });
  }

  drop(code = 1006): void {
    const line = this.#line;
    this.#line = null;
    line?.closed(code);
  }

  /** A backup was restored: another journal, and what was acknowledged since is gone. */
  restore(keep: number): void {
    this.journal.length = keep;
    this.#acks.clear();
    this.epoch = "second";
  }

  /** Lets time go by, with everything that falls into it. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.splice(this.#timers.indexOf(due), 1);
      this.now = Math.max(this.now, due.at);
      due.run();
    }
    this.now = end;
    await settled();
  }

  #wires(): Wires {
    return {
      open: (after, epoch, heard) => this.#open(after, epoch, heard),
      ask: async () => {
        this.asked++;
        return this.answer;
      },
      now: () => this.now,
      random: () => 0.5,
      later: (ms, run) => {
        const timer = { at: this.now + ms, run };
        this.#timers.push(timer);
        return () => {
          const at = this.#timers.indexOf(timer);
          if (at >= 0) this.#timers.splice(at, 1);
        };
      },
      id: () => crypto.randomUUID(),
    };
  }

  #open(after: number | null, epoch: string | null, heard: Heard) {
    this.dials.push(after);
    const me = { ...heard };
    queueMicrotask(() => {
      if (!this.up) return heard.closed(1006);
      this.#line = me;
      heard.opened();
      this.#welcome(epoch === null || epoch === this.epoch ? after : null);
    });
    return {
      send: (text: string) => queueMicrotask(() => this.#line === me && this.#hear(text)),
      close: () => {
        if (this.#line === me) this.#line = null;
      },
    };
  }

  #welcome(after: number | null): void {
    const welcome: Welcome = {
      t: "welcome",
      you: "partner-1",
      members: [
        { seat: "partner-1", name: "Noor", here: true },
        { seat: "partner-2", name: "Daniel", here: false },
      ],
      n: this.journal.length,
      epoch: this.epoch,
      now: this.#time(),
    };
    if (after === null) return this.tell({ ...welcome, state: { events: this.journal } });
    this.tell(welcome);
    for (const event of this.journal.slice(after)) this.tell({ t: "event", ...event });
  }

  #hear(text: string): void {
    const frame = JSON.parse(text);
    if (frame.t === "beat") this.beats++;
    if (frame.t !== "do" || this.deaf) return;
    if (frame.data.text === "forbidden") {
      return this.tell({ t: "refused", id: frame.id, problem: { type: "/problems/not-your-turn", title: "No" } });
    }
    const n =
      this.#acks.get(frame.id) ?? this.#commit("partner-1", { id: frame.id, text: frame.data.text }, !this.dropAck);
    this.#acks.set(frame.id, n);
    if (!this.dropAck) this.tell({ t: "ack", id: frame.id, n });
  }

  #commit(by: string, data: Said, told: boolean): number {
    const event = { n: this.journal.length + 1, at: this.#time(), by, type: "Said", data };
    this.journal.push(event);
    if (told) this.tell({ t: "event", ...event });
    return event.n;
  }

  #time(): string {
    return new Date(this.now + 5_000).toISOString(); // a server whose clock goes five seconds before ours
  }
}

/** Until everything that waits for nothing but its turn has had it. */
async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await new Promise((done) => setImmediate(done));
}
