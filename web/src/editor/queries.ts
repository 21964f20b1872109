import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Came } from "../typed/saver.ts";
import { came } from "../typed/Typed.tsx";
import type { Fields } from "./form.ts";
import type { Mistake } from "./mistakes.ts";

export type DraftLine = Schemas["ExerciseDraftLine"];
export type Draft = Omit<Schemas["ExerciseDraft"], "form" | "published"> & {
  form?: Fields;
  published?: { exercise: string; version: number; shared: boolean; form: Fields };
};
export type Checked = { form?: Fields; mistakes: readonly Mistake[] };

/** What is being written: as a form, or as a text where a form could not hold it. */
export type Doc = { form: Fields } | { text: string };

/** As much as an exercise may hold (X0), in bytes. */
export const MOST_BYTES = 64 * 1024;

export const draftsQuery = queryOptions({
  queryKey: ["exercise-drafts"],
  queryFn: () => answer(api.GET("/exercise-drafts")),
});

/** @param visit of one page: what another page has asked is of another moment, and its version may be gone */
export const draftQuery = (draftId: string, visit = "") =>
  queryOptions({
    queryKey: ["exercise-draft", draftId, visit],
    queryFn: async () =>
      (await answer(api.GET("/exercise-drafts/{draftId}", { params: { path: { draftId } } }))) as Draft,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** The draft as it is when this page opens. */
export function useDraft(draftId: string) {
  const [visit] = useState(() => crypto.randomUUID());
  return useQuery(draftQuery(draftId, visit));
}

export const wholeQuery = (exerciseId: string) =>
  queryOptions({
    queryKey: ["exercise", exerciseId],
    queryFn: () => answer(api.GET("/exercises/{exerciseId}", { params: { path: { exerciseId } } })),
  });

/** Begins a draft; the same id sent again is the same draft. */
export async function beginDraft(id: string, from: Doc | { from: string }): Promise<void> {
  await answer(
    api.PUT("/exercise-drafts/{draftId}", {
      params: { path: { draftId: id } },
      body: { version: 0, ...from } as Schemas["NewExerciseDraft"],
    }),
  );
}

/** Browsers let a page that ends send no more than this. */
const LAST_WORDS = 60_000;

export function saveDraft(id: string, doc: Doc, on: number, hear: (mistakes: Mistake[]) => void): Promise<Came> {
  const body = { version: on, ...doc } as Schemas["NewExerciseDraft"];
  const asked = answer(
    api.PUT("/exercise-drafts/{draftId}", {
      params: { path: { draftId: id } },
      body,
      keepalive: JSON.stringify(body).length < LAST_WORDS,
    }),
  );
  return came(
    asked.then((kept) => {
      hear(kept.mistakes);
      return kept;
    }),
  );
}

export async function deleteDraft(draftId: string): Promise<void> {
  await answer(api.DELETE("/exercise-drafts/{draftId}", { params: { path: { draftId } } }));
}

export const publish = (draftId: string, version: number, shared: boolean) =>
  answer(api.POST("/exercise-drafts/{draftId}/publish", { params: { path: { draftId } }, body: { version, shared } }));

export const check = async (text: string) => (await answer(api.POST("/exercise-check", { body: { text } }))) as Checked;

/** Gives the file to the person, as the browser does with any download. */
export async function download(exerciseId: string): Promise<void> {
  const file = await answer(api.GET("/exercises/{exerciseId}/file", { params: { path: { exerciseId } } }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: "application/yaml" }));
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
