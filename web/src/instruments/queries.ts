import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";

export type Instrument = Schemas["Instrument"];
export type InstrumentPage = Schemas["InstrumentPage"];
export type InstrumentSummary = Schemas["InstrumentSummary"];
export type Wrong = Schemas["InstrumentImport"]["mistakes"][number];
export type CaseQuestionnaires = Schemas["CaseQuestionnaires"];
export type Round = Schemas["QuestionnaireRound"];
export type Result = Schemas["QuestionnaireResult"];
export type MyQuestionnaire = Schemas["MyQuestionnaire"];

export const instrumentsQuery = queryOptions({
  queryKey: ["instruments"],
  queryFn: () => answer(api.GET("/instruments")),
});

export const instrumentQuery = (instrumentId: string) =>
  queryOptions({
    queryKey: ["instruments", instrumentId],
    queryFn: () => answer(api.GET("/instruments/{instrumentId}", { params: { path: { instrumentId } } })),
  });

export const roundsQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "questionnaires"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/questionnaires", { params: { path: { coupleId } } })),
  });

export const mineQuery = queryOptions({
  queryKey: ["questionnaires"],
  queryFn: () => answer(api.GET("/questionnaires")),
});

export const myQuery = (askedId: string) =>
  queryOptions({
    queryKey: ["questionnaires", askedId],
    queryFn: () => answer(api.GET("/questionnaires/{askedId}", { params: { path: { askedId } } })),
    // What was answered on another device must not be asked again.
    staleTime: 0,
  });
