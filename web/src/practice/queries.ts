import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type Today = Schemas["Today"];
export type Appointment = Today["sessions"][number];
export type CoupleSummary = Schemas["CoupleSummary"];
export type SessionSummary = Schemas["SessionSummary"];

/** The therapist's day, and the couples that are assigned now. */
export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: () => answer(api.GET("/today")),
});
