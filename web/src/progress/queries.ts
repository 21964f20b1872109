import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Came } from "../typed/saver.ts";
import { came } from "../typed/Typed.tsx";

export type Progress = Schemas["Progress"];
export type Win = Schemas["Win"];
export type Line = Progress["learned"][number];

/** As long as the contract takes. */
export const LONGEST_WIN = 160;
export const LONGEST_LETTER = 4_000;

/** The shared page, as a partner finds it. */
export const progressQuery = queryOptions({
  queryKey: ["progress"],
  queryFn: () => answer(api.GET("/progress")),
});

/** The shared page of a case, for its therapist. */
export const coupleProgressQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "progress"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/progress", { params: { path: { coupleId } } })),
  });

/** The letter that is being written to this couple. It leaves the memory as soon as no page shows it. */
export const letterQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "letter"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/letter", { params: { path: { coupleId } } })),
    gcTime: 0,
  });

export function saveLetter(coupleId: string, text: string, version: number): Promise<Came> {
  const params = { path: { coupleId } };
  return came(answer(api.PUT("/couples/{coupleId}/letter", { params, body: { text, version }, keepalive: true })));
}

export async function sendLetter(coupleId: string, letterId: string, text: string): Promise<void> {
  await answer(
    api.PUT("/couples/{coupleId}/letters/{letterId}", { params: { path: { coupleId, letterId } }, body: { text } }),
  );
}

export async function addWin(winId: string, text: string): Promise<void> {
  await answer(api.PUT("/progress/wins/{winId}", { params: { path: { winId } }, body: { text } }));
}

export async function takeDownWin(winId: string): Promise<void> {
  await answer(api.DELETE("/progress/wins/{winId}", { params: { path: { winId } } }));
}

export async function takeDownLine({ roomId, id }: Line): Promise<void> {
  await answer(api.DELETE("/progress/lines/{roomId}/{lineId}", { params: { path: { roomId, lineId: id } } }));
}
