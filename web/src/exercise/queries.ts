import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type ExerciseSummary = Schemas["ExerciseSummary"];

/** The therapist's library, in short. */
export const exercisesQuery = queryOptions({
  queryKey: ["exercises"],
  queryFn: () => answer(api.GET("/exercises")),
  staleTime: 10 * 60_000,
});
