import { api } from "../api/client.ts";
import type { Answer } from "../live/link.ts";

/** After a refused handshake, of which a page is not told the reason: what stands in the way? */
export async function whatIsInTheWay(room: string): Promise<Answer> {
  try {
    const session = await api.GET("/session");
    if (session.response.status === 401) return "signed-out";
    if (session.response.status === 423) return "locked";
    const found = await api.GET("/rooms/{roomId}", { params: { path: { roomId: room } } });
    if (found.response.status === 423) return "locked";
    return found.response.status === 404 ? "no-room" : undefined;
  } catch {
    return undefined; // nobody answers: the network is away, so it is tried again
  }
}
