import { createContext, use } from "react";
import type { Session } from "./queries.ts";

export const SessionContext = createContext<Session | undefined>(undefined);

/** The person who is signed in. Only for what stands inside of the gate. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error("outside of the gate");
  return session;
}

export type Role = Session["roles"][number];

/** What somebody is here as: a person with several roles works as the first of these. */
export function roleOf(session: Session): Role {
  const order: Role[] = ["therapist", "client", "practice-admin"];
  return order.find((role) => session.roles.includes(role)) ?? "client";
}
