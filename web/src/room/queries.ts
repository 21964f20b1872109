import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Step } from "./steps/steps-types.ts";

/** `days` is there in homework. */
export type RoomInfo = Schemas["Room"] & { readonly days?: "alone" | "together" };
export type ExerciseSummary = Schemas["ExerciseSummary"];
/** An exercise in the reader's language. Hints are there for the therapist only. */
export type Exercise = Omit<Schemas["Exercise"], "steps"> & { steps: readonly Step[] };

export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: ["room", id],
    queryFn: () => answer(api.GET("/rooms/{roomId}", { params: { path: { roomId: id } } })),
  });

/** What a digest names never changes. */
export const exerciseQuery = (roomId: string, digest: string) =>
  queryOptions({
    queryKey: ["room", roomId, "exercise", digest],
    queryFn: async () =>
      (await answer(
        api.GET("/rooms/{roomId}/exercises/{digest}", { params: { path: { roomId, digest } } }),
      )) as unknown as Exercise,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const libraryQuery = queryOptions({
  queryKey: ["exercises"],
  queryFn: () => answer(api.GET("/exercises")),
  staleTime: 10 * 60_000,
});

export const nextQuery = queryOptions({ queryKey: ["home"], queryFn: () => answer(api.GET("/home")) });
