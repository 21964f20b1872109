import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Came } from "../typed/saver.ts";
import { came } from "../typed/Typed.tsx";

export type Page = Schemas["JournalPage"];

/** As long as the contract takes. */
export const LONGEST = 10_000;

/** One's own pages, from new to old. It leaves the memory as soon as no page shows it. */
export const journalQuery = queryOptions({
  queryKey: ["journal"],
  queryFn: () => answer(api.GET("/journal")),
  gcTime: 0,
});

/** Keeps a page; one whose words are all gone is torn out. */
export async function savePage(pageId: string, text: string, version: number): Promise<Came> {
  if (text.trim() === "") {
    if (version > 0) await tearOut(pageId);
    return { kept: 0 };
  }
  const params = { path: { pageId } };
  return came(answer(api.PUT("/journal/{pageId}", { params, body: { text, version }, keepalive: true })));
}

export async function tearOut(pageId: string): Promise<void> {
  await answer(api.DELETE("/journal/{pageId}", { params: { path: { pageId } } }));
}

export async function sharePage(pageId: string, version: number): Promise<void> {
  await answer(api.PUT("/journal/{pageId}/share", { params: { path: { pageId } }, body: { version } }));
}

export async function takeBack(pageId: string): Promise<void> {
  await answer(api.DELETE("/journal/{pageId}/share", { params: { path: { pageId } } }));
}
