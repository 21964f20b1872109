import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Answer } from "../live/wire.ts";

export type Task = Schemas["MyHomework"]["tasks"][number];
export type Shared = Schemas["MyHomework"]["shared"][number];
export type TaskInfo = Schemas["TaskPage"];
export type Assignment = Schemas["Assignment"];
export type Piece = Omit<Schemas["HomeworkReview"]["pieces"][number], "value"> & { value: Answer };
export type Review = Omit<Schemas["HomeworkReview"], "pieces"> & { pieces: readonly Piece[] };
export type SharedAnswers = Omit<Schemas["SharedHomework"], "answers"> & {
  answers: readonly { step: string; value: Answer }[];
};

/** One's own homework. */
export const homeworkQuery = queryOptions({ queryKey: ["homework"], queryFn: () => answer(api.GET("/homework")) });

export const taskQuery = (roomId: string) =>
  queryOptions({
    queryKey: ["homework", roomId],
    queryFn: () => answer(api.GET("/homework/{roomId}", { params: { path: { roomId } } })),
  });

/** What the other has handed in for all three. */
export const sharedQuery = (roomId: string) =>
  queryOptions({
    queryKey: ["homework", roomId, "shared"],
    queryFn: async () =>
      (await answer(
        api.GET("/homework/{roomId}/shared", { params: { path: { roomId } } }),
      )) as unknown as SharedAnswers,
  });

/** A couple's homework, for its therapist. */
export const assignmentsQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "homework"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/homework", { params: { path: { coupleId } } })),
  });

export const reviewQuery = (coupleId: string, homeworkId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "homework", homeworkId],
    queryFn: async () =>
      (await answer(
        api.GET("/couples/{coupleId}/homework/{homeworkId}", { params: { path: { coupleId, homeworkId } } }),
      )) as unknown as Review,
  });

/** What waits to be read, in the whole caseload. */
export const unreadQuery = queryOptions({
  queryKey: ["homework", "unread"],
  queryFn: () => answer(api.GET("/unread-homework")),
});
