import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Came } from "../typed/saver.ts";
import { came } from "../typed/Typed.tsx";

export type SessionRecord = Schemas["Record"];
export type Facts = Schemas["RecordFacts"];

const at = (coupleId: string, sessionId: string) => ({ params: { path: { coupleId, sessionId } } });

/** The record of a session that is over. */
export const recordQuery = (coupleId: string, sessionId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "record", sessionId],
    queryFn: () => answer(api.GET("/couples/{coupleId}/sessions/{sessionId}/record", at(coupleId, sessionId))),
  });

export async function saveWords(coupleId: string, sessionId: string, text: string, version: number): Promise<Came> {
  return came(
    answer(
      api.PUT("/couples/{coupleId}/sessions/{sessionId}/record/words", {
        ...at(coupleId, sessionId),
        body: { text, version },
        keepalive: true,
      }),
    ),
  );
}

export async function sign(coupleId: string, sessionId: string, version: number): Promise<void> {
  await answer(
    api.PUT("/couples/{coupleId}/sessions/{sessionId}/record/signature", {
      ...at(coupleId, sessionId),
      body: { version },
    }),
  );
}

export async function add(coupleId: string, sessionId: string, id: string, text: string): Promise<void> {
  await answer(
    api.POST("/couples/{coupleId}/sessions/{sessionId}/record/additions", {
      ...at(coupleId, sessionId),
      body: { id, text },
    }),
  );
}
