// The real wires: a WebSocket, the browser's clock and dice.
import type { Answer } from "./link.ts";
import type { Wires } from "./room-client.ts";

/** @param ask what the server says when a handshake has failed; the page knows how to ask, the connection does not. */
export function browserWires(room: string, ask: () => Promise<Answer>): Wires {
  return {
    open(after, epoch, heard) {
      const url = new URL(`/api/rooms/${room}/live`, location.href);
      url.protocol = url.protocol.replace("http", "ws");
      if (after !== null) url.searchParams.set("after", String(after));
      if (epoch !== null) url.searchParams.set("epoch", epoch);
      const socket = new WebSocket(url, "accord.room.v1");
      socket.onopen = () => heard.opened();
      socket.onmessage = (message) => typeof message.data === "string" && heard.text(message.data);
      socket.onclose = (close) => heard.closed(close.code);
      return {
        send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
        close: (code) => socket.close(code),
      };
    },
    ask,
    now: () => Date.now(),
    random: () => Math.random(),
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    id: () => crypto.randomUUID(),
  };
}
