import { answer, api } from "../api/client.ts";
import { queries } from "../queries.ts";

/** Ends the session here and the sign-in behind it, and leaves nothing of it on the page. */
export async function signOut(): Promise<void> {
  const { to } = await answer(api.POST("/session/sign-out"));
  queries.clear();
  location.assign(to);
}
