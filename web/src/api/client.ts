import createClient from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

/** The server said no. `type` picks our words; its own are never shown. */
export class Refused extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string) {
    super(`${status} ${type}`);
    this.status = status;
    this.type = type;
  }
}

/** Nobody answered: no network, or no server. */
export class Unreachable extends Error {}

/** The one way to the server. Every request carries the header that a forged one cannot. */
export const api = createClient<paths>({ baseUrl: "/api", headers: { "X-Accord": "1" } });

const doors = new Set<(status: 401 | 423) => void>();

/** Hears when the server wants a sign-in (401) or an unlocking (423), whatever was asked. */
export function onDoor(hear: (status: 401 | 423) => void): () => void {
  doors.add(hear);
  return () => void doors.delete(hear);
}

api.use({
  onRequest: ({ request }) => {
    request.headers.set("Content-Type", "application/json");
  },
  onResponse: ({ response }) => {
    if (response.status === 401 || response.status === 423) for (const hear of doors) hear(response.status);
  },
});

type Answer<T> = { data?: T | undefined; error?: unknown; response: Response };

/** The data of an answer; a {@link Refused} or an {@link Unreachable} is thrown, for Query to hold. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch(() => {
    throw new Unreachable();
  });
  if (response.ok) return data as T;
  throw new Refused(response.status, typeOf(error) ?? `/problems/${response.status}`);
}

function typeOf(error: unknown): string | undefined {
  const type = (error as Partial<Problem> | undefined)?.type;
  return typeof type === "string" ? type : undefined;
}
