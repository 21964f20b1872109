import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type Session = Schemas["Session"];

/** Who is signed in here. It fails with 401 (nobody) and 423 (locked). */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => answer(api.GET("/session")),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
