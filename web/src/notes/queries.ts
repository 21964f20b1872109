import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Came } from "../typed/saver.ts";
import { came } from "../typed/Typed.tsx";

export type Note = Schemas["Note"];

/** As long as the contract takes. */
export const LONGEST = 4000;

/** One's own notes on a couple, from old to new. */
export const notesQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "notes"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/notes", { params: { path: { coupleId } } })),
  });

/** Keeps a note; one whose words are all gone is no note any more. */
export async function saveNote(
  coupleId: string,
  noteId: string,
  roomId: string | undefined,
  text: string,
  version: number,
): Promise<Came> {
  if (text.trim() === "") {
    if (version > 0) await deleteNote(coupleId, noteId);
    return { kept: 0 };
  }
  const body = { text, version, ...(roomId === undefined ? {} : { roomId }) };
  const path = { coupleId, noteId };
  return came(answer(api.PUT("/couples/{coupleId}/notes/{noteId}", { params: { path }, body, keepalive: true })));
}

export async function deleteNote(coupleId: string, noteId: string): Promise<void> {
  await answer(api.DELETE("/couples/{coupleId}/notes/{noteId}", { params: { path: { coupleId, noteId } } }));
}
