import { api } from "../api/client.ts";
import type { Answer } from "../live/link.ts";

/**
 * After a refused handshake, of which a page is not told the reason: what stands in the way?
 *
 * @param page asks for the page that the room belongs to
 */
export async function whatIsInTheWay(page: () => Promise<{ response: Response }>): Promise<Answer> {
  try {
    const session = await api.GET("/session");
    if (session.response.status === 401) return "signed-out";
    if (session.response.status === 423) return "locked";
    const found = await page();
    if (found.response.status === 423) return "locked";
    return found.response.status === 404 ? "no-room" : undefined;
  } catch {
    return undefined; // nobody answers: the network is away, so it is tried again
  }
}
