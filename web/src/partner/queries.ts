import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type Home = Schemas["Home"];

/** A partner's home: what is next, and nothing about the other. */
export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: () => answer(api.GET("/home")),
});
