// Words that are saved on the server as they are typed, and never lie on the device. What could not be saved stays on the
// page and is tried again; what another page has changed meanwhile is never written over unseen.

export const REST = 800;
/** After a failure: more and more seldom. */
export const FIRST_WAIT = 2_000;
export const LONGEST_WAIT = 60_000;

export type Came = { kept: number } | "elsewhere" | "failed";
export type Saving = "quiet" | "saving" | "saved" | "unsaved" | "tooLong" | "elsewhere";
/** @param on the version that the words are written on */
export type Save = (text: string, on: number) => Promise<Came>;

export class Saver {
  #text: string;
  #saved: string;
  #version: number;
  #state: Saving = "quiet";
  #timer: ReturnType<typeof setTimeout> | null = null;
  #underWay: Promise<void> | null = null;
  #wait = FIRST_WAIT;
  readonly #save: Save;
  /** In letters as a person counts them; more stays on the page and is not sent. */
  readonly longest: number;
  readonly #hears = new Set<() => void>();

  constructor(text: string, version: number, longest: number, save: Save) {
    this.#text = text;
    this.#saved = text;
    this.#version = version;
    this.longest = longest;
    this.#save = save;
  }

  get text(): string {
    return this.#text;
  }
  get version(): number {
    return this.#version;
  }
  get state(): Saving {
    return this.#state;
  }
  /** Words are on the page that the server does not have. */
  get isBehind(): boolean {
    return this.#text !== this.#saved;
  }

  hear(hear: () => void): () => void {
    this.#hears.add(hear);
    return () => void this.#hears.delete(hear);
  }

  type(text: string): void {
    this.#text = text;
    if (this.#state !== "elsewhere") this.#later(REST);
    this.#tell(this.#state);
  }

  /** The person has left the field, or the page: nothing waits any longer. Done when all is saved, or cannot be. */
  async rest(): Promise<void> {
    this.#stop();
    await this.#underWay;
    if (this.isBehind && this.#state !== "elsewhere") await this.#send();
  }

  /** The person has read the other wording and decides for the words here. */
  async keepMine(version: number): Promise<void> {
    this.#version = version;
    this.#tell("quiet");
    await this.#send();
  }

  /** The person decides for the other wording. */
  takeTheirs(text: string, version: number): void {
    this.#stop();
    this.#text = text;
    this.#saved = text;
    this.#version = version;
    this.#tell("saved");
  }

  /** Nothing is saved any more from here: the page is over, or its words are gone. */
  end(): void {
    this.#stop();
    this.#hears.clear();
  }

  #later(ms: number): void {
    this.#stop();
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #send(): Promise<void> {
    // One at a time: of two the later would be written on a version that is not there any more.
    this.#underWay ??= this.#sendNow().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #sendNow(): Promise<void> {
    this.#stop();
    const text = this.#text;
    if (text === this.#saved) return this.#tell("saved");
    // Cut off by the browser, the end of what was pasted would be lost without a word.
    if ([...text].length > this.longest) return this.#tell("tooLong");
    this.#tell("saving");
    const came = await this.#save(text, this.#version).catch((): Came => "failed");
    if (came === "elsewhere") return this.#tell("elsewhere");
    if (came === "failed") {
      this.#later(this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
      return this.#tell("unsaved");
    }
    this.#wait = FIRST_WAIT;
    this.#saved = text;
    this.#version = came.kept;
    if (this.#text !== text) this.#later(REST);
    this.#tell(this.#text === text ? "saved" : "saving");
  }

  #tell(state: Saving): void {
    this.#state = state;
    for (const hear of this.#hears) hear();
  }
}
