import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import { speakToStaff } from "../i18n/t.ts";

export type Session = Schemas["Session"];

/** Who is signed in here. It fails with 401 (nobody) and 423 (locked). */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: whoIsHere,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

async function whoIsHere(): Promise<Session> {
  const session = await answer(api.GET("/session"));
  if (session.roles.some((role) => role !== "client")) await speakToStaff();
  return session;
}
