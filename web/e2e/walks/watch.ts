// Listens to a browser from before its first page: nothing may break, nothing may be asked of anybody else.
import type { BrowserContext, ConsoleMessage, Page, Request } from "@playwright/test";
import type { RoomEvent, ServerFrame } from "../../src/live/frames.ts";

/** What a browser says of a server that is not there. */
const GONE =
  /ERR_(CONNECTION_\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED_ENCODING)|WebSocket connection to/;

export class Watch {
  /** What no browser may do, from the first page on. */
  readonly offences: string[] = [];
  readonly #allowed: ReadonlySet<string>;
  readonly #frames = new Map<BrowserContext, string[]>();
  readonly #bodies = new Map<BrowserContext, string[]>();
  #down = false;

  /** @param allowed the origins of Accord and of Keycloak */
  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed);
  }

  async listen(context: BrowserContext): Promise<void> {
    const [frames, bodies]: [string[], string[]] = [[], []];
    this.#frames.set(context, frames);
    this.#bodies.set(context, bodies);
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (e) =>
        console.error(`forbidden: ${e.effectiveDirective} ${e.sample}`),
      );
    });
    context.on("weberror", (error) => this.offences.push(error.error().message));
    context.on("console", (line) => this.#said(line));
    context.on("request", (request) => this.#asked(request));
    context.on("requestfailed", (request) => this.#failed(request));
    context.on("response", (response) => {
      if (!new URL(response.url()).pathname.startsWith("/api/")) return;
      // A page that has gone on in the meantime has no body to show any more, and has not shown it either.
      void response.text().then(
        (body) => bodies.push(body),
        () => undefined,
      );
    });
    context.on("page", (page) =>
      page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(payload.toString()))),
    );
  }

  /** The server is away, and only this may be told of it. */
  serverIsDown(): void {
    this.#down = true;
  }

  serverIsBack(): void {
    this.#down = false;
  }

  /** An earlier walk may have been in the same room: what was told of it is no matter of this one. */
  beginAnew(): void {
    for (const told of [...this.#frames.values(), ...this.#bodies.values()]) told.length = 0;
  }

  /** All that a browser was told since then, as it came. */
  toldTo(page: Page): string {
    return [...(this.#frames.get(page.context()) ?? []), ...(this.#bodies.get(page.context()) ?? [])].join("\n");
  }

  /** The events of a type that a browser was told, as often as it was told them. */
  events(page: Page, type: string): RoomEvent[] {
    return (this.#frames.get(page.context()) ?? [])
      .map((frame) => JSON.parse(frame) as ServerFrame)
      .flatMap((frame) => (frame.t === "event" ? [frame] : frame.t === "welcome" ? (frame.state?.events ?? []) : []))
      .filter((event) => event.type === type);
  }

  #said(line: ConsoleMessage): void {
    if (line.type() !== "error" || (this.#down && GONE.test(line.text()))) return;
    const where = line.location().url;
    // Whoever is not signed in yet is told so.
    if (/status of 401/.test(line.text()) && new URL(where).pathname === "/api/session") return;
    this.offences.push(`${line.text()} (${where})`);
  }

  #asked(request: Request): void {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && !this.#allowed.has(origin)) this.offences.push(`asked somebody else: ${request.url()}`);
  }

  #failed(request: Request): void {
    const why = request.failure()?.errorText ?? "";
    // A page that goes on drops what it had asked.
    if (why === "net::ERR_ABORTED" || (this.#down && GONE.test(why))) return;
    this.offences.push(`${why}: ${request.url()}`);
  }
}
