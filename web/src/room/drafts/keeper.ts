// Words that are being written, kept twice: sealed on this device soon after the last key, and on the server when the
// person rests. Nobody but the author ever reads them. Nothing here knows a page.
import type { Draft, Drafts } from "../../live/outbox.ts";

export const DEVICE_AFTER = 600;
export const SERVER_AFTER = 2_000;
/** A draft that the server could not drop would come back to its author: tried again, more and more seldom. */
const LONGEST_WAIT = 600_000;

/** The server's side. `put` says whether it was kept. */
export type Server = {
  all(): Promise<readonly { field: string; text: string; at: string }[]>;
  put(field: string, text: string): Promise<boolean>;
  drop(field: string): Promise<boolean>;
};

export type Found = {
  text: string;
  /** What another device has written; the later one stands. */
  other: string | null;
};
export type Kept = "quiet" | "saved" | "kept";
type Typed = {
  text: string;
  device: ReturnType<typeof setTimeout> | null;
  server: ReturnType<typeof setTimeout> | null;
};

export class DraftKeeper {
  readonly #room: string;
  readonly #device: Drafts;
  readonly #server: Server;
  readonly #taken: (text: string) => Promise<boolean>;
  readonly #clock: () => number;
  readonly #typed = new Map<string, Typed>();
  readonly #hears = new Map<string, Set<(kept: Kept) => void>>();
  /** What is under way for a field, on the device and on the server: what comes later must also arrive later. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  #remote: Promise<Map<string, { text: string; at: string }>> | null = null;

  /** @param taken whether an earlier page had sent these words, and the room has them */
  constructor(
    room: string,
    device: Drafts,
    server: Server,
    taken: (text: string) => Promise<boolean> = async () => false,
    clock: () => number = Date.now,
  ) {
    this.#room = room;
    this.#device = device;
    this.#server = server;
    this.#taken = taken;
    this.#clock = clock;
  }

  /** What was being written here, on whichever device. */
  async find(field: string): Promise<Found | undefined> {
    const typed = this.#typed.get(field);
    if (typed) return { text: typed.text, other: null };
    const [here, there] = await Promise.all([this.#device.find(this.#place(field)), this.#there(field)]);
    const found = later(here, there);
    if (!found || !(await this.#taken(found.text))) return found;
    // The page had ended between sending them and dropping the draft.
    if (!this.#typed.has(field)) await this.drop(field);
    return undefined;
  }

  type(field: string, text: string): void {
    const before = this.#typed.get(field);
    stop(before);
    this.#typed.set(field, {
      text,
      device: setTimeout(() => void this.#keep(field, text), DEVICE_AFTER),
      server: setTimeout(() => void this.#send(field, text), SERVER_AFTER),
    });
  }

  /** The person has left the field, or the page: nothing waits any longer. */
  async rest(field: string): Promise<void> {
    const typed = this.#typed.get(field);
    if (!typed || (typed.device === null && typed.server === null)) return;
    stop(typed);
    const server = typed.server;
    this.#typed.set(field, { text: typed.text, device: null, server: null });
    await this.#keep(field, typed.text);
    if (server !== null) await this.#send(field, typed.text);
  }

  restAll(): void {
    for (const field of this.#typed.keys()) void this.rest(field);
  }

  /** The words have gone where they belong. */
  async drop(field: string): Promise<void> {
    stop(this.#typed.get(field));
    this.#typed.delete(field);
    this.#tell(field, "quiet");
    void this.#remote?.then((all) => all.delete(field));
    await Promise.all([
      this.#inTurn(`device ${field}`, () => this.#device.drop(this.#place(field))),
      this.#inTurn(`server ${field}`, () => this.#dropThere(field)),
    ]);
  }

  async #dropThere(field: string, wait = SERVER_AFTER): Promise<void> {
    const gone = await this.#server.drop(field).catch(() => false);
    if (gone || wait > LONGEST_WAIT) return;
    // What is typed by then takes its place anyway.
    setTimeout(() => {
      if (!this.#typed.has(field)) void this.#inTurn(`server ${field}`, () => this.#dropThere(field, wait * 2));
    }, wait);
  }

  #inTurn<T>(what: string, act: () => Promise<T>): Promise<T> {
    const done = (this.#underWay.get(what) ?? Promise.resolve()).then(act);
    this.#underWay.set(
      what,
      done.catch(() => undefined),
    );
    return done;
  }

  hear(field: string, hear: (kept: Kept) => void): () => void {
    const all = this.#hears.get(field) ?? new Set();
    this.#hears.set(field, all.add(hear));
    return () => void all.delete(hear);
  }

  async #keep(field: string, text: string): Promise<void> {
    const typed = this.#typed.get(field);
    if (typed?.text === text) this.#typed.set(field, { ...typed, device: null });
    const draft = { text, at: new Date(this.#clock()).toISOString() };
    await this.#inTurn(`device ${field}`, () => this.#device.keep(this.#place(field), draft));
  }

  async #send(field: string, text: string): Promise<void> {
    const typed = this.#typed.get(field);
    if (typed?.text === text) this.#typed.set(field, { ...typed, server: null });
    const kept = await this.#inTurn(`server ${field}`, async () => {
      const stands = this.#typed.get(field)?.text === text; // not dropped or written over while others were under way
      return stands ? this.#server.put(field, text).catch(() => false) : true;
    });
    if (this.#typed.get(field)?.text === text) this.#tell(field, kept ? "saved" : "kept");
  }

  async #there(field: string): Promise<Draft | undefined> {
    this.#remote ??= this.#server
      .all()
      .then((all) => new Map(all.map(({ field: name, text, at }) => [name, { text, at }])));
    try {
      return (await this.#remote).get(field);
    } catch {
      this.#remote = null; // asked again for the next field: without a network only this device answers
      return undefined;
    }
  }

  #tell(field: string, kept: Kept): void {
    for (const hear of this.#hears.get(field) ?? []) hear(kept);
  }

  #place(field: string): string {
    return `${this.#room}|${field}`;
  }
}

function later(here: Draft | undefined, there: Draft | undefined): Found | undefined {
  if (!here || !there) {
    const only = here ?? there;
    return only && { text: only.text, other: null };
  }
  const [last, first] = here.at >= there.at ? [here, there] : [there, here];
  return { text: last.text, other: first.text.trim() !== "" && first.text !== last.text ? first.text : null };
}

function stop(typed: Typed | undefined): void {
  if (typed?.device) clearTimeout(typed.device);
  if (typed?.server) clearTimeout(typed.server);
}
