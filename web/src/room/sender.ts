// Tells the page what became of each of its commands: its event is here, or the server said why not.
import type { Command, Problem } from "../live/frames.ts";
import type { RoomClient } from "../live/room-client.ts";
import type { Refusal, RoomCommand } from "../live/wire.ts";
import { clean } from "./steps/asking/shown.ts";
import type { Outcome } from "./steps/props.ts";

type Client = Pick<RoomClient<unknown>, "do" | "subscribe" | "onRefused"> & {
  view(): { link: { pending: readonly { id: string }[] } };
};

export class Sender {
  readonly #client: Client;
  readonly #waiting = new Map<string, (outcome: Outcome) => void>();
  /** Refusals that were faster than the id on its way back to us. */
  readonly #early = new Map<string, Outcome>();
  readonly #strays = new Set<(outcome: Outcome) => void>();
  readonly #own = new Set<string>();
  readonly #earlier = new Map<string, { words: string | null; outcome: Promise<Outcome> }>();
  #asking = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Begins to listen; the result ends it. */
  start(): () => void {
    const ends = [
      this.#client.subscribe(() => this.#settle()),
      this.#client.onRefused((id, p) => this.#refused(id, p)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  async send(command: RoomCommand): Promise<Outcome> {
    this.#asking++;
    const id = await this.#client.do(command.type, command.data).finally(() => this.#asking--);
    this.#own.add(id);
    const early = this.#early.get(id);
    if (early !== undefined) {
      this.#early.delete(id);
      return early;
    }
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(id, resolve));
    this.#settle();
    return outcome;
  }

  /** What an earlier page had given and nobody has answered yet: it is on its way again. */
  resume(commands: readonly Command[]): void {
    for (const { id, data } of commands) {
      const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(id, resolve));
      this.#earlier.set(id, { words: wordsOf(data), outcome });
    }
  }

  /** Whether these words were among what an earlier page had given, and the room has taken them. */
  async taken(text: string): Promise<boolean> {
    const words = clean(text).trim();
    const same = [...this.#earlier.values()].filter((each) => each.words === words);
    return (await Promise.all(same.map((each) => each.outcome))).includes("done");
  }

  /** Refusals of what an earlier page had sent: nobody else is left to say it. */
  onStray(hear: (outcome: Outcome) => void): () => void {
    this.#strays.add(hear);
    return () => void this.#strays.delete(hear);
  }

  #settle(): void {
    const pending = new Set(this.#client.view().link.pending.map((each) => each.id));
    for (const [id, resolve] of this.#waiting) {
      if (!pending.has(id)) {
        this.#waiting.delete(id);
        resolve("done");
      }
    }
  }

  #refused(id: string, problem: Problem): void {
    const outcome = outcomeOf(problem);
    const resolve = this.#waiting.get(id);
    if (resolve) {
      this.#waiting.delete(id);
      resolve(outcome);
    } else if (this.#asking > 0) {
      this.#early.set(id, outcome);
      return;
    }
    if (!this.#own.has(id)) for (const hear of this.#strays) hear(outcome);
  }
}

function wordsOf(data: unknown): string | null {
  const { text } = data as { text?: unknown };
  return typeof text === "string" ? clean(text).trim() : null;
}

function outcomeOf(problem: Problem): Outcome {
  const name = problem.type.replace("/problems/", "");
  return name === "" || name === problem.type ? "failed" : (name as Refusal);
}
