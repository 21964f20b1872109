import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { answer, api } from "../api/client.ts";
import { whatIsInTheWay } from "../identity/ask.ts";
import { browserWires } from "../live/browser.ts";
import type { Device } from "../live/outbox.ts";
import { RoomClient, type View } from "../live/room-client.ts";
import type { Seat } from "../live/wire.ts";
import { DraftKeeper, type Server } from "./drafts/keeper.ts";
import type { Here } from "./here.ts";
import type { RoomInfo } from "./queries.ts";
import { type RoomView, roomFold } from "./room.ts";
import { Sender } from "./sender.ts";
import type { Person } from "./steps/props.ts";

export type Room = { view: View<RoomView>; here: Here | null; drafts: DraftKeeper };

/** One connection for as long as the page stands. `here` is null until the server has told who one is. */
export function useRoom(info: RoomInfo, device: Device): Room {
  const [parts] = useState(() => {
    const client = new RoomClient(
      info.id,
      roomFold,
      browserWires(info.id, () => whatIsInTheWay(() => askAgain(info))),
      device.outbox,
    );
    const sender = new Sender(client);
    const drafts = new DraftKeeper(info.id, device.drafts, serverDrafts(info.id), (text) => sender.taken(text));
    return { client, sender, drafts };
  });
  const { client, sender, drafts } = parts;
  useEffect(() => {
    const ends = sender.start();
    const online = () => client.online();
    const hidden = () => document.visibilityState === "hidden" && drafts.restAll();
    const doors = setTimeout(online, Math.max(0, Date.parse(info.doorsOpenAt) - Date.now()));
    const leaves = () => drafts.restAll();
    void client.start().then((earlier) => sender.resume(earlier));
    addEventListener("online", online);
    addEventListener("pagehide", leaves);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      ends();
      clearTimeout(doors);
      removeEventListener("online", online);
      removeEventListener("pagehide", leaves);
      document.removeEventListener("visibilitychange", hidden);
      client.stop();
    };
  }, [client, sender, drafts, info.doorsOpenAt]);
  const view = useSyncExternalStore(client.subscribe, client.view);
  const here = useMemo(() => hereOf(info, view, client, sender), [info, view, client, sender]);
  return { view, here, drafts };
}

function hereOf(info: RoomInfo, view: View<RoomView>, client: RoomClient<RoomView>, sender: Sender): Here | null {
  const me = (view.you ?? (isBeforeDoors(info) ? info.you : null)) as Seat | null;
  if (me === null) return null;
  const present = new Map(view.members.map((member) => [member.seat, member.here]));
  const people: Person[] = info.members.map((member) => ({
    seat: member.seat as Seat,
    name: member.name,
    // Away, nobody is known to be here any more but oneself.
    here: member.seat === me || (view.mood !== "away" && (present.get(member.seat) ?? false)),
  }));
  return {
    info,
    me,
    people,
    room: view.room,
    // Before the doors open there is no line that could be lost.
    mood: view.you === null ? "fine" : view.mood,
    unsaved: view.unsaved,
    now: () => Date.now() + view.clock,
    send: (command) => sender.send(command),
    signal: (to, data) => client.signal(to, data),
    onSignal: (hear) => client.onSignal((from, data) => hear(from as Seat, data)),
    onStray: (hear) => sender.onStray(hear),
  };
}

/** A partner who comes before the doors is not let in yet, but may wait on this page. */
function isBeforeDoors(info: RoomInfo): boolean {
  return info.you.startsWith("partner-") && Date.now() < Date.parse(info.doorsOpenAt);
}

function askAgain({ id: roomId, days }: RoomInfo) {
  const params = { path: { roomId } };
  return days ? api.GET("/homework/{roomId}", { params }) : api.GET("/rooms/{roomId}", { params });
}

function serverDrafts(roomId: string): Server {
  const path = (field: string) => ({ params: { path: { roomId, field } } });
  return {
    all: () => answer(api.GET("/rooms/{roomId}/drafts", { params: { path: { roomId } } })),
    put: async (field, text) =>
      (await api.PUT("/rooms/{roomId}/drafts/{field}", { ...path(field), body: { text } })).response.ok,
    drop: async (field) => (await api.DELETE("/rooms/{roomId}/drafts/{field}", path(field))).response.ok,
  };
}
