import type { Session } from "../identity/queries.ts";

/** The server's day, by what the session said when the page was opened: enough to write a date without its year. */
export function serverNow(session: Session): string {
  return session.now;
}
