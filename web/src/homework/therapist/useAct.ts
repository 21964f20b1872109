import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { answer, api, type Schemas } from "../../api/client.ts";
import { type Assignment, assignmentsQuery, unreadQuery } from "../queries.ts";

type Act = Omit<Schemas["HomeworkAct"], "id">;

/** Something that the therapist does with one homework. Pressed again after a lost answer it has one effect. */
export function useAct(coupleId: string, assignment: Assignment, onDone?: () => void) {
  const queries = useQueryClient();
  const last = useRef({ words: "", id: "" });
  return useMutation({
    mutationFn: (act: Act) => {
      const words = JSON.stringify(act);
      if (last.current.words !== words) last.current = { words, id: crypto.randomUUID() };
      const params = { path: { coupleId, homeworkId: assignment.id } };
      const body = { ...act, id: last.current.id };
      return answer(api.POST("/couples/{coupleId}/homework/{homeworkId}/acts", { params, body }));
    },
    onSuccess: async () => {
      last.current = { words: "", id: "" };
      void queries.invalidateQueries({ queryKey: unreadQuery.queryKey });
      await queries.invalidateQueries({ queryKey: assignmentsQuery(coupleId).queryKey });
      onDone?.();
    },
  });
}
