import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type MyCheckin = Schemas["MyCheckin"];
export type MyCharts = Schemas["MyCharts"];
export type Chart = Schemas["Chart"];
export type Questions = Schemas["Questions"];
export type Question = Questions["items"][number];
export type SessionScales = Schemas["SessionScales"];
export type CaseCheckins = Schemas["CaseCheckins"];
export type Look = Schemas["Look"];
export type Partner = Schemas["Partner"];

export const checkinQuery = queryOptions({
  queryKey: ["checkin"],
  queryFn: () => answer(api.GET("/checkin")),
  // What was answered on another device must not be asked again.
  staleTime: 0,
});

export const chartsQuery = queryOptions({
  queryKey: ["checkin", "charts"],
  queryFn: () => answer(api.GET("/checkin/charts")),
});

export const scalesQuery = (room: string) =>
  queryOptions({
    queryKey: ["scales", room],
    queryFn: () => answer(api.GET("/rooms/{roomId}/scales", { params: { path: { roomId: room } } })),
  });

export const caseQuery = (couple: string) =>
  queryOptions({
    queryKey: ["couple", couple, "checkins"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/checkins", { params: { path: { coupleId: couple } } })),
  });
