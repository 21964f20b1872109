import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "../api/client.ts";
import { queries } from "../queries.ts";

export type Agreements = Schemas["Agreements"];
export type Agreement = Schemas["AgreementPage"];
export type Version = Agreement["versions"][number];
export type Mark = Schemas["Mark"];
export type ReviewAnswer = Schemas["ReviewAnswer"];
export type Act = Omit<Schemas["AgreementAct"], "id">;

/** What a couple has agreed, as one of them may know it. */
export const agreementsQuery = queryOptions({
  queryKey: ["agreements"],
  queryFn: () => answer(api.GET("/agreements")),
  // What the other has signed or changed meanwhile is not to be missed.
  staleTime: 0,
});

export const ofCoupleQuery = (coupleId: string) =>
  queryOptions({
    queryKey: ["couple", coupleId, "agreements"],
    queryFn: () => answer(api.GET("/couples/{coupleId}/agreements", { params: { path: { coupleId } } })),
  });

/** Does it, and reads all anew. */
export async function act(roomId: string, what: Act): Promise<void> {
  const body = { id: crypto.randomUUID(), ...what };
  await answer(api.POST("/agreements/{roomId}/acts", { params: { path: { roomId } }, body }));
  await queries.invalidateQueries({ queryKey: ["agreements"] });
}
