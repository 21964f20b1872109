// A room that plays the frames of the server's own tests to one browser: the REST answers around it, and a socket of
// which the spec says what it tells and when it breaks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, WebSocketRoute } from "@playwright/test";
import type { StandIn } from "./server.ts";

const FRAMES = join(import.meta.dirname, "../../../src/test/resources/frames");
export const ROOM = "6b1f0c52-0000-4000-8000-000000002009";
/** 24 minutes into the session. */
export const NOW = "2026-05-14T12:54:00Z";
const DIGEST = "4642801de72cb5d492c54c753247c2b441b7bf54a5a92e0b1dabe33e522d6ead";

type Event = { n: number; at: string; by: string; type: string; data: unknown };
type Command = { t: string; id: string; type: string; data: Record<string, unknown> };
type Session = { exercise: { title: string; steps: unknown[] }; seats: Record<string, (Event & { t: string })[]> };

export type Scene = {
  seat: "partner-1" | "partner-2" | "therapist";
  /** The events up to and with the n-th of a type; none without. */
  upTo?: [type: string, nth?: number];
  /** What happens after these. */
  after?: [type: string, data: unknown, by?: string][];
  here?: string[];
  now?: string;
};

const session = (name: string) => JSON.parse(readFileSync(join(FRAMES, `${name}.json`), "utf8")) as Session;
const trust = session("trust-vs-control");

/** The events of a scene, as one member has them. */
function eventsOf({ seat, upTo, after = [], now = NOW }: Scene): Event[] {
  const all = (trust.seats[seat] ?? []).filter((frame) => frame.t === "event");
  const places = all.flatMap((event, i) => (event.type === upTo?.[0] ? [i] : []));
  const past = upTo ? all.slice(0, (places[(upTo[1] ?? 1) - 1] ?? -1) + 1) : [];
  const more = after.map(([type, data, by = "room"], i) => ({ n: past.length + i + 1, at: now, by, type, data }));
  return [...past.map(({ n, at, by, type, data }) => ({ n, at, by, type, data })), ...more];
}

/** What the therapist wrote beside this room, as in mockup 03. */
const NOTES = [
  ["12:34", "Both arrived settled. Noor opened with last week’s promise, Daniel thanked her."],
  ["12:41", "“Checking where the other is” drew a breath from both. Come back to it."],
  ["12:52", "Daniel slower on the phone cards. Give time, no prompt yet."],
].map(([at, text], i) => ({
  id: `6b1f0c52-0000-4000-8000-00000000900${i}`,
  text,
  at: `2026-05-14T${at}:00Z`,
  version: 1,
  roomId: ROOM,
}));

export class RoomStandIn {
  readonly scene: Scene;
  readonly sent: Command[] = [];
  /** What the server answers to a command: events, or the name of a refusal. */
  answers: Record<string, ((command: Command) => [type: string, data: unknown, by?: string][] | string) | undefined> = {
    Say: ({ data }) => [["Said", data, this.scene.seat]],
    PlaceCard: ({ data }) => [["CardPlaced", data, this.scene.seat]],
    AskWordAlone: () => [["WordAloneAsked", {}, this.scene.seat]],
    AskPause: () => [
      ["PauseAsked", {}, this.scene.seat],
      ["PauseBegan", {}],
    ],
    CloseRoom: () => [["RoomClosed", {}, "therapist"]],
    TakeBackClose: () => [["RoomReopened", {}, "therapist"]],
    SetTimer: ({ data }) => [["TimerSet", { from: NOW, seconds: data.seconds }, "therapist"]],
    GiveFloor: ({ data }) => [["FloorGiven", data, "therapist"]],
  };
  #events: Event[];
  #socket: WebSocketRoute | null = null;
  #up = true;

  constructor(scene: Scene) {
    this.scene = scene;
    this.#events = eventsOf(scene);
  }

  /** Its answers come from the server: a page of which some are caught on the way keeps nothing it loaded. */
  async on(page: Page, server: StandIn): Promise<void> {
    server.room = (asked) => {
      if (asked === `GET /rooms/${ROOM}`) return this.#info();
      if (asked.startsWith(`GET /rooms/${ROOM}/exercises/`)) return this.#exercise();
      if (asked === `GET /rooms/${ROOM}/drafts`) return [];
      if (asked.includes(` /rooms/${ROOM}/drafts/`)) return null;
      return /^GET .*\/notes$/.test(asked) ? NOTES : undefined;
    };
    await page.routeWebSocket(/\/live/, (socket) => this.#open(socket));
  }

  tell(type: string, data: unknown, by = "room"): void {
    const event: Event = { n: this.#events.length + 1, at: NOW, by, type, data };
    this.#events.push(event);
    this.#send({ t: "event", ...event });
  }

  presence(here: string[]): void {
    const members = ["partner-1", "partner-2", "therapist"].map((seat) => ({ seat, here: here.includes(seat) }));
    this.#send({ t: "presence", members });
  }

  /** The line is gone until it is mended. */
  async cut(): Promise<void> {
    this.#up = false;
    await this.#socket?.close({ code: 4408 });
  }

  mend(): void {
    this.#up = true;
  }

  #open(socket: WebSocketRoute): void {
    if (!this.#up) return void socket.close({ code: 1001 });
    this.#socket = socket;
    socket.onMessage((text) => this.#hear(JSON.parse(String(text)) as Command));
    const after = new URL(socket.url()).searchParams.get("after");
    const here = this.scene.here ?? ["partner-1", "partner-2", "therapist"];
    const names = { "partner-1": "Noor", "partner-2": "Daniel", therapist: "Marta" };
    this.#send({
      t: "welcome",
      you: this.scene.seat,
      members: Object.entries(names).map(([seat, name]) => ({ seat, name, here: here.includes(seat) })),
      n: this.#events.length,
      epoch: "6b1f0c52-0000-4000-8000-00000000e0c4",
      now: this.scene.now ?? NOW,
      ...(after === null ? { state: { events: this.#events } } : {}),
    });
    for (const event of after === null ? [] : this.#events.slice(Number(after))) this.#send({ t: "event", ...event });
  }

  #hear(command: Command): void {
    if (command.t !== "do") return;
    this.sent.push(command);
    const answer = this.answers[command.type]?.(command) ?? [];
    if (typeof answer === "string") {
      const problem = { type: `/problems/${answer}`, title: answer, status: 409 };
      return this.#send({ t: "refused", id: command.id, problem });
    }
    for (const [type, data, by] of answer) this.tell(type, data, by);
    this.#send({ t: "ack", id: command.id, n: this.#events.length });
  }

  #send(frame: unknown): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #info() {
    const therapist = this.scene.seat === "therapist";
    const summary = {
      id: "trust-vs-control",
      version: 1,
      digest: DIGEST,
      title: "Trust or control",
      summary:
        "You each sort twelve everyday moments alone, then look at both sorts together and talk about one of them.",
      minutes: 35,
      themes: ["trust-and-control"],
      level: 2,
      for: ["live"],
      steps: trust.exercise.steps.map((step) => {
        const { kind, common } = step as { kind: string; common: { id: string; title: string; minutes?: number } };
        return { id: common.id, kind, title: common.title, optional: false, minutes: common.minutes };
      }),
    };
    return {
      id: ROOM,
      you: this.scene.seat,
      members: [
        { seat: "partner-1", name: "Noor" },
        { seat: "partner-2", name: "Daniel" },
        { seat: "therapist", name: "Marta" },
      ],
      secrets: "limited",
      zone: "Europe/Berlin",
      startsAt: "2026-05-14T12:30:00Z",
      doorsOpenAt: "2026-05-14T12:20:00Z",
      state: "open",
      exercises: therapist ? [summary] : [],
      ...(therapist ? { number: 9, coupleId: "6b1f0c52-0000-4000-8000-000000000001" } : {}),
    };
  }

  /** As the server sends it: hints go to the therapist only. */
  #exercise() {
    const all = trust.exercise as unknown as { steps: { common: object }[] };
    const steps = all.steps.map((step) => ({ ...step, common: { ...step.common, therapistHint: undefined } }));
    return this.scene.seat === "therapist" ? all : { ...all, steps };
  }
}
