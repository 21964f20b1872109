import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import type { Server } from "../room/drafts/keeper.ts";

export type OneThread = Schemas["MessageThread"];
export type Message = Schemas["Message"];
export type Day = Schemas["Day"];

export const DAYS: readonly Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** A partner's own thread and that of all. */
export const mineQuery = queryOptions({
  queryKey: ["messages"],
  queryFn: () => answer(api.GET("/messages")),
});

/** The threads of a case, for its therapist. */
export const threadsQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "messages"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/messages", { params: { path: { coupleId } } })),
  });

/** What partners let the therapist read of their journals. */
export const sharedQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "journal"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/journal", { params: { path: { coupleId } } })),
  });

/** A way to write: as a partner, or as the therapist of a case. */
export type Post = {
  /** Where this device keeps what is being written. */
  place: string;
  send(message: Schemas["NewMessage"]): Promise<unknown>;
  drafts: Server;
};

export const asPartner: Post = {
  place: "messages",
  send: (body) => answer(api.POST("/messages", { body })),
  drafts: {
    all: () => answer(api.GET("/messages/drafts")),
    put: async (thread, text) =>
      (
        await api.PUT("/messages/drafts/{thread}", {
          params: { path: { thread } },
          body: { text },
          keepalive: true,
        })
      ).response.ok,
    drop: async (thread) =>
      (await api.DELETE("/messages/drafts/{thread}", { params: { path: { thread } }, keepalive: true })).response.ok,
  },
};

export const asTherapist = (coupleId: string): Post => ({
  place: `messages|${coupleId}`,
  send: (body) => answer(api.POST("/couples/{coupleId}/messages", { params: { path: { coupleId } }, body })),
  drafts: {
    all: () => answer(api.GET("/couples/{coupleId}/messages/drafts", { params: { path: { coupleId } } })),
    put: async (thread, text) =>
      (
        await api.PUT("/couples/{coupleId}/messages/drafts/{thread}", {
          params: { path: { coupleId, thread } },
          body: { text },
          keepalive: true,
        })
      ).response.ok,
    drop: async (thread) =>
      (
        await api.DELETE("/couples/{coupleId}/messages/drafts/{thread}", {
          params: { path: { coupleId, thread } },
          keepalive: true,
        })
      ).response.ok,
  },
});

export async function markSeen(coupleId: string, thread: string, last: string): Promise<void> {
  const path = { coupleId, thread };
  await answer(api.POST("/couples/{coupleId}/messages/{thread}/seen", { params: { path }, body: { last } }));
}

export async function sayReadingDays(days: Day[]): Promise<void> {
  await answer(api.PUT("/reading-days", { body: { days } }));
}
