import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type Couple = Schemas["Couple"];

export const coupleQuery = (id: string) =>
  queryOptions({
    queryKey: ["couple", id],
    queryFn: () => answer(api.GET("/couples/{coupleId}", { params: { path: { coupleId: id } } })),
  });

export const sessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["couple", id, "sessions"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/sessions", { params: { path: { coupleId: id } } })),
  });
